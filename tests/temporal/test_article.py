"""When an article was written, as far as its own words fix it."""

from __future__ import annotations

import pytest

from rashomon.record import Article, Basis, Precision
from rashomon.temporal import calendar_problems, date_article


def article(text: str) -> Article:
    return Article("a1", "p1", 1, text, [])


LEAD = (
    "On Tuesday 5th March 2019 Ilse Brandt and Tomas Varga had their tenth meeting of 2019. "
    "That is more than in any month of the year.\n\nYesterday I wrote of it for the Tarn Gazette."
)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("The council met yesterday, March 5, 2019, and left.", "2019-03-06", "yesterday, March 5, 2019"),
        ("Tomorrow (7 March 2019) the council meets.", "2019-03-06", "Tomorrow (7 March 2019"),
        ("TARN, March 6, 2019 (TNA) - The council met.", "2019-03-06", "March 6, 2019"),
    ],
)
def test_a_day_tied_to_the_day_of_writing(text: str, value: str, words: str) -> None:
    found = date_article(article(text), [])
    assert found is not None
    assert (found.value, found.precision, found.basis) == (value, Precision.DAY, Basis.INFERRED)
    assert found.evidence is not None
    assert found.evidence.text == words == text[found.evidence.start : found.evidence.end]
    assert found.evidence.article == "a1"


def test_an_interval_from_the_lead_and_the_running_year() -> None:
    text = LEAD.replace("in any month of the year", "they met in all the months throughout the year")
    found = date_article(article(text), [])
    assert found is not None
    assert (found.value, found.precision, found.basis) == ("2019-03-05/2019-03-12", Precision.INTERVAL, Basis.INFERRED)
    assert found.evidence is not None
    assert found.evidence.text == "Tuesday 5th March 2019"


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Tuesday. It meets again next week.",
        "The council met on Tuesday, March 5.",
        "On March 5, 2019 the council met. Yesterday a court spoke.",
        "On March 5, 2019 the council met. This year it will not. In 2021 it was dissolved.",
        "On March 5, 2019 the council met, as it did throughout the year. It met again on May 2, 2019.",
        "“Yesterday, March 5, 2019, I was there,” she wrote in a diary.",
        "She was born yesterday. March 5, 2019 was a Tuesday.",
        "Links: more tomorrow March 5, 2019 at 6:29 pm",
        "The council met.",
        "",
    ],
)
def test_otherwise_it_is_unknown(text: str) -> None:
    assert date_article(article(text), []) is None


def test_two_ties_that_disagree_tell_nothing() -> None:
    text = "Yesterday, March 5, 2019, it rained. Today, March 9, 2019, it snows."
    assert date_article(article(text), []) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("It was signed on Monday 5th March 2019.", "“Monday 5th March 2019”: that day was a Tuesday"),
        ("It was signed on Friday, March 8, 2018, in Tarn.", "“Friday, March 8, 2018”: that day was a Thursday"),
        ("It was signed on February 29, 2019.", "“February 29, 2019”: the calendar has no such day"),
    ],
)
def test_calendar_problems(text: str, problem: str) -> None:
    assert calendar_problems(text) == [problem]


def test_dates_that_agree_are_no_problem() -> None:
    assert calendar_problems("Signed on Tuesday 5th March 2019, sealed on Thursday, sent on March 31, 2019.") == []
