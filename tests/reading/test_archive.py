from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from rashomon.errors import UnreadablePage
from rashomon.reading import archive
from rashomon.reading.archive import is_archive, members
from tests.reading.pages_html import page, story

PAGE = page(story()).encode()
CAPTURED = "2021-05-07T08:09:10Z"


def warc(path: Path, answers: list[tuple[str, str, str, bytes]]) -> Path:
    with path.open("wb") as file:
        for url, status, kind, body in answers:
            answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            record = (
                (
                    f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: "
                    f"<urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
                    f"WARC-Target-URI: {url}\r\nWARC-Date: {CAPTURED}\r\nContent-Type: application/http; "
                    f"msgtype=response\r\n"
                    f"Content-Length: {len(answer)}\r\n\r\n"
                ).encode()
                + answer
                + b"\r\n\r\n"
            )
            file.write(gzip.compress(record) if path.suffix == ".gz" else record)
    return path


ANSWERS = [
    ("https://gazette.example/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
    ("https://gazette.example/sluice", "200 OK", "text/html; charset=utf-8", PAGE),
    ("https://gazette.example/logo.png", "200 OK", "image/png", b"\x89PNG...."),
    ("https://gazette.example/old", "301 Moved", "text/html", b"<p>moved</p>"),
    ("https://gazette.example/frame", "200 OK", "text/html", b"<html><body>an advertisement</body></html>"),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_a_web_archive_come_with_address_and_time(tmp_path: Path, name: str) -> None:
    path = warc(tmp_path / name, ANSWERS)
    assert is_archive(path)
    found = list(members(path))
    assert [(m.url, m.captured) for m in found] == [
        ("https://gazette.example/sluice", CAPTURED),
        ("https://gazette.example/frame", CAPTURED),
    ]
    assert found[0].data == PAGE


def test_a_wacz_gives_the_pages_it_lists(tmp_path: Path) -> None:
    inner = warc(tmp_path / "data.warc.gz", ANSWERS)
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(inner, "archive/data.warc.gz")
        packed.writestr(
            "pages/pages.jsonl", '{"format":"json-pages-1.0"}\n{"url":"https://gazette.example/sluice"}\nnot json\n'
        )
    assert [m.url for m in members(path)] == ["https://gazette.example/sluice"]


def test_a_zip_gives_its_pages_in_order_and_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "saved.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("b.html", PAGE)
        packed.writestr("a.txt", "Only words of a page.")
        packed.writestr("style.css", "p {}")
        packed.writestr("__MACOSX/b.html", "junk")
    assert [m.name for m in members(path)] == [f"{path}!a.txt", f"{path}!b.html"]


def test_a_flood_is_kept_out_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 1 << 20)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.html", PAGE)
        packed.writestr("bomb.html", b"<p>" + b" " * (3 << 20))
    found = members(path)
    assert next(found).data == PAGE
    with pytest.raises(UnreadablePage, match=r"bomb\.html has 3 MB"):
        next(found)


def test_a_torn_zip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "torn.zip"
    path.write_bytes(b"PK\x03\x04" + b"\x00" * 200)
    with pytest.raises(UnreadablePage, match=r"torn\.zip"):
        list(members(path))


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_any_broken_byte_of_a_zip_is_damage_and_no_fault(tmp_path: Path, packing: int) -> None:
    path = tmp_path / "saved.zip"
    with zipfile.ZipFile(path, "w", packing) as packed:
        packed.writestr("a.html", PAGE)
        packed.writestr("b-é.html", PAGE + b"<p>more</p>")
    said = _broken(path, range(0, path.stat().st_size, 3))
    assert len(said) > 20
    assert all(one.isprintable() for one in said)


def test_any_broken_byte_of_a_web_archive_is_damage_and_no_fault(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", ANSWERS[:2])
    said = _broken(path, range(0, path.stat().st_size, 7))
    assert len(said) > 5
    assert all(one.isprintable() for one in said)


def _broken(path: Path, places: range) -> list[str]:
    """What is said of copies with one byte turned at each place that cannot be read; any other error fails."""
    whole, said = path.read_bytes(), []
    for place in places:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xE5]) + whole[place + 1 :])
        try:
            list(members(path))
        except UnreadablePage as error:
            said.append(str(error))
    return said


def test_a_web_archive_with_a_record_without_address_is_named(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", ANSWERS[:2])
    path.write_bytes(path.read_bytes().replace(b"WARC-Target-URI: https://gazette.example/sluice", b"WARC-Other: x"))
    with pytest.raises(UnreadablePage, match=r"a\.warc: not everything could be read: a record's header is damaged"):
        list(members(path))


def test_a_page_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE)
    assert not is_archive(path)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_web_archive_cut_anywhere_names_the_cut_and_keeps_what_stands_before_it(tmp_path: Path, name: str) -> None:
    path = warc(tmp_path / name, ANSWERS[1:])
    whole = path.read_bytes()
    ends = {warc(tmp_path / f"{k}{name}", ANSWERS[1 : k + 1]).stat().st_size for k in range(1, len(ANSWERS))}
    for cut in range(40, len(whole), 11):
        path.write_bytes(whole[:cut])
        pages, said = read_to_the_end(path)
        if not any(0 <= end - cut <= 4 for end in ends):  # at most the empty lines between two records are missing
            assert "breaks off" in said or "damaged" in said or "first line" in said, (cut, said)
        assert len(pages) >= (cut >= min(ends)), cut


def test_the_record_that_breaks_off_is_given_as_far_as_it_is_there(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", ANSWERS[1:2])
    path.write_bytes(path.read_bytes()[:-104])
    pages, said = read_to_the_end(path)
    assert PAGE.startswith(pages[0])
    assert "record 1 (https://gazette.example/sluice) breaks off: 100 bytes are missing" in said


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_torn_wacz_gives_the_pages_before_the_tear(tmp_path: Path, packing: int) -> None:
    inner = warc(
        tmp_path / "data.warc.gz", [*ANSWERS[1:2], *[(f"https://x.example/{k}", *ANSWERS[4][1:]) for k in "ab"]]
    )
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", packing) as packed:
        packed.writestr("datapackage.json", "{}")
        packed.write(inner, "archive/data.warc.gz")
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"PK\x01\x02")])
    pages, said = read_to_the_end(path)
    assert len(pages) == 3
    assert "the file breaks off after 2 members" in said
    path.write_bytes(whole[: whole.index(b"PK\x01\x02") - 60])
    pages, said = read_to_the_end(path)
    assert pages[0] == PAGE
    assert "breaks off" in said


def test_a_torn_zip_gives_its_whole_pages(tmp_path: Path) -> None:
    path = tmp_path / "saved.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.html", PAGE)
        packed.writestr("b.html", PAGE)
    path.write_bytes(path.read_bytes()[:-300])
    pages, said = read_to_the_end(path)
    assert pages[0] == PAGE
    assert "b.html" in said


def read_to_the_end(path: Path) -> tuple[list[bytes], str]:
    """The pages an archive gives, and what it says at the end."""
    pages: list[bytes] = []
    try:
        for member in members(path):
            pages.append(member.data)
    except UnreadablePage as error:
        return pages, str(error)
    return pages, ""
