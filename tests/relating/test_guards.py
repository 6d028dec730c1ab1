"""Values that can be one and the same, and those that cannot."""

from __future__ import annotations

import pytest

from rashomon.relating.guards import amounts_meet, days_meet
from rashomon.relating.marks import amounts_of
from rashomon.relating.words import words_of


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        ("12", "12", True),
        ("12", "10", False),
        ("56600", "56000", True),
        ("56600", "57000", True),
        ("7.16e+11", "7e+11", True),
        ("716000", "900000", False),
        ("1234", "1250", False),
        ("1.5e+09", "1e+09", False),
    ],
)
def test_an_amount_and_the_same_made_rounder(one: str, two: str, meet: bool):
    assert amounts_meet(frozenset([one]), frozenset([two])) is meet
    assert amounts_meet(frozenset([two]), frozenset([one])) is meet


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        ("XXXX-02", "2031-02", True),
        ("XXXX-02", "2031-02-11", True),
        ("XXXX-02-11", "2031-02-11", True),
        ("XXXX-02", "2031-03", False),
        ("XXXX-02", "2031", True),
        ("2031-02", "2032-02", False),
    ],
)
def test_a_month_whose_year_was_not_told(one: str, two: str, meet: bool):
    assert days_meet(one, two) is meet
    assert days_meet(two, one) is meet


@pytest.mark.parametrize("text", ["no one sued", "it opens on April 11", "it opened 11 May", "under Directive 41"])
def test_what_counts_nothing(text: str):
    assert amounts_of(words_of(text)) == {}
