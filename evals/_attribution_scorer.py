"""PolNeAR's measure of attribution, as the field uses it: pairs of annotated and found attributions.

A content is the set of its words. A pair counts as full when half of the words of each content are the other's, the
sources share a token (or both are empty) and the cues share a token; pairs are made one to one, the most alike first.
``soft`` is Johansson and Moschitti's coverage. Classes go by how much of a content stands in double quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+(?:[.,:]\d+)*(?:['’]\w+)*|[^\w\s]")
Spans = Sequence[tuple[int, int]]
CLASSES = ("all", "direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class Triple:
    """One attribution as spans."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 in per cent for one class; ``source`` is how often the source is met where the content is."""

    full: float
    soft: float
    exact: float
    source: float
    gold: int
    found: int


@dataclass(frozen=True, slots=True)
class _Set:
    source: frozenset[int]
    cue: frozenset[int]
    words: frozenset[int]
    kind: str


class _Text:
    def __init__(self, text: str) -> None:
        self.tokens = [m.span() for m in _TOKEN.finditer(text)]
        self.starts = [a for a, _ in self.tokens]
        self.words = [any(c.isalnum() for c in text[a:b]) for a, b in self.tokens]
        self.quoted = _quoted(text)

    def cover(self, spans: Spans) -> frozenset[int]:
        """The tokens that lie in the spans by at least half."""
        out: set[int] = set()
        for start, end in spans:
            i = max(0, bisect_right(self.starts, start) - 1)
            while i < len(self.tokens) and self.tokens[i][0] < end:
                a, b = self.tokens[i]
                if 2 * (min(b, end) - max(a, start)) >= b - a:
                    out.add(i)
                i += 1
        return frozenset(out)

    def sets(self, triples: Iterable[Triple]) -> list[_Set]:
        out = []
        for t in triples:
            content = self.cover(t.content)
            if content:
                words = frozenset(i for i in content if self.words[i])
                out.append(_Set(self.cover(t.source), self.cover(t.cue), words or content, self._kind(words)))
        return out

    def _kind(self, words: frozenset[int]) -> str:
        inside = sum(self.quoted[self.tokens[i][0]] for i in words)
        return "indirect" if not inside else "direct" if inside == len(words) else "mixed"


def _quoted(text: str) -> bytearray:
    """1 for every character between double marks of one line; an unclosed mark holds to the line's end."""
    mask, at = bytearray(len(text)), 0
    for line in text.split("\n"):
        inside, i = False, 0
        while i < len(line):
            two = line[i : i + 2] in ("''", "``")
            opens = line[i] in '“"„' or two or (line[i] == "”" and i == 0)
            if not inside:
                inside = opens
            elif line[i] in '”"' or two:
                inside = False
            else:
                mask[at + i] = 1
            i += 2 if two else 1
        at += len(line) + 1
    return mask


def score(documents: Iterable[tuple[str, list[Triple], list[Triple]]]) -> dict[str, Scores]:
    """Scores by class over (text, annotated, found) of every document."""
    count: Counter[tuple[str, str]] = Counter()
    for text, gold_triples, found_triples in documents:
        reader = _Text(text)
        gold, found = reader.sets(gold_triples), reader.sets(found_triples)
        _add(count, gold, found)
    return {kind: _scores(count, kind) for kind in CLASSES}


def _add(count: Counter[tuple[str, str]], gold: list[_Set], found: list[_Set]) -> None:
    def note(what: str, one: _Set, value: float = 1.0) -> None:
        count["all", what] += value  # type: ignore[assignment]
        count[one.kind, what] += value  # type: ignore[assignment]

    for g in gold:
        note("gold", g)
        note("soft gold", g, min(1.0, sum(len(g.words & f.words) for f in found) / len(g.words)))
    for f in found:
        note("found", f)
        note("soft found", f, min(1.0, sum(len(g.words & f.words) for g in gold) / len(f.words)))
    for name, fits in (("full", _full), ("exact", lambda g, f: g.words == f.words)):
        for g, f in _pairs(gold, found, fits):
            note(f"{name} gold", g)
            note(f"{name} found", f)
    for g, f in _pairs(gold, found, _half):
        if g.source:
            note("sources", g)
            note("sources met", g, float(bool(g.source & f.source)))


def _half(g: _Set, f: _Set) -> bool:
    both = len(g.words & f.words)
    return 2 * both >= len(g.words) and 2 * both >= len(f.words)


def _full(g: _Set, f: _Set) -> bool:
    sources = bool(g.source & f.source) or not (g.source or f.source)
    return _half(g, f) and sources and bool(g.cue & f.cue)


def _pairs(gold: list[_Set], found: list[_Set], fits: Callable[[_Set, _Set], bool]) -> list[tuple[_Set, _Set]]:
    ranked = sorted(
        (-len(g.words & f.words) / len(g.words | f.words), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if g.words & f.words and fits(g, f)
    )
    out, used, taken = [], set(), set()
    for _, i, j in ranked:
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            out.append((gold[i], found[j]))
    return out


def _scores(count: Counter[tuple[str, str]], kind: str) -> Scores:
    gold, found = count[kind, "gold"], count[kind, "found"]

    def f1(name: str) -> float:
        precision = count[kind, f"{name} found"] / found if found else 0.0
        recall = count[kind, f"{name} gold"] / gold if gold else 0.0
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

    sources = count[kind, "sources"]
    met = 100 * count[kind, "sources met"] / sources if sources else 0.0
    return Scores(f1("full"), f1("soft"), f1("exact"), met, int(gold), int(found))
