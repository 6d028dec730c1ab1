"""Makes the pages of the sample story from ``texts/`` and ``outlets/``; both are ours (CC0).

    python samples/make_pages.py

Writes ``samples/pages``: saved pages of five outlets and a company, a crawl's text of one page with three articles,
and the transcript of a hearing as a PDF. The same texts give the same bytes.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from fpdf import FPDF
from jinja2 import Environment, FileSystemLoader

HERE = Path(__file__).parent
ENCODINGS = {"coastwire": "cp1252"}
CURLY = {"coastwire", "meridian"}
SHOWN = {
    "courier": "%A %d %B %Y, %H:%M",
    "coastwire": "%B %d, %Y",
    "meridian": "%d %B %Y",
    "skarrow": "%d %b %Y",
    "lantern": "%A, %B %d, %Y",
    "norrline": "",
}


def main() -> int:
    pages = HERE / "pages"
    pages.mkdir(exist_ok=True)
    outlets = Environment(loader=FileSystemLoader(HERE / "outlets"), autoescape=True, keep_trailing_newline=True)
    for path in sorted((HERE / "texts").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if path.stem.endswith("-hearing") and not text.startswith("outlet:"):
            write_pdf(text, pages / f"{path.stem}.pdf")
        elif not text.startswith("outlet:"):
            (pages / path.name).write_text(text, encoding="utf-8")
        else:
            write_html(path.stem, text, outlets, pages)
    print(f"{len(list(pages.iterdir()))} pages in {pages}")
    return 0


def write_html(stem: str, text: str, outlets: Environment, pages: Path) -> None:
    head, body = text.split("\n\n", 1)
    if head.split()[1] in CURLY:
        head, body = curly(head), curly(body)
    fields = dict(line.split(":", 1) for line in head.splitlines())
    fields = {name: value.strip() for name, value in fields.items()}
    day = fields["date"]
    shown = ""
    if day:
        shown = datetime.fromisoformat(day).strftime(SHOWN[fields["outlet"]])
    byline = fields["byline"]
    people = byline.removeprefix("By ").split(",")[0]
    html = outlets.get_template(f"{fields['outlet']}.html").render(
        title=fields["title"],
        standfirst=fields["standfirst"],
        byline=byline,
        authors=[person for person in people.split(" and ") if person],
        iso=day,
        day=day[:10],
        shown=shown,
        slug=stem.split("-", 1)[1],
        paragraphs=[p.strip() for p in body.split("\n\n") if p.strip()],
    )
    (pages / f"{stem}.html").write_bytes(html.encode(ENCODINGS.get(fields["outlet"], "utf-8")))


def curly(text: str) -> str:
    """The same text with typographic quotation marks and apostrophes."""
    text = re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", text)


def write_pdf(text: str, path: Path) -> None:
    """Numbered pages with a running head, words broken at no line end, each turn a paragraph of its own."""
    pdf = Hearing()
    pdf.set_creation_date(datetime(2023, 2, 10, tzinfo=UTC))
    pdf.set_title("Transcript of the public hearing")
    pdf.set_auto_page_break(True, margin=30)
    pdf.set_margins(30, 25)
    pdf.add_page()
    for block in text.strip().split("\n\n"):
        for line in block.splitlines():
            pdf.set_font("Times", "", 13)
            pdf.multi_cell(0, 7, line, new_x="LMARGIN", new_y="NEXT", align="L")
        pdf.ln(4)
    pdf.output(str(path))


class Hearing(FPDF):
    def header(self) -> None:
        self.set_font("Helvetica", "", 9)
        self.cell(0, 8, "Accident Board - Marin Dell - Day 3", align="R", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)

    def footer(self) -> None:
        self.set_y(-20)
        self.set_font("Helvetica", "", 9)
        self.cell(0, 8, str(self.page_no()), align="C")


if __name__ == "__main__":
    sys.exit(main())
