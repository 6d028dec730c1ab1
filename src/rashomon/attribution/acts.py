"""What a source did with its content: the act, whether it stands behind it, and the words that weaken it."""

from __future__ import annotations

from rashomon.attribution.act_words import acts_of_words
from rashomon.attribution.addressed import is_someone
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import chain_start, is_passive
from rashomon.attribution.dismissals import dismisses
from rashomon.attribution.lexicon import listed, words
from rashomon.attribution.stances import says_no_itself, stance_of
from rashomon.attribution.syntax import Syntax
from rashomon.record import Act, Polarity, Span

_WISHED = listed("request access entry permission permit visa bail appeal motion application service right opportunity")
_NOT = frozenset({"not", "n't", "n’t", "never", "nor", "hardly", "neither"})
# Verbs that turn what hangs on them into its opposite or into silence.
_REFUSE = listed("refuse decline fail neglect hesitate avoid stop")
_LACK = listed("reluctant unwilling unable slow")
# Attitudes: to withhold them is to stand against the content; to withhold a statement tells nothing.
_ATTITUDES = frozenset({Act.BELIEVE, Act.AGREE, Act.PRAISE, Act.INTEND})
_TELLING = listed(
    "comment say confirm discuss answer speak respond elaborate specify identify disclose reveal name talk address "
    "explain tell deny state clarify give provide rule speculate acknowledge"
)
_UTTER = listed("express voice declare state announce register signal repeat reiterate make raise")
_SHORT = ("shied away", "shies away", "shying away", "stopped short", "stops short", "stopping short", "steered clear")
# Words by which somebody stands against a thing.
AGAINST = listed(
    "disapproval oppose refuse object disagree disapprove decline protest opposition refusal objection disagreement"
)
_THINGS = frozenset({"dobj", "dobj+xcomp", "pass", "rel", "prep_at", "prep_to", "prep_against"})
_UNSURE = listed(
    "doubt question wonder suspect doubtful skeptical sceptical skepticism unsure uncertain unaware probe investigate"
)
# Verbs that only carry the noun of what is said: "made no recommendation", "offered no comment".
_CARRIERS = listed("make give offer provide issue express voice release")
_DENIES = listed("deny refute dispute disavow repudiate rebut debunk")
_HEARSAY = listed("report allege rumour rumor believe think understand")
_LABELS = listed("call label describe dismiss brand characterize characterise denounce deride decry reject dub term")


def act_of(s: Syntax, c: Candidate) -> Act:
    """What was done, by the cue's word and the shape it stands in."""
    lemma = s.lemma(c.head)
    if dismisses(s, c) or _pleads_innocence(s, c):
        return Act.DENY
    stance = stance_of(s, c)
    if stance is not None and stance.act is not None:
        return stance.act
    if lemma in ("tell", "ask", "beg", "get", "press", "call", "push") and _is_request(s, c):
        return Act.DEMAND if lemma != "ask" or not _is_question(s, c) else Act.ASK
    if lemma in _REFUSE and _only_keeps_silent(s, c):
        return Act.SAY  # "declined to comment" intends nothing
    if calls_false(s, c):
        return Act.DENY
    if _denies_a_wish(s, c):
        return Act.OTHER
    if c.frame.startswith("according"):
        return Act.SAY
    if c.frame in ("turn", "dash", "headline"):
        return Act.ASK if s.text[c.content[-1].start : c.content[-1].end].rstrip("\"”’' ").endswith("?") else Act.SAY
    if c.frame == "implicit":
        return Act.REPORT if c.lemma == "reportedly" else Act.SAY
    if not any(t.isalnum() for x in c.cue for t in s.text[x.start : x.end]):
        return Act.ASK if _is_question(s, c) else Act.SAY  # a colon or a dash
    if _is_against(s, c):
        return Act.WARN if lemma in ("warn", "caution", "advise") else Act.CRITICISE
    found = acts_of_words().get(lemma)
    if found is None:
        return Act.SAY if c.frame.startswith(("quote", "turn", "dash", "block", "headline")) else Act.OTHER
    if found in (Act.CRITICISE, Act.PRAISE, Act.DEMAND, Act.BELIEVE, Act.INTEND) and c.frame.startswith("quote"):
        return found if found not in (Act.BELIEVE, Act.INTEND) else Act.SAY
    if lemma == "insist" or lemma == "call":
        return Act.DEMAND if c.frame.startswith(("prep_on", "prep_for")) else Act.SAY
    return found


