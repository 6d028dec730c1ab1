"""Verbs and what hangs on them: subjects near and far, auxiliaries, the words of a cue."""

from __future__ import annotations

from rashomon.attribution.act_words import acts_of_words, is_speech_word
from rashomon.attribution.lexicon import listed
from rashomon.attribution.syntax import Syntax
from rashomon.record import Act, Span

SUBJECT = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
_SUPPOSING = frozenset({"would", "could", "might", "should", "'d", "’d"})
_WISHES = frozenset({"like", "love", "prefer", "hate", "wish", "hope", "welcome"})
_RECORDINGS = frozenset({"tape", "recording", "video", "clip", "audio", "footage", "quote", "voicemail", "film"})
_TEXTS = _RECORDINGS | listed("statement letter email e-mail tweet post message remark comment line note memo")
_DRAWING = listed(
    "face draw receive get win attract spark trigger provoke prompt suffer earn dog confront meet hit plague"
)
_DRAWN = frozenset({Act.ACCUSE, Act.CRITICISE, Act.PRAISE, Act.ASK, Act.WARN, Act.SAY, Act.DEMAND, Act.SUGGEST})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_IN_CUE = frozenset({"aux", "auxpass", "neg", "prt"})


def is_passive(s: Syntax, v: int) -> bool:
    """A passive clause, or a bare participle after its noun ("a plan criticised by")."""
    if s.child(v, "auxpass", "nsubjpass", "agent") is not None:
        return True
    token = s.tokens[v]
    return token.tag == "VBN" and token.dep in ("acl", "amod") and s.child(v, "aux") is None


def subject_of(s: Syntax, v: int) -> tuple[int | None, str]:
    """The token that does what ``v`` says, and how it was reached ("own", "conj", "control", "advcl", "acl").

    For a passive it is the one named after "by", if any.
    """
    if is_passive(s, v):
        return _agent(s, v), "agent"
    how = "own"
    for _ in range(6):
        own = s.child(v, *SUBJECT)
        if own is not None and not _is_recipient(s, v, own):
            return own, how
        token = s.tokens[v]
        head = token.head
        if head == v:
            return None, "none"
        if token.dep == "conj" and s.is_verb(head):
            taken_up = report_taken_up(s, v)
            head = head if taken_up is None else taken_up
            how = "conj" if how == "own" else how
        elif token.dep == "xcomp" and s.is_verb(head):
            how = "control" if how == "own" else how
            patient = s.child(head, "dobj")
            if patient is not None and patient < v and s.tokens[v].tag == "VB":
                return patient, how
        elif token.dep in ("advcl", "ccomp") and s.is_verb(head) and token.tag in ("VBG", "VB"):
            recorded = _recorded(s, v, head)
            if recorded is not None:
                return recorded, "acl"
            how = "advcl" if how == "own" else how
            head = _reporter(s, v, head)
        elif token.dep == "acl" and token.tag == "VBG":
            sender = sender_of(s, head)
            if sender is None:
                return _quoted(s, head), "acl"
            how, head = "advcl", sender
        elif token.dep == "pcomp" and s.is_verb(s.tokens[head].head):
            how, head = "advcl", s.tokens[head].head
        else:
            return None, "none"
        if is_passive(s, head):
            return s.child(head, *PASSIVE), how
        v = head
    return None, "none"


def report_taken_up(s: Syntax, v: int) -> int | None:
    """ "said" in "Roe said the ferry will sail and warned of fog": the tenses tell that the ferry warned of nothing."""
    token = s.tokens[v]
    clause = token.head
    above = s.tokens[clause].head
    if token.dep != "conj" or token.tag not in ("VBD", "VBZ") or s.tokens[clause].dep != "ccomp" or above > clause:
        return None
    if s.tokens[above].tag != token.tag or not is_speech_word(s.lemma(above)) or s.quote[v] != s.quote[above]:
        return None
    tells = is_speech_word(s.lemma(v)) or acts_of_words().get(s.lemma(v)) in _DRAWN
    if not tells or s.child(v, "aux", "auxpass", *SUBJECT) is not None:
        return None
    helped = [s.tokens[k].tag for k in s.kids[clause] if s.tokens[k].dep in ("aux", "auxpass")]
    told = next((tag for tag in (*helped, s.tokens[clause].tag) if tag in _FINITE), "")
    present = ("VBZ", "VBP")
    agrees = told == token.tag or (token.tag in present and told in present)
    return above if told and not agrees else None


