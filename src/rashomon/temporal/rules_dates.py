"""Rules for places on the calendar: days, months, years, weekdays, seasons, quarters, feasts."""

from __future__ import annotations

from rashomon.record import TimeType
from rashomon.temporal import feasts
from rashomon.temporal.clock import time_of
from rashomon.temporal.listed import listed
from rashomon.temporal.meaning import Fixed, Meaning, Point, Which
from rashomon.temporal.numbers import ordinal_of, spelled_year
from rashomon.temporal.rule import CLOCK, MONTH, SPELLED, WEEKDAY, WHICH, Hit, Rule, rule
from rashomon.temporal.words import DECADES, EARLY, EDGES, MONTHS, SEASONS, WEEKDAYS

_PICKS = {
    "l": Which.LAST,
    "p": Which.LAST,
    "i": Which.THIS,
    "x": Which.NEXT,
    "v": Which.PREVIOUS,
    "f": Which.FOLLOWING,
    "j": Which.SAME,
    "K": Which.SAME,
}


def pick_of(letters: str) -> Which | None:
    """What a determiner picks; "this past" is the last one, "this coming" the next."""
    core = letters.replace("t", "")
    return _PICKS[core[-1]] if core else None


def mod_of(hit: Hit, group: str = "pre") -> str | None:
    """The TIMEX3 modifier of "early", "the middle of", "around"."""
    for word in hit.lower(group).split():
        if word in EARLY:
            return EARLY[word]
        if word in EDGES:
            return EDGES[word]
        if word in ("around", "about", "approximately", "circa", "roughly"):
            return "APPROX"
    return None


PRE = r"(?:(?P<pre>t?E-?3?|t?ZO(?=.)|[rR]3?|G)t?)?"
NEAR = PRE.replace("|G", "")
FRONT = rf"(?:(?P<clock1>{CLOCK}|q),?[5O]?)?"
BACK = rf"(?:,?5?(?P<clock2>{CLOCK})|E?-?(?P<part>q)(?:,?5?(?P<clock3>{CLOCK}))?|,?5?(?P<clock4>q))?"
YEAR = rf"(?P<year>Y|{SPELLED})"


def _time(hit: Hit) -> tuple[str | None, str | None]:
    for group in ("clock1", "clock3", "clock2", "part", "clock4"):
        if hit.has(group):
            return time_of(hit.words, *hit.range(group))
    return None, None


def _year(hit: Hit) -> int | None:
    first, last = hit.range("year")
    word = hit.words.word(first)
    return int(word) if word.isdigit() else spelled_year(hit.words, first, last)


def _day(hit: Hit) -> int | None:
    word = hit.lower("day").split()[0]
    day = int(word) if word.isdigit() else ordinal_of(word)
    return day if day is not None and 1 <= day <= 31 else None


def _month(hit: Hit) -> int:
    return MONTHS[hit.lower("month").rstrip(".")]


def _weekday(hit: Hit) -> int | None:
    return WEEKDAYS[hit.lower("dow").rstrip(".")] if hit.has("dow") else None


# The day that these speak of is the one of 2001, whatever year it is.
_OF_2001 = frozenset(
    listed(
        "attacks terrorist terrorists terror hijackers hijackings conspiracy survivors survivor families "
        "victims memorial commission responders"
    )
)


# "The 17 May Movement" is a name.
_NAMED_FOR_A_DAY = frozenset(("brigade", "brigades", "movement", "revolution", "organization", "organisation"))


def _full(hit: Hit) -> Meaning | None:
    day, time = _day(hit), _time(hit)
    if hit.after() in _NAMED_FOR_A_DAY:
        return None
    year = _year(hit) if hit.has("year") else None
    if day is None or (hit.has("year") and year is None):
        return None
    shift = _shift_of(hit) if year is None and hit.has("shift") else None
    if year is None and (_month(hit), day) == (9, 11) and (hit.after() in _OF_2001 or hit.before(2) in ("pre", "post")):
        year = 2001
    return Point(
        year,
        _month(hit),
        day,
        _weekday(hit),
        year_shift=shift,
        focus_shift=_focus_of(hit),
        time=time[0],
        zone=time[1],
        mod=mod_of(hit),
    )


