"""Names that the parser ran together: "Roe Returns" of a headline, "On Elbonia Roe said"; and papers called a man."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.attribution.lexicon import words
from rashomon.attribution.mentions import Mention
from rashomon.language.parse import Parse
from rashomon.record import EntityKind, Span

# A headline is no longer than this, and this many of its longer words have a capital.
_LONGEST = 160
_WORDS = 3


def apart(parse: Parse, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, each cut to the name that the rest of the text bears out."""
    return _papers(parse, _after_place(parse, without_glue(parse, found)))


def _after_place(parse: Parse, found: Sequence[Mention]) -> list[Mention]:
    """ "On Elbonia Roe said" names Roe, where the text has both names by themselves."""
    places = {m.text for m in found if m.kind is EntityKind.PLACE}
    people = {m.parts[-1] for m in found if m.kind is EntityKind.PERSON}
    out = []
    for m in found:
        before = parse.tokens[m.first - 1] if m.first else None
        glued = m.last == m.first + 1 and m.text not in places and m.parts[0] in places and m.parts[-1] in people
        if glued and before is not None and before.pos == "ADP":
            token = parse.tokens[m.last]
            span = Span(token.start, token.end)
            m = replace(m, first=m.last, span=span, text=token.text, kind=EntityKind.PERSON, title="")
        out.append(m)
    return out


def _papers(parse: Parse, found: Sequence[Mention]) -> list[Mention]:
    """ "The Hill" is the paper wherever it stands, once the text has called it one."""
    papers = {m.text for m in found if m.kind is EntityKind.OUTLET and m.text.startswith("The ")}
    out = []
    for m in found:
        before = parse.tokens[m.first - 1] if m.first else None
        whole = f"The {m.text}"
        if m.kind is EntityKind.PERSON and before is not None and before.text == "The" and whole in papers:
            span = Span(before.start, m.span.end)
            m = replace(m, first=m.first - 1, span=span, text=whole, kind=EntityKind.OUTLET, title="")
        out.append(m)
    return out


def without_glue(parse: Parse, found: Sequence[Mention]) -> list[Mention]:
    """The mentions with each person of a headline cut to the name that the rest of the text knows.

    One that nothing else in the text bears out and that does not begin with a given name is left out.
    """
    glued = [m for m in found if m.kind is EntityKind.PERSON and len(m.parts) > 1 and _in_headline(parse.text, m.span)]
    if not glued:
        return list(found)
    lines = {_line(parse.text, m.span) for m in glued}
    body = [m for m in found if m.kind is EntityKind.PERSON and _line(parse.text, m.span) not in lines]
    whole = {m.text.lower() for m in body}
    single = {m.parts[-1].lower() for m in body}
    out: list[Mention] = []
    for m in found:
        mended = _cut(parse, m, whole, single) if m in glued else m
        if mended is not None:
            out.append(mended)
    return out


def _cut(parse: Parse, m: Mention, whole: set[str], single: set[str]) -> Mention | None:
    if m.text.lower() in whole or (m.parts[-1].lower() in single and m.parts[0].lower() in _given()):
        return m
    first, last = _known(parse, m, whole, single)
    if first < 0:
        return m if m.parts[0].lower() in _given() else None
    span = Span(parse.tokens[first].start, parse.tokens[last].end)
    title = m.title if first == m.first else ""
    return replace(m, first=first, last=last, span=span, text=span.of(parse.text), title=title, relative=False)


def _known(parse: Parse, m: Mention, whole: set[str], single: set[str]) -> tuple[int, int]:
    """The tokens of the longest name within that the body has, else of the last surname; (-1, -1) for none."""
    tokens = parse.tokens
    for size in range(m.last - m.first, 1, -1):
        for first in range(m.first, m.last - size + 2):
            last = first + size - 1
            if parse.text[tokens[first].start : tokens[last].end].lower() in whole:
                return first, last
    surnames = [i for i in range(m.first, m.last + 1) if tokens[i].text.lower() in single and tokens[i].text.isalpha()]
    return (surnames[-1], surnames[-1]) if surnames else (-1, -1)


def _given() -> frozenset[str]:
    return words("male_names") | words("female_names")


def _line(text: str, span: Span) -> tuple[int, int]:
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end


def _in_headline(text: str, span: Span) -> bool:
    start, end = _line(text, span)
    line = text[start:end].strip()
    if len(line) > _LONGEST or line[-1:] in '.!”"':
        return False
    long = [w.strip("‘’“”'\"(") for w in line.split() if len(w) > 3]
    return len(long) >= _WORDS and all(w[:1].isupper() or not w[:1].isalpha() for w in long)
