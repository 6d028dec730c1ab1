"""The word list of acts: which cue word asks, denies, promises ..."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from rashomon.attribution.lexicon import listed
from rashomon.record import Act

# Later ones win: "wonder" asks, "want" intends, although both also stand under broader acts.
_ORDER = (
    "say",
    "believe",
    "report",
    "praise",
    "criticise",
    "accuse",
    "warn",
    "demand",
    "suggest",
    "intend",
    "promise",
    "agree",
    "ask",
    "confirm",
    "deny",
)
_NOT_SPEECH = listed("see find show hold carry list own share like want press force")
_SPEECH_ACTS = frozenset(
    {Act.SAY, Act.REPORT, Act.DENY, Act.CONFIRM, Act.ASK, Act.PROMISE, Act.WARN, Act.SUGGEST, Act.DEMAND}
)


@cache
def acts_of_words() -> dict[str, Act]:
    """The act of each lemma in ``data/acts.json``."""
    raw = json.loads(files("rashomon.attribution").joinpath("data/acts.json").read_text(encoding="utf-8"))
    return {lemma: Act(name) for name in _ORDER for lemma in raw[name].split()}


def is_speech_word(lemma: str) -> bool:
    """Whether a word tells of speaking or writing, so that it may stand beside a quotation."""
    return lemma not in _NOT_SPEECH and acts_of_words().get(lemma, Act.OTHER) in _SPEECH_ACTS
