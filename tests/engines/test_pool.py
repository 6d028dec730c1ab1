from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rashomon.engines import Job, Outcome, ProcessEngine
from rashomon.engines.pool import AHEAD
from rashomon.options import Options

OPTIONS = Options(finder="rules")


def start(options: Options) -> None:
    """A worker that needs no models."""
    assert options == OPTIONS


def work(job: Job) -> Outcome:
    if job.name == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(job, job.name.encode())


def jobs(*names: str) -> list[Job]:
    return [Job(name, name, Path(name)) for name in names]


def engine(workers: int = 2) -> ProcessEngine:
    return ProcessEngine(workers, start=start, work=work)


def test_outcomes_come_in_the_order_of_the_jobs() -> None:
    names = [f"page {k}" for k in range(30)]
    assert [one.reading for one in engine().read(jobs(*names), OPTIONS)] == [name.encode() for name in names]


def test_a_page_that_kills_its_worker_is_named_and_the_pile_goes_on() -> None:
    names = ["a", "b", "deadly", "c", "d", "e", "deadly", *(f"page {k}" for k in range(12))]
    outcomes = list(engine().read(jobs(*names), OPTIONS))
    assert [one.job.name for one in outcomes] == names
    lost = [one for one in outcomes if one.reading is None]
    assert [one.job.name for one in lost] == ["deadly", "deadly"]
    assert all(one.reason == "killed its reader" and one.message.startswith("deadly: ") for one in lost)
    assert not any(one.lasting for one in lost)


def test_no_more_jobs_are_taken_than_are_under_way() -> None:
    taken = 0

    def counted() -> Iterator[Job]:
        nonlocal taken
        for job in jobs(*(f"page {k}" for k in range(100))):
            taken += 1
            yield job

    for number, _ in enumerate(engine().read(counted(), OPTIONS), 1):
        assert taken - number <= 2 * AHEAD


def test_nothing_to_read_is_nothing_read() -> None:
    assert list(engine().read([], OPTIONS)) == []


def test_whoever_stops_looking_stops_the_pool() -> None:
    reading = engine().read(jobs(*(f"page {k}" for k in range(50))), OPTIONS)
    assert next(reading).job.name == "page 0"
    reading.close()


def test_a_script_without_a_guard_is_not_run_again_in_the_workers(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "print('once')\n"
        "from tests.engines.test_pool import OPTIONS, engine, jobs\n"
        "print(*(one.reading.decode() for one in engine().read(jobs('a', 'b', 'c'), OPTIONS)))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (0, "once\na b c\n"), done.stderr
