"""One list of attributions from the trained model's proposals and the rules' candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import is_unreal
from rashomon.attribution.syntax import Syntax
from rashomon.record import Attribution, Span

# Beside a model the rules only add what they are surer of: nested attributions, which the model was not taught.
ENOUGH_INSIDE = 0.65


def merged(s: Syntax, ruled: Sequence[Candidate], proposed: Sequence[Attribution]) -> list[Candidate]:
    """The model's attributions with what syntax knows of them, and the rules' inside them; without a model the rules'."""
    if not proposed:
        return list(ruled)
    by_head = {c.head: c for c in ruled}
    out = [linked(s, a, by_head) for a in proposed]
    heads = {c.head for c in out}
    for c in ruled:
        if c.head in heads or any(x.overlaps(y) for o in out for x in o.cue for y in c.cue):
            continue
        if c.trust >= ENOUGH_INSIDE and any(o.says(c.start) for o in out):
            out.append(c)
    return out


def linked(s: Syntax, proposal: Attribution, by_head: dict[int, Candidate]) -> Candidate:
    """A proposal with the head of its cue and of its source in the parse; the rules' shape where they saw it, too."""
    head = head_of(s, proposal.cue or proposal.content)
    subject = head_of(s, proposal.source) if proposal.source else None
    known = by_head.get(head)
    plain = Candidate("model", s.lemma(head), head, proposal.source, proposal.cue, proposal.content, subject)
    if known is not None:
        plain = replace(known, source=plain.source, cue=plain.cue, content=plain.content, subject=subject)
    else:
        plain = replace(plain, unreal=is_unreal(s, head))
    return replace(plain, trust=proposal.confidence)


def head_of(s: Syntax, spans: Sequence[Span]) -> int:
    """The token of the spans that governs the others: a verb before a noun, else the last one."""
    own = [t.i for span in spans for t in s.within(span)]
    inside = set(own)
    tops = [i for i in own if (s.tokens[i].head not in inside or s.tokens[i].head == i) and s.tokens[i].text[0].isalnum()]
    verbs = [i for i in tops if s.is_verb(i)]
    ranked = verbs or [i for i in tops if s.tokens[i].pos in ("NOUN", "PROPN", "PRON", "ADJ")] or tops or own
    return ranked[0] if ranked else 0
