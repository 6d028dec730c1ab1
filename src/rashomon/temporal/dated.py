"""TIMEX3 expressions as dates of the record."""

from __future__ import annotations

import re

from rashomon.record import Basis, Date, Evidence, Precision, TimeExpression

_PRECISIONS = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?:[+-]\d\d:\d\d)?"), Precision.MINUTE),
    (re.compile(r"\d{4}-\d\d-\d\d~?"), Precision.DAY),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])~?"), Precision.MONTH),
    (re.compile(r"\d{4}~?"), Precision.YEAR),
)


def precision_of(edtf: str) -> Precision:
    """How much of the moment an EDTF value leaves open; seasons, decades and stretches are intervals."""
    return next((precision for pattern, precision in _PRECISIONS if pattern.fullmatch(edtf)), Precision.INTERVAL)


def date_of(time: TimeExpression, *, article: str = "") -> Date | None:
    """The record's date for a time expression, or None where it names no place on the calendar."""
    if time.edtf is None:
        return None
    basis = Basis.STATED if time.anchored == "itself" else Basis.RESOLVED
    return Date(time.edtf, precision_of(time.edtf), basis, Evidence(article, time.start, time.end, time.text))
