"""Candidates by verb: who says, wants, denies, supports ... what."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.attribution.act_words import acts_of_words, is_speech_word
from rashomon.attribution.addressed import is_someone
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import chain_start, cue_span, is_passive, is_unreal, subject_of, verb_group
from rashomon.attribution.lexicon import listed
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span

# Light or structural verbs never open an attribution of their own.
_NEVER = frozenset({"be", "have", "do", "'s", "’s", "get", "go", "let", "begin", "start", "come"})
_STATEMENT = listed(
    "statement interview email e-mail letter speech tweet twitter facebook report memo post article column "
    "interviews testimony conference address op-ed editorial remarks press release video television tv blog book "
    "note affidavit"
)
# Their object is the one spoken to, not what is said.
_PERSON_OBJECT = frozenset(
    {"ask", "tell", "call", "inform", "remind", "urge", "warn", "quote", "cite", "answer", "press"}
)
_PERSONISH = frozenset({"he", "she", "they", "we", "i", "you"})


def verb_candidates(s: Syntax) -> Iterator[Candidate]:
    """Every verb with a complement that could be attributed content, in text order."""
    for token in s.tokens:
        if not s.is_verb(token.i) or token.dep in ("aux", "auxpass"):
            continue
        if s.lemma(token.i) in _NEVER:
            continue
        candidate = _candidate(s, token.i)
        if candidate is not None:
            yield candidate


def _candidate(s: Syntax, v: int) -> Candidate | None:
    found = _content(s, v)
    if found is None:
        return None
    frame, content, last, words = found
    subject, how = subject_of(s, v)
    source = []
    if subject is not None:
        phrase = source_phrase(s, subject, v)
        if phrase is not None:
            source = [phrase]
    source = [x for x in source if not any(x.overlaps(c) for c in content)]
    if not source:
        subject = None
    cue = cue_span(s, v, last=last)
    cue = [_outside(c, source + content, s, v) for c in cue]
    head_features = features(s, v, frame, words, subject, how, content)
    return Candidate(frame, words, v, source, cue, content, subject, unreal=is_unreal(s, v), features=head_features)


def _outside(cue: Span, others: list[Span], s: Syntax, v: int) -> Span:
    """The cue cut back to its verb where it would run into source or content."""
    if not any(cue.overlaps(o) for o in others):
        return cue
    first, last = verb_group(s, v)
    own = s.span(first, last)
    if own is not None and not any(own.overlaps(o) for o in others):
        return own
    return Span(s.tokens[v].start, s.tokens[v].end)


def source_phrase(s: Syntax, subject: int, v: int) -> Span | None:
    """The words of a source: the noun phrase, cut where it would swallow the cue's verb."""
    first, last = s.subtree(subject)
    if first <= v <= last:
        if subject < v:
            last = v - 1
        else:
            first = v + 1
    if s.tokens[subject].pos == "PRON" and last > subject:
        last = subject
    while last > subject and s.tokens[last].ent in ("DATE", "TIME"):
        last -= 1  # "Roe on Monday"
        if s.tokens[last].pos == "ADP":
            last -= 1
    return s.span(first, last)


Found = tuple[str, list[Span], int | None, str]


def _content(s: Syntax, v: int) -> Found | None:
    """The content by the first shape that fits, the frame's name, the cue's last token, and the cue's words."""
    lemma = s.lemma(v)
    for shape in (
        _left_clause,
        _right_clause,
        _object_clause,
        _infinitive,
        _named,
        _thing,
        _preposition,
        _passive_thing,
    ):
        found = shape(s, v, lemma)
        if found is not None and found[1]:
            return found
    return None


