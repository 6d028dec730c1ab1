"""Running a command and measuring it: wall time, processor time and peak memory, its workers included."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

# Runs the command in its own process and reports on it, so that one measurement leaves nothing to the next.
_WATCH = """
import json, resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """``peak`` is the largest process in MiB."""

    wall: float
    cpu: float
    peak: float


def measure(*arguments: str) -> Run:
    """Runs ``python ARGUMENTS``; raises ``RuntimeError`` where it fails."""
    command = [sys.executable, "-c", _WATCH, sys.executable, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    status, wall, cpu, peak = json.loads(done.stdout.splitlines()[-1])
    if status not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)} ended with {status}: {done.stderr.strip()}")
    return Run(wall, cpu, peak)
