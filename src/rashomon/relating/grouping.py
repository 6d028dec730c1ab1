"""Which articles tell one story: by the words that are rare in the pile, titles counting more, and by dates."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from math import log
from typing import TypeAlias

from rashomon.relating.wordlists import common
from rashomon.relating.words import Word, words_of

# Chosen on the 151 stories of BASIL and SEESAW together; see `python -m evals stories`.
ALIKE = 0.2
# Of two papers' whole weight, words that no other paper has included, this part must be shared: in a pile of a few
# pages the words that two of them share are few and look rarer than they are.
LEAST = 0.06
# A pile of fewer papers than SMALL cannot show which words all of its stories share ("the council", "the president"),
# so that two papers must share this part.
SMALL, LEAST_SMALL = 20, 0.2
TITLE = 3
# Articles further apart than this tell another story, however alike (a yearly summit); nearness within it counts.
WINDOW = 10
TERMS = 400
# So many articles of other news stand beside the pile's own when the weight of a word is taken.
USUAL = 100
_RARE = (0.0, 0.0)
# A term of more papers than this does not help an undated one to find those of its story.
COMMON = 1000

# A text's terms with their weights; its length is one.
Vector: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class Paper:
    """What grouping looks at in an article; ``day`` None where it is not known, ``known`` its terms where they are."""

    id: str
    title: str
    text: str
    day: date | None
    known: Mapping[str, float] | None = None

    @property
    def terms(self) -> Mapping[str, float]:
        return self.known if self.known is not None else terms_of(self.title, self.text)


def stories_of(papers: Sequence[Paper], *, alike: float = ALIKE, least: float = LEAST) -> list[list[str]]:
    """The ids of articles by story, each story and their list in order of id."""
    return stories_and_vectors(papers, alike=alike, least=least)[0]


def stories_and_vectors(
    papers: Sequence[Paper], *, alike: float = ALIKE, least: float = LEAST
) -> tuple[list[list[str]], dict[str, Vector]]:
    """`stories_of`, and for each paper its unit vector: the weightiest terms that another paper has too."""
    ordered = sorted(papers, key=lambda paper: paper.id)
    weighed = _weighed(ordered)
    groups = agglomerate(len(ordered), _pairs(ordered, weighed, alike, least), alike)
    stories = sorted(sorted(ordered[k].id for k in group) for group in groups)
    return stories, {paper.id: vector for paper, (vector, _) in zip(ordered, weighed, strict=True)}


def _weighed(papers: Sequence[Paper]) -> list[tuple[Vector, float]]:
    """The vector of each paper, and the part of its whole length that the vector keeps."""
    counts = [paper.terms for paper in papers]
    seen: Counter[str] = Counter(term for terms in counts for term in terms)
    out = []
    rarity = {term: _rarity(term, n, len(papers)) for term, n in seen.items()}
    for terms in counts:
        every = {t: (1 + log(n)) * rarity[t] for t, n in terms.items()}
        top = sorted((t for t in every if seen[t] > 1), key=lambda t: (-every[t], t))[:TERMS]
        size = _length(every[t] for t in top)
        whole = _length(sorted(every.values(), reverse=True)[:TERMS])
        out.append(({t: every[t] / size for t in top}, min(1.0, size / whole)))
    return out


def _length(weights: Iterable[float]) -> float:
    return sum(w * w for w in weights) ** 0.5 or 1.0


def _rarity(term: str, seen: int, papers: int) -> float:
    """How few papers have the term, here and among as many as ``USUAL`` others."""
    return log((papers + 1 + USUAL) / (seen + common().get(term, _RARE)[1] * USUAL))


def terms_of(title: str, text: str, words: Sequence[Word] | None = None) -> dict[str, float]:
    """The weighty words and pairs of words of an article, and how often it has each; ``words`` are those of its text
    where they are known."""
    out: dict[str, float] = defaultdict(float)
    words = words_of(text) if words is None else words
    for part, told, weight in ((title, words_of(title), TITLE), (text, words, 1)):
        before = None
        for word in told:
            if word.weighty and len(word.plain) > 1:
                out[word.plain if part[word.start].isupper() else word.stem] += weight
                if before is not None and word.start - before.end == 1:
                    out[f"{before.plain} {word.plain}"] += weight
                before = word
            else:
                before = None
    return out


def _pairs(
    papers: Sequence[Paper], weighed: Sequence[tuple[Vector, float]], alike: float, least: float
) -> dict[tuple[int, int], float]:
    """The likeness of each pair that shares a term, (i < j)."""
    out: dict[tuple[int, int], float] = {}
    for k, found in _met(papers, [vector for vector, _ in weighed]):
        for other in sorted(found):
            value = found[other] * nearness(papers[k].day, papers[other].day)
            if value >= alike / 3 and found[other] * weighed[k][1] * weighed[other][1] >= least:
                out[min(other, k), max(other, k)] = value
    return out


def _met(papers: Sequence[Paper], vectors: Sequence[Vector]) -> Iterator[tuple[int, dict[int, float]]]:
    """Each paper with those before it and what it has in common with each.

    A dated paper meets only those of the days just before it, so that the work grows with the news of some days and
    not with the pile; one without a date may be of any day and meets all.
    """
    days = [paper.day for paper in papers]
    recent: dict[str, deque[tuple[int, float]]] = defaultdict(deque)
    every: dict[str, list[tuple[int, float]]] = defaultdict(list)
    keep = any(day is None for day in days)
    for k in sorted(range(len(papers)), key=lambda k: (days[k] is None, days[k] or date.min, k)):
        day, found = days[k], defaultdict[int, float](float)
        for term, weight in vectors[k].items():
            if day is not None:
                holders: Collection[tuple[int, float]] = _since(recent[term], day - timedelta(WINDOW), days)
            else:
                holders = every[term] if len(every[term]) <= COMMON else ()
            for other, theirs in holders:
                found[other] += weight * theirs
            if day is not None:
                recent[term].append((k, weight))
            if keep:
                every[term].append((k, weight))
        yield k, found


def _since(held: deque[tuple[int, float]], first: date, days: Sequence[date | None]) -> deque[tuple[int, float]]:
    """The same holders without those of before a day, the earliest of which stand first."""
    while held and (days[held[0][0]] or first) < first:
        held.popleft()
    return held


def nearness(a: date | None, b: date | None) -> float:
    """By how much the likeness of two articles counts, for the days between them; 0 beyond the window."""
    if a is None or b is None:
        return 1.0
    apart = abs((a - b).days)
    return 0.0 if apart > WINDOW else 1.4 - 0.8 * apart / WINDOW


def agglomerate(size: int, likeness: dict[tuple[int, int], float], alike: float) -> list[list[int]]:
    """Groups by average likeness, the most alike first."""
    between: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), value in likeness.items():
        between[i][j] = between[j][i] = value
    groups = {k: [k] for k in range(size)}
    queue = [(-value, i, j) for (i, j), value in likeness.items() if value >= alike]
    heapify(queue)
    while queue:
        value, i, j = heappop(queue)
        if i not in groups or j not in groups or between[i].get(j) != -value:
            continue  # one of the two has grown since
        m, n = len(groups[i]), len(groups[j])
        groups[i] += groups.pop(j)
        far = between.pop(j)
        for other in sorted({*between[i], *far} - {i, j}):
            mean = (m * between[i].get(other, 0.0) + n * far.get(other, 0.0)) / (m + n)
            between[i][other] = between[other][i] = mean
            between[other].pop(j, None)
            if mean >= alike:
                heappush(queue, (-mean, min(i, other), max(i, other)))
        between[i].pop(j, None)
    return list(groups.values())


def likest(one: str, others: Sequence[str], vectors: Mapping[str, Vector]) -> str:
    """Of ``others`` the one whose words are most like those of ``one``; the first of several."""
    mine = vectors[one]

    def alike(other: str) -> float:
        theirs = vectors[other]
        return sum(mine[term] * theirs[term] for term in sorted(mine.keys() & theirs.keys()))

    return max(others, key=alike)


def shared_terms(one: Vector, two: Vector, most: int = 4) -> list[str]:
    """The terms that weigh most in both."""
    both = sorted(set(one) & set(two), key=lambda t: (-one[t] * two[t], t))
    return [term.lstrip("~") for term in both[:most]]
