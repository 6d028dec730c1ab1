from __future__ import annotations

import gzip
import hashlib
import io
import time
import zipfile
from pathlib import Path

import pytest

from rashomon.errors import UnreadablePage
from rashomon.reading.read import LARGEST_TEXT, read_page
from rashomon.reading.sniff import Kind, kind_of
from tests.reading.pages_html import LAST, LEAD, MORE, assert_anchored, page, story

PAGE = page(story())


def test_bytes_text_and_paths_give_the_same_article(tmp_path: Path) -> None:
    file = tmp_path / "saved.html"
    file.write_bytes(PAGE.encode())
    pages = [read_page(PAGE), read_page(PAGE.encode()), read_page(file), read_page(str(file))]
    assert {p.id for p in pages} == {hashlib.sha256(PAGE.encode()).hexdigest()}
    assert {p.articles[0].text for p in pages} == {"\n\n".join((LEAD, MORE, LAST))}
    assert [p.name for p in pages] == ["", "", str(file), str(file)]


def test_packed_pages_are_unpacked() -> None:
    data = gzip.compress(PAGE.encode())
    read = read_page(data)
    assert read.articles[0].text.startswith(LEAD)
    assert read.id == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "unknown kind"),
        (bytes(range(256)) * 20, "unknown kind"),
        (gzip.compress(b"<p>" + b" " * (LARGEST_TEXT + 10)), "too large"),
        (b"<p>" + b"x " * (LARGEST_TEXT // 2 + 10), "too large"),
        (b"PK\x03\x04" + b"\x00" * 100, "archive"),
        (b"MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: image/png\r\n\r\nabc", "no text"),
    ],
)
def test_what_cannot_be_read_says_why_on_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage) as caught:
        read_page(data, name="saved.bin")
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(("saved.bin", "more than"))


def test_a_path_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(UnreadablePage, match="no such file"):
        read_page("folder/saved.html")


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 40_000 + f"<p>{LEAD}</p>",
        page(story("<script>alert(1)</script>Title")),
        page(story("A\ud83dB", "", LEAD, "half \udc00 character", LAST)),
        PAGE.replace("sluice", "slu\x00ice"),
        PAGE[: len(PAGE) // 2],
        PAGE + "<p>" * 2000,
        "<table>" * 1000 + LEAD,
        page(f"<p>{'word ' * 100_000}</p>"),
        page("<p>" + "<b>" * 1000 + LEAD),
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>" + PAGE,
        page(f"<iframe srcdoc='{'<p>x</p>' * 100}'></iframe>" * 10),
        page(story(), '<script type=\'application/ld+json\'>{"articleBody":"' + "\\u00e9 " * 400_000 + '"}</script>'),
        page(f"<div {'a=b ' * 1_000_000}>{LEAD}</div>"),
        "".join(f"<article><h1>Title of story {k}</h1><p>{LEAD}</p><p>{MORE}</p></article>" for k in range(12)),
    ],
)
def test_hostile_pages_are_read_soon_and_anchored(hostile: str) -> None:
    start = time.process_time()
    read = read_page(hostile)
    assert time.process_time() - start < 10
    assert_anchored(read)
    read.text.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", Kind.PDF),
        (b"WARC/1.0\r\n", Kind.WARC),
        (b"<!DOCTYPE html><p>x", Kind.HTML),
        (b"\n\n  <html>", Kind.HTML),
        ("<html><p>x".encode("utf-16"), Kind.HTML),
        (b"Just words, and 5 < 6.", Kind.TEXT),
        (b"From: a@b.example\r\nSubject: x\r\n\r\nhello", Kind.MAIL),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n", Kind.MHTML),
        (b"Opinion: the council\nWater: high\n\nbody", Kind.TEXT),
    ],
)
def test_kinds_are_told_by_content(data: bytes, kind: Kind) -> None:
    assert kind_of(data) is kind


def test_a_zip_s_lies_about_its_size_do_not_matter() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.html", PAGE)
    with pytest.raises(UnreadablePage, match="archive"):
        read_page(buffer.getvalue())


def test_a_kind_is_told_in_linear_time() -> None:
    start = time.process_time()
    assert kind_of(b"Note: x\n" + b"    indented line of a script;\n" * 140) is Kind.TEXT
    assert time.process_time() - start < 1
