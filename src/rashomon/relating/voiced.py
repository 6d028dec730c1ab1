"""What each article says, once it is known who its names are: kept until the article or one of those changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import msgspec

from rashomon.ports import Shelf
from rashomon.record import AttributionRow, Link
from rashomon.relating.credits import credits_of
from rashomon.relating.events import Telling, tellings_of
from rashomon.relating.index import Column, column_of
from rashomon.relating.people import People
from rashomon.relating.pile import Pile, Told
from rashomon.relating.propositions import propositions_of
from rashomon.relating.reuse import Quoted, quoted_in
from rashomon.relating.voices import attribution_rows
from rashomon.relating.worked import Worked, digest, encoded


@dataclass(frozen=True, slots=True)
class Voiced:
    """Who said what in one article, and what it tells as having happened."""

    rows: list[AttributionRow]
    tellings: list[Telling]
    dropped: dict[str, int]


@dataclass(frozen=True, slots=True)
class Stated:
    """What follows from who said what, a person's corrections included: the statements of one article (encoded), their
    column of the index, the outlets it credits, and its quotations. ``key`` stands for all that it follows from."""

    key: bytes
    statements: list[bytes]
    column: Column
    credits: list[Link]
    quotes: list[Quoted]


def voiced(pile: Pile, people: People, seen: Sequence[bytes], shelf: Shelf) -> list[Voiced]:
    """One of each article, in the pile's order; ``seen`` is what each article sees of the people."""
    worked = Worked(shelf, "voiced", Voiced)
    return [
        worked.of(told.digest, sight, make=partial(_voiced, told, people))
        for told, sight in zip(pile.told, seen, strict=True)
    ]


def _voiced(told: Told, people: People) -> Voiced:
    dropped: Counter[str] = Counter()
    rows = attribution_rows(told, people, dropped)
    made = Voiced(rows, list(tellings_of(told, people, dropped)), dropped)
    told.forget()
    return made


def stated(
    pile: Pile,
    people: People,
    seen: Sequence[bytes],
    heard: Sequence[Voiced],
    rows: Iterable[AttributionRow],
    shelf: Shelf,
) -> list[Stated]:
    """One of each article, in the pile's order; ``rows`` are what corrections have left of what was heard."""
    worked = Worked(shelf, "stated", Stated)
    left: dict[str, list[AttributionRow]] = {told.id: [] for told in pile.told}
    for row in rows:
        left[row.article].append(row)
    out = []
    for told, sight, one in zip(pile.told, seen, heard, strict=True):
        mine = left[told.id]
        changed = b"" if all(map(_is, mine, one.rows)) and len(mine) == len(one.rows) else _changed(mine, people)
        gone = [row for row in one.rows if row.id not in {row.id for row in mine}] if changed else []
        make = partial(_stated, digest(told.digest, sight, changed), pile, told, people, mine, gone)
        out.append(worked.of(told.digest, sight, changed, make=make))
    return out


def _is(one: object, other: object) -> bool:
    return one is other


def _changed(rows: Sequence[AttributionRow], people: People) -> bytes:
    """Stands for corrected rows and for whom they name, who may be told of in other articles alone."""
    whom = sorted({row.source.entity for row in rows if row.source.entity is not None})
    return encoded((rows, [(e, people.name[e], people.kind[e], people.nation.get(e)) for e in whom]))


def _stated(
    key: bytes, pile: Pile, told: Told, people: People, rows: list[AttributionRow], gone: list[AttributionRow]
) -> Stated:
    alone = replace(pile, told=[told])
    statements = propositions_of(alone, people, rows, gone)
    digests = [digest(encoded((p, sorted((e, people.kind[e]) for e in p.names)))) for p in statements]
    packed = [msgspec.msgpack.encode(p) for p in statements]
    made = Stated(key, packed, column_of(statements, digests), credits_of(told, people, rows), quoted_in(told, rows))
    told.forget()
    return made
