"""One request and its answer, within limits of size and time."""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import httpcore

from rashomon.collecting.connect import Careful, Deadline
from rashomon.collecting.trust import distrusted
from rashomon.errors import NotFetched

_STEP = 20.0  # seconds of silence in one step, whatever the whole may take


@dataclass(frozen=True, slots=True)
class Limits:
    """``size`` in bytes, as sent and unpacked; ``seconds`` for one request from the first step to the last byte."""

    size: int = 20 << 20
    seconds: float = 30.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. ``sent`` is the body as it came, ``body`` the same unpacked."""

    url: str
    status: int
    phrase: str
    headers: list[tuple[str, str]]
    sent: bytes
    body: bytes
    at: datetime

    def header(self, name: str) -> str | None:
        """The first header of this name."""
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def media_type(self) -> str:
        """As announced, in lower case, without parameters; "" where nothing is announced."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()


class Fetcher:
    """Asks one address at a time; follows nothing, stores nothing, sends no cookie."""

    def __init__(
        self, agent: str, limits: Limits, *, allow_private: bool = False, trust: ssl.SSLContext | None = None
    ) -> None:
        self._agent, self._limits = agent, limits
        self._deadline = Deadline()
        backend = Careful(self._deadline, allow_private=allow_private)
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust, network_backend=backend, max_connections=16, keepalive_expiry=15
        )

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, most: int | None = None) -> Answer:
        """The answer, whatever its status. Raises ``NotFetched`` where there is none, or it is beyond a limit."""
        asked = {"User-Agent": self._agent, "Accept": "text/html, */*;q=0.5", "Accept-Encoding": "gzip"}
        self._deadline.start(self._limits.seconds)
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), min(_STEP, self._limits.seconds))
        try:
            with self._pool.stream(
                "GET", url, headers=list((asked | dict(headers or {})).items()), extensions={"timeout": timeouts}
            ) as response:
                return self._answer(url, response, most or self._limits.size)
        except httpcore.TimeoutException as error:
            raise NotFetched("too slow", f"not done within {self._limits.seconds:g} s") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            if (distrust := distrusted(error)) is not None:
                raise distrust from error
            raise NotFetched("no connection", " ".join(str(error).split())[:200] or type(error).__name__) from error

    def close(self) -> None:
        self._pool.close()

    def _answer(self, url: str, response: httpcore.Response, most: int) -> Answer:
        headers = [(key.decode("latin-1"), value.decode("latin-1")) for key, value in response.headers]
        phrase = bytes(response.extensions.get("reason_phrase", b"")).decode("latin-1")
        answer = Answer(url, response.status, phrase, headers, b"", b"", datetime.now(UTC))
        told = answer.header("content-length") or "0"
        if told.isdigit() and int(told) > most:
            raise NotFetched("too large", f"{int(told) >> 20:,} MB, the limit is {most >> 20:,} MB")
        parts, size = [], 0
        for part in response.iter_stream():
            parts.append(part)
            size += len(part)
            if size > most:
                raise NotFetched("too large", f"more than {most >> 20:,} MB")
        sent = b"".join(parts)
        body = unpacked(sent, (answer.header("content-encoding") or "").strip().lower(), most)
        return Answer(url, answer.status, phrase, headers, sent, body, answer.at)


def unpacked(sent: bytes, coding: str, most: int) -> bytes:
    """The body without its packing; never more than ``most`` bytes are made. Raises ``NotFetched``."""
    if coding in ("", "identity") or not sent:
        return sent
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise NotFetched("damaged answer", f"packed as {coding!r}, which was not asked for")
    try:
        unpacker = zlib.decompressobj(wbits=47 if coding != "deflate" or sent[:1] == b"\x78" else -15)
        body = unpacker.decompress(sent, most + 1)
    except zlib.error as error:
        raise NotFetched("damaged answer", str(error)) from error
    if len(body) > most:
        raise NotFetched("too large", f"more than {most >> 20:,} MB when unpacked")
    if not unpacker.eof:
        raise NotFetched("damaged answer", "it breaks off")
    return body
