"""Any saved page into the articles on it."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path

from rashomon.errors import UnreadablePage
from rashomon.reading.archive_bytes import read_within
from rashomon.reading.decode import clean_text, decode
from rashomon.reading.sniff import Kind, binary_name, kind_of
from rashomon.record import Page

LARGEST_FILE = 512 << 20
LARGEST_TEXT = 32 << 20
_NAMES_A_FILE = re.compile(r"[^\n<>]{1,400}\.(?:html?|xhtml|txt|pdf|mhtml?|eml|warc|wacz|gz|zip)", re.IGNORECASE)


def read_page(
    source: bytes | str | Path, *, media_type: str | None = None, url: str | None = None, name: str | None = None
) -> Page:
    """The page with its articles in order.

    ``source`` is a page's bytes, its text, or a path; a ``str`` that names an existing file is a path. Raises
    ``UnreadablePage`` where nothing can be read; what is merely wrong with a page stands in ``Page.problems``.
    """
    path = _path_of(source)
    if path is not None:
        return read_bytes(_bytes_of(path), media_type=media_type, url=url, name=name or str(path))
    if isinstance(source, str):
        if not source.strip():
            raise UnreadablePage("empty", f"{name or 'the text'}: it is empty; save the page again")
        text, problems = clean_text(source)
        data = text.encode("utf-8")
        told = media_type or str(kind_of(data))
        page = _read(data, told, None, name or "", url, text)
        return replace(page, problems=problems + page.problems)
    return read_bytes(bytes(source), media_type=media_type, url=url, name=name or "")


def read_bytes(data: bytes, *, media_type: str | None = None, url: str | None = None, name: str = "") -> Page:
    """The page that ``data`` is, whatever its kind."""
    if not data.strip(b" \t\r\n\x00"):
        raise UnreadablePage("empty", f"{name or 'the page'}: it is empty; save the page again")
    charset = re.search(r"charset=[\"']?([\w.:-]+)", media_type or "", re.IGNORECASE)
    return _read(data, media_type, charset[1] if charset else None, name, url, None)


def _read(
    data: bytes, media_type: str | None, charset: str | None, name: str, url: str | None, text: str | None
) -> Page:
    kind, page_id = kind_of(data, media_type), hashlib.sha256(data).hexdigest()
    if kind is Kind.PDF:
        from rashomon.reading.pdf import read_pdf

        return read_pdf(data, page_id=page_id, name=name, url=url)
    if kind is Kind.UNKNOWN:
        what = binary_name(data[:4096]) or "of no known kind"
        raise UnreadablePage("unknown kind", f"{name or 'the page'}: it is {what}, not a page; leave it out")
    if kind is Kind.GZIP:
        inside = read_within(io.BytesIO(data), LARGEST_TEXT, zipped=True)
        if kind_of(inside) is not Kind.WARC and kind_of(inside) is not Kind.GZIP:
            return replace(_read(inside, media_type, charset, name, url, None), id=page_id)
    if kind in (Kind.GZIP, Kind.WARC, Kind.ZIP):
        raise UnreadablePage(
            "archive", f"{name or 'the page'}: it is an archive of pages; give its path to rashomon build"
        )
    if len(data) > LARGEST_TEXT:
        size, most = len(data) >> 20, LARGEST_TEXT >> 20
        raise UnreadablePage("too large", f"{name or 'the page'}: {size} MB, at most {most} MB can be read; split it")
    if kind in (Kind.MHTML, Kind.MAIL):
        from rashomon.reading.read_mail import read_letter

        return read_letter(data, kind, page_id=page_id, name=name, url=url)
    problems: list[str] = []
    if text is None:
        text, problems = decode(data, charset)
        text, more = clean_text(text)
        problems += more
    if kind is Kind.HTML:
        from rashomon.reading.html import read_html

        page = read_html(text, page_id=page_id, name=name, url=url)
    else:
        from rashomon.reading.text import read_text

        found = read_text(text, page_id=page_id, url=url)
        told = [f"article {one.position}: {problem}" for one in found.articles for problem in one.problems]
        told = told if found.articles else ["no article text found on the page"]
        page = Page(page_id, name, text, str(Kind.TEXT), url, None, found.articles, told, found.dropped)
    return replace(page, problems=problems + page.problems)


def _path_of(source: bytes | str | Path) -> Path | None:
    if isinstance(source, Path):
        return source
    if not isinstance(source, str) or len(source) > 4096 or "\n" in source or "<" in source:
        return None
    try:
        there = Path(source).is_file()
    except (OSError, ValueError):
        return None
    if not there and _NAMES_A_FILE.fullmatch(source.strip()):
        raise UnreadablePage("no such file", f"{source}: there is no such file; check the path")
    return Path(source) if there else None


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise UnreadablePage("too large", f"{path}: {size >> 20} MB, at most {LARGEST_FILE >> 20} MB; split it")
        return path.read_bytes()
    except OSError as error:
        raise UnreadablePage("cannot be opened", f"{path}: {error.strerror or error}; check the file") from error
