"""Candidates that the words show and the parse misses: garden paths, and reports set between two commas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import cue_span, is_unreal, subject_of, verb_group
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import features, source_phrase
from rashomon.record import Span

# How often such a candidate is right on the train part; too few are wrong for weights to learn from.
_FLAT = 0.75
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = ("ccomp", "xcomp", "oprd", "parataxis")
# What may stand between a verb of saying and its "that": "confirmed on Thursday that", "told the Post that".
_BETWEEN = frozenset({"ADP", "PROPN", "NOUN", "DET", "ADV", "ADJ", "PRON", "NUM", "PART"})


def repaired_candidates(s: Syntax) -> Iterator[Candidate]:
    """Verbs of saying whose clause the parser hung elsewhere."""
    for token in s.tokens:
        if token.tag not in ("VBD", "VBZ", "VBP", "VBN") or token.pos not in ("VERB", "AUX"):
            continue
        if not is_speech_word(s.lemma(token.i)) or s.child(token.i, *_CLAUSES) is not None:
            continue
        found = _that(s, token.i) or _between_commas(s, token.i)
        if found is not None:
            yield found


def _that(s: Syntax, v: int) -> Candidate | None:
    """ "A staffer of one of the parties confirmed that ...", where the parser took the verb for a participle."""
    first, last = s.sentence(v)
    that = next((i for i in range(v + 1, min(v + 7, last)) if s.tokens[i].text.lower() == "that"), None)
    if that is None or s.tokens[that].pos != "SCONJ" or s.quote[v] != s.quote[that] or s.tokens[that + 1].text == ",":
        return None
    if any(s.tokens[i].pos not in _BETWEEN for i in range(v + 1, that)):
        return None
    if v < s.tokens[s.tokens[that].head].head < that:  # "repeated the claim that": the noun's clause
        return None
    subject, how = subject_of(s, v)
    if s.tokens[v].tag == "VBN" and (subject is None or how != "own"):
        if any(s.tokens[i].tag in _FINITE or s.tokens[i].dep in ("aux", "auxpass") for i in range(first, v)):
            return None
        source = s.span(first, v - 1)
        subject, how = _first_noun(s, first, v), "flat"
    else:
        source = None if subject is None else source_phrase(s, subject, v)
    content = s.span(that, last)
    if source is None or content is None or source.overlaps(content):
        return None
    return replace(_candidate(s, "flat_that", v, source, [content], subject, how), sure=_FLAT)


def _first_noun(s: Syntax, first: int, v: int) -> int | None:
    return next(
        (i for i in range(first, v) if s.tokens[i].pos in ("NOUN", "PROPN", "PRON") and s.tokens[i].dep != "compound"),
        None,
    )


def _between_commas(s: Syntax, v: int) -> Candidate | None:
    """ "During the talks, a source told the Post, the envoy found out ...": what stands around is the content."""
    if s.tokens[v].tag == "VBN":
        return None
    subject = s.child(v, "nsubj")
    if subject is None or subject > v:
        return None
    first, last = s.sentence(v)
    begin = s.first[subject]
    end = v
    while (
        end < last
        and s.tokens[end + 1].text not in (",", "—", "–", ".", ";", ":")
        and s.tokens[end + 1].tag not in _FINITE
    ):
        end += 1
    if end - v > 8 or begin <= first or end >= last or s.tokens[end + 1].text != "," or s.tokens[begin - 1].text != ",":
        return None
    after = s.span(end + 2, last)
    if after is None or not any(s.tokens[i].tag in _FINITE for i in range(end + 2, last + 1)):
        return None
    start = begin - 1
    while start > first and s.tokens[start - 1].pos != "CCONJ":
        start -= 1
    before = s.span(start, begin - 2)
    content = [x for x in (before, after) if x is not None]
    source = source_phrase(s, subject, v)
    if source is None or any(source.overlaps(x) for x in content):
        return None
    return _candidate(s, "between", v, source, content, subject, "own")


def _candidate(
    s: Syntax, frame: str, v: int, source: Span, content: list[Span], subject: int | None, how: str
) -> Candidate:
    lemma = s.lemma(v)
    cue = cue_span(s, v)
    if any(cue[0].overlaps(x) for x in (source, *content)) if cue else True:
        first, last = verb_group(s, v)
        own = s.span(first, last)
        cue = [own if own is not None and not own.overlaps(source) else Span(s.tokens[v].start, s.tokens[v].end)]
    traits = features(s, v, frame, lemma, subject, how, content)
    return Candidate(frame, lemma, v, [source], cue, content, subject, unreal=is_unreal(s, v), features=traits)
