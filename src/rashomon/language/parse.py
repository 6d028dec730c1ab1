"""The syntax of one text, free of the package that found it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign. ``head`` is the index of its governor (its own index at a sentence's root).

    ``pos`` is the universal tag, ``tag`` the Penn tag, ``dep`` the ClearNLP label (nsubj, ccomp ...) of the spaCy
    models; ``ent`` is the entity label of the token ("" outside), ``ent_start`` whether an entity begins here.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    ent_start: bool
    sent: int


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens and sentences of one text, in order; offsets are into that text as given.

    ``sentences[k]`` is the (first, last + 1) token index of sentence k.
    """

    text: str
    tokens: list[Token]
    sentences: list[tuple[int, int]]

    def children(self) -> list[list[int]]:
        """For each token, the indices of the tokens it governs, in order (built anew at each call)."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                out[token.head].append(token.i)
        return out

    def sentence_span(self, index: int) -> Span:
        """The characters of sentence ``index``, white space at its ends left out."""
        first, last = self.sentences[index]
        return Span(self.tokens[first].start, self.tokens[last - 1].end)
