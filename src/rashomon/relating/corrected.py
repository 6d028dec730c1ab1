"""A person's corrections, each applied where its target is; those that find none are counted, not lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.naming import Cluster, Join
from rashomon.record import (
    Article,
    AttributionRow,
    Basis,
    Correction,
    CorrectionKind,
    Date,
    Heard,
    Precision,
    Source,
)
from rashomon.relating.people import People
from rashomon.relating.pile import Pile

Kind = CorrectionKind


class Corrected:
    """The corrections of a story, and a count of those whose target is not there."""

    def __init__(self, corrections: Sequence[Correction], dropped: Counter[str]) -> None:
        self._corrections = list(corrections)
        self._dropped = dropped

    def of(self, *kinds: CorrectionKind) -> list[Correction]:
        """Those of the kinds, in the order they were made."""
        return [c for c in self._corrections if c.kind in kinds]

    def lost(self, correction: Correction) -> None:
        """Counts a correction that has no target any more."""
        self._dropped[f"correction without its target: {correction.kind}"] += 1


def correct_clusters(clusters: list[Cluster], corrected: Corrected) -> list[Cluster]:
    """Entities joined, split and renamed."""
    for c in corrected.of(Kind.JOIN_ENTITIES, Kind.SPLIT_ENTITY, Kind.RENAME_ENTITY):
        done = {Kind.JOIN_ENTITIES: _join, Kind.SPLIT_ENTITY: _split, Kind.RENAME_ENTITY: _rename}[c.kind](clusters, c)
        if done is None:
            corrected.lost(c)
        else:
            clusters = sorted(done, key=lambda cluster: (cluster.name, cluster.kind, cluster.uses[0].key))
    return clusters


def _found(clusters: Sequence[Cluster], name: str) -> Cluster | None:
    exact = [cluster for cluster in clusters if cluster.name == name]
    return exact[0] if exact else next((c for c in clusters if name in c.names), None)


def _join(clusters: list[Cluster], c: Correction) -> list[Cluster] | None:
    found = [_found(clusters, name) for name in c.targets]
    chosen = [cluster for k, cluster in enumerate(found) if cluster is not None and cluster not in found[:k]]
    if None in found or len(chosen) < 2:
        return None
    first = chosen[0]
    joins = [join for cluster in chosen for join in cluster.joins]
    joins += [Join(cluster.name, first.name, 1.0, "a person said so") for cluster in chosen[1:]]
    uses = sorted((use for cluster in chosen for use in cluster.uses), key=lambda use: use.key)
    return [*(x for x in clusters if x not in chosen), Cluster(first.kind, first.name, uses, joins)]


def _split(clusters: list[Cluster], c: Correction) -> list[Cluster] | None:
    whole = _found(clusters, c.targets[0]) if c.targets else None
    if whole is None:
        return None
    apart = set(c.targets[1:])
    out = [u for u in whole.uses if u.article in apart or u.named.name in apart or apart.intersection(u.named.names)]
    rest = [u for u in whole.uses if u not in out]
    if not out or not rest:
        return None
    name = next((n for n in c.targets[1:] if any(n in (u.named.name, *u.named.names) for u in out)), out[0].named.name)
    keeps = [join for join in whole.joins if join.name not in apart]
    first = whole.name if any(whole.name in (u.named.name, *u.named.names) for u in rest) else rest[0].named.name
    parts = [Cluster(whole.kind, first, rest, keeps), Cluster(whole.kind, name, out, [])]
    return [*(x for x in clusters if x is not whole), *parts]


def _rename(clusters: list[Cluster], c: Correction) -> list[Cluster] | None:
    one = _found(clusters, c.targets[0]) if c.targets else None
    if one is None or not c.value:
        return None
    return [*(x for x in clusters if x is not one), replace(one, name=c.value)]


def correct_articles(pile: Pile, corrected: Corrected) -> Pile:
    """Dates, titles, authors and outlets as a person set them, before anything is concluded from them."""
    by_id = pile.by_id()
    heard: dict[str, Heard] = {}
    for c in corrected.of(Kind.SET_PUBLISHED, Kind.SET_TITLE, Kind.SET_AUTHORS, Kind.SET_OUTLET):
        told = by_id.get(c.targets[0]) if c.targets else None
        if told is None:
            corrected.lost(c)
            continue
        known = heard.get(told.id, told.heard)
        heard[told.id] = replace(known, article=_corrected(known.article, c))
    return replace(pile, told=[told.instead(heard[told.id]) if told.id in heard else told for told in pile.told])


def _corrected(article: Article, c: Correction) -> Article:
    value = c.value or None
    if c.kind is Kind.SET_PUBLISHED:
        return replace(article, published=date_of(value))
    if c.kind is Kind.SET_TITLE:
        return replace(article, title=value, title_span=None)
    if c.kind is Kind.SET_OUTLET:
        return replace(article, outlet=value)
    return replace(article, authors=[line.strip() for line in (value or "").splitlines() if line.strip()])


def date_of(value: str | None) -> Date | None:
    """A date a person set; its precision is what its form says."""
    if not value:
        return None
    if "/" in value:
        precision = Precision.INTERVAL
    elif "T" in value:
        precision = Precision.MINUTE
    else:
        precision = {0: Precision.YEAR, 1: Precision.MONTH}.get(value.strip("-").count("-"), Precision.DAY)
    return Date(value, precision, Basis.STATED, None)


def correct_attributions(rows: list[AttributionRow], people: People, corrected: Corrected) -> list[AttributionRow]:
    """Speakers and dates set, rejected ones gone, checks and notes kept."""
    corrections = corrected.of(Kind.SET_SPEAKER, Kind.SET_SAID, Kind.CHECK, Kind.NOTE, Kind.REJECT)
    if not corrections:
        return rows
    by_id = {row.id: row for row in rows}
    known = set(by_id)
    for c in corrections:
        target = c.targets[0] if c.targets else ""
        row = by_id.get(target)
        if row is None:
            # An account in an article's own voice is rejected where claims are made.
            if c.kind is not Kind.REJECT or (":" not in target and target not in known):
                corrected.lost(c)
            continue
        if c.kind is Kind.REJECT:
            del by_id[target]
        else:
            by_id[target] = _set(row, c, people)
    return [_lifted(by_id[row.id], rows, by_id) for row in rows if row.id in by_id]


def _lifted(row: AttributionRow, rows: Sequence[AttributionRow], left: dict[str, AttributionRow]) -> AttributionRow:
    """The row inside the next enclosing one that was not rejected."""
    if row.inside is None or row.inside in left:
        return row
    every = {one.id: one for one in rows}
    outer: str | None = row.inside
    while outer is not None and outer not in left:
        outer = every[outer].inside
    return replace(row, inside=outer)


def _set(row: AttributionRow, c: Correction, people: People) -> AttributionRow:
    if c.kind is Kind.CHECK:
        return replace(row, checked=True)
    if c.kind is Kind.NOTE:
        return replace(row, note=c.value or None)
    if c.kind is Kind.SET_SAID:
        return replace(row, said=date_of(c.value))
    name = c.value or None
    entity = None
    if name is not None:
        entity = people.named(row.article, name) or people.anywhere(name)
    shown = people.name[entity] if entity is not None else name
    kind = str(people.kind[entity]) if entity is not None else None
    return replace(row, source=Source(entity, shown, False, row.source.evidence, kind, "a person said so"))
