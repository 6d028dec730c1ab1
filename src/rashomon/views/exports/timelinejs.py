"""The dated events as TimelineJS reads them (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import Any, TypeAlias

import msgspec

from rashomon.record import Record
from rashomon.views.index import Index, index
from rashomon.views.timeline import Happened, timeline
from rashomon.views.when import When

Json: TypeAlias = dict[str, Any]
_CLOCK = re.compile(r"T(\d{2}):(\d{2})")


def render(record: Record) -> bytes:
    """JSON. TimelineJS puts texts into the page as HTML, so words from pages are escaped."""
    among = index(record)
    events = [_slide(event, among) for event in timeline(among).events]
    whole = {"title": {"text": {"headline": escape(record.story.title)}}, "events": events}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _slide(event: Happened, among: Index) -> Json:
    articles = dict.fromkeys((article, outlet) for _, article, outlet in event.sources)
    sources = "".join(f"<li>{escape(outlet)}: {escape(among.title(one))}</li>" for one, outlet in articles)
    label = f"<p>{escape(event.label)}</p>" if event.label else ""
    slide = {
        "unique_id": event.id,
        "start_date": _first(event.when),
        "display_date": event.when.text,
        "text": {"headline": escape(event.text), "text": f"{label}<ul>{sources}</ul>"},
        "group": event.kind,
    }
    if not event.when.exact and event.when.last is not None:
        slide["end_date"] = _parts(date.fromordinal(event.when.last))
    return slide


def _first(when: When) -> Json:
    start = _parts(date.fromordinal(when.order[0]))
    clock = _CLOCK.search(when.value)
    return start | {"hour": int(clock[1]), "minute": int(clock[2])} if clock and "/" not in when.value else start


def _parts(day: date) -> Json:
    return {"year": day.year, "month": day.month, "day": day.day}
