"""When something was said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.quotes import paragraphs_of
from rashomon.language.parse import Parse, Token
from rashomon.record import Attribution, Basis, Date, Modality, SourceKind, Span, TimeExpression
from rashomon.temporal.dated import Dated, dated_in
from rashomon.temporal.governing import Governing
from rashomon.temporal.listed import listed
from rashomon.temporal.modality import modality_of

_SAID = (Modality.HAPPENED, Modality.HABITUAL)
# Cues that go on with what was being said, on the same occasion.
_GOING_ON = frozenset(("add", "continue", "conclude", "reiterate", "repeat"))
# What comes out long after it was said or written, and how: the day it came out is not the day it was said.
_RECORDS = frozenset(
    listed(
        "transcript recording tape audio video footage email e-mail mail cable memo memorandum letter message note "
        "text diary log minute conversation call correspondence file"
    )
)
_COME_OUT = frozenset(
    listed("release publish obtain surface uncover recover disclose unearth discover reveal emerge see review")
)
_COME_OUT_LATE = frozenset(("declassify", "leak", "unseal"))


def date_utterances(
    parse: Parse, attributions: Sequence[Attribution], times: Sequence[TimeExpression], published: Date | None
) -> list[Attribution]:
    """The attributions with ``said`` filled where the words tell when; ``inside`` points into the new list.

    The words are a time that belongs to the cue ("said on Friday"), to the clause the cue hangs on ("met him on
    Friday, saying"), to the source ("a statement of 3 May") or to the occasion. Failing that, what the same speaker
    goes on to say in the paragraph has the date of what went before, as an inference. The date of the article alone
    dates nothing: what an article tells may have been said long before.
    """
    syntax = Governing(parse)
    dated = dated_in(parse.text, times)
    said = {id(one): one.said or said_of(syntax, one, dated, attributions) for one in attributions}
    _go_on(syntax, attributions, said)
    made: dict[int, Attribution] = {}
    for one in sorted(attributions, key=_depth):
        inside = one.inside if one.inside is None else made.get(id(one.inside), one.inside)
        made[id(one)] = replace(one, inside=inside, said=said[id(one)])
    return [made[id(one)] for one in attributions]


def _depth(one: Attribution) -> int:
    depth = 0
    while one.inside is not None:
        one, depth = one.inside, depth + 1
    return depth


def said_of(syntax: Governing, one: Attribution, points: Sequence[Dated], others: Sequence[Attribution]) -> Date | None:
    """The date that the words beside an attribution give it, or None; ``others`` are all attributions of the text."""
    cue = next((verb for span in one.cue if (verb := syntax.verb_of(span)) is not None), None)
    if cue is None or any(_lies_ahead(syntax, verb) for span in one.cue for verb in syntax.verbs_in(span)):
        return None
    near = [
        dated
        for dated in points
        if _may_tell(syntax, dated.span, one, cue) and not _is_told_by_another(dated.span, cue, one, others)
    ]
    near.sort(key=lambda dated: (abs(dated.span.start - cue.start), dated.span))
    return near[0].date if near else None


def _lies_ahead(syntax: Governing, verb: Token) -> bool:
    """Whether the cue itself tells of no saying that took place: "will say", "is expected to say", "if he says"."""
    return verb.dep != "prep" and modality_of(syntax, verb) not in _SAID


def _may_tell(syntax: Governing, span: Span, one: Attribution, cue: Token) -> bool:
    """Whether a time is the time of the saying: not of what is said, nor of something else in the sentence."""
    if any(span.overlaps(other) for other in one.content):
        return False
    if _came_out(syntax, span):
        return False
    if any(other.covers(span) and not _belongs_to_noun(syntax, other) for other in one.occasion):
        return True
    if syntax.tokens[syntax.inside(span).start].sent != cue.sent:
        return False
    governor = syntax.moment(span)
    if governor is None:
        return False
    if governor.pos in ("NOUN", "PROPN"):
        return _in_source(one, governor) and one.speaker is not None and one.speaker.kind is SourceKind.DOCUMENT
    return cue.pos == "VERB" and syntax.same_moment(cue, governor)


def _is_told_by_another(span: Span, cue: Token, one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether the time stands in what another sentence part says, and the cue does not: "said that it left in 1988,
    and reaffirmed"."""
    return any(
        any(content.overlaps(span) for content in other.content)
        and not any(content.start <= cue.start < content.end for content in other.content)
        for other in others
        if other is not one
    )


def _came_out(syntax: Governing, span: Span) -> bool:
    """Whether the time is the one at which a record of the saying came out: "transcripts declassified in May"."""
    verb = syntax.governor(span)
    if verb is None or verb.pos != "VERB":
        return False
    noun, lemma = syntax.antecedent(verb), verb.lemma.lower()
    if noun is not None and lemma in _COME_OUT_LATE:
        return True
    noun = noun or syntax.child(verb, "nsubj", "nsubjpass")
    return noun is not None and lemma in _COME_OUT | _COME_OUT_LATE and noun.lemma.lower() in _RECORDS


def _belongs_to_noun(syntax: Governing, occasion: Span) -> bool:
    """Whether an occasion is that of a thing spoken of: "raised the issue of her remarks at a fair in May"."""
    top = syntax.top(occasion)
    return top is not None and top.pos == "ADP" and syntax.tokens[top.head].pos in ("NOUN", "PROPN")


def _in_source(one: Attribution, noun: Token) -> bool:
    return any(span.start <= noun.start < span.end for span in (*one.source, *one.cue))


def _go_on(syntax: Governing, attributions: Sequence[Attribution], said: dict[int, Date | None]) -> None:
    """What a speaker adds has the date of what the paragraph quoted before."""
    starts = [paragraph.start for paragraph in paragraphs_of(syntax.parse.text)]
    before: Attribution | None = None
    for one in sorted(attributions, key=_place):
        date = None if before is None else said[id(before)]
        if (
            said[id(one)] is None
            and before is not None
            and date is not None
            and _same_breath(syntax, starts, before, one)
        ):
            said[id(one)] = replace(date, basis=Basis.INFERRED)
        if one.inside is None and one.speaker is not None:
            before = one


def _place(one: Attribution) -> int:
    return min((span.start for span in (*one.cue, *one.content)), default=0)


def _same_breath(syntax: Governing, starts: list[int], before: Attribution, one: Attribution) -> bool:
    if (
        one.inside is not None
        or one.speaker is None
        or before.speaker is None
        or one.speaker.name != before.speaker.name
    ):
        return False
    near = bisect_right(starts, _place(one)) - bisect_right(starts, _place(before))
    cue = next((verb for span in one.cue if (verb := syntax.verb_of(span)) is not None), None)
    return cue is not None and cue.lemma.lower() in _GOING_ON and near <= 1
