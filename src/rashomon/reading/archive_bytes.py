"""Reading without being flooded: a few kilobytes of ZIP can hold terabytes of zeros."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import IO

from rashomon.errors import UnreadablePage

LARGEST_MEMBER = 64 << 20
_PIECE = 1 << 16
# What the readers of packed data raise where a byte is not what it should be (a name that is no text is a ValueError).
DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)
_LONGEST_REASON = 120


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


def reason_of(error: Exception) -> str:
    """The error's first line, short and without the bytes it may quote."""
    first = (str(error).strip().splitlines() or [""])[0][:_LONGEST_REASON]
    return "".join(char if char.isprintable() else "?" for char in first) or type(error).__name__
