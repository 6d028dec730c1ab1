"""Names brought to one form for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rashomon.naming.wordlists import listed

_NOT_WORD = re.compile(r"[^\w\s]|_")
_TURNED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


@cache
def fold(name: str) -> str:
    """Lower case, without accents, punctuation or a leading article."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_TURNED))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"['’](s\b)?", "", plain).replace(".", "" if re.search(r"\b\w\.\w\.", plain) else " ")
    words = _NOT_WORD.sub(" ", plain).split()
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    return " ".join(words)


@cache
def person_parts(name: str) -> tuple[str, ...]:
    """The words of a person's name, titles and suffixes left out; () where nothing is left."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in listed("titles"):
        words = words[1:]
    while len(words) > 1 and words[-1] in listed("suffixes"):
        words = words[:-1]
    return tuple(words)
