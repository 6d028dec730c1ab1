"""Rules for durations, repetitions and words that are references by themselves."""

from __future__ import annotations

import re

from rashomon.record import TimeType
from rashomon.temporal.lengths import length_value
from rashomon.temporal.listed import listed
from rashomon.temporal.meaning import Fixed, Meaning
from rashomon.temporal.rule import AMOUNT, Hit, Rule, rule
from rashomon.temporal.rules_spans import count_of, unit_of
from rashomon.temporal.words import ADVERBS, MODIFIERS, MONTHS, PARTS, REFERENCES, SEASONS, WEEKDAYS

_MORE = frozenset(listed("more full straight consecutive additional extra entire whole long solid further other"))


# "Will one day rule", "hopes to one day see it": a day to come, not a length.
_SOME_DAY = frozenset(listed("will ll would could may might can must should to"))


def _length(hit: Hit) -> Meaning | None:
    unit, count = unit_of(hit.lower("unit")), count_of(hit)
    if count is None and "c" not in hit.letter("amount"):
        return None
    if hit.letter("unit") == "s" and (hit.letter("amount") == "a" or count != 1):
        return None
    if hit.letter("amount") == "a" and hit.letter("unit") == "U":
        # "a months-long review"
        return Fixed(TimeType.DURATION, length_value(None, unit)) if hit.kind_after() == "-" else None
    if hit.lower("amount") == "one" and unit == "D" and hit.before() in _SOME_DAY:
        return Fixed(TimeType.DATE, "FUTURE_REF")
    if hit.has("half") and count is not None:
        count += 0.5
    if hit.has("of") and count is None:
        return None
    if hit.kind_before() == "-" and hit.before(2).isdigit() and hit.words.glued(hit.match.start()):
        return None
    if hit.has("adjective") and hit.lower("adjective") not in _MORE:
        return None
    if unit == "Q" and count == 3 and hit.after() == "of":
        return None  # "three quarters of the votes"
    if hit.letter("old") == "-8" or _is_name(hit) or (unit == "Q" and (count == 1 or "-" in hit.match[0])):
        return None
    if hit.letter("amount") == "a" and not hit.has("mod") and _is_rate(hit):
        return Fixed(TimeType.SET, length_value(1, unit))
    return Fixed(TimeType.DURATION, length_value(count, unit), MODIFIERS.get(hit.lower("mod")))


def _between(hit: Hit) -> Meaning | None:
    """Five to seven years, a month or two: TIMEX3 has no value for a range, so how many stays open."""
    unit = unit_of(hit.lower("unit"))
    if unit in ("S", "Q", "WE") or (hit.has("amount") and count_of(hit) is None):
        return None
    return Fixed(TimeType.DURATION, length_value(None, unit), "APPROX")


def _in_between(hit: Hit) -> Meaning | None:
    return _between(hit) if hit.before() == "between" else None


def _is_name(hit: Hit) -> bool:
    """Whether the unit is part of a title: "60 Minutes"."""
    return hit.words.word(hit.range("unit")[0]).istitle() and hit.kind_before() != "¶"


def _is_rate(hit: Hit) -> bool:
    """Whether "a year" says how often: after an amount, "twice", "times"."""
    before = hit.before()
    if before in ("once", "twice", "thrice", "times"):
        return True
    for back in range(1, 4):
        at = hit.match.start() - back
        if at < 0 or hit.words.kinds[at] in ".,;:345bAF¶":
            return False
        if hit.words.kinds[at] in "d#Y$%n":
            return True
    return False


_LASTS = frozenset(listed("spend spends spent spending take takes took taken taking wait waited last lasted lasting"))


_BESIDE_SPANS = frozenset(listed("of ago later earlier before after ahead since away"))
_AFTER_SPANS = frozenset((("that", "followed"), ("-", "long"), ("leading", "up")))


def _bare(hit: Hit) -> Meaning | None:
    """Bare "weeks", "years": a length of which only the unit is known."""
    unit = unit_of(hit.lower("unit"))
    if (
        hit.lower("lead").endswith("coming")
        or unit in ("Q", "N", "WE", "S")
        or re.match("O(?:[Mm]|t?[WT])", hit.words.kinds[hit.match.end() :])
    ):
        return None
    if (
        not hit.has("lead")
        and hit.before() not in _LASTS
        and hit.kind_before() not in "43A"
        and hit.after() not in _BESIDE_SPANS
        and (hit.after(), hit.after(2)) not in _AFTER_SPANS
    ):
        return None
    return Fixed(TimeType.DURATION, length_value(None, unit))


def _all_along(hit: Hit) -> Meaning | None:
    """ "Over the years", "throughout the centuries"; "over the years of war" are certain ones."""
    unit = unit_of(hit.lower("unit"))
    lasting = hit.words.lower(hit.match.start()) in ("over", "throughout") and hit.after() != "of"
    return Fixed(TimeType.DURATION, length_value(None, unit)) if lasting and unit in "WMYEC" else None


def _recent(hit: Hit) -> Meaning | None:
    return Fixed(TimeType.DATE, "PAST_REF")


def _ahead(hit: Hit) -> Meaning | None:
    if hit.has("word") and hit.lower("word") != "ahead":
        return None
    return Fixed(TimeType.DATE, "FUTURE_REF")


def _half_unit(hit: Hit) -> Meaning | None:
    unit = unit_of(hit.lower("unit"))
    value = {"TH": "PT30M", "Y": "P6M", "E": "P5Y", "C": "P50Y", "TM": "PT30S", "D": "PT12H"}.get(unit)
    return None if value is None else Fixed(TimeType.DURATION, value)


