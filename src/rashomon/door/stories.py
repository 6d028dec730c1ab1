"""The stories of a large corpus: listed, and built."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

import msgspec
import numpy as np

from rashomon.door.build import Built, build_into
from rashomon.door.silent import Silent
from rashomon.door.sources import Found, Source, jobs_of, landed_outcomes, survey
from rashomon.engines import PAGES_WORTH_A_POOL, Job, Outcome, ProcessEngine, page_of
from rashomon.errors import UnreadablePage, UsageError
from rashomon.finding import Found as FoundStory
from rashomon.finding import Seen, find_stories, seen_in
from rashomon.options import Options
from rashomon.ports import Progress
from rashomon.record.codec import decode_reading


@dataclass(frozen=True, slots=True)
class Corpus:
    """The pages of a corpus, the stories their articles tell, the largest first, and (name, message) of each page
    that cannot be read."""

    pages: list[Found]
    stories: list[FoundStory]
    unread: list[tuple[str, str]]

    def chosen(self, ids: Iterable[str]) -> list[FoundStory]:
        """The stories named by id or the beginning of one. Raises ``UsageError`` where it names none or several."""
        out = []
        for wanted in ids:
            found = [one for one in self.stories if one.id.startswith(wanted)] if wanted else []
            if len(found) != 1:
                what = "there is no story" if not found else f"{len(found)} stories begin with"
                raise UsageError(f"{what} {wanted!r} in this corpus; list them with: rashomon stories CORPUS")
            out += found
        return out


def stories_in(sources: Iterable[Source], *, workers: int | None = None, progress: Progress | None = None) -> Corpus:
    """Reads the articles of every page, without analysing them, and groups them into stories."""
    progress = progress or Silent()
    progress.stage("looking at the files", None)
    found = survey(sources, progress)
    unread = [(one.name, one.failure[1]) for one in found if one.failure is not None]
    whole = [one for one in found if one.failure is None]
    progress.stage("reading articles", len(whole))
    seen: list[Seen] = []
    for outcome in _outcomes(whole, workers):
        if outcome.reading is None:
            unread.append((outcome.job.name, outcome.message))
        else:
            seen += _decoded(outcome.reading)
        progress.advance()
    return Corpus(found, find_stories(seen, progress), sorted(unread))


def build_story(
    corpus: Corpus,
    story: FoundStory,
    path: Path,
    *,
    options: Options | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Built:
    """The pages of one story of the corpus into a story file, which holds them alone."""
    pages = [one for one in corpus.pages if one.id in story.pages]
    sources = list(_sources(pages))
    return build_into(sources, path, title=story.title, options=options, workers=workers, only=True, progress=progress)


def _sources(pages: Sequence[Found]) -> Iterator[Source]:
    """Each page by its path; a member of an archive, which has none of its own, read."""
    apart = [one for one in pages if one.member or one.landed is not None]
    yield from (one.where for one in pages if one not in apart)
    for job in jobs_of(apart):
        yield page_of(job)
    for outcome in landed_outcomes(apart):
        if outcome.reading is not None:
            yield decode_reading(outcome.reading).page


def _outcomes(found: list[Found], workers: int | None) -> Iterator[Outcome]:
    count = workers or (os.cpu_count() or 1 if len(found) >= PAGES_WORTH_A_POOL else 1)
    landed = (_looked_at(one) for one in landed_outcomes(found))
    if count <= 1:
        return chain(landed, (_look(job) for job in jobs_of(found)))
    return chain(landed, ProcessEngine(count, start=_ready, work=_look).read(jobs_of(found), Options()))


def _looked_at(outcome: Outcome) -> Outcome:
    """What landed, as `_look` would have seen it."""
    if outcome.reading is None:
        return outcome
    return replace(outcome, reading=_encoded(seen_in(decode_reading(outcome.reading).page)))


def _ready(options: Options) -> None:
    """Looking at articles needs no model."""


def _look(job: Job) -> Outcome:
    try:
        page = page_of(job)
    except UnreadablePage as error:
        return Outcome(job, None, error.reason, str(error))
    except Exception as error:  # one page's fault is no reason to end a walk through a million
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return Outcome(job, None, "a fault in Rashomon", f"{job.name}: a fault in Rashomon ({what}); please report it")
    return Outcome(Job(job.name, job.id, b""), _encoded(seen_in(page)))


@dataclass(frozen=True, slots=True)
class _Packed:
    id: str
    page: str
    title: str
    outlet: str | None
    day: date | None
    denied: bool
    terms: bytes
    counts: bytes


def _encoded(seen: list[Seen]) -> bytes:
    packed = [
        _Packed(one.id, one.page, one.title, one.outlet, one.day, one.denied, one.terms.tobytes(), one.counts.tobytes())
        for one in seen
    ]
    return msgspec.msgpack.encode(packed)


def _decoded(data: bytes) -> Iterator[Seen]:
    for one in msgspec.msgpack.decode(data, type=list[_Packed]):
        terms, counts = np.frombuffer(one.terms, np.uint32), np.frombuffer(one.counts, np.float32)
        yield Seen(one.id, one.page, one.title, one.outlet, one.day, one.denied, terms, counts)
