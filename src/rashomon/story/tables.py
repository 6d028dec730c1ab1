"""The rows of a record as rows of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from rashomon.record import (
    ArticleRow,
    AttributionRow,
    Claim,
    Date,
    Entity,
    Event,
    Evidence,
    Link,
    Origin,
    PageRow,
    Place,
)

# The name of a table and one row of it.
Row: TypeAlias = tuple[str, tuple[object, ...]]
Item: TypeAlias = PageRow | ArticleRow | Entity | AttributionRow | Claim | Event | Origin | Link


def page_rows(number: int, p: PageRow) -> Iterator[Row]:
    yield "pages", (number, p.id, p.name, p.url, p.media_type, p.captured, _json(p.problems))


def article_rows(number: int, a: ArticleRow) -> Iterator[Row]:
    row = (number, a.id, a.page, a.position, a.title, a.standfirst, a.outlet, _json(a.authors))
    dates = (*_date(a.published), *_date(a.updated))
    rest = (a.language, a.genre, a.genre_cue, a.text, _json(a.segments), _json(a.problems))
    yield "articles", (*row, *dates, *rest, _place(a.title_place), _place(a.published_place))
    yield from _evidence(a.id, "published", _of(a.published))
    yield from _evidence(a.id, "updated", _of(a.updated))


def entity_rows(number: int, e: Entity) -> Iterator[Row]:
    yield "entities", (number, e.id, e.name, e.kind, _json(e.names), _json(e.reasons))
    yield from _evidence(e.id, "mention", e.mentions)


def attribution_rows(number: int, a: AttributionRow) -> Iterator[Row]:
    s = a.source
    row = (number, a.id, a.article, a.inside, s.entity, s.name, s.kind, s.reason, int(s.anonymous), a.quotation)
    rest = (a.act, a.polarity, a.addressee, *_date(a.said), a.confidence, int(a.checked), a.note)
    yield "attributions", (*row, *rest)
    yield from _evidence(a.id, "source", s.evidence)
    yield from _evidence(a.id, "cue", a.cue)
    yield from _evidence(a.id, "content", a.content)
    yield from _evidence(a.id, "hedge", a.hedges)
    yield from _evidence(a.id, "occasion", a.occasion)
    yield from _evidence(a.id, "addressed", a.addressed)
    yield from _evidence(a.id, "refers_to", a.refers_to)
    yield from _evidence(a.id, "said", _of(a.said))


def claim_rows(number: int, claim: Claim) -> Iterator[Row]:
    yield "claims", (number, claim.id, claim.text, claim.status, claim.independent_origins, claim.reason)
    for k, a in enumerate(claim.accounts):
        row = (claim.id, k, a.attribution, a.article, a.voice, a.position, a.origin, *_date(a.said), a.reason)
        yield "accounts", row
        yield from _evidence(f"{claim.id}#{k}", "account", a.evidence)
        yield from _evidence(f"{claim.id}#{k}", "said", _of(a.said))


def event_rows(number: int, e: Event) -> Iterator[Row]:
    row = (number, e.id, e.text, *_date(e.date), _json(e.participants), e.kind, e.modality, e.weight)
    yield "events", row
    yield from _evidence(e.id, "event", e.evidence)
    yield from _evidence(e.id, "date", _of(e.date))


def origin_rows(number: int, o: Origin) -> Iterator[Row]:
    yield "origins", (number, o.id, o.kind, o.name, _json(o.articles))
    yield from _evidence(o.id, "origin", o.evidence)


def link_rows(number: int, link: Link) -> Iterator[Row]:
    yield "links", (number, link.kind, link.source, link.to, link.reason)
    yield from _evidence(link_id(link), "link", link.evidence)


def link_id(link: Link) -> str:
    """What the evidence of a link, which has no id of its own, is kept under."""
    return f"link {link.kind} {link.source} {link.to}"


def _evidence(owner: str, role: str, evidence: Sequence[Evidence]) -> Iterator[Row]:
    for k, one in enumerate(evidence):
        yield "evidence", (owner, role, k, one.article, one.start, one.end, one.text)


def _date(date: Date | None) -> tuple[object, ...]:
    return (None, None, None) if date is None else (date.value, str(date.precision), str(date.basis))


def _of(date: Date | None) -> list[Evidence]:
    return [] if date is None or date.evidence is None else [date.evidence]


def _place(place: Place | None) -> str | None:
    return None if place is None else _json(place)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
