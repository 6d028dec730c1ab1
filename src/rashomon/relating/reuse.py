"""Words that one article has from another: copied passages and shared quotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import combinations

from rashomon.ports import Shelf
from rashomon.record import AttributionRow, Evidence, Link, LinkKind, Quotation, Span
from rashomon.relating.pile import Pile, Told
from rashomon.relating.worked import Worked, encoded

# A run in more articles than this is a phrase or boilerplate.
COMMON = 40
# Shared marks that make one article's words come from the other: fewer is a quotation or a stock phrase.
LEAST_SHARED = 6
LEAST_PART = 0.15
LEAST_QUOTED = 6


def copies(pile: Pile, shelf: Shelf) -> list[Link]:
    """copies links, from the later article to the earlier where their dates say which that is."""
    told, passages, links = pile.by_id(), Worked(shelf, "passage", list[Evidence]), []
    for (one, two), common in sorted(_sharing(pile).items()):
        part = len(common) / max(1, min(len(told[one].gist.marks), len(told[two].gist.marks)))
        if len(common) < LEAST_SHARED or part < LEAST_PART:
            continue
        later, earlier, order = _ordered(told[one], told[two])
        evidence = passages.of(
            later.digest, earlier.digest, encoded(sorted(common)), make=partial(_passage, later, earlier, common)
        )
        reason = f"{part:.0%} of the shorter text stands in the other; {order}"
        links.append(Link(LinkKind.COPIES, later.id, earlier.id, evidence, reason))
    return links


def _sharing(pile: Pile) -> dict[tuple[str, str], list[int]]:
    """The marks that two articles share, for each two that share one; marks of very many articles left out."""
    holders: dict[int, list[str]] = defaultdict(list)
    for told in pile.told:
        for mark in told.gist.marks:
            holders[mark].append(told.id)
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for mark, articles in holders.items():
        if 1 < len(articles) <= COMMON:
            for pair in combinations(articles, 2):
                shared[pair].append(mark)
    return shared


def _ordered(one: Told, two: Told) -> tuple[Told, Told, str]:
    a, b = one.article.published, two.article.published
    if a is not None and b is not None and a.value[:10] != b.value[:10]:
        return (one, two, "it is the later one") if a.value > b.value else (two, one, "it is the later one")
    first, second = sorted((one, two), key=lambda told: told.id)
    return second, first, "which came first is not known"


def _passage(later: Told, earlier: Told, common: Sequence[int]) -> list[Evidence]:
    """The longest passage both share word for word, as it stands in each."""
    best = (0, 0, 0)
    mine, theirs = later.words, earlier.words
    ours, others = later.gist.marks, earlier.gist.marks
    for mark in sorted(common, key=lambda m: ours[m]):
        i, j = ours[mark], others[mark]
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


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of quoted words, and a mark for each run of ``LEAST_QUOTED`` words in it."""

    row: str
    part: Evidence
    runs: list[int]


def quoted_in(told: Told, rows: Sequence[AttributionRow]) -> list[Quoted]:
    """The quotations of one article long enough to be told from stock phrases; ``row`` is the attribution's id."""
    out = []
    for row in rows:
        for part in row.content if row.quotation is not Quotation.INDIRECT else ():
            plain = [word.plain for word in told.words_in(Span(part.start, part.end))]
            runs = [" ".join(plain[i : i + LEAST_QUOTED]) for i in range(len(plain) - LEAST_QUOTED + 1)]
            if runs:
                out.append(Quoted(row.id, part, [_long_mark(run) for run in runs]))
    return out


def same_quotes(pile: Pile, found: Sequence[tuple[AttributionRow, Quoted]]) -> list[Link]:
    """same_quote links: each quotation to the first article that prints the same words of the same source."""
    day = {told.id: _day(told) for told in pile.told}
    quoted = sorted(found, key=lambda q: (day[q[0].article], q[1].part))
    seen: dict[int, int] = {}
    links: dict[tuple[str, str], Link] = {}
    for k, (row, quote) in enumerate(quoted):
        earlier = Counter(seen[run] for run in quote.runs if run in seen)
        for run in quote.runs:
            seen.setdefault(run, k)
        for other, _ in earlier.most_common(1):
            first, there = quoted[other]
            if first.article == row.article or not _one_source(first, row):
                continue
            key = (row.article, first.article)
            evidence = [quote.part, there.part]
            links.setdefault(key, Link(LinkKind.SAME_QUOTE, *key, evidence, "the same words are quoted in both"))
    return [links[key] for key in sorted(links)]


def _long_mark(run: str) -> int:
    """Seven bytes that stand for the words; of a million runs no two share theirs."""
    return int.from_bytes(blake2b(run.encode(), digest_size=7).digest(), "little")


def _one_source(a: AttributionRow, b: AttributionRow) -> bool:
    """Whether nothing says that two different people are quoted."""
    return a.source.entity is None or b.source.entity is None or a.source.entity == b.source.entity


def _day(told: Told) -> str:
    return told.article.published.value[:10] if told.article.published is not None else "9999"
