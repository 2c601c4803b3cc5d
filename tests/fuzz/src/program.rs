//! Programs made of bytes: each byte is a choice, so a change of a byte is a change of one part of
//! the program. Most of them can be parsed, many run for a while, few make sense.

use arbitrary::Unstructured;

/// How deep statements and expressions nest.
const DEPTH: usize = 5;

/// Statements of one block at most.
const BLOCK: usize = 4;

/// The words an expression is made of; `%` is a smaller expression.
const EXPRESSIONS: &[&str] = &[
    "%",
    "(%)",
    "% + %",
    "% - %",
    "% * %",
    "% / %",
    "% // %",
    "% % %%",
    "% ** %",
    "% << 3",
    "% & %",
    "-%",
    "not %",
    "~%",
    "% and %",
    "% or %",
    "% < %",
    "% == % != %",
    "% in %",
    "% is None",
    "% if % else %",
    "[%, %]",
    "(%, %)",
    "(%,)",
    "{%: %, **%}",
    "{%, %}",
    "[*%, %]",
    "[]",
    "()",
    "{}",
    "%[%]",
    "%[%:%]",
    "%[::-%]",
    "len(%)",
    "range(%)",
    "list(%)",
    "dict(%)",
    "set(%)",
    "sum(%)",
    "sorted(%, key=%)",
    "iter(%)",
    "next(%)",
    "next(%, %)",
    "map(%, %)",
    "zip(%, %)",
    "filter(None, %)",
    "enumerate(%)",
    "print(%, %)",
    "print(%, end=%)",
    "input(%)",
    "repr(%)",
    "str(%)",
    "int(%)",
    "float(%)",
    "abs(%)",
    "min(%, %)",
    "max(%)",
    "round(%, %)",
    "divmod(%, %)",
    "hash(%)",
    "type(%)",
    "isinstance(%, int)",
    "reversed(%)",
    "f(%)",
    "f(*%)",
    "f(%, x=%)",
    "f(**%)",
    "g(%)",
    "%(%)",
    "%(%, %)",
    "lambda: %",
    "lambda x: %",
    "lambda x=%, *a, **b: %",
    "(lambda x: %)(%)",
    "(a := %)",
    "[% for x in %]",
    "[% for x in % if %]",
    "{% for x in %}",
    "{x: % for x in %}",
    "(% for x in %)",
    "sum(% for x in %)",
    "f'{%}'",
    "f'{%!r:>{%}}'",
    "'%s' % (%,)",
    "'{} {}'.format(%, %)",
    "%.append(%)",
    "%.pop()",
    "%.get(%)",
    "%.items()",
    "%.sort()",
    "%.extend(%)",
    "%.split()",
    "%.join(%)",
    "%.upper()",
    "%.remove(%)",
    "%.update(%)",
    "%.add(%)",
    "%.insert(%, %)",
    "%.real",
    "%.args",
    "%.__class__",
    "math.sqrt(%)",
    "factorial(%)",
    "ValueError(%)",
    "StopIteration(%)",
    "exit(%)",
];

/// Expressions without parts.
const ATOMS: &[&str] = &[
    "a",
    "b",
    "c",
    "x",
    "f",
    "g",
    "e",
    "0",
    "1",
    "2",
    "3",
    "-1",
    "7",
    "100",
    "10**9",
    "2**63",
    "0.5",
    "1e308",
    "nan",
    "inf",
    "2j",
    "True",
    "False",
    "None",
    "...",
    "''",
    "'a'",
    "'ab c'",
    "'é\\n'",
    "'{}'",
    "[1, 2, 3]",
    "{'a': 1}",
    "{1, 2}",
    "(1, 2)",
    "range(5)",
    "'3'",
    "0x_ff",
    "print",
    "len",
    "str",
    "int",
    "ValueError",
    "Exception",
    "KeyboardInterrupt",
    "math",
    "_",
];

