"""What a time expression says, before anything is known about when it was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from rashomon.record import TimeType


class Which(StrEnum):
    """Which of several a word picks; the last three count from the date last mentioned."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PREVIOUS = "previous"
    SAME = "same"
    FOLLOWING = "following"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the calendar by its parts; what is not said is None.

    ``year_shift`` counts from the article's year ("June last year" is -1), ``week_shift`` likewise, ``focus_shift``
    from the year last mentioned ("October of that year" is 0). ``time`` is what
    TIMEX3 writes after the date ("TNI", "T09:00"), ``zone`` the name of its time zone. A ``fiscal`` year or quarter has
    the calendar's name but not its days.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    feast: str | None = None
    which: Which | None = None
    year_shift: int | None = None
    focus_shift: int | None = None
    week_shift: int | None = None
    time: str | None = None
    zone: str | None = None
    fiscal: bool = False
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit picked by position: "last week", "today" (the day, this), "the following month"."""

    unit: str
    which: Which
    shift: int = 0
    time: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after now (``focus`` False) or the date last mentioned; ``count`` None is "a few".

    ``back`` says what they count from where that is not now: a unit ("a year ago this week"), ``weekday`` the last
    such day ("a week ago Friday"), ``days`` a day beside today ("a week ago yesterday").
    """

    count: float | None
    unit: str
    sign: int
    focus: bool = False
    mod: str | None = None
    back: str | None = None
    weekday: int | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of a day that the words beside it do not say."""

    time: str
    zone: str | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class YearAgo:
    """The same stretch a year before: "a year ago", "the year-ago quarter"; ``earlier`` counts from what was mentioned
    last ("a year earlier"). ``year`` is the year that "the 1988 period" names."""

    earlier: bool = False
    year: int | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class TheQuarter:
    """ "the quarter", "the latest period": the one the text last spoke of."""

    shift: int = 0
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor: a reference, a length, a repetition, a decade."""

    type: TimeType
    value: str
    mod: str | None = None


Meaning = Point | Unit | Shift | Clock | YearAgo | TheQuarter | Fixed


def modified(meaning: Meaning, mod: str | None) -> Meaning:
    """The meaning with a modifier, if there is one."""
    return meaning if mod is None else replace(meaning, mod=mod)
