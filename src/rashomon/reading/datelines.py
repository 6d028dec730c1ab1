"""Dates as a page states them: full ones only, with the characters they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rashomon.record import Basis, Date, Evidence, Precision

_MONTHS = {
    1: "january jan januar enero janvier gennaio janeiro januari января janv ene gen jänner",
    2: "february feb februar febrero février fevrier febbraio fevereiro februari февраля févr fev fév",
    3: "march mar märz maerz marzo mars março marco maart марта mär mrt",
    4: "april apr abril avril aprile апреля avr abr",
    5: "may mai mayo maggio maio mei мая mag",
    6: "june jun juni junio juin giugno junho июня giu",
    7: "july jul juli julio juillet luglio julho июля juil lug",
    8: "august aug agosto août aout augustus августа ago",
    9: "september sep sept septiembre septembre settembre setembro сентября set",
    10: "october oct oktober octubre octobre ottobre outubro октября okt out ott",
    11: "november nov noviembre novembre novembro ноября",
    12: "december dec dezember diciembre décembre decembre dicembre dezembro december декабря dez dic déc",
}
_MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(map(re.escape, _MONTH_OF), key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|º|°)?\b\.?"
# A clock may be glued to it ("20194:29 AM").
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d\d))"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d+)?)?(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
    r"|(?P<hour2>1[0-2]|[1-9])\s*(?P<half2>[ap])\.?\s?m\b\.?"
)
_ZONE = r"(?:\s*(?:Z\b|UTC|GMT|[A-Z]{2,4}T\b|ET\b|PT\b|CT\b|[+-]\d\d:?\d\d))?"
_JOINT = r"(?:\s*(?:,|at|um|à|a las|alle|às|[-–—|•·@/(]|on)\s*|\s+|T)"
_DATES = (
    rf"{_MONTH}\s*{_DAY}(?:,|\s)\s*,?\s*{_YEAR}",
    rf"(?<![\d.,:/]){_DAY}(?:\s+|\s*[-/]\s*|\s+de\s+|\s+of\s+){_MONTH}(?:,|\s|\s*[-/]|\s+de\s|\s+del\s)\s*{_YEAR}",
    r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month_no>0?[1-9]|1[0-2])(?P=sep)(?P<day>[0-3]?\d)(?!\d)",
    r"(?<![\d/.-])(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)",
    r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month_no>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
    r"(?P<year>(?:19|20)\d\d)\s*년\s*(?P<month_no>\d{1,2})\s*월\s*(?P<day>\d{1,2})\s*일",
    rf"(?<![\d.,:/-]){_DAY}\s*[-/]\s*{_MONTH}\s*[-/]\s*{_YEAR}",
    # Short years stand only beside an American clock.
    r"(?<![\d/.-])(?P<a>[01]?\d)(?P<sep>/)(?P<b>[0-3]?\d)/(?P<short>\d\d)(?=,?\s+(?:at\s+)?\d{1,2}:\d\d\s*[ap]\.?m)",
)
_PATTERNS = tuple(
    re.compile(rf"(?:\b(?:{_CLOCK}){_ZONE}{_JOINT}(?:[A-Z][a-zé]+,?\s+)?)?(?P<whole>{form})", re.IGNORECASE)
    for form in _DATES
)
_YEARS = re.compile(r"(?:19|20)\d\d|\d/\d\d,?\s")
_AFTER_CLOCK = re.compile(rf"{_JOINT}(?:{_CLOCK}){_ZONE}", re.IGNORECASE)
_COMPACT = re.compile(r"^((?:19|20)\d\d)([01]\d)([0-3]\d)(?=T|$)")
_GLUED_CLOCK = re.compile(rf"(?:{_CLOCK}){_ZONE}", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"(?<!\w){_MONTH}\s*,?\s*{_YEAR}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date stated in ``text[start:end]``."""

    value: str
    precision: Precision
    start: int
    end: int


def parse_dateline(text: str, start: int, end: int) -> Date | None:
    """The first full date stated in ``text[start:end]``, evidence in place; a day without its year is none, nor is
    05/06/2020, which is two days at once."""
    found = first_date(text[start:end])
    if found is None:
        return None
    at, to = start + found.start, start + found.end
    return Date(found.value, found.precision, Basis.STATED, Evidence("", at, to, text[at:to]))


def first_date(words: str, *, day_first: bool | None = None, months: bool = False) -> FoundDate | None:
    """The first full date in ``words``; with ``months`` also a month with its year."""
    if not _YEARS.search(words):  # most lines; the patterns take far longer to say so
        return None
    best: FoundDate | None = None
    for pattern in _PATTERNS:
        for match in pattern.finditer(words):
            if best is not None and match.start("whole") >= best.start:
                break
            found = _found(words, match, day_first)
            if found is not None:
                best = found
                break
    if best is None and months and (month := _MONTH_ONLY.search(words)):
        value = f"{month['year']}-{_MONTH_OF[month['month'].lower()]:02d}"
        return FoundDate(value, Precision.MONTH, month.start(), month.end())
    return best


def iso_date(value: str) -> FoundDate | None:
    """A date as metadata writes it. In universal time ("Z") only its day is kept: the hour where it was written is
    not known."""
    value = _COMPACT.sub(r"\1-\2-\3", value.strip()[:100])
    found = first_date(value)
    if found is None or found.precision is not Precision.MINUTE:
        return found
    rest = value[found.start :]
    midnight = found.value.endswith("T00:00")
    if midnight or re.search(r"\d(?:\.\d+)?(?:Z|\s*(?:UTC|GMT))|[+-]00:?00", rest):
        return FoundDate(found.value[:10], Precision.DAY, found.start, found.end)
    return found


def _found(words: str, match: re.Match[str], day_first: bool | None) -> FoundDate | None:
    parts = match.groupdict()
    month, day = _month_and_day(parts, day_first)
    try:
        year = parts.get("year") or f"20{parts['short']}"
        value = date(int(year), month, day).isoformat()
    except ValueError:
        return None
    clock, start, end = _clock(parts), match.start(), match.end()
    if clock is None:
        start = match.start("whole")
        after = _AFTER_CLOCK.match(words, end) or _GLUED_CLOCK.match(words, end)
        clock = _clock(after.groupdict()) if after else None
        end = after.end() if after and clock else end
    if clock is None:
        return FoundDate(value, Precision.DAY, start, end)
    return FoundDate(f"{value}T{clock}", Precision.MINUTE, start, end)


def _month_and_day(parts: dict[str, str | None], day_first: bool | None) -> tuple[int, int]:
    """(0, 0) where the order of two numbers cannot be told."""
    if parts.get("a"):
        a, b = int(parts["a"] or 0), int(parts["b"] or 0)
        if (parts["sep"] == "." and b <= 12) or b == a or a > 12 or day_first:
            return b, a
        return (a, b) if b > 12 or day_first is False else (0, 0)
    day = int(parts["day"] or 0)
    if parts.get("month_no"):
        return int(parts["month_no"] or 0), day
    return _MONTH_OF[(parts["month"] or "").lower()], day


def _clock(parts: dict[str, str | None]) -> str | None:
    hour, minute = parts.get("hour") or parts.get("hour2"), parts.get("minute") or "00"
    if hour is None:
        return None
    half = (parts.get("half") or parts.get("half2") or "").lower()
    number = int(hour)
    if half:
        if number > 12:
            return None
        number = number % 12 + (12 if half == "p" else 0)
    return f"{number:02d}:{minute}" if number < 24 else None
