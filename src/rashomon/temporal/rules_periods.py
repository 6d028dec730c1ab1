"""Rules for stretches of the calendar: seasons, quarters, halves, fiscal years, decades, centuries, parts of months."""

from __future__ import annotations

from rashomon.record import TimeType
from rashomon.temporal.feasts import EVENTS
from rashomon.temporal.meaning import Fixed, Meaning, Point
from rashomon.temporal.numbers import number_of, ordinal_of
from rashomon.temporal.rule import MONTH, WHICH, Hit, Rule, rule
from rashomon.temporal.rules_dates import PRE, SHIFT, YEAR, mod_of, month_of, pick_of, shift_of, year_of
from rashomon.temporal.words import DECADES, SEASONS


def _season(hit: Hit) -> Meaning | None:
    which = pick_of(hit.letter("which"))
    year = year_of(hit) if hit.has("year") else None
    word = hit.lower("season")
    season = SEASONS.get(word)
    if season is None or (hit.has("year") and year is None):
        return None
    shift = shift_of(hit) if hit.has("shift") else None
    if word in ("fall", "spring") and not (which or year or hit.has("the") or hit.has("pre")):
        return None
    if year is None and which is None and shift is None and not hit.has("pre"):
        if not hit.has("the") and hit.kind_before() not in "3F4":
            return None
        if word in ("fall", "spring") and hit.kind_after() == "O":
            return None
    return Point(year, season=season, which=which, year_shift=shift, mod=mod_of(hit))


def _quarter(hit: Hit) -> Meaning | None:
    ordinal = ordinal_of(hit.lower("nth"))
    if ordinal is None or not 1 <= ordinal <= 4:
        return None
    year = year_of(hit) if hit.has("year") else _year_before(hit)
    if hit.has("year") and year is None:
        return None
    shift = shift_of(hit) if hit.has("shift") else -1 if hit.has("ago") else None
    if hit.has("own"):
        shift = {"l": -1, "i": 0, "x": 1}[hit.letter("own")[0]]
    return Point(year, quarter=ordinal, year_shift=shift, fiscal="7" in hit.match[0], mod=mod_of(hit))


def _year_before(hit: Hit) -> int | None:
    if not hit.has("year0"):
        return None
    return int(hit.words.word(hit.range("year0")[0]))


def _quarter_sign(hit: Hit) -> Meaning | None:
    word = hit.words.word(hit.range("sign")[0])
    number = int(next(c for c in word if c.isdigit()))
    year = year_of(hit) if hit.has("year") else None
    if year is None and "H" in word:
        return None
    fiscal = "7" in hit.match[0]
    return Point(year, half=number, fiscal=fiscal) if "H" in word else Point(year, quarter=number, fiscal=fiscal)


def _half(hit: Hit) -> Meaning | None:
    ordinal = ordinal_of(hit.lower("nth"))
    year = year_of(hit) if hit.has("year") else None
    shift = shift_of(hit) if hit.has("shift") else 0 if hit.has("theyear") else None
    if ordinal not in (1, 2) or (hit.has("year") and year is None):
        return None
    return Point(year, half=ordinal, year_shift=shift)


def _decade(hit: Hit) -> Meaning | None:
    word = hit.words.word(hit.range("decade")[0]).lower().lstrip("'’")
    if word in DECADES:
        if not (hit.has("the") or hit.has("pre")):
            return None
        return Fixed(TimeType.DATE, f"19{DECADES[word]}", mod_of(hit))
    digits = word.rstrip("s").rstrip("'’")
    if len(digits) == 4:
        return Fixed(TimeType.DATE, digits[:3], mod_of(hit))
    cut = hit.words.word(hit.range("decade")[0])[0] in "'’"
    if len(digits) == 2 and (cut or (int(digits) >= 50 and hit.has("the"))):
        return Fixed(TimeType.DATE, f"19{digits[0]}", mod_of(hit))
    return None


def _century(hit: Hit) -> Meaning | None:
    nth = ordinal_of(hit.lower("nth"))
    if nth is None or not 1 <= nth <= 22 or hit.words.lower(hit.range("unit")[0]) not in ("century", "centuries"):
        return None
    return Fixed(TimeType.DATE, f"{nth - 1:02}", mod_of(hit))


