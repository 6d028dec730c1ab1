"""Where the source of a statement stands towards the claim, and why, in words."""

from __future__ import annotations

import re

from rashomon.record import AttributionRow, Position
from rashomon.relating.proposition import Proposition

_DOUBT = re.compile(r"\b(doubt\w*|question(?:s|ed|ing)|sceptic\w*|skeptic\w*|unconvinced|unlikely)\b", re.IGNORECASE)
_RHETORICAL = re.compile(
    r"^\W*(?:why else|who would|how could|since when|isn't it|aren't|does anyone|is it any wonder)", re.I
)


def position_of(statement: Proposition, row: AttributionRow | None, sign: int) -> tuple[Position, str]:
    """The position, and a reason a reader can check; ``sign`` is -1 where the words say the claim's opposite."""
    cue = " … ".join(e.text for e in row.cue) if row is not None else ""
    how = f"“{cue}”" if cue else ("in the article's own voice" if row is None else "attributed")
    if statement.mood == "asked":
        if _RHETORICAL.search(statement.text):
            return (Position.AFFIRMS if sign > 0 else Position.DENIES), "asked as a question that answers itself"
        return Position.UNCLEAR, f"asked as a question ({how})"
    if statement.mood == "unclear":
        return Position.UNCLEAR, f"{how} leaves open whether it is so"
    if _DOUBT.search(cue) and not statement.against:
        return Position.DOUBTS, f"{how} is said in doubt"
    words = "its words say the opposite" if sign < 0 else ""
    reasons = [reason for reason in (statement.against and f"{how}: {statement.against}", words) if reason]
    denies = (sign < 0) != bool(statement.against)
    if denies:
        return Position.DENIES, "; ".join(reasons)
    return Position.AFFIRMS, "; ".join([how, *reasons] if not statement.against else reasons)
