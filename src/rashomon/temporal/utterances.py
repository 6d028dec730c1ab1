"""When something was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.language.parse import Parse
from rashomon.record import Attribution, Date, Span, TimeExpression, TimeType
from rashomon.temporal.dated import date_of


def date_utterances(
    parse: Parse, attributions: Sequence[Attribution], times: Sequence[TimeExpression], published: Date | None
) -> list[Attribution]:
    """The attributions with ``said`` filled where the words tell when; ``inside`` points into the new list."""
    made: dict[int, Attribution] = {}
    for one in sorted(attributions, key=_depth):
        inside = made.get(id(one.inside), one.inside) if one.inside is not None else None
        made[id(one)] = replace(one, inside=inside, said=one.said or _said(parse, one, times))
    return [made[id(one)] for one in attributions]


def _depth(one: Attribution) -> int:
    depth = 0
    while one.inside is not None:
        one, depth = one.inside, depth + 1
    return depth


def _said(parse: Parse, one: Attribution, times: Sequence[TimeExpression]) -> Date | None:
    """The date beside the cue: in its sentence, outside what is said, nearest first."""
    if not one.cue:
        return None
    cue = one.cue[0]
    sentence = next((s for k in range(len(parse.sentences)) if (s := parse.sentence_span(k)).overlaps(cue)), None)
    if sentence is None:
        return None
    near = [time for time in times if sentence.covers(Span(time.start, time.end)) and _tells(time, one)]
    near.sort(key=lambda time: min(abs(time.start - cue.end), abs(cue.start - time.end)))
    return date_of(near[0]) if near else None


def _tells(time: TimeExpression, one: Attribution) -> bool:
    span = Span(time.start, time.end)
    if time.type not in (TimeType.DATE, TimeType.TIME) or time.edtf is None:
        return False
    return not any(span.overlaps(other) for other in (*one.content, *one.source))
