"""Whole sentences in the manner of a news agency, written for this table, with every time in them."""

from __future__ import annotations

from datetime import date

import pytest

from rashomon.temporal import find_times

Value = tuple[str, str | None]

# Friday 22 March 2013.
FRIDAY: list[tuple[str, list[Value]]] = [
    ("The envoys meet Monday in Varna to discuss the border.", [("Monday", "2013-03-25")]),
    ("The envoys did not meet Monday in Varna.", [("Monday", "2013-03-18")]),
    ("The bid had been set to expire at midnight Thursday.", [("midnight Thursday", "2013-03-21T24:00")]),
    ("Ministers gather on Sunday in Varna.", [("Sunday", "2013-03-24")]),
    ("Neither man could be reached Wednesday.", [("Wednesday", "2013-03-20")]),
    (
        "Sales in the quarter ended Dec. 31 rose 3 percent from a year earlier.",
        [("the quarter", "2012-Q4"), ("Dec. 31", "2012-12-31"), ("a year earlier", "2011-Q4")],
    ),
    (
        "Profit rose 4 percent in the three months ended Feb. 28.",
        [("the three months", "P3M"), ("Feb. 28", "2013-02-28")],
    ),
    (
        "The storm, the worst in two decades, killed 14 people early Thursday.",
        [("two decades", "P20Y"), ("early Thursday", "2013-03-21")],
    ),
    ("He has led the party for the last year.", [("the last year", "P1Y")]),
    ("He led the party last year.", [("last year", "2012")]),
    ("He has led the party for the past year and a half.", [("the past year and a half", "P1Y6M")]),
    ("The island will one day have its own parliament.", [("one day", "FUTURE_REF")]),
    ("The journey took one day.", [("one day", "P1D")]),
    ("Over the years the mill changed hands.", [("the years", "PXY")]),
    ("The trial should take between two and six weeks.", [("two and six weeks", "PXW")]),
    ("The trial is expected to last five to seven years.", [("five to seven years", "PXY")]),
    ("The trial will last two weeks.", [("two weeks", "P2W")]),
    ("She was named Person of the Year by a magazine.", []),
    ("The bridge reopened this past weekend.", [("this past weekend", "2013-W11-WE")]),
    (
        "The ministry had warned as recently as last Thursday.",
        [("recently", "PAST_REF"), ("last Thursday", "2013-03-21")],
    ),
    (
        "The shares closed Thursday at their lowest since mid-January.",
        [("Thursday", "2013-03-21"), ("mid-January", "2013-01")],
    ),
    ("He will be sentenced June 4.", [("June 4", "2013-06-04")]),
    ("It has been nearly 10 years since the war began.", [("nearly 10 years", "P10Y")]),
    ("Police arrested him late Wednesday night.", [("late Wednesday night", "2013-03-20TNI")]),
    ("Rainfall has doubled since the mid-1990s.", [("the mid-1990s", "199")]),
    ("The council voted Tuesday, two days after the fire.", [("Tuesday", "2013-03-19"), ("two days", "P2D")]),
    ("The army seized power in a 1991 coup.", [("1991", "1991")]),
    (
        "He was last seen at 2:30 a.m. local time on March 3.",
        [("2:30 a.m. local time on March 3", "2013-03-03T02:30")],
    ),
    ("The bell rang at 6 a.m. (0400 GMT).", [("6 a.m.", "2013-03-22T06:00")]),
    ("The strike ends at 0600 GMT.", [("0600 GMT", "2013-03-22T06:00")]),
    ("The firm expects growth this year and next.", [("this year", "2013"), ("next", "2014")]),
    (
        "The talks, which began last month, resume in the coming days.",
        [("last month", "2013-02"), ("the coming days", "FUTURE_REF")],
    ),
    ("Last year's second-quarter loss was restated.", [("Last year's second-quarter", "2012-Q2")]),
    ("The group was founded in the late 19th century.", [("the late 19th century", "18")]),
    ("The plant will close by the end of 2015.", [("the end of 2015", "2015")]),
    ("He served 18 months in jail in the '90s.", [("18 months", "P18M"), ("the '90s", "199")]),
    ("He earns $40,000 a year and calls twice a week.", [("a year", "P1Y"), ("a week", "P1W")]),
    (
        "The vote is set for Nov. 6, less than eight months away.",
        [("Nov. 6", "2013-11-06"), ("less than eight months", "P8M")],
    ),
    ("The election is just weeks away.", [("weeks", "PXW")]),
    ("At 9 p.m. Thursday the square was empty.", [("9 p.m. Thursday", "2013-03-21T21:00")]),
    ("The comet was first seen the night of March 12.", [("night of March 12", "2013-03-12TNI")]),
    (
        "In the last three months of 2012, exports fell.",
        [("the last three months", "P3M"), ("2012", "2012")],
    ),
    ("It was the deadliest day in months.", [("months", "PXM")]),
    ("Half a century ago, the line was built.", [("Half a century ago", "1963")]),
    ("Every four years the town votes.", [("Every four years", "P4Y")]),
    ("By Thursday evening, 200 had fled.", [("Thursday evening", "2013-03-21TEV")]),
    ("Earlier Friday, he met the king.", [("Earlier Friday", "2013-03-22")]),
    ("The offer expires at midnight Friday.", [("midnight Friday", "2013-03-22T24:00")]),
    (
        "The probe was launched 11 months ago and reached orbit in July.",
        [("11 months ago", "2012-04"), ("July", "2012-07")],
    ),
    ("Two weeks from now the shops reopen.", [("Two weeks from now", "2013-W14")]),
    ("Stars formed 13 billion years ago.", [("13 billion years ago", None)]),
    ("The comet is 13.8 billion years old.", [("13.8 billion years old", "P13800000000Y")]),
    ("On a recent Saturday morning, she cooked.", [("Saturday morning", "XXXX-WXX-6TMO")]),
    ("He called one Sunday in May.", [("Sunday", "XXXX-WXX-7"), ("May", "2012-05")]),
    ("He said so in a Thursday interview.", [("Thursday", "2013-03-21")]),
    ("He ruled from 1999 to 2004.", [("1999", "1999"), ("2004", "2004")]),
]

