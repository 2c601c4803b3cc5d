"""Excel, by LibreOffice Calc without a window: a workbook with a formula a row, computed and saved.

Both read formulas in files of Excel's own format, and where precedence is concerned alike.
"""

import os
import re
import tempfile
import zipfile
from xml.sax.saxutils import escape, unescape

from real.base import Language, answer, in_batches, run

PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml":
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="rows" sheetId="1" r:id="r"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
SHEET = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
         "<sheetData>{}</sheetData></worksheet>")


class Real(Language):
    both = None

    def version(self):
        return " ".join(run(["soffice", "--version"]).split()[:2])

    def is_fair(self, text):
        """Calc's truth values are numbers where Excel's are not: when compared, and as text; and it
        knows roots of negative numbers."""
        compared = len(re.findall(r"<>|<=|>=|[<>=]", text))
        truth = compared == 0 or (compared == 1 and "&" not in text)
        return truth and not re.search(r"\^ -?\(|\^.*%|%.*\^", text)

    def spoken(self, texts):
        return [shown(text, *cell) for text, cell in zip(texts, self.cells(texts))]

    def answers(self, texts):
        return [judged(kind, value) for kind, value in self.cells(texts)]

    def cells(self, texts):
        return in_batches(texts, self.batch, 20000)

    def batch(self, texts):
        rows = "".join(
            f'<row r="{number}"><c r="A{number}"><f>{escape(text)}</f></c></row>'
            for number, text in enumerate(texts, 1))
        with tempfile.TemporaryDirectory() as folder:
            book, out = os.path.join(folder, "rows.xlsx"), os.path.join(folder, "out")
            with zipfile.ZipFile(book, "w") as file:
                for name, part in PARTS.items():
                    file.writestr(name, part)
                file.writestr("xl/worksheets/sheet1.xml", SHEET.format(rows))
            run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/home",
                 "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, book])
            with zipfile.ZipFile(os.path.join(out, "rows.xlsx")) as file:
                sheet = file.read("xl/worksheets/sheet1.xml").decode()
        found = [("e", "")] * len(texts)
        for number, kind, value in CELL.findall(sheet):
            found[int(number) - 1] = (kind, unescape(value))
        return found


CELL = re.compile(r'<c r="A(\d+)"[^>]*? t="(\w+)"[^>]*>(?:<f[^>]*>[^<]*</f>)?<v>([^<]*)</v>')


def judged(kind, value):
    if kind == "e":
        return answer("error" if value in ("#DIV/0!", "#NUM!", "#VALUE!") else "syntax", value)
    return answer("value", ("TRUE" if value == "1" else "FALSE") if kind == "b" else value)


def shown(text, kind, value):
    """A cell as Excel shows it, where that is sure: numbers of fewer digits than it shows at most,
    and of a size that needs no exponent; a truth value that was compared last, as only its format
    is one in Calc after a sign."""
    said = judged(kind, value)
    if kind == "b":
        while "(" in text:
            text = re.sub(r"\([^()]*\)", "0", text)
        return said if re.search(r"[<>=]", text) else answer("unsaid", said.text)
    if kind != "n":
        return answer(said.kind, re.sub(r"E([+-])0(\d\d)", r"E\1\2", said.text))
    number = float(value)
    plain = f"{number:.15g}" if number else "0"
    digits = len(plain.replace(".", "").strip("-0"))
    sure = "e" not in plain and digits < 14 and (number == 0 or 1e-4 <= abs(number) < 1e11)
    return answer("value" if sure else "unsaid", plain)
