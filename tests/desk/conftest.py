from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from rashomon.desk.app import make_app
from rashomon.door.build import build
from rashomon.options import Options
from tests.views.sample import hostile_record, sample_record, write_story

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
PORT = 8765
KEY = "the-key"

PAGES = {
    "courier.txt": """The Orlen Courier
Mayor knew the bridge was unsafe, engineer says
By Ada Lind
8 June 2021

Mayor Ilse Varga knew in March that the Orlen bridge was unsafe, the engineer Tomas Brandt told the Courier on Monday.

"I handed her the report myself," Brandt said. "She read the first page and put it in a drawer."

Mayor Varga denied that she had received the report. "No such paper ever reached my desk," she said on Tuesday.

The bridge was closed on 4 June 2021 after a beam cracked, the council said in a statement.
""",
    "herald.txt": """The Valley Herald
No report reached the mayor, her office says
9 June 2021

The office of Mayor Ilse Varga said on Tuesday that no report on the Orlen bridge reached her before June.

The engineer Tomas Brandt said that he had handed the report to the mayor himself.

Councillor Petra Holm said the council would open an inquiry in July 2021 and would publish what it finds.
""",
}


@contextmanager
def client_of(story: Path) -> Iterator[TestClient]:
    """Talks to the desk as its own browser does."""
    app = make_app(story, token=KEY, port=PORT, by="Ruth")
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as client:
        client.get(f"/?key={KEY}")
        client.headers["origin"] = f"http://127.0.0.1:{PORT}"
        yield client


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk over the sample record, for looking."""
    path = tmp_path_factory.mktemp("desk") / "sample.rashomon"
    write_story(path, sample_record())
    with client_of(path) as client:
        yield client


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("desk") / "hostile.rashomon"
    write_story(path, hostile_record())
    with client_of(path) as client:
        yield client


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story made from two pages, by the rules alone, which is quick."""
    folder = tmp_path_factory.mktemp("built")
    pages = folder / "pages"
    pages.mkdir()
    for name, text in PAGES.items():
        (pages / name).write_text(text, encoding="utf-8")
    story = folder / "orlen.rashomon"
    build(pages, story, title="The Orlen bridge", options=Options(finder="rules"), workers=1).close()
    return story


@pytest.fixture
def story(built: Path, tmp_path: Path) -> Path:
    """The built story, to change."""
    path = tmp_path / "orlen.rashomon"
    shutil.copy(built, path)
    return path


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story of the sample pages, by the rules alone."""
    story = tmp_path_factory.mktemp("read") / "marin-dell.rashomon"
    build(SAMPLES, story, title="The Marin Dell", options=Options(finder="rules"), workers=1).close()
    return story


@pytest.fixture
def marin(read: Path, tmp_path: Path) -> Path:
    """The story of the sample pages, to work on."""
    path = tmp_path / "marin-dell.rashomon"
    shutil.copy(read, path)
    return path


@pytest.fixture
def client(story: Path) -> Iterator[TestClient]:
    with client_of(story) as made:
        yield made


@contextmanager
def served(story: Path) -> Iterator[str]:
    """The desk on a real port; gives the address that opens it."""
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    port = door.getsockname()[1]
    app = make_app(story, token=KEY, port=port, by="Ruth")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}/?key={KEY}"
    finally:
        server.should_exit = True
        thread.join(10)
        door.close()
