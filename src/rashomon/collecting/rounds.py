"""One run: every address in its host's turn, until each is saved, known to be unchanged, or named with a reason."""

from __future__ import annotations

import hashlib
import time
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.collecting.addresses import cleaned, host_of
from rashomon.collecting.feeds import is_feed, links_of
from rashomon.collecting.fetch import Answer, Fetcher
from rashomon.collecting.known import Known
from rashomon.collecting.robots import MOST, Robots
from rashomon.collecting.saved import Saved
from rashomon.collecting.trust import trusted
from rashomon.collecting.turns import Turns, retry_after
from rashomon.errors import NotFetched, UnreadablePage
from rashomon.ports import Progress
from rashomon.reading.read import read_page

if TYPE_CHECKING:
    from rashomon.collecting.collect import Collected, Manners

# What a busy host is given when it does not say how long it wants to be left alone.
PAUSE = 60.0
# A host that so often did not answer is not asked again in this run.
SILENT = 3
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


@dataclass(frozen=True, slots=True)
class Errand:
    """An address to fetch; ``named`` by the person, or else by a feed."""

    url: str
    named: bool
    tried: bool = False


class _Busy(Exception):
    """The host is busy or asks for patience: the errand may be tried once more."""


class Rounds:
    """Holds the errands by host. `go` runs them all."""

    def __init__(
        self, manners: Manners, token: str, known: Known, saved: Saved, done: Collected, progress: Progress
    ) -> None:
        self._manners, self._known, self._saved = manners, known, saved
        self._done, self._progress = done, progress
        self._fetcher = Fetcher(
            manners.agent, manners.limits, allow_private=manners.allow_private, trust=trusted(manners.trust)
        )
        self._robots = Robots(lambda url: self._fetcher.get(url, most=MOST), token)
        self._turns = Turns(manners.delay, known.holds)
        self._waiting: dict[str, deque[Errand]] = {}
        self._met: set[str] = set()
        self._silent: Counter[str] = Counter()
        self._fetched = 0

    def go(self, addresses: Iterable[str]) -> None:
        self._progress.stage("fetching pages", None)
        for address in addresses:
            try:
                self._add(Errand(cleaned(address), named=True))
            except NotFetched as error:
                self._miss(address, str(error))
        while self._waiting:
            host = min(self._waiting, key=self._turns.wait)
            wait = self._turns.wait(host)
            if wait > self._manners.patience:
                self._leave(host, f"left to the next run: the host asks to be left alone for {wait:,.0f} s")
            elif self._fetched >= self._manners.most:
                self._leave(host, f"left to the next run: {self._manners.most:,} pages are enough for one")
            else:
                time.sleep(wait)
                self._run(self._next(host))

    def close(self) -> None:
        self._fetcher.close()
        self._known.holds = self._turns.holds()

    def _add(self, errand: Errand) -> None:
        if errand.url not in self._met or errand.tried:
            self._met.add(errand.url)
            self._waiting.setdefault(host_of(errand.url), deque()).append(errand)

    def _next(self, host: str) -> Errand:
        errand = self._waiting[host].popleft()
        if not self._waiting[host]:
            del self._waiting[host]
        return errand

    def _leave(self, host: str, why: str) -> None:
        for errand in self._waiting.pop(host):
            self._miss(errand.url, why)

    def _miss(self, url: str, why: str) -> None:
        self._done.missed.append((url, why))
        self._progress.advance()

    def _run(self, errand: Errand) -> None:
        host = host_of(errand.url)
        if not errand.named and self._recent(errand.url):
            self._done.recent += 1
        else:
            self._fetched += 1
            try:
                self._fetch(errand)
            except _Busy as busy:
                if not errand.tried:
                    self._add(replace(errand, tried=True))
                    return
                self._miss(errand.url, str(busy))
                return
            except NotFetched as error:
                self._miss(errand.url, str(error))
                self._count_silence(host, error)
                return
        self._progress.advance()

    def _recent(self, url: str) -> bool:
        visit = self._known.visits.get(url)
        return visit is not None and time.time() - visit.at < self._manners.again

    def _count_silence(self, host: str, error: NotFetched) -> None:
        self._silent[host] += error.reason in ("too slow", "no connection", "no such host")
        if self._silent[host] >= SILENT and host in self._waiting:
            self._leave(host, f"left to the next run: the host did not answer {SILENT} times")

    def _fetch(self, errand: Errand) -> None:
        url = errand.url
        for hop in range(self._manners.limits.redirects + 1):
            if hop:
                self._await(host_of(url))
            answer = self._ask(url)
            place = answer.header("location")
            if not (300 <= answer.status < 400 and answer.status != 304 and place):
                self._receive(answer)
                return
            url, before = cleaned(place, url), url
            if before.startswith("https:") and url.startswith("http:"):
                self._done.exposed.append((before, url))
        raise NotFetched("too many redirects", f"more than {self._manners.limits.redirects}")

    def _await(self, host: str) -> None:
        wait = self._turns.wait(host)
        if wait > self._manners.patience:
            raise NotFetched("left to the next run", f"{host} asks to be left alone for {wait:,.0f} s")
        time.sleep(wait)

    def _ask(self, url: str) -> Answer:
        rules = self._robots.of(url)
        rules.check(url)
        try:
            return self._fetcher.get(url, self._known.validators(url))
        finally:
            self._turns.asked(host_of(url), rules.delay)

    def _receive(self, answer: Answer) -> None:
        if answer.status in (429, 503):
            told = retry_after(answer.header("retry-after"))
            self._turns.hold(host_of(answer.url), PAUSE if told is None else told)
            raise _Busy(f"the host is busy (status {answer.status})")
        if answer.status == 304:
            self._unchanged(answer)
        elif answer.status != 200:
            raise NotFetched(f"status {answer.status}", answer.phrase)
        elif is_feed(answer.body):
            self._follow(links_of(answer.body, answer.url, self._manners.newest), answer)
        elif answer.media_type and answer.media_type not in _PAGES:
            raise NotFetched("no page", answer.media_type)
        else:
            self._keep(answer)

    def _unchanged(self, answer: Answer) -> None:
        visit = self._known.visits.get(answer.url)
        if visit is not None:
            self._known.visits[answer.url] = replace(visit, at=answer.at.timestamp())
        if visit is not None and visit.links is not None:
            self._enqueue(visit.links)
        else:
            self._done.unchanged += 1

    def _follow(self, links: list[str], feed: Answer) -> None:
        self._known.note(feed, links=links)
        self._enqueue(links)

    def _enqueue(self, links: list[str]) -> None:
        for link in links:
            self._add(Errand(link, named=False))

    def _keep(self, answer: Answer) -> None:
        """Saves a page whose words are new; that only its advertisements have changed makes it no other page."""
        digest = _words(answer)
        visit = self._known.visits.get(answer.url)
        if visit is not None and visit.digest == digest:
            self._done.unchanged += 1
        else:
            self._saved.add(answer)
            self._done.saved += 1
        self._known.note(answer, digest=digest)


def _words(answer: Answer) -> str:
    """The digest of the page's articles, or of the whole page where it has none."""
    try:
        page = read_page(answer.body, media_type=answer.media_type or None, url=answer.url)
        words = "\0".join(f"{one.title}\0{one.text}" for one in page.articles).encode("utf-8", "surrogatepass")
    except UnreadablePage:
        words = b""
    return hashlib.sha256(words or answer.body).hexdigest()
