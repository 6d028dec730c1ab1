"""What one speaker said, told by two articles in their own ways: one quotes it, another reports it or only a part.

One speaker in a story says much that is alike, so that all of the shorter telling has to be in the longer one, or
nearly all of what both tell apart from when.
"""

from __future__ import annotations

import re

from rashomon.relating.core import core_of
from rashomon.relating.likeness import Likeness
from rashomon.relating.proposition import Proposition
from rashomon.relating.roles import swapped

# So many stems that both share.
LEAST = 3
# The part of the shorter one's weight that both share, and how like they are: in what is much longer there is more than
# one statement, and each shorter one would be taken for all of it.
COVERED, LIKE = 0.88, 0.55
# Of the stems that do not tell when, the part of the shorter and of the longer statement.
CORE, LONGER_CORE = 0.75, 0.7
# What the entailer says follows from the longer telling needs to be less like it.
FOLLOWS, FOLLOWS_LIKE = 0.8, 0.42
# Said by two, each nearly following from the other and nearly all shared.
EACH, NEARLY, SHARED = 0.8, 0.5, 0.75
_ENDS = re.compile(r"[.!?][\"”’')\]]*\s+(?=\S)")


def retold(a: Proposition, b: Proposition, like: Likeness) -> str | None:
    """Why the two are one thing said by one speaker, in words; None where their words do not show it."""
    if not one_speaker(a, b) or len(like.shared) < LEAST:
        return None
    if like.cover >= COVERED and like.score >= LIKE:
        return "the same speaker, and all of the shorter account is in the longer one"
    one, two = set(core_of(a)), set(core_of(b))
    both = len(one & two)
    if both >= LEAST and both >= CORE * min(len(one), len(two)) and both >= LONGER_CORE * max(len(one), len(two)):
        return "the same speaker, and the same but for when"
    return None


def follows(a: Proposition, b: Proposition, like: Likeness, there: float, back: float) -> str | None:
    """The same where the entailer says that one follows from the other; ``there`` and ``back`` are how sure it is."""
    enough = len(like.shared) >= LEAST and like.score >= FOLLOWS_LIKE and like.cover >= COVERED
    if enough and max(there, back) >= FOLLOWS and one_speaker(a, b):
        return f"the same speaker, and one account follows from the other ({max(there, back):.2f})"
    if max(there, back) >= EACH and min(there, back) >= NEARLY and like.cover >= SHARED:
        return f"each nearly says the other ({min(there, back):.2f})"
    return None


def one_speaker(a: Proposition, b: Proposition) -> bool:
    """Whether two articles tell one sentence each of one known speaker, who means neither otherwise than told."""
    if a.voice is None or a.voice != b.voice or a.article == b.article:
        return False
    if (a.mood, b.mood) != ("told", "told") or bool(a.against) != bool(b.against) or swapped(a, b):
        return False
    return not (_ENDS.search(a.text) or _ENDS.search(b.text)) and not a.denied.symmetric_difference(b.denied)
