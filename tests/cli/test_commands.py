from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.cli.app import COMMANDS
from rashomon.cli.run import run
from rashomon.record import Correction, CorrectionKind
from rashomon.story import Corrections, open_to_write, transaction, write_record
from tests.hand_made import record


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "ferry.rashomon"
    with open_to_write(path) as connection:
        with transaction(connection):
            write_record(connection, record())
        Corrections(connection).add(
            Correction(CorrectionKind.SET_TITLE, ["a1"], "A new\ntitle"), by="ines", made="2024-02-03T00:00:00+00:00"
        )
    return str(path)


def failed(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> str:
    """The one line on stderr of a command that cannot be carried out; nothing is on stdout."""
    assert run(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("rashomon: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_explains_itself_with_an_example(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    text = capfd.readouterr().out
    assert f"rashomon {name} " in text.split("Example")[1]


def test_help_names_every_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    text = capfd.readouterr().out
    assert all(f"\n  {name} " in text for name in COMMANDS)


def test_show_prints_the_record(story: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["show", story]) == 0
    out, err = capfd.readouterr()
    assert "Disputes" in out
    assert err == ""


def test_show_takes_sections_and_filters(story: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["show", story, "timeline", "--since", "2020"]) == 0
    out = capfd.readouterr().out
    assert "Disputes" not in out
    assert "none that passes the filters" in out


def test_export_writes_to_stdout_or_a_file(
    story: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["export", story]) == 0
    out = capfdbinary.readouterr().out
    assert json.loads(out)["format"] == "rashomon-record/1"
    there = tmp_path / "record.json"
    assert run(["export", story, "--format", "json", "-o", str(there)]) == 0
    assert there.read_bytes() == out
    assert capfdbinary.readouterr().out == b""
    assert sorted(one.name for one in tmp_path.iterdir()) == ["ferry.rashomon", "record.json"]


def test_export_of_a_table(story: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["export", story, "-f", "csv", "--table", "timeline"]) == 0
    assert capfd.readouterr().out.splitlines()[1].startswith("2019-03-03,day,stated,The ferry contract was signed")


def test_dossier_is_html(story: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["dossier", story]) == 0
    out = capfd.readouterr().out
    assert out.lower().startswith("<!doctype html>")
    assert "<script>alert(1)" not in out


def test_log_lists_corrections_a_line_each(story: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["log", story]) == 0
    assert capfd.readouterr().out == "   1  2024-02-03T00:00:00+00:00  ines  set title: a1 -> A / new / title\n"


def test_what_cannot_be_done_is_one_line_and_status_2(
    story: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    none = str(tmp_path / "none.rashomon")
    text = tmp_path / "page.txt"
    text.write_text("Not a story.")
    assert "there is no such story" in failed(["show", none], capfd)
    assert "not a story" in failed(["show", str(text)], capfd)
    assert "no pages to make it from" in failed(["build", "-o", none], capfd)
    assert "no such file or folder" in failed(["build", str(tmp_path / "gone"), "-o", none], capfd)
    assert "the story itself" in failed(["build", story, "-o", story], capfd)
    assert "a folder, not a file" in failed(["export", story, "-o", str(tmp_path)], capfd)
    assert "its folder does not exist" in failed(["export", story, "-o", str(tmp_path / "a" / "b")], capfd)
    assert "not a date" in failed(["show", story, "--since", "soon"], capfd)
    assert "no table 'x'" in failed(["export", story, "-f", "csv", "--table", "x"], capfd)
    assert "not of json" in failed(["export", story, "--table", "claims"], capfd)
    assert "rashomon build --help" in failed(["build"], capfd)
    assert "rashomon --help" in failed(["biuld"], capfd)
    assert "needs at least 2" in failed(["correct", story, "join-entities", "Brandt"], capfd)
    assert "has no attribution 't99'" in failed(["correct", story, "check", "t99"], capfd)
    assert "needs a value" in failed(["correct", story, "set-speaker", "t1"], capfd)
    assert "nothing to redo" in failed(["redo", story], capfd)
    assert not Path(none).exists()


def test_a_fault_of_the_program_is_one_line_too(
    story: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.views.terminal.show", lambda *a, **k: 1 / 0)
    assert "ZeroDivisionError" in failed(["show", story], capfd)


def test_a_reader_that_has_had_enough_is_no_error(story: str) -> None:
    command = f"{sys.executable} -m rashomon export {story} | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0
    assert done.stderr == b""
