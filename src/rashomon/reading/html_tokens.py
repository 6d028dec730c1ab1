"""HTML source into tags and stretches of text, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import partial
from html import unescape
from itertools import islice
from typing import NamedTuple

# Quotes count only after "=", as in browsers, so that a stray one does not swallow the page. Possessive
# quantifiers keep every match linear in the length of the source.
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+)>")
_PLAIN_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>][^\s>]*+)))?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_END_OF_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
# After so many tags that never end, tags are read without regard to quotes: a hostile page must not cost n² time.
_LENIENCE = 16


class Kind(IntEnum):
    TEXT = 0
    START = 1
    END = 2
    RAW = 3


class Token(NamedTuple):
    """Source characters ``start:end``. For START ``inside`` is where the attributes stand."""

    kind: Kind
    start: int
    end: int
    name: str
    inside: tuple[int, int]


# A page has thousands of these; this way of making them is the fastest.
_token: Callable[[tuple[Kind, int, int, str, tuple[int, int]]], Token] = partial(tuple.__new__, Token)
_NOWHERE = (0, 0)
# No element has more attributes; a tag of so many characters may be a hostile one.
_LONG, _MOST_ATTRIBUTES = 20_000, 500


def tokens(source: str) -> Iterator[Token]:
    """The tags and text of ``source`` in order; comments and declarations are passed over.

    A raw element (script, style, title ...) gives its START, its content as RAW and its END.
    """
    at, last, unended = 0, source.rfind(">"), 0
    size = len(source)
    ends: dict[str, bool] = {}
    while at < size:
        open_at = source.find("<", at)
        if open_at < 0 or open_at > last:
            comment = source.find("<!--", at) if open_at >= 0 else -1
            end = comment if comment >= 0 else size
            if at < end:
                yield _token((Kind.TEXT, at, end, "", _NOWHERE))
            return
        match = (_TAG if unended < _LENIENCE else _PLAIN_TAG).match(source, open_at)
        if match is None and source[open_at + 1 : open_at + 2].isalpha():
            unended += 1
            match = _PLAIN_TAG.match(source, open_at)
        if match is None:
            after = _after_markup(source, open_at)
            if after == open_at:
                after = source.find("<", open_at + 1)
                after = size if after < 0 else after
                yield _token((Kind.TEXT, at, after, "", _NOWHERE))
            elif at < open_at:
                yield _token((Kind.TEXT, at, open_at, "", _NOWHERE))
            at = after
            continue
        if at < open_at:
            yield _token((Kind.TEXT, at, open_at, "", _NOWHERE))
        name, at = match[2].lower(), match.end()
        yield _token((Kind.END if match[1] else Kind.START, open_at, at, name, match.span(3)))
        if name in _RAW and not match[1]:
            end = _end_of_raw(source, name, at, ends)
            yield _token((Kind.RAW, at, end, name, _NOWHERE))
            at = end


def attributes(source: str, inside: tuple[int, int]) -> dict[str, str]:
    """Attribute names and values, decoded; the first of a name counts."""
    found: dict[str, str] = {}
    if inside[1] - inside[0] > _LONG:
        first = islice(_ATTRIBUTE.finditer(source, *inside), _MOST_ATTRIBUTES)
        given_values = [match.groups("") for match in first]
    else:
        given_values = _ATTRIBUTE.findall(source, *inside)
    for given, double, single, bare in given_values:
        name = given.lower()
        if name not in found:
            value = double or single or bare
            found[name] = unescape(value) if "&" in value else value
    return found


def value_span(source: str, inside: tuple[int, int], name: str) -> tuple[int, int] | None:
    """Where the undecoded value of attribute ``name`` stands in the source."""
    for match in _ATTRIBUTE.finditer(source, *inside):
        if match[1].lower() == name:
            for group in (2, 3, 4):
                if match[group] is not None:
                    return match.span(group)
    return None


def _after_markup(source: str, at: int) -> int:
    """The end of the comment, declaration or bogus tag at ``at``; ``at`` itself where "<" is only text."""
    if source.startswith("<!--", at):
        if source.startswith(("<!-->", "<!--->"), at):
            return source.index(">", at) + 1
        end = source.find("-->", at + 4)
        return len(source) if end < 0 else end + 3
    if source.startswith("<![CDATA[", at):
        return at + len("<![CDATA[")
    if source[at + 1 : at + 2] in ("!", "?", "/"):
        end = source.find(">", at)
        return len(source) if end < 0 else end + 1
    return at


def _end_of_raw(source: str, name: str, at: int, ends: dict[str, bool]) -> int:
    """Where the raw element that begins at ``at`` ends; to the end of the source where it never does."""
    if ends.get(name, True):
        match = _END_OF_RAW[name].search(source, at)
        if match:
            return match.start()
        ends[name] = False
    return len(source)
