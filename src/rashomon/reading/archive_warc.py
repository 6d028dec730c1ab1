"""WARC records as captures of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from rashomon.errors import UnreadablePage
from rashomon.reading.archive_bytes import DAMAGE, LARGEST_MEMBER, Unzipped, read_within, reason_of

_BODIES = ("response", "resource")
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Capture:
    """What a server sent for ``url`` at ``captured``."""

    url: str
    captured: str | None
    media_type: str | None
    data: bytes


def captures(source: Path | IO[bytes], lost: list[str]) -> Iterator[Capture]:
    """The successful answers in a WARC file, compressed or not; what cannot be read is named in ``lost``.

    Of a record that breaks off what is there is given, and the break named.
    """
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield from _captures(file, lost)
    else:
        yield from _captures(source, lost)


def _captures(file: IO[bytes], lost: list[str]) -> Iterator[Capture]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    stream = Unzipped(file)
    records, known = 0, len(lost)
    try:
        for record in ArchiveIterator(stream, ensure_http_headers=False):
            records += 1
            url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            if record.rec_headers.get_header("Content-Length") is None:
                lost.append(f"record {records} breaks off in its header")
                return
            capture = _capture(record, url, lost) if record.rec_type in _BODIES else None
            missing = _missing(record)
            if missing:
                lost.append(f"record {records} ({url or record.rec_type}) breaks off: {missing:,} bytes are missing")
            if capture is not None and capture.data:
                yield capture
    except (ArchiveLoadFailed, *DAMAGE) as error:
        lost.append(reason_of(error))
    except AttributeError:  # warcio on a record whose header has lost its address
        lost.append("a record's header is damaged")
    if len(lost) == known and (stream.cut or not records or _ends_in_header(stream.tail)):
        lost.append(f"the file breaks off after record {records}")


def _ends_in_header(tail: bytes) -> bool:
    """Whether the last record's header has no end: warcio passes such a record over in silence."""
    _, begun, last = (b"\r\n\r\n" + tail).rpartition(b"\r\n\r\nWARC/")
    header, ended, body = last.partition(b"\r\n\r\n")
    empty = b"content-length: 0" in header.lower()
    return bool(begun) and (not ended or (not body and not empty))


def _missing(record: Any) -> int:
    """How many bytes a record says it has beyond those that are there."""
    while record.raw_stream.read(_PIECE):
        pass
    return int(getattr(record.raw_stream, "limit", 0))


def _capture(record: Any, url: str, lost: list[str]) -> Capture | None:
    if not url.startswith(("http://", "https://", "file:", "urn:")):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() not in ("200", "203", "206"):
        return None
    told = headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")
    if told and not _may_be_page(told):
        return None
    try:
        data = read_within(record.content_stream(), LARGEST_MEMBER)
    except (UnreadablePage, *DAMAGE) as error:
        lost.append(f"{url}: {reason_of(error)}")
        return None
    return Capture(url, record.rec_headers.get_header("WARC-Date"), told, data)


def _may_be_page(media_type: str) -> bool:
    kind = media_type.split(";")[0].strip().lower()
    return kind.startswith(("text/html", "text/plain", "message/")) or kind in (
        "application/xhtml+xml",
        "application/pdf",
        "application/octet-stream",
    )
