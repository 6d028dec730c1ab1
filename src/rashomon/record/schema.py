"""The JSON Schema of record.json, drawn from the nouns themselves."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import msgspec

from rashomon.record.record import FORMAT, Link, Record

# Fields the contract of format 1 does not name: a reader may meet them, and must not count on them.
_ADDED = {
    "ArticleRow": ("standfirst", "updated", "genre_cue", "problems", "title_place", "published_place"),
    "Entity": ("reasons",),
    "Source": ("kind", "reason"),
    "AttributionRow": ("hedges", "occasion", "addressed", "refers_to", "confidence", "checked", "note"),
    "Claim": ("reason",),
    "Event": ("kind", "modality", "weight"),
}
# What rests on evidence has some.
_PROVEN = {"Account": "evidence", "Event": "evidence", "AttributionRow": "content"}


def shipped_schema() -> dict[str, Any]:
    """The schema that ships with the package."""
    text = (files("rashomon.record") / "schema.json").read_bytes()
    found: dict[str, Any] = msgspec.json.decode(text)
    return found


def schema() -> dict[str, Any]:
    """The schema as the nouns are now; `shipped_schema` must equal it."""
    (_, definitions) = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    for name, definition in definitions.items():
        _settle(name, definition)
    whole = definitions.pop("Record")
    whole["properties"] = {"format": {"const": FORMAT}} | {
        k: v for k, v in whole["properties"].items() if k != "format"
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:rashomon:schema:record-1",
        "title": f"A Rashomon record ({FORMAT})",
        **{key: value for key, value in whole.items() if key != "title"},
        "$defs": dict(sorted(definitions.items())),
    }


def _settle(name: str, definition: dict[str, Any]) -> None:
    properties = definition.get("properties")
    if properties is None:
        return
    if name == Link.__name__:
        properties = {"from" if key == "source" else key: value for key, value in properties.items()}
        definition["properties"] = properties
    for value in properties.values():
        value.pop("default", None)
    definition["required"] = [key for key in properties if key not in _ADDED.get(name, ())]
    if name in _PROVEN:
        properties[_PROVEN[name]]["minItems"] = 1
    _positions(properties)


def _positions(properties: dict[str, Any]) -> None:
    for field in ("start", "end"):
        if field in properties:
            properties[field]["minimum"] = 0
