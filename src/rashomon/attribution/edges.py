"""Where the cue and the content of a proposal end: an article that slipped into the cue, a second report at the end."""

from __future__ import annotations

from dataclasses import replace

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span


def trimmed(s: Syntax, c: Candidate) -> Candidate:
    """The candidate with both edges where syntax puts them."""
    return _without_later_report(s, _with_bare_cue(s, c))


def _with_bare_cue(s: Syntax, c: Candidate) -> Candidate:
    """The "a" of "outlined a | dark vision" belongs to what comes after it."""
    if not c.cue or not c.content or s.tokens[c.head].pos == "DET":
        return c
    last = s.within(c.cue[-1])[-1]
    k = next((n for n, x in enumerate(c.content) if 0 <= x.start - last.end <= 2), None)
    if last.pos != "DET" or last.dep not in ("det", "predet") or last.start == c.cue[-1].start or k is None:
        return c
    cue = Span(c.cue[-1].start, s.tokens[last.i - 1].end)
    content = [Span(last.start, x.end) if n == k else x for n, x in enumerate(c.content)]
    return replace(c, cue=[*c.cue[:-1], cue], content=content)


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
