"""The pages of one run in one WARC file, which appears in the folder when it is whole."""

from __future__ import annotations

import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rashomon.collecting.fetch import Answer
from rashomon.options import VERSION

_PIECE = 1 << 16
# How the body travelled, not what it is: it is written down whole.
_HOPS = frozenset({"transfer-encoding", "connection", "keep-alive"})


class Saved:
    """Writes answers to a file under ``room``; `close` moves it into ``folder``. Nothing is made until a page comes."""

    def __init__(self, folder: Path, room: Path, at: datetime) -> None:
        self._folder = folder
        self._part = room / f"collected-{at:%Y%m%dT%H%M%S}.warc.gz"
        self._file: IO[bytes] | None = None
        self._writer: WARCWriter | None = None
        self.pages = 0

    def add(self, answer: Answer) -> None:
        if self._file is None or self._writer is None:
            self._file = self._part.open("wb")
            self._writer = WARCWriter(self._file, gzip=True)
            about = {"software": f"Rashomon {VERSION}", "format": "WARC File Format 1.0"}
            self._writer.write_record(self._writer.create_warcinfo_record(self._part.name, about))
        headers = [(name, value) for name, value in answer.headers if name.lower() not in _HOPS]
        record = self._writer.create_warc_record(
            answer.url,
            "response",
            payload=BytesIO(answer.sent),
            length=len(answer.sent),  # without it warcio copies the body to a file it does not close
            http_headers=StatusAndHeaders(f"{answer.status} {answer.phrase}".strip(), headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": f"{answer.at:%Y-%m-%dT%H:%M:%SZ}"},
        )
        self._writer.write_record(record)
        self._file.flush()
        self.pages += 1

    def close(self) -> Path | None:
        """Where the pages are now; None where there were none."""
        if self._file is None:
            return None
        self._file.close()
        self._file = None
        return _moved(self._part, self._folder)


def adopt(folder: Path, room: Path) -> list[Path]:
    """Brings home what a run that was killed has left, up to its last whole record."""
    home = []
    for part in sorted(room.glob("*.warc.gz")):
        size = _whole(part)
        with part.open("r+b") as file:
            file.truncate(size)
        if size:
            home.append(_moved(part, folder))
        else:
            part.unlink()
    return home


def _whole(path: Path) -> int:
    """How many bytes of the file are whole gzip members; each record is one."""
    end = at = 0
    unpacker = zlib.decompressobj(wbits=31)
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            try:
                while piece:
                    unpacker.decompress(piece)
                    at += len(piece) - len(unpacker.unused_data)
                    piece = unpacker.unused_data
                    if unpacker.eof:
                        end, unpacker = at, zlib.decompressobj(wbits=31)
            except zlib.error:
                break
    return end


def _moved(part: Path, folder: Path) -> Path:
    target, number = folder / part.name, 1
    while target.exists():
        number += 1
        target = folder / part.name.replace(".warc.gz", f"-{number}.warc.gz")
    return part.replace(target)
