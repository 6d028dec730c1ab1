"""One statement made ready for comparing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.record import Act, AttributionRow, Polarity, Precision, Span
from rashomon.relating.affiliation import nations_in
from rashomon.relating.clauses import trimmed
from rashomon.relating.ids import short
from rashomon.relating.marks import amounts_of, marks_of
from rashomon.relating.negation import (
    anothers,
    called_false,
    denied_stems,
    negated_stems,
    refuted,
    supposed_stems,
    wished_stems,
)
from rashomon.relating.people import People
from rashomon.relating.pile import Told
from rashomon.relating.proposition import Proposition
from rashomon.relating.wordlists import irregular, listed
from rashomon.relating.words import Word, words_of

WISHES = frozenset({Act.DEMAND, Act.ASK, Act.INTEND})
# To deny or confirm what others say is to say of it that it is so, or not.
STANDS_FOR = frozenset({Act.DENY, Act.CONFIRM, Act.AGREE})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our", "ours"})
_THIRD = frozenset({"he", "she", "they", "him", "her", "his", "their", "them", "it", "its"})
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ne|de|ght|ld|pt)\b.{0,60}?\bby\b"
)
_QUESTION = re.compile(r"\?[\"”’')\]]*$")
_INFINITIVE = re.compile(r"^[\"“‘']?(?:not\s+)?to\s", re.IGNORECASE)
_CLAUSE = re.compile(r"^[\"“‘']?that\s", re.IGNORECASE)
# "how it came about" asks or points; it does not say that it did.
_OPEN = re.compile(r"^[\"“‘']?(?:whether|how|why|what|where|when)\s", re.IGNORECASE)
# "all drivers to slow down": what somebody is to do.
_TO_DO = re.compile(r"^[\"“‘']?(?:\w+\s+){1,3}to\s+\w+", re.IGNORECASE)
_DONE = re.compile(r"[^\W\d_]{2,}ed$")
_PRESENT = re.compile(r"[^\W\d_]{3,}[^\W\d_s]s$")
_OBJECT = frozenset(
    ["the", "a", "an", "no", "any", "its", "his", "her", "their", "our", "my", "this", "these", "nothing"]
)
_BEFORE_NOUN = frozenset(["the", "a", "an", "of", "by", "his", "her", "its", "their", "for", "to", "in", "on"])
_YEAR = re.compile(r"\d{4}|[’']\d\d")
_MONTH = re.compile(r"\d{4}-\d\d(?:-\d\d)?$")

# So many words to both sides of a date tell what it is the date of.
NEAR = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a statement stands: what is compared, what is shown as evidence, what it is said about (``about``: the
    words a "which" stands for), and which of it its source only passes on as the words of others (``passed``)."""

    spans: tuple[Span, ...]
    whole: bool = False
    shown: tuple[Span, ...] = ()
    about: tuple[Span, ...] = ()
    passed: tuple[Span, ...] = ()


def make(told: Told, people: People, piece: Piece, row: AttributionRow | None) -> Proposition:
    """The statement of one attribution, or of the article itself."""
    text = told.article.text
    spans = (
        tuple(s for s in (trimmed(text, span.start, span.end) for span in piece.spans) if s is not None) or piece.spans
    )
    against = _against(row)
    start, words_against = refuted(" ".join(span.of(text) for span in spans)) if len(spans) == 1 else (0, "")
    if start and not piece.shown:
        piece = replace(piece, spans=spans, shown=spans)
        spans = (Span(spans[0].start + start, spans[0].end),)
        against = "" if against else f"“{words_against}”"
    said = " ".join(span.of(text) for span in (*piece.about, *spans))
    untrue = called_false(said)
    if untrue:
        against = "" if against else f"called {untrue}"
    return _compared(told, people, piece, row, spans, said, against, untrue)


def _compared(
    told: Told,
    people: People,
    piece: Piece,
    row: AttributionRow | None,
    spans: tuple[Span, ...],
    said: str,
    against: str,
    untrue: str,
) -> Proposition:
    words = [word for span in (*piece.about, *spans) for word in told.words_in(span)]
    mentions = [found for span in (*piece.about, *spans) for found in people.within(told.id, span)]
    inside = [span for span, _ in mentions]
    weighty = [w for w in words if w.weighty and not any(m.start <= w.start < m.end for m in inside)]
    names = frozenset(entity for _, entity in mentions)
    meant = _meant(told, people, spans[0], [w.plain for w in words], row)
    nations = {people.nation[e] for e in (*names, *meant) if e in people.nation} | set(nations_in(said))
    stems = tuple(dict.fromkeys(w.stem for w in weighty if w.plain != untrue and w.plain not in listed("hollow")))
    return Proposition(
        short("p", told.id, row.id if row is not None else "", *(f"{s.start}-{s.end}" for s in (*spans, *piece.shown))),
        told.id,
        spans,
        said,
        row.id if row is not None else None,
        row.source.entity if row is not None else None,
        stems,
        names,
        meant,
        frozenset(nations),
        marks_of(words),
        amounts_of(words),
        _days(told, spans, words),
        negated_stems(words),
        "asked" if _QUESTION.search(said) else _mood(told, row),
        against,
        row.said if row is not None else None,
        piece.whole,
        tuple(dict.fromkeys(entity for _, entity in mentions)),
        bool(_PASSIVE.search(said)),
        wished_stems(words, told.article.text),
        supposed_stems(words, told.article.text) | _passed(told, piece, row, weighty),
        bool(piece.shown) or is_clausal(said, words),
        piece.shown or (*piece.about, *spans),
        denied_stems(words),
        tuple(word.plain for word in words),
        frozenset(stems) | {f"@{name}" for name in names} | {f"#{nation}" for nation in nations},
        _told_on(told, row),
    )


