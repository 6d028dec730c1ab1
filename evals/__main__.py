"""`python -m evals [TASK ...]`: prints each task's table; exit status 1 where a floor does not hold.

A task is a module ``evals/<task>.py`` with ``CORPUS`` (paths under the data folder, [] for what ships with the
project), ``DIGEST`` (of the corpus the floors were measured on, "" for none) and ``measure(data) -> list[Figure]``.
The data folder is ``RASHOMON_DATA``, or ``../shared/data`` beside the project.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.figure import Figure, digest_of

HERE = Path(__file__).parent
NOT_TASKS = {"__init__", "__main__", "figure"}


def main(wanted: list[str]) -> int:
    data = Path(os.environ.get("RASHOMON_DATA", HERE.parent.parent / "shared" / "data"))
    tasks = sorted(p.stem for p in HERE.glob("*.py") if p.stem not in NOT_TASKS and not p.stem.startswith("_"))
    unknown = [task for task in wanted if task not in tasks]
    if unknown:
        print(f"no such task: {', '.join(unknown)}; there are: {', '.join(tasks)}", file=sys.stderr)
        return 2
    console = Console()
    fallen: list[str] = []
    for task in wanted or tasks:
        fallen += run(task, data, console)
    for line in fallen:
        print(f"below its floor: {line}", file=sys.stderr)
    return 1 if fallen else 0


def run(task: str, data: Path, console: Console) -> list[str]:
    module = importlib.import_module(f"evals.{task}")
    corpus = [data / path for path in module.CORPUS]
    absent = [path for path in corpus if not path.exists()]
    if absent:
        console.print(f"[bold]{task}[/bold]: skipped, {absent[0]} is not here (set RASHOMON_DATA)")
        return []
    if corpus and module.DIGEST and digest_of(*corpus) != module.DIGEST:
        console.print(f"[bold]{task}[/bold]: the corpus is not the one the floors were measured on")
    start = time.perf_counter()
    figures: list[Figure] = module.measure(data)
    table = Table(title=f"{task} ({time.perf_counter() - start:.0f} s)", title_justify="left")
    for column in ("what", "measured", "floor", "want", "note"):
        table.add_column(column, justify="left" if column in ("what", "note") else "right")
    for f in figures:
        mark = "" if f.holds else " [red]✗[/red]"
        table.add_row(f.name, f"{f.value:.4g}{mark}", _shown(f.floor), _shown(f.want), f.note)
    console.print(table)
    return [
        f"{task}: {f.name} {f.value:.4g}, floor {f.floor:.4g}" for f in figures if not f.holds and f.floor is not None
    ]


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
