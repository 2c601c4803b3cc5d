"""Ruby: trees by Ripper, answers by `eval` of each row."""

import json
import re

from real.base import Language, answer, limit_memory, run

PROGRAM = r"""
require "json"
require "ripper"
require "timeout"
$VERBOSE = nil
$stderr.reopen(File::NULL)

def tree(node)
  case node[0]
  when :program, :paren then node[1][0].is_a?(Array) ? tree(node[1][0]) : tree(node[1])
  when :@int then node[1]
  when :binary then ["infix", node[2].to_s, tree(node[1]), tree(node[3])]
  when :dot2 then ["infix", "..", tree(node[1]), tree(node[2])]
  when :unary
    name = node[1].to_s
    ["prefix", name == "not" ? "not" : name[0], tree(node[2])]
  when :ifop then ["?", ["?", ":"], tree(node[1]), tree(node[2]), tree(node[3])]
  else raise "what is #{node}"
  end
end

def told(text)
  begin
    code = RubyVM::InstructionSequence.compile("(#{text}\n)")
  rescue SyntaxError
    return ["syntax", ""]
  end
  begin
    value = Timeout.timeout(5) { code.eval }
    return ["value", value.inspect]
  rescue Exception => error
    return ["error", error.message.lines[0].to_s.strip]
  end
end

asked = JSON.parse(STDIN.read)
puts JSON.generate(asked["rows"].map { |text|
  if asked["trees"]
    found = Ripper.sexp(text)
    found && told(text)[0] != "syntax" ? tree(found) : nil
  else
    told(text)
  end
})
"""


class Real(Language):
    exact = True

    def version(self):
        return " ".join(run(["ruby", "--version"]).split()[:2])

    def ask(self, texts, trees):
        asked = json.dumps({"rows": texts, "trees": trees})
        return json.loads(run(["ruby", "-e", PROGRAM], asked, preexec_fn=limit_memory))

    def answers(self, texts):
        return [answer(kind, said) for kind, said in self.ask(texts, False)]

    def trees(self, texts):
        """A sign before a number is part of it to Ripper, but not before a power: no other reading."""
        return [answer("syntax", "") if tree is None else tupled(tree)
                for tree in self.ask(texts, True)]


def tupled(tree):
    if isinstance(tree, str):
        number = re.fullmatch(r"([-+]?)(\d+)", tree)
        return ("prefix", number[1], number[2]) if number[1] else tree
    kind, spelled, *parts = tree
    spelled = tuple(spelled) if isinstance(spelled, list) else spelled
    return (kind, spelled, *map(tupled, parts))
