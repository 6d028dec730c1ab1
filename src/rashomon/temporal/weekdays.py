"""Weekdays and dates that disagree."""

from __future__ import annotations

from datetime import date

from rashomon.temporal.grammar import find
from rashomon.temporal.meaning import Point
from rashomon.temporal.moments import is_date

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def calendar_problems(text: str) -> list[str]:
    """One line for each full date in ``text`` that the calendar lacks or that fell on another weekday."""
    words, found = find(text)
    problems: list[str] = []
    for one in found:
        point = one.meaning
        if isinstance(point, Point) and point.year and point.month and point.day:
            said = text[words.starts[one.first] : words.ends[one.last - 1]]
            if problem := _problem(point.year, point.month, point.day, point.weekday):
                problems.append(f"“{' '.join(said.split())}”: {problem}")
    return list(dict.fromkeys(problems))


def _problem(year: int, month: int, day: int, weekday: int | None) -> str | None:
    if not is_date(year, month, day):
        return "the calendar has no such day"
    actual = date(year, month, day).weekday()
    return None if weekday in (None, actual) else f"that day was a {_NAMES[actual]}"
