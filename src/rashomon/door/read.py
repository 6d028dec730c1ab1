"""Pages read alone, without a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

import msgspec

from rashomon.door.silent import Silent
from rashomon.door.sources import Found, Source, jobs_of, landed_outcomes, survey
from rashomon.engines import Job, Outcome, engine_for
from rashomon.errors import UnreadablePage
from rashomon.options import Options
from rashomon.ports import Progress
from rashomon.reading.read import read_page
from rashomon.record import Attribution, Heard, Page, Reading, Span
from rashomon.record.codec import decode_reading, encode_reading

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page and what was heard in its articles, or the message why it could not be read."""

    name: str
    reading: Reading
    problem: str | None = None

    def plain(self, *, page_text: bool = False) -> Json:
        """The page as one JSON object; offsets are into the texts of its articles."""
        page: Json = msgspec.to_builtins(self.reading.page)
        text = page.pop("text")
        heard = {one.article.id: one for one in self.reading.heard}
        page["articles"] = [_article(one, heard.get(one["id"])) for one in page["articles"]]
        return page | {"text": text} if page_text else page


def read_pages(
    sources: Iterable[Source],
    *,
    options: Options | None = None,
    workers: int | None = None,
    analyse: bool = True,
    progress: Progress | None = None,
) -> Iterator[ReadPage]:
    """Each page named, in the order of their names; archives come last. ``analyse=False`` only finds the articles."""
    options, progress = options or Options(), progress or Silent()
    progress.stage("looking at the files", None)
    found = sorted(survey(sources, progress), key=lambda one: (one.name, one.id))
    progress.stage("reading pages", len(found))
    for one in found:
        if one.failure is not None:
            progress.advance()
            yield _failed(one.id, one.name, one.failure[1])
    whole = [one for one in found if one.failure is None]
    for outcome in _outcomes(whole, options, workers, analyse):
        progress.advance()
        job = outcome.job
        if outcome.reading is None:
            yield _failed(job.id, job.name, outcome.message)
        else:
            yield ReadPage(job.name, decode_reading(outcome.reading))


def _outcomes(found: list[Found], options: Options, workers: int | None, analyse: bool) -> Iterator[Outcome]:
    if not found:
        return iter(())
    if analyse:
        return chain(landed_outcomes(found), engine_for(workers, len(found)).read(jobs_of(found), options))
    return chain(landed_outcomes(found), (_only_read(job) for job in jobs_of(found)))


def _only_read(job: Job) -> Outcome:
    try:
        page = job.source if isinstance(job.source, Page) else read_page(job.source, url=job.url, name=job.name)
    except UnreadablePage as error:
        return Outcome(job, None, error.reason, str(error))
    return Outcome(job, encode_reading(Reading(page)))


def _failed(key: str, name: str, message: str) -> ReadPage:
    return ReadPage(
        name, Reading(Page(key, name, "", problems=[message])), f"{name}: {message.removeprefix(f'{name}: ')}"
    )


def _article(article: Json, heard: Heard | None) -> Json:
    segments = [list(one.values()) for one in article.pop("segments")]
    made = article | {"segments": segments}
    if heard is None:
        return made
    text = heard.article.text
    places = {id(one): k for k, one in enumerate(heard.attributions)}
    return made | {
        "sentences": [[one.start, one.end] for one in heard.sentences],
        "attributions": [_attribution(one, places, text) for one in heard.attributions],
        "times": msgspec.to_builtins(heard.times),
        "names": [msgspec.to_builtins(one) | {"mentions": _words(one.mentions, text)} for one in heard.names],
        "happenings": msgspec.to_builtins(heard.happenings),
        "dropped": heard.dropped,
    }


def _attribution(one: Attribution, places: dict[int, int], text: str) -> Json:
    """``inside`` is the place of the enclosing attribution in the list."""
    made: Json = {}
    for name in ("source", "cue", "content", "hedges", "addressed", "occasion", "refers_to"):
        made[name] = _words(getattr(one, name), text)
    speaker = None
    if one.speaker is not None:
        speaker = msgspec.to_builtins(one.speaker) | {"evidence": _words(one.speaker.evidence, text)}
    return made | {
        "inside": None if one.inside is None else places.get(id(one.inside)),
        "speaker": speaker,
        "quotation": one.quotation,
        "act": one.act,
        "polarity": one.polarity,
        "addressee": one.addressee,
        "said": msgspec.to_builtins(one.said),
        "confidence": round(one.confidence, 4),
    }


def _words(spans: Iterable[Span], text: str) -> list[Json]:
    return [{"start": one.start, "end": one.end, "text": one.of(text)} for one in spans]
