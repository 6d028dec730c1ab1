"""Whether a time expression looks back or ahead, told from the words around it."""

from __future__ import annotations

from enum import StrEnum

from rashomon.temporal.letters import Words
from rashomon.temporal.listed import listed


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"
    UNCLEAR = "unclear"


_MODALS = frozenset(listed("will shall ll won would may might can must should"))
_AHEAD = frozenset(
    listed(
        "scheduled expected expects expect due plans plan slated set likely supposed going intends intend hopes "
        "hope deadline effective payable begins starts opens expires ends closes needs wants agrees prepare "
        "prepares prepared preparing ahead awaiting awaits agree"
    )
)
_PAST = frozenset(
    listed(
        "was were had did has have been said told came went made took held met won lost fell rose began left "
        "found gave got saw sent wrote became kept led ran spoke heard put cut hit shot died killed broke "
        "brought bought drew flew knew lay paid shut stood struck threw thought understood"
    )
)
UNTIL = frozenset(("until", "till", "by", "effective", "starting", "beginning"))
_OVER = frozenset(listed("was were had been"))
_STOPS = frozenset(".;¶")
_REACH = 14


def tense_near(words: Words, first: int, last: int) -> Tense:
    """The tense of the verb nearest before the words, else after them, within the sentence."""
    if first and words.word(first - 1) in UNTIL:
        return Tense.FUTURE
    before = _look(words, range(first - 1, max(first - _REACH, -1), -1))
    return before or _look(words, range(last, min(last + _REACH, len(words.starts)))) or Tense.UNCLEAR


def _look(words: Words, where: range) -> Tense | None:
    for k in where:
        kind = words.kinds[k]
        if kind in _STOPS or (kind == "§" and words.word(k) in "!?"):
            return None
        if kind in "01" and (tense := _of_word(words, k)):
            return tense
    return None


def _of_word(words: Words, k: int) -> Tense | None:
    word = words.lower(k)
    before = words.lower(k - 1) if k else ""
    if word in _AHEAD and before in ("a", "an", "the", "its", "his", "her", "their"):
        return None
    if word in _MODALS:
        return Tense.FUTURE
    if word == "set" and words.lower(min(k + 1, len(words.starts) - 1)) not in ("to", "for"):
        return Tense.PAST
    if word in _AHEAD:
        # "had been due on Friday": what was once ahead says nothing about where it lies now.
        return Tense.UNCLEAR if before in _OVER else Tense.FUTURE
    if word in _PAST or (word.endswith("ed") and len(word) > 4):
        return None if before in ("be", "to") else Tense.PAST
    return None
