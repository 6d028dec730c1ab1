from __future__ import annotations

import time

import pytest

from rashomon.reading.html_blocks import blocks_of
from rashomon.reading.html_tokens import attributes, tokens, value_span
from rashomon.reading.html_tree import DEEPEST, build_tree


def words(source: str) -> list[str]:
    return [block.words for block in blocks_of(source, build_tree(source))]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One<p>Two", ["One", "Two"]),
        ("<ul><li>One<li>Two</ul>Three", ["One", "Two", "Three"]),
        ("<table><tr><td>One<td>Two<tr><td>Three</table>", ["One", "Two", "Three"]),
        ("<p>A <b>bold <i>word</b></i> here</p>", ["A bold word here"]),
        ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
        ("<p>5 < 6 and a<b</p>", ["5 < 6 and a"]),
        ('<p title="a > b">Kept</p>', ["Kept"]),
        ('<p class="x"">Stray quote</p><p>Next</p>', ["Stray quote", "Next"]),
        ("<title>Not shown <b>never</title><p>Shown", ["Shown"]),
        ("<script>var a = '<p>no</p>'</script><p>Yes", ["Yes"]),
        ("<p>Never closed comment <!-- gone", ["Never closed comment"]),
        ("<p hidden>No</p><div style='display: none'>No</div><span class='sr-only'>No</span><p>Yes</p>", ["Yes"]),
        ("<body><p>One</body></html><p>Two", ["One", "Two"]),
        ("plain words", ["plain words"]),
        ("", []),
    ],
)
def test_broken_markup_reads_as_browsers_show_it(source: str, expected: list[str]) -> None:
    assert words(source) == expected


def test_attributes_are_decoded_and_the_first_counts() -> None:
    source = "<a href='/x?a=1&amp;b=2' HREF=second checked data-x=bare>"
    (token,) = tokens(source)
    assert attributes(source, token.inside) == {"href": "/x?a=1&b=2", "checked": "", "data-x": "bare"}
    span = value_span(source, token.inside, "href")
    assert span is not None
    assert source[slice(*span)] == "/x?a=1&amp;b=2"


def test_deep_nesting_is_flattened_and_counted() -> None:
    tree = build_tree("<div>" * 20_000 + "<p>deep</p>" + "</div>" * 20_000)
    assert tree.flattened > 19_000
    deepest = max((node for node in tree.root.walk() if node.tag == "p"), key=lambda node: node.start)
    assert sum(1 for _ in deepest.ancestors()) <= DEEPEST


@pytest.mark.parametrize(
    "source",
    [
        "<a " * 50_000,
        "<a b='>'" * 20_000,
        '<a b="' * 20_000,
        "<" * 100_000,
        "<!--" * 50_000,
        "<script>" * 20_000,
        "&" * 100_000,
        "<p>&amp" * 20_000,
        "<a =" * 20_000,
        "</" * 50_000,
        "<a\n" * 50_000 + ">",
        "<textarea>" * 20_000 + "</",
    ],
)
def test_no_markup_takes_more_than_linear_time(source: str) -> None:
    start = time.process_time()
    blocks_of(source, build_tree(source))
    assert time.process_time() - start < 5
