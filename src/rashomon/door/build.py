"""Pages into a story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from os import PathLike
from pathlib import Path

from rashomon.door.remake import remake
from rashomon.door.silent import Silent
from rashomon.door.sources import Found, Source, jobs_of, landed_outcomes, survey
from rashomon.engines import Engine, engine_for
from rashomon.options import Options
from rashomon.pipeline import made_by
from rashomon.ports import Progress
from rashomon.record import Page, Record
from rashomon.story import Chosen, Corrections, Readings, Story, exists, open_to_write


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the pages that were named (by id), how many of them had to be read, those that could not be
    read, each as (name, message), whether statements were compared by the pair model or by rules alone, and the
    record that came of it."""

    given: list[str]
    read: int
    unread: list[tuple[str, str]]
    judged: bool
    record: Record = field(repr=False)


def build(
    sources: Iterable[Source] | Source,
    story: str | PathLike[str],
    *,
    title: str | None = None,
    options: Options | None = None,
    workers: int | None = None,
    only: bool = False,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Story:
    """Reads the pages that are new to ``story``, reconstructs the record from all its pages, and opens it.

    Pages of earlier builds stay unless ``only`` is set. Each page read is kept at once, so a killed build goes on
    where it was; the record changes in one step. An ``engine`` of one's own keeps its models from one build to the
    next. Raises ``StoryBusy`` while another build writes the file,
    ``UsageError`` for a path that is not there.
    """
    build_into(
        sources, story, title=title, options=options, workers=workers, only=only, engine=engine, progress=progress
    )
    return Story(Path(story))


def build_into(
    sources: Iterable[Source] | Source,
    story: str | PathLike[str],
    *,
    title: str | None = None,
    options: Options | None = None,
    workers: int | None = None,
    only: bool = False,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Built:
    """`build`, telling what it did instead of opening the story."""
    path, options, progress = Path(story), options or Options(), progress or Silent()
    given = [sources] if isinstance(sources, (str, PathLike, Page)) else list(sources)
    progress.stage("looking at the files", None)
    found = survey(given, progress, story=path, maker=made_by(options))
    with open_to_write(path) as connection:
        readings = Readings(connection)
        chosen = _chosen(readings, found, made_by(options), only)
        new = [one for one in found if not readings.has(one.id, chosen[one.id].made_by)]
        _read_new(readings, chosen, new, engine or engine_for(workers, len(new)), options, progress)
        standing = Corrections(connection).standing()
        pages = list(chosen.values())
        made = remake(connection, path, corrections=standing, progress=progress, chosen=pages, title=title)
        unread = readings.unread()
    lost = [(chosen[one.id].name, unread[one.id]) for one in found if one.id in unread]
    return Built([one.id for one in found], len(new), sorted(lost), made.judged, made.record)


def rebuild(story: str | PathLike[str], *, title: str | None = None, progress: Progress | None = None) -> Story:
    """Reconstructs the record from the pages already read: what corrections need.

    Loads no language model; the pair model only where a correction brings two sentences together for the first time.
    """
    path = exists(Path(story))
    with open_to_write(path) as connection:
        standing = Corrections(connection).standing()
        remake(connection, path, corrections=standing, progress=progress or Silent(), title=title)
    return Story(path)


def _chosen(readings: Readings, found: list[Found], maker: str, only: bool) -> dict[str, Chosen]:
    """The pages the story is to hold, by id: those it has and those found, each under its first name."""
    chosen = {} if only else {one.page: one for one in readings.chosen()}
    for one in found:
        new = Chosen(one.id, one.name, f"{maker};{one.aside}", one.captured)
        known = chosen.get(one.id)
        settled = known is not None and known.made_by.startswith(maker) and readings.has(known.page, known.made_by)
        if known is None or not settled or _rank(new) < _rank(known):
            chosen[one.id] = new
    return chosen


def _rank(one: Chosen) -> tuple[str, str, str]:
    return one.name, one.made_by, one.captured or ""


def _read_new(
    readings: Readings,
    chosen: dict[str, Chosen],
    new: list[Found],
    engine: Engine,
    options: Options,
    progress: Progress,
) -> None:
    progress.stage("reading pages", len(new))
    for one in new:
        if one.failure is not None:
            _keep_failure(readings, chosen[one.id], *one.failure)
            progress.advance()
    whole = [one for one in new if one.failure is None]
    for outcome in chain(landed_outcomes(whole), engine.read(jobs_of(whole), options)):
        page = chosen[outcome.job.id]
        if outcome.reading is None:
            _keep_failure(readings, page, outcome.reason, outcome.message, lasting=outcome.lasting)
        else:
            readings.keep(page.page, page.made_by, outcome.reading)
        progress.advance()
    for one in whole:
        if not readings.known(one.id, chosen[one.id].made_by):
            _keep_failure(
                readings, chosen[one.id], "gone", "it was there and could not be found again; build once more"
            )


def _keep_failure(readings: Readings, page: Chosen, reason: str, message: str, *, lasting: bool = False) -> None:
    # Without the name, which stands beside it in the record and may be another in the next build.
    message = message.removeprefix(f"{page.name}: ")
    readings.keep(page.page, page.made_by, None, reason=reason, message=message, lasting=lasting)
