"""The cast of one article laid out by token: who stands where, of which gender, with which titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.attribution.cast import gender_of
from rashomon.attribution.syntax import Syntax
from rashomon.record import EntityKind, Named, Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


@dataclass(frozen=True, slots=True)
class Appearance:
    """One mention: tokens ``first`` to ``last``, and ``head`` the one that governs the others."""

    who: int
    first: int
    last: int
    head: int
    span: Span


class Roster:
    """Index over the names of one article."""

    def __init__(self, s: Syntax, names: Sequence[Named]) -> None:
        self.s = s
        self.names = names
        self.appearances: list[Appearance] = []
        self.at: dict[int, Appearance] = {}
        for who, name in enumerate(names):
            for span in name.mentions:
                self._add(who, span)
        self.appearances.sort(key=lambda a: a.first)
        self.genders = [gender_of(n.name, n.titles) if n.kind is EntityKind.PERSON else "" for n in names]

    def _add(self, who: int, span: Span) -> None:
        own = [t.i for t in self.s.within(span)]
        if not own:
            return
        heads = [i for i in own if self.s.tokens[i].head not in own or self.s.tokens[i].head == i]
        one = Appearance(who, own[0], own[-1], (heads or own)[-1], span)
        self.appearances.append(one)
        for i in own:
            self.at.setdefault(i, one)

    def is_person(self, who: int) -> bool:
        return self.names[who].kind is EntityKind.PERSON

    def is_subject(self, one: Appearance) -> bool:
        """Whether the mention does something in its clause (also as an apposition of what does)."""
        token = self.s.tokens[one.head]
        for _ in range(3):
            if token.dep in ("appos", "conj") and self.s.tokens[token.head].pos in ("PROPN", "NOUN", "PRON"):
                token = self.s.tokens[token.head]
        return token.dep in _SUBJECTS

    def possessive(self, one: Appearance) -> bool:
        """Whether "'s" follows the mention."""
        after = one.last + 1
        return after < len(self.s.tokens) and self.s.tokens[after].text in ("'s", "’s", "'", "’")
