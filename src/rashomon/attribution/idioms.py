"""Turns of phrase with a word of speaking in them that report nothing."""

from __future__ import annotations

from rashomon.attribution.candidate import Candidate
from rashomon.attribution.lexicon import listed
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
    if lemma in ("raise", "conjure") and any(s.lemma(k) in _BOGEYS for k in s.kids[c.head]):
        return True
    if lemma in _BOGEYS:
        return True
    with_whom = any(s.tokens[k].text.lower() == "with" and s.tokens[k].dep == "prep" for k in s.kids[c.head])
    about = bool(c.content) and s.within(c.content[0])[0].text.lower() in ("about", "on", "of", "regarding")
    return lemma in _HELD and with_whom and about
