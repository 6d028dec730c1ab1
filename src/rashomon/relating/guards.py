"""What makes two statements two, however alike their words are."""

from __future__ import annotations

import re
from itertools import product

from rashomon.relating.proposition import Proposition

# Smaller numbers are counted and not rounded; what is further off than this part of it is another number.
ROUNDED, ROUNDED_BY = 1000, 0.05
# So many stems that both share, and this part of the shorter one's.
SAME_WORDS, SAME_PART = 4, 0.8


def conflict(a: Proposition, b: Proposition, kinds: dict[str, str]) -> str | None:
    """Why the two cannot be one claim, in words; None where nothing speaks against it."""
    for thing in sorted(set(a.marks) & set(b.marks)):
        if not a.marks[thing] & b.marks[thing]:
            return f"another {thing}: {_shown(a.marks[thing])} and {_shown(b.marks[thing])}"
    for thing in sorted(set(a.amounts) & set(b.amounts)):
        if not amounts_meet(a.amounts[thing], b.amounts[thing]):
            return f"other amounts: {_shown(a.amounts[thing])} and {_shown(b.amounts[thing])}"
    if _amounts(a) and _amounts(b) and not amounts_meet(_amounts(a), _amounts(b)):
        return f"other amounts: {_shown(_amounts(a))} and {_shown(_amounts(b))}"
    shared = frozenset(a.words) & frozenset(b.words)
    one, two = (frozenset(day for day, near in p.days if near & shared) for p in (a, b))
    if one and two and not any(days_meet(x, y) for x, y in product(one, two)):
        return f"other dates: {_shown(one)} and {_shown(two)}"
    if "wish" in (a.mood, b.mood) and a.mood != b.mood:
        return "one is a wish or a demand, the other a statement"
    return _unreal(a, b) or (None if _one_saying(a, b) else _participants(a, b, kinds))


def _one_saying(a: Proposition, b: Proposition) -> bool:
    """Whether one speaker says nearly the same words, so that a name more tells only what each writer made plain."""
    if a.voice is None or a.voice != b.voice:
        return False
    shared, shorter = len(frozenset(a.words) & frozenset(b.words)), min(len(a.words), len(b.words))
    return shared >= SAME_WORDS and shared >= SAME_PART * shorter


def _unreal(a: Proposition, b: Proposition) -> str | None:
    """One says it, the other only asks for it or supposes it. Two who are both against it both suppose it."""
    shared = frozenset(a.words) & frozenset(b.words)
    supposed = (a.supposed, b.supposed) if not (a.against and b.against) else (frozenset[str](), frozenset[str]())
    for what, one, two in (("asks for", a.wished, b.wished), ("supposes", *supposed)):
        only = shared & (one ^ two)
        if len(shared) > 1 and len(only) > len(shared) / 2:
            return f"one only {what} what the other says"
    return None


def _amounts(p: Proposition) -> frozenset[str]:
    return frozenset(value for values in p.amounts.values() for value in values)


def _participants(a: Proposition, b: Proposition, kinds: dict[str, str]) -> str | None:
    one, two = _people(a, kinds), _people(b, kinds)
    if a.voice == b.voice:
        one, two = one - {a.voice}, two - {a.voice}  # "Marsh wrote", "he wrote": whoever speaks of himself
    if one and two and not (one | a.meant) & two and not (two | b.meant) & one and not a.nations & b.nations:
        return "other participants"
    if a.nations and b.nations and not a.nations & b.nations and not a.names & b.names:
        return "other nations"
    return None


def _people(p: Proposition, kinds: dict[str, str]) -> frozenset[str]:
    return frozenset(entity for entity in p.names if kinds.get(entity) in ("person", "organisation", "outlet", "group"))


def amounts_meet(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether some amount of each is the same, or the other's made rounder ("716,000" and "700,000")."""
    return bool(one & two) or any(_rounder(x, y) or _rounder(y, x) for x, y in product(one, two))


def _rounder(exact: str, round_one: str) -> bool:
    """Whether a number of a thousand and more is another one with fewer figures, rounded or cut off."""
    value, other = float(exact), float(round_one)
    if min(value, other) < ROUNDED or abs(value - other) > ROUNDED_BY * value:
        return False
    digits = len(f"{int(other)}".rstrip("0"))
    step = 10 ** (len(f"{int(value)}") - digits)
    return other in (value // step * step, round(value / step) * step)


def days_meet(a: str, b: str) -> bool:
    """Whether two dates, ISO 8601 or EDTF, can be of one time: one within the other, or intervals that touch. Of a date
    whose year is not told ("XXXX-03") only the months and days count."""
    if "XXXX" in (a[:4], b[:4]):
        a, b = ("XXXX" + day[4:] if re.fullmatch(r"[\dX]{4}-\d\d(-\d\d)?", day) else "" for day in (a, b))
        return a.startswith(b) or b.startswith(a)
    first, second = _ends(a), _ends(b)
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def _ends(value: str) -> tuple[str, str] | None:
    """The first and last day as text that sorts; None for what names no plain dates (seasons, approximations)."""
    start, _, end = value.partition("/")
    end = end or start
    if any(c in "X~?" for c in value) or not (start[:4].isdigit() and end[:4].isdigit()):
        return None
    if any(part[5:7] > "12" for part in (start, end)):
        return None
    return (start + "-01-01"[len(start) - 4 :])[:10], (end + "-12-31"[len(end) - 4 :])[:10]


def _shown(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))
