from __future__ import annotations

import quopri

from rashomon.reading.read import read_page
from tests.reading.pages_html import LAST, LEAD, MORE, assert_anchored, page, story

PAGE = page(story())
TEXT = "\n\n".join((LEAD, MORE, LAST))


def test_a_single_file_save_is_read_with_its_address() -> None:
    data = (
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://gazette.example/sluice\r\nSubject: x\r\n"
        b"Date: Fri, 7 May 2021 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="--B"\r\n\r\n----B\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(PAGE.encode()) + b"\r\n----B--\r\n"
    )
    read = read_page(data)
    assert (read.url, read.captured) == ("https://gazette.example/sluice", "2021-05-07T10:00")
    (article,) = read.articles
    assert article.text == TEXT
    assert article.published is None  # the day it was saved is not the day it was published
    assert_anchored(read)


def test_a_newsletter_has_its_sender_and_day() -> None:
    data = (
        "From: Ada Renn <ada@gazette.example>\r\nTo: you@example.org\r\nSubject: =?utf-8?q?The_morning_caf=C3=A9?=\r\n"
        "Date: Fri, 7 May 2021 06:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; "
        "boundary=B\r\n\r\n"
        f"--B\r\nContent-Type: text/plain\r\n\r\n{LEAD}\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        f"<html><body><p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p></body></html>\r\n--B--\r\n"
    ).encode()
    (article,) = read_page(data).articles
    assert (article.text, article.title, article.authors) == (TEXT, "The morning café", ["Ada Renn"])
    assert article.published is not None
    assert article.published.value == "2021-05-07T06:00"


def plain(sender: str, body: str, subject: str = "The sluice was open") -> bytes:
    return (
        f"From: {sender}\r\nTo: you@example.org\r\nSubject: {subject}\r\nDate: Fri, 7 May 2021 06:00:00 +0200\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    ).encode()


def test_a_letter_in_plain_text_has_its_subject_for_a_title() -> None:
    body = "\r\n\r\n".join(("Dear reader,", LEAD, MORE, LAST, "-- ", "Unsubscribe: https://gazette.example/u"))
    read = read_page(plain("Ada Renn <ada@gazette.example>", body))
    (article,) = read.articles
    assert (article.text, article.title, article.authors) == (TEXT, "The sluice was open", ["Ada Renn"])
    assert article.outlet is None
    assert_anchored(read)


def test_a_letter_from_an_outlet_has_no_author_and_loses_no_line() -> None:
    body = "\r\n\r\n".join((LEAD, MORE, LAST, "You are receiving this because you subscribed. Unsubscribe"))
    (article,) = read_page(plain("Brenna Gazette <news@gazette.example>", body)).articles
    assert (article.text, article.authors, article.outlet) == (TEXT, [], "Brenna Gazette")
