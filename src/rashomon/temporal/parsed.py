"""Time expressions resolved with the syntax and the quotations of a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rashomon.language.parse import Parse
from rashomon.record import Attribution, Date, Precision, Quotation, Span, TimeExpression
from rashomon.temporal.dated import dated_in
from rashomon.temporal.governing import Governing
from rashomon.temporal.grammar import Found, find
from rashomon.temporal.letters import Words
from rashomon.temporal.modality import tense_of
from rashomon.temporal.resolve import Anchor, resolve
from rashomon.temporal.tense import UNTIL, Tense, tense_near
from rashomon.temporal.utterances import said_of


def find_times_parsed(
    parse: Parse, published: date | None, attributions: Sequence[Attribution]
) -> list[TimeExpression]:
    """As `find_times`, but the verb an expression belongs to says whether it looks back, and inside a quotation that
    is dated to another day "today" is that day."""
    words, found = find(parse.text)
    syntax = Governing(parse)
    home = Anchor(published, "article" if published else "nothing")

    def tense(one: Found) -> Tense:
        return _tense(syntax, words, one)

    times = resolve(words, found, lambda _: home, tense)
    quoted = _dated_quotations(syntax, attributions, times, published)
    if not quoted:
        return times

    def anchor(one: Found) -> Anchor:
        span = _span(words, one)
        return next((at for stretch, at in quoted if stretch.covers(span)), home)

    return resolve(words, found, anchor, tense)


def _span(words: Words, one: Found) -> Span:
    return Span(words.starts[one.first], words.ends[one.last - 1])


def _tense(syntax: Governing, words: Words, one: Found) -> Tense:
    """The words beside the time say it; the verb it belongs to where they do not, and where that verb lies ahead.

    Where the two disagreed in 210 articles of 2010 to 2019, the words were right seven times of nine.
    """
    near = tense_near(words, one.first, one.last)
    verb = syntax.governor(_span(words, one))
    if near is Tense.OVER or verb is None or verb.pos != "VERB":
        return near
    told = tense_of(syntax, verb)
    bounded = one.first > 0 and words.word(one.first - 1) in UNTIL
    if told is Tense.FUTURE and not bounded:
        return Tense.FUTURE
    if bounded and syntax.is_pluperfect(verb):
        return told or near
    return told or near if near is Tense.UNCLEAR else near


def _dated_quotations(
    syntax: Governing, attributions: Sequence[Attribution], times: Sequence[TimeExpression], published: date | None
) -> list[tuple[Span, Anchor]]:
    """Direct quotations that were said on a known day other than the article's, innermost first."""
    out: list[tuple[Span, Anchor]] = []
    dated = dated_in(syntax.parse.text, times)
    for one in attributions:
        if one.quotation is not Quotation.DIRECT:
            continue
        day = _day(one.said or said_of(syntax, one, dated, attributions))
        if day is not None and day != published:
            out += [(span, Anchor(day, "quotation")) for span in one.content]
    return sorted(out, key=lambda item: item[0].end - item[0].start)


def _day(said: Date | None) -> date | None:
    return date.fromisoformat(said.value[:10]) if said and said.precision in (Precision.DAY, Precision.MINUTE) else None
