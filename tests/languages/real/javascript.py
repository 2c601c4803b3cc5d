"""JavaScript, by node: `eval` of each row. A row's second answer is the order in which objects in
the place of its operands are asked for their values: it tells `a | (b | c)` from `(a | b) | c`."""

import json

from real.base import Language, answer, run

PROGRAM = r"""
const util = require("util");
const rows = JSON.parse(require("fs").readFileSync(0, "utf8"));
const told = text => {
  try { new Function("return (" + text + "\n)"); } catch (e) { return ["syntax", ""]; }
  try { return ["value", util.inspect((0, eval)("(" + text + "\n)"))]; }
  catch (e) { return ["error", e.name + ": " + e.message]; }
};
const order = text => {
  globalThis.asked = [];
  const spelled = text.replace(/\d+(\.\d+)?/g, n =>
    `({valueOf() { asked.push(${n}); return ${n} }})`);
  try { (0, eval)("(" + spelled + "\n)"); } catch (e) { asked.push(String(e)); }
  return asked.join();
};
console.log(JSON.stringify(rows.rows.map(text => {
  const [kind, said] = told(text);
  return [kind, said, rows.order && kind != "syntax" ? order(text) : ""];
})));
"""


class Real(Language):
    nothing = "null"

    def version(self):
        return "node " + run(["node", "--version"]).strip()

    def told(self, texts, order):
        asked = json.dumps({"rows": texts, "order": order})
        return json.loads(run(["node", "-e", PROGRAM], asked))

    def answers(self, texts):
        return [answer(kind, said) for kind, said, _ in self.told(texts, False)]

    def answers_with_order(self, texts):
        return [answer(kind, f"{said} {order}") for kind, said, order in self.told(texts, True)]
