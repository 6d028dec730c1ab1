"""A parse with the few things every rule asks of it: children, subtrees, paragraphs, spans without loose ends."""

from __future__ import annotations

import re
from bisect import bisect_right

from rashomon.attribution.act_words import acts_of_words, is_speech_word
from rashomon.attribution.quotes import Quoted, paragraphs_of, quoted_in
from rashomon.language.parse import Parse, Token
from rashomon.record import Act, Span

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
LOOSE = frozenset(",;:.-–—…")
_ENDS = frozenset(',;:.()[]“”"–—')
_SPACE = re.compile(r"\s+")


def _is_told_by(verb: str) -> bool:
    return is_speech_word(verb) or acts_of_words().get(verb) in (Act.ACCUSE, Act.CRITICISE, Act.PRAISE)


class Syntax:
    """One parse, indexed once; everything is linear in the number of tokens."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.text = parse.text
        self.tokens: list[Token] = parse.tokens
        self.kids = parse.children()
        self._ends = [t.end for t in parse.tokens]
        self.first, self.last = self._extents()
        self.paragraphs = paragraphs_of(parse.text)
        self.paragraph = self._paragraph_of_tokens()
        self.quotes: list[Quoted] = quoted_in(parse.text, self.paragraphs)
        self.quote = self._quote_of_tokens()

    def _extents(self) -> tuple[list[int], list[int]]:
        """The first and last token of each subtree, children folded into heads from the leaves up."""
        tokens = self.tokens
        first, last = [t.i for t in tokens], [t.i for t in tokens]
        order = [t.i for t in tokens if t.head == t.i]
        for i in order:
            order.extend(self.kids[i])
        for i in reversed(order):
            head = tokens[i].head
            if head != i:
                first[head] = min(first[head], first[i])
                last[head] = max(last[head], last[i])
        return first, last

    def _paragraph_of_tokens(self) -> list[int]:
        out, at = [], 0
        for token in self.tokens:
            while at + 1 < len(self.paragraphs) and token.start >= self.paragraphs[at + 1].start:
                at += 1
            out.append(at)
        return out

    def _quote_of_tokens(self) -> list[int]:
        """For each token the index of the quotation it stands in, or -1."""
        out, at = [-1] * len(self.tokens), 0
        for token in self.tokens:
            while at < len(self.quotes) and self.quotes[at].end <= token.start:
                at += 1
            if at < len(self.quotes) and self.quotes[at].start <= token.start:
                out[token.i] = at
        return out

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of ``i`` with one of the labels."""
        for k in self.kids[i]:
            if self.tokens[k].dep in deps:
                return k
        return None

    def lemma(self, i: int) -> str:
        token = self.tokens[i]
        low = token.lemma.lower()
        if token.tag in ("NNP", "NNPS") and low.endswith("s"):
            # A headline in capitals: the parser takes "Denies" for a name.
            return next((verb for verb in (low[:-1], low[:-2], low[:-3] + "y") if _is_told_by(verb)), low)
        return low

    def clip(self, first: int, last: int, around: int) -> tuple[int, int]:
        """The token range cut to the paragraph of token ``around``."""
        home = self.paragraph[around]
        while first < around and self.paragraph[first] != home:
            first += 1
        while last > around and self.paragraph[last] != home:
            last -= 1
        return first, last

    def subtree(self, i: int) -> tuple[int, int]:
        """First and last token of the subtree of ``i``, within its paragraph."""
        return self.clip(self.first[i], self.last[i], i)

    def span(self, first: int, last: int) -> Span | None:
        """Characters of a token range without loose punctuation and white space at its ends."""
        tokens = self.tokens
        while first <= last and (tokens[first].text in LOOSE or tokens[first].text.isspace()):
            first += 1
        while last >= first and self._hangs(last):
            last -= 1
        if first > last:
            return None
        return Span(tokens[first].start, tokens[last].end)

    def _hangs(self, i: int) -> bool:
        text = self.tokens[i].text
        return text.isspace() or (text in LOOSE and not self._ends_quotation(i))

    def _ends_quotation(self, i: int) -> bool:
        q = self.quote[i]
        return q >= 0 and self.tokens[i].end >= self.quotes[q].end - 2 and self.quotes[q].closed

    def sentence(self, i: int) -> tuple[int, int]:
        """First and last token of the sentence of ``i``, within its paragraph."""
        first, end = self.parse.sentences[self.tokens[i].sent]
        return self.clip(first, end - 1, i)

    def is_verb(self, i: int) -> bool:
        token = self.tokens[i]
        return token.tag in VERBAL and token.pos in ("VERB", "AUX")

    def token_at(self, where: int) -> int:
        """The first token that ends after a character."""
        return bisect_right(self._ends, where)

    def within(self, span: Span) -> list[Token]:
        """The tokens that share a character with a span."""
        out, i = [], self.token_at(span.start)
        while i < len(self.tokens) and self.tokens[i].start < span.end:
            out.append(self.tokens[i])
            i += 1
        return out

    def quotes_at(self, span: Span) -> list[Quoted]:
        """The quotations that a span's first and last word stand in."""
        tokens = self.within(span)
        found = {self.quote[t.i] for t in (tokens[0], tokens[-1])} if tokens else set()
        return [self.quotes[k] for k in sorted(found) if k >= 0]

    def phrase(self, i: int) -> Span | None:
        """The noun phrase headed by ``i``, appositions and relative clauses included."""
        return self.span(*self.subtree(i))

    def core(self, i: int) -> Span | None:
        """The noun phrase headed by ``i`` up to its head, and what is joined to it by "of" or "and"."""
        first, last = self.subtree(i)
        end = i
        while (
            end < last and self.tokens[end + 1].text not in _ENDS and self.tokens[end + 1].pos not in ("VERB", "SCONJ")
        ):
            if self.tokens[end + 1].pos == "ADP" and self.tokens[end + 1].text.lower() != "of":
                break
            end += 1
        while end > i and self.tokens[end].pos in ("CCONJ", "ADP", "DET", "PUNCT"):
            end -= 1
        return self.span(first, end)

    def words(self, span: Span) -> str:
        """The words of a span on one line."""
        return _SPACE.sub(" ", span.of(self.text)).strip()
