"""Days that have a name, and the day of a given year each of them falls on."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from rashomon.temporal.moments import by_days, easter, nth_weekday

Rule = Callable[[int], date]


def _fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Rule:
    return lambda year: nth_weekday(year, month, weekday, nth)


def _from_easter(days: int) -> Rule:
    return lambda year: by_days(easter(year), days)


def _election(year: int) -> date:
    """The Tuesday after the first Monday of November."""
    return by_days(nth_weekday(year, 11, 0, 1), 1)


FEASTS: dict[str, Rule] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr. day": _nth(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "st. patrick's day": _fixed(3, 17),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "labour day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "election day": _election,
    "guy fawkes night": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "veterans' day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "black friday": lambda year: by_days(nth_weekday(year, 11, 3, 4), 1),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
# Days that one event has made a name of.
EVENTS = {"9/11": "2001-09-11", "7/7": "2005-07-07"}

PATTERN = re.compile(
    r"(?:"
    + "|".join(re.escape(f).replace("'", "['’]?") for f in sorted(FEASTS, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
# The first word of each name, as it is cut from a text with and without its apostrophe.
HEADS = frozenset(re.split(r"[\s']", name)[0].rstrip(".") for name in FEASTS) | frozenset(
    name.replace("'", "").split()[0].rstrip(".") for name in FEASTS
)
_BY_WORDS = {name.replace("'", ""): name for name in FEASTS}


def feast_name(words: str) -> str:
    """The key of `FEASTS` for words as a text has them."""
    return _BY_WORDS[" ".join(words.replace("’", "").replace("'", "").lower().split())]
