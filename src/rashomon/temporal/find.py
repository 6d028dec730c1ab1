"""Dates, times, durations and sets in a text."""

from __future__ import annotations

from datetime import date

from rashomon.record import TimeExpression
from rashomon.temporal.grammar import find
from rashomon.temporal.resolve import Anchor, resolve
from rashomon.temporal.tense import tense_near


def find_times(text: str, *, published: date | None = None) -> list[TimeExpression]:
    """Time expressions in text order; offsets are into ``text`` as given.

    Relative ones are resolved against ``published``; without it their value is None.
    """
    words, found = find(text)
    anchor = Anchor(published, "article" if published else "nothing")
    return resolve(words, found, lambda _: anchor, lambda one: tense_near(words, one.first, one.last))
