"""PHP: `eval` of each row. What its compiler refuses for good ends the process: the row is refused
and the rest asked again."""

from real.base import Language, answer, limit_memory, marked, restarted, run

PROGRAM = r"""
error_reporting(0);
ini_set("memory_limit", "1G");
foreach (explode("\n", stream_get_contents(STDIN)) as $number => $text) {
    echo "\x01$number\n";
    try {
        $said = eval("return ($text);");
        echo "value\t"; echo $said;
    } catch (ParseError $e) {
        echo "syntax";
    } catch (Throwable $e) {
        echo "error\t", $e->getMessage();
    }
}
"""


class Real(Language):
    nothing = "null"
    width = 64

    def version(self):
        return " ".join(run(["php", "--version"]).split()[:2])

    def once(self, texts):
        output = run(["php", "-d", "display_errors=0", "-r", PROGRAM], "\n".join(texts),
                     preexec_fn=limit_memory)
        return marked(output, len(texts))

    def answers(self, texts):
        found = []
        for part in restarted(texts, self.once):
            kind, _, said = part.partition("\t")
            found.append(answer("syntax" if kind == "died" else kind, said))
        return found
