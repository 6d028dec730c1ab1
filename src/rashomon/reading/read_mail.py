"""A page out of a mail or an MHTML save."""

from __future__ import annotations

from dataclasses import replace

from rashomon.reading.bylines import clean_authors
from rashomon.reading.html import read_html
from rashomon.reading.mail import Letter, open_letter
from rashomon.reading.sniff import Kind
from rashomon.reading.text import read_text
from rashomon.record import Article, Basis, Date, Page, Precision


def read_letter(data: bytes, kind: Kind, *, page_id: str, name: str, url: str | None) -> Page:
    """The page; of a newsletter the mail's headers tell title, sender and date where the page itself does not."""
    letter = open_letter(data, name)
    address = url or letter.url
    if letter.html:
        page = read_html(letter.text, page_id=page_id, name=name, url=address)
    else:
        found = read_text(letter.text, page_id=page_id, url=address)
        page = Page(page_id, name, letter.text, str(Kind.TEXT), address, articles=found.articles, dropped=found.dropped)
    if kind is Kind.MAIL:
        articles = [_told_by_mail(article, letter, alone=len(page.articles) == 1) for article in page.articles]
        page = replace(page, articles=articles)
    else:
        page = replace(page, captured=letter.sent)
    return replace(page, media_type=str(kind), problems=letter.problems + page.problems)


def _told_by_mail(article: Article, letter: Letter, *, alone: bool) -> Article:
    """A newsletter is published when it is sent; several articles in one keep what they say of themselves."""
    published = article.published
    if published is None and letter.sent:
        published = Date(letter.sent, Precision.MINUTE, Basis.METADATA, None)
    title, authors = article.title, article.authors
    persons = clean_authors(f"By {letter.sender}") if letter.sender and " " in letter.sender else []
    if alone:
        title, authors = title or letter.subject, authors or persons
    outlet = article.outlet or (None if persons else letter.sender)
    return replace(article, published=published, title=title, authors=authors, outlet=outlet)
