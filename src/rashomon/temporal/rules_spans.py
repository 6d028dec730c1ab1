"""Rules for stretches counted from somewhere: "last week", "two years ago", "a year earlier", "this morning"."""

from __future__ import annotations

from rashomon.record import TimeType
from rashomon.temporal.clock import time_of
from rashomon.temporal.lengths import length_value
from rashomon.temporal.meaning import Clock, Fixed, Meaning, Shift, TheQuarter, Unit, Which, YearAgo
from rashomon.temporal.numbers import number_of
from rashomon.temporal.rule import AMOUNT, CLOCK, Hit, Rule, rule
from rashomon.temporal.rules_dates import BACK, FRONT, NEAR, PRE, mod_of, pick_of
from rashomon.temporal.words import MODIFIERS, PLURALS, UNITS, WEEKDAYS


def unit_of(word: str) -> str:
    """The TIMEX3 letters of a unit's name."""
    return UNITS.get(word) or PLURALS[word]


def _today(hit: Hit) -> Meaning | None:
    word = hit.lower("day")
    if hit.words.word(hit.range("day")[0]).istitle() and hit.kind_before() == "1":
        return None
    time, _ = _time(hit)
    shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if word == "tonight":
        time = time or "TNI"
    return Unit("D", Which.THIS, shift, time, mod_of(hit))


def _time(hit: Hit) -> tuple[str | None, str | None]:
    for group in ("clock1", "clock3", "clock2", "part", "clock4"):
        if hit.has(group):
            return time_of(hit.words, *hit.range(group))
    return None, None


def _beyond(hit: Hit) -> Meaning | None:
    """The day before yesterday, the day after tomorrow."""
    if hit.lower("unit") != "day":
        return None
    shift = {"yesterday": -2, "tomorrow": 2}.get(hit.lower("day"))
    if shift is None or (shift < 0) != (hit.letter("side") == "b"):
        return None
    return Unit("D", Which.THIS, shift)


# "The past decade" is ten years up to now, while "the past year" is mostly the last one.
_LONG_PAST = frozenset("ECMWD")
_PLAIN = frozenset(("D", "W", "M", "Y", "E", "C", "WE", "N", "Q"))


def _unit(hit: Hit) -> Meaning | None:
    unit, which, letters = unit_of(hit.lower("unit")), pick_of(hit.letter("which")), hit.letter("which")
    if which is None or unit not in _PLAIN or hit.words.word(hit.range("unit")[0]).istitle():
        return None
    if hit.has("adjective") and hit.lower("adjective") not in ("very", "calendar", "academic", "school"):
        return None
    if unit == "Q" and hit.lower("unit") == "quarters":
        return Fixed(TimeType.DATE, "FUTURE_REF") if which is Which.NEXT else None
    if which is Which.SAME and hit.kind_after() == "3":
        return None
    if unit == "Q" and which in (Which.LAST, Which.PREVIOUS, Which.SAME):
        return TheQuarter(mod=mod_of(hit))
    if unit == "N":
        return Unit("D", which, time="TNI", mod=mod_of(hit))
    if which is Which.LAST and letters.endswith("p") and not letters.startswith("i") and unit in _LONG_PAST:
        return Fixed(TimeType.DURATION, length_value(1, unit))
    if hit.before() == "for" and letters in ("tl", "tp") and unit != "D":
        return Fixed(TimeType.DURATION, length_value(1, unit))
    if unit in "EC" and which is Which.NEXT:
        return Fixed(TimeType.DURATION, length_value(1, unit))
    if unit == "D" and which is Which.LAST:
        return None
    # "the next day" is told of the past: the day after the one mentioned.
    return Unit(unit, Which.FOLLOWING if unit == "D" and which is Which.NEXT else which, mod=mod_of(hit))


def _and_next(hit: Hit) -> Meaning | None:
    """The next of "this year and next"."""
    unit = unit_of(hit.lower("unit"))
    return Unit(unit, Which.NEXT) if unit in ("W", "M", "Y") else None


_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "you"))


def _the_unit(hit: Hit) -> Meaning | None:
    """The quarter, the weekend, the year: of the article's time where nothing else was mentioned."""
    unit = unit_of(hit.lower("unit"))
    if hit.has("adjective") and hit.lower("adjective") not in ("full", "whole", "entire"):
        return None
    if hit.kind_after() == "-" and hit.words.glued(hit.match.end()):
        return None  # the quarter-finals, the week-long fair
    if hit.words.word(hit.range("unit")[0]).istitle():
        return None  # Person of the Year
    if unit == "Q":
        return TheQuarter()
    if unit == "WE":
        if hit.after() == "of":
            return None
        return Unit(unit, Which.THIS if hit.before() in ("through", "until") else Which.LAST)
    if unit in "YW" and hit.after() in ("ended", "ending"):
        return Fixed(TimeType.DURATION, length_value(1, unit))
    if unit not in ("Y", "W") or hit.kind_after() in "bA" or hit.after() in ("of", "when", "that"):
        return None
    if hit.kind_after() in "1t" or hit.after() in _PRONOUNS:
        return None  # "the year Brandt left"
    return Unit(unit, Which.THIS)


