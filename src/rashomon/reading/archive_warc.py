"""WARC records as captures of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from rashomon.errors import UnreadablePage
from rashomon.reading.archive_bytes import DAMAGE, LARGEST_MEMBER, read_within, reason_of

_BODIES = ("response", "resource")


@dataclass(frozen=True, slots=True)
class Capture:
    """What a server sent for ``url`` at ``captured``."""

    url: str
    captured: str | None
    media_type: str | None
    data: bytes


def captures(source: Path | IO[bytes], lost: list[str]) -> Iterator[Capture]:
    """The successful answers in a WARC file, compressed or not; what cannot be read is named in ``lost``."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield from _captures(file, lost)
    else:
        yield from _captures(source, lost)


def _captures(file: IO[bytes], lost: list[str]) -> Iterator[Capture]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(file, ensure_http_headers=False):
            capture = _capture(record, lost) if record.rec_type in _BODIES else None
            if capture is not None:
                yield capture
    except (ArchiveLoadFailed, *DAMAGE) as error:
        lost.append(reason_of(error))
    except AttributeError:  # warcio on a record whose header has lost its address
        lost.append("a record's header is damaged")


def _capture(record: Any, lost: list[str]) -> Capture | None:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not url.strip("<>").startswith(("http://", "https://", "file:", "urn:")):
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
    return Capture(url.strip("<>"), record.rec_headers.get_header("WARC-Date"), told, data)


def _may_be_page(media_type: str) -> bool:
    kind = media_type.split(";")[0].strip().lower()
    return kind.startswith(("text/html", "text/plain", "message/")) or kind in (
        "application/xhtml+xml",
        "application/pdf",
        "application/octet-stream",
    )
