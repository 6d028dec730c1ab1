"""Results of pure functions, kept from one build to the next under a digest of all they were made from."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from rashomon.ports import Shelf

T = TypeVar("T")

# What works here when a result is made: a line changed in these rooms makes every kept result another one's.
_ROOMS = ("attribution", "language", "naming", "record", "relating")
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


class NoShelf:
    """Keeps nothing."""

    def get(self, key: bytes) -> bytes | None:
        return None

    def put(self, key: bytes, value: bytes) -> None:
        return None


class Worked(Generic[T]):
    """What one function makes, each result fetched from the shelf where it was made before."""

    def __init__(self, shelf: Shelf, name: str, kind: type[T]) -> None:
        self._shelf = shelf
        self._name = name.encode() + program()
        self._decoder = msgspec.msgpack.Decoder(kind)

    def of(self, *made_from: bytes, make: Callable[[], T]) -> T:
        """The result of ``make``, which must depend on nothing but what ``made_from`` stands for."""
        key = digest(self._name, *made_from)
        known = self._shelf.get(key)
        if known is not None:
            return self._decoder.decode(known)
        made = make()
        self._shelf.put(key, msgspec.msgpack.encode(made))
        return made


def encoded(thing: object) -> bytes:
    """The same bytes for the same thing, in whatever order its sets and mappings were filled."""
    return _ENCODER.encode(thing)


def digest(*parts: bytes) -> bytes:
    """Tells these parts, in this order, from any others."""
    joined = blake2b(digest_size=16)
    for part in parts:
        joined.update(len(part).to_bytes(8, "little") + part)
    return joined.digest()


@cache
def program() -> bytes:
    """A digest of the code and the word lists that results are made with."""
    home = Path(__file__).parents[1]
    files = sorted(f for room in _ROOMS for f in (home / room).rglob("*") if f.suffix in (".py", ".txt"))
    return digest(*(part for file in files for part in (file.name.encode(), file.read_bytes())))
