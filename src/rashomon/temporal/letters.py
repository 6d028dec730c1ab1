"""Cuts a text into words and writes one letter a word, so that the grammar is regular expressions over letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.temporal import feasts
from rashomon.temporal.listed import listed
from rashomon.temporal.words import KIND, MONTHS, WEAK_MONTHS, WEEKDAYS, ZONES

_WORD = re.compile(
    r"(?P<I>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
    r"|(?P<L>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/]))"
    r"|(?P<k>\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?[AaPp]\.?[Mm]\b)|\d{1,2}:\d\d(?::\d\d)?(?![\w:])"
    r"|\d{4}(?=\s(?:GMT|UTC)\b))"
    r"|(?P<D>['’]\d0s\b|\d{1,3}0['’]?s\b)"
    r"|(?P<o>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d+(?:,\d{3})+(?!\d)|\d+\.\d+|\d+)"
    r"|(?P<own>['’]s\b|(?<=s)['’](?!\w))"
    r"|(?P<z>o['’]clock\b|[AaPp]\.[Mm]\.?(?!\w))"
    r"|(?P<quarter>[QH][1-4]\b|[1-4]Q\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<gap>\n[^\S\n]*\n\s*)"
    r"|(?P<sign>\S)"
)
_PHRASES = re.compile(
    r"(?:(?P<G>more than|less than|fewer than|no more than|no less than|as many as|as long as|at least|at most|up to)"
    r"|(?P<N>right now|at the moment|at present|at the present time|to date|to this day|these days"
    r"|the time being|this (?:crucial |critical )?moment)"
    r"|(?P<V>at the time(?=\s*(?:[.,;)”\"]|and\b|$))|at that time"
    r"|the (?:recent )?past(?=\s*(?:[.;,)?!]|$|and\b|when\b))"
    r"|in those days|not long ago|a long time ago|long ago|a while ago|some time ago)"
    r"|(?P<U>the (?:near |not-too-distant |not too distant )?future(?! of)|the (?:short|near|long) term"
    r"|in due course|before long)"
    r"|(?P<Q>local time|(?:eastern|central|mountain|pacific) (?:(?:standard|daylight) )?time))(?![\w-])",
    re.IGNORECASE,
)
_PHRASE_HEADS = frozenset(
    listed(
        "more less fewer no as at up right to these the this in not long a some before "
        "local eastern central mountain pacific"
    )
)
_PHRASE_LETTERS = {"G": "G", "N": "N", "V": "V", "U": "Φ", "Q": "Q"}
# "Is expected to last two weeks", "will last a year".
_LASTING = frozenset(listed("to will would could can may might should must"))
_NEVER_SHORT = frozenset(("may", "june", "july"))
YEARS = (1000, 2199)


@dataclass(frozen=True, slots=True)
class Words:
    """``kinds[k]`` is the letter of word k, which stands at ``starts[k]:ends[k]``.

    Beyond the letters of `rashomon.temporal.words`: ``d`` a number of one or two digits, ``Y`` a year, ``#`` another
    number, ``D`` a decade, ``k`` a clock time, ``I`` an ISO date, ``L`` a date in slashes, ``H`` a feast, ``Θ`` Q3,
    ``N``, ``V`` and ``Φ`` phrases for now, then and the future, ``'`` a possessive ending, ``0`` any other word,
    ``1`` another word with a capital, ``¶`` a blank line; signs stand for themselves.
    """

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]

    def word(self, k: int) -> str:
        return self.text[self.starts[k] : self.ends[k]]

    def lower(self, k: int) -> str:
        return self.text[self.starts[k] : self.ends[k]].lower()

    def glued(self, k: int) -> bool:
        """Whether nothing stands between word ``k`` and the one before it."""
        return k > 0 and self.ends[k - 1] == self.starts[k]


def words_of(text: str) -> Words:
    """The words of a text with their letters."""
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, find = 0, _WORD.search
    while match := find(text, at):
        start, at = match.span()
        word, group = match.group(), match.lastgroup
        if group == "word":
            kind = KIND.get(word) or _letter(word)
            if longer := _longer(text, start, word):
                kind, at = longer
            elif kind in "MmWw" and _is_short(word) and text[at : at + 1] == ".":
                at += 1
            elif kind == "l" and starts and text[starts[-1] : ends[-1]].lower() in _LASTING:
                kind = "0"
        else:
            kind = _other(word, group or "")
        kinds.append(kind)
        starts.append(start)
        ends.append(at)
    return Words(text, "".join(kinds), starts, ends)


def _is_short(word: str) -> bool:
    """Whether a month or weekday is cut short, so that the stop after it is its own."""
    return (len(word) < 5 and word.lower() not in _NEVER_SHORT) or word.lower() == "thurs"


def _longer(text: str, start: int, word: str) -> tuple[str, int] | None:
    """The letter and end of a phrase of several words that begins here."""
    lower = word.lower()
    if lower in _PHRASE_HEADS and (match := _PHRASES.match(text, start)):
        return _PHRASE_LETTERS[match.lastgroup or ""], match.end()
    if word[0].isupper() and lower in feasts.HEADS and (match := feasts.PATTERN.match(text, start)):
        return "H", match.end()
    return None


def _letter(word: str) -> str:
    """The letter of a word that does not stand in the table as it is written."""
    lower = word.lower()
    if word[0].isupper():
        if lower in MONTHS:
            return "m" if lower in WEAK_MONTHS else "M"
        if lower in WEEKDAYS:
            return KIND.get(lower, "w")
        if lower in ZONES and word.isupper():
            return "Q"
    elif lower in MONTHS and lower not in WEAK_MONTHS and len(lower) > 4:
        return "M"
    if lower in ("am", "pm"):
        return "z"
    return KIND.get(lower) or ("1" if word[0].isupper() else "0")


def _other(word: str, group: str) -> str:
    """The letter of a number or sign."""
    if group == "number":
        if not word.isdigit():
            return "#"
        if len(word) <= 2:
            return "d"
        return "Y" if len(word) == 4 and YEARS[0] <= int(word) <= YEARS[1] else "#"
    if group == "sign":
        return "-" if word in "-–‑" else word if word in ".,/()&$%:;—" else "§"
    return {"own": "'", "gap": "¶", "quarter": "Θ"}.get(group, group)