# Thursday 4 January 2024: the turn of a year lies just behind.
THURSDAY: list[tuple[str, list[Value]]] = [
    ("The law took effect Jan. 1.", [("Jan. 1", "2024-01-01")]),
    ("The ferry sank on Dec. 30.", [("Dec. 30", "2023-12-30")]),
    ("The ferry sank last month.", [("last month", "2023-12")]),
    ("The ferry sank last week.", [("last week", "2023-W52")]),
    ("The ferry sank on Sunday.", [("Sunday", "2023-12-31")]),
    ("Sales fell in the fourth quarter.", [("the fourth quarter", "2023-Q4")]),
    ("The court will sit in February.", [("February", "2024-02")]),
    ("The ferry sank two weeks ago.", [("two weeks ago", "2023-W51")]),
]

CASES = [(date(2013, 3, 22), *case) for case in FRIDAY] + [(date(2024, 1, 4), *case) for case in THURSDAY]


@pytest.mark.parametrize(("published", "sentence", "expected"), CASES)
def test_every_time_of_a_sentence(published: date, sentence: str, expected: list[Value]) -> None:
    assert [(one.text, one.value) for one in find_times(sentence, published=published)] == expected


def test_a_region_names_its_zone() -> None:
    (one,) = find_times("It began at 9 a.m. Eastern time on March 4, 2013.")
    assert one.edtf == "2013-03-04T09:00-05:00"


def test_local_time_has_no_offset() -> None:
    (one,) = find_times("It began at 9 a.m. local time on March 4, 2013.")
    assert one.edtf == "2013-03-04T09:00"


def test_a_quarter_that_ends_on_a_day_of_no_known_year_stays_open() -> None:
    found = find_times("Profit rose in the quarter ended Dec. 31.")
    assert [(one.text, one.value) for one in found] == [("the quarter", None), ("Dec. 31", "XXXX-12-31")]


@pytest.mark.parametrize("published", [None, date(2013, 3, 22)])
@pytest.mark.parametrize("said", ["on Sept. 31", "in the quarter ended Sept. 31", "on Friday, February 30"])
def test_a_day_that_no_calendar_has_is_no_day(said: str, published: date | None) -> None:
    found = find_times(f"The pier opened {said}.", published=published)
    assert {one.value for one in found if "3" in one.text} == {None}
    assert all(one.value is None or "-31" not in one.value for one in found)
