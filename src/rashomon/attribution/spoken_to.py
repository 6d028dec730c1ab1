"""Contents without the one spoken to: "told | him | he was right", "said about the toll | to the envoy"."""

from __future__ import annotations

from dataclasses import replace

from rashomon.attribution.addressed import addressee_of, told_about
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span

# What a content may begin with once the one spoken to is gone.
_TOPICS = frozenset({"about", "on", "of", "regarding", "over", "against", "that", "whether", "how", "why", "what"})


def without_addressee(s: Syntax, c: Candidate) -> Candidate:
    """The candidate whose content begins after, or ends before, the one spoken to."""
    if not c.content or c.frame.startswith(("quote", "turn", "dash", "block")):
        return c
    return _without_last(s, _without_first(s, c))


def _without_first(s: Syntax, c: Candidate) -> Candidate:
    first = c.content[0]
    tokens = s.within(first)
    to = addressee_of(s, c) if s.is_verb(c.head) else _after_to(s, c)
    if to is None or not tokens or s.first[to] != tokens[0].i or to <= c.head:
        return c
    after = s.tokens[to + 1] if to + 1 < len(s.tokens) else s.tokens[to]
    clause = s.child(c.head, "ccomp")
    begins = after.text.lower() in _TOPICS or (clause is not None and s.first[clause] == after.i)
    if not begins or not first.start < after.start < first.end or s.quote[after.i] != s.quote[c.head]:
        return c
    return replace(c, content=[Span(after.start, first.end), *c.content[1:]])


def _after_to(s: Syntax, c: Candidate) -> int | None:
    """Who is spoken to in "Roe's comments to | Lee about the toll"."""
    last = s.within(c.cue[-1])[-1] if c.cue else None
    if last is None or last.text.lower() != "to" or last.head != c.head:
        return None
    return s.child(last.i, "pobj")


def _without_last(s: Syntax, c: Candidate) -> Candidate:
    """ "said about | the toll to the envoy": the toll."""
    to = told_about(s, c.head)
    last = c.content[-1]
    if to is None or not last.start < s.tokens[to].start < last.end or not _ends_with(s, c, to):
        return c
    preposition = s.tokens[to].head
    kept = _up_to(last, s.tokens[preposition].start, s.text)
    return c if kept is None else replace(c, content=[*c.content[:-1], kept])


def _ends_with(s: Syntax, c: Candidate, to: int) -> bool:
    """Whether only the one spoken to, and at most when or where, ends the content."""
    if c.content[-1].end <= s.tokens[to].end:
        return True
    after = s.tokens[to + 1]
    return after.dep == "prep" and after.head == c.head


def _up_to(span: Span, where: int, text: str) -> Span | None:
    end = span.start + len(text[span.start : where].rstrip())
    return Span(span.start, end) if end > span.start else None
