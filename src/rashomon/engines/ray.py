"""The page half on a Ray cluster, on this machine or on many.

Ray schedules, retries and holds back; here pages are only put into batches, and a batch that keeps killing its
worker is taken apart until the page at fault is alone.
"""

from __future__ import annotations

import hashlib
import os
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rashomon.engines.job import Job, Outcome
from rashomon.engines.landing import Landing, digest_of, missing, without_bytes
from rashomon.engines.places import Spot, spots
from rashomon.engines.same import run_job
from rashomon.errors import UsageError
from rashomon.options import Options
from rashomon.pipeline import Tools, load_tools, made_by
from rashomon.ports import Progress

# Pages of one task: enough that a task's cost is nothing beside its work, few enough to share out evenly.
BATCH, BATCH_BYTES = 16, 8 << 20
RETRIES = 1
TRIES = 4
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
# Ray's own telemetry is off: nothing is sent anywhere.
_ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DATA_DISABLE_PROGRESS_BARS": "1", **dict.fromkeys(_THREADS, "1")}
_STORE = 256 << 20

# A worker process of Ray keeps its models from one task to the next; filled by `_tools_for`, in the worker only.
_tools: list[Tools] = []


def land(
    places: Iterable[str],
    landing: Landing,
    options: Options,
    *,
    address: str | None = None,
    workers: int | None = None,
    progress: Progress,
    read: Callable[[list[Spot], Options, str, str], list[Outcome]] | None = None,
) -> int:
    """Reads every page under ``places`` that has not landed as it is now, and returns how many those were.

    ``address`` is that of a running cluster, whose machines must have this Rashomon installed and reach ``places`` and
    the landing; without it a cluster of ``workers`` processes is started here and ended again. ``read`` does a batch
    in a worker.
    """
    maker = made_by(options)
    landing.make()
    have = landing.keys(maker)
    batches = _batches(one for one in spots(places) if digest_of(one.key) not in have)
    progress.stage("reading pages with Ray", None)
    count = 0
    with _cluster(address, workers) as ray:
        for outcome in _run(ray, batches, options, landing, read or read_batch):
            del outcome
            count += 1
            progress.advance()
    return count


def read_batch(batch: list[Spot], options: Options, place: str, part: str) -> list[Outcome]:
    """Reads a batch in a worker, lands it as one part, and tells how each page went, without its reading."""
    tools, maker = _tools_for(options), made_by(options)
    outcomes = [_outcome(spot, tools) for spot in batch]
    Landing(place).write(part, [(s.key, maker, one) for s, one in zip(batch, outcomes, strict=True)])
    return [without_bytes(one) for one in outcomes]


def _tools_for(options: Options) -> Tools:
    if not _tools or _tools[0].options != options:
        _tools[:] = [load_tools(options)]
    return _tools[0]


def _outcome(spot: Spot, tools: Tools) -> Outcome:
    if spot.failure is not None:
        return Outcome(_job(spot, b""), None, *spot.failure, lasting=False)
    try:
        data = spot.read()
    except OSError as error:
        message = f"{spot.name}: cannot be opened ({error.strerror or error}); check that every machine may read it"
        return Outcome(_job(spot, b""), None, "cannot be opened", message, lasting=False)
    return run_job(_job(spot, data), tools)


def _job(spot: Spot, data: bytes) -> Job:
    key = hashlib.sha256(data or spot.key.encode("utf-8", "surrogatepass")).hexdigest()
    return Job(spot.name, key, data, spot.url, spot.captured, spot.media_type)


def _batches(pages: Iterable[Spot]) -> Iterator[list[Spot]]:
    batch: list[Spot] = []
    size = 0
    for one in pages:
        batch.append(one)
        size += len(one.data or b"")
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _run(
    ray: Any,
    batches: Iterator[list[Spot]],
    options: Options,
    landing: Landing,
    read: Callable[[list[Spot], Options, str, str], list[Outcome]],
) -> Iterator[Outcome]:
    """The outcomes as they come; as many batches are under way as the cluster has cores, and as many again wait."""
    task = ray.remote(num_cpus=1, max_retries=RETRIES)(read)
    most = 2 * max(1, int(ray.cluster_resources().get("CPU", 1)))
    under_way: dict[Any, list[Spot]] = {}
    again: list[list[Spot]] = []
    while True:
        while len(under_way) < most and (batch := again.pop() if again else next(batches, None)) is not None:
            alone = len(batch) == 1
            one = task.options(max_retries=0) if alone else task
            under_way[one.remote(batch, options, landing.place, _part(batch))] = batch
        if not under_way:
            return
        (done, *_), _ = ray.wait(list(under_way), num_returns=1)
        batch = under_way.pop(done)
        try:
            yield from ray.get(done)
        except ray.exceptions.RayTaskError as error:
            raise error.cause from error
        except ray.exceptions.RayError as error:
            if len(batch) > 1:
                again += [[spot] for spot in batch]
            else:
                yield _killed(batch[0], landing, made_by(options), error)


def _killed(spot: Spot, landing: Landing, maker: str, error: Exception) -> Outcome:
    why = "short of memory" if "memory" in type(error).__name__.lower() else "short of memory perhaps"
    message = f"{spot.name}: reading it killed the process, {why}; left out, build again"
    outcome = Outcome(_job(spot, spot.data or b""), None, "killed its reader", message, lasting=False)
    landing.write(_part([spot]), [(spot.key, maker, outcome)])
    return without_bytes(outcome)


def _part(batch: list[Spot]) -> str:
    """The same batch has the same name: done twice, it lands once."""
    return "part-" + hashlib.sha256("\0".join(spot.key for spot in batch).encode("utf-8", "replace")).hexdigest()[:24]


def _answers(address: str) -> None:
    """Raises ``UsageError`` where nobody listens at the address: Ray itself would try for minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if address == "auto":
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
    except (OSError, ValueError) as error:
        raise UsageError(f"no Ray cluster at {address} ({error}); check --address, such as ray://head:10001") from error


def _start(ray: Any, settings: dict[str, Any], address: str | None) -> None:
    """Raises ``UsageError`` where there is no cluster in the end. One started here has half a minute to answer, which
    a busy machine may need more than once."""
    for left in reversed(range(TRIES)):
        try:
            ray.init(**settings)
        except Exception as error:  # what Ray raises here is as often a bare Exception as anything narrower
            ray.shutdown()
            if left == 0 or address is not None:
                line = " ".join(str(error).split())[:200]
                raise UsageError(f"no Ray cluster at {address or 'this machine'} ({line})") from error
        else:
            return


@contextmanager
def _cluster(address: str | None, workers: int | None) -> Iterator[Any]:
    os.environ.update(_ENVIRONMENT)
    try:
        import ray
    except ImportError as error:
        raise missing(error) from error
    settings: dict[str, Any] = {"log_to_driver": False, "logging_level": "error", "namespace": "rashomon"}
    if address is None:
        # Listens on this machine alone, and shows itself on no page.
        settings |= {"num_cpus": workers, "include_dashboard": False, "_node_ip_address": "127.0.0.1"}
        settings |= {"object_store_memory": _STORE}
    else:
        _answers(address)
        settings |= {"address": address, "runtime_env": {"env_vars": _ENVIRONMENT}}
    _start(ray, settings, address)
    try:
        yield ray
    finally:
        ray.shutdown()
