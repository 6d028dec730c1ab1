"""What kind of article it is, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from rashomon.reading.html_blocks import Block
from rashomon.reading.metadata import Facts, names_in
from rashomon.record import Genre

_TYPES = {"opinionnewsarticle": Genre.OPINION, "analysisnewsarticle": Genre.ANALYSIS}
_SECTION = (
    (
        Genre.OPINION,
        re.compile(
            r"^(?:opinions?|editorials?|op-?eds?|commentary|commentisfree|columns?|columnists?|"
            r"letters?|"
            r"perspectives?|viewpoints?|voices|meinung|opinión|opinião|tribune|"
            r"kommentar)$",
            re.IGNORECASE,
        ),
    ),
    (Genre.ANALYSIS, re.compile(r"^(?:news |the )?analys[ie]s$|^explainers?$", re.IGNORECASE)),
    (Genre.TRANSCRIPT, re.compile(r"^(?:(?:full|rush) )?transcripts?$", re.IGNORECASE)),
    (
        Genre.STATEMENT,
        re.compile(
            r"^(?:press[ -]?(?:releases?|statements?)|statements?|for immediate release|"
            r"media[ -]?releases?|"
            r"news[ -]releases?)$",
            re.IGNORECASE,
        ),
    ),
)
_TITLE = (
    (
        Genre.OPINION,
        re.compile(
            r"^(?:opinion|editorial|op-?ed|commentary|comment|letter)\s*[|:–—-]|[|"
            r":–—-]\s*(?:opinion|op-?ed|editorial)$",
            re.I,
        ),
    ),
    (Genre.ANALYSIS, re.compile(r"^(?:news )?analysis\s*[|:–—-]|[|:–—-]\s*analysis$", re.IGNORECASE)),
    (
        Genre.TRANSCRIPT,
        re.compile(
            r"^(?:(?:full|rush|read the(?: full)?) )?transcript\s*(?:of\b|:|[-–—|])|[-–—|"
            r"(:]\s*(?:full )?transcript\)?$",
            re.I,
        ),
    ),
    (
        Genre.STATEMENT,
        re.compile(
            r"^(?:(?:joint|press|official) )?statement (?:by|of|from|on)\b|\bpress "
            r"release\b",
            re.IGNORECASE,
        ),
    ),
)
_DISCLAIMER = re.compile(
    r"\b(?:views|opinions?)\b[^.]{0,80}\b(?:of the author|author'?s own|writer'?s own|do(?:es)? not (?:necessarily "
    r")?(?:represent|reflect))",
    re.IGNORECASE,
)
_TURN = re.compile(r"^(?!DEAR )(?:[A-Z][A-Z.'’\- ]{1,40}(?:,[^:]{1,60})?|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s+\S")
_BYLINE = re.compile(r"^(?:(analysis)|(?:opinion|commentary|column|editorial)) by\b", re.IGNORECASE)
_OPENING = re.compile(r"^\W*for immediate release\b", re.IGNORECASE)


def genre_of(
    facts: Facts,
    objects: Sequence[dict[str, Any]],
    title: str | None,
    head: Sequence[Block],
    body: Sequence[Block],
    tail: Sequence[Block],
    url: str | None,
) -> tuple[Genre, str | None]:
    """The genre, and the words it rests on (None for plain news)."""
    turns = [block.words for block in body if _TURN.match(block.words)]
    speakers = {turn.split(":")[0] for turn in turns}
    if len(turns) >= 6 and len(turns) * 3 >= len(body) and len(speakers) > 1:
        return Genre.TRANSCRIPT, turns[0].split(":")[0] + ":"
    for block in [*head, *body[:2]]:
        if _OPENING.match(block.words):
            return Genre.STATEMENT, block.words[:80]
    for genre, pattern in _TITLE:
        match = pattern.search(title or "")
        if match:
            return genre, match[0].strip(" -|–—:")
    for one in objects:
        for kind in names_in(one.get("@type")):
            if kind.lower() in _TYPES:
                return _TYPES[kind.lower()], kind
    for block in head:
        match = _BYLINE.match(block.words)
        if match:
            return Genre.ANALYSIS if match[1] else Genre.OPINION, match[0]
    for label in _labels(facts, objects, head, url):
        for genre, pattern in _SECTION:
            if pattern.match(label.strip()) and label.lower() != "statements":
                return genre, label.strip()
    for block in [*head, *tail[:6], *body[:1], *body[-2:]]:
        match = _DISCLAIMER.search(block.words)
        if match:
            return Genre.OPINION, match[0]
    return Genre.NEWS, None


def _labels(facts: Facts, objects: Sequence[dict[str, Any]], head: Sequence[Block], url: str | None) -> list[str]:
    """Everything short that may name the section: visible labels, data, then the address."""
    labels = [block.words for block in head if len(block.words) < 40]
    for one in objects:
        labels += list(names_in(one.get("articleSection")))
    section = facts.first("article:section", "section", "parsely-section", "og:section")
    labels += [section] if section else []
    try:
        path = urlsplit(url or "").path
    except ValueError:
        path = ""
    return labels + [part for part in path.split("/")[1:-1] if part]
