"""The core of a statement: its weighty stems without those that only tell when."""

from __future__ import annotations

import re

from rashomon.relating.proposition import Proposition
from rashomon.relating.wordlists import listed
from rashomon.relating.words import words_of

_MONTHS = "|".join(sorted((m for m in listed("months") if len(m) > 4 or m in ("may", "june", "july")), key=len))
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_TO_THE_END = r"[^,;.]*?(?=\s+(?:that|about|of|whether)\s|[,;.\"”]|$)"
_SO_LONG = r"(?:(?:shortly|soon|just|long|right|immediately|\w+\s+(?:minute|hour|day|week|month|year)s?)\s+)?"
_BEFORE = rf"\b{_SO_LONG}before\s+{_TO_THE_END}"
_SINCE = rf"\b{_SO_LONG}(?:after|since|until|during)\s+{_TO_THE_END}"
_DATE = (
    rf"\b(?:(?:in|on|by|last|next|this|since|early|late|or)\s+)+(?:{_MONTHS}|{_DAYS}|\d{{4}})\b(?:\s+\d{{1,2}}\b)?(?:,?\s+\d{{4}}\b)?"
    r"|\b(?:or\s+)?at\s+(?:any|the|that)\s+(?:other\s+)?time\b|\b(?:yesterday|today|tomorrow|tonight|earlier)\b"
    r"|\b(?:last|next|this)\s+(?:week|month|year|night)\b"
)
_ONLY_BEFORE = re.compile(f"{_BEFORE}|{_DATE}", re.IGNORECASE)
_WHEN = re.compile(f"{_BEFORE}|{_SINCE}|{_DATE}", re.IGNORECASE)
# "received no warning": the warning is what was not.
_LIGHT = frozenset({"receiv", "giv", "mak", "tak", "get", "hav", "ever"})


def core_of(p: Proposition) -> tuple[str, ...]:
    """The stems of the statement that are left without "in January" and "two days after the vote"."""
    return _without(p, _WHEN)


def denied_core(p: Proposition) -> tuple[str, ...]:
    """The stems of what a denial denies, without its dates, and without what only bounds it ("before the vote"): who
    says that it was not so before that day answers those who say that it was so at all."""
    return _without(p, _ONLY_BEFORE)


def _without(p: Proposition, when: re.Pattern[str]) -> tuple[str, ...]:
    gone = [match.span() for match in when.finditer(p.text)]
    if not gone:
        return tuple(w for w in p.words if w not in _LIGHT)
    left = {w.stem for w in words_of(p.text) if not any(start <= w.start < end for start, end in gone)}
    return tuple(w for w in p.words if w in left and w not in _LIGHT)
