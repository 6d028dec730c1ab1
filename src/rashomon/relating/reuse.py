"""Words that one article has from another: copied passages and shared quotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from zlib import crc32

from rashomon.record import AttributionRow, Evidence, Link, LinkKind, Quotation, Span
from rashomon.relating.pile import Pile, Told
from rashomon.relating.words import Word

# Runs of this many words are compared; of each WINDOW of them the least hash is kept, so that a shared run of
# RUN + WINDOW - 1 words is always found (winnowing, Schleimer, Wilkerson and Aiken 2003).
RUN = 6
WINDOW = 6
# A run in more articles than this is a phrase or boilerplate.
COMMON = 40
# Shared marks that make one article's words come from the other: fewer is a quotation or a stock phrase.
LEAST_SHARED = 6
LEAST_PART = 0.15
LEAST_QUOTED = 6


def marks_of(words: Sequence[Word]) -> dict[int, int]:
    """The winnowed hashes of a text's runs of words, and the position of the word each begins at."""
    hashes = [crc32(" ".join(w.plain for w in words[k : k + RUN]).encode()) for k in range(len(words) - RUN + 1)]
    out: dict[int, int] = {}
    for k in range(max(1, len(hashes) - WINDOW + 1) if hashes else 0):
        window = hashes[k : k + WINDOW]
        least = min(window)
        out.setdefault(least, k + window.index(least))
    return out


def copies(pile: Pile) -> list[Link]:
    """copies links, from the later article to the earlier where their dates say which that is."""
    words = {told.id: told.words for told in pile.told}
    marks = {told.id: marks_of(words[told.id]) for told in pile.told}
    holders: dict[int, list[str]] = defaultdict(list)
    for told in pile.told:
        for mark in marks[told.id]:
            holders[mark].append(told.id)
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for mark, articles in holders.items():
        if 1 < len(articles) <= COMMON:
            for k, one in enumerate(articles):
                for two in articles[k + 1 :]:
                    shared[one, two].append(mark)
    told_by = pile.by_id()
    links = []
    for (one, two), common in sorted(shared.items()):
        part = len(common) / max(1, min(len(marks[one]), len(marks[two])))
        if len(common) < LEAST_SHARED or part < LEAST_PART:
            continue
        later, earlier, order = _ordered(told_by[one], told_by[two])
        evidence = _passage(later, earlier, words, marks, common)
        links.append(
            Link(
                LinkKind.COPIES,
                later.id,
                earlier.id,
                evidence,
                f"{part:.0%} of the shorter text stands in the other; {order}",
            )
        )
    return links


def _ordered(one: Told, two: Told) -> tuple[Told, Told, str]:
    a, b = one.article.published, two.article.published
    if a is not None and b is not None and a.value[:10] != b.value[:10]:
        return (one, two, "it is the later one") if a.value > b.value else (two, one, "it is the later one")
    first, second = sorted((one, two), key=lambda told: told.id)
    return second, first, "which came first is not known"


def _passage(
    later: Told, earlier: Told, words: dict[str, list[Word]], marks: dict[str, dict[int, int]], common: Sequence[int]
) -> list[Evidence]:
    """The longest passage both share word for word, as it stands in each."""
    best = (0, 0, 0)
    mine, theirs = words[later.id], words[earlier.id]
    for mark in sorted(common, key=lambda m: marks[later.id][m]):
        i, j = marks[later.id][mark], marks[earlier.id][mark]
        if mine[i].plain != theirs[j].plain or (i < best[1] + best[0] and best[0]):
            continue
        while i and j and mine[i - 1].plain == theirs[j - 1].plain:
            i, j = i - 1, j - 1
        size = 0
        while i + size < len(mine) and j + size < len(theirs) and mine[i + size].plain == theirs[j + size].plain:
            size += 1
        if size > best[0]:
            best = (size, i, j)
    size, i, j = best
    if not size:
        return []
    return [
        later.evidence(Span(mine[i].start, mine[i + size - 1].end)),
        earlier.evidence(Span(theirs[j].start, theirs[j + size - 1].end)),
    ]


def same_quotes(pile: Pile, rows: Sequence[AttributionRow]) -> list[Link]:
    """same_quote links: each quotation to the first article that prints the same words of the same source."""
    told = pile.by_id()
    quoted: list[tuple[AttributionRow, Evidence, list[Word]]] = []
    for row in rows:
        if row.quotation is Quotation.INDIRECT:
            continue
        for part in row.content:
            words = told[row.article].words_in(Span(part.start, part.end))
            if len(words) >= LEAST_QUOTED:
                quoted.append((row, part, words))
    quoted.sort(key=lambda q: (_day(told[q[0].article]), q[1]))
    seen: dict[tuple[str, ...], int] = {}
    links: dict[tuple[str, str], Link] = {}
    for k, (row, part, words) in enumerate(quoted):
        runs = [tuple(w.plain for w in words[i : i + LEAST_QUOTED]) for i in range(len(words) - LEAST_QUOTED + 1)]
        earlier = Counter(seen[run] for run in runs if run in seen)
        for run in runs:
            seen.setdefault(run, k)
        for other, _ in earlier.most_common(1):
            first, there, _ = quoted[other]
            if first.article == row.article or not _one_source(first, row):
                continue
            key = (row.article, first.article)
            link = Link(LinkKind.SAME_QUOTE, *key, [part, there], "the same words are quoted in both")
            links.setdefault(key, link)
    return [links[key] for key in sorted(links)]


def _one_source(a: AttributionRow, b: AttributionRow) -> bool:
    """Whether nothing says that two different people are quoted."""
    return a.source.entity is None or b.source.entity is None or a.source.entity == b.source.entity


def _day(told: Told) -> str:
    return told.article.published.value[:10] if told.article.published is not None else "9999"
