"""Whose turn it is: no host is asked again before its delay is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


class Turns:
    """When each host may be asked next, in seconds since the epoch, so that a run can leave it to the following one."""

    def __init__(self, delay: float, holds: dict[str, float], clock: Callable[[], float] = time.time) -> None:
        self._delay, self._clock = delay, clock
        self._next = dict(holds)

    def wait(self, host: str) -> float:
        """How long it is until the host may be asked."""
        return max(0.0, self._next.get(host, 0.0) - self._clock())

    def asked(self, host: str, delay: float = 0.0) -> None:
        """It was asked just now; it wants ``delay`` seconds between two requests."""
        self.hold(host, max(delay, self._delay))

    def hold(self, host: str, seconds: float) -> None:
        self._next[host] = max(self._next.get(host, 0.0), self._clock() + seconds)

    def holds(self) -> dict[str, float]:
        """The hosts that may not be asked yet, and until when."""
        now = self._clock()
        return {host: until for host, until in sorted(self._next.items()) if until > now}


def retry_after(told: str | None, now: datetime | None = None) -> float | None:
    """The seconds of a Retry-After header, which is a number or a date; None where it is neither."""
    if told is None:
        return None
    if told.strip().isdigit():
        return float(told)
    try:
        then = parsedate_to_datetime(told)
    except (TypeError, ValueError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())
