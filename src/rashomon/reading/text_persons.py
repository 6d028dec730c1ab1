"""Bylines without "by": a name with a handle, a job, an agency or a date beside it."""

from __future__ import annotations

import re

from rashomon.reading.bylines import clean_authors
from rashomon.reading.lines import Line
from rashomon.reading.text_marks import dates_in, is_bare_name

_LONGEST = 120
_HANDLE = re.compile(r"^(?P<name>[^@\d]{5,60}?)\s*@(?P<handle>\w{3,30})")
_JOB = re.compile(
    r"(?:,|\s[|–—-])?\s+(?:(?:senior|staff|contributing|chief|special|political|national|foreign|sports?|business|ap|afp|"
    r"associated press)\s+)*(?:writer|contributor|reporter|correspondent|columnist|editor)s?$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:,|\s[|–—-])?\s+(?:the )?(?:associated press|reuters|afp|bloomberg|agence france-presse)$", re.IGNORECASE
)
# "Ada Renn and Jonas Vik DAILY BUGLE", "ADA RENN, BUGLE"
_SHOUTED = re.compile(r"(?<=[a-z])(?:\s+[A-Z]{2,}){1,3}$|(?<=[A-Z]), [A-Z]{3,}(?: [A-Z]+){0,2}$")
_AGO = re.compile(r"^\W*(?:an?|\d+)\s*(?:min(?:ute)?s?|hours?|h|days?|d|weeks?)(?:\s+ago)?\W*$", re.IGNORECASE)


def persons_of(page: str, line: Line, outlet: str | None) -> list[str]:
    """The persons the line names where what stands beside the names shows it to be a byline; else []."""
    if len(line.text) > _LONGEST:
        return []
    handle = _HANDLE.match(line.text)
    if handle:
        return _names(handle["name"], outlet) if _is_like(handle["name"], handle["handle"]) else []
    for beside in (_JOB, _AGENCY, _SHOUTED):
        cut = beside.sub("", line.text)
        if cut != line.text:
            return _names(cut, outlet)
    return _beside_date(page, line, outlet)


def says_ago(line: Line) -> bool:
    """Whether the line tells how long ago something was ("2 days ago") and nothing else."""
    return _AGO.match(line.text) is not None


def _names(words: str, outlet: str | None) -> list[str]:
    words = words.strip(" ,|–—-/")
    parts = [part for part in re.split(r",|\band\b|&", words) if part.strip()]
    whole = all(is_bare_name(Line(0, len(part.strip()), part.strip(), 0)) for part in parts)
    return clean_authors(words, outlet) if parts and whole else []


def _beside_date(page: str, line: Line, outlet: str | None) -> list[str]:
    dates = dates_in(page, line)
    if len(dates) != 1 or dates[0].evidence is None:
        return []
    before = page[line.start : dates[0].evidence.start].strip(" -–—|•·,/\n\t\xa0")
    after = page[dates[0].evidence.end : line.end].strip(" -–—|•·,/\n\t\xa0")
    return _names(before, outlet) if before else _names(after, outlet)


def _is_like(name: str, handle: str) -> bool:
    words = [word.lower() for word in re.findall(r"[^\W\d_]{3,}", name)]
    return any(word[:4] in handle.lower() for word in words)
