"""Tcl: `expr` of each row. Its parser's mistakes are told from those of running by their codes."""

import os
import subprocess
import tempfile

from real.base import Language, answer, limit_memory, marked, restarted, run

PROGRAM = r"""
set number 0
while {[gets stdin text] >= 0} {
    puts "\x01$number"
    incr number
    if {[catch {expr $text} said options]} {
        set code [dict get $options -errorcode]
        if {[lrange $code 0 1] eq {TCL PARSE}} {
            puts -nonewline "syntax"
        } else {
            puts -nonewline "error\t$said"
        }
    } else {
        puts -nonewline "value\t$said"
    }
    flush stdout
}
"""


class Real(Language):
    exact = True

    def version(self):
        return "tclsh " + run(["tclsh"], "puts [info patchlevel]").strip()

    def once(self, texts):
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "rows.tcl")
            with open(program, "w", encoding="utf-8") as file:
                file.write(PROGRAM)
            output = run(["tclsh", program], "\n".join(texts) + "\n", stderr=subprocess.DEVNULL,
                         preexec_fn=limit_memory)
        return marked(output, len(texts))

    def answers(self, texts):
        found = []
        for part in restarted(texts, self.once):
            kind, _, said = part.partition("\t")
            found.append(answer("error" if kind == "died" else kind, said))
        return found
