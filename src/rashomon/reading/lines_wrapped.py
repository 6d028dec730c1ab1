"""Text whose lines were broken at a fixed width, as paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.reading.lines import Line

# Text is wrapped when so many of its lines reach close to one width, which no newspaper's paragraphs do, and most of
# these stop in the middle of a sentence.
_FEWEST = 8
_NARROW, _WIDE = 45, 110
_FULL = 0.78
_SHARE = 0.6
_CLOSED = re.compile(r"[.!?:…][\"'”’)\]]*$")


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of one paragraph as one where the text was wrapped; else as they are."""
    width = _width(lines)
    if width is None:
        return list(lines)
    out: list[Line] = []
    open_ended = False
    for line in lines:
        if out and open_ended and line.gap == 0:
            last = out[-1]
            out[-1] = Line(last.start, line.end, f"{last.text} {line.text}", last.gap)
        else:
            out.append(line)
        # A line that stopped well before the edge was the last of its paragraph.
        open_ended = len(line.text) >= _FULL * width
    return out


def _width(lines: Sequence[Line]) -> int | None:
    """The width the text was wrapped at, None where it was not."""
    long = [line for line in lines if len(line.text) > _NARROW]
    if len(long) < _FEWEST:
        return None
    width = sorted(len(line.text) for line in long)[int(0.98 * (len(long) - 1))]
    if width > _WIDE:
        return None
    full = [line for line in long if len(line.text) >= _FULL * width]
    broken = sum(not _CLOSED.search(line.text) for line in full)
    return width if len(full) >= _SHARE * len(long) and broken >= _SHARE * len(full) and _runs(lines, width) else None


def _runs(lines: Sequence[Line], width: int) -> bool:
    """Whether full lines mostly go on in a line right below them that does not begin like a new sentence."""
    after = [b for a, b in pairwise(lines) if len(a.text) >= _FULL * width]
    close = [line for line in after if line.gap == 0]
    small = sum(line.text[0].islower() for line in close)
    return len(close) >= 0.5 * max(len(after), 1) and small >= 0.4 * max(len(close), 1)
