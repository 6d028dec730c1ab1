from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import rashomon
from rashomon import errors


def test_the_door_is_exactly_its_list() -> None:
    names = ["build", "correct", "find_attributions", "find_times", "open", "read_page", "rebuild", "redo", "undo"]
    assert sorted(rashomon.__all__) == names
    assert dir(rashomon) == names
    for name in names:
        assert callable(getattr(rashomon, name))
        assert inspect.getdoc(getattr(rashomon, name))


def test_what_is_not_in_the_list_is_not_there() -> None:
    with pytest.raises(AttributeError, match="find_quotes"):
        importlib.import_module("rashomon").find_quotes  # noqa: B018


def test_importing_it_is_quick() -> None:
    code = "import time; t = time.process_time(); import rashomon; print(time.process_time() - t)"
    took = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert float(took.stdout) < 0.2


def test_every_error_is_one_of_ours_and_says_when() -> None:
    found = [one for _, one in inspect.getmembers(errors, inspect.isclass) if one.__module__ == errors.__name__]
    assert len(found) > 8
    for one in found:
        assert issubclass(one, errors.RashomonError)
        assert one.__doc__
        assert one.__name__ in (errors.__doc__ or "")


def test_every_message_is_one_line_that_says_something() -> None:
    names = {name for name, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, errors.RashomonError)}
    seen = 0
    for path in Path(rashomon.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                words = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and one.value is not None]
                texts = [one for one in words if isinstance(one, str)]
                assert not any("\n" in text for text in texts), f"{path}:{node.lineno}"
                seen += 1
    assert seen > 20
