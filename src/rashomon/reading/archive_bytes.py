"""Reading without being flooded: a few kilobytes of ZIP can hold terabytes of zeros."""

from __future__ import annotations

import zlib
from typing import IO

from rashomon.errors import UnreadablePage

LARGEST_MEMBER = 64 << 20
_PIECE = 1 << 16


def read_within(file: IO[bytes], most: int, *, zipped: bool = False, whole: bool = True) -> bytes:
    """The bytes of ``file`` (unpacked where ``zipped``), at most ``most``; beyond it ``UnreadablePage`` where the
    ``whole`` was wanted, else the first ``most`` bytes."""
    unpacker = zlib.decompressobj(wbits=31) if zipped else None
    parts: list[bytes] = []
    size = 0
    while size <= most and (piece := file.read(_PIECE)):
        try:
            part = unpacker.decompress(piece, most + 1 - size) if unpacker else piece
        except zlib.error as error:
            if parts and not whole:
                break
            raise UnreadablePage("damaged", f"the packed data is damaged ({error}); save it again") from error
        parts.append(part)
        size += len(part)
        if unpacker and unpacker.eof:
            break
    if whole and size > most:
        raise UnreadablePage("too large", f"more than {most >> 20} MB when unpacked; leave it out or split it")
    return b"".join(parts)[:most]
