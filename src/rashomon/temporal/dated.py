"""TIMEX3 expressions as dates of the record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.record import Basis, Date, Evidence, Precision, Span, TimeExpression, TimeType
from rashomon.temporal.edtf import is_edtf

_PRECISIONS = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?"), Precision.MINUTE),
    (re.compile(r"\d{4}-\d\d-\d\d~?"), Precision.DAY),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])~?"), Precision.MONTH),
    (re.compile(r"\d{4}~?"), Precision.YEAR),
)
_TO = re.compile(r"\s*(?:to|until|till|through|–|-|—)\s*")
_AND = re.compile(r"\s*and\s*")
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """Words that name a place on the calendar, as a date of the record; "from 2003 to 2009" is one interval."""

    span: Span
    date: Date


def precision_of(edtf: str) -> Precision:
    """How much of the moment an EDTF value leaves open; seasons, decades and stretches are intervals."""
    return next((precision for pattern, precision in _PRECISIONS if pattern.fullmatch(edtf)), Precision.INTERVAL)


def dated_in(text: str, times: Sequence[TimeExpression]) -> list[Dated]:
    """The dates and times of a text that the calendar knows, in text order, ranges joined."""
    points = [one for one in times if one.type in (TimeType.DATE, TimeType.TIME) and one.edtf is not None]
    out: list[Dated] = []
    at = 0
    while at < len(points):
        joined = _range(text, points[at], points[at + 1]) if at + 1 < len(points) else None
        out.append(joined or _single(points[at]))
        at += 1 if joined is None else 2
    return out


def _single(time: TimeExpression) -> Dated:
    value = time.edtf or ""
    return Dated(
        Span(time.start, time.end),
        Date(value, precision_of(value), _basis(time), Evidence("", time.start, time.end, time.text)),
    )


def _basis(time: TimeExpression) -> Basis:
    return Basis.STATED if time.anchored == "itself" else Basis.RESOLVED


def _range(text: str, first: TimeExpression, last: TimeExpression) -> Dated | None:
    """Both ends of a range as one interval, or None where the two are no range."""
    between = text[first.end : last.start]
    if not (_TO.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(text, 0, first.start))):
        return None
    start, end = (first.edtf or "").split("T")[0], (last.edtf or "").split("T")[0]
    value = f"{start}/{end}"
    if any(sign in start + end for sign in "/~X") or end < start or not is_edtf(value):
        return None
    basis = Basis.STATED if _basis(first) is _basis(last) is Basis.STATED else Basis.RESOLVED
    evidence = Evidence("", first.start, last.end, text[first.start : last.end])
    return Dated(Span(first.start, last.end), Date(value, Precision.INTERVAL, basis, evidence))
