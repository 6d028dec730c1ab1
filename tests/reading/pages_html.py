"""Saved pages of invented outlets, and what must hold for every page that was read."""

from __future__ import annotations

import json
import re
from html import unescape

from rashomon.record import Article, Page

LEAD = "The lock keeper of Brenna said on Thursday that the sluice had been open for two hours before the water came."
MORE = (
    "He told the council that nobody had asked him to close it, and that the warning lamp had been broken since "
    "spring. "
    "The council's clerk, Ilse Tamm, denied that any warning had reached her office."
)
LAST = "The inquiry goes on in October, when the owners of the mill are to be heard for the first time."
NAVIGATION = (
    "<nav><ul><li><a href='/'>Home</a></li><li><a href='/town'>Town</a></li><li><a "
    "href='/sport'>Sport</a></li></ul></nav>"
)
FOOTER = "<footer><p>Copyright Brenna Gazette. All rights reserved.</p><a href='/terms'>Terms</a></footer>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = "", *, title: str = "Lock keeper says sluice was open | Brenna Gazette") -> str:
    return (
        f"<!doctype html><html "
        f'lang="en"><head><title>{title}</title>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>'
    )


def story(heading: str = "Lock keeper says sluice was open", byline: str = "", *texts: str) -> str:
    inner = paragraphs(*(texts or (LEAD, MORE, LAST)))
    return f"<article><h1>{heading}</h1>{byline}<div class='article-body'>{inner}</div></article>"


def assert_anchored(read: Page) -> None:
    """Every article's text maps back to the page, and every date's evidence stands in the page."""
    for article in read.articles:
        assert_segments(article, read.text)
        for when in (article.published, article.updated):
            if when is not None and when.evidence is not None:
                assert read.text[when.evidence.start : when.evidence.end] == when.evidence.text
                assert when.evidence.article == ""
        if article.title_span is not None:
            assert 0 <= article.title_span.start < article.title_span.end <= len(read.text)


def assert_segments(article: Article, page_text: str) -> None:
    at = page_at = 0
    for s in article.segments:
        assert s.start < s.end, s
        assert s.page_start < s.page_end, s
        assert article.text[at : s.start] in ("", "\n\n")
        assert s.page_start >= page_at, (s, page_at)
        words, source = article.text[s.start : s.end], page_text[s.page_start : s.page_end]
        if len(words) == len(source):
            assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(words, source, strict=True)), (
                words,
                source,
            )
        else:
            assert _meant(source) == words or (words == " " and _is_gap(source)), (words, source)
        at, page_at = s.end, s.page_end
    assert at == len(article.text)


def _meant(source: str) -> str:
    if "\\" in source:
        source = json.loads(f'"{source}"', strict=False)
    words = unescape(unescape(source))
    return re.sub(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+", "", re.sub(r"\s+", " ", words))


def _is_gap(source: str) -> bool:
    """A line break, or what stands between two cells of a row."""
    return "<" in source or not source.strip()
