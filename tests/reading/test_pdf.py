"""PDFs made here, read back."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from fpdf import FPDF

from rashomon.errors import UnreadablePage
from rashomon.reading import pdf as reading
from rashomon.reading.pdf import read_pdf
from rashomon.record import Article, Basis, Genre, Page
from tests.reading.pages_text import BRIDGE, FERRY, SCHOOL

PLAIN = str.maketrans({"“": '"', "”": '"', "’": "'"})


def plain(paragraphs: tuple[str, ...]) -> list[str]:
    return [paragraph.translate(PLAIN) for paragraph in paragraphs]


def read(document: FPDF) -> Page:
    return read_pdf(bytes(document.output()), page_id="p", name="made.pdf")


def check_segments(article: Article, page: Page) -> None:
    for segment in article.segments:
        here, there = article.text[segment.start : segment.end], page.text[segment.page_start : segment.page_end]
        assert here == there or (here == " " and there.isspace())


def new(size: int = 11) -> FPDF:
    document = FPDF()
    document.set_auto_page_break(False)
    document.set_font("Times", size=size)
    return document


def write(document: FPDF, paragraphs: list[str], left: float, top: float, width: float) -> None:
    document.set_xy(left, top)
    for paragraph in paragraphs:
        document.set_x(left)
        document.multi_cell(width, 5, paragraph)
        document.ln(2.5)


def newspaper() -> Page:
    """Two pages in two columns, with a headline over both, a running head and page numbers."""
    document = new()
    texts = [plain(FERRY[:3]), plain(FERRY[3:]), plain(BRIDGE), plain(SCHOOL)]
    for number in range(2):
        document.add_page()
        document.set_font("Helvetica", size=8)
        document.text(70, 8, f"The Halvern Gazette      Local news {number + 3}")
        document.text(100, 290, f"Page {number + 3} of 12")
        if number == 0:
            document.set_font("Helvetica", "B", 20)
            document.text(15, 25, "Council denies it saw the ferry report")
            document.set_font("Times", size=10)
            document.text(15, 33, "By Anna Lindqvist")
            document.text(15, 39, "March 5, 2019")
        document.set_font("Times", size=11)
        for column in range(2):
            write(document, texts[2 * number + column], 15 + 95 * column, 50 if number == 0 else 20, 85)
    return read(document)


def test_columns_are_read_one_after_the_other() -> None:
    page = newspaper()
    (article,) = page.articles
    assert article.text.split("\n\n") == plain(FERRY + BRIDGE + SCHOOL)
    check_segments(article, page)


def test_head_of_a_printed_article() -> None:
    page = newspaper()
    (article,) = page.articles
    assert article.title == "Council denies it saw the ferry report"
    assert article.title_span is not None
    assert article.title_span.of(page.text) == article.title
    assert article.authors == ["Anna Lindqvist"]
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2019-03-05", Basis.STATED)
    assert article.published.evidence is not None
    assert page.text[article.published.evidence.start : article.published.evidence.end] == "March 5, 2019"


def test_running_heads_and_page_numbers_are_left_out_and_counted() -> None:
    page = newspaper()
    assert page.dropped["line left out: running head, page or line number"] == 4
    assert "Halvern Gazette" not in page.articles[0].text
    assert "Page 3" not in page.articles[0].text


def test_words_broken_at_the_end_of_a_line_are_joined() -> None:
    document = new()
    document.add_page()
    document.set_xy(10, 20)
    lines = (
        "The council of the harbour in Halvern denied on Monday that anybody had read the re-",
        "port on the ferry before the vote, which was held on Sunday with the doors closed and a well-",
        "known engineer of the transport office waiting outside with a second copy for the Skarn-",
        "Otterby line, people at the quay said.",
    )
    for line in lines:
        document.cell(0, 5, line)
        document.ln(5)
    page = read(document)
    (article,) = page.articles
    assert "read the report on the ferry" in article.text
    assert "a well-known engineer" in article.text
    assert "Skarn-Otterby line" in article.text
    check_segments(article, page)


def test_paragraph_goes_on_over_the_page() -> None:
    document = new()
    words = " ".join(plain(FERRY))
    half = words.index("According") + 60
    cut = words.rindex(" ", 0, half)
    for part in (words[:cut], words[cut + 1 :]):
        document.add_page()
        write(document, [part], 10, 20, 180)
        document.text(100, 285, str(document.page_no()))
    (article,) = read(document).articles
    assert article.text == words


def test_turns_of_a_transcript_stay_apart() -> None:
    turns = [
        "MS. BRANDT: Good afternoon. I have a short statement on the ferry, and then I will take questions.",
        "Q Did the council see the report before the vote?",
        "MS. BRANDT: No. It did not.",
        "Q So who did?",
        "MR. HOLM (by telephone): The office did, and it sent a copy to the council nine days before the vote.",
        "Q Thank you.",
        "MS. BRANDT: Thank you all.",
    ]
    document = new()
    document.add_page()
    document.set_font("Times", "B", 16)
    document.text(10, 15, "Press briefing on the Halvern ferry")
    document.set_font("Times", size=11)
    document.text(10, 22, "March 5, 2019")
    write(document, turns, 10, 30, 180)
    (article,) = read(document).articles
    assert article.text.split("\n\n") == turns
    assert article.genre is Genre.TRANSCRIPT
    assert article.title == "Press briefing on the Halvern ferry"


def test_line_numbers_of_a_deposition_are_left_out() -> None:
    document = new()
    document.add_page()
    spoken = ["Q. Did you see the report on the ferry?", "A. I did not see it before the vote was held."] * 6
    for k, words in enumerate(spoken):
        document.text(12, 30 + 8 * k, str(k + 1))
        document.text(30, 30 + 8 * k, words)
    page = read(document)
    (article,) = page.articles
    assert article.text.split("\n\n") == spoken
    assert page.dropped["line left out: running head, page or line number"] == len(spoken)


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Minutes of the open session", "Minutes of the open session"),
        ("Untitled document 3", "THE HARBOUR COUNCIL In the matter of the old ferry Minutes of the open session"),
    ],
)
def test_metadata_title_picks_among_the_lines_of_a_heading(told: str, title: str) -> None:
    document = new()
    document.set_title(told)
    document.add_page()
    document.set_font("Times", size=18)
    write(document, ["THE HARBOUR COUNCIL\nIn the matter of the old ferry\nMinutes of the open session"], 10, 10, 180)
    document.set_font("Times", size=11)
    write(document, plain(FERRY), 10, 40, 180)
    page = read(document)
    (article,) = page.articles
    assert article.title == title
    assert article.title_span is not None
    assert " ".join(page.text[article.title_span.start : article.title_span.end].split()) == title
    assert article.text.startswith(plain(FERRY)[0][:40])


def test_metadata_date_is_no_publication_date() -> None:
    document = new()
    document.set_title("untitled-3.docx")
    document.add_page()
    write(document, plain(FERRY), 10, 20, 180)
    (article,) = read(document).articles
    assert article.published is None
    assert article.title is None


def test_encrypted_is_refused() -> None:
    document = new()
    document.add_page()
    document.text(10, 20, "The council denied it.")
    document.set_encryption(owner_password="one", user_password="two")
    with pytest.raises(UnreadablePage, match="password") as refused:
        read(document)
    assert refused.value.reason == "encrypted pdf"


def test_pictures_without_text_are_refused() -> None:
    document = new()
    document.add_page()
    document.rect(10, 10, 100, 100)
    with pytest.raises(UnreadablePage, match="OCR") as refused:
        read(document)
    assert refused.value.reason == "no text layer"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 nothing more", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<", b"not a PDF"]
)
def test_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadablePage) as refused:
        read_pdf(data, page_id="p", name="broken.pdf")
    assert refused.value.reason == "damaged pdf"
    assert str(refused.value).startswith("broken.pdf: ")


def test_too_many_pages_are_refused() -> None:
    document = pdfium.PdfDocument.new()
    for _ in range(reading.MOST_PAGES + 1):
        document.new_page(10, 10)
    out = io.BytesIO()
    document.save(out)
    document.close()
    with pytest.raises(UnreadablePage, match="split it") as refused:
        read_pdf(out.getvalue(), page_id="p", name="pile.pdf")
    assert refused.value.reason == "too many pages"


def test_a_web_page_printed_by_a_browser_is_read_like_one() -> None:
    document = new()
    for number, paragraphs in enumerate((plain(FERRY[:4]), plain(FERRY[4:]))):
        document.add_page()
        document.set_font("Helvetica", size=7)
        document.text(10, 6, "3/5/24, 9:12 AM")
        document.text(10, 292, f"https://www.halverngazette.example/ferry-report   {number + 1}/2")
        document.set_font("Times", size=11)
        top = 20.0
        if number == 0:
            write(document, ["Home", "News", "Sport", "Sign in"], 10, 20, 60)
            write(document, ["Council denies it saw the ferry report", "By Anna Lindqvist"], 10, 60, 180)
            top = 80.0
        write(document, paragraphs, 10, top, 180)
        if number == 1:
            write(document, ["Subscribe to our newsletter", "Most read", "Five cakes for a rainy day"], 10, 220, 100)
    (article,) = read(document).articles
    assert article.text.split("\n\n") == plain(FERRY)
    assert article.title == "Council denies it saw the ferry report"
    assert article.published is None
