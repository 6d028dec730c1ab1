"""What a search finds while one types: articles by their text, claims, people and statements by their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import nsmallest
from typing import TypeVar

from rashomon.desk.shown import Shown
from rashomon.record import AttributionRow, Claim, Entity
from rashomon.views.line import Line, line, words

T = TypeVar("T")
_WORD = re.compile(r"\w+")


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
    wanted = _WORD.findall(asked.casefold())
    if not wanted:
        return Results(asked, (), (), (), ())
    among = shown.among

    def weight(entity: Entity) -> int:
        return -len(among.said_by.get(entity.id, ())) * 100 - len(entity.mentions)

    people = _best(among.record.entities, wanted, lambda e: " ".join(e.names) + " " + e.name, weight, most)
    claims = _best(among.record.claims, wanted, lambda c: c.text, lambda c: -len(c.accounts), most)
    said = _best(among.record.attributions, wanted, _said, lambda a: 0, most)
    return Results(
        asked,
        tuple(people),
        tuple(claims),
        tuple(line(one, among) for one in said),
        tuple(_articles(shown, asked, most)),
    )


def _said(attribution: AttributionRow) -> str:
    return words([*attribution.source.evidence, *attribution.cue, *attribution.content])


def _best(
    rows: Iterable[T], wanted: list[str], text: Callable[[T], str], weight: Callable[[T], int], most: int
) -> list[T]:
    found = (row for row in rows if _holds(text(row), wanted))
    return nsmallest(most, found, key=weight)


def _holds(text: str, wanted: list[str]) -> bool:
    lowered = text.casefold()
    if not all(word in lowered for word in wanted):
        return False
    have = _WORD.findall(lowered)
    return all(word in have for word in wanted[:-1]) and any(word.startswith(wanted[-1]) for word in have)


def _articles(shown: Shown, asked: str, most: int) -> Iterable[FoundArticle]:
    for hit in shown.search(asked, most):
        pieces = []
        for k, piece in enumerate(re.split("[«»]", hit.snippet)):
            if piece:
                pieces.append((piece, k % 2 == 1))
        yield FoundArticle(hit.article, shown.among.title(hit.article), shown.among.outlet(hit.article), tuple(pieces))
