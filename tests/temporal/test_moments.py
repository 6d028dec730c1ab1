"""The calendar, over all of it."""

from __future__ import annotations

import calendar
import re
import time
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.temporal import find_times
from rashomon.temporal.edtf import edtf_of, is_edtf
from rashomon.temporal.feasts import FEASTS
from rashomon.temporal.moments import (
    by_months,
    days_in,
    easter,
    is_date,
    nth_weekday,
    quarter_value,
    week_value,
    weekday_after,
    weekday_before,
)

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2190, 12, 31))
# Shared machines stall; a slow example is no wrong one.
calm = settings(deadline=None, max_examples=60)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@calm
@given(st.integers(1, 9998), st.integers(1, 12))
def test_days_in_agrees_with_the_standard_library(year: int, month: int) -> None:
    assert days_in(year, month) == calendar.monthrange(year, month)[1]


@calm
@given(st.integers(1, 9998))
def test_leap_days(year: int) -> None:
    assert is_date(year, 2, 29) == calendar.isleap(year)
    assert not is_date(year, 2, 30)


@calm
@given(DAYS, st.integers(-600, 600))
def test_months_keep_the_day_where_they_can(day: date, count: int) -> None:
    moved = by_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == min(day.day, days_in(moved.year, moved.month))


@calm
@given(DAYS)
def test_week_value_round_trips(day: date) -> None:
    value = week_value(day)
    first = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
    assert first <= day < first + timedelta(days=7)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2021, 1, 3), "2020-W53"),
        (date(2020, 12, 31), "2020-W53"),
        (date(2018, 12, 31), "2019-W01"),
        (date(2015, 12, 31), "2015-W53"),
        (date(2016, 1, 3), "2015-W53"),
    ],
)
def test_weeks_at_year_ends(day: date, value: str) -> None:
    assert week_value(day) == value
    (this,) = find_times("It happened this week.", published=day)
    assert this.value == value
    assert this.edtf is not None
    assert is_edtf(this.edtf)


@calm
@given(DAYS, st.integers(0, 6))
def test_weekdays_around(day: date, weekday: int) -> None:
    before, after = weekday_before(day, weekday, same=False), weekday_after(day, weekday, same=False)
    assert before.weekday() == after.weekday() == weekday
    assert before < day < after
    assert (after - before).days in (7, 14)
    assert (weekday_before(day, weekday, same=True) == day) == (day.weekday() == weekday)


@calm
@given(DAYS)
def test_last_weekday_said_on_that_weekday_is_a_week_ago(day: date) -> None:
    name = WEEKDAYS[day.weekday()]
    (last,) = find_times(f"She left last {name}.", published=day)
    assert last.value == (day - timedelta(days=7)).isoformat()
    (bare,) = find_times(f"She left on {name}.", published=day)
    assert bare.value == day.isoformat()
    (coming,) = find_times(f"She leaves next {name}.", published=day)
    assert coming.value == (day + timedelta(days=7)).isoformat()


@calm
@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_past_weekday_is_never_ahead_nor_older_than_a_week(day: date, name: str) -> None:
    (one,) = find_times(f"She left on {name}.", published=day)
    assert one.value is not None
    assert 0 <= (day - date.fromisoformat(one.value)).days < 7


@calm
@given(DAYS)
def test_yesterday_and_tomorrow_over_year_ends_and_leap_days(day: date) -> None:
    (back,) = find_times("She left yesterday.", published=day)
    (ahead,) = find_times("She leaves tomorrow.", published=day)
    assert back.value == (day - timedelta(days=1)).isoformat()
    assert ahead.value == (day + timedelta(days=1)).isoformat()


@calm
@given(DAYS)
def test_a_full_date_is_itself_whatever_the_article_says(day: date) -> None:
    words = f"{calendar.month_name[day.month]} {day.day}, {day.year}"
    for published in (None, date(2024, 5, 15)):
        (one,) = find_times(f"The pact was signed on {words}.", published=published)
        assert (one.value, one.edtf, one.anchored) == (day.isoformat(), day.isoformat(), "itself")


@calm
@given(DAYS, DAYS)
def test_a_day_without_a_year_is_within_a_year(day: date, published: date) -> None:
    (one,) = find_times(f"The pact was signed on {calendar.month_name[day.month]} {day.day}.", published=published)
    assert one.value is not None
    found = date.fromisoformat(one.value)
    assert (found.month, found.day) == (day.month, day.day)
    assert abs((found - published).days) <= (366 if (day.month, day.day) != (2, 29) else 8 * 366)


