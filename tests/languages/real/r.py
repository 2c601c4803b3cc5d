"""R: trees by `quote`, answers by `eval` and `print` of each row, without the place in a vector."""

import json
import re
import subprocess

from real.base import Language, answer, marked, run

PROGRAM = r"""
rows <- readLines(file("stdin"))
trees <- rows[1] == "trees"
rows <- rows[-1]
show <- function(e) {
  if (is.numeric(e)) return(format(e))
  name <- as.character(e[[1]])
  if (name == "(") return(show(e[[2]]))
  if (length(e) == 2) return(paste0("[\"prefix\",\"", name, "\",", quoted(e[[2]]), "]"))
  paste0("[\"infix\",\"", name, "\",", quoted(e[[2]]), ",", quoted(e[[3]]), "]")
}
quoted <- function(e) if (is.numeric(e)) paste0("\"", format(e), "\"") else show(e)
for (number in seq_along(rows)) {
  cat("\x01", number - 1, "\n", sep = "")
  code <- tryCatch(parse(text = rows[number]), error = function(e) NULL)
  if (is.null(code) || length(code) != 1) { cat("syntax"); next }
  if (trees) { cat("tree\t", quoted(code[[1]]), sep = ""); next }
  tryCatch({
    said <- suppressWarnings(eval(code[[1]]))
    cat("value\t")
    print(said)
  }, error = function(e) cat("error\t", conditionMessage(e), sep = ""))
}
"""


class Real(Language):
    def version(self):
        return "R " + re.search(r"version (\S+)", run(["Rscript", "--version"]))[1]

    def ask(self, mode, texts):
        output = run(["Rscript", "-e", PROGRAM], "\n".join([mode, *texts]) + "\n",
                     stderr=subprocess.DEVNULL)
        found = []
        for part in marked(output, len(texts)):
            kind, _, said = part.partition("\t")
            found.append((kind, said))
        return found

    def answers(self, texts):
        found = []
        for kind, said in self.ask("answers", texts):
            if kind == "value":
                said = re.sub(r"^\s*\[1\] ", "", said.rstrip("\n"))
            found.append(answer(kind, said))
        return found

    def trees(self, texts):
        return [tupled(json.loads(said)) if kind == "tree" else answer("syntax", "")
                for kind, said in self.ask("trees", texts)]


def tupled(tree):
    if isinstance(tree, str):
        return tree
    kind, spelled, *parts = tree
    return (kind, "**" if spelled == "^^" else spelled, *map(tupled, parts))