def _unit_and_half(hit: Hit) -> Meaning | None:
    unit = unit_of(hit.lower("unit"))
    return None if unit in ("S", "Q", "WE", "N") else Fixed(TimeType.DURATION, length_value(1.5, unit))


def _each_unit(hit: Hit) -> Meaning | None:
    count = count_of(hit) if hit.has("amount") else 1.0
    if count is None:
        return None
    count *= 2 if hit.lower("other") == "other" else 1
    return Fixed(TimeType.SET, length_value(count, unit_of(hit.lower("unit"))))


def _each_day(hit: Hit) -> Meaning | None:
    word = hit.lower("dow").rstrip(".")
    part = PARTS.get(hit.lower("part")) if hit.has("part") else None
    return Fixed(TimeType.SET, f"XXXX-WXX-{WEEKDAYS[word] + 1}" + (f"T{part}" if part else ""))


def _each_night(hit: Hit) -> Meaning | None:
    """Tuesday nights, and the Monday of "Monday and Tuesday nights"."""
    if not hit.lower("part").endswith("s"):
        return None
    return Fixed(TimeType.SET, f"XXXX-WXX-{WEEKDAYS[hit.lower('dow')] + 1}T{PARTS[hit.lower('part')]}")


def _each_other(hit: Hit) -> Meaning | None:
    word = hit.lower("what").rstrip(".")
    if word in MONTHS:
        return Fixed(TimeType.SET, f"XXXX-{MONTHS[word]:02}")
    if word.rstrip("s") in SEASONS:
        return Fixed(TimeType.SET, f"XXXX-{SEASONS[word.rstrip('s')]}")
    return Fixed(TimeType.SET, f"XXXX-XX-XXT{PARTS[word]}") if word in PARTS else None


def _adverb(hit: Hit) -> Meaning | None:
    if hit.words.word(hit.match.start()).istitle() and "1" in (hit.kind_before(), hit.kind_after()):
        return None
    if hit.kind_after() in ".,;" and hit.before().endswith("est"):
        return None  # "the town's largest daily" is a newspaper
    return Fixed(TimeType.SET, ADVERBS[hit.lower("word")])


_BESIDE_SOON = frozenset(("as", "afterwards", "afterward", "thereafter"))


def _reference(hit: Hit) -> Meaning | None:
    word = hit.lower("word")
    if hit.words.word(hit.match.start()).istitle() and hit.kind_before() == "1":
        return None
    if word == "soon" and (hit.before() in ("as", "how") or hit.kind_after() == "A" or hit.after() in _BESIDE_SOON):
        return None
    return Fixed(TimeType.DATE, REFERENCES[word])


def _phrase(value: str) -> Meaning:
    return Fixed(TimeType.DATE, value)


_UNIT = r"(?P<unit>[uλωUs¼])"
LENGTH_RULES: tuple[Rule, ...] = (
    rule(
        "length",
        rf"(?:(?P<mod>G)-?(?!t?[lpx]))?(?:t?(?:[lpxfv]|o(?!-?[uλωs¼]))?|[iJ]?[lpx]?)(?P<amount>{AMOUNT}|a?c(?P<of>O)?|a)-?(?P<adjective>0(?=[uλωU]))?{_UNIT}(?P<half>&a?½)?(?P<old>-?8)?",
        _length,
    ),
    rule(
        "so many to so many",
        rf"(?:t?[lpxfv])?(?P<low>[dn])(?:2|\||-)-?(?P<amount>{AMOUNT})-?{_UNIT}(?![grRbA'])",
        _between,
    ),
    rule("between so many", rf"(?P<low>[dn])&(?P<amount>{AMOUNT})-?{_UNIT}(?![grRbA'])", _in_between),
    rule("one or two", rf"(?:a|t?[lpx]){_UNIT}\|n(?!-?[uλωUsgrRbA'])", _between),
    rule("unit and a half", r"t?[lpx](?P<unit>[uλω])&a?½", _unit_and_half),
    rule("half unit", r"(?:½a|a?½-?)(?P<unit>[uλω])", _half_unit),
    rule("bare", r"(?P<lead>p|t?f|t[lpx])?(?P<unit>U)", _bare),
    rule("over the years", r"[G4](?P<x>t(?P<unit>U))", _all_along),
    rule("recent", r"B(?P<unit>U)(?:&U)?", _recent),
    rule("ahead", r"t?x(?P<unit>U)|tU(?P<word>0)", _ahead),
    rule("each", rf"e(?:(?P<other>0)(?=[uλωU]))?(?P<amount>{AMOUNT}|c)?(?P<unit>[uλωU¼s])", _each_unit),
    rule("each day", r"e(?P<dow>[Ww])(?P<part>q)?", _each_day),
    rule("days", r"(?P<dow>[P])(?P<part>q)?", _each_day),
    rule("day nights", r"(?P<dow>W)(?P<part>q)", _each_night),
    rule("joined nights", r"(?P<x>(?P<dow>W))&W(?P<part>q)", _each_night),
    rule("each other", r"e(?P<what>[MmSq])", _each_other),
    rule("adverb", r"(?P<word>y)", _adverb),
    rule("reference", r"(?P<word>X)", _reference),
    rule("current", r"C", lambda hit: _phrase("PRESENT_REF")),
    rule("now", r"N", lambda hit: _phrase("PRESENT_REF")),
    rule("then", r"V", lambda hit: _phrase("PAST_REF")),
    rule("the past", r"3(?P<x>tp)(?![uλωUsndcaY#¼½SMmDo])", lambda hit: _phrase("PAST_REF")),
    rule("future", r"Φ", lambda hit: _phrase("FUTURE_REF")),
)
