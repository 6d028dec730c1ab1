"""The page half as one visible list of stages.

    bytes ─ read ─> articles ─ parse ─> names, times, attributions ─ date ─> happenings

Each stage says what it requires and what it assigns; `check_stages` proves before anything runs that nothing is
asked for before it is made. The half is a pure function of (bytes, options, version): no database, no other page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from rashomon.attribution.cast import cast
from rashomon.attribution.find import find
from rashomon.errors import MissingExtra
from rashomon.language.parse import Parse
from rashomon.options import Options
from rashomon.ports import Parser, Tagger
from rashomon.reading.read import read_page
from rashomon.record import (
    Article,
    Attribution,
    Date,
    Genre,
    Happening,
    Heard,
    Named,
    Page,
    Precision,
    Reading,
    Span,
    TimeExpression,
)
from rashomon.temporal import calendar_problems, date_article, date_utterances, find_happenings, find_times_parsed

ENGLISH = frozenset({"en", None})
RULES = "rules"
TAGGER_FILES = ("attribution-first.onnx", "attribution-second.onnx")


@dataclass(slots=True)
class Draft:
    """One article on its way through the page half."""

    article: Article
    page: Page
    parse: Parse | None = None
    names: list[Named] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)

    @property
    def syntax(self) -> Parse:
        """The parse, which every stage after "parse" may count on."""
        if self.parse is None:
            raise RuntimeError("a stage ran before the parse it requires")
        return self.parse


@dataclass(frozen=True, slots=True)
class Stage:
    """A step over one article; ``requires`` and ``assigns`` name fields of the draft."""

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    run: Callable[[Draft, Tools], None]


@dataclass(frozen=True, slots=True)
class Tools:
    """The loaded models a stage may use. Whoever made them owns them."""

    parser: Parser
    tagger: Tagger | None
    options: Options


def _parse(draft: Draft, tools: Tools) -> None:
    text = draft.article.text
    if len(text) > tools.options.longest:
        cut = text.rfind("\n\n", 0, tools.options.longest)
        text = text[: cut if cut > 0 else tools.options.longest]
        draft.dropped["characters beyond the longest article that is analysed"] += len(draft.article.text) - len(text)
    (draft.parse,) = tools.parser.parse([text])


def _name(draft: Draft, tools: Tools) -> None:
    draft.names = cast(draft.syntax)


def _attribute(draft: Draft, tools: Tools) -> None:
    authors = draft.article.authors if draft.article.genre in (Genre.OPINION, Genre.ANALYSIS) else []
    writer = authors[0] if len(authors) == 1 else ""
    found, dropped = find(draft.syntax, tagger=tools.tagger, names=draft.names, writer=writer)
    draft.attributions = found
    draft.dropped.update(dropped)


def _time(draft: Draft, tools: Tools) -> None:
    draft.times = find_times_parsed(draft.syntax, day_of(draft.article.published), draft.attributions)


def _date(draft: Draft, tools: Tools) -> None:
    article = draft.article
    if article.published is None:
        published = date_article(article, draft.times)
        draft.article = article = replace(article, published=published)
        if day_of(published) is not None:
            _time(draft, tools)  # a day that the text itself told now anchors its relative times
    problems = calendar_problems(article.text)
    if problems:
        draft.article = replace(article, problems=[*article.problems, *problems])


def _utter(draft: Draft, tools: Tools) -> None:
    draft.attributions = date_utterances(draft.syntax, draft.attributions, draft.times, draft.article.published)


def _happen(draft: Draft, tools: Tools) -> None:
    draft.happenings = find_happenings(draft.syntax, draft.names, draft.times, draft.attributions)


STAGES: tuple[Stage, ...] = (
    Stage("parse", ("article",), ("parse",), _parse),
    Stage("names", ("parse",), ("names",), _name),
    Stage("attributions", ("parse", "names"), ("attributions",), _attribute),
    Stage("times", ("parse", "attributions", "article"), ("times",), _time),
    Stage("article date", ("article", "parse", "attributions", "times"), ("article", "times"), _date),
    Stage("utterance dates", ("attributions", "times", "article"), ("attributions",), _utter),
    Stage("happenings", ("parse", "names", "times", "attributions"), ("happenings",), _happen),
)


def check_stages(stages: Sequence[Stage]) -> None:
    """Raises ``ValueError`` naming the first stage that requires what no earlier one assigns."""
    made = {"article", "page"}
    for stage in stages:
        missing = [name for name in stage.requires if name not in made]
        if missing:
            raise ValueError(f"stage {stage.name!r} requires {', '.join(missing)}, which no earlier stage assigns")
        made.update(stage.assigns)


def day_of(when: Date | None) -> date | None:
    """The calendar day of a date that is known to the day, else None."""
    if when is None or when.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return date.fromisoformat(when.value[:10])


def hear(article: Article, page: Page, tools: Tools, stages: Sequence[Stage] = STAGES) -> Heard:
    """Everything said, named, timed and told in one article."""
    draft = Draft(article, page)
    if article.language not in ENGLISH:
        return Heard(article, dropped={f"article in another language ({article.language}), not analysed": 1})
    if not article.text.strip():
        return Heard(article)
    for stage in stages:
        stage.run(draft, tools)
    sentences: list[Span] = [draft.syntax.sentence_span(k) for k in range(len(draft.syntax.sentences))]
    return Heard(
        draft.article,
        [s for s in sentences if s.start < s.end],
        draft.attributions,
        draft.times,
        draft.names,
        draft.happenings,
        dict(sorted(draft.dropped.items())),
    )


def read(source: bytes | str | Path, tools: Tools, *, name: str, url: str | None = None) -> Reading:
    """The page half: one page read and heard. Raises ``UnreadablePage`` where the page cannot be read."""
    return hear_page(read_page(source, url=url, name=name), tools)


def hear_page(page: Page, tools: Tools) -> Reading:
    """The page half after reading: each article of the page heard, in order."""
    heard = [hear(article, page, tools) for article in page.articles]
    return Reading(replace(page, articles=[one.article for one in heard]), heard)


def load_tools(options: Options) -> Tools:
    """The models that ``options`` ask for, loaded; checks the stages first."""
    from rashomon.models.spacy import SpacyParser

    check_stages(STAGES)
    return Tools(SpacyParser(options.parser), _tagger(options), options)


def made_by(options: Options) -> str:
    """What a reading is kept under beside its page's content: the options, and the models that would be loaded now."""
    from rashomon.models.spacy import parser_name

    return f"{options.key};{parser_name(options.parser)};{_tagger_name(options)}"


def _tagger(options: Options) -> Tagger | None:
    """The trained model, or None where rules are asked for or it is not installed."""
    if _tagger_name(options) == RULES:
        return None
    from rashomon.models.attribution import AttributionModel

    return AttributionModel()


def _tagger_name(options: Options) -> str:
    from rashomon.models.pieces import model_file
    from rashomon.models.runtime import short_digest

    try:
        return RULES if options.finder == RULES else f"attribution-{short_digest(*map(model_file, TAGGER_FILES))}"
    except MissingExtra:
        return RULES
