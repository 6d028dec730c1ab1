"""What a text tells as having happened, typed and dated."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language.parse import Parse, Token
from rashomon.record import Attribution, Happening, Modality, Named, Span, TimeExpression, TimeType
from rashomon.temporal.dated import date_of
from rashomon.temporal.kinds import KINDS
from rashomon.temporal.modality import modality_of


def find_happenings(
    parse: Parse, names: Sequence[Named], times: Sequence[TimeExpression], attributions: Sequence[Attribution]
) -> list[Happening]:
    """Dated and typed events in text order, each with the words that name it."""
    children = parse.children()
    mentions = sorted(span for name in names for span in name.mentions)
    out: list[Happening] = []
    for number in range(len(parse.sentences)):
        out += _in_sentence(parse, number, children, mentions, times)
    return out


def _in_sentence(
    parse: Parse, number: int, children: list[list[int]], mentions: list[Span], times: Sequence[TimeExpression]
) -> list[Happening]:
    sentence = parse.sentence_span(number)
    here = [m for m in mentions if sentence.covers(m)]
    out: list[Happening] = []
    first, last = parse.sentences[number]
    for token in parse.tokens[first:last]:
        kind = KINDS.get(token.lemma.lower()) if token.pos == "VERB" else None
        if kind is None or not here:
            continue
        date = next((d for time in _near(parse, token, times, sentence) if (d := date_of(time))), None)
        modality = modality_of(parse, token, children)
        out.append(Happening(sentence, Span(token.start, token.end), token.lemma.lower(), kind, modality, date, here))
    return out


def _near(parse: Parse, trigger: Token, times: Sequence[TimeExpression], sentence: Span) -> list[TimeExpression]:
    near = [
        time
        for time in times
        if sentence.covers(Span(time.start, time.end)) and time.type in (TimeType.DATE, TimeType.TIME)
    ]
    return sorted(near, key=lambda time: abs(time.start - trigger.start))


__all__ = ["Modality", "find_happenings"]
