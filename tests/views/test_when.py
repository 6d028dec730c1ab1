from __future__ import annotations

from datetime import date

import pytest

from rashomon.record import Basis, Date, Evidence, Precision
from rashomon.views.when import UNKNOWN, label, when


@pytest.mark.parametrize(
    ("value", "precision", "text", "first", "last"),
    [
        ("2016", Precision.YEAR, "2016", "2016-01-01", "2016-12-31"),
        ("2016-12", Precision.MONTH, "December 2016", "2016-12-01", "2016-12-31"),
        ("2016-12-09", Precision.DAY, "9 December 2016", "2016-12-09", "2016-12-09"),
        ("2016-12-29T09:17", Precision.MINUTE, "29 December 2016, 09:17", "2016-12-29", "2016-12-29"),
        ("2016-12-27/2016-12-28", Precision.INTERVAL, "27 – 28 December 2016", "2016-12-27", "2016-12-28"),
        ("2016-11/2016-12", Precision.INTERVAL, "November – December 2016", "2016-11-01", "2016-12-31"),
        ("2014~", Precision.YEAR, "about 2014", "2014-01-01", "2014-12-31"),
        ("2014-22", Precision.INTERVAL, "summer 2014", "2014-06-01", "2014-08-30"),
        ("2016-12-27/..", Precision.INTERVAL, "from 27 December 2016", "2016-12-27", "2016-12-27"),
        ("../2016-12-27", Precision.INTERVAL, "until 27 December 2016", "2016-12-27", "2016-12-27"),
    ],
)
def test_a_date_in_words_is_as_exact_as_it_is(
    value: str, precision: Precision, text: str, first: str, last: str
) -> None:
    seen = when(Date(value, precision, Basis.STATED))
    assert seen.text == text
    assert (seen.first, seen.last) == (date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


def test_a_date_nobody_can_place_is_shown_as_it_stands() -> None:
    seen = when(Date("2016-02-31", Precision.DAY, Basis.STATED))
    assert seen.first is None
    assert seen.known
    assert when(Date("the day after", Precision.DAY, Basis.STATED)).text == "the day after"


def test_no_date_is_said_to_be_unknown_and_comes_last() -> None:
    assert when(None) is UNKNOWN
    assert not UNKNOWN.known
    assert UNKNOWN.order > when(Date("2999", Precision.YEAR, Basis.STATED)).order


def test_the_basis_names_the_words_it_rests_on() -> None:
    seen = when(Date("2016-12-28", Precision.DAY, Basis.RESOLVED, Evidence("a", 0, 9, "Wednesday\nnight")))
    assert seen.basis.endswith("“Wednesday night”")


def test_only_what_is_rough_is_labelled() -> None:
    assert label("day") == label("minute") == label("unknown") == ""
    assert label("month") == "month only"
