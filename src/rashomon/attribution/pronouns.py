"""Whom "he", "she", "they" and "it" stand for, or nobody where two fit nearly as well."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.lexicon import words
from rashomon.attribution.roles import holder_of, is_definite
from rashomon.attribution.roster import Appearance, Roster
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
MANY = frozenset({"they", "them", "their", "themselves"})
THING = frozenset({"it", "its"})
OWN = frozenset({"i", "me", "my", "myself"})
OURS = frozenset({"we", "us", "our", "ourselves"})

# Whoever holds an office that the article gives to nobody by name.
_NOBODY = -1
# Sentences between a mention and its pronoun, and what a mention at that distance is worth.
_NEAR = (1.0, 1.0, 0.55, 0.35, 0.2)
# The runner-up must be this much worse, else the pronoun is left alone.
_CLEAR = 0.72
# In one sentence even "despite Roe's plans, his request" is plain enough to leave no one else clearly meant.
_SAME_SENTENCE = 0.85
# Somebody named in passing two sentences ago is not meant.
_ENOUGH = 0.4


@dataclass(frozen=True, slots=True)
class Seen:
    """A place where someone was named or spoke: ``weight`` is how much the sentence is about them."""

    who: int
    token: int
    span: Span
    weight: float


@dataclass(slots=True)
class Pronouns:
    """Resolves the pronouns of one article in text order; each one resolved makes its person more present."""

    s: Syntax
    roster: Roster
    seen: list[Seen] = field(default_factory=list)
    meant: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.roster.appearances:
            if not self.roster.is_person(one.who) or self._quoted(one.head):
                continue
            if self.roster.is_subject(one):
                weight = 1.0
            elif self.roster.possessive(one) or self.s.tokens[one.head].dep in ("compound", "poss"):
                weight = 0.45
            else:
                weight = 0.5
            self.seen.append(Seen(one.who, one.head, one.span, weight))
        for seen in self._in_office():
            insort(self.seen, seen, key=lambda seen: seen.token)

    def _in_office(self) -> Iterator[Seen]:
        """Subjects told by their office ("the president ... when he"): its holder, or somebody who is not named."""
        taken = {seen.token for seen in self.seen}
        for token in self.s.tokens:
            if token.dep not in ("nsubj", "nsubjpass") or token.tag != "NN" or token.i in taken:
                continue
            if token.text.lower() not in words("titles") or self._quoted(token.i):
                continue
            named = self._apposed(token.i)
            if named is not None:
                yield Seen(named.who, token.i, Span(token.start, token.end), 1.0)
                continue
            held = holder_of(self.s, self.roster, token.i) if is_definite(self.s, token.i) else None
            yield Seen(_NOBODY if held is None else held[0].who, token.i, Span(token.start, token.end), 1.0)

    def _apposed(self, noun: int) -> Appearance | None:
        """Who is named beside the office: "the firm's lawyer, Ann Roe, insisted"."""
        for k in self.s.kids[noun]:
            one = self.roster.at.get(k)
            if one is not None and self.s.tokens[k].dep == "appos" and self.roster.is_person(one.who):
                return one
        return None

    def _gender(self, seen: Seen) -> str:
        """ "m", "f" or "" for not told; "the spokeswoman" tells by her word."""
        if seen.who != _NOBODY:
            return self.roster.genders[seen.who]
        word = self.s.tokens[seen.token].text.lower()
        return "f" if word.endswith("woman") else "m" if word.endswith("man") else ""

    def spoke(self, who: int, token: int, span: Span) -> None:
        """Notes that someone was found to speak at ``token``."""
        insort(self.seen, Seen(who, token, span, 1.15), key=lambda seen: seen.token)

    def person(self, pronoun: int, own: Candidate | None) -> tuple[Seen, str] | None:
        """Who a singular personal pronoun stands for and why, or None where that is not plain."""
        gender = GENDER[self.s.tokens[pronoun].text.lower()]
        if self._quoted(pronoun):
            return None
        worth: dict[int, float] = defaultdict(float)
        best: dict[int, Seen] = {}
        others = self._others_named(pronoun)
        for seen in self._before(pronoun):
            score = 0.0 if seen.who in others else self._worth(seen, pronoun, gender, own)
            if score <= 0.0:
                continue
            if score > worth[seen.who]:
                worth[seen.who] = score
                best[seen.who] = seen
        if not best:
            return self._told_of(pronoun, gender, own)
        if max(worth.values()) < _ENOUGH:
            return None
        ranked = sorted(worth, key=lambda who: (-worth[who], who))
        if ranked[0] == _NOBODY or (len(ranked) > 1 and worth[ranked[1]] > _CLEAR * worth[ranked[0]]):
            return None
        told = " of that gender" if self.roster.genders[ranked[0]] else ""
        return best[ranked[0]], f"the person last spoken of{told}"

    def _others_named(self, pronoun: int) -> set[int]:
        """Who is named in what "he" does, and so is not "he": Lee in "he told Lee", "he called Lee's plan a trick"
        (condition C of the theory of binding, Chomsky 1981)."""
        token = self.s.tokens[pronoun]
        if token.dep not in ("nsubj", "nsubjpass"):
            return set()
        last = self.s.last[token.head]
        return {one.who for one in self.roster.appearances if pronoun < one.first <= last}

    def _told_of(self, pronoun: int, gender: str, own: Candidate | None) -> tuple[Seen, str] | None:
        """Who "Roe warned the board, he told the Post" begins with, where nobody was named before it."""
        if own is None or own.frame != "left":
            return None
        first, _ = self.s.sentence(pronoun)
        fitting = [x for x in self.seen if first <= x.token < pronoun and self._gender(x) in ("", gender)]
        if len({x.who for x in fitting}) != 1 or fitting[0].who == _NOBODY or fitting[0].weight < 1.0:
            return None
        return fitting[0], "the only person the sentence names"

    def _before(self, pronoun: int) -> Iterator[Seen]:
        """Whoever was seen before the pronoun and not too far away, the nearest first."""
        oldest = self.s.paragraph[pronoun] - 3
        for k in range(bisect_left(self.seen, pronoun, key=lambda seen: seen.token) - 1, -1, -1):
            if self.s.paragraph[self.seen[k].token] < oldest:
                return
            yield self.seen[k]

    def _worth(self, seen: Seen, pronoun: int, gender: str, own: Candidate | None) -> float:
        tokens = self.s.tokens
        far = tokens[pronoun].sent - tokens[seen.token].sent
        far -= 0 if far < 2 else self._quoted_sentences(tokens[seen.token].sent, tokens[pronoun].sent)
        if far >= len(_NEAR):
            return 0.0
        theirs = self._gender(seen)
        if theirs and theirs != gender:
            return 0.0
        if own is not None and own.says(tokens[seen.token].start):
            return 0.0
        if tokens[seen.token].head == tokens[pronoun].head and seen.weight < 1.1:
            return 0.0
        if self._told_about(seen.token, pronoun):
            return 0.0
        weight = max(seen.weight, _SAME_SENTENCE) if far == 0 else seen.weight
        score = _NEAR[max(far, 0)] * weight * (1.25 if theirs else 1.0)
        if far == 0 and seen.weight >= 1.0:
            score *= 1.2 if self._governs(seen.token, pronoun) else 1.0
        return score

    def _told_about(self, noun: int, pronoun: int) -> bool:
        """Whether the pronoun stands in a clause about the noun: "Roe, whom he called a liar"."""
        here = pronoun
        for _ in range(12):
            token = self.s.tokens[here]
            if token.dep == "relcl":
                return token.head == noun
            if token.head == here:
                return False
            here = token.head
        return False

    def _governs(self, subject: int, pronoun: int) -> bool:
        """Whether the pronoun's clause hangs on the clause of ``subject``."""
        verb = self.s.tokens[subject].head
        return self.s.first[verb] <= pronoun <= self.s.last[verb]

    def _quoted_sentences(self, start: int, end: int) -> int:
        """How many whole sentences between two stand in quotation marks (they do not push a person away)."""
        out = 0
        for k in range(start + 1, end):
            first, last = self.s.parse.sentences[k]
            out += self._quoted(first) and self._quoted(last - 1)
        return out

    def _quoted(self, i: int) -> bool:
        q = self.s.quote[i]
        return q >= 0 and self.s.quotes[q].speech

    def plural_or_thing(self, pronoun: int) -> int | None:
        """The subject right before "they" or "it" that agrees with it: the clause above, else the sentence before."""
        low = self.s.tokens[pronoun].text.lower()
        for first, last in self._near(pronoun):
            subjects = [i for i in range(first, min(last, pronoun)) if self._is_main_subject(i, pronoun)]
            if not subjects:
                continue
            same = [self.meant[i] for i in subjects if i in self.meant and self.s.tokens[i].text.lower() == low]
            fitting = [i for i in subjects if self._agrees(i, low)]
            found = {*same, *fitting}
            if len(found) == 1:
                (self.meant[pronoun],) = found
                return self.meant[pronoun]
            return None
        return None

    def _near(self, pronoun: int) -> Iterator[tuple[int, int]]:
        """Where its noun may stand: its sentence, then the one before, or all of the paragraph before."""
        home = self.s.tokens[pronoun].sent
        yield self.s.parse.sentences[home]
        if not home:
            return
        first, last = self.s.parse.sentences[home - 1]
        while first and self.s.paragraph[first - 1] == self.s.paragraph[last - 1] != self.s.paragraph[pronoun]:
            first -= 1
        yield first, last

    def _is_main_subject(self, i: int, pronoun: int) -> bool:
        """The subject of a main clause, outside quotations and not of the pronoun's own verb."""
        token = self.s.tokens[i]
        if token.dep not in ("nsubj", "nsubjpass") or self._quoted(i) or token.head == self.s.tokens[pronoun].head:
            return False
        verb = self.s.tokens[token.head]
        return verb.dep in ("ROOT", "conj", "parataxis") or self.s.first[verb.i] <= pronoun <= self.s.last[verb.i]

    def _are_people(self, i: int) -> bool:
        token = self.s.tokens[i]
        if token.ent in ("NORP", "ORG", "PERSON", "GPE") or i in self.roster.at:
            return True
        low, lemma = token.text.lower(), token.lemma.lower()
        return any(
            low in words(n) or lemma in words(n) for n in ("groups", "anonymous", "titles", "organisation_words")
        )

    def _agrees(self, i: int, low: str) -> bool:
        token = self.s.tokens[i]
        if token.pos == "PRON" or token.tag in ("WDT", "WP", "DT"):
            return False
        plural = token.tag in ("NNS", "NNPS") or self.s.child(i, "conj") is not None
        if low in MANY:
            return plural and self._are_people(i)
        named = self.roster.at.get(i)
        return not plural and not (named is not None and self.roster.is_person(named.who))
