"""What happened when, with the important lines first and precision to be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.record import AttributionRow, Event, Evidence
from rashomon.views.axis import Axis, axis
from rashomon.views.claim import evidence_anchor
from rashomon.views.index import Index
from rashomon.views.when import When, when

IMPORTANT = 10
# A date that leaves more than this many days open says little on a timeline: such an event needs twice the weight.
_ROUGH = 100
WIDTH = 960.0
_EDGE = 16.0
_RADIUS = 6.0
# How a timeline says what kind of telling an event is, where it is not told as having happened.
_TOLD = {
    "negated": "said not to have happened",
    "future": "announced",
    "hypothetical": "supposed",
    "habitual": "usual",
}
_NOT_OWN = "reported, not in the article's own voice"
# Of more unnumbered events than this, those whose dots would touch are one dot that says how many it stands for.
_CROWD, _NEAR = 120, 14.0
# No band is higher than this many marks.
_ROWS = 12


@dataclass(frozen=True, slots=True)
class Happened:
    """One event. ``rank`` is 1 for the weightiest; ``anchor`` is where its first words stand in an article;
    ``label`` says who tells it where it is not told in an article's own voice, and that it only lies ahead."""

    id: str
    rank: int
    text: str
    when: When
    kind: str
    modality: str
    people: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str, str], ...]
    anchor: str
    outlets: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event's mark on the picture: a dot for a day (``wide`` is 0), a bar for anything longer. An unnumbered mark
    may stand for ``count`` events of the same date, or about it where there are very many."""

    event: Happened
    x: float
    y: float
    wide: float
    number: int
    count: int = 1

    @property
    def middle(self) -> float:
        """Where its number stands; a stretch that runs out of the picture on the left still shows it."""
        return round(max(self.x, 0.0) + min(self.wide, self.wide + self.x) / 2, 1)


@dataclass(frozen=True, slots=True)
class TimelineView:
    """``events`` in time order; ``marks`` for those that can be placed on the calendar."""

    events: tuple[Happened, ...]
    important: tuple[Happened, ...]
    rest: tuple[Happened, ...]
    undated: tuple[Happened, ...]
    marks: tuple[Drawn, ...]
    axis: Axis
    width: float
    base: float
    height: float


def timeline(
    among: Index,
    *,
    important: int = IMPORTANT,
    keep: set[str] | None = None,
    ends: tuple[int, int] | None = None,
    width: float = WIDTH,
) -> TimelineView:
    """The events (of ``keep`` alone where it is given), the ``important`` weightiest set apart. Of days beyond the
    ``ends`` nothing is drawn; ``width`` is the picture's."""
    chosen = [event for event in among.record.events if keep is None or event.id in keep]
    ranked = sorted(chosen, key=lambda e: (-_weight(e), -len(e.evidence), e.id))
    seen = [_happened(event, rank + 1, among) for rank, event in enumerate(ranked)]
    dated = sorted((e for e in seen if e.when.first is not None), key=lambda e: (e.when.order, e.rank))
    best = {e.id for e in sorted(dated, key=lambda e: e.rank)[:important]}
    scale = axis([(e.when.order[0], e.when.order[1]) for e in dated], _EDGE, width - _EDGE, ends=ends)
    marks, height = _draw(dated, best, scale)
    return TimelineView(
        events=tuple(dated),
        important=tuple(e for e in dated if e.id in best),
        rest=tuple(e for e in dated if e.id not in best),
        undated=tuple(e for e in seen if e.when.first is None),
        marks=marks,
        axis=scale,
        width=width,
        base=height,
        height=height + 34,
    )


def _weight(event: Event) -> float:
    first, last = when(event.date).order
    return event.weight / 2 if last - first > _ROUGH else event.weight


def _sentence(text: str) -> str:
    words = " ".join(text.split())
    return words[:1].upper() + words[1:]


def _happened(event: Event, rank: int, among: Index) -> Happened:
    first = among.line(event.evidence)
    sources = tuple(
        (evidence_anchor(e.article, e.start, e.end), e.article, among.outlet(e.article))
        for e in event.evidence
        if e.article in among.articles
    )
    return Happened(
        id=event.id,
        rank=rank,
        text=_sentence(event.text),
        when=when(event.date),
        kind=event.kind,
        modality=event.modality,
        people=tuple((p, among.entities[p].name) for p in event.participants if p in among.entities),
        sources=sources,
        anchor=evidence_anchor(first.article, first.start, first.end) if first else "",
        outlets=tuple(dict.fromkeys(outlet for _, _, outlet in sources)),
        label=told_as(event, among),
    )


