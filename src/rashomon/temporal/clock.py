"""Clock times and parts of a day, as TIMEX3 writes them after a date."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rashomon.temporal.letters import Words
from rashomon.temporal.numbers import number_of
from rashomon.temporal.words import PARTS, REGIONS, ZONES


def time_of(words: Words, first: int, last: int) -> tuple[str | None, str | None]:
    """The TIMEX3 time ("T09:17", "TNI") and the zone word that some words tell; (None, None) where they tell none."""
    kinds = words.kinds[first:last]
    for k, kind in enumerate(kinds, first):
        if kind == "q":
            return f"T{PARTS[words.lower(k)]}", None
    zone = next((_zone(words.lower(k)) for k in range(first, last) if words.kinds[k] == "Q"), None)
    mark = next((words.lower(k).replace(".", "") for k in range(first, last) if words.kinds[k] == "z"), None)
    return _clock(words, first, first + _digits(kinds), mark), zone


def _zone(words: str) -> str | None:
    """The zone's short name; None for "local time", which may be any."""
    return words if words in ZONES else REGIONS.get(words.split()[0])


def with_offset(value: str, zone: str) -> str:
    """A date-time with the offset that its zone has on that day; any other value as it is.

    "EST" in July is the clock of New York in July: news names the place's clock, not the season's.
    """
    if len(value) != len("2016-12-29T09:17"):
        return value
    here = datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(ZONES[zone])).isoformat(timespec="minutes")
    return here.replace("+00:00", "Z")  # as EDTF writes it


def _digits(kinds: str) -> int:
    """How many of the first letters write the hour."""
    return next((at for at, kind in enumerate(kinds) if kind not in "dkYn-"), len(kinds))


def _clock(words: Words, first: int, last: int, mark: str | None) -> str | None:
    written = words.lower(first)
    if last == first + 1 and written[0].isdigit():
        parts = written.replace(".", ":").split(":")
        if len(written) == 4 and written.isdigit():
            parts = [written[:2], written[2:]]
        hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    else:
        number = number_of(words, first, last)
        if number is None:
            return None
        hour, minute = int(number), 0
    if mark in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if mark == "pm" else 0)
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None
