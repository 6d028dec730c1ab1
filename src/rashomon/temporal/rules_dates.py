"""Rules for places on the calendar: days, months, years, weekdays, seasons, quarters, feasts."""

from __future__ import annotations

from rashomon.record import TimeType
from rashomon.temporal import feasts
from rashomon.temporal.clock import time_of
from rashomon.temporal.listed import listed
from rashomon.temporal.meaning import Fixed, Meaning, Point, Which
from rashomon.temporal.numbers import ordinal_of, spelled_year
from rashomon.temporal.rule import CLOCK, MONTH, SPELLED, WEEKDAY, WHICH, Hit, Rule, rule
from rashomon.temporal.words import EARLY, EDGES, MONTHS, WEEKDAYS

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


def year_of(hit: Hit) -> int | None:
    first, last = hit.range("year")
    word = hit.words.word(first)
    return int(word) if word.isdigit() else spelled_year(hit.words, first, last)


def _day(hit: Hit) -> int | None:
    word = hit.lower("day").split()[0]
    day = int(word) if word.isdigit() else ordinal_of(word)
    return day if day is not None and 1 <= day <= 31 else None


def month_of(hit: Hit) -> int:
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
    year = year_of(hit) if hit.has("year") else None
    if day is None or (hit.has("year") and year is None):
        return None
    shift = shift_of(hit) if year is None and hit.has("shift") else None
    if year is None and (month_of(hit), day) == (9, 11) and _is_of_2001(hit):
        year = 2001
    return Point(
        year,
        month_of(hit),
        day,
        _weekday(hit),
        year_shift=shift,
        focus_shift=_focus_of(hit),
        time=time[0],
        zone=time[1],
        mod=mod_of(hit),
    )


def _is_of_2001(hit: Hit) -> bool:
    return hit.after() in _OF_2001 or hit.before(2) in ("pre", "post")


def _focus_of(hit: Hit) -> int | None:
    """-1, 0 or 1 for "the previous", "that" or "the following" year, None where no such year is told."""
    letters = hit.letter("focus")
    if not letters and hit.kind_before() == "j" and not hit.has("year"):
        return 0
    return None if not letters else -1 if "v" in letters else 1 if "f" in letters else 0


def shift_of(hit: Hit) -> int:
    """-1, 0 or 1 for "last", "this" or "next" with its unit."""
    return {"l": -1, "i": 0, "x": 1}[hit.letter("shift")[0]]


def _month_alone(hit: Hit) -> Meaning | None:
    which = pick_of(hit.letter("which"))
    month, shift = month_of(hit), shift_of(hit) if hit.has("shift") else None
    year = year_of(hit) if hit.has("year") else None
    if hit.has("year") and year is None:
        return None
    if year is None and shift is None and which is None and not hit.has("focus") and not _is_month(hit):
        return None
    return Point(year, month, which=which, year_shift=shift, focus_shift=_focus_of(hit), mod=mod_of(hit))


# "May's deal" is a woman's, "May's election" the month's.
_MAYS = frozenset(listed("election elections local general vote referendum summit meeting figures report total"))
_BEFORE_MONTHS = frozenset("2345OFbA&|,(")


def _is_month(hit: Hit) -> bool:
    """Whether a month's name alone is the month, not a verb or a person."""
    before, word = hit.kind_before(), hit.words.word(hit.range("month")[0])
    if hit.after() in _NAMED_FOR_A_DAY:
        return False
    if word == "May" and hit.kind_after() == "'" and hit.after(2) not in _MAYS:
        return False
    if hit.has("pre") or before in _BEFORE_MONTHS - {",", "(", "&", "|"}:
        return True
    if hit.letter("month")[0] == "m":
        # "a televised March debate", "the May vote"; not "Theresa May", "March on", "said May".
        plain = before in "ta" or (word.lower() != "may" and before == "0")
        return plain and word.istitle() and hit.kind_after() == "0"
    named = hit.kind_after() == "1" or (before == "1" and word.lower() in ("april", "june", "august", "jan"))
    return not (named and word.lower() in ("april", "june", "august", "jan")) and len(word) > 3


def _weekday_alone(hit: Hit) -> Meaning | None:
    if (hit.kind_before() == "1" and hit.before() in _NAMED_WEEKDAYS) or _recurs(hit):
        return None
    time = _time(hit)
    if _is_any(hit):
        value = f"XXXX-WXX-{(_weekday(hit) or 0) + 1}{time[0] or ''}"
        return Fixed(TimeType.TIME if time[0] else TimeType.DATE, value)
    shift = shift_of(hit) if hit.has("shift") else None
    which = pick_of(hit.letter("which"))
    if hit.letter("which") == "j" and hit.kind_before() == "0":
        which = None  # "hoping that Tuesday's session", not "on that Tuesday"
    return Point(
        None, None, None, _weekday(hit), which=which, week_shift=shift, time=time[0], zone=time[1], mod=mod_of(hit)
    )


_AFTER_ANY = frozenset("345O.,;")


def _is_any(hit: Hit) -> bool:
    """ "A recent Saturday", "one Saturday in May": which one is not told; "a Friday interview" was on Friday."""
    if hit.has("which") or hit.has("shift"):
        return False
    if hit.kind_before() == "B":
        return True
    return (hit.kind_before() == "a" or hit.before() == "one") and hit.kind_after() in _AFTER_ANY