def _named_year(hit: Hit) -> Meaning | None:
    if hit.has("word") and hit.words.lower(hit.range("word")[0]) != "year":
        return None
    year = year_of(hit)
    return None if year is None else Point(year, fiscal=hit.has("fiscal"), mod=mod_of(hit))


def _part_of_month(hit: Hit) -> Meaning | None:
    """The last week of May, the first days of June 2015: a month of which only that part is meant."""
    unit, nth = hit.lower("unit"), hit.lower("nth")
    ordinal = 0 if nth == "last" else ordinal_of(nth)
    month = month_of(hit) if hit.has("month") else None
    year = year_of(hit) if hit.has("year") else None
    if ordinal is None or unit.rstrip("s") not in ("week", "day", "weekend") or (hit.has("year") and year is None):
        return None
    if unit == "day" and ordinal and month:
        return Point(year, month, ordinal)
    mod = {0: "END", 1: "START"}.get(ordinal, "MID")
    return Point(year, month, year_shift=shift_of(hit) if hit.has("shift") else None, mod=mod)


def _anniversary(hit: Hit) -> Meaning | None:
    """The tenth anniversary of the vote of June 2005: so many years after the date that is told with it."""
    if hit.lower("word") != "anniversary":
        return None
    count = ordinal_of(hit.lower("nth")) if hit.has("nth") else number_of(hit.words, *hit.range("amount"))
    base = _base_of(hit)
    return None if base is None or not count else Point(base[0] + int(count), *base[1:])


def _base_of(hit: Hit) -> tuple[int, int | None, int | None] | None:
    if hit.has("event"):
        value = EVENTS.get("".join(hit.words.lower(k) for k in range(*hit.range("event"))))
        return None if value is None else (int(value[:4]), int(value[5:7]), int(value[8:]))
    month = month_of(hit) if hit.has("month") else None
    day = ordinal_of(hit.lower("day")) or int(hit.lower("day")) if hit.has("day") else None
    return int(hit.lower("year")), month, day


PERIOD_RULES: tuple[Rule, ...] = (
    rule("the year", rf"{PRE}(?:t?(?P<word>λ)|(?P<fiscal>7λ?)){YEAR}", _named_year),
    rule(
        "season",
        rf"{PRE}(?:(?P<which>{WHICH})|(?P<the>t))?(?P<season>S)(?:O?{YEAR}|{SHIFT})?",
        _season,
    ),
    rule(
        "quarter",
        rf"{PRE}t?(?:(?P<year0>Y)|(?P<own>[ilx]λ)'|(?P<ago>λ-[gr]))?7?-?(?P<nth>[os])(?:-?7?-?)¼(?:(?:,|O)?(?:7λ?)?{YEAR}|{SHIFT})?",
        _quarter,
    ),
    rule("Q3", rf"(?P<sign>Θ)(?:,?O?(?:7λ?)?{YEAR})?", _quarter_sign),
    rule("half", rf"t?(?P<nth>[os])-?½(?:O{YEAR}|O{SHIFT}|O(?P<theyear>tλ))", _half),
    rule(
        "part of a month",
        rf"t?(?P<nth>[los])c?(?P<unit>[ωuU])O(?=[MmY])(?P<month>{MONTH})?(?:(?:,|O)?{YEAR}|{SHIFT})?",
        _part_of_month,
    ),
    rule(
        "anniversary",
        rf"t?(?:(?P<nth>[os])|(?P<amount>n(?:-?n)?|d)-λ)(?P<word>0)"
        rf"(?=O[01ta']{{0,6}}(?:(?:(?P<month>{MONTH})(?:(?P<day>[do]),?)?)?(?P<year>Y)|(?P<event>d/d)))",
        _anniversary,
    ),
    rule("decade", rf"{PRE}(?P<the>t|[ji])?(?:E-?)?(?P<decade>D)", _decade),
    rule("century", rf"{PRE}t?(?:E-?)?(?P<nth>[os])-?(?P<unit>[uλω])", _century),
)
