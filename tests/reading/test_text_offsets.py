"""The article's text maps back to the page's, whatever stands in it."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.lines import lines_of
from rashomon.record import Article
from tests.reading.articles import articles_of_text
from tests.reading.pages_text import ferry_page

ODD = [
    "\u00a0",
    "\u00ad",
    "\u200f",
    "\u202b",
    "\u202c",
    "\ufeff",
    "\u200b",
    "\U0001f6a2",
    "\ud83d",
    "é",
    "\t",
    "\u3000",
    "  ",
]
BREAKS = ["\n", "\r\n", "\r", "\u2028", "\n\n\n", "\x0c"]


def check_segments(article: Article, page: str) -> None:
    at = 0
    last = 0
    for segment in article.segments:
        between = article.text[at : segment.start]
        assert between in ("", "\n\n")
        here, there = article.text[segment.start : segment.end], page[segment.page_start : segment.page_end]
        assert here == there or (here == " " and there.isspace())
        assert segment.page_start >= last
        at, last = segment.end, segment.page_end
    assert at == len(article.text)


@given(
    st.lists(st.tuples(st.integers(0, 4000), st.sampled_from(ODD)), max_size=25),
    st.sampled_from(BREAKS),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_segments_map_back(odd: list[tuple[int, str]], line_break: str) -> None:
    page = ferry_page()
    for place, what in sorted(odd, reverse=True):
        place = min(place, len(page))
        page = page[:place] + what + page[place:]
    page = page.replace("\n", line_break)
    for article in articles_of_text(page, page_id="p"):
        check_segments(article, page)
        assert not re.search(r"[\u00ad\u200b-\u200f\u202a-\u202e\ufeff\r\u00a0]", article.text)
        if article.title_span is not None:
            assert article.title_span.of(page).strip()


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(page: str) -> None:
    for article in articles_of_text(page, page_id="p"):
        check_segments(article, page)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_lines_lie_in_the_page_in_order(page: str) -> None:
    at = 0
    for line in lines_of(page):
        assert at <= line.start < line.end <= len(page)
        assert line.text == " ".join(line.text.split())
        assert line.text
        at = line.end
