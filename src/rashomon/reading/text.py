"""Articles on a page of which only the text was kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

from rashomon.errors import UnreadablePage
from rashomon.reading.assemble import assemble
from rashomon.reading.html_stub import wall_problem
from rashomon.reading.lines import Line, lines_of
from rashomon.reading.lines_model import LineModel, shipped
from rashomon.reading.lines_wrapped import unwrapped
from rashomon.reading.text_body import body_of
from rashomon.reading.text_edges import body_within
from rashomon.reading.text_furniture import kind_of
from rashomon.reading.text_genre import genre_of
from rashomon.reading.text_head import head_of
from rashomon.reading.text_language import language_of
from rashomon.reading.text_outlet import outlet_of
from rashomon.reading.text_regions import Region, regions_of
from rashomon.record import Article

# A page beyond this is a dump, not a page (the longest page of the dev data has 1 % of it).
LONGEST = 5_000_000
MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of a page and how many lines were left out, by what they are."""

    articles: list[Article]
    dropped: dict[str, int]


def read_text(
    text: str,
    *,
    page_id: str,
    url: str | None = None,
    lines: list[Line] | None = None,
    model: LineModel | None = None,
) -> Found:
    """The articles of a text-only page, and what was left out.

    ``lines`` are given where they are known to be others than the text's, ``model`` where it is not the shipped one.
    """
    if len(text) > LONGEST:
        raise UnreadablePage(
            "too long", f"the text has {len(text):,} characters, more than {LONGEST:,}; split it into pages"
        )
    lines = unwrapped(lines_of(text)) if lines is None else lines
    if len(lines) > MOST_LINES:
        raise UnreadablePage(
            "too many lines", f"the text has {len(lines):,} lines, more than {MOST_LINES:,}; split it into pages"
        )
    body, chances = body_of(lines, model or shipped())
    regions = [
        Region(one.start, one.end, body_within(text, lines, one.body, chances, one.start, one.end))
        for one in regions_of(text, lines, body)
    ]
    kept = {k for region in regions for k in region.body}
    outlet = outlet_of(lines, kept, url)
    articles = [_article(text, lines, region, page_id, k, url, outlet) for k, region in enumerate(regions, start=1)]
    return Found(articles, _dropped(lines, kept))


def _article(
    page: str, lines: list[Line], region: Region, page_id: str, position: int, url: str | None, outlet: str | None
) -> Article:
    head = head_of(page, lines, region.start, region.body, url, outlet)
    body = [k for k in region.body if k not in head.lines]
    text, segments = assemble(page, [[(lines[k].start, lines[k].end)] for k in body])
    genre, cue = genre_of(lines, region, head.title, head.title_line)
    wall = wall_problem(len(text.split()), [line.text for line in lines[region.body[-1] + 1 : region.end]])
    return Article(
        id="a" + hashlib.sha256(f"{page_id}:{position}".encode()).hexdigest()[:12],
        page=page_id,
        position=position,
        text=text,
        segments=segments,
        title=head.title,
        standfirst=head.standfirst,
        outlet=outlet,
        authors=head.authors,
        published=head.published,
        updated=head.updated,
        language=language_of(text),
        genre=genre,
        genre_cue=cue,
        title_span=head.title_span,
        problems=[wall] if wall else [],
    )


def _dropped(lines: list[Line], kept: set[int]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for k, line in enumerate(lines):
        if k not in kept:
            counts[kind_of(line) or "furniture"] += 1
    return {f"line left out: {kind}": counts[kind] for kind in sorted(counts)}
