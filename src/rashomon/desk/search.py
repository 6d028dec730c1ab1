"""What a search finds while one types: articles by their text, claims, people and statements by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.desk.shown import Shown
from rashomon.record import Claim, Entity
from rashomon.story import Hit
from rashomon.views.line import Line, line

# Of names and claims the index gives the record's order; so many are looked at to find the weightiest.
_LOOKED_AT = 400
_MARKS = re.compile("[«»]")


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """``pieces`` are (text, whether it is what was searched for)."""

    id: str
    title: str
    outlet: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Results:
    asked: str
    people: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    lines: tuple[Line, ...]
    articles: tuple[FoundArticle, ...]

    @property
    def empty(self) -> bool:
        return not (self.people or self.claims or self.lines or self.articles)


def search(shown: Shown, asked: str, *, most: int = 6) -> Results:
    """The best ``most`` of each kind; the last word may be unfinished."""
    among = shown.among
    said = (among.attributions[h.id] for h in shown.search(asked, most, "said") if h.id in among.attributions)
    return Results(
        asked,
        tuple(people_called(shown, asked)[:most]),
        tuple(claims_holding(shown, asked)[:most]),
        tuple(line(one, among) for one in said),
        tuple(_articles(shown, shown.search(asked, most, "article"))),
    )


def claims_holding(shown: Shown, asked: str) -> list[Claim]:
    """The claims with these words, the most told first."""
    claims = shown.among.claims
    found = (claims[hit.id] for hit in shown.search(asked, _LOOKED_AT, "claim") if hit.id in claims)
    return sorted(found, key=lambda claim: -len(claim.accounts))


def people_called(shown: Shown, asked: str) -> list[Entity]:
    """Everyone and everything with these words in a name, the ones that speak most first."""
    among = shown.among

    def weight(entity: Entity) -> tuple[int, int]:
        return -len(among.said_by.get(entity.id, ())), -len(entity.mentions)

    found = (among.entities[hit.id] for hit in shown.search(asked, _LOOKED_AT, "name") if hit.id in among.entities)
    return sorted(found, key=weight)


def _articles(shown: Shown, hits: Iterable[Hit]) -> Iterator[FoundArticle]:
    for hit in hits:
        cut = _MARKS.split(hit.snippet)
        pieces = tuple((piece, k % 2 == 1) for k, piece in enumerate(cut) if piece)
        yield FoundArticle(hit.article, shown.among.title(hit.article), shown.among.outlet(hit.article), pieces)
