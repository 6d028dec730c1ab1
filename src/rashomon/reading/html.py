"""An HTML page into its articles."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from rashomon.reading.assemble import assemble
from rashomon.reading.html_blocks import MOST_TEXT, Block, blocks_of, is_cut
from rashomon.reading.html_choose import body_of
from rashomon.reading.html_frames import frames_of
from rashomon.reading.html_head import Head, head_of
from rashomon.reading.html_judge import Told, judge
from rashomon.reading.html_model import Trees
from rashomon.reading.html_rows import joined_rows
from rashomon.reading.html_saved import saved_by
from rashomon.reading.html_stub import stub_problem
from rashomon.reading.html_told import told_body
from rashomon.reading.html_tree import Tree, build_tree
from rashomon.reading.html_units import Unit, units_of
from rashomon.reading.html_version import version_note
from rashomon.reading.metadata import Facts, facts_of
from rashomon.reading.metadata_article import Described, describe
from rashomon.reading.metadata_people import host_of, outlet_in_bar, outlet_of
from rashomon.record import Article, Page

# The largest of the dev pages has 1,500 blocks; this many take a few seconds.
MOST_BLOCKS = 20_000
LEAST_INTRODUCTION = 40
LEAST_FRAMED = 60
LEAST_WORDS_BESIDE = 20
_SAMPLE = 60
_TOP = 12
DEEPEST_FRAME = 2


@dataclass(frozen=True, slots=True)
class _Source:
    """A page on its way: what every one of its articles needs."""

    text: str
    tree: Tree
    facts: Facts
    page_id: str
    url: str | None
    outlet: str | None
    trees: Trees | None


def read_html(
    text: str, *, page_id: str, name: str, url: str | None = None, depth: int = 0, trees: Trees | None = None
) -> Page:
    """The page whose decoded source is ``text``; ``depth`` counts the frames around it, ``trees`` are for measuring."""
    tree = build_tree(text)
    facts = facts_of(text, tree)
    saved = saved_by(text)
    url = url or saved.url
    address = url or facts.first("og:url") or facts.links.get("canonical")
    source = _Source(text, tree, facts, page_id, address, outlet_of(facts, facts.objects, address), trees)
    blocks = blocks_of(text, tree)
    beyond = max(0, len(blocks) - MOST_BLOCKS)
    blocks = blocks[:MOST_BLOCKS]
    units = units_of(blocks, live=_is_live(facts))
    articles: list[Article] = []
    for unit in units:
        article = _article(source, unit, len(units), len(articles) + 1)
        if article is not None:
            articles.append(article)
    shared = next((article.outlet for article in articles if article.outlet), None)
    articles = [article if article.outlet else replace(article, outlet=shared) for article in articles]
    framed = _framed(text, tree, page_id, url, depth) if depth < DEEPEST_FRAME else []
    if framed:
        articles = [article for article in articles if len(article.text.split()) >= LEAST_WORDS_BESIDE]
        articles = [_placed(article, page_id, k) for k, article in enumerate([*articles, *framed], start=1)]
    left = len(blocks) - sum(article.text.count("\n\n") + 1 for article in articles)
    dropped = {"block of furniture": left} if left > 0 else {}
    version = version_note(facts, url)
    shown = url or (address if address and address.startswith("http") else None)
    return Page(
        page_id,
        name,
        text,
        "text/html",
        shown,
        saved.captured,
        articles=articles,
        problems=_problems(tree, articles, beyond, is_cut(text, blocks)) + ([version] if version else []),
        dropped=dropped,
    )


def _framed(text: str, tree: Tree, page_id: str, url: str | None, depth: int) -> list[Article]:
    """Articles in the frames of a page, those long enough not to be an advertisement."""
    found: list[Article] = []
    for frame in frames_of(text, tree):
        inner = read_html(frame.text, page_id=page_id, name="", url=url, depth=depth + 1)
        found += [frame.article(article) for article in inner.articles if len(article.text.split()) >= LEAST_FRAMED]
    return found


def _placed(article: Article, page_id: str, position: int) -> Article:
    return replace(article, id=article_id(page_id, position), position=position)


def article_id(page_id: str, position: int) -> str:
    """The id of the article at ``position`` (from 1) on a page."""
    return "a" + hashlib.sha256(f"{page_id}:{position}".encode()).hexdigest()[:12]


def _article(source: _Source, unit: Unit, units: int, position: int) -> Article | None:
    facts, blocks = source.facts, unit.blocks
    objects = _objects_for(facts, unit, units, blocks)
    told = _told_titles(facts, objects, units) or _own_heading(blocks, units)
    chosen = _chosen(source, unit, told, objects)
    if not chosen and units == 1:
        return _only_told(source, blocks, told, objects, position)
    if not chosen or (
        units > 1 and not unit.post and sum(len(blocks[k].words.split()) for k in chosen) < LEAST_INTRODUCTION
    ):
        return None
    head = head_of(
        source.text, blocks, chosen, told, facts if units == 1 else Facts(), source.outlet, host_of(source.url)
    )
    if head.heading is not None and chosen[0] < head.heading:
        after = [k for k in chosen if k > head.heading]
        if 2 * len(after) > len(chosen):  # what stands above the title (a caption) is no part of the body
            chosen = after
            head = head_of(
                source.text, blocks, chosen, told, facts if units == 1 else Facts(), source.outlet, host_of(source.url)
            )
    body = [blocks[k] for k in chosen]
    tail = list(blocks[chosen[-1] + 1 :])
    text, segments = assemble(source.text, joined_rows(body))
    if not text:
        return None
    about = describe(
        source.text,
        facts,
        objects,
        head,
        body,
        tail,
        text,
        source.outlet,
        source.url,
        alone=units == 1,
        live=_live_word(facts, unit),
    )
    stub = stub_problem(facts, objects, body, tail)
    in_data = told_body(source.text, source.tree, len(text.split())) if units == 1 else None
    if in_data is not None:
        part = text[:_SAMPLE] in " ".join(in_data[0].split())
        stub = f"the page shows {'only the beginning' if part else 'no text'}: it is that of its data (articleBody)"
        text, segments = in_data
    return _filled(source, head, about, text, segments, position, stub)


def _only_told(
    source: _Source, blocks: list[Block], told: Sequence[str], objects: Sequence[dict[str, Any]], position: int
) -> Article | None:
    """The article of a page that shows none of it, from its data."""
    in_data = told_body(source.text, source.tree, 0)
    if in_data is None:
        return None
    text, segments = in_data
    head = head_of(source.text, blocks, [], told, source.facts, source.outlet, host_of(source.url))
    about = describe(
        source.text, source.facts, objects, head, [], [], text, source.outlet, source.url, alone=True, live=None
    )
    problem = "the page shows no text: it is that of its data (articleBody)"
    return _filled(source, head, about, text, segments, position, problem)


def _filled(
    source: _Source, head: Head, about: Described, text: str, segments: list[Any], position: int, stub: str | None
) -> Article:
    return Article(
        article_id(source.page_id, position),
        source.page_id,
        position,
        text,
        segments,
        title=head.title,
        standfirst=head.standfirst,
        outlet=source.outlet or outlet_in_bar(source.facts.title, head.title),
        authors=about.authors,
        published=about.published,
        updated=about.updated,
        language=about.language,
        genre=about.genre,
        genre_cue=about.genre_cue,
        title_span=head.title_span,
        problems=[stub] if stub else [],
    )


def _chosen(source: _Source, unit: Unit, told: Sequence[str], objects: Sequence[dict[str, Any]]) -> list[int]:
    blocks = unit.blocks
    if unit.post:
        return post_body(blocks)
    if not blocks:
        return []
    structured = max((str(one.get("articleBody") or "") for one in objects), key=len, default="")
    description = source.facts.first("og:description", "description") or ""
    about = Told(max(told, key=len, default=""), description, structured if len(structured) > 400 else "")
    around, chances = judge(source.text, source.tree, blocks, about, source.trees, unit.node)
    return body_of(blocks, around, chances)


def post_body(blocks: Sequence[Block]) -> list[int]:
    """The body of a live blog's entry: all of it but heading, date and links."""
    from rashomon.reading.html_posts import body_of_post

    return body_of_post(blocks)


