"""Text stretches of HTML source with character references read, each still tied to its source."""

from __future__ import annotations

import re
from html import unescape

from rashomon.reading.assemble import Stretch

# Some systems escape twice ("&amp;#39;"); a reader sees the reference, its author never meant it.
_REFERENCE = re.compile(
    r"&(?:amp;(?=#\d|#x|nbsp;|quot;|apos;|[lr][sd]quo;|[mn]dash;|hellip;))?"
    r"(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
_ONE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def stretches(source: str, start: int, end: int, *, once: bool = False) -> list[Stretch]:
    """``source[start:end]`` as stretches: plain ones as they stand, references with the words they mean; with ``once``
    what was escaped twice is read once only (it is source again)."""
    if source.find("&", start, end) < 0:
        return [(start, end)] if start < end else []
    made: list[Stretch] = []
    at = start
    for match in (_ONE if once else _REFERENCE).finditer(source, start, end):
        words = unescape(match[0]) if once else _meaning(match[0])
        if words == match[0]:
            continue
        if at < match.start():
            made.append((at, match.start()))
        made.append((match.start(), match.end(), words))
        at = match.end()
    if at < end:
        made.append((at, end))
    return made


def decoded(source: str, start: int, end: int) -> str:
    """The words of ``source[start:end]``."""
    piece = source[start:end]
    return _REFERENCE.sub(lambda match: _meaning(match[0]), piece) if "&" in piece else piece


def _meaning(reference: str) -> str:
    words = unescape(reference)
    return unescape(words) if words.startswith("&") and reference.startswith("&amp;") and len(reference) > 5 else words
