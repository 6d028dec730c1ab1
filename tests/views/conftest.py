from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.views.dossier import dossier
from rashomon.views.index import Index, index
from tests.views.sample import hostile_record, sample_record


@pytest.fixture(scope="session")
def among() -> Index:
    return index(sample_record())


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


@pytest.fixture(scope="session")
def folded_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile story as a large one is written: what stands folded is kept as text."""
    path = tmp_path_factory.mktemp("dossier") / "folded.html"
    path.write_text(dossier(hostile_record(), at_once=0), encoding="utf-8")
    return path
