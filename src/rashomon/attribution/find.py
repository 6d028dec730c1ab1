"""Who said what in one parsed text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.acts import act_of, hedges_of, polarity_of
from rashomon.attribution.addressed import addressee_of, occasion_of
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.merge import merged
from rashomon.attribution.nesting import parents_of
from rashomon.attribution.quotes import quotation_of
from rashomon.attribution.referring import referent_of
from rashomon.attribution.rules import DOUBTFUL, weighed
from rashomon.attribution.speakers import Speakers
from rashomon.attribution.syntax import Syntax
from rashomon.language.parse import Parse
from rashomon.ports import Tagger
from rashomon.record import Act, Attribution, Named, Quotation

NOBODY = "said by nobody, not a report"
_NOBODY = frozenset({"nobody", "no one", "no-one", "none"})
UNREAL = "conditional or hypothetical, not a report"


def find(
    parse: Parse, *, tagger: Tagger | None, names: Sequence[Named], writer: str = ""
) -> tuple[list[Attribution], Counter[str]]:
    """Attributions in text order, nested ones with ``inside`` set, and how many were left out for which reason.

    ``names`` is the article's cast, which speakers are resolved against. Without a ``tagger`` the rules stand alone.
    ``writer`` is who says "I" outside quotation marks, where one author signs an opinion.
    """
    s = Syntax(parse)
    dropped: Counter[str] = Counter()
    found = []
    for candidate in _candidates(s, tagger):
        if candidate.unreal:
            dropped[UNREAL] += 1
        elif any(s.words(x).lower() in _NOBODY for x in candidate.source):
            dropped[NOBODY] += 1
        else:
            found.append(candidate)
    found.sort(key=lambda c: (min(x.start for x in (*c.source, *c.cue, *c.content)), c.start, -c.size))
    return _described(s, found, names, writer), dropped


def _candidates(s: Syntax, tagger: Tagger | None) -> list[Candidate]:
    """The rules' own, or one list with the model's; beside a model the rules' doubtful ones still mend boundaries."""
    if tagger is None:
        return weighed(s)
    return merged(s, weighed(s, DOUBTFUL), tagger.propose(s.text)) or weighed(s)


def _described(s: Syntax, found: list[Candidate], names: Sequence[Named], writer: str) -> list[Attribution]:
    """The candidates as attributions, each parent made before what it holds."""
    parents = parents_of(found)
    speakers = Speakers(s, names, found, parents, writer)
    said_by = [speakers.of(k) for k in range(len(found))]
    acts = [act_of(s, c) for c in found]
    voices = [speaker.name if speaker else "" for speaker in said_by]
    made: dict[int, Attribution] = {}

    def make(k: int) -> Attribution:
        if k not in made:
            parent = parents[k]
            plain = _describe(s, found[k], acts[k], speakers)
            made[k] = replace(
                plain,
                inside=None if parent is None else make(parent),
                speaker=said_by[k],
                refers_to=referent_of(s, k, found, acts, voices),
            )
        return made[k]

    return [make(k) for k in range(len(found))]


def _describe(s: Syntax, c: Candidate, act: Act, speakers: Speakers) -> Attribution:
    """What can be told from the candidate alone."""
    to = addressee_of(s, c)
    addressed = None if to is None else s.core(to)
    return Attribution(
        source=c.source,
        cue=c.cue,
        content=c.content,
        quotation=Quotation.DIRECT if c.frame == "turn" else quotation_of(s.quotes, c.content, s.text),
        act=act,
        polarity=polarity_of(s, c, act),
        hedges=hedges_of(s, c),
        addressee=None if to is None or addressed is None else speakers.name_of(to, addressed),
        addressed=[] if addressed is None else [addressed],
        occasion=occasion_of(s, c),
        confidence=c.trust,
    )
