"""What kind of file this is, judged by its content; a name or a media type only breaks ties."""

from __future__ import annotations

import re
from enum import StrEnum

_SAMPLE = 4096
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|article[\s>]|div[\s>]|p[\s>]|table[\s>]|title>|meta\s|"
    rb"script[\s>]|"
    rb"h[1-6][\s>]|section[\s>]|span[\s>]|!--)",
    re.IGNORECASE,
)
# Possessive: a page of indented lines must not be tried in every way.
_HEADER = re.compile(
    rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,40}+:[ \t][^\r\n]*+\r?\n(?:[ \t]++[^\r\n]*+\r?\n)*+){2,}+", re.ASCII
)
_MAIL = re.compile(rb"^(?:from|received|return-path|message-id|delivered-to|mime-version|subject):", re.I | re.M)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)


_CLOSED = re.compile(rb"</(?:p|div|a|h[1-6]|li|ul|td|tr|table|span|article|section|script)>", re.IGNORECASE)
_LONGER = 200_000
# A page whose head is lost still has a tag closed every few hundred characters.
_TEXT_PER_TAG = 1000


class Kind(StrEnum):
    HTML = "text/html"
    TEXT = "text/plain"
    PDF = "application/pdf"
    MHTML = "multipart/related"
    MAIL = "message/rfc822"
    WARC = "application/warc"
    ZIP = "application/zip"
    GZIP = "application/gzip"
    UNKNOWN = "application/octet-stream"


def kind_of(data: bytes, media_type: str | None = None) -> Kind:
    """The kind of ``data`` (its first few kilobytes are enough)."""
    head = data[:_SAMPLE]
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if binary_name(head):
        return Kind.UNKNOWN
    plain = _narrowed(head)
    headers = _HEADER.match(plain)
    if headers and _MAIL.search(headers[0]):
        web = re.search(rb"multipart/related|snapshot-content-location|saved by", headers[0], re.IGNORECASE)
        return Kind.MHTML if web else Kind.MAIL
    return _kind_of_text(plain, data, media_type)


def binary_name(head: bytes) -> str | None:
    """What a file that is no text at all seems to be; None for text of any encoding."""
    for magic, name in _MAGIC:
        if head.startswith(magic) and (magic != b"MZ" or b"\x00" in head):
            return name
    if head[4:8] == b"ftyp":
        return "a film or sound file"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or not head:
        return None
    plain = _narrowed(head)
    controls = sum(
        plain.count(byte) for byte in b"\x01\x02\x03\x04\x05\x06\x0e\x0f\x10\x11\x12\x14\x15\x16\x17\x18\x19"
    )
    return "a binary file" if (controls + plain.count(0)) * 20 > len(plain) else None


def _kind_of_text(plain: bytes, data: bytes, media_type: str | None) -> Kind:
    told = (media_type or "").split(";")[0].strip().lower()
    tags = len(_HTML.findall(plain))
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<!--")):
        return Kind.HTML
    if start.startswith(b"<") and tags:
        return Kind.HTML
    if told == "text/plain":
        return Kind.TEXT
    if told in ("text/html", "application/xhtml+xml") and b"<" in data[:200_000]:
        return Kind.HTML
    if re.search(rb"<html[\s>]|<body[\s>]", data[:200_000], re.IGNORECASE):
        return Kind.HTML
    closed = len(_CLOSED.findall(plain))
    if (tags >= 3 and closed >= 3) or len(_CLOSED.findall(data[:_LONGER])) * _TEXT_PER_TAG > len(data[:_LONGER]):
        return Kind.HTML
    return Kind.TEXT


def _narrowed(head: bytes) -> bytes:
    """UTF-16 and UTF-32 without their zero bytes, so that ASCII patterns find their words."""
    zeros = head.count(0)
    if zeros and (head.startswith((b"\xff\xfe", b"\xfe\xff")) or 0.3 < zeros / len(head) < 0.8):
        return head.replace(b"\x00", b"")
    return head