def test_the_leap_day_without_a_year_is_in_a_leap_year() -> None:
    (one,) = find_times("The pact was signed on Feb. 29.", published=date(2023, 3, 10))
    assert one.value in ("2020-02-29", "2024-02-29")


@calm
@given(st.integers(1583, 4000))
def test_easter_is_a_spring_sunday(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", date(2024, 3, 31)),
        ("good friday", date(2025, 4, 18)),
        ("election day", date(2016, 11, 8)),
        ("election day", date(2022, 11, 8)),
        ("election day", date(2020, 11, 3)),
        ("thanksgiving", date(2018, 11, 22)),
        ("memorial day", date(2021, 5, 31)),
        ("labor day", date(2025, 9, 1)),
        ("martin luther king day", date(2019, 1, 21)),
        ("black friday", date(2019, 11, 29)),
    ],
)
def test_feasts(name: str, day: date) -> None:
    assert FEASTS[name](day.year) == day


@calm
@given(st.integers(1900, 2100), st.sampled_from(sorted(FEASTS)))
def test_every_feast_falls_in_its_year(year: int, name: str) -> None:
    assert FEASTS[name](year).year == year


@calm
@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(0, 6), st.integers(1, 4))
def test_nth_weekday(year: int, month: int, weekday: int, nth: int) -> None:
    day = nth_weekday(year, month, weekday, nth)
    assert (day.month, day.weekday()) == (month, weekday)
    assert 7 * (nth - 1) < day.day <= 7 * nth


@calm
@given(DAYS)
def test_values_are_edtf(day: date) -> None:
    for value in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4], week_value(day), quarter_value(day)):
        found = edtf_of(value, None)
        assert found is not None
        assert is_edtf(found)


@pytest.mark.parametrize(
    ("value", "mod", "edtf"),
    [
        ("2014-SU", None, "2014-22"),
        ("198", None, "198X"),
        ("2016-Q3", None, "2016-07/2016-09"),
        ("2016-H1", None, "2016-01/2016-06"),
        ("2020-W53", None, "2020-12-28/2021-01-03"),
        ("2016", "APPROX", "2016~"),
        ("2016-12-29T09:17", None, "2016-12-29T09:17"),
        ("2016-12-29TNI", None, "2016-12-29"),
        ("PRESENT_REF", None, None),
        ("P2W", None, None),
        ("XXXX-03-29", None, None),
        (None, None, None),
    ],
)
def test_edtf_of(value: str | None, mod: str | None, edtf: str | None) -> None:
    assert edtf_of(value, mod) == edtf


@calm
@given(st.text(max_size=300), st.none() | DAYS)
def test_any_text_is_survived_and_offsets_hold(text: str, published: date | None) -> None:
    before = 0
    for one in find_times(text, published=published):
        assert text[one.start : one.end] == one.text
        assert before <= one.start < one.end
        before = one.end


PIECES = """
in on at the a last next this May March Sunday 12 31 1998 2024 , . - / : ' s pm Q3 early late mid two half and to of
year week months ago later quarter summer tonight 9/11 Christmas Eve 00 99 fiscal 20th 1980s tenth anniversary today
Tuesday nights every other each days weekend ended GMT hence before recent or first
"""


@calm
@given(st.lists(st.sampled_from(PIECES.split()), max_size=14), st.none() | DAYS)
def test_heaps_of_time_words_are_survived(pieces: list[str], published: date | None) -> None:
    for text in (" ".join(pieces), "".join(pieces)):
        for one in find_times(text, published=published):
            assert text[one.start : one.end] == one.text
            assert one.edtf is None or is_edtf(one.edtf)
            if one.edtf is not None:
                # EDTF writes clock times with seconds, the record at the minute that was told.
                parse_edtf(re.sub(r"(T\d\d:\d\d)(?!:)", r"\1:00", one.edtf))


@pytest.mark.parametrize(
    "words", ["two ", "twenty-five and ", "the last ", "May ", "12:30 ", "\n\n", "quarter ", "1998-"]
)
def test_time_grows_with_the_text_not_with_its_square(words: str) -> None:
    def seconds(length: int) -> float:
        start = time.process_time()
        find_times(words * (length // len(words)), published=date(2024, 5, 15))
        return time.process_time() - start

    assert seconds(40_000) < 12 * max(seconds(10_000), 0.02)