def _is_against(s: Syntax, c: Candidate) -> bool:
    """ "came out against", "warned against", "voted against" """
    if s.lemma(c.head) in _UTTER:
        near = [k for k in s.kids[c.head] if s.tokens[k].dep == "dobj"]
        if any(s.lemma(k) in AGAINST and s.tokens[k].pos == "NOUN" for k in near):
            return True  # "expressed its disapproval of", "voiced opposition to"
    return any("against" in s.text[x.start : x.end].lower().split() for x in c.cue) or c.frame.endswith("_against")


def _denies_a_wish(s: Syntax, c: Candidate) -> bool:
    """ "denied them access", "rejected the request": nothing is said to be untrue."""
    if acts_of_words().get(s.lemma(c.head)) is not Act.DENY:
        return False
    objects = [k for k in s.kids[c.head] if s.tokens[k].dep in ("dobj", "nsubjpass")]
    return any(s.lemma(k) in _WISHED for k in objects)


def _pleads_innocence(s: Syntax, c: Candidate) -> bool:
    """ "pleaded not guilty to the theft" """
    after = [t.text.lower() for t in s.tokens[c.head + 1 : c.head + 3]]
    return s.lemma(c.head) == "plead" and after[:2] in (["not", "guilty"], ["innocent"], ["innocent", "to"])


def _is_request(s: Syntax, c: Candidate) -> bool:
    """ "told Y to go", "asked for Z": an infinitive or a thing asked for."""
    return c.frame in ("inf", "prep_for", "dobj+xcomp", "dobj+for", "noun_to", "noun_prep_for") or any(
        s.tokens[k].dep == "xcomp" and s.tokens[k].tag == "VB" and k > c.head for k in s.kids[c.head]
    )


def _is_question(s: Syntax, c: Candidate) -> bool:
    words_ = s.text[c.content[0].start : c.content[-1].end].strip("\"“”'’ ").lower()
    return words_.endswith("?") or words_.startswith(
        ("whether ", "if ", "why ", "how ", "what ", "who ", "when ", "where ")
    )


def is_denial(s: Syntax, c: Candidate) -> bool:
    """Whether someone who is named denies something in so many words."""
    if not c.source or c.subject is None or s.tokens[c.head].pos != "VERB":
        return False
    return s.lemma(c.head) in _DENIES or calls_false(s, c) or dismisses(s, c)


def polarity_of(s: Syntax, c: Candidate, act: Act) -> Polarity:
    """Whether the source stands behind the content: negation, refusal and denial are counted against each other."""
    lemma = s.lemma(c.head)
    withheld = is_negated(s, c.head) or _is_refused(s, c.head) or _stops_short(s, c) or _gives_none(s, c)
    if lemma in _REFUSE and _only_keeps_silent(s, c):
        return Polarity.UNCLEAR
    stance = stance_of(s, c)
    if stance is not None:
        return Polarity.UNCLEAR if withheld and not says_no_itself(stance) else stance.polarity
    if lemma in _UNSURE or act is Act.ASK or (lemma in ("ask", "know") and _is_question(s, c)):
        return Polarity.UNCLEAR
    if not withheld and (_is_against(s, c) or (act is Act.CRITICISE and c.frame in _THINGS)):
        return Polarity.DENY  # "blasted the plan" stands against it; "complained that" stands by what it says
    if lemma == "downplay":
        return Polarity.UNCLEAR
    if act is Act.DENY or lemma in AGAINST or (act is Act.OTHER and _denies_a_wish(s, c)):
        return Polarity.UNCLEAR if withheld else Polarity.DENY
    if withheld:
        return Polarity.DENY if act in _ATTITUDES else Polarity.UNCLEAR
    return Polarity.AFFIRM


def _gives_none(s: Syntax, c: Candidate) -> bool:
    """ "made no recommendation about the toll" """
    noun = s.child(c.head, "dobj")
    if s.lemma(c.head) not in _CARRIERS or noun is None or c.says(s.tokens[noun].start):
        return False
    return any(s.tokens[k].text.lower() == "no" and s.tokens[k].dep == "det" for k in s.kids[noun])


def _stops_short(s: Syntax, c: Candidate) -> bool:
    """ "shied away from calling it a defeat" """
    return any(s.words(x).lower().startswith(_SHORT) for x in c.cue)


