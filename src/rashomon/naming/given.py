"""Whether two given names, or two surnames, may be one."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from rashomon.naming.wordlists import nicknames

# Spellings of one sound in names brought over from other scripts, most specific first.
_SOUNDS = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("shch", "s"), ("kh", "h"), ("zh", "z"), ("ch", "h"), ("sh", "s"),
    ("ts", "c"), ("tz", "c"), ("ck", "k"), ("ph", "f"), ("gh", "g"), ("q", "k"), ("x", "ks"), ("w", "v"), ("c", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yo", "o"), ("ye", "e"), ("ya", "a"), ("yu", "u"), ("j", "i"), ("y", "i"),
    ("o", "a"), ("e", "a"), ("th", "t"), ("dh", "d"),
)  # fmt: skip
_RUN = re.compile(r"(.)\1+")


@cache
def sound(word: str) -> str:
    """A key under which spellings of one name from another script fall together ("Sergey", "Sergei")."""
    for spelling, key in _SOUNDS:
        word = word.replace(spelling, key)
    return _RUN.sub(r"\1", word)


def given_match(a: str, b: str) -> tuple[float, str]:
    """How well two given names go together, and why; 0 where they are two names."""
    if a == b:
        return 1.0, "the same given name"
    if len(a) == 1 or len(b) == 1:
        return (0.85, "an initial") if a[0] == b[0] else (0.0, "different initials")
    if nicknames().get(a, frozenset()) & nicknames().get(b, frozenset()):
        return 0.95, "two forms of one given name"
    if sound(a) == sound(b):
        return 0.93, "two spellings of one given name"
    if a[0] == b[0] and DamerauLevenshtein.distance(a, b) == 1 and min(len(a), len(b)) >= 5 and a[-1] == b[-1]:
        return 0.8, "given names one letter apart"
    return 0.0, "different given names"


def surname_match(a: str, b: str) -> tuple[float, str]:
    """How well two surnames go together, and why; 0 where they are two names."""
    if a == b:
        return 1.0, "the same surname"
    if sound(a) == sound(b):
        return 0.95, "two spellings of one surname"
    close = JaroWinkler.normalized_similarity(a, b)
    if min(len(a), len(b)) >= 5 and DamerauLevenshtein.distance(a, b) == 1 and close > 0.9:
        return 0.85, "surnames one letter apart"
    return 0.0, "different surnames"
