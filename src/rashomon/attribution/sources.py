"""Sources that a proposal lacks although the words name them, and sources that stand for nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span

_STRAYS = frozenset({"which", "that", "this", "these", "those"})


def settled(s: Syntax, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the sources that their neighbours lend, and without those that point at nobody."""
    return [_without_stray(s, _with_neighbours(s, c, found)) for c in found]


def _with_neighbours(s: Syntax, c: Candidate, found: Sequence[Candidate]) -> Candidate:
    """ "Roe spoke, lecturing Lee on the toll and | reminding him that ...": who lectures also reminds."""
    token = s.tokens[c.head]
    if c.source or token.dep != "conj" or token.tag != "VBG":
        return c
    other = next((o for o in found if o.head == token.head and o.source and s.tokens[o.head].tag == "VBG"), None)
    if other is None or any(x.overlaps(y) for x in other.source for y in (*c.cue, *c.content)):
        return c
    return replace(c, source=other.source, subject=other.subject)


def _without_stray(s: Syntax, c: Candidate) -> Candidate:
    """A sentence that begins "Which alleges" names nobody."""
    tokens = [t for x in c.source for t in s.within(x)]
    if len(tokens) != 1 or tokens[0].text.lower() not in _STRAYS or s.sentence(tokens[0].i)[0] != tokens[0].i:
        return c
    return replace(c, source=[], subject=None)


def own_and_described(s: Syntax, c: Candidate, ruled: Sequence[Span]) -> bool:
    """Whether a proposal has the name in "Ann Roe, the mayor's aide, said", of which the parser saw the aide alone."""
    if len(c.source) != 1 or len(ruled) != 1:
        return False
    mine, tail = c.source[0], ruled[0]
    before = [t for t in s.within(Span(mine.start, max(mine.start, tail.start))) if t.start < tail.start]
    if mine.end != tail.end or len(before) < 2 or before[-1].text != ",":
        return False
    return all(t.ent == "PERSON" for t in before[:-1])
