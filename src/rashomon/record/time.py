"""Words that name a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TimeType(StrEnum):
    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: ``text`` stands at ``start:end``; ``value`` is a TIMEX3 value (2016-12-29, P2W, PRESENT_REF).

    ``value`` is None where it cannot be known (a weekday in an undated article). ``mod`` is the TIMEX3 modifier
    (START, MID, END, APPROX, BEFORE, AFTER ...). ``edtf`` is the same moment as ISO 8601 or EDTF, or None when the
    expression names no point on the calendar. ``anchored`` says what it was resolved against: "itself" (a full
    date), "article", "previous" (the last mentioned date), "quotation", or "nothing".
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str | None
    mod: str | None = None
    edtf: str | None = None
    anchored: str = "itself"
