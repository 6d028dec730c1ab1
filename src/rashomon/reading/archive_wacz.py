"""The list of pages a WACZ file keeps beside its web archive."""

from __future__ import annotations

import json
import zipfile

from rashomon.errors import UnreadablePage
from rashomon.reading.archive_bytes import DAMAGE, LARGEST_MEMBER, read_within


def listed_pages(archive: zipfile.ZipFile) -> set[str] | None:
    """The addresses a person or crawler visited, so that frames and ads are no pages; None where there is no list."""
    found: set[str] = set()
    for info in archive.infolist():
        if not (info.filename.startswith("pages/") and info.filename.endswith(".jsonl")):
            continue
        try:
            with archive.open(info) as file:
                lines = read_within(file, LARGEST_MEMBER).decode("utf-8", "replace").splitlines()
        except (UnreadablePage, *DAMAGE):
            continue
        found.update(url for line in lines if (url := _url(line)))
    return found or None


def _url(line: str) -> str | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    url = entry.get("url") if isinstance(entry, dict) else None
    return url if isinstance(url, str) else None
