"""The pages a feed names."""

from __future__ import annotations

from io import BytesIO

from rashomon.collecting.addresses import cleaned
from rashomon.errors import NotFetched

_HEAD = 2048
_SIGNS = (b"<rss", b"<feed", b"<rdf:rdf")


def is_feed(body: bytes) -> bool:
    """Whether it is RSS, RDF or Atom, by its first element."""
    head = body[:_HEAD].lower()
    return b"<html" not in head and any(sign in head for sign in _SIGNS)


def links_of(body: bytes, url: str, most: int) -> list[str]:
    """The addresses of the feed's newest ``most`` entries, as they stand in it; what is no address is left out."""
    import feedparser

    # Only ever bytes: given a text, feedparser would take it for an address and fetch it.
    parsed = feedparser.parse(BytesIO(body), response_headers={"content-location": url}, sanitize_html=False)
    found: dict[str, None] = {}
    for entry in parsed.entries:
        try:
            found[cleaned(str(entry.get("link") or ""), url)] = None
        except NotFetched:
            continue
    found.pop(url, None)
    return list(found)[:most]
