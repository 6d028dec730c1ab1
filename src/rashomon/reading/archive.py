"""Archives of pages: web archives (WARC, WACZ) and ZIP files, one page at a time."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from rashomon.errors import UnreadablePage
from rashomon.reading.archive_bytes import DAMAGE, LARGEST_MEMBER, read_within, reason_of
from rashomon.reading.archive_torn import rests
from rashomon.reading.archive_wacz import listed_pages
from rashomon.reading.archive_warc import Capture, captures
from rashomon.reading.sniff import Kind, kind_of

MOST_MEMBERS = 200_000
_READABLE = frozenset({Kind.HTML, Kind.TEXT, Kind.PDF, Kind.MHTML, Kind.MAIL})
_PAGE_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".txt", ".pdf", ".mhtml", ".mht", ".eml"})
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain", "message/rfc822"})


@dataclass(frozen=True, slots=True)
class Member:
    """One page of an archive. ``id`` is the SHA-256 of ``data``; ``captured`` is when it was saved, in ISO 8601."""

    name: str
    id: str
    data: bytes
    url: str | None = None
    captured: str | None = None
    media_type: str | None = None


def is_archive(path: Path) -> bool:
    """Whether the file holds pages as members, judged by its content."""
    with path.open("rb") as file:
        head = file.read(4096)
        kind = kind_of(head)
        if kind is Kind.GZIP:
            file.seek(0)
            kind = kind_of(read_within(file, 4096, zipped=True, whole=False))
    return kind in (Kind.WARC, Kind.ZIP)


def members(path: Path) -> Iterator[Member]:
    """The pages in the archive, in its order; what is no page (images, scripts, redirects) is passed over.

    Raises ``UnreadablePage`` where the archive breaks off, after the pages before the break; a member that is too
    large or damaged is passed over, and named in such an error at the end.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    lost: list[str] = []
    found = _zip_members(path, lost) if kind_of(head) is Kind.ZIP else _warc_members(path, None, str(path), lost)
    for count, member in enumerate(found):
        if count >= MOST_MEMBERS:
            lost.append(f"pages beyond the first {MOST_MEMBERS:,}")
            break
        yield member
    if lost:
        more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        raise UnreadablePage("damaged archive", f"{path}: not everything could be read: {lost[0]}{more}; save it again")


def _warc_members(source: Path | IO[bytes], wanted: set[str] | None, name: str, lost: list[str]) -> Iterator[Member]:
    for capture in captures(source, lost):
        if _is_page(capture) and (wanted is None or capture.url in wanted):
            yield _member(f"{name}#{capture.url}", capture.data, capture.url, capture.captured, capture.media_type)


def _is_page(capture: Capture) -> bool:
    told = (capture.media_type or "").split(";")[0].strip().lower()
    if told and told not in _PAGE_TYPES:
        return False
    path = capture.url.split("?")[0].rsplit("/", 1)[-1]
    if path == "robots.txt":
        return False
    return bool(capture.data.strip()) and kind_of(capture.data, told) in _READABLE


def _zip_members(path: Path, lost: list[str]) -> Iterator[Member]:
    if not zipfile.is_zipfile(path):
        yield from _torn_members(path, lost)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda info: info.filename)
            web = [i for i in infos if i.filename.startswith("archive/") and ".warc" in i.filename]
            if web:
                wanted = listed_pages(archive)
                for info in web:
                    with archive.open(info) as file:
                        yield from _warc_members(file, wanted, f"{path}!{info.filename}", lost)
                return
            for info in infos:
                yield from _zip_member(archive, info, path, lost)
    except DAMAGE as error:
        lost.append(reason_of(error))


def _torn_members(path: Path, lost: list[str]) -> Iterator[Member]:
    """What a ZIP or WACZ file holds whose end is missing; the break is named."""
    count = 0
    for rest in rests(path):
        count += 1
        if rest.name.startswith("archive/") and ".warc" in rest.name:
            yield from _warc_members(io.BytesIO(rest.data), None, f"{path}!{rest.name}", lost)
        elif _may_be_page(rest.name) and rest.data.strip() and kind_of(rest.data) in _READABLE:
            yield _member(f"{path}!{rest.name}", rest.data, None, None, None)
        if not rest.whole:
            lost.append(f"the file breaks off in {rest.name}, its member {count}")
            return
    lost.append(f"the file breaks off after {count} members")


def _may_be_page(name: str) -> bool:
    hidden = name.startswith("__MACOSX/") or Path(name).name.startswith(".")
    return Path(name).suffix.lower() in _PAGE_ENDINGS and not hidden


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, lost: list[str]) -> Iterator[Member]:
    name = info.filename
    if not _may_be_page(name):
        return
    if info.flag_bits & 1:
        lost.append(f"{name} is locked with a password")
        return
    if info.file_size > LARGEST_MEMBER:
        lost.append(f"{name} has {info.file_size >> 20} MB, at most {LARGEST_MEMBER >> 20} MB can be read")
        return
    try:
        with archive.open(info) as file:
            data = read_within(file, LARGEST_MEMBER)
    except (UnreadablePage, *DAMAGE) as error:
        lost.append(f"{name}: {reason_of(error)}")
        return
    if data.strip() and kind_of(data) in _READABLE:
        yield _member(f"{path}!{name}", data, None, None, None)


def _member(name: str, data: bytes, url: str | None, captured: str | None, media_type: str | None) -> Member:
    return Member(name, hashlib.sha256(data).hexdigest(), data, url, captured, media_type)
