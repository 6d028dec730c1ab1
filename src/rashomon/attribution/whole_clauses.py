"""Contents that stop before the clause they were to tell of, and long subjects that a trailing verb of saying lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENERS = frozenset({"after", "before", "when", "while", "once", "if", "although", "though", "because", "since", "as"})
# What may stand between "that" and "soon after": "that in December 2016, just".
_SETTING = frozenset({"ADP", "PROPN", "NOUN", "NUM", "DET", "ADV", "ADJ", "PUNCT", "SCONJ"})
_FURTHEST = 12
_OPENING = frozenset({"det", "predet", "amod", "compound", "poss", "nummod", "nmod"})
_NEAR = 6


def whole(s: Syntax, c: Candidate) -> Candidate:
    """The candidate with its whole clause and its whole source, where the words show that some of it is missing."""
    return _with_whole_phrases(s, _with_long_subject(s, _with_main_clause(s, c)))


def _with_whole_phrases(s: Syntax, c: Candidate) -> Candidate:
    """No source or content ends on "the", "last" or "in" with their noun left outside."""
    taken = [*c.source, *c.cue, *c.content]
    return replace(
        c,
        source=[_whole_phrase(s, x, [y for y in taken if y != x]) for x in c.source],
        content=[_whole_phrase(s, x, [y for y in taken if y != x]) for x in c.content],
    )


def _whole_phrase(s: Syntax, span: Span, taken: Sequence[Span]) -> Span:
    """The span up to the noun its last words belong to, or without them where that noun is somebody else's."""
    tokens = s.within(span)
    end = _phrase_end(s, tokens[-1].i) if tokens else None
    if end is None:
        return span
    longer = Span(span.start, s.tokens[end].end)
    if s.quote[tokens[-1].i] == s.quote[end] and not any(longer.overlaps(y) for y in taken):
        return longer
    kept = list(tokens)
    while len(kept) > 1 and _phrase_end(s, kept[-1].i) is not None:
        kept.pop()
    return Span(span.start, kept[-1].end)


def _phrase_end(s: Syntax, i: int) -> int | None:
    """Where the phrase ends that word ``i`` opens, or None where it opens none."""
    token = s.tokens[i]
    if token.pos == "PROPN":
        return None  # a name is whole, whatever the parser hangs it on
    if token.dep in _OPENING and i < token.head <= i + _NEAR and s.tokens[token.head].sent == token.sent:
        return token.head
    if token.dep in ("prep", "dative"):
        noun = s.child(i, "pobj")
        return s.last[noun] if noun is not None and i < noun <= i + _NEAR else None
    return None


def _with_main_clause(s: Syntax, c: Candidate) -> Candidate:
    """ "denied that, soon after he took office, | she resigned": the clause that was denied comes after the comma."""
    last = c.content[-1]
    tokens = s.within(last)
    if not tokens or tokens[0].text.lower() != "that" or any(x.start > last.start for x in (*c.cue, *c.source)):
        return c
    opener = next((t for t in tokens[1:_FURTHEST] if t.text.lower() in _OPENERS), None)
    if opener is None or any(t.pos not in _SETTING for t in tokens[1 : opener.i - tokens[0].i]):
        return c
    finite = [t for t in tokens if t.tag in _FINITE and t.dep not in ("relcl", "aux")]
    subject = s.child(finite[0].i, "nsubj", "nsubjpass") if len(finite) == 1 else None
    if subject is None or s.first[subject] != opener.i + 1:  # not "after the storm | the ferry sank"
        return c
    end = s.sentence(tokens[0].i)[1]
    comma = tokens[-1].i + 1
    if (
        comma >= end
        or s.tokens[comma].text != ","
        or s.tokens[comma + 1].pos == "CCONJ"
        or not _has_clause(s, comma + 1, end)
    ):
        return c
    longer = s.span(tokens[0].i, end)
    if longer is None or s.quote[tokens[0].i] != s.quote[s.token_at(longer.end - 1)]:
        return c
    return replace(c, content=[*c.content[:-1], longer])


def _has_clause(s: Syntax, first: int, last: int) -> bool:
    return any(
        s.tokens[k].dep in ("nsubj", "nsubjpass") and first <= s.tokens[k].head <= last and s.tokens[k].tag != "WDT"
        for k in range(first, last + 1)
    )


def _with_long_subject(s: Syntax, c: Candidate) -> Candidate:
    """ "The bridge was sold, recordings of the mayor and his aide Jan Roe | indicate.": recordings do, not Roe.

    Told by a content without a verb between the comma and the source: nobody reports a noun in this order.
    """
    if len(c.source) != 1 or len(c.cue) != 1 or len(c.content) != 1 or c.content[0].end > c.source[0].start:
        return c
    source, cue, content = s.within(c.source[0]), s.within(c.cue[0]), s.within(c.content[0])
    if not (source and cue and content) or source[-1].i + 1 != cue[0].i or content[-1].i + 1 != source[0].i:
        return c
    first, last = s.sentence(cue[-1].i)
    trails = all(t.text in ".!?" or t.text.isspace() for t in s.tokens[cue[-1].i + 1 : last + 1])
    if not trails or not is_speech_word(s.lemma(c.head)) or any(t.tag in _FINITE for t in content):
        return c
    comma = next((i for i in range(content[0].i, first, -1) if s.tokens[i].text == ","), None)
    if comma is None or any(s.tokens[i].tag in _FINITE for i in range(comma, cue[0].i)):
        return c
    said, told_by = s.span(first, comma - 1), s.span(comma + 1, source[-1].i)
    if said is None or told_by is None or not any(t.tag in _FINITE for t in s.within(said)):
        return c
    return replace(c, source=[told_by], content=[said], subject=_head_noun(s, told_by))


def _head_noun(s: Syntax, phrase: Span) -> int | None:
    """The last noun before the phrase's first preposition; the parse, astray here, does not tell."""
    tokens = s.within(phrase)
    stop = next((k for k, t in enumerate(tokens) if t.pos == "ADP"), len(tokens))
    nouns = [t.i for t in tokens[:stop] if t.pos in ("NOUN", "PROPN")]
    return nouns[-1] if nouns else None
