"""Claims that somebody turns away without a word of denying: "batted down reports that", "poured cold water on"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.attribution.act_words import acts_of_words
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import SUBJECT, is_unreal, subject_of, verb_group
from rashomon.attribution.lexicon import listed
from rashomon.attribution.syntax import Syntax
from rashomon.attribution.verbs import source_phrase
from rashomon.language.parse import Token
from rashomon.record import Act, Span

# What may be turned away: words for what others say.
CLAIMS = listed(
    "story claim allegation report accusation charge rumor rumour suggestion account assertion idea notion "
    "statement theory narrative version tale insinuation assumption contention speculation reporting finding "
    "conclusion"
)
_PARTICLES = {
    "down": listed("bat shoot knock swat beat slap tamp"),
    "off": listed("wave brush laugh shrug write"),
    "aside": listed("brush wave push sweep"),
    "away": listed("wave brush explain"),
    "back": listed("push hit fire fight punch shoot"),
}
# With a claim as their object they deny it; a court quashes a sentence.
_UNDO = listed("quash dispel scotch squelch discredit challenge counter")
_AT = listed("scoff laugh sneer bristle")
_PHRASES = {("pour", "water"), ("throw", "water"), ("take", "issue"), ("take", "exception"), ("give", "lie")}
# A court's words, not a denial.
_RULINGS = {("dismiss", "charge"), ("dismiss", "complaint"), ("reject", "complaint")}
_ONTO = frozenset({"on", "against", "at", "with", "to", "over"})


def claim_dismissed(s: Syntax, v: int) -> int | None:
    """The noun for a claim that the verb turns away: "reports" in "batted down reports that he would go"."""
    lemma = s.lemma(v)
    particle = next((s.tokens[k].text.lower() for k in s.kids[v] if k > v and k - v <= 2 and _is_particle(s, k)), "")
    thing = s.child(v, "dobj")
    if acts_of_words().get(lemma) is Act.DENY or lemma in _UNDO or lemma in _PARTICLES.get(particle, ()):
        claim = thing if thing is not None and thing > v and s.lemma(thing) in CLAIMS else _next_claim(s, v)
        if claim is not None and (lemma, s.lemma(claim)) not in _RULINGS:
            return claim
    idiom = thing is not None and (lemma, s.lemma(thing)) in _PHRASES
    if idiom or lemma in _AT or (particle == "back" and lemma in _PARTICLES["back"]):
        return _object_of(s, v, thing if idiom else None)
    return None


def _next_claim(s: Syntax, v: int) -> int | None:
    """The claim right after the verb in "brushed aside claims that", of which the parser made a verb of its own."""
    for i in range(v + 1, min(v + 6, len(s.tokens))):
        token = s.tokens[i]
        if s.lemma(i) in CLAIMS and token.tag in ("NN", "NNS", "VBZ"):
            return i
        if token.ent in ("DATE", "TIME"):
            continue
        if token.pos not in ("DET", "ADJ", "ADV", "ADP") or (token.pos == "ADP" and i > v + 1):
            return None
    return None


def _is_particle(s: Syntax, k: int) -> bool:
    return s.tokens[k].dep in ("prt", "advmod", "prep") and s.tokens[k].text.lower() in _PARTICLES


def _object_of(s: Syntax, v: int, thing: int | None) -> int | None:
    """The claim after "on", "against" ...: "pushed back on claims", "poured cold water on suggestions"."""
    near = [*s.kids[v], *(s.kids[thing] if thing is not None else ())]
    near += [x for k in near if _is_particle(s, k) for x in s.kids[k]]
    for k in near:
        if k > v and s.tokens[k].dep == "prep" and s.tokens[k].text.lower() in _ONTO:
            noun = s.child(k, "pobj")
            if noun is not None and s.lemma(noun) in CLAIMS:
                return noun
    return None


def dismisser_of(s: Syntax, noun: int) -> int | None:
    """The verb that turns away the claim that ``noun`` stands for."""
    first, _ = s.sentence(noun)
    near = range(noun - 1, max(first, noun - 8) - 1, -1)
    return next((v for v in near if s.is_verb(v) and claim_dismissed(s, v) == noun), None)


def dismissal_candidates(s: Syntax) -> Iterator[Candidate]:
    """Every claim that a verb turns away; the content is what the claim says, or the claim itself."""
    for token in s.tokens:
        if not s.is_verb(token.i):
            continue
        noun = claim_dismissed(s, token.i)
        found = _candidate(s, token.i, noun) if noun is not None else _appended(s, token.i)
        if found is not None:
            yield found


def _candidate(s: Syntax, v: int, noun: int) -> Candidate | None:
    subject, _ = subject_of(s, v)
    source = None if subject is None else source_phrase(s, subject, v)
    if subject is None and s.tokens[v].tag == "VBN" and s.child(v, "auxpass", "nsubjpass", "agent") is None:
        subject, source = _before(s, v)
    end = s.subtree(noun)[1]
    if end + 1 < len(s.tokens) and s.tokens[end + 1].text.lower() == "that":
        end = s.sentence(noun)[1]  # the parser hung the clause elsewhere
    content = s.span(max(s.first[noun], v + 1), end)
    first, last = verb_group(s, v)
    cue = s.span(first, max(last, s.first[noun] - 1))
    if source is None or content is None or cue is None or source.overlaps(content) or source.overlaps(cue):
        return None
    return Candidate("dismiss", s.lemma(v), v, [source], [cue], [content], subject, sure=0.8, unreal=is_unreal(s, v))


def _before(s: Syntax, v: int) -> tuple[int | None, Span | None]:
    """Who stands before a verb taken for a participle: "The counsel looking into it disputed a report"."""
    first, _ = s.sentence(v)
    dashes = [
        i for i in range(first, v) if s.tokens[i].text in ("—", "–", "--", "-") and s.tokens[i - 1].pos == "PROPN"
    ]
    first = dashes[-1] + 1 if dashes else first
    before = s.tokens[first:v]
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") or t.text == "," for t in before):
        return None, None
    subject = next((t.i for t in before if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), None)
    return subject, None if subject is None else s.span(first, v - 1)


def _appended(s: Syntax, v: int) -> Candidate | None:
    """ "was accused of theft, a charge he denies": the charge is what is denied."""
    token = s.tokens[v]
    noun = token.head
    if token.dep != "relcl" or acts_of_words().get(s.lemma(v)) is not Act.DENY:
        return None
    if s.lemma(noun) not in CLAIMS | {"something"}:
        return None
    subject = s.child(v, *SUBJECT)
    if subject is None or not noun < subject < v or s.child(v, "dobj", "ccomp") is not None:
        return None
    source, content = source_phrase(s, subject, v), s.span(min(s.first[noun], noun), noun)
    first, last = verb_group(s, v)
    if source is None or content is None or source.overlaps(content):
        return None
    cue = [Span(s.tokens[max(first, subject + 1)].start, s.tokens[last].end)]
    return Candidate("dismiss", s.lemma(v), v, [source], cue, [content], subject, sure=0.8, unreal=is_unreal(s, v))


def dismisses(s: Syntax, c: Candidate) -> bool:
    """Whether the candidate's cue turns away the claim that its content tells or names."""
    noun = claim_dismissed(s, c.head) if s.is_verb(c.head) else None
    if c.frame == "dismiss" or noun is None:
        return c.frame == "dismiss"
    begin, end = s.tokens[min(s.first[noun], noun)].start, s.tokens[max(s.subtree(noun)[1], noun + 1)].end
    return all(begin <= x.start <= end for x in c.content)


def with_dismisser(s: Syntax, c: Candidate) -> Candidate:
    """A report whose cue is the bare noun of "brushed aside claims that": the verb is what was done with it."""
    if s.lemma(c.head) not in CLAIMS or len(c.cue) != 1:
        return c
    v = dismisser_of(s, c.head)
    subject = None if v is None else subject_of(s, v)[0]
    if v is None or subject is None:
        return c
    if any(not s.first[subject] <= t.i <= s.last[subject] for t in _own(s, c)):
        return c
    cue = Span(s.tokens[verb_group(s, v)[0]].start, c.cue[0].end)
    source = source_phrase(s, subject, v)
    if source is None or any(cue.overlaps(x) for x in (source, *c.content)):
        return c
    return replace(c, frame="dismiss", lemma=s.lemma(v), head=v, source=[source], cue=[cue], subject=subject)


def _own(s: Syntax, c: Candidate) -> list[Token]:
    return [t for x in c.source for t in s.within(x)]
