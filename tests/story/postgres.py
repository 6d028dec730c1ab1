"""A PostgreSQL server of the tests' own: the programs installed here, on a socket in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# PostgreSQL refuses to run for root: the tests then start it for one of these.
OTHERS = ("postgres", "nobody")


def programs() -> Path | None:
    """The folder with initdb and pg_ctl, or None where PostgreSQL is not installed."""
    there = [Path(found).resolve().parent for found in [shutil.which("pg_ctl")] if found]
    there += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((one for one in there if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)


class Postgres:
    """A running server."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self._folder, self._bin = folder, bin_folder
        self._user = None
        if os.geteuid() == 0:
            self._user = next(name for name in OTHERS if _known(name))
            shutil.chown(folder, self._user)
        self._call("initdb", "-D", str(folder / "data"), "-U", "ines", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()

    def start(self) -> None:
        settings = f"-k {self._folder} -c listen_addresses='' -c fsync=off -c max_connections=30"
        log = str(self._folder / "log")
        self._call("pg_ctl", "-D", str(self._folder / "data"), "-w", "-t", "60", "-l", log, "-o", settings, "start")

    def stop(self, how: str = "fast") -> None:
        """``how`` "immediate" is a crash."""
        self._call("pg_ctl", "-D", str(self._folder / "data"), "-w", "-t", "60", "-m", how, "stop")

    def url(self, story: str) -> str:
        return f"postgresql://ines@localhost/postgres?host={self._folder}#{story}"

    def _call(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments]
        done = subprocess.run(
            command, user=self._user, cwd=self._folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False, timeout=120,
        )  # fmt: skip
        if done.returncode:
            log = self._folder / "log"
            raise RuntimeError(f"{program} ended with {done.returncode}: {log.read_text() if log.exists() else ''}")


@contextmanager
def postgres() -> Iterator[Postgres]:
    """The server; ended and forgotten afterwards."""
    bin_folder = programs()
    assert bin_folder is not None
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        server = Postgres(folder, bin_folder)
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder)


def _known(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
