"""The TIMEX3 value of a place on the calendar, given the day it is said on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rashomon.temporal.feasts import FEASTS
from rashomon.temporal.meaning import Point, Which
from rashomon.temporal.moments import by_days, by_months, is_date, weekday_after, weekday_before
from rashomon.temporal.tense import Tense

# How much further back than ahead a day may lie and still be meant. News looks back; a verb says more, but not all:
# "extended it to Nov. 20" is a past verb and a day to come. Measured on TimeBank and AQUAINT.
_BACKWARD = {Tense.OVER: 30.0, Tense.PAST: 6.0, Tense.UNCLEAR: 1.2, Tense.FUTURE: 0.25}
_SEASON_STARTS = {"WI": 1, "SP": 3, "SU": 6, "FA": 9}


def point_value(point: Point, today: date | None, tense: Tense) -> str | None:
    """The value, or None where the point needs a day to be told from and there is none, or the calendar lacks it."""
    year = point.year
    if year is None and point.year_shift is not None and today is not None:
        year = today.year + point.year_shift
    if year is not None:
        return _in_year(point, year)
    if today is None:
        return None
    if point.feast or point.month is not None:
        return _yearly(point, today, tense)
    if point.weekday is not None:
        return _weekday(point, today, tense).isoformat() + (point.time or "")
    if point.season is not None:
        return f"{_season_year(point, today, tense):04}-{point.season}"
    if point.quarter is not None:
        return f"{_quarter_year(point, today, tense):04}-Q{point.quarter}"
    return None


def _in_year(point: Point, year: int) -> str | None:
    if not 1 <= year <= 9998:
        return None
    if point.feast:
        return FEASTS[point.feast](year).isoformat() + (point.time or "")
    if point.month is not None and point.day is not None:
        if not is_date(year, point.month, point.day):
            return None
        return f"{year:04}-{point.month:02}-{point.day:02}{point.time or ''}"
    if point.month is not None:
        return f"{year:04}-{point.month:02}" if 1 <= point.month <= 12 else None
    if point.season:
        return f"{year:04}-{point.season}"
    if point.quarter:
        return f"{year:04}-Q{point.quarter}"
    return f"{year:04}-H{point.half}" if point.half else f"{year:04}"


def _yearly(point: Point, today: date, tense: Tense) -> str | None:
    """A month, day of a month or feast of an unsaid year."""
    month_only = point.feast is None and point.day is None

    def in_year(year: int) -> date | None:
        value = _in_year(point, year)
        return None if value is None else date.fromisoformat(value[:10] if not month_only else f"{value}-01")

    here = today.replace(day=1) if month_only else today
    chosen = _same_weekday(in_year, here, point.weekday) or _chosen(in_year, here, point.which, tense)
    return None if chosen is None else _in_year(point, chosen)


def _same_weekday(in_year: Callable[[int], date | None], here: date, weekday: int | None) -> int | None:
    """The one year of the three around in which the day falls on the weekday it is said to fall on."""
    if weekday is None:
        return None
    days = [day for year in (here.year - 1, here.year, here.year + 1) if (day := in_year(year)) is not None]
    fitting = [day.year for day in days if day.weekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def _chosen(in_year: Callable[[int], date | None], here: date, which: Which | None, tense: Tense) -> int | None:
    """The year in which a yearly day is meant. 29 February looks as far as the nearest leap years."""
    reach = range(max(here.year - 8, 1), min(here.year + 9, 9998))
    days = [day for year in reach if (day := in_year(year)) is not None]
    before = [day for day in days if day < here]
    after = [day for day in days if day > here]
    if which in (Which.LAST, Which.PREVIOUS):
        return before[-1].year if before else None
    if which in (Which.NEXT, Which.FOLLOWING):
        return after[0].year if after else None
    if which in (Which.THIS, Which.SAME):
        return here.year if in_year(here.year) is not None else None
    if here in days:
        return here.year
    if not before or not after:
        return next((day.year for day in days), None)  # "Sept. 31": no year has it
    back, ahead = (here - before[-1]).days, (after[0] - here).days
    return before[-1].year if back <= ahead * _BACKWARD[tense] else after[0].year


def _weekday(point: Point, today: date, tense: Tense) -> date:
    weekday = point.weekday or 0
    if point.week_shift is not None:
        monday = by_days(today, -today.weekday())
        return by_days(monday, weekday + 7 * point.week_shift)
    if point.which in (Which.LAST, Which.PREVIOUS):
        return weekday_before(today, weekday, same=False)
    if point.which in (Which.NEXT, Which.FOLLOWING):
        return weekday_after(today, weekday, same=False)
    if point.which is Which.THIS:
        return (
            weekday_after(today, weekday, same=True)
            if tense not in (Tense.PAST, Tense.OVER)
            else weekday_before(today, weekday, same=True)
        )
    if tense is Tense.FUTURE:
        return weekday_after(today, weekday, same=True)
    return weekday_before(today, weekday, same=True)


def _season_year(point: Point, today: date, tense: Tense) -> int:
    start = date(today.year, _SEASON_STARTS[point.season or "SU"], 1)
    if point.which is Which.THIS:
        return today.year
    if point.which in (Which.NEXT, Which.FOLLOWING) or (point.which is None and tense is Tense.FUTURE):
        return today.year if by_months(start, 3) > today else today.year + 1
    over = start if point.which is None else by_months(start, 3)
    return today.year if over <= today else today.year - 1


def _quarter_year(point: Point, today: date, tense: Tense) -> int:
    now = (today.month - 1) // 3 + 1
    back = (now - (point.quarter or 1)) % 4
    ahead = 4 - back
    year_back = today.year if (point.quarter or 1) <= now else today.year - 1
    return year_back if back <= ahead * _BACKWARD[tense] * 2 else year_back + 1
