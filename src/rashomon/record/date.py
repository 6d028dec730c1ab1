"""A date that is honest about how much of it is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.record.evidence import Evidence


class Precision(StrEnum):
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class Basis(StrEnum):
    """Where a date comes from: the page says it, its metadata says it, it was resolved against
    another date, or it follows from what the text tells."""

    STATED = "stated"
    METADATA = "metadata"
    RESOLVED = "resolved"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Date:
    """A point or stretch of time at the precision the pages support.

    ``value`` is ISO 8601 at reduced precision (``2016``, ``2016-12``, ``2016-12-29``,
    ``2016-12-29T09:17``) or an EDTF interval or approximation (``2016-12-27/2016-12-28``, ``2014~``,
    ``2014-22`` for the summer of 2014). ``evidence`` is None only for a date from page metadata.
    """

    value: str
    precision: Precision
    basis: Basis
    evidence: Evidence | None = None
