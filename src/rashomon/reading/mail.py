"""Mail and MHTML saves: the one part that is the page, and what the headers say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from rashomon.errors import UnreadablePage
from rashomon.reading.decode import clean_text, decode

_MOST_PARTS = 2000


@dataclass(frozen=True, slots=True)
class Letter:
    """``text`` is the decoded page, ``html`` whether it is HTML; ``sent`` is in ISO 8601, in the sender's own time."""

    text: str
    html: bool
    subject: str | None
    sender: str | None
    sent: str | None
    url: str | None
    problems: list[str]


def open_letter(data: bytes, name: str) -> Letter:
    """The page in a mail or MHTML file. Raises ``UnreadablePage`` where no part of it is text."""
    try:
        message = message_from_bytes(data)
        parts = list(_parts(message))
    except (RecursionError, ValueError, LookupError, AssertionError) as error:
        raise UnreadablePage(
            "damaged", f"{name or 'the mail'}: its parts cannot be told apart ({error}); save it again"
        ) from error
    part = next((p for p in parts if p.get_content_type() == "text/html"), None)
    html = part is not None
    part = part or next((p for p in parts if p.get_content_type() == "text/plain"), None)
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        raise UnreadablePage("no text", f"{name or 'the mail'}: no part of it is text or HTML; save the page itself")
    text, problems = decode(payload, _charset(part))
    text, more = clean_text(text)
    url = message.get("Snapshot-Content-Location") or part.get("Content-Location")
    url = url.strip() if url and url.strip().startswith(("http://", "https://")) else None
    sender = parseaddr(_header(message, "From") or "")[0] or None
    return Letter(text, html, _header(message, "Subject"), sender, _sent(message), url, problems + more)


def _parts(message: Message) -> Iterator[Message]:
    for count, part in enumerate(message.walk()):
        if count >= _MOST_PARTS:
            return
        if not part.is_multipart() and part.get_content_disposition() != "attachment":
            yield part


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError, ValueError):
        return None


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if not value:
        return None
    try:
        words = str(make_header(decode_header(str(value))))
    except (LookupError, UnicodeError, ValueError):
        words = str(value)
    return " ".join(clean_text(words)[0].split()) or None


def _sent(message: Message) -> str | None:
    value = message.get("Date")
    try:
        return parsedate_to_datetime(str(value)).isoformat(timespec="minutes")[:16] if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