def _objects_for(facts: Facts, unit: Unit, units: int, blocks: Sequence[Block]) -> list[dict[str, Any]]:
    """The structured data about this article: all of it on a page of one, else what bears its headline."""
    if units == 1:
        return facts.objects
    headings = {block.words for block in blocks[:12] if block.node.tag in ("h1", "h2", "h3")}
    return [one for one in facts.objects if str(one.get("headline") or one.get("name") or "") in headings]


def _told_titles(facts: Facts, objects: Sequence[dict[str, Any]], units: int) -> list[str]:
    titles = [str(one.get("headline") or "") for one in objects]
    if units == 1:
        titles += [facts.first("og:title") or "", facts.first("twitter:title") or "", facts.title]
    return [title for title in titles if title.strip()]


def _is_live(facts: Facts) -> bool:
    return any("liveblogposting" in str(one.get("@type")).lower() for one in facts.objects)


def _own_heading(blocks: Sequence[Block], units: int) -> list[str]:
    """The heading an article among others stands under."""
    tops = [block for block in blocks[:_TOP] if block.node.tag in ("h1", "h2", "h3", "h4")]
    return [tops[0].words] if tops and units > 1 else []


def _live_word(facts: Facts, unit: Unit) -> str | None:
    """The page's word for the live blog that holds an entry; None for other articles."""
    if not unit.post or unit.node is None:
        return None
    if _is_live(facts):
        return "LiveBlogPosting"
    labels = [word for node in (unit.node, *unit.node.ancestors()) for word in node.label.split() if "live" in word]
    return labels[0] if labels else "live blog"


def _problems(tree: Tree, articles: Sequence[Article], beyond: int, cut: bool) -> list[str]:
    problems = []
    if tree.flattened:
        problems.append(f"{tree.flattened} tags nested too deeply: flattened")
    if tree.cut:
        problems.append("too many elements: the rest of the page was not read")
    if cut:
        problems.append(f"more than {MOST_TEXT:,} characters of text: the rest was not read")
    if beyond:
        problems.append(f"more than {MOST_BLOCKS:,} pieces of text: {beyond:,} were not read")
    if not articles:
        problems.append("no article text found on the page")
    problems += [f"article {article.position}: {problem}" for article in articles for problem in article.problems]
    return problems
