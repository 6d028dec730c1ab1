"""What is left of a ZIP file whose end, and with it the list of its members, is gone."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from rashomon.reading.archive_bytes import LARGEST_MEMBER

_HEADER = struct.Struct("<4s5H3I2H")
_SIGNATURE = b"PK\x03\x04"
_ENDS = (b"PK\x07\x08", b"PK\x01\x02")
_STORED, _DEFLATED = 0, 8
_LATER = 8  # the flag of a member whose sizes stand behind it
_LARGEST_STORED = 512 << 20


@dataclass(frozen=True, slots=True)
class Rest:
    """A member as far as it is there; ``whole`` says whether all of it is."""

    name: str
    data: bytes
    whole: bool


def rests(path: Path) -> Iterator[Rest]:
    """The members of a torn ZIP file in its order, read by their own headers; ends where they no longer make sense."""
    with path.open("rb") as file:
        size, at = path.stat().st_size, 0
        while at + _HEADER.size <= size:
            file.seek(at)
            signature, _, flags, method, _, _, _, packed, _, named, extra = _HEADER.unpack(file.read(_HEADER.size))
            if signature != _SIGNATURE or flags & 1 or method not in (_STORED, _DEFLATED):
                return
            name = file.read(named).decode("utf-8", "replace")
            start = at + _HEADER.size + named + extra
            file.seek(start)
            known = packed if not flags & _LATER and packed != 0xFFFFFFFF else None
            data, at, whole = (_stored if method == _STORED else _deflated)(file, start, known)
            yield Rest(name, data, whole)
            at = _next(file, at)


def _stored(file: IO[bytes], start: int, packed: int | None) -> tuple[bytes, int, bool]:
    data = file.read(min(packed if packed is not None else _LARGEST_STORED, _LARGEST_STORED))
    if packed is not None:
        return data, start + len(data), len(data) == packed
    end = next((found for mark in _ENDS if (found := data.find(mark)) >= 0), len(data))
    return data[:end], start + end, end < len(data)


def _deflated(file: IO[bytes], start: int, packed: int | None) -> tuple[bytes, int, bool]:
    unpacker, made, at = zlib.decompressobj(wbits=-15), io.BytesIO(), start
    while not unpacker.eof and made.tell() <= LARGEST_MEMBER and (piece := file.read(1 << 16)):
        at += len(piece)
        try:
            made.write(unpacker.decompress(piece, LARGEST_MEMBER + 1))
        except zlib.error:
            return made.getvalue(), at, False
    return made.getvalue()[:LARGEST_MEMBER], at - len(unpacker.unused_data), unpacker.eof


def _next(file: IO[bytes], at: int) -> int:
    """Where the next member's header begins: at ``at``, or behind the sizes that stand there."""
    file.seek(at)
    near = file.read(64)
    found = near.find(_SIGNATURE)
    return at + found if found >= 0 else at + len(near)
