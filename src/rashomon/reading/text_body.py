"""Which lines of a text-only page are the body of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.lines import Line
from rashomon.reading.text_furniture import kind_of

_END = re.compile(r"[.!?…:][\"'”’)\]]*$")


def body_of(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it belongs to the body of an article."""
    return [_is_sentence(line) and kind_of(line) is None for line in lines]


def _is_sentence(line: Line) -> bool:
    words = len(line.text.split())
    return (words >= 8 and bool(_END.search(line.text))) or words >= 40