/// Statements on one line; `%` is an expression, `&` a target.
const SIMPLE: &[&str] = &[
    "%",
    "& = %",
    "& = & = %",
    "&, & = %, %",
    "&, *& = %",
    "[&, &] = %",
    "& += %",
    "& -= %",
    "& *= %",
    "& **= %",
    "& //= %",
    "&[%] = %",
    "&[%:%] = %",
    "&[%] += %",
    "&: int = %",
    "&: str",
    "del &",
    "del &[%]",
    "assert %",
    "assert %, %",
    "pass",
    "break",
    "continue",
    "return",
    "return %",
    "raise",
    "raise %",
    "raise ValueError(%)",
    "raise % from %",
    "raise % from None",
    "global a",
    "global b, f",
    "nonlocal c",
    "nonlocal x, b",
    "import math",
    "from math import sqrt",
    "import random",
    "import sys",
    "from math import *",
    "import math as a",
    "% ; %",
    "yield %",
    "await %",
    "print x",
    "'doc'",
];

/// What may be assigned to.
const TARGETS: &[&str] = &[
    "a", "b", "c", "x", "f", "e", "_", "(a, b)", "a[0]", "a.b", "len",
];

/// Heads of blocks that may stand alone.
const HEADS: &[&str] = &[
    "if %:",
    "while %:",
    "for & in %:",
    "def f(a, b=%, *c, x=%, **e):",
    "def g():",
    "def f(x):",
    "def f(a, /, b, *, c=%):",
    "def g(*a) -> %:",
    "for a, b in %:",
    "while True:",
    "for x in range(%):",
];

/// Heads of blocks that belong to no statement that runs.
const REFUSED: &[&str] = &[
    "class A:",
    "with %:",
    "async def f():",
    "@f",
    "match %:",
    "else:",
    "elif %:",
];

/// The program that these bytes choose.
pub fn write(choices: &[u8]) -> String {
    let mut writer = Writer {
        choices: Unstructured::new(choices),
        text: String::new(),
        column: 0,
    };
    while !writer.choices.is_empty() {
        writer.statement(DEPTH);
    }
    writer.text
}

struct Writer<'a> {
    choices: Unstructured<'a>,
    text: String,
    column: usize,
}

impl Writer<'_> {
    /// One of so many; the first where no bytes are left.
    fn choose(&mut self, count: usize) -> usize {
        let choice = self.choices.arbitrary::<u8>().unwrap_or(0);
        usize::from(choice) % count
    }

    fn one_of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.choose(words.len())]
    }

    fn statement(&mut self, depth: usize) {
        match self.choose(16) {
            9 if depth > 0 => {
                self.block("if %:", depth);
                while self.choose(3) == 1 {
                    self.block("elif %:", depth);
                }
                self.perhaps("else:", depth);
            }
            10 if depth > 0 => {
                self.block("try:", depth);
                for _ in 0..self.choose(3) {
                    let heads = [
                        "except:",
                        "except % as e:",
                        "except ValueError:",
                        "except (%, %):",
                    ];
                    let head = self.one_of(&heads);
                    self.block(head, depth);
                }
                self.perhaps("else:", depth);
                self.perhaps("finally:", depth);
            }
            11 if depth > 0 => {
                let head = self.one_of(REFUSED);
                self.block(head, depth);
            }
            12..=15 if depth > 0 => {
                let head = self.one_of(HEADS);
                self.block(head, depth);
                self.perhaps("else:", depth);
            }
            _ => {
                let form = self.one_of(SIMPLE);
                self.line(form, depth);
            }
        }
    }

    fn perhaps(&mut self, head: &str, depth: usize) {
        if self.choose(4) == 1 {
            self.block(head, depth);
        }
    }

    fn block(&mut self, head: &str, depth: usize) {
        self.line(head, depth);
        // Now and then a line that stands where none should.
        let step = [4, 1, 4, 0, 4, 8][self.choose(6)];
        self.column += step;
        for _ in 0..=self.choose(BLOCK) {
            self.statement(depth - 1);
        }
        self.column -= step;
    }

    fn line(&mut self, form: &str, depth: usize) {
        self.text.push_str(&" ".repeat(self.column));
        self.form(form, depth);
        self.text.push('\n');
    }

    /// Writes a form, its places filled in.
    fn form(&mut self, form: &str, depth: usize) {
        for c in form.chars() {
            match c {
                '%' => self.expression(depth),
                '&' => {
                    let target = self.one_of(TARGETS);
                    self.text.push_str(target);
                }
                c => self.text.push(c),
            }
        }
    }

    fn expression(&mut self, depth: usize) {
        if depth == 0 || self.choose(2) == 0 {
            let atom = self.one_of(ATOMS);
            self.text.push_str(atom);
        } else {
            let form = self.one_of(EXPRESSIONS);
            self.form(form, depth - 1);
        }
    }
}
