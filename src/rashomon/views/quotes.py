"""One utterance as different outlets print it, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from rashomon.record import Evidence, LinkKind
from rashomon.views.claim import evidence_anchor
from rashomon.views.index import Index

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one printing; ``kind`` is "same", "only" (the first printing has it not) or "gone" (a place where
    the first has ``text`` and this one has nothing)."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Printing:
    """The utterance in one article, at ``start`` up to ``end`` of its text."""

    article: str
    start: int
    end: int
    outlet: str
    title: str
    anchor: str
    pieces: tuple[Piece, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class QuoteView:
    """An utterance in two or more articles; ``differs`` where any two printings are not word for word the same."""

    id: str
    reason: str
    printings: tuple[Printing, ...]

    @property
    def differs(self) -> bool:
        return any(printing.differs for printing in self.printings)


def quotes(among: Index) -> list[QuoteView]:
    """Every utterance that several articles print, the ones printed differently first."""
    groups: dict[Evidence, set[Evidence]] = {}
    reasons: dict[Evidence, str] = {}
    for link in among.record.links:
        if link.kind is LinkKind.SAME_QUOTE:
            pair = [one for one in link.evidence if one.article in among.articles]
            if len(pair) > 1:
                joined = set().union(*(groups.get(one, {one}) for one in pair))
                for one in joined:
                    groups[one] = joined
                    reasons.setdefault(one, link.reason)
    unique = {id(group): sorted(group) for group in groups.values()}
    views = [_quote(group, reasons[group[0]], among) for group in unique.values()]
    return sorted(views, key=lambda q: (not q.differs, -len(q.printings), q.id))


def compare(base: str, other: str) -> tuple[Piece, ...]:
    """The second text cut into what the first has too, what it alone has, and what it lacks."""
    left, right = list(_WORD.finditer(base)), list(_WORD.finditer(other))
    matcher = SequenceMatcher(None, [_same(m[0]) for m in left], [_same(m[0]) for m in right], autojunk=False)
    pieces: list[Piece] = []
    place = 0
    for kind, i, j, k, m in matcher.get_opcodes():
        end = right[m].start() if m < len(right) else len(other)
        if kind != "equal" and i < j:
            pieces.append(Piece(base[left[i].start() : left[j - 1].end()], "gone"))
        if kind == "equal":
            pieces.append(Piece(other[place:end], "same"))
        elif k < m:
            start, stop = right[k].start(), right[m - 1].end()
            pieces.append(Piece(other[place:start], "same"))
            pieces.append(Piece(other[start:stop], "only"))
            pieces.append(Piece(other[stop:end], "same"))
        else:
            continue
        place = end
    pieces.append(Piece(other[place:], "same"))
    return tuple(piece for piece in pieces if piece.text)


def _same(word: str) -> str:
    return word.casefold().replace("’", "'")


def _quote(group: list[Evidence], reason: str, among: Index) -> QuoteView:
    # The longest printing is the one to compare with: what others leave out then shows.
    base = max(group, key=lambda one: (len(one.text.split()), -one.start, one.article))
    ordered = [base, *(one for one in group if one != base)]
    printings = tuple(_printing(one, base, among) for one in ordered)
    return QuoteView(f"q-{base.article}-{base.start}", reason, printings)


def _printing(one: Evidence, base: Evidence, among: Index) -> Printing:
    pieces = (Piece(one.text, "same"),) if one == base else compare(base.text, one.text)
    return Printing(
        article=one.article,
        start=one.start,
        end=one.end,
        outlet=among.outlet(one.article),
        title=among.title(one.article),
        anchor=evidence_anchor(one.article, one.start, one.end),
        pieces=pieces,
        differs=any(piece.kind != "same" for piece in pieces),
    )
