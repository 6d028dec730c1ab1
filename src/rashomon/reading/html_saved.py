"""What the program that saved a page wrote at its top: the address, and when (SingleFile; "saved from url")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

_TOP = 4096
_COMMENT = re.compile(r"<!--(.{10,1500}?)-->", re.DOTALL)
_SINGLE_FILE = re.compile(r"\burl:\s*(?P<url>https?://\S+)(?:\s+saved date:\s*(?P<date>[^\n(]+))?")
_MARK_OF_THE_WEB = re.compile(r"\bsaved from url=\(\d+\)(?P<url>https?://\S+)")


@dataclass(frozen=True, slots=True)
class Saved:
    """The address and the time of a save, None where the page does not tell."""

    url: str | None = None
    captured: str | None = None


def saved_by(text: str) -> Saved:
    """What the first comment of a page says of how it was saved."""
    for comment in _COMMENT.finditer(text, 0, _TOP):
        match = _SINGLE_FILE.search(comment[1]) if "SingleFile" in comment[1] else None
        if match:
            return Saved(match["url"], _time(match["date"]))
        match = _MARK_OF_THE_WEB.search(comment[1])
        if match:
            return Saved(match["url"])
    return Saved()


def _time(told: str | None) -> str | None:
    """ "Fri May 07 2021 10:00:00 GMT+0200" in ISO 8601."""
    if not told:
        return None
    try:
        return datetime.strptime(told.strip(), "%a %b %d %Y %H:%M:%S GMT%z").isoformat(timespec="minutes")
    except ValueError:
        return None
