"""Attributions as rows of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.record import Attribution, AttributionRow, Evidence, Source, Span
from rashomon.relating.ids import attribution_id
from rashomon.relating.people import People
from rashomon.relating.pile import Told
from rashomon.relating.rows import told_date


def attribution_rows(told: Told, people: People, dropped: Counter[str]) -> list[AttributionRow]:
    """A row for each attribution that has a cue or a content in the article's text, by place."""
    rows: dict[str, AttributionRow] = {}
    for attribution in told.heard.attributions:
        row = _row(told, attribution, people)
        if not (row.cue or row.content or row.source.evidence):
            dropped["attribution without words in the article"] += 1
        elif row.id in rows:
            dropped["the same attribution found twice"] += 1
        else:
            rows[row.id] = row
    known = set(rows)
    return sorted((_inside_known(row, known) for row in rows.values()), key=_place)


def _inside_known(row: AttributionRow, known: set[str]) -> AttributionRow:
    return row if row.inside is None or row.inside in known else replace(row, inside=None)


def _place(row: AttributionRow) -> tuple[int, int, str]:
    spans = [*row.content, *row.cue, *row.source.evidence]
    return min(e.start for e in spans), -max(e.end for e in spans), row.id


def _row(told: Told, a: Attribution, people: People) -> AttributionRow:
    said = told_date(a.said, told.article)
    return AttributionRow(
        attribution_id(told.id, a),
        told.id,
        None if a.inside is None else attribution_id(told.id, a.inside),
        _source(told, a, people),
        _words(told, a.cue),
        _words(told, a.content),
        a.quotation,
        a.act,
        a.polarity,
        _addressee(told, a, people),
        said,
        _words(told, a.hedges),
        _words(told, a.occasion),
        _words(told, a.addressed),
        _words(told, a.refers_to),
        round(a.confidence, 4),
    )


def _source(told: Told, a: Attribution, people: People) -> Source:
    who = a.speaker
    spans = [*a.source, *(who.evidence if who is not None else [])]
    evidence = _words(told, list(dict.fromkeys(spans)))
    if who is not None and not who.name:
        return Source(None, None, who.anonymous, evidence, str(who.kind), who.reason or None)
    if who is None:
        name = " ".join(span.of(told.article.text) for span in a.source) or None
        return Source(None, name, False, evidence)
    entity = people.speaker(told.id, a)
    name = people.name[entity] if entity is not None else who.name or None
    return Source(entity, name, who.anonymous, evidence, _kind(entity, a, people), who.reason or None)


def _kind(entity: str | None, a: Attribution, people: People) -> str:
    """What the whole pile takes the speaker for, before what one article does."""
    return str(people.kind[entity]) if entity is not None else str(a.speaker.kind) if a.speaker else "unknown"


def _addressee(told: Told, a: Attribution, people: People) -> str | None:
    for span in a.addressed:
        inside = people.within(told.id, span)
        if inside:
            return inside[0][1]
    return None if a.addressee is None else people.named(told.id, a.addressee)


def _words(told: Told, spans: Sequence[Span]) -> list[Evidence]:
    size = len(told.article.text)
    return [told.evidence(span) for span in spans if 0 <= span.start < span.end <= size]
