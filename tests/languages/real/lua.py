"""Lua: each row is loaded and called, with numbers, and with tables that write down every operation
applied to them."""

import re

from real.base import Language, answer, limit_memory, marked, run

PROGRAM = r"""
local told
local meta = {}
local function show(v) return type(v) == "table" and v.name or tostring(v) end
local function K(name) return setmetatable({name = name}, meta) end
for _, op in ipairs {"add", "sub", "mul", "div", "mod", "pow", "idiv", "band", "bor", "bxor",
                     "shl", "shr", "concat"} do
  meta["__" .. op] = function(a, b) return K("(" .. show(a) .. " " .. op .. " " .. show(b) .. ")") end
end
for _, op in ipairs {"unm", "bnot"} do
  meta["__" .. op] = function(a) return K("(" .. op .. " " .. show(a) .. ")") end
end
for _, op in ipairs {"lt", "le", "eq"} do
  meta["__" .. op] = function(a, b) told[#told + 1] = show(a) .. op .. show(b) return true end
end
local number = 0
for row in io.lines() do
  local mode, text = row:match("^(%w+)\t(.*)$")
  io.write("\x01", number, "\n")
  number = number + 1
  local code = load("return " .. text, "row", "t", {K = K})
  if not code then
    io.write("syntax")
  else
    told = {}
    local fine, said = pcall(code)
    if not fine then
      io.write("error\t", (tostring(said):gsub("^.-:%d+: ", "")))
    else
      io.write("value\t", show(said), mode == "told" and table.concat(told, ",") or "")
    end
  end
end
"""


class Real(Language):
    width = 64
    nothing = "nil"

    def version(self):
        return " ".join(run(["lua5.4", "-v"]).split()[:2])

    def ask(self, rows):
        output = run(["lua5.4", "-e", PROGRAM], "\n".join(rows) + "\n", preexec_fn=limit_memory)
        found = []
        for part in marked(output, len(rows)):
            kind, _, said = part.partition("\t")
            found.append(answer(kind, said))
        return found

    def answers(self, texts):
        return self.ask(["plain\t" + text for text in texts])

    def answers_with_order(self, texts):
        number = re.compile(r"\d+(\.\d+)?")
        return self.ask(
            ["told\t" + number.sub(lambda n: f"K('{n.group()}')", text) for text in texts])
