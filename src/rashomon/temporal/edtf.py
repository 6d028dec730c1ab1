"""TIMEX3 values as ISO 8601 / EDTF."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

import edtf as _edtf

from rashomon.temporal.moments import is_date

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def edtf_of(value: str | None, mod: str | None) -> str | None:
    """The moment of a TIMEX3 value in EDTF, or None where the value is no place on the calendar."""
    if value is None:
        return None
    plain = _plain(value)
    if plain is None:
        return None
    if mod == "APPROX" and "/" not in plain and "T" not in plain:
        plain += "~"
    return plain if is_edtf(plain) else None


def _plain(value: str) -> str | None:
    if _PLAIN.fullmatch(value):
        return value if "T24" not in value else value[:10]
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{match[1]}-{_SEASONS[match[2]]}"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        month = 3 * int(match[2]) - 2
        return f"{match[1]}-{month:02}/{match[1]}-{month + 2:02}"
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return f"{match[1]}-01/{match[1]}-06" if match[2] == "1" else f"{match[1]}-07/{match[1]}-12"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return f"{first}/{date.fromisocalendar(int(match[1]), int(match[2]), 7)}"
    if re.fullmatch(r"\d{3}", value):
        return f"{value}X"
    if re.fullmatch(r"\d{2}", value):
        return f"{value}XX"
    return value[:10] if _DAY.match(value) and value[10:11] in ("", "T") else None


@lru_cache(maxsize=4096)
def is_edtf(value: str) -> bool:
    """Whether a value is EDTF: plain ISO dates by the calendar, anything else by the EDTF library's parser.

    A date-time is given at minutes, which ISO 8601 allows and EDTF level 0 writes with seconds.
    """
    if _PLAIN.fullmatch(value):
        numbers = [int(part) for part in value[:10].split("-")]
        return is_date(*[*numbers, 1, 1][:3]) and ("T" not in value or _is_clock(value[11:16]))
    try:
        _edtf.parse_edtf(value)
    except _edtf.EDTFParseException:
        return False
    return True


def _is_clock(value: str) -> bool:
    return int(value[:2]) < 24 and int(value[3:]) < 60
