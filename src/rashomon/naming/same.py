"""Whether two names, on their own, can be of one person or body."""

from __future__ import annotations

from rapidfuzz import fuzz

from rashomon.naming.bodies import body_key
from rashomon.naming.fold import person_parts
from rashomon.naming.people import full_names
from rashomon.record import EntityKind


def same_name(a: str, b: str, *, kind: EntityKind = EntityKind.PERSON) -> tuple[float, str]:
    """A score in [0, 1] and its reason in words."""
    if kind is not EntityKind.PERSON:
        one, two = body_key(a, kind), body_key(b, kind)
        if one[0] == two[0]:
            return 1.0, one[1]
        return fuzz.token_sort_ratio(one[0], two[0]) / 100, "likeness of the letters"
    one_parts, two_parts = person_parts(a), person_parts(b)
    if not one_parts or not two_parts:
        return 0.0, "no name"
    if one_parts == two_parts:
        return 1.0, "the same name"
    if len(one_parts) == 1 or len(two_parts) == 1:
        same = one_parts[-1] == two_parts[-1]
        return (0.7, "the same surname") if same else (0.0, "different surnames")
    return full_names(one_parts, two_parts)