def _recorded(s: Syntax, v: int, head: int) -> int | None:
    """Who is heard in "obtained a tape of the mayor saying that": not who obtained it."""
    thing = s.child(head, "dobj")
    if thing is None or not thing < v or s.lemma(thing) not in _RECORDINGS:
        return None
    of = s.child(thing, "prep")
    if of is None and s.tokens[thing + 1].dep == "prep" and s.tokens[thing + 1].head == head:
        of = thing + 1  # "featured a quote from an aide saying that"
    heard = None if of is None or s.tokens[of].text.lower() not in ("of", "from", "by") else s.child(of, "pobj")
    return heard if heard is not None and s.last[heard] + 1 == v else None


def _reporter(s: Syntax, v: int, head: int) -> int:
    """For ", calling it X" at the end of what someone said, the verb by which it was said."""
    if s.tokens[v].dep != "advcl" or v < head or not is_speech_word(s.lemma(v)) or is_speech_word(s.lemma(head)):
        return head
    if s.tokens[head].dep == "ccomp" and is_speech_word(s.lemma(s.tokens[head].head)):
        return s.tokens[head].head
    return head


def _quoted(s: Syntax, noun: int) -> int:
    """Who speaks in "a quote from an aide saying that", "a letter by the mayor warning that"."""
    for k in s.kids[noun]:
        if s.tokens[k].dep == "prep" and s.tokens[k].text.lower() in ("from", "by") and s.lemma(noun) in _TEXTS:
            return s.child(k, "pobj") or noun
    return noun


def _is_recipient(s: Syntax, v: int, subject: int) -> bool:
    """ "sending a letter to Roe warning him", of which the parser made "Roe warning him"."""
    before = s.first[subject] - 1
    if before < 0 or not s.tokens[v].text.endswith("ing") or s.tokens[before].text.lower() != "to":
        return False
    return s.child(before, "pobj", "pcomp") is None


def sender_of(s: Syntax, noun: int) -> int | None:
    """The verb of "sent a letter to Roe warning him", where it is not Roe who warns."""
    to = s.tokens[noun].head
    if s.tokens[noun].dep != "pobj" or s.tokens[to].text.lower() != "to":
        return None
    above = s.tokens[to].head
    if not s.is_verb(above) and s.tokens[above].dep in ("dobj", "nsubjpass"):
        above = s.tokens[above].head
    return above if s.is_verb(above) else None


def patient_of(s: Syntax, v: int) -> int | None:
    """Whom a passive without "by" is about: "Roe was asked", "Asked about it, Roe said"."""
    token = s.tokens[v]
    if token.tag != "VBN" or s.child(v, "agent") is not None:
        return None
    own = s.child(v, "nsubjpass")
    if own is not None:
        return own
    bare = token.dep == "advcl" and s.child(v, "aux", "nsubj", "dobj") is None
    return s.child(token.head, *SUBJECT) if bare and token.head != v else None


def is_target(s: Syntax, v: int) -> bool:
    """Whether others speak of the subject: "faces accusations that", "drew criticism", "dogged by questions"."""
    if s.lemma(v) not in _DRAWING:
        return False
    by = s.child(v, "agent")
    thing = s.child(v, "dobj") if by is None else s.child(by, "pobj")
    return thing is not None and acts_of_words().get(s.lemma(thing), Act.OTHER) in _DRAWN


def _agent(s: Syntax, v: int) -> int | None:
    by = s.child(v, "agent")
    if by is None:
        return None
    return s.child(by, "pobj")


def verb_group(s: Syntax, v: int) -> tuple[int, int]:
    """First and last token of a verb with its auxiliaries, adverbs between and next to it, and particles."""
    first = last = v
    for k in s.kids[v]:
        token = s.tokens[k]
        short = s.last[k] - s.first[k] <= 1
        if token.dep in _IN_CUE or (token.dep == "advmod" and short):
            if k < v:
                first = min(first, s.first[k])
            elif k <= last + 1:
                last = max(last, s.last[k])
    while first < v and not _belongs(s, first, v):
        first += 1
    return first, last


def _belongs(s: Syntax, i: int, v: int) -> bool:
    """Whether all tokens from ``i`` up to the verb are part of its group (a subject may stand between)."""
    return not any(s.tokens[k].dep in SUBJECT + PASSIVE and i < s.last[k] + 1 <= v for k in s.kids[v])


def chain_start(s: Syntax, v: int) -> int:
    """The first verb of "continued to suggest", "is expected to announce" for the infinitive ``v``."""
    for _ in range(4):
        token = s.tokens[v]
        if token.dep != "xcomp" or not s.is_verb(token.head) or token.head > v or v - token.head > 5:
            return v
        if s.child(token.head, "dobj", "ccomp") is not None:
            return v
        if is_passive(s, token.head) and is_speech_word(s.lemma(token.head)):
            return v  # "is reported to have said": a report of its own
        v = token.head
    return v