def _focus_of(hit: Hit) -> int | None:
    """-1, 0 or 1 for "the previous", "that" or "the following" year, None where no such year is told."""
    letters = hit.letter("focus")
    if not letters and hit.kind_before() == "j" and not hit.has("year"):
        return 0
    return None if not letters else -1 if "v" in letters else 1 if "f" in letters else 0


def _shift_of(hit: Hit) -> int:
    """-1, 0 or 1 for "last", "this" or "next" with its unit."""
    return {"l": -1, "i": 0, "x": 1}[hit.letter("shift")[0]]


def _month_alone(hit: Hit) -> Meaning | None:
    which = pick_of(hit.letter("which"))
    month, shift = _month(hit), _shift_of(hit) if hit.has("shift") else None
    year = _year(hit) if hit.has("year") else None
    if hit.has("year") and year is None:
        return None
    if year is None and shift is None and which is None and not hit.has("focus") and not _is_month(hit):
        return None
    return Point(year, month, which=which, year_shift=shift, focus_shift=_focus_of(hit), mod=mod_of(hit))


_BEFORE_MONTHS = frozenset("2345OFbA&|,(")


def _is_month(hit: Hit) -> bool:
    """Whether a month's name alone is the month, not a verb or a person."""
    before, word = hit.kind_before(), hit.words.word(hit.range("month")[0])
    if hit.has("pre") or before in _BEFORE_MONTHS - {",", "(", "&", "|"}:
        return True
    if hit.letter("month")[0] == "m":
        # "a televised March debate", "the May vote"; not "Theresa May", "March on", "said May".
        plain = before in "ta" or (word.lower() != "may" and before == "0")
        return plain and word.istitle() and hit.kind_after() == "0"
    named = hit.kind_after() == "1" or (before == "1" and word.lower() in ("april", "june", "august", "jan"))
    return not (named and word.lower() in ("april", "june", "august", "jan")) and len(word) > 3


def _weekday_alone(hit: Hit) -> Meaning | None:
    if (hit.before() == "news" and hit.kind_before() == "1") or _recurs(hit):
        return None
    time = _time(hit)
    shift = _shift_of(hit) if hit.has("shift") else None
    which = pick_of(hit.letter("which"))
    return Point(
        None, None, None, _weekday(hit), which=which, week_shift=shift, time=time[0], zone=time[1], mod=mod_of(hit)
    )


def _recurs(hit: Hit) -> bool:
    """ "Tuesday nights", "Monday and Tuesday nights": the days of every week."""
    if hit.has("part"):
        return hit.lower("part").endswith("s")
    return hit.words.kinds.startswith("&Wq", hit.match.end()) and hit.after(3).endswith("s")


# A year after these words is a number or a name: "Resolution 1973", "Route 2000", "Windows 2000".
_NOT_YEARS_AFTER = frozenset(
    listed(
        "resolution resolutions act article section boeing airbus flight route room page no number windows "
        "office agenda vision chapter paragraph protocol directive regulation law bill order verse apollo unit "
        "lot box suite highway interstate model galaxy version channel radio model about nearly almost "
        "approximately roughly some than"
    )
)
_NOT_YEARS_BEFORE = frozenset(
    listed(
        "people troops soldiers men women children dollars miles feet metres meters kilometers kilometres km kg "
        "tons tonnes workers jobs employees homes houses points shares barrels pounds euros yards hours gmt "
        "members students votes deaths cases victims times percent per words pages cars and-a-half of"
    )
)
_BORDERS = frozenset(listed("borders border lines line boundaries frontiers armistice"))
_CUES = frozenset("2345OFbA(E")


def _year_alone(hit: Hit) -> Meaning | None:
    year = _year(hit)
    if year is None:
        return None
    if hit.letter("year") == "Y" and not hit.has("word") and not _is_year(hit, year):
        return None
    return Point(year, mod=mod_of(hit))


def _is_year(hit: Hit, year: int) -> bool:
    before, kind = hit.before(), hit.kind_before()
    after = hit.after(2) if hit.after() in "-–" else hit.after()
    glued = hit.words.glued(hit.range("year")[0])
    if before in _NOT_YEARS_AFTER or after in _NOT_YEARS_BEFORE or after in _BORDERS:
        return False
    if glued and before not in ("-", "–", "(", "/", "‘", "'", "’", "“", '"', "—", "["):
        return False
    if (
        glued
        and before in ("-", "–")
        and hit.before(2) != "mid"
        and hit.words.kinds[hit.match.start() - 2] not in "YMd"
    ):
        return hit.before(2) in ("pre", "post")
    if 1900 <= year <= 2099:
        return not (kind == "1" and hit.kind_after() in "01" and _inside_sentence(hit))
    return kind in _CUES and kind != "5" and after not in ("0",) and hit.kind_after() not in "0U"


