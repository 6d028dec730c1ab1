from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from rashomon.cli.run import run
from tests.collecting.server import Site, answer, page, site

FERRY = page("Ferry runs again", "The ferry had been out of service since March.")
LONG_AGO = datetime.now(UTC) - timedelta(days=3)


@pytest.fixture(scope="module")
def ours() -> trustme.CA:
    return trustme.CA(organization_name="A newsroom")


@pytest.fixture
def authority(ours: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "newsroom.pem"
    ours.cert_pem.write_to_path(path)
    return path


@pytest.fixture
def sites() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def host(sites: ExitStack, signed: trustme.CA, name: str = "127.0.0.1", expires: datetime | None = None) -> Site:
    """A host with a certificate of this authority, made for this name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    signed.issue_cert(name, not_after=expires).configure_cert(context)
    made = sites.enter_context(site(context))
    made.paths = {"/a": answer(FERRY), "/b": answer(FERRY)}
    return made


def collected(folder: Path, *arguments: str) -> int:
    return run(["collect", *arguments, "-o", str(folder), "--delay", "0", "--allow-private", "-q"])


def test_only_who_shows_a_good_certificate_is_asked_and_the_rest_goes_on(
    ours: trustme.CA, authority: Path, sites: ExitStack, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    old = host(sites, ours, expires=LONG_AGO)
    other = host(sites, ours, name="elsewhere.example")
    stranger = host(sites, trustme.CA())
    good = host(sites, ours)
    listed = [old.url("/a"), old.url("/b"), other.url("/a"), stranger.url("/a"), good.url("/a")]
    assert collected(tmp_path / "pages", *listed, "--trust", str(authority)) == 1
    out, err = capfd.readouterr()
    assert out.startswith("1 page saved, 0 unchanged, 4 not fetched: ")
    assert sorted(err.splitlines()) == sorted(
        [
            f"{old.url('/a')}: certificate not believed (it has expired)",
            f"{old.url('/b')}: certificate not believed (it has expired)",
            f"{other.url('/a')}: certificate not believed (it was made for another host)",
            f"{stranger.url('/a')}: certificate not believed (nobody this machine trusts has signed it; --trust names "
            "an authority of your own)",
        ]
    )
    assert (old.asked, other.asked, stranger.asked) == ([], [], [])


def test_an_authority_is_also_found_where_other_programs_look(
    ours: trustme.CA, authority: Path, sites: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = host(sites, ours)
    assert collected(tmp_path / "pages", good.url("/a")) == 1
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))
    assert collected(tmp_path / "pages", good.url("/a")) == 0


def test_a_file_without_certificates_is_said_to_be_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.pem"
    wrong.write_text("no certificate", encoding="utf-8")
    assert collected(tmp_path / "pages", "https://127.0.0.1/a", "--trust", str(wrong)) == 2
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert f"{wrong}: it holds no certificate" in told
    assert collected(tmp_path / "pages", "https://127.0.0.1/a", "--trust", str(tmp_path / "none.pem")) == 2
    assert "none.pem' does not exist" in capfd.readouterr().err


def test_it_is_told_that_a_page_came_unprotected(
    ours: trustme.CA, authority: Path, sites: ExitStack, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    plain = sites.enter_context(site())
    plain.paths = {"/a": answer(FERRY)}
    safe = host(sites, ours)
    safe.paths = {
        "/a": answer(b"", "302 Found", Location="/b"),
        "/b": answer(b"", "302 Found", Location=plain.url("/a")),
    }
    assert collected(tmp_path / "pages", safe.url("/a"), "--trust", str(authority)) == 0
    out, err = capfd.readouterr()
    assert out.startswith("1 page saved")
    assert err == (
        f"{safe.url('/b')}: led to {plain.url('/a')}, where nothing keeps a page from being changed on its way\n"
    )