def _told_on(told: Told, row: AttributionRow | None) -> str:
    for when in (row.said if row is not None else None, told.article.published):
        if when is not None and when.precision in (Precision.DAY, Precision.MINUTE):
            return when.value[:10]
    return ""


def _passed(told: Told, piece: Piece, row: AttributionRow | None, weighty: Sequence[Word]) -> frozenset[str]:
    """The weighty stems of what is passed on: of attributions inside, and of "the rival's claim that X" in words that
    neither deny nor confirm it."""
    passed = [*piece.passed]
    if row is None or row.act not in STANDS_FOR:
        for span in piece.spans:
            passed.append(Span(span.start + anothers(span.of(told.article.text)), span.end))
    return frozenset(w.stem for w in weighty if any(s.start <= w.start < s.end for s in passed))


def _against(row: AttributionRow | None) -> str:
    return "the source denies it" if row is not None and row.polarity is Polarity.DENY else ""


def _mood(told: Told, row: AttributionRow | None) -> str:
    if row is None:
        return "told"
    if row.polarity is Polarity.UNCLEAR:
        return "unclear"
    return "wish" if row.act in WISHES or _only_asked(told, row) else "told"


def _only_asked(told: Told, row: AttributionRow) -> bool:
    """Whether the saying itself is only asked for ("requested that she announce that X")."""
    at = told.sentence_at(row.cue[0].start) if row.cue else None
    if at is None:
        return False
    text, end = told.article.text, row.cue[0].start
    for word in reversed(told.words_in(Span(told.heard.sentences[at].start, end))[-4:]):
        if not text[word.end : end].isspace() or word.plain in ("and", "but", "or"):
            return False
        if word.plain in listed("wishing"):
            return True
        end = word.start
    return False


def is_clausal(said: str, words: Sequence[Word]) -> bool:
    """Whether the words make a statement: a clause with a verb of its own, not a thing or a wish."""
    if _INFINITIVE.match(said) or (_OPEN.match(said) and not said.rstrip("\"”’'").endswith("?")):
        return False
    if _CLAUSE.match(said):
        return True
    if words and words[0].plain in listed("speaking"):
        return True
    if words and words[0].plain.endswith("ing"):
        return False  # "including a new road": what hangs on a clause
    finite = any(word.plain in listed("finite") for word in words)
    if not finite and _TO_DO.match(said) and not any(_DONE.match(word.plain) for word in words[:4]):
        return False
    for k, word in enumerate(words[1:], 1):
        before = words[k - 1].plain
        if word.plain in listed("finite") or word.plain.endswith("n't"):
            return True
        if before in ("i", "we", "he", "she", "they", "you", "it") and word.weighty:
            return True
        after = words[k + 1].plain if k + 1 < len(words) else ""
        if after in _OBJECT and word.weighty and _PRESENT.match(word.plain) and before not in _BEFORE_NOUN:
            return True  # "the log contains no order"
        # "a long shot": an irregular form at the end is more often a noun.
        done = _DONE.match(word.plain) is not None or (word.plain in irregular() and k + 1 < len(words))
        if done and before not in _BEFORE_NOUN and after != "by":  # "damage done by hail" is a thing
            return True
    return False


def _meant(told: Told, people: People, span: Span, plain: Sequence[str], row: AttributionRow | None) -> frozenset[str]:
    """Entities that pronouns of the statement may stand for: the speaker for "we", those named just before for "he"."""
    out: set[str] = set()
    if row is not None and row.source.entity is not None and _FIRST.intersection(plain):
        out.add(row.source.entity)
    if _THIRD.intersection(plain):
        k = told.sentence_at(span.start)
        if k is not None:
            start = told.heard.sentences[max(0, k - 1)].start
            before = people.within(told.id, Span(start, max(start, span.start)))
            out.update(entity for _, entity in before[-3:])
    return frozenset(out)


def _days(told: Told, spans: Sequence[Span], words: Sequence[Word]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each date in the words, with the weighty stems that stand near it: what it is the date of."""
    out = []
    for time in told.heard.times:
        if time.edtf is None or not any(s.start <= time.start and time.end <= s.end for s in spans):
            continue
        before = [w for w in words if w.end <= time.start][-NEAR:]
        after = [w for w in words if w.start >= time.end][:NEAR]
        out.append((_as_told(time.text, time.edtf), frozenset(w.stem for w in (*before, *after) if w.weighty)))
    return tuple(out)


def _as_told(text: str, value: str) -> str:
    """The date without the year where the words name a month and no year: which one it is was only concluded."""
    if _YEAR.search(text) or not _MONTH.match(value) or not any(w.plain in listed("months") for w in words_of(text)):
        return value
    return "XXXX" + value[4:]
