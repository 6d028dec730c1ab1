"""Speakers' turns in transcripts and interviews."""

from __future__ import annotations

import re

# "MR. HALL:", "Q", "SECRETARY HALL: (laughs)", "Anna Hall:", "THE PRESIDENT:".
_TURN = re.compile(
    r"^(?:(?:[A-Z][A-Z.'’-]*\.?,? ){0,4}[A-Z][A-Z.'’-]+(?: \([^()]{1,40}\))?:|"
    r"(?:Q|A|QUESTION|ANSWER|Question|Answer)[.:]?(?:\s{1,4}(?=[A-Z\"“(])|:)|"
    r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w'’-]+(?: \([^()]{1,40}\))?:(?=\s))"
)


def is_turn(text: str) -> bool:
    """Whether ``text`` begins with the name of who speaks."""
    return bool(_TURN.match(text))
