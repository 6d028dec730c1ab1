from __future__ import annotations

from typing import cast

import pytest

from rashomon.engines import Job, same
from rashomon.pipeline import Tools


def test_a_fault_of_the_program_is_a_problem_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("no such\nthing")

    monkeypatch.setattr(same, "read_page", broken)
    outcome = same.run_job(Job("a.html", "1", b"<p>words</p>"), cast("Tools", None))
    assert outcome.reading is None
    assert outcome.reason == "a fault in Rashomon"
    assert outcome.message.startswith("a.html: a fault in Rashomon (KeyError: ")
    assert outcome.message.isprintable()
    assert not outcome.lasting


def test_a_page_that_needs_too_much_memory_is_named_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(same, "read_page", greedy)
    outcome = same.run_job(Job("a.html", "1", b"<p>words</p>"), cast("Tools", None))
    assert (outcome.reading, outcome.reason, outcome.lasting) == (None, "short of memory", False)
    assert outcome.message.startswith("a.html: it needs more memory than there is")
