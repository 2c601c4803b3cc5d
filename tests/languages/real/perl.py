"""Perl: the parser's own tree, shown by B::Deparse, can't be told apart from its folding; so rows
are evaluated, with numbers, and with objects that write down every operation applied to them."""

import re

from real.base import Language, answer, limit_memory, marked, restarted, run

PROGRAM = r"""
package Told;
use overload
    nomethod => sub {
        my ($left, $right, $swapped, $operation) = @_;
        ($left, $right) = ($right, $left) if $swapped;
        $_ = ref $_ ? $$_ : defined $_ ? $_ : "" for $left, $right;
        push @main::told, "($left $operation $right)";
        my $made = "($left $operation $right)";
        return bless \$made, "Told";
    },
    bool => sub { push @main::told, "bool ${$_[0]}"; 1 };
package main;
our @told;
$| = 1;
open STDERR, ">&", \*STDOUT;
no warnings;
sub K { my $name = shift; bless \$name, "Told" }
my $number = 0;
while (my $row = <STDIN>) {
    chomp $row;
    my ($mode, $text) = split /\t/, $row, 2;
    print "\x01", $number++, "\n";
    my $code = eval "no warnings; sub { scalar($text) }";
    if (!$code) { print "syntax"; next }
    @told = ();
    my $said = eval { $code->() };
    if ($@) { my $why = $@; $why =~ s/ at \(eval.*//s; print "error\t$why"; next }
    print "value\t", $mode eq "told" ? "$told[-1] @told " . (ref $said ? $$said : $said) : $said;
}
"""


class Real(Language):
    nothing = "$::none"

    def version(self):
        return re.search(r"v[\d.]+", run(["perl", "-v"])).group()

    def ask(self, rows):
        found = []
        for part in restarted(rows, self.once):
            kind, _, said = part.partition("\t")
            found.append(answer("error" if kind == "died" else kind, said))
        return found

    def once(self, rows):
        command = ["perl", "-e", PROGRAM]
        return marked(run(command, "\n".join(rows) + "\n", preexec_fn=limit_memory), len(rows))

    def answers(self, texts):
        return self.ask(["plain\t" + text for text in texts])

    def answers_with_order(self, texts):
        number = re.compile(r"\d+(\.\d+)?")
        return self.ask(["told\t" + number.sub(lambda n: f"K({n.group()})", text) for text in texts])

    def chains(self, words):
        equal, order = {"==", "!=", "eq", "ne"}, {"<", "<=", ">", ">=", "lt", "le", "gt", "ge"}
        return set(words) <= equal or set(words) <= order
