"""Somebody who speaks in the story: all they said in order, and where they changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.record import Account, Entity, Evidence, Position
from rashomon.views.claim import anchor
from rashomon.views.index import Index
from rashomon.views.line import Line, lines
from rashomon.views.when import When, when


@dataclass(frozen=True, slots=True)
class Stand:
    """One telling by the voice: the position it takes, when, and where its words stand."""

    position: str
    when: When
    only_printed: bool
    anchor: str
    article: str


@dataclass(frozen=True, slots=True)
class Change:
    """Two tellings by one voice of one claim that do not go together. ``ordered`` says whether the pages tell for
    certain which came first: an undated saying came no later than its printing, but may be much older."""

    claim: str
    text: str
    before: Stand
    after: Stand
    ordered: bool


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """``names`` are the forms the pages use; ``reasons`` say why they were joined."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    reasons: tuple[str, ...]
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
    mentions: tuple[Evidence, ...]
    outlets: tuple[str, ...]

    @property
    def denials(self) -> int:
        """How many of the lines deny something."""
        return sum(one.denies for one in self.lines)

    @property
    def often(self) -> bool:
        """Whether they say more than one thing, or change."""
        return len(self.lines) > 1 or bool(self.changes)


def speaker_view(entity: Entity, among: Index) -> SpeakerView:
    """The entity as a speaker."""
    said = tuple(lines(among.said_by.get(entity.id, []), among))
    return SpeakerView(
        id=entity.id,
        name=entity.name,
        kind=str(entity.kind),
        names=tuple(name for name in entity.names if name != entity.name),
        reasons=tuple(entity.reasons),
        lines=said,
        changes=tuple(_changes(entity.id, among)),
        mentions=tuple(entity.mentions),
        outlets=tuple(dict.fromkeys(one.outlet for one in said)),
    )


def speakers(among: Index) -> list[Entity]:
    """Those who say anything, the ones with most lines first."""
    talking = [entity for entity in among.record.entities if entity.id in among.said_by]
    return sorted(talking, key=lambda entity: (-len(among.said_by[entity.id]), entity.name, entity.id))


def unnamed(among: Index) -> list[Line]:
    """What is said by nobody the record knows as an entity: unnamed officials, "reportedly"."""
    return lines([a for a in among.record.attributions if a.source.entity not in among.entities], among)


def _changes(entity: str, among: Index) -> Iterator[Change]:
    told: dict[str, list[Stand]] = defaultdict(list)
    for claim, account in among.voiced_by.get(entity, []):
        if account.attribution and account.position in (Position.AFFIRMS, Position.DENIES):
            told[claim.id].append(_stand(account, among))
    for claim_id, stands in told.items():
        stands.sort(key=lambda stand: (stand.when.order, stand.anchor))
        for before, after in pairwise(stands):
            if before.position != after.position:
                yield Change(claim_id, among.claims[claim_id].text, before, after, _surely(before, after))


def _stand(account: Account, among: Index) -> Stand:
    said, row = when(account.said), among.articles.get(account.article)
    printed = when(row.published if row else None)
    only_printed = not said.known and printed.known
    return Stand(
        str(account.position), printed if only_printed else said, only_printed, anchor(account), account.article
    )


def _surely(before: Stand, after: Stand) -> bool:
    if before.when.last is None or after.when.first is None or after.only_printed:
        return False
    return before.when.last < after.when.first