def _edge(hit: Hit) -> Meaning | None:
    """The end of the year, later in the week."""
    unit = unit_of(hit.lower("unit"))
    told = unit in ("W", "M", "Y", "D", "E", "C") and hit.kind_after() != "-"
    return Unit(unit, Which.THIS, mod=mod_of(hit)) if told else None


def _year_end(hit: Hit) -> Meaning | None:
    unit = unit_of(hit.lower("unit"))
    return Unit(unit, Which.THIS, mod="END") if unit in ("Y", "M") and hit.lower("end") == "end" else None


def _part(hit: Hit) -> Meaning | None:
    time, _ = time_of(hit.words, *hit.range("part"))
    which = pick_of(hit.letter("which"))
    if time is None or which is None:
        return None
    shift = -1 if which is Which.LAST else 0
    keep = which if which in (Which.PREVIOUS, Which.FOLLOWING, Which.SAME) else Which.THIS
    if which is Which.NEXT:
        keep = Which.FOLLOWING
    return Unit("D", keep, shift, time, mod_of(hit))


def count_of(hit: Hit) -> float | None:
    """How many; None for "a few", and for what is no number."""
    letters = hit.letter("amount")
    if letters in ("a", "ax", "ai"):
        return 1.0
    if "c" in letters:
        return 2.0 if "couple" in hit.lower("amount") else None
    return number_of(hit.words, *hit.range("amount"))


def _shifted(hit: Hit, sign: int, *, focus: bool) -> Meaning | None:
    unit, count = unit_of(hit.lower("unit")), count_of(hit)
    if count is None and "c" not in hit.letter("amount"):
        return None
    if hit.has("half") and count is not None:
        count += 0.5
    mod = MODIFIERS.get(hit.lower("mod"))
    return Shift(count, unit, sign, focus, mod)


def _ago(hit: Hit) -> Meaning | None:
    if hit.letter("amount") == "a" and unit_of(hit.lower("unit")) == "Y" and not hit.has("half") and not hit.has("mod"):
        return YearAgo()
    return _shifted(hit, -1, focus=False)


def _half_ago(hit: Hit) -> Meaning | None:
    way = hit.letter("way")
    return Shift(0.5, unit_of(hit.lower("unit")), 1 if way == "R" else -1, way != "g")


def _quarter_century(hit: Hit) -> Meaning | None:
    if hit.lower("unit") != "century":
        return None
    mod = MODIFIERS.get(hit.lower("mod"))
    return Shift(25, "Y", -1, mod=mod) if hit.has("way") else Fixed(TimeType.DURATION, "P25Y", mod)


def _ago_from(hit: Hit) -> Meaning | None:
    """Six months ago today, a week ago Friday, a year ago this week."""
    count, unit = count_of(hit), unit_of(hit.lower("unit"))
    if count is None or count != int(count) or unit not in ("D", "W", "M", "Y"):
        return None
    if hit.has("dow"):
        return Shift(count, unit, -1, back="D", weekday=WEEKDAYS[hit.lower("dow").rstrip(".")])
    if hit.has("day"):
        return Shift(count, unit, -1, back="D", days={"yesterday": -1, "tomorrow": 1}.get(hit.lower("day"), 0))
    inner = unit_of(hit.lower("inner"))
    return Shift(count, unit, -1, back=inner) if inner in ("W", "M") else None


def _earlier(hit: Hit) -> Meaning | None:
    unit = unit_of(hit.lower("unit"))
    if hit.letter("amount") == "a" and unit == "Y" and hit.letter("way") == "r":
        return YearAgo(earlier=True)
    return _shifted(hit, -1 if hit.letter("way") in "rb" else 1, focus=True)


def _hence(hit: Hit) -> Meaning | None:
    return _shifted(hit, 1, focus=False)


def _vague_ago(hit: Hit) -> Meaning | None:
    return Shift(None, unit_of(hit.lower("unit")), -1)


def _year_ago_noun(hit: Hit) -> Meaning | None:
    unit = hit.lower("unit")
    if unit != "year":
        return None
    return YearAgo()


def _period(hit: Hit) -> Meaning | None:
    if hit.has("year"):
        return YearAgo(year=int(hit.words.word(hit.range("year")[0])))
    if hit.has("now"):
        return Unit("Q", Which.THIS)
    return TheQuarter()


_ALIKE = frozenset(("same", "corresponding", "comparable", "like", "similar"))


def _like_period(hit: Hit) -> Meaning | None:
    """The same quarter last year, the comparable period a year ago, last year's quarter."""
    if hit.has("alike") and hit.lower("alike") not in _ALIKE:
        return None
    return YearAgo(year=int(hit.words.word(hit.range("year")[0])) if hit.has("year") else None)


