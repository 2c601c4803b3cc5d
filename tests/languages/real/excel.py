"""Excel, by LibreOffice Calc without a window: a workbook with a formula a row, saved as text.

Both read formulas in files of Excel's own format, and where precedence is concerned alike.
"""

import csv
import os
import re
import tempfile
import zipfile
from xml.sax.saxutils import escape

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

    def answers(self, texts):
        return in_batches(texts, self.batch, 20000)

    def spoken(self, texts):
        """Joined to no text, so that no format hides digits or adds a sign."""
        found = self.answers([f'""&({text})' for text in texts])
        return [answer(said.kind, re.sub(r"E([+-])0(\d\d)", r"E\1\2", said.text)) for said in found]

    def batch(self, texts):
        rows = "".join(
            f'<row r="{number}"><c r="A{number}"><f>{escape(text)}</f></c></row>'
            for number, text in enumerate(texts, 1))
        with tempfile.TemporaryDirectory() as folder:
            book = os.path.join(folder, "rows.xlsx")
            with zipfile.ZipFile(book, "w") as file:
                for name, part in PARTS.items():
                    file.writestr(name, part)
                file.writestr("xl/worksheets/sheet1.xml", SHEET.format(rows))
            run(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/home",
                 "--convert-to", "csv", "--outdir", folder, book])
            with open(os.path.join(folder, "rows.csv"), encoding="utf-8", newline="") as file:
                shown = [row[0] if row else "" for row in csv.reader(file)]
        shown += [""] * (len(texts) - len(shown))
        return [judged(value) for value in shown]


def judged(value):
    if re.fullmatch(r"Err:5(0[89]|1[0-2]|3\d)", value):
        return answer("syntax", "")
    if value.startswith(("#", "Err:")):
        return answer("error", value)
    return answer("value", value)
