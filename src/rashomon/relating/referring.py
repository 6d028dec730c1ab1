"""Which story "the story" is: words that only point at a statement, and the statement they point at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.record import Act, AttributionRow, Evidence, Polarity, Span
from rashomon.relating.pile import Told
from rashomon.relating.wordlists import listed

# "denied the story, as well": the one before denied the same.
_ALSO = re.compile(r"\b(?:also|as well|too|likewise|similarly)\b", re.IGNORECASE)
# "the story of the vote – first told by a rival": what follows the dash tells about the story.
_ASIDE = re.compile(r"\s[–—-]\s|,\s+(?=which\s|who\s|first\s)|\s\(")
# Only these acts say of what they point at that it is so, or is not; to denounce the remarks is to say neither.
_TRUTH = frozenset({Act.DENY, Act.CONFIRM, Act.AGREE})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
# How many sentences back a pointing word may reach.
BACK = 4


def referred(told: Told, row: AttributionRow, rows: Sequence[AttributionRow]) -> tuple[Span, ...] | None:
    """The spans of the statement that an attribution's content only points at; None where it states one itself or
    where it is not told which is meant."""
    if row.refers_to and row.act in _TRUTH and (not row.content or _points(told, row)):
        meant = row.refers_to[0]
        if row.act is Act.DENY and any(_same_source(row, r) for r in rows if _states(r, meant)):
            return None  # nobody denies with "the story" what they themselves have just said
        aside = _ASIDE.search(meant.text)
        return (Span(meant.start, meant.start + aside.start() if aside else meant.end),)
    if row.act is not Act.DENY or not row.content or not _points(told, row):
        return None
    at = told.sentence_at(row.content[0].start)
    if at is None:
        return None
    first = told.heard.sentences[max(0, at - BACK)].start
    before = [r for r in rows if r.content and first <= r.content[0].start < row.cue[0].start] if row.cue else []
    before = [r for r in before if r.id != row.id and not _points(told, r) and len(r.content[0].text) > 15]
    if not before:
        return None
    denials = [r for r in before if r.polarity is Polarity.DENY and r.source.entity != row.source.entity]
    sentence = told.heard.sentences[at].of(told.article.text)
    if _ALSO.search(sentence) and denials:
        return tuple(Span(e.start, e.end) for e in denials[-1].content)
    return None


def _states(row: AttributionRow, meant: Evidence) -> bool:
    """Whether the words meant are all that the attribution says."""
    return len(row.content) == 1 and row.content[0] == meant and row.polarity is Polarity.AFFIRM


def _same_source(one: AttributionRow, two: AttributionRow) -> bool:
    """Whether both have one entity as their source, or one place in the text, or one and the same pronoun."""
    if one.id == two.id:
        return False
    if one.source.entity is not None or two.source.entity is not None:
        return one.source.entity == two.source.entity
    if any(d.start < e.end and e.start < d.end for d in one.source.evidence for e in two.source.evidence):
        return True
    words = [{e.text.lower() for e in row.source.evidence} & _PRONOUNS for row in (one, two)]
    return bool(words[0] & words[1])


def _points(told: Told, row: AttributionRow) -> bool:
    """Whether the content is a bare "it" or "the story"."""
    words = [w.plain for e in row.content for w in told.words_in(Span(e.start, e.end))]
    return 0 < len(words) <= 4 and any(word in listed("nominal") for word in words)
