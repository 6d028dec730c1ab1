"""What a text last spoke of: the day, month or year that "the next day" and "a year earlier" count from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rashomon.record import TimeType
from rashomon.temporal.moments import is_date

_FINEST = {"D": ("D",), "N": ("D",), "WE": ("D",), "W": ("D",), "F": ("D",), "M": ("D", "M"), "Q": ("D", "M")}
_ALL = ("D", "M", "Y")


@dataclass(slots=True)
class Focus:
    """``last`` holds, for each precision, the last date of it and the word it ends at. ``quarter``
    is the quarter the text reports on, its first; ``months`` whether it has since turned to a stretch of months."""

    last: dict[str, tuple[date, int]] = field(default_factory=dict)
    quarter: date | None = None
    months: bool = False

    def base(self, unit: str) -> date | None:
        """The date mentioned last that is fine enough to count ``unit`` from."""
        known = [self.last[precision] for precision in _FINEST.get(unit, _ALL) if precision in self.last]
        return max(known, key=lambda item: item[1])[0] if known else None

    def day_since(self, word: int) -> date | None:
        """The day mentioned last, if that was not before ``word``."""
        day = self.last.get("D")
        return day[0] if day and day[1] >= word else None

    def remember(self, kind: TimeType, value: str | None, at: int, *, reported: bool) -> None:
        """Takes note of a value; ``reported`` is False for one that only compares ("a year ago")."""
        if kind is TimeType.DURATION and value in ("P6M", "P9M"):
            self.months = True
        if kind not in (TimeType.DATE, TimeType.TIME) or value is None or not value[:4].isdigit() or len(value) < 4:
            return
        if value[5:6] == "Q":
            if reported and value[6:].isdigit():
                self.quarter = self.quarter or date(int(value[:4]), 3 * int(value[6]) - 2, 1)
                self.months = False
            return
        parts = value[:10].split("T")[0].split("-")
        if all(part.isdigit() for part in parts) and is_date(*[*map(int, parts), 1, 1][:3]):
            self.last["YMD"[len(parts) - 1]] = (date(*[*map(int, parts), 1, 1][:3]), at)
