"""Whom "the island's harbour master has told the Post" means, where the next paragraph lets him speak by name alone."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.lexicon import words
from rashomon.attribution.roster import Appearance, Roster
from rashomon.attribution.syntax import Syntax

WHY = "described first, named in the next paragraph"


def named_later(s: Syntax, roster: Roster, head: int, found: Sequence[Candidate]) -> Appearance | None:
    """The one newcomer who speaks in the next paragraph under a full name without a word of who they are.

    Who comes into an article by a bare name is somebody the reader has met: whoever was just described and speaks on.
    """
    if not _describes_one(s, head):
        return None
    here = s.paragraph[head]
    fresh = [a for a in roster.appearances if a.first > head and s.paragraph[a.head] <= here + 1]
    fresh = [a for a in fresh if roster.is_person(a.who) and not _met_before(s, roster, a, head)]
    if not fresh or s.paragraph[fresh[0].head] != here + 1 or len({a.who for a in fresh}) != 1:
        return None
    one = fresh[0]
    if len(roster.names[one.who].name.split()) < 2 or roster.names[one.who].titles or _is_introduced(s, one):
        return None
    speaks = any(s.within(x)[0].i == one.first and s.within(x)[-1].i == one.last for c in found for x in c.source)
    others = any(_describes_one(s, x) for x in range(head + 1, one.first))
    return one if speaks and not others else None


def _describes_one(s: Syntax, head: int) -> bool:
    """A role of one person, told as known: "the island's harbour master", "the captain of the Osprey"."""
    token = s.tokens[head]
    if token.tag != "NN" or token.dep not in ("nsubj", "ROOT") or s.child(head, "appos", "conj") is not None:
        return False
    low = token.text.lower()
    role = low in words("titles") or low in words("anonymous") or low == "master"
    first = s.tokens[s.first[head]].text.lower()
    return role and (first == "the" or s.child(head, "poss") is not None)


def _met_before(s: Syntax, roster: Roster, one: Appearance, head: int) -> bool:
    return any(a.who == one.who and a.first < head for a in roster.appearances)


def _is_introduced(s: Syntax, one: Appearance) -> bool:
    """Whether words beside the name say who that is: "aide Ann Lee", "Ann Lee, a lawyer", "Ann Lee of Elm"."""
    after = s.tokens[one.last + 1] if one.last + 1 < len(s.tokens) else None
    if after is not None and (after.text in (",", "(", "—", "–", "-", "'s", "’s") or after.pos == "ADP"):
        return True
    before = s.tokens[one.first - 1] if one.first else None
    return (
        before is not None and before.pos in ("NOUN", "PROPN", "ADJ") and before.head in range(one.first, one.last + 1)
    )
