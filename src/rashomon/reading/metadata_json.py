"""Structured data (JSON-LD), read even where it is not quite JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

_LARGEST = 2_000_000
_MOST = 200
_DEEPEST = 12
_WRAPPED = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|"
    r"\]\]>)\s*\Z"
)
_LOOSE_COMMA = re.compile(r",\s*([}\]])")
# Objects that hang below an article but are not about it.
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "liveBlogUpdate", "hasPart")


def objects_of(text: str) -> list[dict[str, Any]]:
    """Every object with a type in a block of structured data, outermost first; [] where it cannot be read."""
    if len(text) > _LARGEST:
        return []
    data = _load(_WRAPPED.sub("", text).strip().rstrip(";"))
    found: list[dict[str, Any]] = []
    for one in _objects(data, 0):
        found.append(one)
        if len(found) >= _MOST:
            break
    return found


def _load(text: str) -> Any:
    for attempt in (text, _LOOSE_COMMA.sub(r"\1", text), unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for one in data:
            yield from _objects(one, depth + 1)
    elif isinstance(data, dict):
        if "@type" in data:
            yield data
        for key in _INSIDE:
            if isinstance(data.get(key), (dict, list)):
                yield from _objects(data[key], depth + 1)
