"""Sentences cut into the statements they make, by punctuation and the words that join clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.record import Span
from rashomon.relating.wordlists import listed
from rashomon.relating.words import words_of

# A cut is made only where both sides can stand alone: each has a verb that its own words show.
_JOINT = re.compile(
    r"\n\s*\n|(?:,|;|\s[–—-]|,?[\"”’])\s*(?:and|but|while|whereas|although|though|so|yet)\s+(?=\S)|;\s+|\s[–—]\s|"
    r",\s+(?=which\s|who\s|whom\s)|\s+and\s+(?=which\s|who\s)"
)
_DONE = re.compile(r"[^\W\d_]{2,}ed$")
# "GENEVA (Reuters) —" before a first sentence.
_DATELINE = re.compile(r"^[A-Z][A-Z.,’' ]{2,40}(?:,\s[A-Z][\w.]+)?\s*(?:\([A-Z]\w+\)\s*)?[–—-]+\s+(?=\S)")
# "that in May, soon after the vote, he sold the house": what comes before the main clause only tells when and how.
_FRONTED = re.compile(
    r"^[\"“‘']?(?:that\s+)?(?:(?:soon|shortly|just|right|even|only)\s+)?"
    r"(?:in|on|at|by|after|before|during|following|when|while|since|until|as|despite|although|though|amid)\s",
    re.IGNORECASE,
)
_MAIN = re.compile(r",\s+(?=(?:he|she|it|they|we|I)\s+\w)")
_HANGING = re.compile(r"[,;\s]+(?:and|but|or|while)\s*$")
LEAST_WORDS = 3


def clauses_of(text: str, span: Span) -> list[Span]:
    """The statements of one sentence or of a part of one, in order, without white space and joints at their ends."""
    cuts: list[tuple[int, int]] = []
    for match in _JOINT.finditer(text, span.start, span.end):
        start = cuts[-1][1] if cuts else span.start
        if (match.group().isspace() and "\n" in match.group()) or (
            _stands(text, start, match.start()) and _stands(text, match.end(), span.end)
        ):
            cuts.append((match.start(), match.end()))
    edges = [span.start, *(at for cut in cuts for at in cut), span.end]
    pieces = [trimmed(text, edges[k], edges[k + 1]) for k in range(0, len(edges), 2)]
    return [piece for piece in pieces if piece is not None]


def main_clause(text: str, clause: Span) -> Span | None:
    """The clause after what is put before it, where it begins with a pronoun; None where nothing is put before it."""
    if _FRONTED.match(clause.of(text)) is None:
        return None
    for match in reversed(list(_MAIN.finditer(text, clause.start, clause.end))):
        if sum(word.weighty for word in words_of(text, match.end(), clause.end)) >= LEAST_WORDS:
            return trimmed(text, match.end(), clause.end)
    return None


def _stands(text: str, start: int, end: int) -> bool:
    words = words_of(text, start, end)
    if sum(word.weighty for word in words) < LEAST_WORDS - 1 or len(words) < LEAST_WORDS:
        return False
    if _DONE.match(words[0].plain) or _DONE.match(words[1].plain):
        return False  # "first reported by a rival": no subject of its own
    head = words[:12]
    return any(w.plain in listed("finite") or _DONE.match(w.plain) or w.plain.endswith("n't") for w in head)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space, joints and lone quotation marks at its ends; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    dateline = _DATELINE.match(text[start : min(end, start + 80)])
    if dateline is not None:
        start += dateline.end()
    hanging = _HANGING.search(text, start, end)
    if hanging is not None:
        end = hanging.start()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return Span(start, end) if start < end else None


def cut_at(sentences: list[Span], span: Span) -> Iterator[Span]:
    """The span cut where one sentence ends and the next begins."""
    start = span.start
    for sentence in sentences:
        if sentence.end <= start or sentence.start >= span.end:
            continue
        if sentence.start > start:
            yield Span(start, sentence.start)
            start = sentence.start
    if start < span.end:
        yield Span(start, span.end)