def _only_keeps_silent(s: Syntax, c: Candidate) -> bool:
    """ "declined to comment on the report", "refused to confirm the date": neither for it nor against it."""
    said = (span.of(s.text).lower() for span in (*c.cue, *c.content[:1]))
    return any(word.strip(".,;:!?\"“”'‘’") in _TELLING for words_of in said for word in words_of.split()[:4])


def is_negated(s: Syntax, v: int) -> bool:
    """Whether "not", "never", "no longer" or a "no one" as subject bears on a verb, its auxiliaries or its chain."""
    if _after_nor(s, v):
        return True
    for head in {v, chain_start(s, v)}:
        for k in s.kids[head]:
            token = s.tokens[k]
            low = token.text.lower()
            if token.dep == "neg" or low in _NOT:
                return not _is_no_longer_false(s, k)
            if low == "longer" and k and s.tokens[k - 1].text.lower() == "no":
                return True
            if token.dep in ("nsubj", "nsubjpass") and (
                low in ("nobody", "none", "neither") or s.tokens[s.first[k]].text.lower() in ("no", "neither")
            ):
                return True
            if token.dep == "det" and low == "no":
                return True
    return False


def _after_nor(s: Syntax, v: int) -> bool:
    """ "neither confirmed nor denied" """
    token = s.tokens[v]
    if token.dep != "conj" or token.head == v:
        return False
    return any(s.tokens[k].text.lower() in ("nor", "neither") for k in (*s.kids[token.head], *s.kids[v]) if k < v)


def _is_no_longer_false(s: Syntax, k: int) -> bool:
    """ "not only said" is no negation."""
    return k + 1 < len(s.tokens) and s.tokens[k + 1].text.lower() in ("only", "just", "merely", "simply")


def _is_refused(s: Syntax, v: int) -> bool:
    """ "refused to confirm", "declined to say", "was unwilling to deny" """
    here = v
    for _ in range(3):
        token = s.tokens[here]
        if token.dep not in ("xcomp", "ccomp", "acl", "pcomp") or token.head == here:
            return False
        here = token.head
        if s.lemma(here) in _REFUSE:
            return not is_negated(s, here)
        if any(s.lemma(k) in _LACK for k in (here, *s.kids[here])) and s.tokens[here].pos in ("AUX", "ADJ", "VERB"):
            return True
    return False


def calls_false(s: Syntax, c: Candidate) -> bool:
    """Whether the source calls something untrue: "called it disinformation", "rejected the report as false"."""
    if s.lemma(c.head) not in _LABELS or c.frame.startswith(("quote", "turn", "dash", "block")):
        return False
    patient = s.child(c.head, "dobj")
    if patient is not None and s.tokens[patient].text.lower() != "it" and is_someone(s, patient):
        return False  # "called him a liar" denies no claim
    low = s.text[c.content[0].start : c.content[-1].end].lower()
    return any(word.strip(".,;:!?\"“”'‘’") in words("falsehood") for word in low.split()[1:])


def hedges_of(s: Syntax, c: Candidate) -> list[Span]:
    """The words that weaken the report, in the cue and beside it, each as a span."""
    if c.frame == "implicit":
        return list(c.cue)
    heads = {c.head, chain_start(s, c.head)}
    near = {*heads, *(k for h in heads for k in s.kids[h])}
    out = []
    for k in sorted(near):
        token = s.tokens[k]
        low = token.text.lower()
        if low not in words("hedges") or any(x.start <= token.start < x.end for x in c.content):
            continue
        if k in heads or token.dep in ("aux", "advmod", "auxpass"):
            end = token.end
            after = s.tokens[k + 1] if k + 1 < len(s.tokens) else token
            if token.dep == "aux" and after.text.lower() in ("have", "be"):
                end = after.end
            out.append(Span(token.start, end))
    above = s.tokens[c.head].head
    if s.tokens[c.head].dep == "xcomp" and s.tokens[above].tag == "VBN" and s.lemma(above) in _HEARSAY:
        out.append(Span(s.tokens[above].start, s.tokens[above].end))  # "is reported to have said"
    lead = chain_start(s, c.head)
    if c.frame.startswith("pass_") and is_passive(s, c.head) and not c.source:
        out.append(Span(s.tokens[lead].start, s.tokens[lead].end))
    return sorted(set(out))
