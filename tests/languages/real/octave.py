"""Octave: `eval` of each row in one process, shown by `disp`."""

import re

from real.base import Language, answer, limit_memory, marked, run

PROGRAM = r"""
1;
function told(number, text)
  printf("\x01%d\n", number);
  try
    said = eval([text ";"]);
    printf("value\t"); disp(said);
  catch wrong
    if (strncmp(wrong.message, "parse error", 11))
      printf("syntax");
    else
      printf("error\t%s", wrong.message);
    end
  end
end
warning("off", "all");
number = 0;
while (ischar(text = fgetl(stdin)))
  told(number++, text);
end
printf("\x01%d\n", number);
"""


class Real(Language):
    def version(self):
        return "Octave " + re.search(r"version (\S+)", run(["octave-cli", "--version"]))[1]

    def answers(self, texts):
        output = run(["octave-cli", "--no-gui", "-q", "-f", "--eval", PROGRAM],
                     "\n".join(texts) + "\n", )
        found = []
        for part in marked(output, len(texts) + 1)[:-1]:
            kind, _, said = part.partition("\t")
            found.append(answer(kind, said.strip()))
        return found
