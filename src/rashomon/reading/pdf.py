"""A PDF's text layer as a page with its article."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import Any

from rashomon.errors import UnreadablePage
from rashomon.reading.assemble import assemble
from rashomon.reading.columns import reading_order
from rashomon.reading.pdf_glyphs import Stretch, stretches_of
from rashomon.reading.pdf_head import PdfHead, head_of_document
from rashomon.reading.pdf_paragraphs import Paragraph, paragraphs_of, write
from rashomon.reading.pdf_running import is_browser_print, running_lines
from rashomon.reading.text import read_text
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_genre import genre_of
from rashomon.reading.text_language import language_of
from rashomon.reading.text_regions import Region
from rashomon.record import Article, Page

MEDIA_TYPE = "application/pdf"
# A document beyond this is a book or a pile; its parts are read one by one.
MOST_PAGES = 1500
MOST_CHARS = 5_000_000
# Fewer characters than this a page are stray marks on a picture, not a text layer.
_FEWEST_CHARS = 15
_ALWAYS_FURNITURE = frozenset({"copyright", "share buttons", "comment form", "cookie or terms text", "advertisement"})


def read_pdf(data: bytes, *, page_id: str, name: str, url: str | None = None) -> Page:
    """The document as one page, whose text is its text layer in reading order.

    Running heads, page numbers and line numbers are left out of the text and counted. Dates in the file's metadata
    say when the file was made, so they are not used. Raises ``UnreadablePage`` for a document that is encrypted,
    damaged, too long, or has no text layer.
    """
    sheets, title, problems = _sheets(data, name)
    running = running_lines(sheets)
    dropped = Counter({"line left out: running head, page or line number": sum(map(len, running))})
    kept = [[one for k, one in enumerate(sheet) if k not in out] for sheet, out in zip(sheets, running, strict=True)]
    paragraphs = paragraphs_of([reading_order(sheet) for sheet in kept])
    text = write(paragraphs)
    page = Page(page_id, name, text, MEDIA_TYPE, url, problems=problems)
    if is_browser_print(sheets, running):
        return _printed(page, paragraphs, dropped)
    head = head_of_document(text, paragraphs, title)
    article, more = _article(text, paragraphs, head, page_id)
    dropped.update(more)
    return replace(
        page, articles=[article] if article.text else [], dropped={k: n for k, n in sorted(dropped.items()) if n}
    )


def _sheets(data: bytes, name: str) -> tuple[list[list[Stretch]], str | None, list[str]]:
    """The stretches of each page, the title in the metadata, and what could not be read."""
    document = _opened(data, name)
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise UnreadablePage("too many pages", f"{name}: {pages} pages, at most {MOST_PAGES} are read; split it")
        sheets, problems = [], []
        chars = 0
        for number in range(pages):
            sheet = _sheet(document, number)
            if sheet is None:
                problems.append(f"page {number + 1} of the document is damaged and left out")
                sheet = []
            chars += sum(len(one.text) for one in sheet)
            if chars > MOST_CHARS:
                raise UnreadablePage("too long", f"{name}: more than {MOST_CHARS:,} characters; split it")
            sheets.append(sheet)
        title = document.get_metadata_dict(skip_empty=True).get("Title")
    finally:
        document.close()
    if chars < _FEWEST_CHARS * max(pages, 1):
        raise UnreadablePage(
            "no text layer", f"{name}: its pages are pictures without text; run text recognition (OCR) on it"
        )
    return sheets, title, problems


def _opened(data: bytes, name: str) -> Any:
    import pypdfium2 as pdfium

    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise UnreadablePage("encrypted pdf", f"{name}: it needs a password; save a copy without one") from error
        raise UnreadablePage("damaged pdf", f"{name}: it cannot be opened as a PDF; save it again") from error


def _sheet(document: Any, number: int) -> list[Stretch] | None:
    import pypdfium2 as pdfium

    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None
    try:
        return stretches_of(page)
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()


def _printed(page: Page, paragraphs: list[Paragraph], dropped: Counter[str]) -> Page:
    """A web page that a browser printed: its text is read like any text-only page's, paragraph by paragraph."""
    from rashomon.reading.pdf_head import lines_from

    found = read_text(page.text, page_id=page.id, url=page.url, lines=lines_from(page.text, paragraphs))
    dropped.update(found.dropped)
    return replace(page, articles=found.articles, dropped={k: n for k, n in sorted(dropped.items()) if n})


def _article(text: str, paragraphs: list[Paragraph], head: PdfHead, page_id: str) -> tuple[Article, Counter[str]]:
    dropped: Counter[str] = Counter()
    body = []
    for k, line in enumerate(head.lines):
        kind = kind_of(line)
        if k in head.above:
            dropped["line left out: head"] += 1
        elif kind in _ALWAYS_FURNITURE:
            dropped[f"line left out: {kind}"] += 1
        else:
            body.append(k)
    words, segments = assemble(text, [paragraphs[k].parts for k in body])
    genre, cue = genre_of(head.lines, Region(0, len(head.lines), tuple(body)), head.title) if body else (None, None)
    article = Article(
        id="a" + hashlib.sha256(f"{page_id}:1".encode()).hexdigest()[:12],
        page=page_id,
        position=1,
        text=words,
        segments=segments,
        title=head.title,
        standfirst=head.standfirst,
        authors=head.authors,
        published=head.published,
        updated=head.updated,
        language=language_of(words),
        title_span=head.title_span,
    )
    return (article if genre is None else replace(article, genre=genre, genre_cue=cue)), dropped
