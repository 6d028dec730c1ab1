"""Who the labels of a transcript stand for: "THE CHAIR" who says "I am Ann Lee", "MS. LEE"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.roster import Appearance, Roster
from rashomon.attribution.syntax import Syntax

_FORM = re.compile(r"(?:MRS?|MS|MISS|Mrs?|Ms|Miss)\.? [A-Z][\w’'-]+")
_I_AM = re.compile(r"\b(?:I am|I[’']m|[Mm]y name is) (?=[A-Z])")


def introduced(s: Syntax, roster: Roster, found: Sequence[Candidate]) -> dict[str, Appearance]:
    """The person that each turn's label names itself as; a label that names itself as two people is nobody's."""
    said: dict[str, dict[int, Appearance]] = {}
    for c in found:
        if c.frame != "turn" or not c.source:
            continue
        label = said.setdefault(s.words(c.source[0]), {})
        for span in c.content:
            for m in _I_AM.finditer(s.text, span.start, span.end):
                one = roster.at.get(s.token_at(m.end()))
                if one is not None and one.span.start == m.end() and roster.is_person(one.who):
                    label[one.who] = one
    return {label: next(iter(people.values())) for label, people in said.items() if len(people) == 1}


def addressed_form(text: str) -> bool:
    """Whether a source reads "MS. LEE" or "Mr. Lee": a form of address and a surname, nothing else."""
    return bool(_FORM.fullmatch(text))
