from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.read import read_page
from rashomon.record import Page
from tests.reading.pages_html import LAST, LEAD, MORE, assert_anchored, page, paragraphs, story

WHOLE = "\n\n".join((LEAD, MORE, '“It is over,” he said \U0001f30a & left "at once".', LAST))
SHELL = "<div id='app'></div>"


def told(body: str, value: str, *, ascii_only: bool = True) -> Page:
    data = {
        "@type": "NewsArticle",
        "headline": "Lock keeper says sluice was open",
        "author": {"@type": "Person", "name": "Ada Renn"},
        "datePublished": "2021-05-06T09:10:00+02:00",
        "articleBody": value,
    }
    script = json.dumps(data, ensure_ascii=ascii_only)
    return read_page(page(body, f"<script type='application/ld+json'>{script}</script>"))


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("marked_up", [True, False])
def test_a_page_built_by_a_script_is_read_from_its_data(ascii_only: bool, marked_up: bool) -> None:
    value = paragraphs(*WHOLE.split("\n\n")) if marked_up else WHOLE
    read = told(SHELL, value, ascii_only=ascii_only)
    (article,) = read.articles
    assert article.text == WHOLE
    assert (article.title, article.authors) == ("Lock keeper says sluice was open", ["Ada Renn"])
    assert article.problems == ["the page shows no text: it is that of its data (articleBody)"]
    assert_anchored(read)


def test_the_text_behind_a_wall_is_taken_from_the_data_and_said_to_be() -> None:
    wall = story("Lock keeper says sluice was open", "", LEAD, "Subscribe to continue reading.")
    read = told(wall, WHOLE)
    (article,) = read.articles
    assert article.text == WHOLE
    assert article.problems == ["the page shows only the beginning: it is that of its data (articleBody)"]
    assert_anchored(read)


def test_a_page_that_shows_its_article_is_read_as_shown() -> None:
    read = told(story(), WHOLE + "\n\nTags: sluice")
    assert read.articles[0].text == "\n\n".join((LEAD, MORE, LAST))
    assert read.articles[0].problems == []


def test_a_teaser_in_the_data_is_no_article() -> None:
    assert told(SHELL, LEAD).articles == []


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_characters_survive_the_escapes(words: str) -> None:
    read = told(SHELL, f"{LEAD} {MORE} {words} {LAST}".replace("<", "").replace("&", ""))
    assert_anchored(read)
    assert read.articles[0].text.startswith(LEAD)
    assert read.articles[0].text.endswith(LAST)
