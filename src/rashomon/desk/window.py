"""Which part of the timeline is looked at: a stretch of time, a person, an outlet, a kind of event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from rashomon.record import Event
from rashomon.views.axis import Axis
from rashomon.views.index import Index
from rashomon.views.when import When, when

# (name, key, by how much of its width each end of the picture moves): a step by a third, a zoom to half or double.
_WAYS = (
    ("Earlier", "[", -1 / 3, -1 / 3),
    ("Later", "]", 1 / 3, 1 / 3),
    ("Zoom in", "+", 1 / 4, -1 / 4),
    ("Zoom out", "-", -1 / 2, 1 / 2),
)
_LAST = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Window:
    """The filters as they were given, and the events that pass them. ``ends`` are the first and the last day looked
    at, None where all of it is; ``whole`` are those of every event that the other filters let through."""

    person: str
    outlet: str
    kind: str
    ends: tuple[int, int] | None
    whole: tuple[int, int] | None
    events: set[str]
    total: int
    kinds: tuple[str, ...]
    outlets: tuple[str, ...]

    @property
    def all(self) -> bool:
        """Whether nothing is filtered out."""
        return self.ends is None and not (self.person or self.outlet or self.kind)

    @property
    def first(self) -> str:
        """The first day, as a form writes it."""
        return iso(self.ends[0]) if self.ends else ""

    @property
    def last(self) -> str:
        """The last day."""
        return iso(self.ends[1]) if self.ends else ""

    def address(self, ends: tuple[int, int] | None) -> str:
        """Where the same events are seen between other ends; without ends where those hold everything."""
        asked = {"person": self.person, "outlet": self.outlet, "kind": self.kind}
        if ends and self.whole and (ends[0] > self.whole[0] or ends[1] < self.whole[1]):
            asked |= {"first": iso(ends[0]), "last": iso(max(ends[1], ends[0] + 1))}
        kept = {name: value for name, value in asked.items() if value}
        return "/timeline" + (f"?{urlencode(kept)}" if kept else "")


def window(asked: Mapping[str, str], among: Index) -> Window:
    """The part of the timeline that an address asks for; a date that is none counts as not given."""
    person, outlet, kind = (asked.get(name, "") for name in ("person", "outlet", "kind"))
    passing = [event for event in among.record.events if _passes(event, person, outlet, kind, among)]
    dated = {event.id: when(event.date) for event in passing}
    days = [day for moment in dated.values() if moment.first is not None for day in moment.order]
    whole = (min(days), max(days)) if days else None
    ends = _ends(asked, whole)
    return Window(
        person=person,
        outlet=outlet,
        kind=kind,
        ends=ends,
        whole=whole,
        events={event.id for event in passing if ends is None or _within(dated[event.id], ends)},
        total=len(among.record.events),
        kinds=tuple(sorted({event.kind for event in among.record.events})),
        outlets=tuple(sorted({row.outlet for row in among.record.articles if row.outlet})),
    )


def moves(chosen: Window, axis: Axis) -> list[tuple[str, str, str]]:
    """(name, key, address) of each way to move or zoom."""
    if not axis.pieces:
        return [("All of it", "0", chosen.address(None))] if chosen.ends else []
    wide = axis.right - axis.left
    made = []
    for name, key, left, right in _WAYS:
        ends = axis.day(axis.left + left * wide), axis.day(axis.right + right * wide)
        made.append((name, key, chosen.address(ends)))
    return [*made, ("All of it", "0", chosen.address(None))]


def address_of(event: Event) -> str:
    """The timeline about an event; all of it for one without a date, which stands below it."""
    first, last = when(event.date).order
    if when(event.date).first is None:
        return "/timeline"
    room = max(30, last - first)
    return "/timeline?" + urlencode({"first": iso(first - room), "last": iso(last + room)})


def iso(day: int) -> str:
    """The day as a form writes it."""
    return date.fromordinal(min(max(day, 1), _LAST)).isoformat()


def _passes(event: Event, person: str, outlet: str, kind: str, among: Index) -> bool:
    if person and person not in event.participants:
        return False
    if kind and event.kind != kind:
        return False
    return not outlet or any(among.outlet(one.article) == outlet for one in event.evidence)


def _within(moment: When, ends: tuple[int, int]) -> bool:
    if moment.first is None or moment.last is None:
        return False
    return moment.last >= ends[0] and moment.first <= ends[1]


def _ends(asked: Mapping[str, str], whole: tuple[int, int] | None) -> tuple[int, int] | None:
    first, last = _day(asked.get("first", "")), _day(asked.get("last", ""))
    if whole is None or (first is None and last is None):
        return None
    start = whole[0] if first is None else first
    return start, max(start + 1, whole[1] if last is None else last)


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None
