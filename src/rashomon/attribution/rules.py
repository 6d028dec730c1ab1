"""Attribution by rules alone: syntax, quotation marks and layout, weighed by what is known about cue words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.attribution.acts import is_denial
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.dismissals import dismissal_candidates
from rashomon.attribution.layout import layout_candidates
from rashomon.attribution.nouns import noun_candidates
from rashomon.attribution.phrases import phrase_candidates
from rashomon.attribution.repairs import repaired_candidates
from rashomon.attribution.speech import speech_candidates
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import verb_candidates
from rashomon.attribution.weights import Weights, weights

# Best full F1 on the train part.
ENOUGH = 0.42
# Too weak to stand alone, but good enough to say where the content of a cue ends that a model found.
DOUBTFUL = 0.05
# A missed denial is worse than one too many.
ENOUGH_DENIAL = 0.05


def candidates(s: Syntax, lexicon: Weights) -> Iterator[Candidate]:
    """Everything the rules can see, one candidate for each cue: quotations before syntax."""
    taken: set[int] = set()
    for found in (
        layout_candidates(s),
        speech_candidates(s, lexicon.speaks),
        phrase_candidates(s),
        dismissal_candidates(s),
        repaired_candidates(s),
        verb_candidates(s),
        noun_candidates(s, lexicon.nouns),
    ):
        for candidate in found:
            if candidate.head not in taken and candidate.content:
                taken.add(candidate.head)
                yield candidate


def weighed(s: Syntax, enough: float = ENOUGH) -> list[Candidate]:
    """The candidates that can be trusted at least ``enough``, each with its trust."""
    lexicon = weights()
    out: list[Candidate] = []
    for c in candidates(s, lexicon):
        trust = c.sure if c.sure is not None else lexicon.trust(c.features)
        if trust >= (min(enough, ENOUGH_DENIAL) if is_denial(s, c) else enough):
            out.append(replace(c, trust=round(trust, 3)))
    return out if enough < ENOUGH else [c for c in out if not any(_outdone(c, o) for o in out)]


def _outdone(c: Candidate, other: Candidate) -> bool:
    """Whether another reading of the same words ("promised | to open it", "promised to open | it") is trusted more."""
    return c.trust < other.trust and any(x.overlaps(y) for x in c.cue for y in other.cue)
