"""Every attribution as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from rashomon.record import ArticleRow, AttributionRow, Evidence, Record
from rashomon.views.index import Index, index
from rashomon.views.line import line

Json: TypeAlias = dict[str, Any]
# Characters before and after the words, to find them by on a page that has changed.
_AROUND = 32


def render(record: Record) -> bytes:
    """JSON-LD, an annotation page. Words are pointed at by quote with what stands around them, and by position in the
    page's decoded text where the page is plain text, whose positions every reader counts alike."""
    among = index(record)
    items = [made for one in record.attributions if (made := _annotation(one, among))]
    whole = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _annotation(one: AttributionRow, among: Index) -> Json | None:
    if not one.content:
        return None
    read = line(one, among)
    said = f"{read.speaker} {read.verb}" + (f", {read.when.text}" if read.said.known else "")
    tags = [str(one.act), str(one.polarity), str(one.quotation)]
    targets = [_target(piece, among) for piece in one.content]
    return {
        "id": f"urn:rashomon:attribution:{one.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "value": said, "format": "text/plain", "purpose": "identifying"},
            *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags),
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(piece: Evidence, among: Index) -> Json:
    article = among.articles[piece.article]
    page = among.pages[article.page]
    quote: Json = {
        "type": "TextQuoteSelector",
        "exact": piece.text,
        "prefix": article.text[max(0, piece.start - _AROUND) : piece.start],
        "suffix": article.text[piece.end : piece.end + _AROUND],
    }
    selectors = [quote]
    if page.media_type == "text/plain" and (place := on_page(piece, article)) is not None:
        selectors.append({"type": "TextPositionSelector", "start": place[0], "end": place[1]})
    return {"source": page.url or f"urn:sha256:{page.id}", "selector": selectors}


def on_page(piece: Evidence, article: ArticleRow) -> tuple[int, int] | None:
    """Where the evidence stands in the page's decoded text; None where the map does not cover it."""
    start = next((_across(piece.start, one) for one in article.segments if one[0] <= piece.start < one[1]), None)
    last = next((_across(piece.end - 1, one) for one in article.segments if one[0] <= piece.end - 1 < one[1]), None)
    return None if start is None or last is None else (start[0], last[1])


def _across(at: int, segment: tuple[int, int, int, int]) -> tuple[int, int]:
    """The page's characters that one character of the article was made from."""
    start, end, page_start, page_end = segment
    if end - start != page_end - page_start:
        return page_start, page_end
    return page_start + at - start, page_start + at - start + 1