# "Tarn News Sunday", "Super Tuesday" and "Bloody Sunday" are names.
_NAMED_WEEKDAYS = frozenset(listed("news super black bloody cyber fat shrove holy"))


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


def _feast(hit: Hit) -> Meaning | None:
    name = feasts.feast_name(hit.words.word(hit.range("feast")[0]))
    if hit.after() in ("island", "islands", "tree", "trees"):
        return None
    time = _time(hit)
    year = year_of(hit) if hit.has("year") else None
    return Point(year, feast=name, which=pick_of(hit.letter("which")), time=time[0], zone=time[1], mod=mod_of(hit))


def _iso(hit: Hit) -> Meaning | None:
    word = hit.words.word(hit.match.start())
    day, time = word[:10], word[11:16]
    year, month, number = (int(part) for part in day.split("-"))
    return Point(year, month, number, time=f"T{time}" if time else None, zone="utc" if word.endswith("Z") else None)


def _iso_month(hit: Hit) -> Meaning | None:
    """ "2016-05" is a month, but "2003-09" may be six years."""
    year, end = (int(hit.words.word(hit.match.start() + k)) for k in (0, 2))
    glued = all(hit.words.glued(hit.match.start() + k) for k in (1, 2))
    return Point(year, end) if glued and 1 <= end <= min(12, year % 100) else None


def _year_range_end(hit: Hit) -> Meaning | None:
    """The 16 of "2015-16"."""
    first, _ = hit.match.span()
    year, end = int(hit.words.word(first)), int(hit.words.word(first + 2))
    glued = hit.words.glued(first + 1) and hit.words.glued(first + 2)
    return Point(year // 100 * 100 + end) if glued and end > max(12, year % 100) else None


def _dashes(hit: Hit) -> Meaning | None:
    day = _day(hit)
    return None if day is None else Point(year_of(hit), month_of(hit), day)


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
    year = year_of(hit) if hit.has("year") else None
    return Point(year, month_of(hit), day)


def _event_day(hit: Hit) -> Meaning | None:
    value = feasts.EVENTS.get("".join(hit.words.lower(k) for k in range(*hit.match.span())))
    return None if value is None or not hit.words.glued(hit.match.start() + 1) else Fixed(TimeType.DATE, value)


def _year_word(hit: Hit) -> Meaning | None:
    year = year_of(hit)
    if year is None:
        return None
    surely = hit.has("pre") and "G" not in hit.letter("pre") and 1500 <= year <= 2100
    if hit.letter("year") == "Y" and not surely and not _is_year(hit, year):
        return None
    return Point(year, mod=mod_of(hit))


def _range_start(hit: Hit) -> Meaning | None:
    day = _day(hit)
    if day is None:
        return None
    return Point(year_of(hit) if hit.has("year") else None, month_of(hit), day)


SHIFT = r"(?:(?:,?O?)(?P<shift>[lix]λ))"
_FOCUS = r"(?:[O3]?(?P<focus>t?jK?λ|tKλ|t?[vf]λ))"
DATE_RULES: tuple[Rule, ...] = (
    rule("range of days", rf"(?P<x>(?P<month>{MONTH})(?P<day>[do]))(?:2|-|&)(?:{MONTH})?[do],?{YEAR}", _full),
    rule("range of months", rf"(?P<x>(?P<month>{MONTH}))(?:2|-|&){MONTH}(?:,|O)?{YEAR}", _month_alone),
    rule("iso date", r"I", _iso),
    rule("iso month", r"Y-d(?![-/:%dn])", _iso_month),
    rule("year range end", r"Y-(?P<x>d)(?![-/:%dn])", _year_range_end),
    rule("dashes", rf"(?P<day>d)-(?P<month>{MONTH})-(?P<year>Y)", _dashes),
    rule("slashes", r"L", _slashes),
    rule("day of an event", r"d/d", _event_day),
    rule(
        "month day",
        rf"{FRONT}{PRE}(?:(?P<dow>{WEEKDAY}),?t?)?(?P<month>{MONTH})t?(?P<day>[do])(?![,]?n|[%])(?:(?:,|O|,O)?{YEAR}|{SHIFT}|{_FOCUS})?{BACK}",
        _full,
    ),
    rule(
        "day month",
        rf"{FRONT}{PRE}(?:(?P<dow>{WEEKDAY}),?5?)?t?(?P<day>[do])O?(?P<month>{MONTH})(?:,?O?{YEAR}|{SHIFT}|{_FOCUS})?{BACK}",
        _full,
    ),
    rule(
        "month",
        rf"{PRE}(?P<which>{WHICH})?(?P<month>{MONTH})(?:(?:,|O)?{YEAR}|{SHIFT}|{_FOCUS})?(?!d(?![d\w]))",
        _month_alone,
    ),
    rule("weekday", rf"{FRONT}{NEAR}(?P<which>{WHICH})?(?P<dow>W)(?:{SHIFT.replace('λ', 'ω')})?{BACK}", _weekday_alone),
    rule("year", rf"{PRE}{YEAR}", _year_word),
    rule("feast", rf"{FRONT}{PRE}(?P<which>{WHICH})?(?P<feast>H)(?:,?O?{YEAR})?{BACK}", _feast),
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
