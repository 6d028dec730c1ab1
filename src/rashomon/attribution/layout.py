"""Candidates by layout: speaker turns, signed quotations, block quotations, headlines with a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import cue_span, is_unreal, subject_of
from rashomon.attribution.lexicon import listed, words
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import source_phrase
from rashomon.record import Span

_NAME = r"(?:[A-Z][\w.’'\-]*)(?:[ \t]+(?:[A-Z][\w.’'\-]*|de|van|von|bin|al)){0,4}"
_TURN = re.compile(
    rf"\s*(?:[-–—•*“\"]\s*)?(?P<who>{_NAME})(?:,[^:\n]{{3,60}}|[ \t]*\([^)\n]{{1,60}}\))?(?P<mark>:)\s+(?=\S)"
)
_LETTER = re.compile(r"\s*(?P<who>[QA])(?P<mark>[:.])\s+(?=\S)")
_SIGNED = re.compile(r"[”\"’']\s*(?P<dash>--|[–—―-])[^\S\n]*(?P<who>[A-Z@][^\n”\"“]{1,80}?)(?:[^\S\n]|\.)*(?:\n|$)")
_ENDS_OPEN = re.compile(r"(?::|[a-z])[ \t\r]*$")
_SENTENCE_IN = re.compile(r"[.!?]\s")
# A label counts as a speaker where so many paragraphs begin with one, or where it is a name the article knows.
TURNS = 3
_LABELS = listed(
    "update updated note correction editor editors read watch related photo photos video by from source sources "
    "opinion analysis editorial live breaking exclusive fact here location time date contact tags topics subject "
    "re to cc age name job pay city price iowa nevada background context history summary conclusion results "
    "example ps warning"
)


def layout_candidates(s: Syntax) -> Iterator[Candidate]:
    """Turns, signatures and block quotations of a text, and a headline that names its speaker."""
    taken: set[int] = set()
    for found in (_turns(s), _signed(s), _blocks(s), _headline(s)):
        for candidate in found:
            home = s.paragraph[candidate.head]
            if home not in taken or candidate.frame == "block":
                taken.add(home)
                yield candidate


def _turns(s: Syntax) -> Iterator[Candidate]:
    """ "MR. ROE: ...", "Q: ...": what follows the label, up to the next one in a text that is all turns."""
    matches = {k: m for k, p in enumerate(s.paragraphs) if (m := _turn_at(s, p)) is not None}
    labels = Counter(m.group("who") for m in matches.values())
    plain = [k for k, m in matches.items() if m.group("who").lower() not in _LABELS]
    for k in plain:
        m = matches[k]
        who = m.group("who")
        quoted = s.text[m.end() : m.end() + 1] in '“"‘'
        if len(plain) < TURNS and not quoted:
            continue
        if len(who) > 1 and not (labels[who] > 1 or quoted or _is_person(s, m)):
            continue
        ends = _turn_end(s, k, matches)
        yield _layout(s, "turn", Span(*m.span("who")), Span(*m.span("mark")), [_trimmed(s, m.end(), ends)], 0.93)


def _turn_at(s: Syntax, p: Span) -> re.Match[str] | None:
    return _LETTER.match(s.text, p.start, p.end) or _TURN.match(s.text, p.start, p.end)


def _is_person(s: Syntax, m: re.Match[str]) -> bool:
    tokens = s.within(Span(*m.span("who")))
    return any(t.ent == "PERSON" for t in tokens) or any(t.text.lower() in words("titles") for t in tokens)


def _turn_end(s: Syntax, k: int, matches: dict[int, re.Match[str]]) -> int:
    """The end of the turn of paragraph ``k``: unlabelled paragraphs belong to it where another turn follows soon."""
    last = k
    if len(matches) >= 2 * TURNS:
        following = [j for j in range(k + 1, min(k + 7, len(s.paragraphs))) if j in matches]
        if following:
            last = following[0] - 1
    return s.paragraphs[last].end


def _trimmed(s: Syntax, start: int, end: int) -> Span:
    text = s.text[start:end]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _signed(s: Syntax) -> Iterator[Candidate]:
    """`"..." — The Hill`: the quotation before the dash, of the same paragraph."""
    for p in s.paragraphs:
        text = s.text[p.start : p.end]
        m = _SIGNED.search(text.rstrip())
        if m is None or len(m.group("who").split()) > 12:
            continue
        before = [q for q in s.quotes if p.start <= q.start and q.end <= p.start + m.start("dash")]
        if not before or not before[-1].speech or s.text[p.start : before[0].start].strip():
            continue
        between = s.text[before[0].end : before[-1].start] if len(before) > 1 else ""
        if any(c.isalnum() for c in between):
            continue
        who = Span(p.start + m.start("who"), p.start + m.end("who"))
        dash = Span(p.start + m.start("dash"), p.start + m.end("dash"))
        yield _layout(s, "dash", who, dash, [Span(before[0].start, before[-1].end)], 0.9)


def _blocks(s: Syntax) -> Iterator[Candidate]:
    """ "Here is what the spokesman is reported to have said" and a paragraph without quotation marks."""
    for k in range(len(s.paragraphs) - 1):
        p, after = s.paragraphs[k], s.paragraphs[k + 1]
        text = s.text[p.start : p.end]
        if not _ENDS_OPEN.search(text) or s.text[after.start : after.end].lstrip()[:1] in "“\"‘'":
            continue
        verb = _last_cue(s, p, colon=text.rstrip().endswith(":"))
        if verb is None or len(s.text[after.start : after.end].split()) < 6 or is_unreal(s, verb):
            continue
        subject, _ = subject_of(s, verb)
        if subject is None and s.child(s.tokens[verb].head, "nsubjpass") is not None:
            subject = s.child(s.tokens[verb].head, "nsubjpass")
        source = None if subject is None else source_phrase(s, subject, verb)
        if source is None:
            continue
        cue = [x for x in cue_span(s, verb) if not x.overlaps(source)] or [
            Span(s.tokens[verb].start, s.tokens[verb].end)
        ]
        content = [_trimmed(s, after.start, after.end)]
        yield Candidate("block", s.lemma(verb), verb, [source], cue, content, subject, sure=0.8)


def _last_cue(s: Syntax, p: Span, *, colon: bool) -> int | None:
    """The verb of saying that a paragraph ends with: within a dozen words of a colon, else as its last word."""
    tokens = [t.i for t in s.within(Span(p.start, p.end)) if not t.text.isspace() and t.text != ":"]
    if not colon:
        last = tokens[-1] if tokens else -1
        fits = last >= 0 and s.is_verb(last) and is_speech_word(s.lemma(last))
        return last if fits else None
    for i in reversed(tokens[-12:]):
        if s.tokens[i].text in ".?!":
            return None
        if (
            s.is_verb(i)
            and is_speech_word(s.lemma(i))
            and not any(s.tokens[k].dep in ("ccomp", "xcomp") and s.tokens[k].start < p.end for k in s.kids[i])
        ):
            return i
    return None


def _headline(s: Syntax) -> Iterator[Candidate]:
    """ "Minister: No deal before spring" as the first paragraph."""
    p = s.paragraphs[0]
    line = s.text[p.start : p.end].strip()
    if len(line.split()) > 24 or "\n" in line or _SENTENCE_IN.search(line):
        return
    m = re.compile(r"(?P<who>[^:“”\"]{2,50})(?P<mark>:)\s+(?=\S)").search(s.text, p.start, p.end)
    if m is None or s.text[p.start : m.start("who")].strip():
        return
    tokens = s.within(Span(*m.span("who")))
    low = {t.text.lower() for t in tokens}
    known = any(t.ent in ("PERSON", "ORG", "NORP") for t in tokens)
    known = known or any(
        low & words(name) for name in ("titles", "unnamed", "groups", "organisation_words", "documents")
    )
    if not tokens or len(tokens) > 7 or low & _LABELS or not known or any(s.is_verb(t.i) for t in tokens):
        return
    content = _trimmed(s, m.end(), p.end)
    if len(content.of(s.text).split()) >= 2:
        text = content.of(s.text).rstrip(".")
        yield _layout(
            s,
            "headline",
            _trimmed(s, *m.span("who")),
            Span(*m.span("mark")),
            [Span(content.start, content.start + len(text))],
            0.75,
        )


def _layout(s: Syntax, frame: str, source: Span, cue: Span, content: list[Span], sure: float) -> Candidate:
    head = s.token_at(cue.start)
    tokens = s.within(source)
    return Candidate(frame, ":", head, [source], [cue], content, tokens[-1].i if tokens else None, sure=sure)
