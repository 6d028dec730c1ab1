"""Bodies, outlets, places and documents across articles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from rashomon.naming.clusters import Cluster, Join, Joined, Use, gather
from rashomon.naming.fold import fold
from rashomon.naming.wordlists import countries, nations, outlets
from rashomon.record import EntityKind

_NUMBERED = re.compile(r"\b(resolution|executive order|article|law|bill|directive|protocol)\b(?: no)? (\d[\w]*)$")
_LONGER = {"un": "united nations", "eu": "european union"}
_SMALL = frozenset(["of", "the", "for", "and", "in", "on", "to", "de", "la"])


def body_key(name: str, kind: EntityKind) -> tuple[str, str]:
    """What uses of one body share, and why that makes them one."""
    folded = fold(name)
    numbered = _NUMBERED.search(folded)
    if numbered and kind is not EntityKind.PLACE:
        return f"document {numbered[1]} {numbered[2]}", "the same document number"
    if folded in countries():
        return f"country {countries()[folded]}", "two names of one country"
    if folded in outlets() and kind in (EntityKind.OUTLET, EntityKind.ORGANISATION):
        return f"outlet {fold(outlets()[folded])}", "two names of one outlet"
    words = [_LONGER.get(word, word) for word in folded.split()]
    return " ".join(words), "the same name"


def join_bodies(uses: Sequence[Use]) -> list[Cluster]:
    joined = Joined(len(uses))
    by_key: dict[str, list[int]] = defaultdict(list)
    for k, use in enumerate(uses):
        key, reason = body_key(use.named.name, use.named.kind)
        if use.named.name.islower():
            # "the report", "critics": words, not a name, so they stand for something else in every article.
            key = f"{key} in {use.article}"
        by_key[key].append(k)
        first = by_key[key][0]
        joined.join(first, k, Join(use.named.name, uses[first].named.name, 1.0, reason))
    _join_acronyms(by_key, uses, joined)
    _join_shorter(by_key, uses, joined)
    _join_outlets(by_key, uses, joined)
    return gather(uses, joined)


def acronym(name: str) -> str:
    """The first letters of the words that count."""
    return "".join(word[0] for word in fold(name).split() if word not in _SMALL)


def _join_acronyms(by_key: dict[str, list[int]], uses: Sequence[Use], joined: Joined) -> None:
    longer: dict[str, set[int]] = defaultdict(set)
    for key, members in by_key.items():
        name = uses[members[0]].named.name
        if len(name.split()) > 2 and uses[members[0]].named.kind is not EntityKind.PLACE:
            longer[acronym(key)].add(members[0])
    for key in sorted(by_key):
        k = by_key[key][0]
        name = uses[k].named.name
        short = name.replace(".", "").removeprefix("the ").removeprefix("The ")
        found = longer.get(short.lower(), set())
        if len(short) > 2 and short.isupper() and len(found) == 1:
            (other,) = found
            joined.join(
                other, k, Join(name, uses[other].named.name, 0.9, "its first letters, and no other body has them")
            )


def _join_shorter(by_key: dict[str, list[int]], uses: Sequence[Use], joined: Joined) -> None:
    """ "the Foreign Ministry" is the Ruritanian one where the story has no other."""
    longer: dict[str, set[str]] = defaultdict(set)
    for key in by_key:
        words = key.split()
        for cut in (1, 2):
            before, rest = " ".join(words[:cut]), " ".join(words[cut:])
            if len(words) - cut >= 2 and (before in nations() or before in _LONGER.values()):
                longer[rest].add(key)
    for key in sorted(longer):
        if key in by_key and len(longer[key]) == 1:
            (other,) = longer[key]
            k, o = by_key[key][0], by_key[other][0]
            joined.join(
                o, k, Join(uses[k].named.name, uses[o].named.name, 0.85, "the only body of that name in the story")
            )


def _join_outlets(by_key: dict[str, list[int]], uses: Sequence[Use], joined: Joined) -> None:
    """ "the Courier" is the Tarn Courier where the story has no other outlet that ends so."""
    longer: dict[str, set[str]] = defaultdict(set)
    for key, members in by_key.items():
        words = key.split()
        if len(words) > 1 and uses[members[0]].named.kind is EntityKind.OUTLET and not key.startswith("outlet "):
            longer[words[-1]].add(key)
    for short in sorted(longer):
        if short in by_key and len(longer[short]) == 1:
            k = by_key[short][0]
            (other,) = longer[short]
            if uses[k].named.kind is EntityKind.OUTLET:
                o = by_key[other][0]
                joined.join(o, k, Join(uses[k].named.name, uses[o].named.name, 0.85, "the only outlet of that name"))
