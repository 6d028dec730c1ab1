"""Numbers as running text writes them."""

from __future__ import annotations

from rashomon.temporal.letters import Words
from rashomon.temporal.words import ORDINALS, SCALES, SMALL, TENS


def number_of(words: Words, first: int, last: int) -> float | None:
    """The number that words ``first`` up to ``last`` write ("twenty-five", "2 1/2", "a half"), or None."""
    found = [word for k in range(first, last) if (word := words.lower(k)) not in "-–"]
    if "/" in found:
        return _fraction(found)
    if found[-3:] == ["and", "a", "half"] or found in (["a", "half"], ["half"]):
        before = _spelled_or_digits(found[:-3])
        return None if before is None else before + 0.5
    return _spelled_or_digits(found)


def _spelled_or_digits(found: list[str]) -> float | None:
    if not found:
        return 0.0
    if len(found) == 1 and found[0][0].isdigit():
        return float(found[0].replace(",", ""))
    if len(found) == 2 and found[0][0].isdigit() and found[1] in SCALES:
        return float(found[0].replace(",", "")) * SCALES[found[1]]
    return _spelled([w for w in found if w not in ("-", "and")])


def _fraction(found: list[str]) -> float | None:
    slash = found.index("/")
    if slash + 2 != len(found) or not (found[slash - 1] + found[slash + 1]).isdigit() or not int(found[slash + 1]):
        return None
    whole = float(found[0].replace(",", "")) if slash == 2 else 0.0
    return whole + int(found[slash - 1]) / int(found[slash + 1])


def _spelled(found: list[str]) -> float | None:
    total, run, last_step = 0, 0, 0
    for word in found:
        if word in ("a", "an"):
            run += 1
        elif word in SMALL:
            if last_step == 1:
                return None
            run, last_step = run + SMALL[word], 1
        elif word in TENS:
            if last_step in (1, 10):
                return None
            run, last_step = run + TENS[word], 10
        elif word in SCALES:
            run, last_step = max(run, 1) * SCALES[word], 100
            if SCALES[word] >= 1000:
                total, run = total + run, 0
        else:
            return None
    return float(total + run) if found else None


def spelled_year(words: Words, first: int, last: int) -> int | None:
    """1994 for "nineteen ninety-four", 2000 for "two thousand", or None where the words write no year."""
    found = [w for k in range(first, last) if (w := words.lower(k)) not in ("-", "and")]
    if len(found) >= 2 and found[:2] == ["two", "thousand"]:
        rest = _spelled(found[2:]) if found[2:] else 0.0
        return None if rest is None or rest > 99 else 2000 + int(rest)
    if len(found) < 2 or found[0] not in ("seventeen", "eighteen", "nineteen", "twenty"):
        return None
    rest = _spelled(found[1:])
    century = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}[found[0]]
    return None if rest is None or not 10 <= rest <= 99 else century * 100 + int(rest)


def ordinal_of(word: str) -> int | None:
    """3 for "third" or "3rd"."""
    lower = word.lower()
    digits = lower[:-2]
    return int(digits) if digits.isdigit() else ORDINALS.get(lower)
