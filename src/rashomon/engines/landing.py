"""Where readings land when many machines make them: a Parquet dataset, in a folder or an object store.

A row is a page: what it was read from, its encoded reading or the reason there is none. Each part is written whole or
not at all, so that a run that was stopped goes on with the pages that have not landed.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from rashomon.engines.job import Job, Outcome
from rashomon.errors import MissingExtra, UsageError

MARK = "_rashomon-readings"
EXTRA = "this needs {}, which is not installed; install it with: pip install rashomon[ray]"


@dataclass(frozen=True, slots=True)
class Landed:
    """One page of the dataset at ``place``: its row, without the reading. ``key`` tells what it was read from and as it
    was then."""

    key: str
    page: str
    name: str
    url: str | None
    captured: str | None
    media_type: str | None
    made_by: str
    reason: str
    message: str
    lasting: bool
    place: str
    part: str
    row: int


class Landing:
    """The dataset at ``place``: a path, or an address that fsspec knows (``s3://...``, ``gs://...``)."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._files, self._root = _opened(place)

    @property
    def exists(self) -> bool:
        return bool(self._files.exists(f"{self._root}/{MARK}"))

    def make(self) -> None:
        """The folder, with the mark that says what it is. Raises ``UsageError`` where it holds something else."""
        if self.exists:
            return
        if self._files.exists(self._root) and self._files.ls(self._root):
            raise UsageError(f"{self.place}: not empty, and no dataset of readings; name another folder")
        self._files.makedirs(self._root, exist_ok=True)
        self._files.pipe_file(f"{self._root}/{MARK}", b"readings of pages, made by Rashomon\n")

    def write(self, part: str, rows: Iterable[tuple[str, str, Outcome]]) -> None:
        """One part: (key, what made it, outcome) a row."""
        pa, pq = _arrow()
        columns: dict[str, list[object]] = {name: [] for name in _SCHEMA}
        for key, made_by, one in rows:
            job = one.job
            packed = None if one.reading is None else zlib.compress(one.reading, 3)
            about = (key, job.id, job.name, job.url, job.captured, job.media_type, made_by)
            for name, value in zip(_SCHEMA, (*about, packed, one.reason, one.message, one.lasting), strict=True):
                columns[name].append(value)
        schema = pa.schema([(name, getattr(pa, kind)()) for name, kind in _SCHEMA.items()])
        # Under a name that readers pass over until it is whole.
        half, whole = f"{self._root}/_{part}.half", f"{self._root}/{part}.parquet"
        with self._files.open(half, "wb") as file:
            pq.write_table(pa.table(columns, schema=schema), file, compression="none")
        self._files.mv(half, whole)

    def pages(self) -> Iterator[Landed]:
        """Every page that has landed; the last word on each key and maker, should it have landed twice."""
        found: dict[tuple[str, str], Landed] = {}
        names = [name for name in _SCHEMA if name != "reading"]
        for part in self._parts():
            for row, one in enumerate(self._table(part, names).to_pylist()):
                landed = Landed(**one, place=self.place, part=part, row=row)
                known = found.get((landed.key, landed.made_by))
                if known is None or (landed.lasting, landed.part) >= (known.lasting, known.part):
                    found[landed.key, landed.made_by] = landed
        yield from found.values()

    def keys(self, maker: str) -> set[bytes]:
        """The digests (`digest_of`) of the keys that ``maker`` has read for good: 80 bytes a page of a large corpus."""
        found: set[bytes] = set()
        for part in self._parts():
            table = self._table(part, ["key", "made_by", "lasting"])
            rows = zip(*(table.column(name).to_pylist() for name in table.column_names), strict=True)
            found.update(digest_of(key) for key, made_by, lasting in rows if made_by == maker and lasting)
        return found

    def outcomes(self, pages: Iterable[Landed]) -> Iterator[Outcome]:
        """Their outcomes, part by part; one part's readings are held at a time."""
        by_part: dict[str, list[Landed]] = {}
        for one in pages:
            by_part.setdefault(one.part, []).append(one)
        for part, some in sorted(by_part.items()):
            readings = self._table(part, ["reading"]).column("reading")
            for one in sorted(some, key=lambda landed: landed.row):
                packed = readings[one.row].as_py()
                job = Job(one.name, one.page, b"", one.url, one.captured, one.media_type)
                reading = None if packed is None else zlib.decompress(packed)
                yield Outcome(job, reading, one.reason, one.message, one.lasting)

    def _parts(self) -> list[str]:
        names = [str(name) for name in self._files.ls(self._root, detail=False)]
        return sorted(name for name in names if name.endswith(".parquet") and name.rsplit("/", 1)[-1][0] != "_")

    def _table(self, part: str, columns: list[str]) -> Any:
        pa, pq = _arrow()
        try:
            with self._files.open(part, "rb") as file:
                return pq.read_table(file, columns=columns)
        except pa.ArrowInvalid as error:
            raise UsageError(f"{part}: damaged ({error}); delete it, and its pages are read again") from error


# Column and pyarrow type, in the order of the fields of `Landed`, with the reading before its reason.
_SCHEMA = {
    "key": "string",
    "page": "string",
    "name": "string",
    "url": "string",
    "captured": "string",
    "media_type": "string",
    "made_by": "string",
    "reading": "large_binary",
    "reason": "string",
    "message": "string",
    "lasting": "bool_",
}


def digest_of(key: str) -> bytes:
    """16 bytes that stand for a key."""
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def missing(error: ImportError) -> MissingExtra:
    """What to say where a package of the extra is not installed."""
    return MissingExtra(EXTRA.format(error.name))


def without_bytes(outcome: Outcome) -> Outcome:
    """The outcome without what need not travel."""
    return replace(outcome, job=replace(outcome.job, source=b""), reading=None)


def _opened(place: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise missing(error) from error
    try:
        files, root = url_to_fs(place)
    except (ImportError, ValueError) as error:  # fsspec names the package that speaks the protocol
        raise UsageError(f"{place}: cannot be reached ({error})") from error
    return files, str(root).rstrip("/")


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise missing(error) from error
    return pyarrow, pyarrow.parquet
