"""A progress that nobody watches."""

from __future__ import annotations


class Silent:
    """The progress port, without anybody told."""

    def stage(self, name: str, total: int | None) -> None:
        """Nothing to show."""

    def advance(self, units: int = 1) -> None:
        """Nothing to show."""
