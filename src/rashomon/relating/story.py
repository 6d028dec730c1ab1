"""The story half: all readings into one record, as a visible list of steps.

    readings ─ pile ─> who is who ─> attributions ─> links ─> claims with origins ─> events ─> record

It is a pure function of the set of readings and corrections: the order they come in changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.naming import who_is_who
from rashomon.ports import Entailer, Progress
from rashomon.record import AttributionRow, Claim, Correction, Link, Reading, Record, StoryInfo
from rashomon.relating.candidates import candidate_pairs, denial_pairs
from rashomon.relating.claims import accounts_of, claim_of, drafts_of, in_order
from rashomon.relating.corrected import Corrected, correct_articles, correct_attributions, correct_clusters
from rashomon.relating.corrected_claims import correct_drafts, key_of, positioned, set_positions
from rashomon.relating.credits import credits_of, leading_credits
from rashomon.relating.events import events_of
from rashomon.relating.groups import groups_of
from rashomon.relating.judging import matches
from rashomon.relating.likeness import Weights
from rashomon.relating.origins import origins_of
from rashomon.relating.people import People, people_of, uses_of
from rashomon.relating.pile import Pile, pile_of
from rashomon.relating.proposition import Proposition
from rashomon.relating.propositions import propositions_of
from rashomon.relating.reuse import copies, same_quotes
from rashomon.relating.rows import article_row, page_row
from rashomon.relating.same_story import same_story
from rashomon.relating.sources import Root, Sources
from rashomon.relating.voices import attribution_rows


def relate(
    readings: Iterable[Reading],
    *,
    title: str,
    built: str,
    version: str,
    corrections: Sequence[Correction],
    entailer: Entailer | None,
    progress: Progress,
) -> Record:
    """The record of the story that the readings tell."""
    pile = pile_of(readings)
    dropped = pile.dropped
    corrected = Corrected(corrections, dropped)
    pile = correct_articles(pile, corrected)

    progress.stage("who is who", None)
    clusters = correct_clusters(who_is_who(uses_of(pile)), corrected)
    people = people_of(pile, clusters)
    heard = attribution_rows(pile, people, dropped)
    rows = correct_attributions(heard, people, corrected)

    progress.stage("what rests on what", None)
    credits = credits_of(pile, people, rows)
    sources = Sources(people, {row.id: row for row in rows}, leading_credits(pile, people, credits))
    links = [*credits, *copies(pile), *same_quotes(pile, rows), *same_story(pile)]

    progress.stage("comparing statements", None)
    kept = {row.id for row in rows}
    statements = propositions_of(pile, people, rows, [row for row in heard if row.id not in kept])
    claims, roots = _claims(pile, people, rows, statements, sources, corrected, entailer)

    progress.stage("joining events", None)
    events = events_of(pile, people, dropped)
    return Record(
        StoryInfo(title, built, version),
        [page_row(page) for page in pile.pages],
        sorted((article_row(told.article, told.page) for told in pile.told), key=lambda row: (row.page, row.position)),
        people.entities,
        rows,
        claims,
        events,
        origins_of(claims, roots),
        sorted(links, key=_link_order),
        dict(sorted((reason, count) for reason, count in dropped.items() if count)),
    )


def _link_order(link: Link) -> tuple[str, str, str]:
    return link.kind, link.source, link.to


def _claims(
    pile: Pile,
    people: People,
    rows: list[AttributionRow],
    statements: list[Proposition],
    sources: Sources,
    corrected: Corrected,
    entailer: Entailer | None,
) -> tuple[list[Claim], dict[str, list[Root]]]:
    """The claims in order, and for each the origins of its accounts."""
    weights = Weights(statements)
    kinds = {entity: str(kind) for entity, kind in people.kind.items()}
    pairs = sorted({*candidate_pairs(statements, weights), *denial_pairs(statements, weights)})
    found = matches(statements, pairs, weights, kinds, entailer, pile.dropped)
    told, by_id = pile.by_id(), {row.id: row for row in rows}
    drafts = drafts_of(statements, groups_of(statements, found, kinds), told, by_id, pile.dropped)
    drafts = correct_drafts(drafts, statements, corrected)
    chosen = set_positions(corrected, {key_of(p) for draft in drafts for p, _ in draft.members})
    claims: list[Claim] = []
    roots: dict[str, list[Root]] = {}
    for draft in drafts:
        accounts, ends = accounts_of(draft, told, by_id, sources)
        accounts = [positioned(a, p, chosen) for a, (p, _) in zip(accounts, draft.members, strict=True)]
        claim = claim_of(draft.text, accounts, ends, draft.reason, people)
        claims.append(claim)
        roots[claim.id] = ends
    return in_order(claims), roots
