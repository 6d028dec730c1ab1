"""Candidates by fixed phrase: "according to X", and "allegedly", which names nobody."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import features
from rashomon.record import Span

_IMPLICIT = frozenset({"allegedly", "reportedly", "purportedly", "supposedly"})


def phrase_candidates(s: Syntax) -> Iterator[Candidate]:
    """Every "according to X": the rest of its clause is the content."""
    tokens = s.tokens
    for i in range(len(tokens) - 2):
        if tokens[i].text.lower() == "according" and tokens[i + 1].text.lower() == "to":
            found = _according(s, i)
            if found is not None:
                yield found
    for token in tokens:
        if token.text.lower() in _IMPLICIT and token.pos == "ADV":
            found = _implicit(s, token.i)
            if found is not None:
                yield found


def _implicit(s: Syntax, i: int) -> Candidate | None:
    """The clause that "allegedly" stands in, without the word."""
    verb = s.tokens[i].head
    if s.tokens[verb].dep in ("acomp", "attr", "prep", "advmod"):
        verb = s.tokens[verb].head
    if not (s.is_verb(verb) or s.tokens[verb].pos == "AUX") or is_speech_word(s.lemma(verb)):
        return None
    first, last = s.subtree(verb)
    if s.tokens[verb].dep in ("relcl", "advcl", "ccomp", "acl"):
        while first < min(i, verb) and (s.tokens[first].dep == "mark" or s.tokens[first].tag in ("WDT", "WP")):
            first += 1
    pieces = [s.span(first, i - 1) if i > first else None, s.span(i + 1, last) if i < last else None]
    content = [p for p in pieces if p is not None]
    if sum(p.end - p.start for p in content) < 10:
        return None
    token = s.tokens[i]
    return Candidate("implicit", token.text.lower(), i, [], [Span(token.start, token.end)], content, sure=0.6)


def _according(s: Syntax, i: int) -> Candidate | None:
    tokens = s.tokens
    holder, told = _object(s, i), _told(s, i)
    if told is not None:
        holder, last = told
        source = s.phrase(holder)
    elif holder is not None:
        first, last = s.subtree(holder)
        last = _source_end(s, max(first, i + 2), last)
        source = s.span(max(first, i + 2), last)
    else:
        return None
    if source is None:
        return None
    content = _around(s, i, last)
    if not content:
        return None
    cue = Span(tokens[i].start, tokens[i + 1].end)
    where = "first" if content[0].start > cue.start else "last" if content[-1].end < cue.start else "middle"
    frame = f"according_{where}"
    extra = features(s, i, frame, "according", holder, "own", content)
    return Candidate(frame, "according", i, [source], [cue], content, holder, features=extra)


def _object(s: Syntax, i: int) -> int | None:
    for k in (i + 1, i):
        found = s.child(k, "pobj")
        if found is not None and found > i + 1:
            return found
    return None


def _told(s: Syntax, i: int) -> tuple[int, int] | None:
    """Who speaks in "according to what Roe said in the meeting,", and the last token of that."""
    clause = next((c for k in (i + 1, i) if (c := s.child(k, "pcomp")) is not None and c > i + 1), None)
    subject = None if clause is None else s.child(clause, "nsubj")
    if clause is None or subject is None or not is_speech_word(s.lemma(clause)):
        return None
    return subject, s.subtree(clause)[1]


def _source_end(s: Syntax, first: int, last: int) -> int:
    """The source before a comma that begins the reported sentence ("According to X, the plan ...")."""
    if first >= 2 and s.tokens[first - 2].i > s.sentence(first)[0] + 1:
        return last
    for k in range(first, last + 1):
        if s.tokens[k].text == "," and any(s.is_verb(x) for x in range(k + 1, last + 1)):
            return k - 1
    return last


def _around(s: Syntax, i: int, last: int) -> list[Span]:
    """The clause around the phrase ``i..last``, in one or two pieces."""
    first, end = s.sentence(i)
    attached = s.tokens[i].head
    if attached != i and not first <= i <= first + 1:
        low, high = s.subtree(attached)
        while (
            s.tokens[attached].dep not in ("ROOT", "ccomp", "conj", "parataxis") and s.tokens[attached].head != attached
        ):
            attached = s.tokens[attached].head
            low, high = s.subtree(attached)
        first, end = max(first, min(low, first if s.tokens[attached].dep == "ROOT" else low)), min(end, max(high, last))
    before = s.span(first, i - 1) if i > first else None
    after = s.span(last + 1, end) if last < end else None
    pieces = [p for p in (before, after) if p is not None and p.end - p.start > 2]
    q = [s.quotes[s.quote[k]] for k in range(first, i) if s.quote[k] >= 0]
    if before is not None and q and q[0].start < before.start and q[0].speech:
        pieces[0] = Span(q[0].start, before.end)
    if len(pieces) == 2 and (pieces[1].end - pieces[1].start) * 4 < pieces[0].end - pieces[0].start:
        return pieces[:1]
    return pieces
