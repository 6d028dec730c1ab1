"""From whom an account ultimately comes, as far as the pages tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.naming.fold import fold
from rashomon.record import AttributionRow, EntityKind, Evidence, OriginKind
from rashomon.relating.ids import short
from rashomon.relating.people import People
from rashomon.relating.pile import Told
from rashomon.relating.wordlists import listed

_KINDS = {EntityKind.OUTLET: OriginKind.OUTLET, EntityKind.DOCUMENT: OriginKind.DOCUMENT}
_WRITERS = frozenset({"writer"})


@dataclass(frozen=True, slots=True)
class Root:
    """One end of a chain of sources. ``via`` are the outlets it came through, outermost first."""

    id: str
    kind: OriginKind
    name: str
    evidence: tuple[Evidence, ...]
    via: tuple[str, ...] = ()


class Sources:
    """Answers for each attribution, or an article's own words, where they come from."""

    def __init__(
        self, people: People, rows: dict[str, AttributionRow], credits: dict[str, tuple[str, Evidence]]
    ) -> None:
        self._people = people
        self._rows = rows
        # article -> the outlet or agency it rests on as a whole, and the words that say so
        self._credits = credits

    def chain(self, row: AttributionRow) -> list[AttributionRow]:
        """The attribution and those it stands inside, innermost first."""
        out = [row]
        while out[-1].inside is not None and self._rows.get(out[-1].inside) not in out:
            out.append(self._rows[out[-1].inside])
        return out

    def of_attribution(self, row: AttributionRow, told: Told) -> Root:
        chain = self.chain(row)
        via = tuple(e for link in reversed(chain) for e in self._outlets(link, told))
        for link in chain:
            entity = link.source.entity
            if entity is not None and not self._is_own(entity, told):
                kind = _KINDS.get(self._people.kind[entity], OriginKind.PERSON)
                name = self._people.name[entity]
                return Root(
                    short("o", "entity", entity), kind, name, _words(link), tuple(v for v in via if v != entity)
                )
        innermost = chain[0]
        if innermost.source.kind in _WRITERS or not innermost.source.evidence:
            return self.of_article(told, _words(innermost))
        name = innermost.source.name or "a source that is not named"
        identity = short("o", "anonymous", told.id, fold(name))
        if listed("documents").intersection(fold(name).split()[:8]):
            return Root(identity, OriginKind.DOCUMENT, name, _words(innermost), via)
        return Root(identity, OriginKind.ANONYMOUS, name, _words(innermost), via)

    def of_article(self, told: Told, evidence: tuple[Evidence, ...]) -> Root:
        """Where an article's own words come from: what it credits as a whole, else its outlet, else itself."""
        credit = self._credits.get(told.id)
        if credit is not None:
            entity, words = credit
            return Root(short("o", "entity", entity), OriginKind.OUTLET, self._people.name[entity], (words,))
        if told.article.outlet:
            known = self._people.anywhere(told.article.outlet)
            key = ("entity", known) if known is not None else ("outlet", fold(told.article.outlet))
            return Root(short("o", *key), OriginKind.OUTLET, told.article.outlet, evidence)
        name = f"outlet not known: {told.article.title or told.page.name}"
        return Root(short("o", "article", told.id), OriginKind.OUTLET, name, evidence)

    def _outlets(self, link: AttributionRow, told: Told) -> list[str]:
        return [
            entity
            for entity in (link.source.entity, link.addressee)
            if entity is not None and self._people.kind[entity] is EntityKind.OUTLET and not self._is_own(entity, told)
        ]

    def _is_own(self, entity: str, told: Told) -> bool:
        """Whether the entity is the outlet that published the article."""
        if told.article.outlet is None or self._people.kind[entity] is not EntityKind.OUTLET:
            return False
        return self._people.anywhere(told.article.outlet) == entity or fold(told.article.outlet) == fold(
            self._people.name[entity]
        )


def _words(row: AttributionRow) -> tuple[Evidence, ...]:
    return tuple(row.source.evidence[:1] or row.cue[:1] or row.content[:1])


def unified(
    roots: list[Root], same_words: Sequence[tuple[int, int]] = (), copied: Sequence[tuple[int, int]] = ()
) -> list[Root]:
    """The same roots of one claim, an outlet replaced by the one source that another account says it rests on, an
    unnamed source by the named one that is quoted with the same words (``same_words``: positions), and an outlet by
    the one it has its words from (``copied``: the earlier and the later position)."""
    roots = list(roots)
    for first, second in copied:
        if roots[first].kind is OriginKind.OUTLET and roots[second].kind is OriginKind.OUTLET:
            roots[second] = roots[first]
    for i, j in same_words:
        for one, two in ((i, j), (j, i)):
            if roots[one].kind is OriginKind.ANONYMOUS and roots[two].kind is not OriginKind.ANONYMOUS:
                roots[one] = roots[two]
    behind: dict[str, set[str]] = {}
    for root in roots:
        for outlet in root.via:
            behind.setdefault(short("o", "entity", outlet), set()).add(root.id)
    by_id = {root.id: root for root in roots}
    out = []
    for root in roots:
        ends = behind.get(root.id, set()) - {root.id}
        out.append(by_id[next(iter(ends))] if len(ends) == 1 and root.kind is OriginKind.OUTLET else root)
    return out


def independent(roots: list[Root]) -> int:
    """How many distinct origins there are at least: anonymous sources may all be one person."""
    named = {root.id for root in roots if root.kind is not OriginKind.ANONYMOUS}
    return len(named) + any(root.kind is OriginKind.ANONYMOUS for root in roots)
