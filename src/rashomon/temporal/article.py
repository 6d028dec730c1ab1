"""When an article was written, as far as its own words fix it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rashomon.record import Article, Basis, Date, Evidence, Precision, TimeExpression
from rashomon.temporal.grammar import Found, find
from rashomon.temporal.letters import Words
from rashomon.temporal.meaning import Point, Unit, Which
from rashomon.temporal.moments import by_days, is_date
from rashomon.temporal.tense import Tense, tense_near

_DATELINE_REACH = 120
# How long after the day its first sentence tells of a piece that says "yesterday" can still have been written.
_NEWS_DAYS = 7
_TIE = re.compile(r"\s*[,(–—-]\s*(?:on\s)?|\son\s")


@dataclass(frozen=True, slots=True)
class _Day:
    """A full date in the text."""

    day: date
    one: Found


def date_article(article: Article, times: Sequence[TimeExpression]) -> Date | None:
    """The day or interval in which the text was written, or None where the words leave it open.

    A day: "yesterday, 28 December 2016", or a dateline. An interval: the first sentence tells of a past day by its
    full date, nothing later is told, and the text goes on to call that day's year "the year" or "this year".
    """
    words, found = find(article.text)
    days = [_Day(day, one) for one in found if (day := _full(one)) is not None]
    return _tied(article, words, found) or _dateline(article, words, days) or _lead(article, words, found, days)


def _full(one: Found) -> date | None:
    point = one.meaning
    if (
        isinstance(point, Point)
        and point.year
        and point.month
        and point.day
        and is_date(point.year, point.month, point.day)
    ):
        return date(point.year, point.month, point.day)
    return None


def _evidence(article: Article, words: Words, first: Found, last: Found) -> Evidence:
    start, end = words.starts[first.first], words.ends[last.last - 1]
    return Evidence(article.id, start, end, article.text[start:end])


def _tied(article: Article, words: Words, found: Sequence[Found]) -> Date | None:
    """ "today, 3 March 2015": a word that counts from the day of writing beside the full date it means."""
    said = []
    for one, other in pairwise(found):
        day = _full(other)
        between = article.text[words.ends[one.last - 1] : words.starts[other.first]]
        unit = one.meaning
        if day is None or not isinstance(unit, Unit) or unit.unit != "D" or unit.which is not Which.THIS:
            continue
        if _TIE.fullmatch(between) and not _in_quotation(article.text, words.starts[one.first]):
            said.append((by_days(day, -unit.shift), _evidence(article, words, one, other)))
    if not said or len({day for day, _ in said}) > 1:
        return None
    return Date(said[0][0].isoformat(), Precision.DAY, Basis.INFERRED, said[0][1])


def _in_quotation(text: str, at: int) -> bool:
    paragraph = text[text.rfind("\n\n", 0, at) + 1 : at]
    return paragraph.count('"') % 2 == 1 or paragraph.count("“") > paragraph.count("”")


_DATELINE = re.compile(r"(?:[A-Z][A-Z .,'’-]+(?:\([A-Za-z ]+\))?[,\s]*|\([A-Z][A-Za-z ]+[,\s]+|[A-Z][\w .]+,\s)$")
_AFTER = re.compile(r"\s*(?:\([A-Za-z /]+\)\s*)?[)]?\s*(?:[-–—:]|\([A-Z])")


def _dateline(article: Article, words: Words, days: Sequence[_Day]) -> Date | None:
    """ "JERUSALEM, Dec. 28, 2016 (AP) -" before the first words."""
    for one in days[:1]:
        start, end = words.starts[one.one.first], words.ends[one.one.last - 1]
        if start < _DATELINE_REACH and _DATELINE.fullmatch(article.text[:start]) and _AFTER.match(article.text, end):
            return Date(one.day.isoformat(), Precision.DAY, Basis.INFERRED, _evidence(article, words, one.one, one.one))
    return None


def _lead(article: Article, words: Words, found: Sequence[Found], days: Sequence[_Day]) -> Date | None:
    if not days or any(one.day > days[0].day for one in days):
        return None
    lead = days[0]
    if not _in_first_sentence(words, lead.one) or tense_near(words, lead.one.first, lead.one.last) is Tense.FUTURE:
        return None
    if any(_later_year(one, lead.day.year) for one in found) or not _year_is_this(words, lead):
        return None
    last = date(lead.day.year, 12, 31)
    if any(_counts_from_writing(one) for one in found):
        last = min(last, by_days(lead.day, _NEWS_DAYS))
    value = f"{lead.day.isoformat()}/{last.isoformat()}"
    return Date(value, Precision.INTERVAL, Basis.INFERRED, _evidence(article, words, lead.one, lead.one))


def _in_first_sentence(words: Words, one: Found) -> bool:
    return not set(words.kinds[: one.first]) & set("¶.") if one.first else True


_THE_YEAR = re.compile(
    r"\b(?:this year|so far this year|(?:throughout|during|all|of|in) the year)\b(?! (?:of|after|before|that|when)\b)",
    re.I,
)


def _year_is_this(words: Words, lead: _Day) -> bool:
    """Whether the text soon after the lead speaks of its year as the running one."""
    after = words.ends[lead.one.last - 1]
    return _THE_YEAR.search(words.text, after, after + 600) is not None


def _later_year(one: Found, year: int) -> bool:
    point = one.meaning
    return isinstance(point, Point) and point.year is not None and point.year > year


def _counts_from_writing(one: Found) -> bool:
    unit = one.meaning
    return isinstance(unit, Unit) and unit.unit == "D" and unit.which is Which.THIS