def told_as(event: Event, among: Index) -> str:
    """How the event is told and by whom, "as told by Ann Lee"; empty for what an article itself tells as having
    happened."""
    if event.modality == "happened":
        return ""
    # Of what lies ahead only the record of "reported" events says that a source tells it.
    least = 0.0 if event.modality == "reported" else 0.5
    tellers = dict.fromkeys(name for one in event.evidence if (name := _teller(one, among, least)))
    by = f"as told by {' and '.join(tellers)}" if tellers else ""
    if event.modality == "reported":
        return by or _NOT_OWN
    return ", ".join(filter(None, (_TOLD.get(event.modality, event.modality), by)))


def _teller(words: Evidence, among: Index, least: float) -> str | None:
    """The innermost source in whose words most of these stand, at least this part of them."""
    best: tuple[int, int] | None = None
    found: AttributionRow | None = None
    for row in among.said_in.get(words.article, ()):
        for part in row.content:
            shared = min(words.end, part.end) - max(words.start, part.start)
            rank = (shared, part.start - part.end)
            enough = shared > 0 and shared >= least * (words.end - words.start)
            if enough and row.source.kind != "writer" and (best is None or rank > best):
                best, found = rank, row
    if found is None or not (found.source.entity or found.source.name or found.source.evidence):
        return None
    return among.speaker(found)


def _draw(dated: list[Happened], best: set[str], scale: Axis) -> tuple[tuple[Drawn, ...], float]:
    """Marks stacked upwards where they would cover each other: the numbered ones in a band of their own above."""
    rest = [e for e in dated if e.id not in best]
    groups: dict[tuple[int, int], list[Happened]] = defaultdict(list)
    for event in rest:
        first, last = event.when.order
        near = len(rest) > _CROWD and first == last
        groups[(-1, round(scale.x(first) / _NEAR)) if near else (first, last)].append(event)
    alike = {group[0].id: len(group) for group in groups.values()}
    single = sorted((group[0] for group in groups.values()), key=lambda e: e.when.order)
    small = _stack(single, scale, _RADIUS, 11, alike)
    tall = max((y for _, _, _, y in small), default=0.0) + (20 if small else 0)
    numbers = {e.id: k + 1 for k, e in enumerate(e for e in dated if e.id in best)}
    numbered = _stack([e for e in dated if e.id in best], scale, 2 * _RADIUS, 26)
    height = tall + max((y for _, _, _, y in numbered), default=0.0) + 34
    marks = [Drawn(e, x, height - 14 - y, wide, 0, alike[e.id]) for e, x, wide, y in small]
    marks += [Drawn(e, x, height - 18 - tall - y, wide, numbers[e.id]) for e, x, wide, y in numbered]
    return tuple(marks), height


def _stack(
    events: list[Happened], scale: Axis, radius: float, step: float, alike: Mapping[str, int] | None = None
) -> list[tuple[Happened, float, float, float]]:
    """(event, x, width, how far above the axis); none covers another until the band is full, then they lie on top."""
    ends: list[float] = []
    placed = []
    for event in events:
        first, last = event.when.order
        x, end = _ends(first, last, scale)
        wide = 0.0 if first == last else max(2 * radius, end - x)
        left = x - radius if not wide else x
        label = 22.0 if alike and alike[event.id] > 1 else 0.0
        row = next((k for k, end in enumerate(ends) if left >= end + 2), len(ends))
        if row == len(ends) and row < _ROWS:
            ends.append(0.0)
        row = min(row, _ROWS - 1)
        ends[row] = max(ends[row], x + (wide or radius) + label)
        placed.append((event, x, round(wide, 1), row * step))
    return placed


def _ends(first: int, last: int, scale: Axis) -> tuple[float, float]:
    """Where a stretch of days begins and ends; what goes on beyond the axis runs out of the picture."""
    before, after = first < scale.pieces[0].first, last > scale.pieces[-1].last
    return -_EDGE if before else scale.x(first), scale.right + 2 * _EDGE if after else scale.x(last)
