"""The stories of a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from rashomon.finding.near import near_pairs
from rashomon.finding.seen import Seen
from rashomon.finding.vectors import Board, Weighed, dense, weighed
from rashomon.ports import Progress
from rashomon.relating.grouping import ALIKE, LEAST, LEAST_SMALL, SMALL, agglomerate, nearness


@dataclass(frozen=True, slots=True)
class Found:
    """A story: its articles from the earliest on, and the title of the one most like the others.

    ``contested`` is the part of its articles in which somebody denies something; a sign, not a finding.
    """

    title: str
    articles: list[Seen]

    @property
    def id(self) -> str:
        """A name that holds while the corpus grows: that of its earliest article."""
        return self.articles[0].id[:8]

    @property
    def pages(self) -> set[str]:
        return {one.page for one in self.articles}

    @property
    def outlets(self) -> set[str]:
        return {one.outlet for one in self.articles if one.outlet}

    @property
    def first(self) -> date | None:
        return min((one.day for one in self.articles if one.day), default=None)

    @property
    def last(self) -> date | None:
        return max((one.day for one in self.articles if one.day), default=None)

    @property
    def contested(self) -> float:
        return sum(one.denied for one in self.articles) / len(self.articles)


def find_stories(papers: Sequence[Seen], progress: Progress) -> list[Found]:
    """Every article in one story, most of which have one article; the largest first. The order of ``papers`` changes
    nothing."""
    ordered = sorted({paper.id: paper for paper in papers}.values(), key=lambda paper: paper.id)
    progress.stage("weighing words", None)
    vectors = weighed(ordered)
    progress.stage("looking for neighbours", None)
    likeness = _likeness(ordered, vectors, progress)
    progress.stage("grouping", None)
    board = Board()
    found = [_found(group, ordered, vectors, board) for group in agglomerate(len(ordered), likeness, ALIKE)]
    return sorted(found, key=lambda story: (-len(story.articles), story.id))


def _likeness(papers: Sequence[Seen], vectors: Sequence[Weighed], progress: Progress) -> dict[tuple[int, int], float]:
    """How alike two articles are by their exact vectors and their days, where they may share a story."""
    least = LEAST_SMALL if len(papers) < SMALL else LEAST
    days, board = [paper.day for paper in papers], Board()
    out: dict[tuple[int, int], float] = {}
    for i, pairs in groupby(sorted(set(near_pairs(dense(vectors), days))), key=itemgetter(0)):
        near = {j: value for _, j in pairs if (value := nearness(days[i], days[j])) > 0}
        for j, like in zip(near, board.likenesses(vectors[i], [vectors[j] for j in near]), strict=True):
            if like * near[j] >= ALIKE / 3 and like * vectors[i].kept * vectors[j].kept >= least:
                out[i, j] = like * near[j]
        progress.advance()
    return out


def _found(group: list[int], papers: Sequence[Seen], vectors: Sequence[Weighed], board: Board) -> Found:
    articles = sorted((papers[k] for k in group), key=lambda one: (one.day or date.max, one.id))
    return Found(papers[_middle(group, vectors, board)].title or articles[0].title, articles)


def _middle(group: list[int], vectors: Sequence[Weighed], board: Board, most: int = 30) -> int:
    """The article that is most like the others; of a large story, like some of them."""
    some = sorted(group)[:most]
    if len(some) < 3:
        return some[0]
    return max(some, key=lambda k: (sum(board.likenesses(vectors[k], [vectors[j] for j in some if j != k])), -k))
