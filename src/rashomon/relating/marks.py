"""What tells like things apart: numbers of documents, ordinals, amounts, days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.relating.wordlists import listed
from rashomon.relating.words import Word

_FIRST_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FIRST_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = {word: str(k) for k, word in enumerate(_FIRST_ORDINALS, 1)}
_NUMBERS = {word: str(k) for k, word in enumerate(_FIRST_NUMBERS, 1)} | {
    "dozen": "12",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "hundred": "100",
}
# "Another resolution" is not the first.
_OTHER = {"another": "2", "additional": "2", "further": "2"}
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "m": 6, "bn": 9, "k": 3}
# Things of which a story tells several, told apart by number or order.
_YEAR = re.compile(r"(1[89]|20)\d\d$")
_NUMERIC = re.compile(r"\d[\d.,]*$")


def marks_of(words: Sequence[Word]) -> dict[str, frozenset[str]]:
    """For each counted thing, the numbers and ordinals that stand with it ("a second resolution", "Resolution 12")."""
    out: dict[str, set[str]] = defaultdict(set)
    for k, word in enumerate(words):
        thing = word.plain.rstrip("s") if word.plain.rstrip("s") in listed("counted") else word.plain
        if thing not in listed("counted"):
            continue
        after = words[k + 1] if k + 1 < len(words) else None
        if after is not None and _NUMERIC.match(after.plain) and after.start - word.end <= 5:
            out[thing].add(after.plain)
        for before in words[max(0, k - 4) : k]:
            mark = _ORDINALS.get(before.plain) or _OTHER.get(before.plain)
            if mark is not None and word.start - before.end < 40:
                out[thing].add(mark)
    return {thing: frozenset(marks) for thing, marks in out.items()}


def amounts_of(words: Sequence[Word]) -> dict[str, frozenset[str]]:
    """Numbers by the thing they count ("12 people", "40 percent"); years, days of a month, document numbers and "one",
    which more often counts nothing ("no one", "one of"), are left out."""
    out: dict[str, set[str]] = defaultdict(set)
    for k, word in enumerate(words):
        value = _value(words, k)
        if value is None or (k and words[k - 1].plain.rstrip("s") in listed("counted")) or _is_day(words, k):
            continue
        after = next(
            (w for w in words[k + 1 : k + 4] if w.weighty and w.plain not in _SCALES and not w.plain[0].isdigit()), None
        )
        out[after.stem if after is not None and after.start - word.end < 25 else ""].add(value)
    return {thing: frozenset(values) for thing, values in out.items()}


def _is_day(words: Sequence[Word], k: int) -> bool:
    """Whether the number is that of a day: "April 11", "11 April"."""
    return any(word.plain in listed("months") for word in (*words[k - 1 : k], *words[k + 1 : k + 2]))


def _value(words: Sequence[Word], k: int) -> str | None:
    plain = words[k].plain
    if plain == "one":
        return None
    if plain in _NUMBERS:
        number = float(_NUMBERS[plain])
    elif _NUMERIC.match(plain) and not _YEAR.match(plain) and ":" not in plain:
        try:
            number = float(plain.replace(",", ""))
        except ValueError:
            return None
    else:
        return None
    if k + 1 < len(words) and words[k + 1].plain in _SCALES:
        number *= 10 ** _SCALES[words[k + 1].plain]
    return f"{number:g}"
