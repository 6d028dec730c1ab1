"""Writing a result: to a file in one step, or to stdout."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from rashomon.errors import UsageError


def write(data: bytes, out: Path | None, *, text: bool = True) -> None:
    """Writes to ``out``, which is there whole or not at all; None or "-" is stdout."""
    if out is None or str(out) == "-":
        if not text and sys.stdout.isatty():
            raise UsageError("this format is not text and would spoil the terminal; name a file with -o FILE")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if not out.parent.is_dir():
        raise UsageError(f"{out}: its folder does not exist; make it first or choose another place")
    if out.is_dir():
        raise UsageError(f"{out}: a folder, not a file; name a file in it")
    _replace(data, out)


def _replace(data: bytes, out: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{out.name}-", dir=out.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(out)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