def _inside_sentence(hit: Hit) -> bool:
    """Whether the capital of the word before the year is a name's, not a sentence's first."""
    at = hit.match.start() - 2
    return at >= 0 and hit.words.kinds[at] not in ".¶"


def _season(hit: Hit) -> Meaning | None:
    which = pick_of(hit.letter("which"))
    year = _year(hit) if hit.has("year") else None
    word = hit.lower("season")
    season = SEASONS.get(word)
    if season is None or (hit.has("year") and year is None):
        return None
    shift = _shift_of(hit) if hit.has("shift") else None
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
    year = _year(hit) if hit.has("year") else _year_before(hit)
    if hit.has("year") and year is None:
        return None
    shift = _shift_of(hit) if hit.has("shift") else -1 if hit.has("ago") else None
    if hit.has("own"):
        shift = {"l": -1, "i": 0, "x": 1}[hit.letter("own")[0]]
    return Point(year, quarter=ordinal, year_shift=shift, mod=mod_of(hit))


def _year_before(hit: Hit) -> int | None:
    if not hit.has("year0"):
        return None
    return int(hit.words.word(hit.range("year0")[0]))


def _quarter_sign(hit: Hit) -> Meaning | None:
    word = hit.words.word(hit.range("sign")[0])
    number = int(next(c for c in word if c.isdigit()))
    year = _year(hit) if hit.has("year") else None
    if year is None and "H" in word:
        return None
    return Point(year, half=number) if "H" in word else Point(year, quarter=number)


def _half(hit: Hit) -> Meaning | None:
    ordinal = ordinal_of(hit.lower("nth"))
    year = _year(hit) if hit.has("year") else None
    shift = _shift_of(hit) if hit.has("shift") else 0 if hit.has("theyear") else None
    if ordinal not in (1, 2) or (hit.has("year") and year is None):
        return None
    return Point(year, half=ordinal, year_shift=shift)


def _feast(hit: Hit) -> Meaning | None:
    name = feasts.feast_name(hit.words.word(hit.range("feast")[0]))
    if hit.after() in ("island", "islands", "tree", "trees"):
        return None
    time = _time(hit)
    year = _year(hit) if hit.has("year") else None
    return Point(year, feast=name, which=pick_of(hit.letter("which")), time=time[0], zone=time[1], mod=mod_of(hit))


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


def _iso(hit: Hit) -> Meaning | None:
    word = hit.words.word(hit.match.start())
    day, time = word[:10], word[11:16]
    year, month, number = (int(part) for part in day.split("-"))
    return Point(year, month, number, time=f"T{time}" if time else None)