def cue_span(s: Syntax, v: int, *, last: int | None = None) -> list[Span]:
    """The words of a verbal cue: its chain of verbs, auxiliaries and adverbs, up to token ``last`` if given."""
    first, end = verb_group(s, v)
    lead = chain_start(s, v)
    if lead != v:
        first = min(first, verb_group(s, lead)[0])
    if last is not None:
        end = max(end, last)
    span = s.span(first, end)
    return [span] if span else []


def _would_not(s: Syntax, v: int) -> bool:
    """ "would not say", "would neither confirm nor deny" tell that somebody refused."""
    token = s.tokens[v]
    near = (*s.kids[v], *(s.kids[token.head] if token.dep == "conj" else ()))
    would = any(s.tokens[k].text.lower() in ("would", "could") for k in near)
    if any(s.tokens[k].text.lower() == "have" and s.tokens[k].dep == "aux" for k in s.kids[v]):
        return False  # "would not have said" tells what was said after all
    return would and any(s.tokens[k].text.lower() in ("not", "n't", "n’t", "neither", "nor", "only") for k in near)


def is_unreal(s: Syntax, v: int) -> bool:
    """Whether the clause of ``v`` is a condition or only supposed: "if he says", "should she deny", "would say"."""
    if _is_wanted(s, v) or _is_forbidden(s, v):
        return True
    here = v
    for _ in range(4):
        token = s.tokens[here]
        for k in s.kids[here]:
            if k < here and (_is_condition(s, k) or _is_supposed(s, k, here, v)):
                return True
        if token.dep not in ("xcomp", "conj") or token.head == here:
            return False
        if token.dep == "conj" and s.tokens[here].tag not in ("VB", "VBN", "VBG"):
            return False  # "would order a review and warned": a report of its own
        here = token.head
    return False


def _is_wanted(s: Syntax, v: int) -> bool:
    """What somebody is to do and need not have done: "urged her to deny", "asked that she confirm"."""
    token = s.tokens[v]
    if not (token.tag == "VB" or _is_subjunctive(s, v)) or token.head == v or chain_start(s, v) != v:
        return False
    helped = [s.tokens[k].text.lower() for k in s.kids[v] if s.tokens[k].dep == "aux"]
    if token.dep == "ccomp":
        return not helped or helped == ["to"]
    patient = s.child(token.head, "dobj")
    return token.dep == "acl" or (token.dep == "xcomp" and patient is not None and patient < v)


def _is_subjunctive(s: Syntax, v: int) -> bool:
    """ "that he tell" without an "s"; the parser tags it as it tags "they tell"."""
    subject = s.child(v, "nsubj")
    singular = subject is not None and (
        s.tokens[subject].text.lower() in ("he", "she", "it") or s.tokens[subject].tag in ("NN", "NNP")
    )
    joined = subject is not None and s.child(subject, "conj", "cc") is not None
    return s.tokens[v].tag == "VBP" and s.tokens[v].dep == "ccomp" and singular and not joined


def _is_forbidden(s: Syntax, v: int) -> bool:
    """ "Don't expect him to go" tells of nobody who expects."""
    helped = {s.tokens[k].text.lower() for k in s.kids[v] if s.tokens[k].dep in ("aux", "neg")}
    return s.tokens[v].tag == "VB" and "do" in helped and len(helped) > 1 and s.child(v, *SUBJECT) is None


def _is_condition(s: Syntax, k: int) -> bool:
    """ "if" or "unless" before a clause; "even if" grants what follows."""
    low = s.tokens[k].text.lower()
    if s.tokens[k].dep != "mark" or low not in ("if", "unless", "lest"):
        return False
    return not (k and s.tokens[k - 1].text.lower() == "even")


def _is_supposed(s: Syntax, k: int, here: int, v: int) -> bool:
    """ "would say", but neither "would not say", which tells a refusal, nor "would like" nor "I would argue"."""
    aux = s.tokens[k]
    if aux.dep != "aux" or aux.text.lower() not in _SUPPOSING or here - k > 6 or s.quote[k] != s.quote[here]:
        return False
    if _would_not(s, here) or s.lemma(v) in _WISHES or s.lemma(here) in _WISHES:
        return False
    subject = s.child(here, "nsubj")
    return subject is None or s.tokens[subject].text.lower() not in ("i", "we") or not is_speech_word(s.lemma(v))
