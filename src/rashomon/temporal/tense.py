"""Whether a time expression looks back or ahead, told from the words around it."""

from __future__ import annotations

from enum import StrEnum

from rashomon.temporal.letters import Words
from rashomon.temporal.listed import listed


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"
    UNCLEAR = "unclear"


_FUTURE = frozenset(
    listed(
        "will shall ll scheduled expected expects expect due plans planned planning plan slated set would "
        "upcoming going intends intend hopes hope could may can should must deadline effective payable begins "
        "starts"
    )
)
_PAST = frozenset(
    listed(
        "was were had did said told came went made took held met won lost fell rose began left found gave got "
        "saw sent told wrote became kept led ran spoke heard put cut hit shot died killed since after"
    )
)
_STOPS = frozenset(".;¶!?")
_REACH = 14


def tense_near(words: Words, first: int, last: int) -> Tense:
    """The tense of the verb nearest before the words, else after them, within the sentence."""
    return _look(words, range(first - 1, max(first - _REACH, -1), -1)) or (
        _look(words, range(last, min(last + _REACH, len(words.starts)))) or Tense.UNCLEAR
    )


def _look(words: Words, where: range) -> Tense | None:
    for k in where:
        kind = words.kinds[k]
        if kind in _STOPS or (kind == "§" and words.word(k) in "!?"):
            return None
        if kind in "01":
            word = words.lower(k)
            if word in _FUTURE:
                return Tense.FUTURE
            if word in _PAST or (word.endswith("ed") and len(word) > 4):
                return Tense.PAST
    return None
