"""Who a source is: the person, body or nameless someone that its words stand for."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
from rashomon.record import EntityKind, Named, SourceKind, Span, Speaker


class Speakers:
    """Resolves the sources of one text against its cast."""

    def __init__(self, s: Syntax, names: Sequence[Named], found: Sequence[Candidate], parents: Sequence[int | None]) -> None:
        self.s = s
        self.found = found
        self.parents = parents
        self.named = {mention.start: name for name in names for mention in name.mentions}

    def of(self, k: int) -> Speaker | None:
        """Who speaks in candidate ``k``; None where the text names no source."""
        c = self.found[k]
        if not c.source:
            return None
        head = c.subject
        span = c.source[0]
        words = self.s.words(span)
        for token in self.s.tokens:
            if token.start >= span.end: break
            if span.start <= token.start and token.start in self.named:
                n = self.named[token.start]
                return Speaker(n.name, SourceKind(n.kind.value), False, [span], "named")
        return Speaker(words, SourceKind.UNKNOWN, False, [span], "")
