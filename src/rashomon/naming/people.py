"""People across articles: full names first, then surnames that only one person bears."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.naming.clusters import Cluster, Join, Joined, Use, gather
from rashomon.naming.fold import fold, person_parts
from rashomon.naming.given import given_match, sound, surname_match

# Below this a pair of full names stays apart; 0.8 is one letter's difference in one part, the others equal.
ENOUGH = 0.8


def join_people(uses: Sequence[Use]) -> list[Cluster]:
    joined = Joined(len(uses))
    parts = [person_parts(use.named.name) for use in uses]
    by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k, words in enumerate(parts):
        by_name[words].append(k)
    full = sorted(words for words in by_name if len(words) > 1)
    for words in full:
        for k in by_name[words][1:]:
            joined.join(
                by_name[words][0],
                k,
                Join(uses[k].named.name, uses[by_name[words][0]].named.name, 1.0, "the same full name"),
            )
    _join_variants(full, by_name, uses, joined)
    _join_surnames(by_name, uses, joined)
    return gather(uses, joined)


def _join_variants(
    full: list[tuple[str, ...]], by_name: dict[tuple[str, ...], list[int]], uses: Sequence[Use], joined: Joined
) -> None:
    """Other spellings and short forms, where the pile leaves only one person they can be."""
    blocks: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in full:
        blocks[sound(words[-1])[:4]].append(words)
    for block in blocks.values():
        fits: dict[tuple[str, ...], list[tuple[float, str, tuple[str, ...]]]] = defaultdict(list)
        for a, b in combinations(block, 2):
            score, reason = full_names(a, b)
            if score >= ENOUGH:
                fits[a].append((score, reason, b))
                fits[b].append((score, reason, a))
        for a in sorted(fits):
            for score, reason, b in fits[a]:
                if _one_person([a, b, *(other for _, _, other in (*fits[a], *fits[b]))]):
                    one, two = by_name[a][0], by_name[b][0]
                    joined.join(one, two, Join(uses[one].named.name, uses[two].named.name, score, reason))


def _one_person(names: list[tuple[str, ...]]) -> bool:
    """Whether all these names can be of one person: "J. Smith" joins nobody where John and Jane Smith are told of."""
    return all(full_names(a, b)[0] >= ENOUGH for a, b in combinations(sorted(set(names)), 2))


def full_names(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str]:
    """How well two names of two words or more go together, and why."""
    surname, why = surname_match(a[-1], b[-1])
    if not surname:
        return 0.0, why
    given, how = given_match(a[0], b[0])
    if not given:
        return 0.0, how
    for x, y in zip(a[1:-1], b[1:-1], strict=False):
        if not given_match(x, y)[0]:
            return 0.0, "different middle names"
    reasons = [r for r in (how, why) if not r.startswith("the same")]
    return surname * given, " and ".join(reasons) or "the same given name and surname"


def _join_surnames(by_name: dict[tuple[str, ...], list[int]], uses: Sequence[Use], joined: Joined) -> None:
    bearers: dict[str, set[int]] = defaultdict(set)
    for words, members in by_name.items():
        if len(words) > 1:
            bearers[words[-1]].update(joined.root(k) for k in members)
    for words in sorted(w for w in by_name if len(w) == 1):
        # Each bearer with the titles that it is used with, those of its bare surname included as they are found.
        found = {joined.root(k): set[str]() for k in sorted(bearers[words[0]])}
        for root, titles in found.items():
            titles.update(title for k in joined.members(root) for title in _titles(uses[k]))
        lone: list[int] = []
        for k in by_name[words]:
            bearer, reason = _bearer(_titles(uses[k]), found)
            if bearer is None:
                lone.append(k)
            else:
                found[bearer].update(_titles(uses[k]))
                joined.join(bearer, k, Join(uses[k].named.name, uses[bearer].named.name, 0.9, reason))
        if not found:
            for k in lone[1:]:
                if _titles_agree(uses[lone[0]], uses[k]):
                    joined.join(
                        lone[0],
                        k,
                        Join(
                            uses[k].named.name, uses[lone[0]].named.name, 0.7, "the same surname, and no other bearer"
                        ),
                    )


def _bearer(titles: frozenset[str], found: dict[int, set[str]]) -> tuple[int | None, str]:
    """The one person a bare surname can stand for, by the pile, else by the titles it is used with."""
    if len(found) == 1:
        return next(iter(found)), "the only bearer of the surname in the story"
    fit = [root for root, theirs in found.items() if not titles.isdisjoint(theirs)]
    if len(fit) == 1:
        return fit[0], "the only bearer of the surname with this title"
    return None, ""


def _titles(use: Use) -> frozenset[str]:
    return frozenset(fold(title) for title in use.named.titles)


def _titles_agree(a: Use, b: Use) -> bool:
    """Whether two bare surnames may be one person; without a title on both sides nothing speaks against it."""
    return not _titles(a) or not _titles(b) or bool(_titles(a) & _titles(b))