def _clock(hit: Hit) -> Meaning | None:
    time, zone = time_of(hit.words, *hit.range("clock"))
    first = hit.range("clock")[0]
    if time is None or (hit.words.glued(first) and hit.words.kinds[first - 1] in "01d#Y"):
        return None
    if hit.kind_before() == "(" and hit.words.kinds[max(first - 2, 0)] in "zQ":
        return None  # "6 a.m. (0400 GMT)" tells one moment twice
    bare = hit.letter("clock") == "k"
    if bare and hit.kind_before() != "5":
        return None
    return Clock(time, zone, mod_of(hit))


def _noon(hit: Hit) -> Meaning | None:
    word = hit.lower("part")
    if word == "overnight":
        return Clock("TNI") if hit.kind_before() != "t" and hit.after() != "hours" else None
    if word not in ("noon", "midnight", "midday") or hit.kind_before() not in "52bAF|G":
        return None
    time, _ = time_of(hit.words, *hit.range("part"))
    return Clock(time or "")


def _side_of(hit: Hit) -> Meaning | None:
    """The day before, the night before, the year after: beside the date last mentioned."""
    if hit.kind_after() in "tai1T'MWH" or hit.after() in _PRONOUNS | {"his", "her", "their", "its"}:
        return None
    if hit.kind_after() == "0" and hit.after() not in ("had", "was", "were"):
        return None  # "the night before voters went"
    which = Which.PREVIOUS if hit.letter("side") == "b" else Which.FOLLOWING
    word = hit.lower("unit")
    if hit.letter("unit") == "q":
        return Unit("D", which, time=time_of(hit.words, *hit.range("unit"))[0])
    unit = unit_of(word)
    return Unit(unit, which) if unit in ("D", "W", "M", "Y") else None


_UNIT = r"(?P<unit>[uλωUs¼])"
_AMOUNT = rf"(?P<amount>{AMOUNT}|a?c(?:O|O?t)?|a[xi]?)"
_MOD = r"(?:(?P<mod>G)t?)?"
_WHICH = r"(?:i[xpl]?|t?K|t?jK?|t?[lpvxf])"
SPAN_RULES: tuple[Rule, ...] = (
    rule("today", rf"{FRONT}{PRE}(?P<day>T){BACK}", _today),
    rule("beyond", r"t?(?P<unit>[uλω])(?P<side>[bA])(?P<day>T)", _beyond),
    rule(
        "unit",
        rf"{NEAR}(?P<which>{_WHICH})(?:7|(?P<adjective>0)(?=[uλω]))?(?P<unit>[uλω¼])(?!-?[uλωU]|-[gr])",
        lambda hit: _unit(hit),
    ),
    rule("and next", r"i(?P<unit>[uλω])[&|](?P<x>x)(?![a-zA-Zλω½¼#\d])", _and_next),
    rule("the span", r"t(?P<adjective>0(?=[uλω]))?7?(?P<unit>[uλω¼])(?!-?[uλωU8]|-[gr])", _the_unit),
    rule("edge", r"t?(?P<pre>ZO|[rR]3|E3)(?:t)(?P<unit>[uλω])", _edge),
    rule("year end", r"t?(?:(?P<unit>[uλω])(?:-|')?(?P<end>Z))", _year_end),
    rule("part", rf"{PRE}(?P<which>i|t?l|tK|t?j|t[vxf])(?P<part>q)(?:5{CLOCK})?", _part),
    rule("ago", rf"{_MOD}{_AMOUNT}-?{_UNIT}(?P<half>&a?½)?(?:\|0)?g", _ago),
    rule("quarter century", rf"{_MOD}a¼-?(?P<unit>u)(?P<way>g)?", _quarter_century),
    rule("half ago", r"½a(?P<unit>[uλω])(?P<way>[grR])", _half_ago),
    rule("ago from", rf"{_AMOUNT}{_UNIT}g(?:(?P<day>T)|(?P<dow>W)|i(?P<inner>[uω]))", _ago_from),
    rule("earlier", rf"{_MOD}{_AMOUNT}{_UNIT}(?P<half>&a?½)?(?P<way>[rR]|b(?=[.,;¶)])|A(?=[.,;¶)]))", _earlier),
    rule("hence", rf"{_MOD}{_AMOUNT}{_UNIT}(?P<half>&a?½)?F(?:X|N|T)", _hence),
    rule("vague ago", r"(?P<unit>U)g", _vague_ago),
    rule("quarter a year ago", r"t¼(?:a(?P<unit>[uλω])[gr])(?P<noun>)", _year_ago_noun),
    rule("year-ago", r"t?0?(?P<unit>[uλω])-?(?:g|r)(?P<noun>¼|9)?", _year_ago_noun),
    rule("period", r"t?(?:(?P<year>Y)|v|(?P<now>C(?=¼))|C|K)(?:¼|9)", _period),
    rule("like period", r"t?(?:(?P<alike>0|K)(?:¼|9)(?:O|3)?(?:lλ|aλ[gr]|(?P<year>Y))|lλ'(?:¼|9))", _like_period),
    rule("clock", rf"{PRE}(?P<clock>{CLOCK})", _clock),
    rule("noon", r"(?P<part>q)", _noon),
    rule("side", r"t(?P<unit>[uλωq])(?P<side>[bA])", _side_of),
)
