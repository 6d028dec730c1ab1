"""record.json: the whole record as one JSON object, a line for each row."""

from __future__ import annotations

from typing import Any

import msgspec

from rashomon.record import Record


def render(record: Record) -> bytes:
    """UTF-8; the same record gives the same bytes."""
    return b"{\n" + b",\n".join(_member(name, value) for name, value in plain(record).items()) + b"\n}\n"


def plain(record: Record) -> dict[str, Any]:
    """The record as dictionaries and lists, with the field names of the contract, ``format`` first."""
    found: dict[str, Any] = msgspec.to_builtins(record)
    links = [{"from" if name == "source" else name: value for name, value in link.items()} for link in found["links"]]
    return {"format": found.pop("format"), **found, "links": links}


def _member(name: str, value: Any) -> bytes:
    key = msgspec.json.encode(name) + b": "
    if not isinstance(value, list) or not value:
        return key + msgspec.json.encode(value)
    return key + b"[\n" + b",\n".join(msgspec.json.encode(row) for row in value) + b"\n]"
