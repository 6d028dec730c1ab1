"""To whom something was said, and on what occasion."""

from __future__ import annotations

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import chain_start, patient_of
from rashomon.attribution.lexicon import listed, words
from rashomon.attribution.syntax import Syntax
from rashomon.record import Span

# Verbs whose object is the one spoken to.
_TELL = listed(
    "tell inform assure warn remind advise ask urge order notify brief instruct beg implore caution reassure "
    "promise beseech invite press question lecture command persuade encourage answer counsel thank petition "
    "inform email text show"
)
# Verbs that go with "about X to Y".
_SPEAK = listed("say speak talk write comment complain boast lie")
_OCCASIONS = frozenset({"in", "at", "during", "on", "via", "through", "by", "over", "before", "into"})
_OUTLETS = frozenset({"ORG", "WORK_OF_ART", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})


def addressee_of(s: Syntax, c: Candidate) -> int | None:
    """The head token of whoever was spoken to: "told the Post", "said to Kerry", "in an interview with the BBC"."""
    if not s.is_verb(c.head) or s.lemma(c.head) == "accord":
        return None
    patient = patient_of(s, c.head) if s.lemma(c.head) in _TELL else None
    if patient is not None and is_someone(s, patient):
        return patient
    if s.lemma(c.head) in _TELL:
        for k in s.kids[c.head]:
            if s.tokens[k].dep in ("dobj", "dative") and k > c.head and is_someone(s, k) and s.tokens[k].dep != "prep":
                return k
    for k in s.kids[c.head]:
        if s.tokens[k].text.lower() == "to" and s.tokens[k].dep in ("prep", "dative") and k > c.head:
            noun = s.child(k, "pobj")
            if noun is not None and is_someone(s, noun) and not c.says(s.tokens[noun].start):
                return noun
    about = told_about(s, c.head)
    if about is not None:
        return about
    for k in _phrases(s, c):
        noun = s.child(k, "pobj")
        with_ = s.child(noun, "prep") if noun is not None else None
        if with_ is not None and s.tokens[with_].text.lower() == "with":
            other = s.child(with_, "pobj")
            if other is not None and is_someone(s, other):
                return other
    return None


def told_about(s: Syntax, v: int) -> int | None:
    """Who is spoken to in "said about the toll to Roe", whether the parser hung "to Roe" on the verb or on the toll."""
    if s.lemma(v) not in _SPEAK:
        return None
    for k in s.kids[v]:
        topic = s.child(k, "pobj") if k > v and s.tokens[k].text.lower() in ("about", "of", "on") else None
        for to in (*s.kids[topic], *s.kids[v]) if topic is not None else ():
            noun = s.child(to, "pobj") if to > k and s.tokens[to].text.lower() == "to" else None
            if noun is not None and s.tokens[noun].ent == "PERSON":
                return noun
    return None


def is_someone(s: Syntax, i: int) -> bool:
    token = s.tokens[i]
    if token.ent in ("PERSON", "ORG", "NORP", "GPE"):
        return True
    if token.pos == "PROPN" or (
        token.pos == "PRON" and token.tag == "PRP" and token.text.lower() not in ("it", "itself")
    ):
        return True
    low = token.text.lower()
    return any(low in words(name) for name in ("anonymous", "groups", "titles", "organisation_words", "outlet_words"))


def occasion_of(s: Syntax, c: Candidate) -> list[Span]:
    """The phrases beside the cue that say where or by what means it was said."""
    out = []
    for k in _phrases(s, c):
        first, last = s.subtree(k)
        span = s.span(first, last)
        if span is None:
            continue
        span = _clear_of(span, c)
        if span is not None and span not in out:
            out.append(span)
    return out


def _clear_of(span: Span, c: Candidate) -> Span | None:
    """The phrase up to where source or content begins; None where it lies in them."""
    for other in (*c.source, *c.content):
        if other.start <= span.start < other.end:
            return None
        if span.overlaps(other):
            span = Span(span.start, other.start)
    return span


def _phrases(s: Syntax, c: Candidate) -> list[int]:
    """Prepositions that hang on the cue and lead to an occasion."""
    heads = dict.fromkeys((c.head, chain_start(s, c.head)))
    out = []
    for head in heads:
        for k in s.kids[head]:
            token = s.tokens[k]
            if token.dep not in ("prep", "advcl", "agent") or token.text.lower() not in _OCCASIONS:
                continue
            if c.says(token.start) or any(x.start <= token.start < x.end for x in c.source):
                continue
            noun = s.child(k, "pobj")
            if noun is not None and _is_occasion(s, k, noun):
                out.append(k)
    return sorted(out)


def _is_occasion(s: Syntax, preposition: int, noun: int) -> bool:
    token = s.tokens[noun]
    if token.ent in _TIMES:
        return False
    if token.text.lower() in words("occasions") or s.lemma(noun) in words("occasions"):
        return True
    on_air = s.tokens[preposition].text.lower() == "on" and token.pos == "PROPN"
    return on_air and (token.ent in _OUTLETS or token.text.lower() in words("outlet_words"))
