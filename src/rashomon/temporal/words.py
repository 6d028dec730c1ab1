"""The words the grammar of times knows, as tables: one letter says what a word can do in it.

Letters: ``M`` month, ``m`` word that may be a month, ``W`` weekday, ``w`` weekday cut short, ``P`` weekdays,
``u``/``U`` unit and units, ``λ`` year, ``ω`` week, ``s`` second (unit or ordinal), ``o`` ordinal, ``n`` number
word, ``½`` half, ``¼`` quarter, ``a`` a/an, ``t`` the, ``i`` this, ``j`` that, ``J`` these/those, ``l`` last,
``p`` past, ``v`` previous, ``x`` next, ``f`` following, ``e`` each, ``c`` few/several, ``g`` ago, ``r`` earlier,
``R`` later, ``b`` before, ``A`` after, ``F`` from, ``T`` today, ``q`` part of a day, ``S`` season, ``E``
early/late/mid, ``Z`` start/end, ``O`` of, ``z`` am/pm, ``Q`` time zone, ``y`` daily, ``K`` same, ``X`` a word that
is a reference by itself, ``C`` current, ``B`` recent, ``&`` and, ``|`` or, ``2`` to/until, ``3`` in/within, ``4``
for/during, ``5`` on/at/by, ``6`` year-ago compounds, ``7`` fiscal, ``8`` old (ages), ``9`` period.
"""

from __future__ import annotations

from rashomon.temporal.listed import listed

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
# Written small these are verbs, nouns or names; written large they are months unless a verb follows.
WEAK_MONTHS = frozenset({"may", "march", "mar"})

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon", "mondays"),
            ("tuesday", "tue", "tues", "tuesdays"),
            ("wednesday", "wed", "wednesdays"),
            ("thursday", "thu", "thur", "thurs", "thursdays"),
            ("friday", "fri", "fridays"),
            ("saturday", "sat", "saturdays"),
            ("sunday", "sun", "sundays"),
        )
    )
    for name in names
}

# TIMEX3 designators; "T" before those of hours and below is added where the value is written.
UNITS = {
    "second": "S",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "day": "D",
    "night": "N",
    "week": "W",
    "fortnight": "F",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "season": "SE",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}
PLURALS = {
    "seconds": "S",
    "minutes": "TM",
    "mins": "TM",
    "hours": "TH",
    "hrs": "TH",
    "days": "D",
    "nights": "N",
    "weeks": "W",
    "fortnights": "F",
    "weekends": "WE",
    "months": "M",
    "quarters": "Q",
    "years": "Y",
    "yrs": "Y",
    "decades": "E",
    "centuries": "C",
    "millennia": "L",
    "millenniums": "L",
}

SMALL = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
ORDINALS = {
    word: value
    for value, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
            "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
            "twenty-ninth thirtieth thirty-first"
        ),
        start=1,
    )
}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
DECADES = {
    word: value
    for value, word in enumerate(
        listed("twenties thirties forties fifties sixties seventies eighties nineties"), start=2
    )
}

# What part of a day a word names, as TIMEX3 writes it: a period after "T", or a clock time.
PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "midmorning": "MO",
    "mid-morning": "MO",
    "noon": "12:00",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "night": "NI",
    "nights": "NI",
    "nighttime": "NI",
    "overnight": "NI",
    "midnight": "24:00",
}

ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "yearly": "P1Y",
    "semiannual": "P6M",
    "biannual": "P6M",
}

REFERENCES = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
}

ZONES = {
    "gmt": "Etc/GMT",
    "utc": "Etc/UTC",
    "est": "America/New_York",
    "edt": "America/New_York",
    "et": "America/New_York",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "ct": "America/Chicago",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pt": "America/Los_Angeles",
    "bst": "Europe/London",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "eet": "Europe/Helsinki",
    "msk": "Europe/Moscow",
    "ist": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    "hkt": "Asia/Hong_Kong",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
}

# "Eastern time", "Pacific Standard Time": the zone that goes by the region's name.
REGIONS = {"eastern": "et", "central": "ct", "mountain": "mst", "pacific": "pt"}

MODIFIERS = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "circa": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "over": "MORE_THAN",
    "more than": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS",
    "as long as": "EQUAL_OR_LESS",
    "just": None,
    "only": None,
    "exactly": None,
    "some": "APPROX",
}

EARLY = {"early": "START", "late": "END", "mid": "MID", "earlier": "START", "later": "END"}
EDGES = {
    "start": "START",
    "beginning": "START",
    "outset": "START",
    "opening": "START",
    "middle": "MID",
    "midst": "MID",
    "end": "END",
    "close": "END",
    "ending": "END",
}

_KINDS: dict[str, tuple[str, ...]] = {
    "½": ("half",),
    "a": ("a", "an"),
    "t": ("the",),
    "i": ("this",),
    "j": ("that",),
    "J": ("these", "those"),
    "l": ("last",),
    "p": ("past",),
    "v": ("previous", "preceding", "prior", "latest"),
    "x": ("next", "coming", "upcoming"),
    "f": ("following", "subsequent", "ensuing"),
    "e": ("each", "every"),
    "c": ("few", "several", "many", "couple"),
    "g": ("ago",),
    "b": ("before",),
    "A": ("after",),
    "F": ("from", "since"),
    "T": ("today", "yesterday", "tomorrow", "tonight"),
    "O": ("of",),
    "K": ("same",),
    "C": ("current",),
    "B": ("recent",),
    "&": ("and",),
    "|": ("or",),
    "2": ("to", "until", "till", "through", "thru"),
    "3": ("in", "within"),
    "4": ("for", "during", "throughout", "over"),
    "5": ("on", "at", "by"),
    "7": ("fiscal", "financial", "fy"),
    "8": ("old",),
    "9": ("period",),
    "r": ("earlier",),
    "R": ("later",),
    "E": ("early", "late", "mid"),
    "s": ("second",),
}


def _table() -> dict[str, str]:
    table = {word: letter for letter, words in _KINDS.items() for word in words}
    table |= dict.fromkeys(UNITS, "u") | dict.fromkeys(PLURALS, "U")
    table |= dict.fromkeys((*SMALL, *TENS, *SCALES), "n")
    table |= dict.fromkeys((w for w in ORDINALS if w != "second"), "o") | dict.fromkeys(SEASONS, "S")
    table |= dict.fromkeys(("springs", "summers", "autumns", "winters"), "S")
    table |= dict.fromkeys(EDGES, "Z") | dict.fromkeys(ADVERBS, "y") | dict.fromkeys(REFERENCES, "X")
    table |= dict.fromkeys(DECADES, "D")
    table |= {word: "G" for word in MODIFIERS if " " not in word}
    table |= dict.fromkeys(PARTS, "q") | {
        "second": "s",
        "over": "G",
        "quarter": "¼",
        "quarters": "¼",
        "year": "λ",
        "week": "ω",
    }
    table |= {word: "W" for word in WEEKDAYS if word.endswith("day")}
    table |= {word: "P" for word in WEEKDAYS if word.endswith("days")}
    return table


KIND = _table()
