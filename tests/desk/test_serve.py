from __future__ import annotations

import socket
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from rashomon.cli.run import run
from rashomon.desk.serve import serve
from rashomon.errors import NotAStory, UsageError
from tests.views.sample import sample_record, write_story


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.rashomon"
    write_story(path, sample_record())
    return path


def test_the_command_prints_an_address_that_opens_the_desk(sample: Path) -> None:
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", "desk", str(sample), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout is not None
            address = desk.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:")
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
            with opener.open(address, timeout=30) as answer:
                assert "The Orlen bridge" in answer.read().decode()
            with pytest.raises(urllib.error.HTTPError, match="403") as refused:
                urllib.request.urlopen(address.split("?")[0], timeout=30)
            refused.value.close()
        finally:
            desk.terminate()


def test_a_missing_extra_is_named(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "rashomon.desk.serve")
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert run(["desk", str(sample)]) == 2
    assert "pip install rashomon[desk]" in capsys.readouterr().err


def test_a_port_in_use_is_said_to_be(sample: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}: cannot be used"):
            serve(sample, port=port, show=False, by="", tell=print)


def test_what_is_no_story_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NotAStory):
        serve(tmp_path / "none.rashomon", port=0, show=False, by="", tell=print)
