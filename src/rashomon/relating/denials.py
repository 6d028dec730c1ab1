"""What a denial denies: a statement that holds all the denial's words, said and not denied by somebody else.

A denial repeats what it denies in few words ("denied that the minister stopped the vote"), so that likeness, which asks
how much of both is shared, finds too little. But a denial presupposes that somebody said so; where an account holds
everything the denial names, about the same people, that is it.
"""

from __future__ import annotations

import re

from rashomon.relating.core import core_of, denied_core
from rashomon.relating.likeness import Weights
from rashomon.relating.proposition import Proposition
from rashomon.relating.roles import turned_round

# The share of the denial's weight that the other statement must hold.
HELD = 0.7
# Of the denial's own words; one rare or two common ones would fit too much.
LEAST_WORDS = 2
LONGEST = 9
# A source that denies something presupposes that it was said; a statement with a "not" in it often does not, so that it
# has to be this like the other (read on the stories of two corpora: below it, six of six were no denials of it).
OWN_WORDS = 0.55
# A denial that names nobody speaks of what its own article tells, unless it says this much.
ENOUGH_WORDS = 4
# Words of the other statement between the first and the last word it shares with the denial.
NEAR, NEAREST = 12, 5
# "There was no second report planned": whatever is told of a second report is denied.
_NOTHING_SUCH = re.compile(
    r"\bthere\s+(?:is|are|was|were|(?:has|have|had)\s+(?:never\s+)?been)\s+(?:no|never\s+an?|not\s+an?y?)\s+(?=\S)",
    re.I,
)
_DONE = re.compile(r"(?:ed|en)$")


def denies(denial: Proposition, other: Proposition, weights: Weights, score: float) -> str | None:
    """Why ``other`` is what ``denial`` speaks of, in words; None where it is not. ``score`` is their likeness."""
    if not is_denial(denial) or other.mood != "told" or denial.mood == "asked":
        return None
    if nothing_such(denial, other):
        return "the denial says that there was nothing such"
    words = [w for w in denied_core(denial) if w not in _evaluating(denial)]
    if not LEAST_WORDS <= len(words) <= LONGEST:
        return None
    held = [w for w in words if w in other.words]
    if len(held) < LEAST_WORDS or sum(map(weights.of, sorted(held))) < HELD * sum(map(weights.of, sorted(words))):
        return None
    # "was ordered to leave" asks for the leaving on both sides; only what the denial itself takes for done counts.
    unreal = [w for w in held if (w in other.wished and w not in denial.wished) or w in other.supposed]
    if 2 * len(unreal) > len(held) or any(w[0] == "~" for w in unreal) or denial.denied.intersection(unreal):
        return None
    if len(held) > LEAST_WORDS and turned_round(denial, other, held):
        return None
    if is_denial(other) and not _alike(denial, other, held):
        return None
    if not denial.against and (not denial.denied.intersection(held) or score < OWN_WORDS):
        return None
    if not _same_people(denial, other) or _spread(other, held) > (NEAR if len(held) > LEAST_WORDS else NEAREST):
        return None
    return "the denial names all that the other says"


def nothing_such(denial: Proposition, other: Proposition) -> bool:
    """Whether the denial says that there was no such thing at all, one told by its number from others of its kind
    ("no second report"), and the other tells of it."""
    opening = _NOTHING_SUCH.search(denial.text)
    if opening is None or len(denial.words) > LEAST_WORDS + 1 or other.mood != "told":
        return False
    if not any(denial.marks[t] & other.marks[t] for t in set(denial.marks) & set(other.marks)):
        return False
    thing = [w for w in denial.words if w in other.words]
    rest = [w for w in denial.run if _DONE.search(w)]
    if len(thing) < LEAST_WORDS or len(denial.words) - len(thing) > min(1, len(rest)):
        return False
    return (
        not other.denied.intersection(thing)
        and not (other.wished | other.supposed).intersection(thing)
        and (_spread(other, thing) <= NEAREST)
    )


def _alike(denial: Proposition, other: Proposition, held: list[str]) -> bool:
    """Whether two denials deny one thing: then the second has little else to say, or only points at what is told
    elsewhere at length ("denied the story")."""
    if other.against and other.shown != other.spans:
        return True
    return len(held) >= 0.6 * len(core_of(other))


def is_denial(p: Proposition) -> bool:
    """Whether its source stands against it, or its own words negate some of it."""
    return bool(p.against) or bool(p.denied.intersection(p.words))


def _evaluating(p: Proposition) -> frozenset[str]:
    """Words that judge and do not name."""
    return frozenset({"~false", "~true", "absurd", "nonsens", "technically", "flatly", "simply"})


def _same_people(denial: Proposition, other: Proposition) -> bool:
    """Whether all the denial names are in the other, themselves or through their nation; it has to name somebody."""
    names = denial.names | denial.meant
    if not names and not denial.nations:
        return denial.article == other.article or len(denial.words) >= ENOUGH_WORDS
    if (
        denial.article == other.article
        and other.against == ""
        and is_denial(other)
        and not (other.names or other.meant)
    ):
        return True  # a body and who speaks for it, one after the other
    if denial.names & (other.names | other.meant) or denial.meant & other.names:
        return True
    if not denial.names and not denial.nations and len(denial.words) > ENOUGH_WORDS:
        return True  # only pronouns, which may mean somebody named further back; its words say enough
    if denial.nations & other.nations:
        return True
    # "Resolution 12 was not our idea": the document is the same one, and nobody else is named.
    return not denial.names and any(denial.marks[t] & other.marks[t] for t in set(denial.marks) & set(other.marks))


def _spread(other: Proposition, held: list[str]) -> int:
    """How many words of the other lie between the words it shares."""
    places = [k for k, word in enumerate(other.words) if word in held]
    return places[-1] - places[0] if places else 0
