from __future__ import annotations

import errno
import gc
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon.cli.run import run
from rashomon.door.silent import Silent
from rashomon.door.stories import stories_in
from rashomon.engines import Outcome, SameProcessEngine
from rashomon.engines.landing import Landing, digest_of
from rashomon.engines.places import Spot, spots
from rashomon.engines.ray import _job, land
from rashomon.errors import UsageError
from rashomon.options import Options
from rashomon.pipeline import made_by
from rashomon.story import Story
from rashomon.views.exports.record_json import render
from tests.door.conftest import LATER, NORTH, RULES, SOUTH

pytest.importorskip("ray", reason="Ray is not installed (the extra `ray`)")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]


@pytest.fixture(autouse=True)
def tidy() -> Iterator[None]:
    """What Ray leaves open is forgotten here, and not during a later test that would have to answer for it."""
    yield
    gc.collect()


def deadly(batch: list[Spot], options: Options, place: str, part: str) -> list[Outcome]:
    """Reads nothing, and dies of one page."""
    if any(spot.name.endswith("deadly.txt") for spot in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    outcomes = [Outcome(_job(spot, spot.read()), None, "not tried", f"{spot.name}: not tried") for spot in batch]
    Landing(place).write(part, [(spot.key, made_by(options), one) for spot, one in zip(batch, outcomes, strict=True)])
    return outcomes


def timeless(path: Path) -> bytes:
    with Story(path) as story:
        return render(replace(story.record, story=replace(story.record.story, built="")))


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A page, an archive, a Parquet file of pages and something that cannot be read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing of a PDF")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("south.html", SOUTH)
    pq.write_table(pa.table({"content": [LATER], "url": ["https://example.org/later"]}), folder / "crawl.parquet")
    return folder


def test_two_workers_of_a_cluster_make_the_record_that_one_process_makes(
    mixed: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    engine = SameProcessEngine()
    story, alone = tmp_path / "s.rashomon", tmp_path / "alone.rashomon"
    command = ["build", str(mixed), "-o", str(story), "--title", "T", "--rules", "--engine", "ray", "--workers", "2"]
    assert run([*command, "-q"]) == 1
    assert f"{mixed / 'broken.pdf'}: " in capfd.readouterr().err
    landing = Landing(f"{story}.readings")
    landed = sorted(one.name.removeprefix(f"{mixed}/") for one in landing.pages())
    assert landed == ["broken.pdf", "crawl.parquet#https://example.org/later", "more.zip!south.html", "north.txt"]
    rashomon.build(
        [mixed / "north.txt", mixed / "more.zip", mixed / "broken.pdf"], alone, title="T", options=RULES, engine=engine
    ).close()
    later = rashomon.read_page(LATER.encode(), url="https://example.org/later")
    named = replace(later, name=f"{mixed}/crawl.parquet#https://example.org/later")
    rashomon.build([named], alone, title="T", options=RULES, engine=engine).close()
    assert timeless(story) == timeless(alone)
    corpus = stories_in([f"{story}.readings"])
    assert len(corpus.pages) == 4
    assert sorted(len(one.articles) for one in corpus.stories)[-1] >= 2
    parts = set((tmp_path / "s.rashomon.readings").iterdir())
    assert run([*command, "-q"]) == 1
    again = set((tmp_path / "s.rashomon.readings").iterdir()) - parts
    assert len(again) <= 1  # only what could not be read is tried again


def test_a_page_that_kills_its_worker_is_found_named_and_the_others_land(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("a", "b", "deadly", "c", "d"):
        (pages / f"{name}.txt").write_text(name, encoding="utf-8")
    landing = Landing(str(tmp_path / "readings"))
    count = land([str(pages)], landing, RULES, workers=2, progress=Silent(), read=deadly)
    assert count == 5
    told = {Path(one.name).stem: one.reason for one in landing.pages()}
    assert told == {
        "a": "not tried",
        "b": "not tried",
        "deadly": "killed its reader",
        "c": "not tried",
        "d": "not tried",
    }
    (lost,) = [one for one in landing.pages() if one.reason == "killed its reader"]
    assert lost.message.startswith(f"{pages / 'deadly.txt'}: reading it killed the process")
    assert not lost.lasting


def test_a_cluster_that_is_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    with pytest.raises(UsageError, match=r"no Ray cluster at 127\.0\.0\.1:1 "):
        land([str(tmp_path)], Landing(str(tmp_path / "r")), RULES, address="127.0.0.1:1", progress=Silent())


def test_what_is_no_dataset_is_left_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="no dataset of readings"):
        Landing(str(tmp_path / "mine")).make()
    with pytest.raises(UsageError, match="no such file or folder"):
        list(spots([str(tmp_path / "gone")]))
    assert run(["build", "memory://nothing", "-o", str(tmp_path / "s.rashomon"), "-q"]) == 2
    assert "there is no dataset of readings" in capfd.readouterr().err
    assert run(["build", str(tmp_path), "-o", str(tmp_path / "s.rashomon"), "--address", "x"]) == 2
    assert "go with --engine ray" in capfd.readouterr().err


def test_a_landing_holds_the_last_word_on_each_page(tmp_path: Path) -> None:
    landing = Landing(f"file://{tmp_path}/readings")
    landing.make()
    spot = Spot("k", "a.txt", data=b"words")
    job = _job(spot, b"words")
    landing.write("part-1", [("k", "m", Outcome(job, None, "killed its reader", "a.txt: why", lasting=False))])
    landing.write("part-0", [("k", "m", Outcome(job, b"reading")), ("l", "m", Outcome(job, None, "empty", "b"))])
    pages = sorted(landing.pages(), key=lambda one: one.key)
    assert [(one.key, one.reason) for one in pages] == [("k", ""), ("l", "empty")]
    assert [one.reading for one in landing.outcomes(pages)] == [b"reading", None]
    assert landing.keys("m") == {digest_of("k"), digest_of("l")}
    assert landing.keys("another") == set()


def test_a_damaged_parquet_file_and_one_without_pages_are_named(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    (tmp_path / "bad.parquet").write_bytes(b"PAR1 nothing PAR1")
    pq.write_table(pa.table({"x": [1]}), tmp_path / "none.parquet")
    (tmp_path / "torn.warc.gz").write_bytes(b"\x1f\x8b\x08torn")
    found = {Path(one.name).name: one.failure for one in spots([str(tmp_path)])}
    assert [found[name] and found[name][0] for name in ("bad.parquet", "none.parquet")] == ["damaged", "no pages"]
    assert "a column of pages" in (found["none.parquet"] or ("", ""))[1]


DRIVER = """
import sys, time
from rashomon.door.silent import Silent
from rashomon.engines.landing import Landing
from rashomon.engines.ray import land
from tests.engines.test_ray import RULES, deadly

class Told(Silent):
    def advance(self, units=1):
        print("landed", flush=True)
        time.sleep(60)

land([sys.argv[1]], Landing(sys.argv[2]), RULES, workers=2, progress=Told(), read=deadly)
"""


def test_a_driver_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    pages, landing = tmp_path / "pages", Landing(str(tmp_path / "readings"))
    pages.mkdir()
    for number in range(40):
        (pages / f"{number:02}.txt").write_text(str(number), encoding="utf-8")
    command = [sys.executable, "-c", DRIVER, str(pages), landing.place]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == "landed\n"
        process.send_signal(signal.SIGKILL)
        process.wait()
    before = len(list(landing.pages()))
    assert before >= 16
    # A batch that was under way when the driver was killed may have landed since.
    assert land([str(pages)], landing, RULES, workers=2, progress=Silent(), read=deadly) <= 40 - before
    assert sorted(Path(one.name).name for one in landing.pages()) == [f"{number:02}.txt" for number in range(40)]


def full(batch: list[Spot], options: Options, place: str, part: str) -> list[Outcome]:
    """A machine whose disk is full."""
    raise OSError(errno.ENOSPC, "No space left on device", f"{place}/{part}")


def test_a_full_disk_ends_the_run_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    with pytest.raises(OSError, match="No space left") as error:
        land([str(tmp_path / "a.txt")], Landing(str(tmp_path / "r")), RULES, workers=1, progress=Silent(), read=full)
    assert error.value.errno == errno.ENOSPC
