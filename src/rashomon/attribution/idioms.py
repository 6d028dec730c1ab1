"""Turns of phrase with a word of speaking in them that report nothing."""

from __future__ import annotations

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.lexicon import listed, words
from rashomon.attribution.syntax import Syntax

_STARTS = ("needless to say", "suffice to say", "suffice it to say", "sad to say", "strange to say")
_HELD = listed("speak talk meet converse chat")
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
    with_whom = any(s.tokens[k].text.lower() == "with" and s.tokens[k].dep == "prep" for k in s.kids[c.head])
    about = bool(c.content) and s.within(c.content[0])[0].text.lower() in ("about", "on", "of", "regarding")
    return lemma in _HELD and with_whom and about


def _is_somebody(s: Syntax, c: Candidate) -> bool:
    """ "citing unnamed sources": who was asked, not what they said."""
    tokens = [t for x in c.content for t in s.within(x) if t.pos != "PUNCT"]
    known = all(t.pos in ("ADJ", "DET", "NOUN", "PROPN", "NUM", "VERB") for t in tokens)
    return bool(tokens) and len(tokens) <= 4 and known and tokens[-1].text.lower() in words("anonymous")
