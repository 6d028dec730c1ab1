"""Candidates by quotation marks: whose cue stands next to the quotation, and how far the quotation runs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from rashomon.attribution.act_words import is_speech_word
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import chain_start, cue_span, is_unreal, subject_of, verb_group
from rashomon.attribution.quotes import Quoted
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import features, source_phrase, statement_last
from rashomon.record import Span

_END = frozenset(".?!")
# A sentence ends here, unless the full stop belongs to an abbreviation ("Sen.", "U.S.", "J.").
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.?!]\s+(?=[A-Z“\"])")
# A cue stands within so many words of its quotation; beyond that the nearest verb is mostly another story.
REACH = 30
# So near to its quotation a verb in "-ing" leads it in.
_LED_IN = 7
_NOT_CUES = frozenset({"be", "have", "do"})


class Owners:
    """Which verb each quotation of a text belongs to; built paragraph by paragraph, left to right."""

    def __init__(self, s: Syntax, speaks: frozenset[str]) -> None:
        self.s = s
        self.speaks = speaks
        self.verb: dict[int, int] = {}
        self.side: dict[int, str] = {}
        self._starts = [t.start for t in s.tokens]
        for q in range(len(s.quotes)):
            self._own(q)

    def _own(self, q: int) -> None:
        quotes = self.s.quotes
        here = quotes[q]
        if here.continues and q - 1 in self.verb:
            self._give(q, self.verb[q - 1], "continued")
            return
        if not here.speech:
            return
        led = self._led_in(q)
        if led is not None:
            self._give(q, led, "before")
            return
        after = self._after(q)
        if after is not None:
            self._give(q, after, "after")
            return
        again = self._follows_cue(q)
        if again is not None:
            self._give(q, self.verb[again], "again")
            return
        before = self._before(q)
        if before is not None:
            self._give(q, before, "before")
        elif self._carries_on(q):
            self._give(q, self.verb[q - 1], "carried")

    def _led_in(self, q: int) -> int | None:
        """The cue of its own that a quotation has after a comma, where what follows plainly begins something else.

        `before asking her, "...?"`, `footage of Roe saying, "...," when Holt blasted her`; not `"...," he said, "..."`.
        """
        s, here = self.s, self.s.quotes[q]
        if not here.closed or not s.text[max(0, here.start - 3) : here.start].rstrip().endswith((",", ":")):
            return None
        verb = self._before(q)
        if verb is None or s.tokens[verb].tag != "VBG" or verb + _LED_IN < self.token_at(here.start):
            return None
        last = s.quotes[q - 1] if q else None
        follows = last is not None and last.paragraph == here.paragraph and q - 1 in self.verb
        if follows and last is not None and (s.tokens[verb].start < last.end or s.tokens[verb].dep == "advcl"):
            return None
        return verb

    def _carries_on(self, q: int) -> bool:
        """Whether a paragraph that is all quotation goes on with the words that ended the one before."""
        s = self.s
        if not q or q - 1 not in self.verb:
            return False
        here, before = s.quotes[q], s.quotes[q - 1]
        home, last = s.paragraphs[here.paragraph], s.paragraphs[before.paragraph]
        alone = not s.text[home.start : here.start].strip() and not s.text[here.end : home.end].strip()
        if here.paragraph != before.paragraph + 1 or not alone or self.side[q - 1] == "carried":
            return False
        if s.text[before.start : before.end].rstrip("”\"’' ").endswith("?"):
            return False
        rest = s.text[before.end : last.end]
        cue = s.tokens[self.verb[q - 1]].start
        return not rest.strip() or (cue >= before.end and not _SENTENCE_END.search(rest.strip()))

    def _give(self, q: int, verb: int, side: str) -> None:
        self.verb[q] = verb
        self.side[q] = side

    def token_at(self, start: int) -> int:
        """The first token that starts at or after a character."""
        return bisect_left(self._starts, start)

    def _after(self, q: int) -> int | None:
        """The verb right after the quotation: `"...," said X` or `"...," X told Y`."""
        s, here = self.s, self.s.quotes[q]
        inner = s.text[here.start : here.end].rstrip("”\"'’» ")
        if not here.closed or inner.endswith((".", ":", ";")):
            return None
        start = self.token_at(here.end)
        for i in range(start, min(start + REACH, len(s.tokens))):
            token = s.tokens[i]
            if s.paragraph[i] != here.paragraph or s.quote[i] >= 0 or token.text in _END:
                return None
            if (self._is_cue(i) or self._beams(i, start)) and self._adjoins(start, i):
                return i
        return None

    def _beams(self, i: int, start: int) -> bool:
        """`"...!" beamed Roe`: any finite verb that stands right beside the quotation and its subject."""
        s = self.s
        if s.tokens[i].tag not in ("VBD", "VBZ") or s.lemma(i) in _NOT_CUES or i - start > 4 or not s.is_verb(i):
            return False
        subject = s.child(i, "nsubj")
        return subject is not None and abs(subject - i) <= 3 and s.tokens[subject].tag in ("NNP", "PRP")

    def _adjoins(self, start: int, v: int) -> bool:
        """Whether only the verb's own group and subject stand between the quotation's end and the verb."""
        s = self.s
        begin = verb_group(s, v)[0]
        subject, _ = subject_of(s, v)
        if subject is not None and start <= s.first[subject] < v:
            begin = min(begin, s.subtree(subject)[0])
        between = [s.tokens[i] for i in range(start, begin)]
        return sum(t.pos not in ("PUNCT", "ADV", "SPACE", "CCONJ") for t in between) <= 1

    def _before(self, q: int) -> int | None:
        """The verb before the quotation: `He added: "..."`, `X told Y, "..."`."""
        s, here = self.s, self.s.quotes[q]
        start = self.token_at(here.start)
        lead = s.text[max(0, here.start - 3) : here.start].rstrip()
        opens = lead.endswith((":", ","))
        first = here.start + 1
        capital = s.text[first : first + 1].isupper()
        if not (opens or capital):
            return None
        best: int | None = None
        for i in range(start - 1, max(-1, start - 1 - REACH), -1):
            if s.quote[i] >= 0 or s.tokens[i].text in _END:
                break
            if s.paragraph[i] != here.paragraph:
                if best is not None or not _ends_with_colon(s, i):
                    break
                continue
            if self._is_cue(i) and (best is None or s.tokens[best].head == i or s.tokens[i].dep == "ROOT"):
                best = i
                if opens and lead.endswith(","):
                    break
        if best is None and not s.text[s.paragraphs[here.paragraph].start : here.start].strip():
            best = self._in_paragraph_before(here)
        return best

    def _in_paragraph_before(self, here: Quoted) -> int | None:
        """The cue of a paragraph that ends in a colon, for a quotation that opens the next one."""
        s = self.s
        if here.paragraph == 0:
            return None
        i = self.token_at(here.start) - 1
        while i >= 0 and s.tokens[i].text.isspace():
            i -= 1
        if i < 0 or s.tokens[i].text != ":":
            return None
        for k in range(i - 1, max(-1, i - REACH), -1):
            if s.tokens[k].text in _END or s.paragraph[k] != here.paragraph - 1:
                return None
            if self._is_cue(k):
                return k
        return None

    def _follows_cue(self, q: int) -> int | None:
        """The quotation of the same paragraph that this one takes up after its cue: `"...," he said. "..."`."""
        s = self.s
        here = s.quotes[q]
        for p in range(q - 1, -1, -1):
            before = s.quotes[p]
            if before.paragraph != here.paragraph:
                return None
            if p in self.verb:
                break
            if before.speech:
                return None
        else:
            return None
        gap = s.text[before.end : here.start]
        verb = self.verb[p]
        between = before.end <= s.tokens[verb].start < here.start
        body = gap.strip().rstrip(".,;:—-–?! ")
        if not body or (between and len(gap) < 300 and not _SENTENCE_END.search(body)):
            return p
        return None

    def _is_cue(self, i: int) -> bool:
        s = self.s
        token = s.tokens[i]
        if not s.is_verb(i) or token.dep in ("aux", "auxpass", "amod"):
            return False
        return s.lemma(i) in self.speaks or is_speech_word(s.lemma(i))


def _ends_with_colon(s: Syntax, i: int) -> bool:
    return s.tokens[i].text == ":" or s.tokens[i].text.isspace()


def speech_candidates(s: Syntax, speaks: frozenset[str]) -> Iterator[Candidate]:
    """One candidate for each verb that owns quotations; ``speaks`` are the lemmas that can."""
    owners = Owners(s, speaks)
    by_verb: dict[int, list[int]] = {}
    for q in sorted(owners.verb):
        by_verb.setdefault(owners.verb[q], []).append(q)
    for verb, quotes in by_verb.items():
        yield _candidate(s, owners, verb, quotes)


def _candidate(s: Syntax, owners: Owners, v: int, quotes: list[int]) -> Candidate:
    content = [_widened(s, owners, q, v) for q in quotes]
    subject, how = _speaker(s, v, content)
    source: list[Span] = []
    if subject is not None:
        phrase = source_phrase(s, subject, v)
        if phrase is not None:
            phrase = _cut(phrase, content)
        source = [phrase] if phrase else []
    cue = cue_span(s, v, last=statement_last(s, v))
    cue = [c for c in (_cut(x, content + source) for x in cue) if c is not None]
    cue = cue or [Span(s.tokens[v].start, s.tokens[v].end)]
    lemma = s.lemma(v)
    side = owners.side[quotes[0]]
    return Candidate(
        f"quote_{side}",
        lemma,
        v,
        source,
        cue,
        content,
        subject if source else None,
        unreal=is_unreal(s, v),
        features=features(s, v, f"quote_{side}", lemma, subject, how, content),
    )


def _widened(s: Syntax, owners: Owners, q: int, v: int) -> Span:
    """The quotation with the words of its own sentence before the marks ("But "...," he said")."""
    here = s.quotes[q]
    if owners.side[q] != "after":
        return here.span
    first = owners.token_at(here.start)
    start = first
    while start > 0 and s.paragraph[start - 1] == here.paragraph and s.quote[start - 1] < 0:
        before = s.tokens[start - 1]
        if before.text in _END or before.text in ":;" or before.text.isspace():
            break
        start -= 1
    if start < first and s.quote[max(start - 1, 0)] < 0 and first - start <= 25:
        return Span(s.tokens[start].start, here.end)
    return here.span


def _cut(span: Span, others: list[Span]) -> Span | None:
    """The part of ``span`` before the first of the others that it runs into, or after one that covers its start."""
    start, end = span.start, span.end
    for other in sorted(others):
        if other.start <= start < other.end:
            start = other.end
        elif start < other.start < end:
            end = other.start
    return Span(start, end) if start < end else None


def _speaker(s: Syntax, v: int, content: list[Span]) -> tuple[int | None, str]:
    """The subject of a quoting verb, by syntax, else the noun right after or before it."""
    subject, how = subject_of(s, chain_start(s, v))
    if subject is None:
        subject, how = subject_of(s, v)
    if subject is not None and not any(c.start <= s.tokens[subject].start < c.end for c in content):
        return subject, how
    for i in (*range(v + 1, min(v + 4, len(s.tokens))), *range(v - 1, max(v - 4, -1), -1)):
        token = s.tokens[i]
        if s.quote[i] >= 0 or token.pos == "PUNCT":
            continue
        if i < v and token.dep == "pobj":
            continue  # "troops returning from war, says"
        if token.pos in ("PROPN", "PRON", "NOUN"):
            while s.tokens[i].dep == "compound" and s.tokens[i].head != v:
                i = s.tokens[i].head
            if not s.first[i] <= v <= s.last[i]:
                return i, "near"
    return None, "none"
