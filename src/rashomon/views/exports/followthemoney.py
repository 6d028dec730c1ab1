"""The record as FollowTheMoney entities, for OpenAleph and its like (https://followthemoney.tech)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, TypeAlias

import msgspec

from rashomon.record import AttributionRow, EntityKind, Event, Record
from rashomon.views.index import Index, index
from rashomon.views.line import words
from rashomon.views.timeline import told_as

Thing: TypeAlias = dict[str, Any]
# FollowTheMoney has no schema for a group or an outlet of its own; both are organisations there. Documents and places
# are named in texts only, so they are left to the Mentions.
_SCHEMATA = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.OUTLET: "Organization",
    EntityKind.GROUP: "Organization",
    EntityKind.PLACE: "Address",
    EntityKind.DOCUMENT: "Document",
}


def render(record: Record) -> bytes:
    """One JSON object a line: Articles, the entities, an Event for each dated event, a Mention where a name stands,
    a Note for each statement on the entity that made it."""
    among = index(record)
    lines = (msgspec.json.encode(thing) for thing in _things(among))
    return b"".join(line + b"\n" for line in lines)


def _things(among: Index) -> Iterator[Thing]:
    for article in among.record.articles:
        page = among.pages[article.page]
        yield _thing(
            article.id,
            "Article",
            title=[article.title],
            author=article.authors,
            publisher=[article.outlet],
            publishedAt=[_day(article.published)],
            bodyText=[article.text],
            language=[article.language and {"en": "eng"}.get(article.language)],
            sourceUrl=[page.url],
            fileName=[page.name],
            contentHash=[],
        )
    for entity in among.record.entities:
        field = "full" if entity.kind is EntityKind.PLACE else "title" if entity.kind is EntityKind.DOCUMENT else "name"
        proof = sorted({mention.article for mention in entity.mentions})
        other = [name for name in entity.names if name != entity.name]
        yield _thing(entity.id, _SCHEMATA[entity.kind], **{field: [entity.name]}, alias=other, proof=proof)
    for event in among.record.events:
        yield _event(event, among)
    for one in among.record.attributions:
        yield from _note(one, among)


def _event(event: Event, among: Index) -> Thing:
    return _thing(
        event.id,
        "Event",
        name=[event.text],
        summary=[label] if (label := told_as(event, among)) else [],
        date=[_day(event.date)],
        involved=[one for one in event.participants if one in among.entities],
        description=[one.text for one in event.evidence],
        proof=sorted({one.article for one in event.evidence}),
    )


def _note(one: AttributionRow, among: Index) -> Iterator[Thing]:
    if one.source.entity is None:
        return
    said = f"{among.speaker(one)} ({one.act}, {one.polarity}): {words(one.content)}"
    yield _thing(
        one.id, "Note", entity=[one.source.entity], description=[said], date=[_day(one.said)], proof=[one.article]
    )
    for k, place in enumerate(one.source.evidence):
        key = hashlib.sha1(f"{one.id}:{k}".encode(), usedforsecurity=False).hexdigest()
        known = among.entities.get(one.source.entity)
        name = [known.name if known else place.text]
        yield _thing(key, "Mention", document=[one.article], resolved=[one.source.entity], name=name)


def _thing(key: str, schema: str, **properties: list[Any]) -> Thing:
    kept = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _day(date: Any) -> str | None:
    """A date FollowTheMoney can hold: ISO 8601 at reduced precision. An interval or an approximation it cannot."""
    value: str | None = None if date is None else date.value
    return value if value and not set(value) & set("/~?%X.") and not _season(value) else None


def _season(value: str) -> bool:
    return len(value) >= 7 and value[5:7].isdigit() and int(value[5:7]) > 12
