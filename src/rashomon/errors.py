"""What can go wrong, as a tree.

RashomonError
├── UnreadablePage       one page cannot be read; the pile goes on
├── NotFetched           one address was not fetched; the others go on
├── StoryError
│   ├── NotAStory        the file is not a story file
│   ├── StoryTooNew      a newer Rashomon wrote it
│   └── StoryBusy        another build is writing it
├── MissingExtra         an optional package is not installed
├── BadCorrection        a correction names something the story does not have
└── UsageError           the command was given something it cannot work with

Every message is one line: what, why, what to do.
"""

from __future__ import annotations


class RashomonError(Exception):
    """Base of every error Rashomon raises on purpose."""


class UnreadablePage(RashomonError):
    """One page cannot be read. ``reason`` is the short name it is counted under ("empty", "encrypted pdf")."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class NotFetched(RashomonError):
    """One address was not fetched. ``reason`` is the short name it is counted under ("robots.txt forbids it")."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason} ({detail})" if detail else reason)
        self.reason = reason


class StoryError(RashomonError):
    """The story file cannot be used."""


class NotAStory(StoryError):
    """The file is not a story file."""


class StoryTooNew(StoryError):
    """A newer Rashomon wrote the story file."""


class StoryBusy(StoryError):
    """Another build is writing the story file."""


class MissingExtra(RashomonError):
    """An optional package is not installed; the message names the extra."""


class BadCorrection(RashomonError):
    """A correction names something the story does not have."""


class UsageError(RashomonError):
    """The command was given something it cannot work with."""
