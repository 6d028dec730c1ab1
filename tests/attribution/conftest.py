"""One parser for the room, and the finder over plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from rashomon.attribution.cast import cast
from rashomon.attribution.find import find
from rashomon.language.parse import Parse
from rashomon.models.spacy import SpacyParser
from rashomon.ports import Tagger
from rashomon.record import Attribution, Span


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found in a text, with its words."""

    text: str
    found: list[Attribution]
    dropped: Counter[str]

    def words(self, spans: list[Span]) -> str:
        return " … ".join(" ".join(x.of(self.text).split()) for x in spans)

    def by(self, source: str, cue: str) -> Attribution:
        """The one attribution whose source reads so and whose cue contains the word."""
        fitting = [a for a in self.found if self.words(a.source) == source and cue in self.words(a.cue).split()]
        listing = "\n".join(
            f"[{self.words(a.source)}] <{self.words(a.cue)}> {self.words(a.content)}" for a in self.found
        )
        assert len(fitting) == 1, f"{len(fitting)} of [{source}] <{cue}> in:\n{listing}"
        return fitting[0]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def parse(parser: SpacyParser) -> Callable[[str], Parse]:
    def run(text: str) -> Parse:
        (out,) = parser.parse([text])
        return out

    return run


@pytest.fixture(scope="session")
def hear(parse: Callable[[str], Parse]) -> Callable[..., Heard]:
    def run(text: str, tagger: Tagger | None = None) -> Heard:
        parsed = parse(text)
        found, dropped = find(parsed, tagger=tagger, names=cast(parsed))
        return Heard(text, found, dropped)

    return run