def _left_clause(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "X, he said." and "X, he said, Y": the sentence without the clause of the verb."""
    left = [k for k in s.kids[v] if k < v and s.tokens[k].dep in ("ccomp", "parataxis", "xcomp", "advcl", "nsubj")]
    left = [k for k in left if s.is_verb(k) or s.tokens[k].dep == "ccomp"]
    inner = s.tokens[v].dep in ("parataxis",) and s.tokens[v].head != v
    first, last = s.sentence(v)
    group = verb_group(s, v)
    start = group[0]
    subject = s.child(v, "nsubj")
    if subject is not None and subject < v:
        start = min(start, s.subtree(subject)[0])
    if inner:
        own = s.subtree(v)
        spans = [s.span(first, min(own[0], start) - 1), s.span(own[1] + 1, last)]
        return "paren", [x for x in spans if x is not None], None, lemma
    if not left:
        return None
    head = left[-1] if len(left) > 1 else left[0]
    begin, _ = s.subtree(head)
    if s.tokens[head].dep in ("nsubj", "advcl", "xcomp") and s.tokens[head].dep != "ccomp":
        return None
    comma = start - 1
    if comma < begin or s.tokens[comma].text not in {",", "”", '"', "''", "—", "-", "–", "’", "?", "!", "…"}:
        return None
    before = s.span(begin, comma)
    rest = _after_comma(s, v, last)
    return "left", [x for x in (before, rest) if x is not None], None, lemma


def _after_comma(s: Syntax, v: int, last: int) -> Span | None:
    """What of the content goes on after "X, he said,": a complement right of the verb that a comma sets off."""
    for k in s.kids[v]:
        if k > v and s.tokens[k].dep in ("ccomp", "xcomp", "parataxis"):
            first, end = s.subtree(k)
            if s.tokens[first - 1].text in {",", "“", '"', "``", "''"}:
                return s.span(first, end)
    return None


def _right_clause(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "said that X", "believes X", "told Y that X", "asked whether X"."""
    for k in s.kids[v]:
        token = s.tokens[k]
        if k > v and (token.dep == "ccomp" or (token.dep == "advcl" and _opens_with_that(s, k))):
            first, last = _clause(s, k, v)
            span = s.span(first, before_participle(s, first, last))
            frame = "ccomp" if not _opens_with_that(s, k) else "that"
            if _wh(s, k):
                frame = "wh"
            if token.tag == "VBG":
                frame = "ing"
            return frame, [span] if span else [], statement_last(s, v), lemma
    return None


def before_participle(s: Syntax, first: int, last: int) -> int:
    """The end of a clause without a trailing report of the same speaker: "said that X | , adding that Y"."""
    for i in range(last, first, -1):
        token = s.tokens[i]
        trails = token.tag == "VBG" and token.dep == "advcl" and s.tokens[i - 1].text == "," and s.last[i] >= last
        if trails and is_speech_word(s.lemma(i)) and not is_speech_word(s.lemma(token.head)):
            return i - 2
    return last


def _clause(s: Syntax, k: int, v: int) -> tuple[int, int]:
    first, last = s.subtree(k)
    return max(first, v + 1), last


def _opens_with_that(s: Syntax, k: int) -> bool:
    mark = s.child(k, "mark")
    return mark is not None and s.tokens[mark].text.lower() == "that"


def _wh(s: Syntax, k: int) -> bool:
    first, _ = s.subtree(k)
    return s.tokens[first].tag in ("WRB", "WP", "WDT") or s.tokens[first].text.lower() == "whether"


def statement_last(s: Syntax, v: int) -> int | None:
    """The end of "in a statement", "on Twitter" where it follows the verb at once."""
    _, last = verb_group(s, v)
    for k in s.kids[v]:
        if k == last + 1 and s.tokens[k].dep == "prep":
            noun = s.child(k, "pobj")
            if noun is not None and s.lemma(noun) in _STATEMENT and s.last[k] - k <= 4:
                return s.last[k]
    return None


def _object_clause(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "called him a liar", "accused X of Y", "urged X to do Y": the person and what is said of or asked from them."""
    patient = s.child(v, "dobj")
    if patient is None or patient < v:
        return None
    for k in s.kids[v]:
        token = s.tokens[k]
        if k <= patient:
            continue
        if token.dep in ("oprd", "xcomp") or (
            token.dep == "prep" and token.text.lower() in ("of", "as", "for", "from")
        ):
            if s.last[k] - s.first[k] < 1 and token.dep == "prep":
                continue
            first, _ = s.subtree(patient)
            span = s.span(first, s.subtree(k)[1])
            kind = token.dep if token.dep != "prep" else token.text.lower()
            return f"dobj+{kind}", [span] if span else [], None, lemma
    return None


def _infinitive(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "wants to leave", "plans to", "is expected to win" (there the one expected is part of the content)."""
    for k in s.kids[v]:
        if k > v and s.tokens[k].dep in ("xcomp", "oprd"):
            span = s.span(*_clause(s, k, v))
            if span is None:
                return None
            content = [span]
            frame = "inf" if s.tokens[k].tag == "VB" else "comp"
            if is_passive(s, v):
                patient = s.child(v, "nsubjpass")
                phrase = source_phrase(s, patient, v) if patient is not None else None
                content = [phrase, span] if phrase else content
                frame = f"pass_{frame}"
            return frame, content, None, lemma
    return None


def _named(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "which Roe conceded": the content is the relative pronoun's clause partner."""
    if s.tokens[v].dep != "relcl":
        return None
    thing = s.child(v, "dobj")
    if thing is None or thing > v:
        return None
    span = s.phrase(thing)
    return ("rel", [span], None, lemma) if span else None


def _thing(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "denied the story", "supports the plan"."""
    thing = s.child(v, "dobj")
    if thing is None or thing < v or (lemma in _PERSON_OBJECT and is_someone(s, thing)):
        return None
    if s.quote[thing] >= 0 and s.quotes[s.quote[thing]].title:
        return None  # "has read “The Long Winter Road”"
    first, last = s.subtree(thing)
    span = s.span(max(first, v + 1), last)
    return ("dobj", [span], None, lemma) if span else None


def _preposition(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "called for X", "spoke about X", "warned of X"; the preposition is part of the cue."""
    for k in s.kids[v]:
        token = s.tokens[k]
        if k > v and token.dep == "prep" and s.last[k] > k:
            span = s.span(k + 1, s.subtree(k)[1])
            if span is None:
                return None
            near = k if k - v <= 3 else None
            return f"prep_{token.text.lower()}", [span], near, lemma
    return None


def _passive_thing(s: Syntax, v: int, lemma: str) -> Found | None:
    """ "The plan was criticised by X": what stands before the verb is the content."""
    if not is_passive(s, v):
        return None
    patient = s.child(v, "nsubjpass")
    if patient is None:
        return None
    span = source_phrase(s, patient, v)
    by = s.child(v, "agent")
    return ("pass", [span], by, lemma) if span else None


def features(
    s: Syntax, v: int, frame: str, lemma: str, subject: int | None, how: str, content: list[Span]
) -> list[str]:
    """What the weights are looked up by: the cue's word in its frame, the kind of subject, the verb's form."""
    who = subject_class(s, subject)
    act = acts_of_words().get(lemma, "none")
    token = s.tokens[v]
    lead = chain_start(s, v)
    aux = [s.tokens[k].text.lower() for k in s.kids[v] if s.tokens[k].dep in ("aux", "auxpass")]
    size = sum(c.end - c.start for c in content)
    out = [
        f"frame={frame}",
        f"lemma={lemma}",
        f"cue={frame}:{lemma}",
        f"act={act}",
        f"act={act}:{frame}",
        f"who={who}",
        f"who={who}:{frame}",
        f"who={who}:act={act}",
        f"how={how}",
        f"tag={token.tag}",
        f"tag={token.tag}:{frame}",
        f"dep={token.dep}",
        f"size={min(size.bit_length(), 9)}",
        f"quoted={s.quote[v] >= 0 and s.quotes[s.quote[v]].speech}",
    ]
    if lead != v:
        out.append(f"lead={s.lemma(lead)}")
    if s.child(v, "neg") is not None:
        out.append("neg")
    if is_unreal(s, v):
        out.append("unreal")
    if any(a in ("will", "can", "may", "must", "'ll", "’ll") for a in aux):
        out.append("modal")
    if subject is not None and who == "noun":
        out.append(f"subj={s.lemma(subject)}")
    return out


def subject_class(s: Syntax, subject: int | None) -> str:
    if subject is None:
        return "none"
    token = s.tokens[subject]
    low = token.text.lower()
    if token.pos == "PRON" or token.tag in ("PRP", "WP", "WDT", "DT"):
        return "pers" if low in _PERSONISH else low
    if token.ent in ("PERSON", "ORG", "NORP", "GPE"):
        return token.ent
    if token.pos == "PROPN":
        return "propn"
    return "nouns" if token.tag == "NNS" else "noun"
