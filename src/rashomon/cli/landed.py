"""Reading pages with Ray, for the commands that can."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.options import Options
from rashomon.ports import Progress


def land_with_ray(
    paths: Iterable[str],
    readings: str,
    options: Options,
    address: str | None,
    workers: int | None,
    progress: Progress,
) -> str:
    """Reads the pages into the dataset at ``readings``, which it returns."""
    from rashomon.engines.landing import Landing
    from rashomon.engines.ray import land

    land(paths, Landing(readings), options, address=address, workers=workers, progress=progress)
    return readings
