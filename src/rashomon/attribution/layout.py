from __future__ import annotations
from collections.abc import Iterator
from rashomon.attribution.candidate import Candidate
from rashomon.attribution.syntax import Syntax
def layout_candidates(s: Syntax) -> Iterator[Candidate]:
    return iter(())
