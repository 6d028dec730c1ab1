"""What must hold in every record, beyond the shape that its schema fixes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rashomon.record.date import Date
from rashomon.record.evidence import Evidence
from rashomon.record.record import Record


def faults(record: Record) -> list[str]:
    """Each thing that does not hold, in words: evidence whose text is not where it points, an id that is defined
    nowhere or twice. Empty for a good record."""
    return [*_misplaced(record), *_undefined(record), *_doubled(record)]


def evidence_of(record: Record) -> Iterator[tuple[str, Evidence]]:
    """Every piece of evidence in the record, with what it belongs to."""
    for article in record.articles:
        yield from _dated(f"article {article.id}", article.published, article.updated)
    for entity in record.entities:
        yield from _all(f"entity {entity.id}", entity.mentions)
    for one in record.attributions:
        pieces = (one.source.evidence, one.cue, one.content, one.hedges, one.occasion, one.addressed, one.refers_to)
        yield from _all(f"attribution {one.id}", *pieces)
        yield from _dated(f"attribution {one.id}", one.said)
    for claim in record.claims:
        for account in claim.accounts:
            yield from _all(f"claim {claim.id}", account.evidence)
            yield from _dated(f"claim {claim.id}", account.said)
    for event in record.events:
        yield from _all(f"event {event.id}", event.evidence)
        yield from _dated(f"event {event.id}", event.date)
    for origin in record.origins:
        yield from _all(f"origin {origin.id}", origin.evidence)
    for link in record.links:
        yield from _all(f"link {link.source} {link.kind} {link.to}", link.evidence)


def _misplaced(record: Record) -> Iterator[str]:
    texts = {article.id: article.text for article in record.articles}
    for owner, one in evidence_of(record):
        if one.article not in texts:
            yield f"{owner}: evidence in {one.article}, which is no article of the record"
        elif not 0 <= one.start < one.end or texts[one.article][one.start : one.end] != one.text:
            yield f"{owner}: {one.text!r} does not stand at {one.start}-{one.end} of {one.article}"


def _undefined(record: Record) -> Iterator[str]:
    pages, articles = {one.id for one in record.pages}, {one.id for one in record.articles}
    entities, origins = {one.id for one in record.entities}, {one.id for one in record.origins}
    said = {one.id for one in record.attributions}
    for row in record.articles:
        yield from _unknown(f"article {row.id}", "page", [row.page], pages)
    for one in record.attributions:
        owner = f"attribution {one.id}"
        yield from _unknown(owner, "article", [one.article], articles)
        yield from _unknown(owner, "attribution", [one.inside], said)
        yield from _unknown(owner, "entity", [one.source.entity, one.addressee], entities)
    for claim in record.claims:
        for account in claim.accounts:
            owner = f"claim {claim.id}"
            yield from _unknown(owner, "attribution", [account.attribution], said)
            yield from _unknown(owner, "article", [account.article], articles)
            yield from _unknown(owner, "entity", [account.voice], entities)
            yield from _unknown(owner, "origin", [account.origin], origins)
    for event in record.events:
        yield from _unknown(f"event {event.id}", "entity", event.participants, entities)
    for origin in record.origins:
        yield from _unknown(f"origin {origin.id}", "article", origin.articles, articles)
    for link in record.links:
        yield from _unknown("link", "article", [link.source], articles)
        yield from _unknown("link", "article or entity", [link.to], articles | entities)


def _doubled(record: Record) -> Iterator[str]:
    rows = (record.pages, record.articles, record.entities, record.attributions, record.claims, record.events)
    for table in (*rows, record.origins):
        seen: set[str] = set()
        for row in table:
            if row.id in seen:
                yield f"{row.id} is the id of two rows"
            seen.add(row.id)


def _unknown(owner: str, what: str, ids: Iterable[str | None], known: set[str]) -> Iterator[str]:
    for one in ids:
        if one is not None and one not in known:
            yield f"{owner}: {one} is no {what} of the record"


def _all(owner: str, *pieces: list[Evidence]) -> Iterator[tuple[str, Evidence]]:
    for evidence in pieces:
        for one in evidence:
            yield owner, one


def _dated(owner: str, *dates: Date | None) -> Iterator[tuple[str, Evidence]]:
    for date in dates:
        if date is not None and date.evidence is not None:
            yield owner, date.evidence