def _slashes(hit: Hit) -> Meaning | None:
    """American order; a date that only reads the other way is read so, one that reads both ways is left alone."""
    first, second, year = (int(part) for part in hit.words.word(hit.match.start()).split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900
    if first > 12 >= second:
        first, second = second, first
    elif second <= 12 and first != second:
        return Point(year) if year > 31 and len(hit.words.word(hit.match.start()).split("/")[2]) == 4 else None
    return Point(year, first, second)


def _range_end(hit: Hit) -> Meaning | None:
    day = _day(hit)
    first = hit.range("lead")[0]
    if day is None or (hit.letter("lead")[0] == "m" and hit.words.lower(first) not in MONTHS):
        return None
    year = _year(hit) if hit.has("year") else None
    return Point(year, _month(hit), day)


def _event_day(hit: Hit) -> Meaning | None:
    value = feasts.EVENTS.get("".join(hit.words.lower(k) for k in range(*hit.match.span())))
    return None if value is None or not hit.words.glued(hit.match.start() + 1) else Fixed(TimeType.DATE, value)


def _year_word(hit: Hit) -> Meaning | None:
    year = _year(hit)
    if year is None:
        return None
    surely = hit.has("pre") and "G" not in hit.letter("pre") and 1500 <= year <= 2100
    if hit.letter("year") == "Y" and not surely and not _is_year(hit, year):
        return None
    return Point(year, mod=mod_of(hit))


def _named_year(hit: Hit) -> Meaning | None:
    if hit.has("word") and hit.words.lower(hit.range("word")[0]) != "year":
        return None
    year = _year(hit)
    return None if year is None else Point(year, mod=mod_of(hit))


def _range_start(hit: Hit) -> Meaning | None:
    day = _day(hit)
    if day is None:
        return None
    return Point(_year(hit) if hit.has("year") else None, _month(hit), day)


_SHIFT = r"(?:(?:,?O?)(?P<shift>[lix]λ))"
_FOCUS = r"(?:[O3]?(?P<focus>t?jK?λ|tKλ|t?[vf]λ))"
DATE_RULES: tuple[Rule, ...] = (
    rule("range of days", rf"(?P<x>(?P<month>{MONTH})(?P<day>[do]))(?:2|-|&)(?:{MONTH})?[do],?{YEAR}", _full),
    rule("range of months", rf"(?P<x>(?P<month>{MONTH}))(?:2|-|&){MONTH}(?:,|O)?{YEAR}", _month_alone),
    rule("iso date", r"I", _iso),
    rule("slashes", r"L", _slashes),
    rule("day of an event", r"d/d", _event_day),
    rule(
        "month day",
        rf"{FRONT}{PRE}(?:(?P<dow>{WEEKDAY}),?t?)?(?P<month>{MONTH})t?(?P<day>[do])(?![,]?n|[%])(?:(?:,|O|,O)?{YEAR}|{_SHIFT}|{_FOCUS})?{BACK}",
        _full,
    ),
    rule(
        "day month",
        rf"{FRONT}{PRE}(?:(?P<dow>{WEEKDAY}),?5?)?t?(?P<day>[do])O?(?P<month>{MONTH})(?:,?O?{YEAR}|{_SHIFT}|{_FOCUS})?{BACK}",
        _full,
    ),
    rule(
        "month",
        rf"{PRE}(?P<which>{WHICH})?(?P<month>{MONTH})(?:(?:,|O)?{YEAR}|{_SHIFT}|{_FOCUS})?(?!d(?![d\w]))",
        _month_alone,
    ),
    rule(
        "weekday", rf"{FRONT}{NEAR}(?P<which>{WHICH})?(?P<dow>W)(?:{_SHIFT.replace('λ', 'ω')})?{BACK}", _weekday_alone
    ),
    rule("year", rf"{PRE}{YEAR}", _year_word),
    rule("the year", rf"{PRE}(?:t?(?P<word>λ)|(?P<fiscal>7λ?)){YEAR}", _named_year),
    rule(
        "season",
        rf"{PRE}(?:(?P<which>{WHICH})|(?P<the>t))?(?P<season>S)(?:O?{YEAR}|{_SHIFT})?",
        _season,
    ),
    rule(
        "quarter",
        rf"{PRE}t?(?:(?P<year0>Y)|(?P<own>[ilx]λ)'|(?P<ago>λ-[gr]))?7?-?(?P<nth>[os])(?:-?7?-?)¼(?:(?:,|O)?{YEAR}|{_SHIFT})?",
        _quarter,
    ),
    rule("Q3", rf"(?P<sign>Θ)(?:,?O?{YEAR})?", _quarter_sign),
    rule("half", rf"t?(?P<nth>[os])-?½(?:O{YEAR}|O{_SHIFT}|O(?P<theyear>tλ))", _half),
    rule("feast", rf"{FRONT}{PRE}(?P<which>{WHICH})?(?P<feast>H)(?:,?O?{YEAR})?{BACK}", _feast),
    rule("decade", rf"{PRE}(?P<the>t|[ji])?(?:E-?)?(?P<decade>D)", _decade),
    rule("century", rf"{PRE}t?(?:E-?)?(?P<nth>[os])-?(?P<unit>[uλω])", _century),
    rule(
        "range end",
        rf"(?P<lead>(?P<month>{MONTH})[do](?:2|-|&|,|\|))(?P<x>(?P<day>[do])(?![n%:Mm-])(?:,{YEAR})?)(?![uλωU0])",
        _range_end,
    ),
    rule(
        "range start",
        rf"(?P<x>(?P<day>[do]))(?P<lead>(?:2|-|&|\|)5?t?[do]O?(?P<month>{MONTH}))(?:,?{YEAR})?",
        _range_start,
    ),
)
