"""How the page half is to run: everything that changes its result, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal

VERSION = version("rashomon")


@dataclass(frozen=True, slots=True)
class Options:
    """``parser`` is the name of a spaCy model (None: the best one installed); ``finder`` says whether the trained
    attribution model is used or the rules alone; ``longest`` is how many characters of one article are analysed.
    """

    parser: str | None = None
    finder: Literal["model", "rules"] = "model"
    longest: int = 300_000

    @property
    def key(self) -> str:
        """What a cached result is kept under, beside its page's content hash."""
        return f"{VERSION};{self.parser or 'default'};{self.finder};{self.longest}"
