"""The outlet of a text-only page, where its furniture tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rashomon.reading.bylines import is_person_name
from rashomon.reading.lines import Line
from rashomon.reading.metadata_people import host_of
from rashomon.reading.text_marks import is_capture

# A name is taken when its phrases and half a point for each other line that has it come to this.
_LEAST = 2.0
_SHORT = 300
_TOP = 5
_NAME = r"(?P<name>(?:The )?[A-Z][\w.&'’-]*(?: (?:of|and|&|the|in) [A-Z][\w.&'’-]*| [A-Z][\w.&'’-]*){0,4}?)"
_PLACE = r"(?:Facebook|Twitter|Instagram|YouTube|Patreon|PayPal|Telegram|Soundcloud|LinkedIn|WhatsApp|Google News)"
_PHRASES = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (1.5, rf"\b(?i:support|follow|like|find|join|watch) {_NAME}(?:['’]s)? (?i:on) {_PLACE}\b"),
        (1.0, rf"\b(?i:subscribe to|get|download) (?:the )?{_NAME}(?:['’]s)? (?i:app|youtube channel|channel)\b"),
        (1.0, rf"^(?i:advertise with|welcome to|work (?:at|for)|jobs at) {_NAME}\W*$"),
        # Newsletters and owners have names of their own.
        (0.5, rf"^{_NAME} (?i:newsletters?|group)\W*$"),
        (0.5, rf"^(?i:about|contact|more from) {_NAME}\W*$"),
        (0.5, rf"(?:©|\([cC]\)|\b(?i:copyright))[\s©\d,–-]*(?:by )?{_NAME}(?=\W*$|,|\.? All\b|\.\s)"),
    )
)
# A name that is the whole of one of the first lines, and stands in a phrase further down.
_MASTHEAD = 1.0
# A site's name before its motto, on one of the first lines.
_SITE_WEIGHT = 3.0
_SITE = re.compile(rf"^(?:\W{{0,2}}(?:date|captured)\W+[\d-]+ )?{_NAME} (?:[-–—|:]|::) ")
# Words that no outlet's name is made of alone.
_GENERIC = """
us me this our the site privacy policy terms facebook twitter instagram youtube home news menu search opinion sport
sports author editor share inc ltd all rights more latest video videos photos cookies breaking top live daily weekly
email e-mail preferences morning evening newsletter account
"""


def outlet_of(
    lines: Sequence[Line], body: Collection[int], url: str | None, titles: Collection[str] = ()
) -> str | None:
    """The outlet as the furniture around the articles names it, else the host of the page's address."""
    around = [line for k, line in enumerate(lines) if k not in body and len(line.text) <= _SHORT]
    weights: dict[str, float] = {}
    for line in around:
        for weight, phrase in _PHRASES:
            for match in phrase.finditer(line.text):
                name = _bare(match["name"])
                weights[name] = max(weights.get(name, 0.0), weight)
    for line in around[:_TOP]:
        site = _SITE.match(line.text)
        if site and (is_capture(line) or len(site["name"].split()) >= 2):
            weights[_bare(site["name"])] = _SITE_WEIGHT
    mastheads = {line.text.strip() for line in lines[:_TOP]}
    scores = {
        name: weight + _elsewhere(name, around) / 2 + _MASTHEAD * (name in mastheads)
        for name, weight in weights.items()
        if _may_be(name, titles)
    }
    best = max(scores, key=lambda name: (scores[name], len(name), name), default=None)
    if best is not None and scores[best] >= _LEAST:
        return best
    return host_of(url)


def _bare(name: str) -> str:
    return re.sub(r"['’]s$|[.,]$", "", name)


def _may_be(name: str, titles: Collection[str]) -> bool:
    if name in titles or (len(name.split()) > 1 and is_person_name(name)):
        return False
    words = [word.lower().strip(".") for word in name.split()]
    return len(name) >= 3 and not set(words) <= set(_GENERIC.split())


def _elsewhere(name: str, around: Sequence[Line]) -> int:
    """How many other lines of furniture have the name; each wording counts once."""
    return len({line.text for line in around if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.text)}) - 1
