"""The story half: all readings into one record, as a visible list of steps.

    readings ─ pile ─> who is who ─> attributions ─> links ─> claims with origins ─> events ─> record

It is a pure function of the set of readings and corrections: the order they come in changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.naming import who_is_who
from rashomon.ports import Entailer, Progress, Shelf
from rashomon.record import Correction, Filed, Link, Reading, Record, StoryInfo
from rashomon.relating.claiming import Claiming, claims_of
from rashomon.relating.compared import compared
from rashomon.relating.corrected import Corrected, correct_articles, correct_attributions, correct_clusters
from rashomon.relating.credits import leading_credits
from rashomon.relating.events import events_of
from rashomon.relating.index import Index
from rashomon.relating.origins import origins_of
from rashomon.relating.people import people_of, uses_of
from rashomon.relating.pile import pile_of
from rashomon.relating.reuse import copies, same_quotes
from rashomon.relating.same_story import same_story
from rashomon.relating.sources import Sources
from rashomon.relating.statements import Statements
from rashomon.relating.voiced import stated, voiced
from rashomon.relating.worked import NoShelf


def relate(
    readings: Iterable[Reading | Filed],
    *,
    title: str,
    built: str,
    version: str,
    corrections: Sequence[Correction],
    entailer: Entailer | None,
    progress: Progress,
    shelf: Shelf | None = None,
) -> Record:
    """The record of the story that the readings tell. What was worked out before is taken from the ``shelf``."""
    shelf = shelf or NoShelf()
    progress.stage("going through the articles", None)
    pile = pile_of(readings, shelf)
    dropped = pile.dropped
    corrected = Corrected(corrections, dropped)
    pile = correct_articles(pile, corrected)

    progress.stage("who is who", None)
    clusters = correct_clusters(who_is_who(uses_of(pile)), corrected)
    people = people_of(pile, clusters)
    seen = [people.seen_from(told) for told in pile.told]
    heard = voiced(pile, people, seen, shelf)
    for one in heard:
        dropped.update(one.dropped)
    rows = correct_attributions([row for one in heard for row in one.rows], people, corrected)
    said = stated(pile, people, seen, heard, rows, shelf)

    progress.stage("what rests on what", None)
    by_id = {row.id: row for row in rows}
    credits = [link for one in said for link in one.credits]
    sources = Sources(people, by_id, leading_credits(pile, people, credits))
    quotes = [(by_id[quote.row], quote) for one in said for quote in one.quotes]
    links = [*credits, *copies(pile, shelf), *same_quotes(pile, quotes), *same_story(pile)]
    for told in pile.told:
        told.linked()

    progress.stage("comparing statements", None)
    statements = Statements([one.statements for one in said])
    kinds = {entity: str(kind) for entity, kind in people.kind.items()}
    index, articles = Index([one.column for one in said]), [told.id for told in pile.told]
    found = compared(articles, statements, index, kinds, entailer, shelf, dropped)
    claiming = Claiming(pile.by_id(), by_id, sources, people, kinds, statements, index)
    claims, roots = claims_of(pile, claiming, heard, said, found, corrected, shelf)

    progress.stage("joining events", None)
    events = events_of(pile, (telling for one in heard for telling in one.tellings))
    return Record(
        StoryInfo(title, built, version),
        pile.pages,
        sorted((told.article for told in pile.told), key=lambda row: (row.page, row.position)),
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
