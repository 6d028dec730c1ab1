from __future__ import annotations

from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.reading.assemble import assemble
from rashomon.reading.html_blocks import blocks_of
from rashomon.reading.html_tokens import Kind, tokens
from rashomon.reading.html_tree import build_tree
from rashomon.reading.read import read_page
from rashomon.record import Article
from tests.reading.pages_html import LAST, LEAD, MORE, assert_anchored, assert_segments, page, story

PIECES = st.sampled_from(
    [
        "&nbsp;",
        "&amp;",
        "&amp;#39;",
        "&eacute;",
        "&#8217;",
        "&#x1F600;",
        "&notit;",
        "&",
        "&bogus;",
        "\u00ad",
        "&shy;",
        "\u200f",
        "\u200b",
        "\u00a0",
        "<br>",
        "<br/>\n",
        "<b>",
        "</b>",
        "<a href='/x?a=1&b=2'>",
        "</a>",
        "<i>",
        "</i>",
        "</p>",
        "<p>",
        "<li>",
        "<div>",
        "</div>",
        "<table><tr><td>",
        "</td><td>",
        "</table>",
        "<!-- no -->",
        "<script>if (a<b) {}</script>",
        "<",
        ">",
        '"',
        "'",
        "\r\n\t ",
        "é",
        "😀",
        "&#xD83D;&#xDE00;",
        "&#0;",
        "&#150;",
        "<img alt='x'>",
        "<span hidden>never</span>",
        "plain words. ",
        "Said so, ",
        "<p style='display:none'>gone</p>",
    ]
)
SOURCES = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join)


@given(SOURCES)
@settings(max_examples=300, deadline=None)
def test_every_block_maps_back_to_its_source(source: str) -> None:
    blocks = blocks_of(source, build_tree(source))
    text, segments = assemble(source, [block.stretches for block in blocks])
    assert_segments(Article("a", "p", 1, text, segments), source)
    assert text == "\n\n".join(block.words for block in blocks)


@given(SOURCES)
@settings(max_examples=200, deadline=None)
def test_tokens_cover_the_source_in_order(source: str) -> None:
    at = 0
    for token in tokens(source):
        assert at <= token.start <= token.end <= len(source)
        at = token.end
        if token.kind in (Kind.START, Kind.END):
            assert source[token.start] == "<"
            assert source[token.end - 1] == ">"


@given(SOURCES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_read_page_maps_back(piece: str) -> None:
    read = read_page(page(story("Sluice was open", "", LEAD, MORE + piece, LAST)))
    assert_anchored(read)


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=100, deadline=None)
def test_escaped_text_comes_back_as_it_was_meant(words: str) -> None:
    words = " ".join("".join(c for c in words if c.isalnum() or c in " &<>'\".,").split())
    source = f"<p>{escape(words)}</p>"
    blocks = blocks_of(source, build_tree(source))
    # Text escaped twice is read once more; nothing here begins a reference that was.
    if "&" not in words:
        assert [block.words for block in blocks] == ([words] if words else [])


def test_an_entity_is_one_unit() -> None:
    source = "<p>caf&eacute;s &amp; bars</p>"
    text, segments = assemble(source, [block.stretches for block in blocks_of(source, build_tree(source))])
    assert text == "cafés & bars"
    unit = next(s for s in segments if text[s.start : s.end] == "é")
    assert source[unit.page_start : unit.page_end] == "&eacute;"


def test_a_line_break_within_a_sentence_is_a_space_else_a_new_block() -> None:
    source = "<p>The lamp was<br>broken in spring.<br><br>Nobody came.<br>He said so.</p>"
    words = [block.words for block in blocks_of(source, build_tree(source))]
    assert words == ["The lamp was broken in spring.", "Nobody came.", "He said so."]
