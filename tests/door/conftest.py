from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.engines import SameProcessEngine
from rashomon.options import Options

RULES = Options(finder="rules")

NORTH = """The Northern Post

Mayor Lena Torvik sold the bridge, clerk says

By Arne Felt
Published 12 May 2021

The mayor of Skarholm sold the old bridge to a timber firm in April 2021, town clerk Ivar Moen said on Monday.

"She signed the papers in front of me," Moen told the Northern Post. The mayor denied that she sold the bridge.

The town council will meet on 20 May 2021 to discuss the sale, its chairwoman Siri Lunde announced.
"""

SOUTH = """<!doctype html>
<html lang="en"><head><title>Torvik: no bridge was sold - The Southern Echo</title>
<meta property="og:site_name" content="The Southern Echo">
<meta property="article:published_time" content="2021-05-13T08:00:00+00:00"></head>
<body><nav><a href="/">Home</a> <a href="/town">Town</a></nav>
<article><h1>Torvik: no bridge was sold</h1><p class="byline">By Greta Holm</p>
<p>Lena Torvik, the mayor of Skarholm, denied on Thursday that she sold the old bridge to a timber firm.</p>
<p>"I have never sold anything that belongs to the town," Torvik told the Southern Echo. She said the clerk was
mistaken about the papers he saw in April.</p>
<p>Two members of the council said the bridge had been sold, according to the Northern Post.</p></article>
<footer>Copyright The Southern Echo</footer></body></html>
"""

LATER = """The Skarholm Weekly

Council finds no sale of the bridge

By Odd Berg
June 2, 2021

The council of Skarholm found no sign that the old bridge was sold, Siri Lunde said on Wednesday.

Ivar Moen, the town clerk, said he stood by his words. "I know what I saw," he said.
"""


@pytest.fixture(scope="session")
def engine() -> SameProcessEngine:
    """One engine for every build of these tests, so that the parser is loaded once."""
    return SameProcessEngine()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Three pages of one story in a folder."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "north.txt").write_text(NORTH, encoding="utf-8")
    (folder / "south.html").write_text(SOUTH, encoding="utf-8")
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    return folder
