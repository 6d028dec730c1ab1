"""All claims of a story: those of several accounts are made anew, those of one account are kept with their article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from rashomon.ports import Shelf
from rashomon.record import AttributionRow, Claim, Position
from rashomon.relating.claims import Draft, accounts_of, claim_of, drafts_of, in_order, single_drafts
from rashomon.relating.corrected import Corrected
from rashomon.relating.corrected_claims import correct_drafts, key_of, positioned, set_positions, touched
from rashomon.relating.groups import Group
from rashomon.relating.index import Index
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told
from rashomon.relating.proposition import Proposition
from rashomon.relating.sources import Root, Sources
from rashomon.relating.statements import Statements
from rashomon.relating.voiced import Stated, Voiced
from rashomon.relating.worked import Worked, encoded

# The statements of one article that others match, by attribution.
Placed: TypeAlias = Mapping[str | None, Sequence[Proposition]]


@dataclass(frozen=True, slots=True)
class Alone:
    """The claims of one article that nobody else makes, and the origin of each."""

    claims: list[Claim]
    roots: list[Root]


@dataclass(frozen=True, slots=True)
class Claiming:
    """What claims are made of."""

    told: Mapping[str, Told]
    rows: Mapping[str, AttributionRow]
    sources: Sources
    people: People

    def claim(self, draft: Draft, chosen: dict[str, Position]) -> tuple[Claim, list[Root]]:
        accounts, ends = accounts_of(draft, self.told, self.rows, self.sources)
        accounts = [positioned(a, p, chosen) for a, (p, _) in zip(accounts, draft.members, strict=True)]
        return claim_of(draft.text, accounts, ends, draft.reason, self.people), ends

    def alone(self, told: Told, statements: Sequence[Proposition], placed: Placed) -> list[Draft]:
        return list(single_drafts(statements, told, self.rows, placed))


def claims_of(
    pile: Pile,
    made_of: Claiming,
    heard: Sequence[Voiced],
    said: Sequence[Stated],
    statements: Statements,
    index: Index,
    groups: Sequence[Group],
    corrected: Corrected,
    shelf: Shelf,
) -> tuple[list[Claim], dict[str, list[Root]]]:
    """The claims in order, and for each the origins of its accounts."""
    drafts = drafts_of(statements, groups)
    placed: dict[str, dict[str | None, list[Proposition]]] = defaultdict(lambda: defaultdict(list))
    for draft in drafts:
        for member, _ in draft.members:
            placed[member.article][member.attribution].append(member)
    own = sum(len(there.get(None, ())) for there in placed.values())
    pile.dropped["statement in an article's own voice that no other account matches"] += index.own_voice - own
    by_hand = touched(corrected, heard)
    known: list[Proposition] = []
    claims, roots = list[Claim](), dict[str, list[Root]]()
    worked = Worked(shelf, "alone", Alone)
    for at, (told, one) in enumerate(zip(pile.told, said, strict=True)):
        there = placed.get(told.id, {})
        if told.id in by_hand:
            mine = [statements[k] for k in statements.of_article(at)]
            drafts += made_of.alone(told, mine, there)
            known += mine
            continue
        which = encoded(sorted(p.id for members in there.values() for p in members))
        alone = worked.of(one.key, which, make=partial(_alone, made_of, told, statements, at, there))
        claims += alone.claims
        roots |= {claim.id: [root] for claim, root in zip(alone.claims, alone.roots, strict=True)}
    drafts = correct_drafts(drafts, known, corrected)
    chosen = set_positions(corrected, {key_of(p) for draft in drafts for p, _ in draft.members})
    for draft in drafts:
        claim, ends = made_of.claim(draft, chosen)
        claims.append(claim)
        roots[claim.id] = ends
    return in_order(claims), roots


def _alone(made_of: Claiming, told: Told, statements: Statements, at: int, placed: Placed) -> Alone:
    mine = [statements[k] for k in statements.of_article(at)]
    made = [made_of.claim(draft, {}) for draft in made_of.alone(told, mine, placed)]
    return Alone([claim for claim, _ in made], [root for _, (root,) in made])
