"""Happenings of several articles joined into events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.record import Date, Event, Happening, Modality, Precision
from rashomon.relating.guards import days_meet
from rashomon.relating.ids import short
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told, published_on
from rashomon.relating.rows import told_date
from rashomon.relating.words import stem
from rashomon.temporal.ranking import Reference, rank_dates

# What `rank_dates` adds at most for each article that comes back to a day.
RETURNS = 2.0
_KEPT = frozenset({Modality.HAPPENED, Modality.FUTURE})
_EXACT = frozenset({Precision.DAY, Precision.MINUTE})


@dataclass(frozen=True, slots=True)
class Telling:
    """One happening with who took part, the stem of what happened, and the weighty words around it."""

    told: Told
    happening: Happening
    date: Date | None
    people: frozenset[str]
    stem: str
    words: frozenset[str]

    @property
    def key(self) -> tuple[str, int, int]:
        return self.told.id, self.happening.span.start, self.happening.trigger.start


def events_of(pile: Pile, people: People, dropped: dict[str, int]) -> list[Event]:
    """The events by date, undated ones last; what did not happen or is no single event is left out and counted."""
    items = []
    for told in pile.told:
        for happening in told.heard.happenings:
            if happening.modality in _KEPT:
                items.append(_item(told, happening, people))
            else:
                reason = f"happening that is told as {happening.modality}"
                dropped[reason] = dropped.get(reason, 0) + 1
    items.sort(key=lambda item: item.key)
    groups = _joined(items)
    articles = max(1, len(pile.told))
    return sorted(
        (_event(group, articles) for group in groups),
        key=lambda e: (e.date is None, e.date.value if e.date else "", e.id),
    )


def _item(told: Told, happening: Happening, people: People) -> Telling:
    date = told_date(happening.date, told.article)
    who = {e for span in happening.participants for _, e in people.within(told.id, span)}
    words = told.words_in(happening.span)
    return Telling(
        told,
        happening,
        date,
        frozenset(who),
        stem(happening.lemma.lower()),
        frozenset(w.stem for w in words if w.weighty),
    )


def _joined(items: Sequence[Telling]) -> list[list[Telling]]:
    """Groups whose members agree on what happened, when, and on somebody who took part."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for k, item in enumerate(items):
        day = item.date.value[:10] if item.date is not None and item.date.precision in _EXACT else None
        if day is not None:
            blocks[item.stem, day].append(k)
    home: dict[int, list[int]] = {}
    for members in blocks.values():
        for n, k in enumerate(members):
            for other in members[:n]:
                if home.get(k) is home.get(other, 0) or not _same(items[k], items[other]):
                    continue
                group = sorted({*home.get(k, [k]), *home.get(other, [other])})
                for member in group:
                    home[member] = group
    out, done = [], set()
    for k in range(len(items)):
        if k not in done:
            group = home.get(k, [k])
            done.update(group)
            out.append([items[m] for m in group])
    return out


def _same(a: Telling, b: Telling) -> bool:
    if a.happening.modality is not b.happening.modality:
        return False
    if a.date is not None and b.date is not None and not days_meet(a.date.value, b.date.value):
        return False
    if a.people and b.people and not a.people & b.people:
        return False
    common = a.words & b.words
    return bool(a.people & b.people) or len(common) >= 0.5 * min(len(a.words), len(b.words))


def _weight(group: Sequence[Telling], when: Date | None) -> float:
    """How many articles tell it, those of later days that come back to it counting more."""
    once = {item.told.id: item.told for item in group}
    if when is None or when.precision not in _EXACT:
        return float(len(once))
    day = date.fromisoformat(when.value[:10])
    (score,) = rank_dates(Reference(day, told.id, published_on(told)) for told in once.values())
    return score.score


def _event(group: Sequence[Telling], articles: int) -> Event:
    """One event: its text is the shortest telling that names most who took part."""
    first = min(group, key=lambda i: (-len(i.people), i.happening.span.end - i.happening.span.start, i.key))
    dates = sorted(
        (item.date for item in group if item.date is not None),
        key=lambda d: (
            -len(d.value) if d.precision in _EXACT else 0,
            d.value,
            d.basis,
            d.evidence is None,
            d.evidence or (),
        ),
    )
    who = sorted({entity for item in group for entity in item.people})
    evidence = [item.told.evidence(item.happening.span) for item in group]
    identity = short("v", group[0].told.id, str(group[0].happening.span.start), str(group[0].happening.trigger.start))
    weight = _weight(group, dates[0] if dates else None) / (1 + RETURNS) / articles
    text = first.happening.span.of(first.told.article.text)
    kind, modality = first.happening.kind, str(first.happening.modality)
    return Event(
        identity,
        text,
        dates[0] if dates else None,
        who,
        list(dict.fromkeys(evidence)),
        kind,
        modality,
        round(weight, 4),
    )
