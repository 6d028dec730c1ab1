from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rashomon.views.dossier import dossier
from rashomon.views.index import Index, index
from tests.browser import browser
from tests.views.sample import hostile_record, sample_record


@pytest.fixture(scope="session")
def among() -> Index:
    return index(sample_record())


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    with browser() as made:
        yield made


@pytest.fixture(scope="session")
def sample_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "sample.html"
    path.write_text(dossier(sample_record()), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "hostile.html"
    path.write_text(dossier(hostile_record()), encoding="utf-8")
    return path
