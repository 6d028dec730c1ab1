from __future__ import annotations

from datetime import UTC, datetime

from rashomon.collecting.turns import Turns, retry_after


def test_a_host_waits_for_its_own_delay_or_ours_whichever_is_longer() -> None:
    now = 1000.0
    turns = Turns(2.0, {"held.example": 1500.0, "free.example": 10.0}, clock=lambda: now)
    assert turns.wait("new.example") == 0
    turns.asked("new.example")
    turns.asked("slow.example", 30)
    assert turns.wait("new.example") == 2
    assert turns.wait("slow.example") == 30
    turns.hold("new.example", 1)
    assert turns.wait("new.example") == 2
    assert turns.holds() == {"held.example": 1500.0, "new.example": 1002.0, "slow.example": 1030.0}


def test_retry_after_is_a_number_or_a_date() -> None:
    now = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
    assert retry_after("120", now) == 120
    assert retry_after("Wed, 01 May 2030 12:01:00 GMT", now) == 60
    assert retry_after("Wed, 01 May 2020 12:01:00 GMT", now) == 0
    assert retry_after("soon", now) is None
    assert retry_after(None, now) is None
