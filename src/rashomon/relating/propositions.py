"""Every statement of every article that could be an account of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.record import Act, AttributionRow, Polarity, Span
from rashomon.relating.affiliation import nations_in
from rashomon.relating.clauses import clauses_of, cut_at, trimmed
from rashomon.relating.ids import short
from rashomon.relating.marks import amounts_of, marks_of
from rashomon.relating.negation import called_false, negated_stems
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told
from rashomon.relating.proposition import Proposition
from rashomon.relating.words import words_of

_WISHES = frozenset({Act.DEMAND, Act.ASK, Act.INTEND})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our", "ours"})
_THIRD = frozenset({"he", "she", "they", "him", "her", "his", "their", "them", "it", "its"})
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ne|de|ght|ld|pt)\b.{0,60}?\bby\b"
)
_QUESTION = re.compile(r"\?[\"”’')\]]*$")
# A statement with fewer weighty words than this says too little to be found again in other words.
LEAST_WEIGHTY = 3


def propositions_of(pile: Pile, people: People, rows: Sequence[AttributionRow]) -> list[Proposition]:
    """What is attributed first, then what articles say in their own voice where nothing is attributed; by place."""
    by_article: dict[str, list[AttributionRow]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    out: dict[str, Proposition] = {}
    for told in pile.told:
        own = by_article.get(told.id, [])
        for proposition in (*_attributed(told, people, own), *_own_voice(told, people, own)):
            out.setdefault(proposition.id, proposition)
    return sorted(out.values(), key=lambda p: (p.key, p.id))


def _attributed(told: Told, people: People, rows: Sequence[AttributionRow]) -> Iterator[Proposition]:
    inner: dict[str, list[AttributionRow]] = {}
    for row in rows:
        if row.inside is not None:
            inner.setdefault(row.inside, []).append(row)
    for row in rows:
        spans = [Span(e.start, e.end) for e in row.content or row.refers_to]
        if not spans:
            continue
        spans = _innermost(told, spans, inner.get(row.id, []))
        pieces = [
            piece for span in spans for part in cut_at(told.heard.sentences, span) for piece in _parts(told, part)
        ]
        against = "the source denies it" if row.polarity is Polarity.DENY else ""
        mood = "unclear" if row.polarity is Polarity.UNCLEAR else "wish" if row.act in _WISHES else "told"
        if len(pieces) > 1:
            for piece in pieces:
                made = make(told, people, (piece,), row, against=against, mood=mood, whole=False)
                if len(made.words) >= LEAST_WEIGHTY:
                    yield made
        yield make(told, people, tuple(spans), row, against=against, mood=mood, whole=True)


def _innermost(told: Told, spans: list[Span], inner: Sequence[AttributionRow]) -> list[Span]:
    """ "denied reports that X": X, where what is attributed is nothing but words about who reports it."""
    for row in inner:
        content = [Span(e.start, e.end) for e in row.content]
        if row.source.entity is not None or not content:
            continue
        rest = sum(s.end - s.start for s in spans) - sum(s.end - s.start for s in content)
        if rest < 40 and row.content[-1].end == spans[-1].end:
            return content
    return spans


def _parts(told: Told, span: Span) -> list[Span]:
    return clauses_of(told.article.text, span)


def _own_voice(told: Told, people: People, rows: Sequence[AttributionRow]) -> Iterator[Proposition]:
    text = told.article.text
    taken = sorted(Span(e.start, e.end) for row in rows for e in (*row.content, *row.cue, *row.source.evidence))
    for sentence in told.heard.sentences:
        for piece in clauses_of(text, sentence):
            if any(piece.overlaps(span) for span in taken if span.start < sentence.end and span.end > sentence.start):
                continue
            made = make(told, people, (piece,), None, against="", mood="told", whole=False)
            if len(made.words) >= LEAST_WEIGHTY + 1:
                yield made


def make(
    told: Told,
    people: People,
    spans: tuple[Span, ...],
    row: AttributionRow | None,
    *,
    against: str,
    mood: str,
    whole: bool,
) -> Proposition:
    """One statement with what comparing needs."""
    text = told.article.text
    spans = tuple(s for s in (trimmed(text, span.start, span.end) for span in spans) if s is not None) or spans
    said = " ".join(span.of(text) for span in spans)
    words = [word for span in spans for word in words_of(text, span.start, span.end)]
    mentions = [found for span in spans for found in people.within(told.id, span)]
    inside = [span for span, _ in mentions]
    weighty = [w for w in words if w.weighty and not any(m.start <= w.start < m.end for m in inside)]
    names = frozenset(entity for _, entity in mentions)
    meant = _meant(told, people, spans[0], [w.plain for w in words], row)
    nations = {people.nation[e] for e in (*names, *meant) if e in people.nation} | set(nations_in(said))
    untrue = called_false(said)
    if untrue and not against:
        against = f"called {untrue}"
    elif untrue:
        against = ""
    return Proposition(
        short("p", told.id, row.id if row is not None else "", *(f"{s.start}-{s.end}" for s in spans)),
        told.id,
        spans,
        said,
        row.id if row is not None else None,
        row.source.entity if row is not None else None,
        tuple(dict.fromkeys(w.stem for w in weighty if w.plain != untrue)),
        names,
        meant,
        frozenset(nations),
        marks_of(words),
        amounts_of(words),
        _days(told, spans),
        negated_stems(words),
        "asked" if _QUESTION.search(said) else mood,
        against,
        row.said if row is not None else None,
        whole,
        tuple(dict.fromkeys(entity for _, entity in mentions)),
        bool(_PASSIVE.search(said)),
    )


def _meant(told: Told, people: People, span: Span, plain: Sequence[str], row: AttributionRow | None) -> frozenset[str]:
    """Entities that pronouns of the statement may stand for: the speaker for "we", those named just before for "he"."""
    out: set[str] = set()
    if row is not None and row.source.entity is not None and _FIRST.intersection(plain):
        out.add(row.source.entity)
    if _THIRD.intersection(plain):
        k = told.sentence_at(span.start)
        if k is not None:
            start = told.heard.sentences[max(0, k - 1)].start
            before = people.within(told.id, Span(start, max(start, span.start)))
            out.update(entity for _, entity in before[-3:])
    return frozenset(out)


def _days(told: Told, spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(
        time.edtf
        for time in told.heard.times
        if time.edtf is not None and any(s.start <= time.start and time.end <= s.end for s in spans)
    )
