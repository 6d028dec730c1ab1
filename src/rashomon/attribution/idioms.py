"""Turns of phrase with a word of speaking in them that report nothing."""

from __future__ import annotations

from rashomon.attribution.addressed import is_someone
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.clauses import SUBJECT, chain_start, verb_group
from rashomon.attribution.lexicon import listed, words
from rashomon.attribution.syntax import Syntax

_STARTS = ("needless to say", "suffice to say", "suffice it to say", "sad to say", "strange to say")
_HELD = listed("speak talk meet converse chat")
_SEEM = listed("seem appear")
_BOGEYS = listed("specter spectre")


def is_no_report(s: Syntax, c: Candidate) -> bool:
    """ "needless to say", "speaking with Roe about it", "raising the specter of", "followed the discussion of"."""
    here = max(c.head - 3, 0)
    before = " ".join(t.text.lower() for t in s.tokens[here : c.head + 1])
    if before.endswith(_STARTS) or any(s.words(x).lower().startswith(_STARTS) for x in c.cue):
        return True
    lemma = s.lemma(c.head)
    if lemma == "follow" and s.tokens[c.head].pos == "VERB" and not c.frame.startswith("quote"):
        return True
    if lemma in ("cite", "quote") and c.content and _is_somebody(s, c):
        return True
    if lemma in ("raise", "conjure") and any(s.lemma(k) in _BOGEYS for k in s.kids[c.head]):
        return True
    if lemma in _BOGEYS:
        return True
    if _only_seems(s, c) or _goes_on_itself(s, c) or _has_its_own_clause(s, c):
        return True
    with_whom = any(s.tokens[k].text.lower() == "with" and s.tokens[k].dep == "prep" for k in s.kids[c.head])
    about = bool(c.content) and s.within(c.content[0])[0].text.lower() in ("about", "on", "of", "regarding")
    return lemma in _HELD and with_whom and about


def _only_seems(s: Syntax, c: Candidate) -> bool:
    """ "panic seems to be the order of the day", "it appears to be meant to": what the writer makes of it."""
    seeming = next((i for i in (c.head, chain_start(s, c.head)) if s.lemma(i) in _SEEM), None)
    if seeming is None or (seeming != c.head and c.source):
        return False
    subject = s.child(seeming, *SUBJECT)
    to_whom = any(s.tokens[k].dep == "prep" and s.tokens[k].text.lower() == "to" for k in s.kids[seeming])
    return not to_whom and (subject is None or not is_someone(s, subject))


def _goes_on_itself(s: Syntax, c: Candidate) -> bool:
    """ "In saying this the point must be made": the writer about the writer's own words."""
    token = s.tokens[c.head]
    thing = s.child(c.head, "dobj")
    pointing = thing is not None and thing == c.head + 1 and s.tokens[thing].text.lower() in ("this", "that", "so")
    return pointing and token.tag == "VBG" and token.dep == "pcomp" and not c.source


def _has_its_own_clause(s: Syntax, c: Candidate) -> bool:
    """ "The fair was on, the envoy found out that it rained": what stands before the verb is not told by it."""
    last = verb_group(s, c.head)[1] if s.is_verb(c.head) else c.head
    after = [t.text.lower() for t in s.tokens[last + 1 : last + 3]]
    later = "that" in after[:1] or after in (["out", "that"], ["on", "that"])
    return c.frame == "left" and later and bool(c.content) and all(x.end <= c.start for x in c.content)


def _is_somebody(s: Syntax, c: Candidate) -> bool:
    """ "citing unnamed sources": who was asked, not what they said."""
    tokens = [t for x in c.content for t in s.within(x) if t.pos != "PUNCT"]
    known = all(t.pos in ("ADJ", "DET", "NOUN", "PROPN", "NUM", "VERB") for t in tokens)
    return bool(tokens) and len(tokens) <= 4 and known and tokens[-1].text.lower() in words("anonymous")
