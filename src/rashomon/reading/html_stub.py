"""Whether a page shows only the beginning of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from rashomon.reading.html_blocks import Block
from rashomon.reading.metadata import Facts, names_in

_WALL = re.compile(
    r"\b(?:subscribe|sign (?:up|in)|log ?in|register|become a (?:member|subscriber)|start your (?:free )?trial|"
    r"create (?:a free|an) account)\b"
    r"[^.]{0,80}\b(?:to (?:continue|keep|read|unlock|access|view)|for (?:full|unlimited) access|to see)\b|"
    r"\bto (?:continue|keep) reading\b|\bcontinue reading (?:this article )?(?:with|by|for)\b|"
    r"\b(?:this|the) (?:full )?(?:article|story|content) is (?:only )?(?:available|exclusive(?:ly)?|reserved|for) "
    r"(?:\w+ )?(?:to |for )?(?:\w+ )?(?:subscribers|members)|"
    r"\byou(?:'ve| have) (?:reached|read|used|hit) (?:your|the|all)\b[^.]{0,60}\b(?:limit|free articles?|articles?)|"
    r"\b(?:subscriber|member)s?[- ]only\b|\bunlock (?:this|the full) (?:article|story)|\balready a (?:subscriber|"
    r"member)\b|"
    r"\bto read the (?:full|rest of (?:the|this)) (?:article|story)",
    re.IGNORECASE,
)
_MOST_WORDS = 250
_NEAR = 12


def stub_problem(
    facts: Facts, objects: Sequence[dict[str, Any]], body: Sequence[Block], tail: Sequence[Block]
) -> str | None:
    """ "paywall stub: ..." with the page's own words, where a short body ends at a wall; else None."""
    words = sum(len(block.words.split()) for block in body)
    full = next((str(one["articleBody"]) for one in objects if isinstance(one.get("articleBody"), str)), "")
    if len(full.split()) > 2 * words + 50:
        return "paywall stub: the page's data holds more of the article than is shown"
    if words > _MOST_WORDS:
        return None
    wall = wall_problem(words, [block.words for block in [*body[-2:], *tail[:_NEAR]]])
    if wall:
        return wall
    closed = any(str(value).lower() == "false" for one in objects for value in _free(one))
    tier = (facts.first("article:content_tier") or "").lower()
    if (closed or tier in ("locked", "metered")) and _breaks_off(body):
        return f"paywall stub: the page calls the article closed and shows {words} words of it"
    return None


def wall_problem(words: int, below: Sequence[str]) -> str | None:
    """ "paywall stub: ..." where few words are shown and one of the lines below them asks for a subscription."""
    wall = next((m[0] for line in below[: _NEAR + 2] if (m := _WALL.search(line))), None)
    return f"paywall stub: the page shows {words} words and then {wall!r}" if wall and words <= _MOST_WORDS else None


def _free(one: dict[str, Any]) -> list[str]:
    value = one.get("isAccessibleForFree")
    return [str(value)] if isinstance(value, bool) else list(names_in(value))


def _breaks_off(body: Sequence[Block]) -> bool:
    return (
        not body
        or not body[-1].words.rstrip('"”’»)').endswith((".", "!", "?"))
        or body[-1].words.endswith(("...", "…"))
    )
