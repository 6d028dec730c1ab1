"""record.json: the whole record as one JSON object, a line for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from rashomon.record import Record
from rashomon.story import Entry


def render(record: Record, log: Sequence[Entry] = ()) -> bytes:
    """UTF-8; the same record gives the same bytes. Where people have corrected it, ``corrections`` tells what."""
    members = plain(record)
    if log:
        members["corrections"] = [_entry(one) for one in log]
    return b"{\n" + b",\n".join(_member(name, value) for name, value in members.items()) + b"\n}\n"


def plain(record: Record) -> dict[str, Any]:
    """The record as dictionaries and lists, with the field names of the contract, ``format`` first."""
    found: dict[str, Any] = msgspec.to_builtins(record)
    links = [{"from" if name == "source" else name: value for name, value in link.items()} for link in found["links"]]
    return {"format": found.pop("format"), **found, "links": links}


def _entry(entry: Entry) -> dict[str, Any]:
    said: dict[str, Any] = msgspec.to_builtins(entry.correction)
    return {"number": entry.number, "made": entry.made, "by": entry.by, **said, "undone": entry.undone}


def _member(name: str, value: Any) -> bytes:
    key = msgspec.json.encode(name) + b": "
    if not isinstance(value, list) or not value:
        return key + msgspec.json.encode(value)
    return key + b"[\n" + b",\n".join(msgspec.json.encode(row) for row in value) + b"\n]"
