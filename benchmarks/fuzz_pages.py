"""Reads many damaged pages: `python -m benchmarks.fuzz_pages [COUNT] [FOLDER ...] [--seed N]`.

Pages are those of the sample story and of the folders named (.html, .html.gz), each damaged at random. Exit status 1
where a page raised anything but ``UnreadablePage``, took more than 10 s, or where an article does not map back to its
page; the damaged page is then written beside the name of what went wrong. Prints counts, the slowest page and the
largest memory.
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from rashomon.errors import UnreadablePage
from rashomon.reading.read import read_page
from tests.reading.pages_html import assert_anchored

SAMPLES = Path(__file__).parent.parent / "samples" / "pages"
SLOWEST = 10.0
MOST_MEGABYTES = 1024
SPLINTERS = (
    b"<div>",
    b"</div>",
    b"<p>",
    b"<table><tr><td>",
    b"</table>",
    b"<article>",
    b"</article>",
    b"<script>",
    b"</script>",
    b"<!--",
    b"-->",
    b"<iframe srcdoc='<p>x&amp;nbsp;</p>'>",
    b"<style>",
    b"<title>",
    b'<a href="',
    b"'",
    b'"',
    b">",
    b"<",
    b"&nbsp;",
    b"&#0;",
    b"&#xD800;",
    b"&amp;#39;",
    b"\x00",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\xe2\x80\x8f",
    b"<br>" * 50,
    b"<b>" * 300,
    b"<svg><path d='",
    b"]]>",
    b"<time datetime='2016-99-99'>",
    b'<script type=\'application/ld+json\'>{"@type":"NewsArticle",',
    b"<meta charset='utf-16'>",
    b"<h1>",
    b"<blockquote class='twitter-tweet'>",
    b"2016-02-30T25:61",
    b"<li>" * 100,
    b"<template>",
    b"<![CDATA[",
    b"<?xml encoding='x'?>",
    b"{}" * 80,
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", nargs="?", type=int, default=2000)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    pages = seeds(given.folders)
    chance, seen, slowest = random.Random(given.seed), Counter[str](), (0.0, "")
    for number in range(given.count):
        name, data = chance.choice(pages)
        damaged = damage(data, chance)
        start = time.process_time()
        failure = read(damaged, seen)
        took = time.process_time() - start
        slowest = max(slowest, (took, name))
        if took > SLOWEST:
            failure = f"took {took:.1f} s"
        if failure:
            return told(number, name, failure, damaged)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(
        f"{given.count} damaged pages of {len(pages)}: {dict(seen)}; slowest {slowest[0]:.2f} s ({slowest[1]}); "
        f"{megabytes} MB"
    )
    return int(megabytes > MOST_MEGABYTES)


def seeds(folders: list[Path]) -> list[tuple[str, bytes]]:
    files = sorted(
        p for folder in [SAMPLES, *folders] for p in folder.rglob("*") if p.name.endswith((".html", ".html.gz"))
    )
    return [(p.name, gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes()) for p in files]


def damage(data: bytes, chance: random.Random) -> bytes:
    """One to eight injuries: cuts, doubles, swaps, splinters, flipped bits, other encodings."""
    for _ in range(chance.randint(1, 8)):
        at, to = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        kind = chance.randrange(8)
        if kind == 0:
            data = data[:at] + data[min(to, at + 2000) :]
        elif kind == 1 and len(data) < 3_000_000:
            data = data[:to] + data[at:to][:20_000] * chance.randint(1, 4) + data[to:]
        elif kind == 2:
            data = data[:at]
        elif kind == 3:
            data = data[at:to] + data[:at] + data[to:]
        elif kind == 4 and data:
            flipped = bytearray(data)
            for _ in range(chance.randint(1, 30)):
                flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
            data = bytes(flipped)
        elif kind == 5 and chance.random() < 0.2:
            data = data.decode("utf-8", "replace").encode(
                chance.choice(("utf-16", "cp1252", "utf-8-sig", "shift_jis")), "replace"
            )
        else:
            data = data[:at] + chance.choice(SPLINTERS) * chance.choice((1, 1, 1, 3, 40)) + data[at:]
    return data


def read(data: bytes, seen: Counter[str]) -> str | None:
    """What went wrong, if anything did."""
    try:
        page = read_page(data)
        assert_anchored(page)
        page.text.encode("utf-8")
    except UnreadablePage as error:
        seen[error.reason] += 1
    except Exception as error:  # what a damaged page must never raise
        return f"{type(error).__name__}: {error}"
    else:
        seen["read"] += 1
    return None


def told(number: int, name: str, failure: str, damaged: bytes) -> int:
    with tempfile.NamedTemporaryFile(prefix="damaged-", suffix=".html", delete=False) as file:
        file.write(damaged)
    print(f"page {number} ({name}): {failure}; the page is {file.name}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
