from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rashomon.cli.run import run


@pytest.mark.parametrize(
    ("package", "extra", "arguments"),
    [
        ("httpcore", "collect", ["collect", "https://example.org/", "-o", "{0}/pages", "-q"]),
        ("watchfiles", "watch", ["watch", "{0}", "-o", "{0}/s.rashomon", "-q"]),
        ("psycopg", "postgres", ["show", "postgresql://localhost/none#ferry"]),
        ("ray", "ray", ["read", "{0}", "--readings", "{0}/readings", "-q"]),
    ],
)
def test_an_extra_that_is_not_installed_is_named(
    package: str,
    extra: str,
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    monkeypatch.setitem(sys.modules, package, None)
    for name in [one for one in sys.modules if one.startswith("rashomon.collecting.")]:
        monkeypatch.delitem(sys.modules, name)
    assert run([one.format(tmp_path) for one in arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert f"pip install rashomon[{extra}]" in err
