"""Every statement of every article that could be an account of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.record import AttributionRow, Evidence, Polarity, Span
from rashomon.relating.clauses import clauses_of, cut_at, main_clause
from rashomon.relating.negation import waved_off
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told
from rashomon.relating.proposition import Proposition
from rashomon.relating.referring import referred
from rashomon.relating.statement import STANDS_FOR, WISHES, Piece, is_clausal, make

# A statement with fewer weighty words than this says too little to be found again in other words.
LEAST_WEIGHTY = 3
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
# The end of a quotation that began before, or the other way round.
_UNBALANCED = re.compile(r"^[^“]*”|“[^”]*$")
_RELATIVE = re.compile(r"^(?:and\s+)?(?:which|who)\s", re.IGNORECASE)
_WHICH = re.compile(r",\s+(?:which|who|whom)\s")
_OWN = frozenset({"i", "we", "he", "she", "they", "it", "us", "me"})
# Up to this many words before a "which" are what it stands for.
_ANTECEDENT = re.compile(r"(?:[^\s,;:–—]+\s+){0,3}[^\s,;:–—]+$")


def propositions_of(
    pile: Pile, people: People, rows: Sequence[AttributionRow], rejected: Sequence[AttributionRow] = ()
) -> list[Proposition]:
    """What is attributed first, then what articles say in their own voice where nothing is attributed; by place. The
    words of a rejected attribution are nobody's."""
    by_article: dict[str, list[AttributionRow]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    gone: dict[str, list[AttributionRow]] = {}
    for row in rejected:
        gone.setdefault(row.article, []).append(row)
    out: dict[str, Proposition] = {}
    for told in pile.told:
        own = by_article.get(told.id, [])
        for proposition in (*_attributed(told, people, own), *_own_voice(told, people, [*own, *gone.get(told.id, [])])):
            out.setdefault(proposition.id, proposition)
    return sorted(out.values(), key=lambda p: (p.key, p.id))


def _attributed(told: Told, people: People, rows: Sequence[AttributionRow]) -> Iterator[Proposition]:
    inner: dict[str, list[AttributionRow]] = {}
    text = told.article.text
    for row in rows:
        if row.inside is not None:
            inner.setdefault(row.inside, []).append(row)
    for row in rows:
        content = tuple(Span(e.start, e.end) for e in row.content)
        meant = referred(told, row, rows)
        if meant is not None:
            shown = content or tuple(Span(e.start, e.end) for e in row.cue)
            stated = _pieces(told, meant[0])[0]
            yield make(told, people, Piece(stated.spans, True, shown, stated.about), row)
            continue
        if not content:
            continue
        spans = _innermost(content, inner.get(row.id, []))
        passed = _passed_on(told, row, spans, inner.get(row.id, []))
        pieces = [replace(piece, passed=passed) for span in spans for piece in _pieces(told, span)]
        if row.polarity is Polarity.DENY:
            mains = [(piece, main_clause(text, piece.spans[0])) for piece in pieces]
            pieces += [replace(piece, spans=(main,)) for piece, main in mains if main is not None]
        if len(pieces) > 1:
            made = [make(told, people, piece, row) for piece in pieces]
            yield from (one for one in made if len(one.words) >= LEAST_WEIGHTY)
        yield make(told, people, Piece(spans, True, passed=passed), row)


def _passed_on(
    told: Told, row: AttributionRow, spans: tuple[Span, ...], inner: Sequence[AttributionRow]
) -> tuple[Span, ...]:
    """What the source only tells as said by others: "people allege that X" does not say X; "we think that X" does."""
    if row.act in STANDS_FOR:
        return ()
    others = [one for one in inner if one.act not in WISHES and _states(told, one) and not _oneself(row, one)]
    inside = [Span(e.start, e.end) for one in others for e in one.content]
    return tuple(span for span in inside if span not in spans)


def _oneself(row: AttributionRow, inner: AttributionRow) -> bool:
    if inner.source.entity is not None and inner.source.entity == row.source.entity:
        return True
    words = {word for e in inner.source.evidence for word in e.text.lower().split()}
    return not words or bool(words & _OWN)


def _innermost(spans: tuple[Span, ...], inner: Sequence[AttributionRow]) -> tuple[Span, ...]:
    """ "denied reports that X": X, where what is attributed is nothing but words about who reports it."""
    for row in inner:
        content = tuple(Span(e.start, e.end) for e in row.content)
        if row.source.entity is not None or not content:
            continue
        rest = sum(s.end - s.start for s in spans) - sum(s.end - s.start for s in content)
        if rest < 40 and content[-1].end == spans[-1].end:
            return content
    return spans


def _pieces(told: Told, span: Span) -> list[Piece]:
    """The statements within a stretch of text, sentence by sentence and clause by clause."""
    text = told.article.text
    out = []
    for part in cut_at(told.heard.sentences, span):
        clauses = clauses_of(text, part)
        about: tuple[Span, ...] = ()
        for clause in clauses:
            if not _RELATIVE.match(clause.of(text)):
                about = _before(text, clause)
                out.append(Piece((clause,)))
            else:
                out.append(Piece((clause,), about=about))
    return out


def _before(text: str, clause: Span) -> tuple[Span, ...]:
    """The last words of a clause: what a "which" after it stands for."""
    inner = _WHICH.search(text, clause.start, clause.end)
    match = _ANTECEDENT.search(text, clause.start, clause.end if inner is None else inner.start())
    return (Span(match.start(), match.end()),) if match else ()


def _own_voice(told: Told, people: People, rows: Sequence[AttributionRow]) -> Iterator[Proposition]:
    """What the article says itself. Where what it attributes is a thing and no statement ("they discussed grain"), the
    telling is the article's own."""
    text = told.article.text
    taken = sorted(Span(e.start, e.end) for row in rows if _states(told, row) for e in _stretch(row))
    taken += [Span(m.start(), m.end()) for m in _QUOTED.finditer(text) if m.end() - m.start() > 40]
    for sentence in told.heard.sentences:
        near = [span for span in taken if span.overlaps(sentence)]
        for piece in _pieces(told, sentence):
            if any(span.overlaps(piece.spans[0]) for span in near):
                continue
            if waved_off(piece.spans[0].of(text)):
                continue
            made = make(told, people, piece, None)
            if made.clausal and len(made.words) > LEAST_WEIGHTY and not _UNBALANCED.search(made.text):
                yield made


def _states(told: Told, row: AttributionRow) -> bool:
    return any(is_clausal(e.text, told.words_in(Span(e.start, e.end))) for e in row.content)


def _stretch(row: AttributionRow) -> list[Evidence]:
    return [*row.content, *row.cue, *row.source.evidence[:1]]
