"""Reading without being flooded: a few kilobytes of ZIP can hold terabytes of zeros."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import IO

from rashomon.errors import UnreadablePage

LARGEST_MEMBER = 64 << 20
_PIECE = 1 << 16
_GZIP = b"\x1f\x8b"
_TAIL = 8192
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


class Unzipped(io.RawIOBase):
    """A stream read plain or, where it is gzip (one member or many), unpacked.

    After its end ``cut`` says whether the last member broke off, ``tail`` holds the last bytes.
    """

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self._packed = file.read(len(_GZIP))
        self._zipped = self._packed == _GZIP
        self._unpacker = zlib.decompressobj(wbits=31)
        self._plain = b"" if self._zipped else self._packed
        self._inside = False
        self.cut = False
        self.tail = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes, or all that is left; b"" at the end."""
        if size < 0:
            return b"".join(iter(lambda: self.read(_PIECE), b""))
        while self._zipped and not self._plain and self._fill():
            pass
        ready, self._plain = self._plain[:size], self._plain[size:]
        if not self._zipped and not ready:
            ready = self._file.read(size)
        self.tail = (self.tail + ready)[-_TAIL:]
        return ready

    def _fill(self) -> bool:
        """Unpacks a piece more; False at the end."""
        if not self._packed:
            self._packed = self._file.read(_PIECE)
        if not self._packed:
            self.cut = self._inside
            return False
        self._inside = True
        self._plain = self._unpacker.decompress(self._packed, _PIECE)
        self._packed = self._unpacker.unconsumed_tail
        if self._unpacker.eof:
            self._packed = self._unpacker.unused_data.lstrip(b"\x00")
            self._unpacker, self._inside = zlib.decompressobj(wbits=31), False
        return True


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
