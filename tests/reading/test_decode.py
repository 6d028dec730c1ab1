from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.decode import clean_text, decode

WORDS = "Café « à la Brenna » — l’écluse était ouverte, dit-il. Ünlü Größe, naïve façade."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (WORDS.encode(), WORDS),
        (WORDS.encode("utf-8-sig"), WORDS),
        (WORDS.encode("utf-16"), WORDS),
        (WORDS.encode("utf-16-le"), WORDS),
        (b"<meta charset='iso-8859-1'>" + WORDS.encode("cp1252"), "<meta charset='iso-8859-1'>" + WORDS),
        (b"<meta charset=latin-1>" + WORDS.encode("utf-8"), "<meta charset=latin-1>" + WORDS),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">' + "шлюз".encode("koi8-r"), None),
    ],
)
def test_encodings_are_found(data: bytes, text: str | None) -> None:
    decoded, problems = decode(data)
    assert problems == []
    assert decoded == text if text else decoded.endswith("шлюз")


def test_a_header_s_charset_is_used_where_it_is_not_utf8() -> None:
    assert decode("шлюз открыт".encode("cp1251"), "windows-1251") == ("шлюз открыт", [])


def test_text_encoded_twice_is_repaired_and_said() -> None:
    text, problems = decode(WORDS.encode().decode("cp1252", "ignore").encode())
    assert "l’écluse était" in text
    assert problems[0].startswith("text encoded twice")


def test_lost_characters_are_counted() -> None:
    data = ("é" * 200).encode() + b"\xff" + ("é" * 200).encode()
    text, problems = decode(data)
    assert text.count("\ufffd") == 1
    assert problems == ["1 characters could not be decoded as utf-8"]


def test_an_undeclared_encoding_is_guessed_and_said() -> None:
    text, problems = decode(("Der Schleusenwärter sagte, die Schütze sei geöffnet gewesen. " * 20).encode("cp1252"))
    assert "wärter" in text
    assert problems[0].startswith("no valid encoding declared")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(), max_size=80))
def test_cleaned_text_can_always_be_written(text: str) -> None:
    cleaned, _ = clean_text(text)
    cleaned.encode("utf-8")
    assert "\x00" not in cleaned


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_decode(data: bytes) -> None:
    text, _ = decode(data)
    clean_text(text)[0].encode("utf-8")
