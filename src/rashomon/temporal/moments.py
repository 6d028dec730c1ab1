"""Calendar arithmetic: weeks, months, quarters, movable feasts. Pure functions over `datetime.date`."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta


def days_in(year: int, month: int) -> int:
    """How many days a month has; 29 in the February of a leap year."""
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (MAXYEAR, 12) else None
    return 31 if following is None else (following - date(year, month, 1)).days


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def by_days(day: date, count: int) -> date:
    return day + timedelta(days=count)


def by_months(day: date, count: int) -> date:
    """The same day ``count`` months on; the last of the month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def week_value(day: date) -> str:
    """``1998-W02``: the ISO week, whose year is not the calendar's at some year ends."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def quarter_value(day: date) -> str:
    return f"{day.year:04}-Q{(day.month - 1) // 3 + 1}"


def weekday_before(day: date, weekday: int, *, same: bool) -> date:
    """The last such weekday before ``day``; ``day`` itself counts where ``same``."""
    back = (day.weekday() - weekday) % 7
    return by_days(day, -(back or (0 if same else 7)))


def weekday_after(day: date, weekday: int, *, same: bool) -> date:
    """The first such weekday after ``day``; ``day`` itself counts where ``same``."""
    ahead = (weekday - day.weekday()) % 7
    return by_days(day, ahead or (0 if same else 7))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The ``nth`` such weekday of a month; the last where ``nth`` is -1."""
    if nth < 0:
        return weekday_before(date(year, month, days_in(year, month)), weekday, same=True)
    return by_days(weekday_after(date(year, month, 1), weekday, same=True), 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
