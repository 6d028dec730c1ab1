"""How soon a command answers."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.child import measure as run
from benchmarks.pile import ROOT, Pile
from evals.figure import Figure


def measure(pile: Pile) -> list[Figure]:
    """The best of five: what the machine does beside it only ever adds."""
    with tempfile.TemporaryDirectory() as folder:
        story = str(Path(folder) / "sample.rashomon")
        run("-m", "rashomon", "build", str(ROOT / "samples" / "pages"), "-o", story, "-q")
        shown = [run("-m", "rashomon", "show", story) for _ in range(5)]
    helped = [run("-m", "rashomon", "--help") for _ in range(5)]
    return [
        Figure("rashomon --help, s", min(one.wall for one in helped), want=0.3, floor=0.3, lower=True),
        Figure("rashomon show, s", min(one.wall for one in shown), want=1.0, floor=1.0, lower=True, note="the sample"),
        Figure("rashomon show, peak MiB", max(one.peak for one in shown), lower=True),
    ]
