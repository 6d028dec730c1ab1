"""Which part of the timeline is looked at: a stretch of time, a person, an outlet, a kind of event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from rashomon.record import Event
from rashomon.views.index import Index
from rashomon.views.when import When, when

# Zooming in halves the stretch, zooming out doubles it, a step moves by a third.
_STEP = 3


@dataclass(frozen=True, slots=True)
class Window:
    """The filters as they were given, the events that pass them, and addresses that zoom and move."""

    person: str
    outlet: str
    kind: str
    first: str
    last: str
    events: set[str]
    total: int
    kinds: tuple[str, ...]
    outlets: tuple[str, ...]
    moves: tuple[tuple[str, str, str], ...]


def window(asked: Mapping[str, str], among: Index) -> Window:
    """The part of the timeline that an address asks for; a date that is none counts as not given."""
    person, outlet, kind = (asked.get(name, "") for name in ("person", "outlet", "kind"))
    first, last = _day(asked.get("first", "")), _day(asked.get("last", ""))
    events = among.record.events
    dated = {event.id: when(event.date) for event in events}
    chosen = {
        event.id
        for event in events
        if _passes(event, person, outlet, kind, among) and _within(dated[event.id], first, last)
    }
    days = [d for key in chosen if (w := dated[key]).first is not None for d in w.order]
    keep = {"person": person, "outlet": outlet, "kind": kind}
    return Window(
        person=person,
        outlet=outlet,
        kind=kind,
        first=_iso(first),
        last=_iso(last),
        events=chosen,
        total=len(events),
        kinds=tuple(sorted({event.kind for event in events})),
        outlets=tuple(sorted({row.outlet for row in among.record.articles if row.outlet})),
        moves=tuple(_moves(first, last, days, keep)),
    )


def _passes(event: Event, person: str, outlet: str, kind: str, among: Index) -> bool:
    if person and person not in event.participants:
        return False
    if kind and event.kind != kind:
        return False
    return not outlet or any(among.outlet(one.article) == outlet for one in event.evidence)


def _within(moment: When, first: int | None, last: int | None) -> bool:
    if first is None and last is None:
        return True
    if moment.first is None or moment.last is None:
        return False
    return (first is None or moment.last >= first) and (last is None or moment.first <= last)


def _moves(first: int | None, last: int | None, days: list[int], keep: dict[str, str]) -> list[tuple[str, str, str]]:
    """(name, key, address) of each way to move or zoom."""
    if not days and (first is None or last is None):
        return []
    start = min(days) if first is None else first
    end = max(days) if last is None else last
    wide = max(2, end - start)
    ways = [
        ("Earlier", "[", start - wide // _STEP, end - wide // _STEP),
        ("Later", "]", start + wide // _STEP, end + wide // _STEP),
        ("Zoom in", "+", start + wide // 4, end - wide // 4),
        ("Zoom out", "-", start - wide // 2, end + wide // 2),
    ]
    made = []
    for name, key, left, right in ways:
        span = {"first": _iso(left), "last": _iso(max(left + 1, right))}
        made.append((name, key, "/timeline?" + urlencode({k: v for k, v in (keep | span).items() if v})))
    made.append(("All of it", "0", "/timeline?" + urlencode({k: v for k, v in keep.items() if v})))
    return made


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _iso(day: int | None) -> str:
    return "" if day is None else date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()
