"""`python -m benchmarks [TASK ...]`: prints each task's table; exit status 1 where a floor does not hold.

A task is a module with ``measure(pile) -> list[Figure]``. Ratios are of one run; absolute figures are of the machine
and of what else it does.
"""

from __future__ import annotations

import importlib
import os
import sys
import time

# One thread each, before anything that reads it is imported: what is compared is work, not cores.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1"))

from rich.console import Console
from rich.table import Table

from benchmarks.pile import Pile, data_folder

TASKS = ("start", "pages", "build", "story", "desk", "ray", "stories", "scale")


def main(wanted: list[str]) -> int:
    unknown = [task for task in wanted if task not in TASKS]
    if unknown:
        print(f"no such task: {', '.join(unknown)}; there are: {', '.join(TASKS)}", file=sys.stderr)
        return 2
    console, fallen, pile = Console(), 0, Pile(data_folder())
    for task in wanted or TASKS:
        start = time.perf_counter()
        figures = importlib.import_module(f"benchmarks.{task}").measure(pile)
        table = Table(title=f"{task} ({time.perf_counter() - start:.0f} s)", title_justify="left")
        for column in ("what", "measured", "want", "note"):
            table.add_column(column, justify="left" if column in ("what", "note") else "right")
        for figure in figures:
            fallen += not figure.holds
            mark = "" if figure.holds else " ✗"
            want = "" if figure.want is None else f"{figure.want:.4g}"
            table.add_row(figure.name, f"{figure.value:,.4g}{mark}", want, figure.note)
        console.print(table)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
