"""Where the cue and the content of a proposal end: an article that slipped into the cue, a second report at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.acts import AGAINST
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import report_taken_up
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import source_phrase
from rashomon.language.parse import Token
from rashomon.record import Span

_SIGNED = re.compile(r"(?<=[\w\"”’])[.!?]\s+[–—―]\s?[A-Z][\w.’' ]{1,40}$")


def trimmed(s: Syntax, c: Candidate) -> Candidate:
    """The candidate with both edges where syntax puts them."""
    return _without_signature(s, _after_opposition(s, _without_later_report(s, _without_next(s, _with_bare_cue(s, c)))))


def _without_next(s: Syntax, c: Candidate) -> Candidate:
    """ "said the ferry will sail | and warned of fog": the same one's next report."""
    for k, x in enumerate(c.content):
        for token in s.within(x):
            if token.dep != "conj" or token.i <= c.head or report_taken_up(s, token.i) != c.head:
                continue
            end = token.i - 1
            while s.tokens[end].pos in ("ADV", "CCONJ", "PUNCT") and s.quote[end] < 0:
                end -= 1
            kept = s.span(s.token_at(x.start), end)
            if kept is not None and s.tokens[end + 1].i < token.i:
                return replace(c, content=[*c.content[:k], kept])
    return c


def _without_signature(s: Syntax, c: Candidate) -> Candidate:
    """ "... was shut. –The Courier": the name after the full stop and the dash signs the passage."""
    if not c.content:
        return c
    last = c.content[-1]
    signed = _SIGNED.search(s.text, last.start, last.end)
    return c if signed is None else replace(c, content=[*c.content[:-1], Span(last.start, signed.start())])


def _after_opposition(s: Syntax, c: Candidate) -> Candidate:
    """ "expressed its | disapproval of the toll": it is the toll that is disapproved of, not the disapproval."""
    first = s.within(c.content[0]) if c.content else []
    noun = s.child(c.head, "dobj")
    if not first or noun is None or s.lemma(noun) not in AGAINST or len(c.cue) != 1 or len(c.content) != 1:
        return c
    link = s.tokens[noun + 1]
    opens = first[0].i in (noun, s.first[noun]) and c.cue[0].end <= first[0].start <= c.cue[0].end + 1
    if not opens or link.text.lower() not in ("of", "to") or not link.end < first[-1].start:
        return c
    return replace(c, cue=[Span(c.cue[0].start, link.end)], content=[Span(link.end + 1, c.content[0].end)])


def _with_bare_cue(s: Syntax, c: Candidate) -> Candidate:
    """The "a" of "outlined a | dark vision" belongs to what comes after it."""
    if not c.cue or not c.content or s.tokens[c.head].pos == "DET":
        return c
    last = s.within(c.cue[-1])[-1]
    k = next((n for n, x in enumerate(c.content) if 0 <= x.start - last.end <= 2), None)
    if last.pos != "DET" or last.dep not in ("det", "predet") or last.start == c.cue[-1].start:
        return c
    if k is None:
        return _with_subject_after(s, c, last)
    cue = Span(c.cue[-1].start, s.tokens[last.i - 1].end)
    content = [Span(last.start, x.end) if n == k else x for n, x in enumerate(c.content)]
    return replace(c, cue=[*c.cue[:-1], cue], content=content)


def _with_subject_after(s: Syntax, c: Candidate, article: Token) -> Candidate:
    """`"...," reads the | statement`: the article begins the source."""
    subject = article.head
    if s.tokens[subject].dep != "nsubj" or s.tokens[subject].head != c.head or subject < article.i:
        return c
    source = source_phrase(s, subject, c.head)
    cue = Span(c.cue[-1].start, s.tokens[article.i - 1].end)
    if source is None or any(source.overlaps(x) for x in c.content) or source.overlaps(cue):
        return c
    return replace(c, source=[source], cue=[*c.cue[:-1], cue], subject=subject)


def _without_later_report(s: Syntax, c: Candidate) -> Candidate:
    """ "denied that, saying the bridge was open": what hangs on the cue itself is the next thing said."""
    for token in (t for x in c.content for t in s.within(x)):
        if token.tag != "VBG" or token.dep != "advcl" or token.head != c.head or not is_speech_word(s.lemma(token.i)):
            continue
        comma = s.tokens[token.i - 1]
        cut = [Span(x.start, min(x.end, comma.start)) for x in c.content if x.start < comma.start]
        if comma.text == "," and cut:
            return replace(c, content=cut)
    return c


def without_half(s: Syntax, c: Candidate, by_head: dict[int, Candidate]) -> Candidate:
    """`"...," he said, referring to | the toll |, "..."`: the second half is what he said, not what he referred to."""
    above = by_head.get(s.tokens[c.head].head)
    if s.tokens[c.head].tag != "VBG" or above is None or not above.frame.startswith("quote") or len(above.content) < 2:
        return c
    last = c.content[-1]
    half = next((h for h in above.content if c.start < last.start < h.start < last.end), None)
    kept = None if half is None else s.span(s.token_at(last.start), s.token_at(half.start) - 1)
    return c if kept is None else replace(c, content=[*c.content[:-1], kept])


def through_report(c: Candidate, rule: Candidate, model: Sequence[Candidate]) -> Candidate:
    """ "said Roe was right | when he said that ...": what is told inside belongs to what is told."""
    if len(c.content) != 1 or len(rule.content) != 1:
        return c
    mine, whole = c.content[0], rule.content[0]
    if abs(mine.start - whole.start) > 1 or whole.end <= mine.end:
        return c
    inner = [o for o in model if o.head != c.head and o.cue and mine.end <= o.cue[0].start < whole.end]
    spans = [x for o in inner for x in (*o.source, *o.cue, *o.content)]
    if not inner or any(x.start < mine.end or x.end > whole.end + 2 for x in spans):
        return c
    return replace(c, content=[Span(mine.start, max(whole.end, *(x.end for x in spans)))])
