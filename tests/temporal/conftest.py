"""One parser for the room: loading it takes a second."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rashomon.language.parse import Parse
from rashomon.models.spacy import SpacyParser


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parse]:
    parser = SpacyParser()

    def parsed(text: str) -> Parse:
        (one,) = parser.parse([text])
        return one

    return parsed
