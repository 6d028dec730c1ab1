"""Which verb or noun a time expression belongs to, and which clause a verb heads."""

from __future__ import annotations

from bisect import bisect_left

from rashomon.language.parse import Parse, Token
from rashomon.record import Span

VERBS = frozenset(("VERB", "AUX"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
# From the time up to the word it says something of: prepositions and the parts of the expression itself.
_THROUGH = frozenset(("ADP", "SCONJ", "ADV", "DET", "ADJ", "PART", "PUNCT", "SPACE", "NUM"))
# A clause that hangs on another by one of these is told of the same moment.
_SAME_MOMENT = frozenset(("advcl", "conj", "xcomp", "dep"))
_BOUNDS = frozenset(("before", "after", "until", "till", "through", "by", "since", "for", "to"))
_LIGHT = frozenset(("aux", "auxpass"))


class Governing:
    """One parse, indexed once."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.tokens: list[Token] = parse.tokens
        self.kids = parse.children()
        self._starts = [token.start for token in parse.tokens]

    def inside(self, span: Span) -> range:
        """The tokens that begin in a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def top(self, span: Span) -> Token | None:
        """The token of a span that its other tokens hang on."""
        inside = self.inside(span)
        for k in inside:
            token = self.tokens[k]
            if token.head not in inside or token.head == k:
                return token
        return None

    def governor(self, span: Span) -> Token | None:
        """The verb or noun that a time expression says the time of, or None where the syntax shows none."""
        fronted = self._fronted(span)
        if fronted is not None:
            return fronted
        token = self.top(span)
        inside = self.inside(span)
        while token is not None and token.head != token.i:
            token = self.tokens[token.head]
            if token.i in inside or token.pos in _THROUGH or (token.pos in _NOUNS and token.ent in ("DATE", "TIME")):
                continue
            if token.pos in VERBS:
                return self.main_verb(token)
            return self._of_subject(token, span) if token.pos in _NOUNS else None
        return token if token is not None and token.pos in VERBS else None

    def moment(self, span: Span) -> Token | None:
        """The word whose moment a time is: its governor, unless the time only bounds it ("until Friday", "by May") or
        is what is set for it ("scheduled for Friday")."""
        at = self.inside(span).start - 1
        if at >= 0 and self.tokens[at].text.lower() == "the":
            at -= 1
        bounded = at >= 0 and self.tokens[at].text.lower() in _BOUNDS
        return None if bounded or self._is_another_time(at) else self.governor(span)

    def _is_another_time(self, at: int) -> bool:
        """Whether "as he did in September" compares with another time than the one told of."""
        at -= at >= 0 and self.tokens[at].pos == "ADP"
        return at >= 2 and self.tokens[at].lemma.lower() == "do" and self.tokens[at - 2].text.lower() in ("as", "than")

    def _of_subject(self, noun: Token, span: Span) -> Token:
        """The verb, where the time stands between it and the name that is its subject ("The Post on 3 May wrote")."""
        verb = self.tokens[noun.head]
        between = noun.end <= span.start and span.end <= verb.start
        named = noun.pos in ("PROPN", "PRON") and noun.dep in ("nsubj", "nsubjpass")
        return self.main_verb(verb) if named and between and verb.pos in VERBS else noun

    def _fronted(self, span: Span) -> Token | None:
        """The main verb of a sentence that opens with the time ("On Friday Ilse Brandt denied"), which the parser
        may have hung on the name that follows."""
        inside = self.inside(span)
        first, last = self.parse.sentences[self.tokens[inside.start].sent] if len(inside) else (0, 0)
        opening = all(self.tokens[k].pos in ("ADP", "SPACE", "PUNCT") for k in range(first, inside.start))
        if not opening or inside.stop >= last:
            return None
        after = self.tokens[inside.stop]
        if after.text != "," and after.pos not in ("PROPN", "DET", "PRON"):
            return None
        root = next((self.tokens[k] for k in range(first, last) if self.tokens[k].head == k), None)
        return root if root is not None and root.pos in VERBS else None

    def main_verb(self, verb: Token) -> Token:
        """The verb that an auxiliary belongs to, itself for any other."""
        return self.tokens[verb.head] if verb.dep in _LIGHT else verb

    def same_moment(self, verb: Token, governor: Token) -> bool:
        """Whether what ``verb`` tells happens when what ``governor`` tells does: it is that verb, or hangs on it as
        "..., saying" and "... and said" do."""
        while verb.i != governor.i:
            if verb.dep not in _SAME_MOMENT or verb.head == verb.i:
                return False
            if self._has_own_moment(verb):
                return False
            verb = self.tokens[verb.head]
        return True

    def _has_own_moment(self, verb: Token) -> bool:
        """Whether a joined clause begins with "after", "if", "while", or has a subject of its own."""
        kids = [self.tokens[k] for k in self.kids[verb.i] if k < verb.i]
        if verb.dep == "conj":
            return any(kid.dep in ("nsubj", "nsubjpass") for kid in kids)
        return verb.dep == "advcl" and any(kid.dep in ("mark", "advmod") for kid in kids)

    def is_pluperfect(self, verb: Token) -> bool:
        return any(self.tokens[k].text.lower() == "had" and self.tokens[k].dep == "aux" for k in self.kids[verb.i])

    def antecedent(self, verb: Token) -> Token | None:
        """The noun that a relative clause or participle says something of."""
        return self.tokens[verb.head] if verb.dep in ("relcl", "acl") and verb.head != verb.i else None

    def child(self, token: Token, *deps: str) -> Token | None:
        return next((self.tokens[k] for k in self.kids[token.i] if self.tokens[k].dep in deps), None)

    def verb_of(self, span: Span) -> Token | None:
        """The verb in a span that stands highest, or its highest token."""
        inside = self.inside(span)
        verbs = self.verbs_in(span)
        top = next((verb for verb in verbs if verb.head not in inside or verb.head == verb.i), None)
        return top or self.top(span)

    def verbs_in(self, span: Span) -> list[Token]:
        """The verbs of a span, auxiliaries left out."""
        inside = (self.tokens[k] for k in self.inside(span))
        return [token for token in inside if token.pos in VERBS and token.dep not in _LIGHT]
