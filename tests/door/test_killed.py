from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon.engines import SameProcessEngine
from rashomon.errors import StoryBusy
from rashomon.story import Story
from tests.door.conftest import RULES
from tests.door.test_build import Watched, record_of, timeless

# Builds, and waits to be killed once a page has been read and kept.
BUILDER = """
import sys, time
import rashomon
from rashomon.engines import SameProcessEngine
from rashomon.options import Options

class Slow:
    def read(self, jobs, options):
        for number, outcome in enumerate(SameProcessEngine().read(jobs, options)):
            if number == 1:
                print("one page is kept", flush=True)
                time.sleep(100)
            yield outcome

rashomon.build(sys.argv[1], sys.argv[2], title="T", options=Options(finder="rules"), engine=Slow())
"""


def test_a_killed_build_keeps_the_story_from_others_and_goes_on_where_it_was(
    pages: Path, tmp_path: Path, engine: SameProcessEngine
) -> None:
    story, whole = tmp_path / "s.rashomon", tmp_path / "whole.rashomon"
    process = subprocess.Popen([sys.executable, "-c", BUILDER, str(pages), str(story)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout:
        assert process.stdout.readline() == b"one page is kept\n"
        with pytest.raises(StoryBusy, match="another build"):
            rashomon.build(pages, story, options=RULES, engine=engine)
        with Story(story) as looked_at:
            assert looked_at.record.articles == []
        process.send_signal(signal.SIGKILL)
        process.wait()
    rest = Watched(engine)
    rashomon.build(pages, story, title="T", options=RULES, engine=rest).close()
    assert len(rest.read_pages) == 2
    rashomon.build(pages, whole, title="T", options=RULES, engine=engine).close()
    assert timeless(record_of(story)) == timeless(record_of(whole))
