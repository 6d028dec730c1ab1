"""All claims of a story, made anew only where an account of them, or what it is compared with, has changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from rashomon.ports import Shelf
from rashomon.record import AttributionRow, Claim, Position, Span
from rashomon.relating.claims import Draft, accounts_of, claim_of, drafts_of, in_order, single_drafts
from rashomon.relating.corrected import Corrected
from rashomon.relating.corrected_claims import correct_drafts, key_of, positioned, set_positions, touched
from rashomon.relating.groups import components, groups_of
from rashomon.relating.index import Index
from rashomon.relating.judged import found_in
from rashomon.relating.judging import Match
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told
from rashomon.relating.proposition import Proposition
from rashomon.relating.sources import Root, Sources
from rashomon.relating.statements import Statements
from rashomon.relating.voiced import Stated, Voiced
from rashomon.relating.worked import Worked, encoded


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement that stands in a claim with others."""

    id: str
    article: str
    attribution: str | None
    spans: tuple[Span, ...]


# The statements of one article that others match, by attribution.
There: TypeAlias = Mapping[str | None, Sequence[Placed]]


@dataclass(frozen=True, slots=True)
class Made:
    """Claims, the origins of the accounts of each, and the statements that have their place in them."""

    claims: list[Claim]
    roots: list[list[Root]]
    placed: list[Placed]


@dataclass(frozen=True, slots=True)
class Claiming:
    """Makes claims of statements; ``kinds`` are of entities."""

    told: Mapping[str, Told]
    rows: Mapping[str, AttributionRow]
    sources: Sources
    people: People
    kinds: dict[str, str]
    statements: Statements
    index: Index

    def grouped(self, matches: Sequence[Match]) -> list[Draft]:
        return drafts_of(self.statements, groups_of(self.statements, matches, self.kinds), self.people)

    def alone(self, told: Told, at: Iterable[int], there: There) -> Iterator[Draft]:
        return single_drafts([self.statements[k] for k in at], told, self.rows, there, self.people)

    def made(self, drafts: Iterable[Draft], chosen: dict[str, Position]) -> Made:
        made = Made([], [], [])
        for draft in drafts:
            accounts, ends = accounts_of(draft, self.told, self.rows, self.sources)
            accounts = [positioned(a, p, chosen) for a, (p, _) in zip(accounts, draft.members, strict=True)]
            made.claims.append(claim_of(draft.text, accounts, ends, draft.reason, self.people))
            made.roots.append(ends)
            made.placed.extend(placed_in(draft))
        return made


def placed_in(draft: Draft) -> list[Placed]:
    return [Placed(p.id, p.article, p.attribution, p.spans) for p, _ in draft.members]


def claims_of(
    pile: Pile,
    claiming: Claiming,
    heard: Sequence[Voiced],
    said: Sequence[Stated],
    found: Sequence[Match],
    corrected: Corrected,
    shelf: Shelf,
) -> tuple[list[Claim], dict[str, list[Root]]]:
    """The claims in order, and for each the origins of its accounts."""
    by_hand = touched(corrected, heard)
    worked = Worked(shelf, "claims", Made)
    made, drafts = list[Made](), list[Draft]()
    there: dict[str, dict[str | None, list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for matches in components(found):
        members = sorted({k for match in matches for k in (match.a, match.b)})
        if any(pile.told[claiming.statements.article_of(k)].id in by_hand for k in members):
            drafts += (mine := claiming.grouped(matches))
            placed = [p for draft in mine for p in placed_in(draft)]
        else:
            made_from = _made_from(members, matches, said, claiming)
            made.append(worked.of(*made_from, make=partial(_made, claiming, matches)))
            placed = made[-1].placed
        for one in placed:
            there[one.article][one.attribution].append(one)
    own = sum(len(one.get(None, ())) for one in there.values())
    pile.dropped["statement in an article's own voice that no other account matches"] += claiming.index.own_voice - own
    known: list[Proposition] = []
    for at, told in enumerate(pile.told):
        beside, places = there.get(told.id, {}), claiming.statements.of_article(at)
        if told.id in by_hand:
            drafts += claiming.alone(told, places, beside)
            known += [claiming.statements[k] for k in places]
        else:
            which = encoded(sorted(p.id for some in beside.values() for p in some))
            made.append(worked.of(said[at].key, which, make=partial(_alone, claiming, told, places, beside)))
    drafts = correct_drafts(drafts, known, corrected)
    made.append(claiming.made(drafts, set_positions(corrected, {key_of(p) for d in drafts for p, _ in d.members})))
    claims = [claim for one in made for claim in one.claims]
    return in_order(claims), dict(zip((c.id for c in claims), (r for one in made for r in one.roots), strict=True))


def _made_from(
    members: Sequence[int], matches: Sequence[Match], said: Sequence[Stated], claiming: Claiming
) -> tuple[bytes, ...]:
    """Stands for all that the claims of some matches follow from: the articles of their statements, as far as they
    and their people are known, the statements, and the matches."""
    places = {k: at for at, k in enumerate(members)}
    alone = [(places[match.a], places[match.b], *found_in(match)) for match in matches]
    articles = [said[claiming.statements.article_of(k)].key for k in members]
    return encoded(alone), *articles, claiming.index.digests[list(members)].tobytes()


def _made(claiming: Claiming, matches: Sequence[Match]) -> Made:
    return claiming.made(claiming.grouped(matches), {})


def _alone(claiming: Claiming, told: Told, at: Iterable[int], there: There) -> Made:
    return claiming.made(claiming.alone(told, at, there), {})
