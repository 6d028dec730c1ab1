"""For which nation a person or body acts, as far as the pages say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.naming import Cluster
from rashomon.naming.fold import fold
from rashomon.naming.wordlists import nations
from rashomon.record import EntityKind, Span

_BEFORE = 60
# "Jane Roe, who was Ruritanian envoy to the league in 2016"
_AFTER = re.compile(r"^,\s+(?:who\s+(?:is|was)\s+|then\s+|the\s+|a\s+|an\s+|former\s+)*([^,.;:!?\n]{3,50})")
_BREAK = re.compile(r"[.;:!?)\"”\n]|,\s")
_OFFICE = re.compile(
    r"\b(president|minister|premier|chancellor|secretary|ambassador|envoy|spokes\w+|general|senator|sen|pres|pm|"
    r"leader|diplomat|official|king|queen|prince|chief|adviser|advisor|governor|mayor|prosecutor|administration)\b"
)


def nation_of(cluster: Cluster, beside: Mapping[str, Mapping[int, list[str]]]) -> str | None:
    """The nation most of its uses name, in their form or ``beside`` them (by article and place of mention); None where
    none does or two are named alike often."""
    votes: Counter[str] = Counter()
    for form in cluster.names:
        votes.update(nations_in(form))
    if cluster.kind is EntityKind.PERSON:
        votes.clear()
        for use in cluster.uses:
            for title in use.named.titles:
                votes.update(nations_in(title))
            there = beside[use.article]
            for mention in use.named.mentions if there else ():
                votes.update(there.get(mention.start, ()))
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def nations_beside(text: str, mentions: Iterable[Span]) -> dict[int, list[str]]:
    """For each mention, by where it starts, the nations that the office before or after it is of."""
    out = {}
    for mention in mentions:
        found: list[str] = []
        before = _BREAK.split(text[max(0, mention.start - _BEFORE) : mention.start])[-1]
        if _OFFICE.search(fold(before)):
            found += nations_in(before)[-1:]
        after = _AFTER.match(text[mention.end : mention.end + _BEFORE])
        if after is not None and _OFFICE.search(fold(after[1])):
            found += nations_in(after[1])[:1]
        if found:
            out[mention.start] = found
    return out


@cache
def nations_in(words: str) -> list[str]:
    """The nations that words name, by country, people or seat of government, in order."""
    plain = re.sub(r"\bus\b", " ", words)  # the pronoun; the country is written in capitals
    folded = fold(plain.replace("-", " ")).split()
    out = []
    for size in (1, 2, 3):
        out += [nations()[w] for w in _runs(folded, size) if w in nations()]
    return out


def _runs(words: list[str], size: int) -> Iterable[str]:
    return (" ".join(words[k : k + size]) for k in range(len(words) - size + 1))
