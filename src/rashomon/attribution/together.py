"""Sources that are several: names joined by "and", and names joined with somebody who is not named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rashomon.attribution.roster import Appearance, Roster
from rashomon.attribution.syntax import Syntax
from rashomon.record import EntityKind


def is_group(roster: Roster, one: Appearance) -> bool:
    return roster.names[one.who].kind is EntityKind.GROUP


def named_pair(s: Syntax, roster: Roster, tokens: Sequence[int], inside: Sequence[Appearance]) -> list[Appearance]:
    """ "Leader Jo Roe (D) and assistant leader Ann Lee (D)": read off the words, since parses of it fail."""
    people = [one for one in inside if roster.is_person(one.who)]
    if len(people) < 2 or len({one.who for one in people}) < len(people):
        return []
    for one, other in pairwise(people):
        between = s.tokens[one.last + 1 : other.first]
        plain = all(t.pos in ("CCONJ", "NOUN", "PROPN", "ADJ", "PUNCT") and t.text != "," for t in between)
        if not plain or len(between) > 8 or sum(t.text.lower() == "and" for t in between) != 1:
            return []
    rest = [i for i in tokens if i > people[-1].last]
    return people if all(s.tokens[i].pos in ("PUNCT", "PROPN") for i in rest) else []


def with_others(s: Syntax, roster: Roster, head: int, tokens: Sequence[int]) -> bool:
    """ "Roe and her staff", "Roe and other Republicans"."""
    joined = [k for k in s.kids[head] if s.tokens[k].dep == "conj" and k in tokens]
    return any(k not in roster.at or is_group(roster, roster.at[k]) for k in joined)


def joint(s: Syntax, roster: Roster, head: int, inside: Sequence[Appearance]) -> list[Appearance]:
    """The names that the parse joins by "and", each once."""
    heads = {head}
    out: list[Appearance] = []
    for one in inside:
        token = s.tokens[one.head]
        if not is_group(roster, one) and (one.head == head or (token.dep == "conj" and token.head in heads)):
            heads.add(one.head)
            out.append(one)
    return out if len({a.who for a in out}) == len(out) else out[:1]
