from __future__ import annotations

import subprocess
import sys

HEAVY = {"spacy", "thinc", "onnxruntime", "numpy", "lxml", "trafilatura", "tokenizers", "jinja2", "openpyxl", "rich"}


def loaded_after(code: str) -> set[str]:
    """The packages that a fresh Python has loaded after running ``code``."""
    ask = "; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}{ask}"], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.splitlines()[-1].split())


def test_importing_loads_nothing() -> None:
    assert not loaded_after("import rashomon") & (HEAVY | {"msgspec", "click", "sqlite3"})


def test_help_loads_nothing_heavy() -> None:
    code = "from rashomon.cli.run import run; run(['--help'])"
    assert not loaded_after(code) & (HEAVY | {"msgspec", "sqlite3"})


def test_showing_a_story_loads_no_language_analysis() -> None:
    code = "from rashomon.story import Story; import rashomon.cli.show, rashomon.views.terminal, rashomon.views.export"
    assert not loaded_after(code) & (HEAVY - {"rich"})


def test_help_of_each_command_loads_nothing_heavy() -> None:
    each = "[run([name, '--help']) for name in COMMANDS]"
    code = f"from rashomon.cli.run import run; from rashomon.cli.app import COMMANDS; {each}"
    assert not loaded_after(code) & HEAVY
