"""What lies where: the pages under local paths and object-store addresses, without opening those that are files."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.engines.landing import _arrow, _opened
from rashomon.errors import UnreadablePage, UsageError
from rashomon.reading.archive import is_archive, members

ARCHIVES = (".warc", ".warc.gz", ".wacz", ".zip")
# How the column that holds a page is called in a Parquet file, the first of them that is there; and its company.
BODIES = ("content", "html", "body", "text")
URLS, CAPTURED, TYPES = ("url", "uri"), ("captured", "date", "fetched"), ("media_type", "mime", "content_type")


@dataclass(frozen=True, slots=True)
class Spot:
    """A page to read: by its address where it is a file, by its bytes where it was inside another.

    ``key`` is the same as long as the page is; ``failure`` is (reason, message) where there is nothing to read.
    """

    key: str
    name: str
    address: str = ""
    data: bytes | None = None
    url: str | None = None
    captured: str | None = None
    media_type: str | None = None
    failure: tuple[str, str] | None = None

    def read(self) -> bytes:
        """The page's bytes."""
        if self.data is not None:
            return self.data
        files, path = _opened(self.address)
        found: bytes = files.cat_file(path)
        return found


def spots(places: Iterable[str]) -> Iterator[Spot]:
    """The pages under each place, in order of their names; archives and Parquet files are opened, one at a time.

    Raises ``UsageError`` for a place that is not there.
    """
    for place in places:
        files, root = _opened(place)
        if not files.exists(root):
            raise UsageError(f"{place}: there is no such file or folder; check the path")
        remote = "://" in place
        for path, about in sorted(_files(files, root).items()):
            name = files.unstrip_protocol(path) if remote else _local(place, root, path)
            yield from _spots(files, path, name, f"{name}|{about.get('size')}|{_stamp(about)}")


def _files(files: Any, root: str) -> dict[str, dict[str, Any]]:
    if files.isfile(root):
        return {root: files.info(root)}
    found: dict[str, dict[str, Any]] = files.find(root, detail=True)
    return {path: about for path, about in found.items() if not _hidden(path[len(root) :])}


def _hidden(path: str) -> bool:
    return any(part.startswith((".", "_")) for part in path.split("/"))


def _local(place: str, root: str, path: str) -> str:
    """The path as the person would write it: under the place as given."""
    return str(Path(place) / Path(path).relative_to(root)) if path != root else place


def _stamp(about: dict[str, Any]) -> str:
    return str(
        next((about[name] for name in ("ETag", "etag", "mtime", "LastModified", "updated") if name in about), "")
    )


def _spots(files: Any, path: str, name: str, key: str) -> Iterator[Spot]:
    if path.endswith(".parquet"):
        yield from _rows(files, path, name, key)
    elif path.lower().endswith(ARCHIVES):
        with tempfile.TemporaryDirectory() as room:
            local = Path(path) if files.protocol in ("file", ("file", "local")) else Path(room) / Path(path).name
            if not local.exists():
                files.get_file(path, str(local))
            yield from _members(local, name, key)
    else:
        yield Spot(key, name, files.unstrip_protocol(path))


def _members(local: Path, name: str, key: str) -> Iterator[Spot]:
    try:
        if not is_archive(local):
            yield Spot(key, name, str(local))
            return
        for one in members(local):
            called = name + one.name.removeprefix(str(local))
            yield Spot(f"{key}|{called}|{one.id}", called, "", one.data, one.url, one.captured, one.media_type)
    except UnreadablePage as error:
        message = str(error).replace(str(local), name)
        yield Spot(f"{key}|itself", name, failure=(error.reason, message))


def _rows(files: Any, path: str, name: str, key: str) -> Iterator[Spot]:
    """A page a row. A Parquet file without a column that could hold pages is named as one that cannot be read."""
    pa, pq = _arrow()
    with files.open(path, "rb") as file:
        try:
            table = pq.ParquetFile(file)
        except pa.ArrowInvalid as error:
            yield Spot(key, name, failure=("damaged", f"{name}: a damaged Parquet file ({error}); copy it again"))
            return
        there = set(table.schema_arrow.names)
        columns = [next((one for one in names if one in there), None) for names in (BODIES, URLS, CAPTURED, TYPES)]
        if columns[0] is None:
            why = f"{name}: a Parquet file without a column of pages; name it one of {', '.join(BODIES)}"
            yield Spot(key, name, failure=("no pages", why))
            return
        number = 0
        for batch in table.iter_batches(64, columns=[one for one in columns if one is not None]):
            for row in batch.to_pylist():
                number += 1
                body, *about = (None if column is None else row[column] for column in columns)
                data = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else bytes(body or b"")
                url, captured, kind = (None if one is None else str(one) for one in about)
                called = f"{name}#{url or number}"
                digest = hashlib.sha256(data).hexdigest()
                yield Spot(f"{key}|{number}|{digest}", called, "", data, url, captured, kind)
