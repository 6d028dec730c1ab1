"""Marks, titles, outlets and genres of text-only pages."""

from __future__ import annotations

import pytest

from rashomon.reading.lines import lines_of
from rashomon.reading.text_marks import authors_in, byline_of, dates_in, is_date_line, is_label, is_update
from rashomon.record import Genre
from tests.reading.articles import articles_of_text
from tests.reading.pages_text import BRIDGE, FERRY


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By ANNA LINDQVIST", ["Anna Lindqvist"]),
        ("By Anna Lindqvist and Per Holm, Halvern Gazette", ["Anna Lindqvist", "Per Holm"]),
        ("Written by Anna Lindqvist on March 5, 2019", ["Anna Lindqvist"]),
        ("Submitted by\u00a0Per Holm…", ["Per Holm"]),
        ("By Anna Lindqvist 2019-03-05T12:48:14Z Harbours", ["Anna Lindqvist"]),
    ],
)
def test_bylines(words: str, names: list[str]) -> None:
    (line,) = lines_of(words)
    assert byline_of(line) is not None
    assert authors_in(line, "Halvern Gazette") == names


@pytest.mark.parametrize(
    "words", ["by the council on Monday", "by Friday.", "By the time the ferry left, it was dark."]
)
def test_prose_is_no_byline(words: str) -> None:
    (line,) = lines_of(words)
    assert byline_of(line) is None or authors_in(line, None) == []


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("MARCH 5, 2019 09:17", True),
        ("Published: 10:48, Tue, Mar 5, 2019 | Updated: 11:05, Tue, Mar 5, 2019", True),
        ("date 2020-06-18 Halvern Gazette", False),
        ("The vote was held on March 5, 2019, in the town hall of Halvern.", False),
    ],
)
def test_date_lines(words: str, is_one: bool) -> None:
    (line,) = lines_of(words)
    assert is_date_line(words, line) is is_one


def test_update_is_told_from_publication() -> None:
    words = "Published Mar 5, 2019 at 4:07 PM | Updated Mar 6, 2019"
    (line,) = lines_of(words)
    dates = dates_in(words, line)
    assert [(date.value, is_update(words, line, date)) for date in dates] == [
        ("2019-03-05T16:07", False),
        ("2019-03-06", True),
    ]


@pytest.mark.parametrize("words", ["Published", "on", "By", "Publish date:"])
def test_labels(words: str) -> None:
    (line,) = lines_of(words)
    assert is_label(line)


def page(*head: str, tail: tuple[str, ...] = ()) -> str:
    return "\n\n".join((*head, *FERRY, *tail))


def test_bare_name_beside_a_date_is_the_author() -> None:
    (article,) = articles_of_text(
        page("Council denies it saw the ferry report", "Anna Lindqvist", "March 5, 2019"), page_id="p"
    )
    assert article.authors == ["Anna Lindqvist"]
    assert article.published is not None
    assert article.published.value == "2019-03-05"


def test_name_and_date_on_one_line() -> None:
    (article,) = articles_of_text(
        page("Council denies it saw the ferry report", "Anna Lindqvist - March 5, 2019, 8:15 pm"), page_id="p"
    )
    assert article.authors == ["Anna Lindqvist"]
    assert article.published is not None
    assert article.published.value == "2019-03-05T20:15"


def test_todays_date_in_the_header_is_no_publication_date() -> None:
    (article,) = articles_of_text(page("Tuesday, June 4, 2024", "Council denies it saw the ferry report"), page_id="p")
    assert article.published is None


def test_first_published_below_the_body_counts() -> None:
    (article,) = articles_of_text(
        page("Council denies it saw the ferry report", tail=("First Published: Tuesday, March 5, 2019 08:38 AM",)),
        page_id="p",
    )
    assert article.published is not None
    assert article.published.value == "2019-03-05T08:38"


def test_a_date_in_the_running_text_is_no_publication_date() -> None:
    text = (
        page("Council denies it saw the ferry report")
        + "\n\nThe vote was held on March 4, 2019, in the town hall of Halvern."
    )
    (article,) = articles_of_text(text, page_id="p")
    assert article.published is None


def test_outlet_from_the_furniture() -> None:
    tail = ("Take a second to support The Halvern Gazette on Patreon!", "The Halvern Gazette Newsletter", "Trending")
    (article,) = articles_of_text(page("Council denies it saw the ferry report", tail=tail), page_id="p")
    assert article.outlet == "The Halvern Gazette"


def test_outlet_is_the_masthead_that_holds_the_copyright() -> None:
    menu, foot = "Otterby Today\nHome\nNews\nTides\n\n", ("Contact", "Copyright 2019 Otterby Today")
    told = menu + page("Council denies it saw the ferry report", tail=foot)
    (article,) = articles_of_text(told, page_id="p")
    assert article.outlet == "Otterby Today"
    elsewhere = "Otterby Weather" + told.removeprefix("Otterby Today")
    (article,) = articles_of_text(elsewhere, page_id="p")
    assert article.outlet is None


def test_outlet_is_unknown_where_nothing_tells() -> None:
    (article,) = articles_of_text(page("Council denies it saw the ferry report"), page_id="p")
    assert article.outlet is None


def test_section_under_the_title_tells_the_genre() -> None:
    (article,) = articles_of_text(
        page("Why the council should have read it", "Editorial", "March 5, 2019"), page_id="p"
    )
    assert (article.genre, article.genre_cue) == (Genre.OPINION, "Editorial")


def test_menu_entry_does_not_tell_the_genre() -> None:
    menu = "Home\nNews\nOpinion\nSport"
    (article,) = articles_of_text(
        "\n\n".join((menu, "Mayor promises a bridge in the spring", "March 5, 2019", *BRIDGE)), page_id="p"
    )
    assert article.genre is Genre.NEWS


def test_word_transcript_in_a_headline_is_no_transcript() -> None:
    (article,) = articles_of_text(page("Transcript shows council chair saw the ferry report"), page_id="p")
    assert article.genre is Genre.NEWS


def test_dates_as_headings_of_a_chronicle_do_not_date_it() -> None:
    days = ("March 1, 2019", "March 3, 2019", "March 4, 2019", "March 5, 2019")
    parts = [part for pair in zip(days, FERRY[1:5], strict=True) for part in pair]
    (article,) = articles_of_text("\n\n".join(("The ferry report: what happened when", FERRY[0], *parts)), page_id="p")
    assert article.published is None
    assert article.text.startswith(FERRY[0])
    assert all(paragraph in article.text for paragraph in FERRY[1:5])
