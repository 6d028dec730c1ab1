"""What a host allows: its robots.txt, read as RFC 9309 says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from rashomon.collecting.addresses import cleaned, origin_of
from rashomon.collecting.fetch import Answer
from rashomon.errors import NotFetched

MOST = 512 << 10
REDIRECTS = 5
# What is no fault of robots.txt: nothing of this host can be fetched.
UNREACHED = ("too slow", "no connection", "no such host", "private address", "certificate not believed")
_FORBIDS_ALL = "User-agent: *\nDisallow: /"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one origin; ``failure`` is why they could not be read, and then nothing may be fetched."""

    rules: Protego
    token: str
    failure: NotFetched | None = None

    def check(self, url: str) -> None:
        """Raises ``NotFetched`` for an address that may not be fetched."""
        if self.failure:
            raise self.failure.with_traceback(None)
        if not self.rules.can_fetch(url, self.token):
            raise NotFetched("robots.txt forbids it")

    @property
    def delay(self) -> float:
        """The seconds between two requests that the host asks for; 0 where it asks for none."""
        rate = self.rules.request_rate(self.token)
        return max(self.rules.crawl_delay(self.token) or 0.0, rate.seconds / rate.requests if rate else 0.0)


class Robots:
    """The rules of every origin met, each read once. ``get`` fetches an address without following redirects."""

    def __init__(self, get: Callable[[str], Answer], token: str) -> None:
        self._get, self._token = get, token
        self._known: dict[str, Rules] = {}

    def known(self, url: str) -> bool:
        return origin_of(url) in self._known

    def of(self, url: str) -> Rules:
        origin = origin_of(url)
        if origin not in self._known:
            self._known[origin] = self._read(origin)
        return self._known[origin]

    def _read(self, origin: str) -> Rules:
        url = f"{origin}/robots.txt"
        try:
            for _ in range(REDIRECTS + 1):
                answer = self._get(url)
                if 300 <= answer.status < 400 and answer.header("location"):
                    url = cleaned(answer.header("location") or "", url)
                else:
                    return self._rules(answer)
        except NotFetched as error:
            unread = error if error.reason in UNREACHED else NotFetched("robots.txt cannot be read", str(error))
            return Rules(Protego.parse(_FORBIDS_ALL), self._token, unread)
        return Rules(Protego.parse(""), self._token)

    def _rules(self, answer: Answer) -> Rules:
        """No rules where the host says there are none (4xx); everything is forbidden while it is in trouble (5xx)."""
        if answer.status == 200:
            return Rules(Protego.parse(answer.body[:MOST].decode("utf-8", "replace")), self._token)
        if answer.status >= 500 or answer.status == 429:
            unread = NotFetched("robots.txt cannot be read", f"the host answered {answer.status}")
            return Rules(Protego.parse(_FORBIDS_ALL), self._token, unread)
        return Rules(Protego.parse(""), self._token)
