"""A date as a reader should see it: no more exact than the pages are."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from rashomon.record import Basis, Date, Precision

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2})\S*)?([~?%])?$")
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_BASES = {
    Basis.STATED: "the page states it",
    Basis.METADATA: "from the page's metadata",
    Basis.RESOLVED: "worked out against another date on the page",
    Basis.INFERRED: "it follows from what the text tells",
}


@dataclass(frozen=True, slots=True)
class When:
    """A date in words. ``first`` and ``last`` are the proleptic days it may stand for, None where the calendar
    cannot tell; ``precision`` is "day", "month" ... or "unknown"; ``basis`` says in words where it comes from."""

    text: str
    value: str
    precision: str
    basis: str
    first: int | None
    last: int | None

    @property
    def known(self) -> bool:
        """Whether the pages tell any date at all."""
        return bool(self.value)

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.first is not None and self.first == self.last

    @property
    def order(self) -> tuple[int, int]:
        """What to sort by: unknown dates come last, a rough one before the exact ones it may hold."""
        return (10**9, 0) if self.first is None else (self.first, self.last or self.first)


UNKNOWN = When("date not known", "", "unknown", "", None, None)


def when(moment: Date | None) -> When:
    """The date in words and as days of the calendar; a value nobody can read is shown as it stands."""
    if moment is None:
        return UNKNOWN
    ends = [_bounds(part) for part in moment.value.split("/")]
    first = ends[0][0] if ends else None
    last = ends[-1][1] if ends else None
    if first is None or last is None or last < first:
        first = last = first if first is not None else last
    text = _interval_words(moment.value) if "/" in moment.value else _words(moment.value)
    basis = _BASES[moment.basis]
    if moment.evidence is not None:
        basis += f": “{' '.join(moment.evidence.text.split())}”"
    return When(text, moment.value, str(moment.precision), basis, first, last)


def span_words(first: When, last: When) -> str:
    """From the one to the other, in words and without the hour; one date alone when they are the same."""
    start, end = (text.partition(",")[0] for text in (first.text, last.text))
    return start if start == end else f"{start} to {end}"


def day_words(day: int) -> str:
    """A proleptic day in words."""
    return _words(date.fromordinal(day).isoformat())


def _bounds(part: str) -> tuple[int | None, int | None]:
    found = _POINT.match(part.strip())
    if found is None:
        return None, None
    year, month, day = (int(n) if n else None for n in found.group(1, 2, 3))
    try:
        return _days(year or 1, month, day)
    except ValueError:
        return None, None


def _days(year: int, month: int | None, day: int | None) -> tuple[int, int]:
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if month in _SEASONS:
        start = date(year, _SEASONS[month][1], 1)
        return start.toordinal(), start.toordinal() + 90
    if day is None:
        return date(year, month, 1).toordinal(), date(year, month, calendar.monthrange(year, month)[1]).toordinal()
    exact = date(year, month, day).toordinal()
    return exact, exact


def _words(part: str) -> str:
    found = _POINT.match(part.strip())
    if found is None:
        return part
    year, month, day, clock, about = found.groups()
    text = year
    if month and int(month) in _SEASONS:
        text = f"{_SEASONS[int(month)][0]} {year}"
    elif month and 1 <= int(month) <= 12:
        text = f"{int(day)} " if day else ""
        text += f"{calendar.month_name[int(month)]} {year}"
    text += f", {clock}" if clock else ""
    return f"about {text}" if about else text


def _interval_words(value: str) -> str:
    start, _, end = value.partition("/")
    if start in ("", ".."):
        return f"until {_words(end)}"
    if end in ("", ".."):
        return f"from {_words(start)}"
    left, right = _words(start), _words(end)
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        left = str(int(start[8:]))
    elif start[:4] == end[:4] and left.endswith(start[:4]):
        left = left.removesuffix(start[:4]).strip()
    return f"{left} – {right}"


def label(precision: str) -> str:
    """How exact a date is, for the reader; nothing where it is an ordinary day."""
    return (
        {
            Precision.MONTH: "month only",
            Precision.YEAR: "year only",
            Precision.INTERVAL: "some time in this span",
        }.get(Precision(precision), "")
        if precision != "unknown"
        else ""
    )
