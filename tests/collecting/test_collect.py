from __future__ import annotations

import errno
import gzip
import socket
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.cli.run import run
from rashomon.collecting.collect import Collected, Manners, collect
from rashomon.collecting.fetch import Answer, Fetcher, Limits
from rashomon.collecting.saved import Saved
from rashomon.door.silent import Silent
from rashomon.errors import NotFetched, UsageError
from rashomon.reading.archive import members
from tests.collecting.server import Site, answer, drip_body, drip_head, endless, page, site, tagged

FERRY = page("Ferry runs again", "The ferry had been out of service since March.")
BRIDGE = page("Bridge sold", "The old bridge was sold to a timber firm.")
LIMITS = Limits(size=300_000, seconds=1.0, redirects=3)
QUICK = Manners(delay=0, patience=1.5, allow_private=True, limits=LIMITS, contact="desk@example.org")


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as made:
        yield made


def fetched(folder: Path, *urls: str, manners: Manners = QUICK) -> Collected:
    return collect(urls, folder, manners, Silent())


def saved(folder: Path) -> dict[str | None, bytes]:
    return {one.url: one.data for file in sorted(folder.glob("*.warc.gz")) for one in members(file)}


def feed(*links: str) -> bytes:
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'.encode()


def test_pages_and_the_pages_of_a_feed_are_saved_as_a_web_archive(web: Site, tmp_path: Path) -> None:
    web.paths = {
        "/ferry": answer(gzip.compress(FERRY), Content_Encoding="gzip"),
        "/bridge": answer(BRIDGE),
        "/feed": answer(feed("/bridge", "/ferry"), kind="application/rss+xml"),
    }
    done = fetched(tmp_path, web.url("/feed"), web.url("/ferry"))
    assert (done.saved, done.unchanged, done.missed) == (2, 0, [])
    assert saved(tmp_path) == {web.url("/ferry"): FERRY, web.url("/bridge"): BRIDGE}
    assert [one.name for one in tmp_path.iterdir() if not one.name.startswith(".")] == [done.files[0].name]
    agent = web.asked[0][1]["user-agent"]
    assert agent.startswith("Rashomon/")
    assert agent.endswith(" (desk@example.org)")


def test_robots_are_kept_to(web: Site, tmp_path: Path) -> None:
    web.paths = {
        "/robots.txt": answer(b"User-agent: *\nDisallow: /private/\nAllow: /\n", kind="text/plain"),
        "/private/a": answer(FERRY),
        "/open": answer(BRIDGE),
        "/moved": answer(b"", "302 Found", Location="/private/a"),
    }
    done = fetched(tmp_path, web.url("/private/a"), web.url("/open"), web.url("/moved"))
    assert done.missed == [
        (web.url("/private/a"), "robots.txt forbids it"),
        (web.url("/moved"), "robots.txt forbids it"),
    ]
    assert done.saved == 1
    assert web.times("/private/a") == 0
    assert web.times("/robots.txt") == 1
    log = (tmp_path / ".collect" / "not-fetched.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[1:] for line in log] == [list(one) for one in done.missed]


def test_a_host_whose_rules_cannot_be_read_is_left_alone(web: Site, tmp_path: Path) -> None:
    web.paths = {"/robots.txt": answer(b"", "503 Service Unavailable"), "/a": answer(FERRY)}
    done = fetched(tmp_path, web.url("/a"))
    assert done.missed == [(web.url("/a"), "robots.txt cannot be read (the host answered 503)")]
    assert web.times("/a") == 0


def test_what_has_not_changed_is_not_sent_again(web: Site, tmp_path: Path) -> None:
    web.paths = {"/a": tagged(FERRY, '"one"'), "/b": answer(BRIDGE)}
    assert fetched(tmp_path, web.url("/a"), web.url("/b")).saved == 2
    again = fetched(tmp_path, web.url("/a"), web.url("/b"))
    assert (again.saved, again.unchanged, again.files) == (0, 2, [])
    assert [headers.get("if-none-match") for path, headers in web.asked if path == "/a"] == [None, '"one"']
    web.paths["/b"] = answer(BRIDGE.replace(b"<body>", b"<body><nav><a href='/'>Other advertisement</a></nav>"))
    assert fetched(tmp_path, web.url("/b")).unchanged == 1
    web.paths["/b"] = answer(page("Bridge not sold", "The council denied that the bridge was sold."))
    assert fetched(tmp_path, web.url("/b")).saved == 1


def test_a_feed_that_has_not_changed_still_leads_to_its_pages(web: Site, tmp_path: Path) -> None:
    web.paths = {"/feed": tagged(feed("/a", "/b"), '"f"'), "/a": answer(FERRY)}
    assert fetched(tmp_path, web.url("/feed")).missed == [(web.url("/b"), "status 404 (Not Found)")]
    web.paths["/b"] = answer(BRIDGE)
    again = fetched(tmp_path, web.url("/feed"))
    assert (again.saved, again.recent, again.missed) == (1, 1, [])
    assert web.times("/a") == 1


def test_a_busy_host_is_given_the_time_it_asks_for(web: Site, tmp_path: Path) -> None:
    web.paths = {"/a": answer(b"", "429 Too Many Requests", Retry_After="1")}
    done = fetched(tmp_path, web.url("/a"))
    assert done.missed == [(web.url("/a"), "the host is busy (status 429)")]
    assert web.times("/a") == 2


def test_a_host_that_asks_for_more_than_patience_is_left_to_the_next_run(web: Site, tmp_path: Path) -> None:
    web.paths = {"/a": answer(b"", "503 Busy", Retry_After="3600"), "/b": answer(BRIDGE)}
    done = fetched(tmp_path, web.url("/a"), web.url("/b"))
    assert sorted(url for url, why in done.missed if "left to the next run" in why) == [web.url("/a"), web.url("/b")]
    assert (web.times("/a"), web.times("/b")) == (1, 0)
    done = fetched(tmp_path, web.url("/b"))
    assert "left to the next run" in done.missed[0][1]
    assert web.times("/b") == 0


def test_a_crawl_delay_is_kept(web: Site, tmp_path: Path) -> None:
    web.paths = {
        "/robots.txt": answer(b"User-agent: rashomon\nCrawl-delay: 60\n", kind="text/plain"),
        "/a": answer(FERRY),
        "/b": answer(BRIDGE),
    }
    done = fetched(tmp_path, web.url("/a"), web.url("/b"))
    assert done.saved == 1
    assert "asks to be left alone for 60 s" in done.missed[0][1]


@pytest.mark.parametrize("behave", [drip_head, drip_body])
def test_a_server_that_drips_is_given_up(web: Site, tmp_path: Path, behave: object) -> None:
    web.paths = {"/a": behave, "/b": answer(BRIDGE)}  # type: ignore[dict-item]
    done = fetched(tmp_path, web.url("/a"), web.url("/b"))
    assert done.missed == [(web.url("/a"), "too slow (not done within 1 s)")]
    assert done.saved == 1


def test_no_page_is_larger_than_the_limit(web: Site, tmp_path: Path) -> None:
    bomb = gzip.compress(b"0" * 50_000_000, 9)
    assert len(bomb) < LIMITS.size
    web.paths = {
        "/endless": endless,
        "/told": answer(b"0" * 400_000),
        "/bomb": answer(bomb, Content_Encoding="gzip"),
        "/torn": answer(gzip.compress(FERRY)[:20] + b"torn", Content_Encoding="gzip"),
        "/br": answer(b"packed", Content_Encoding="br"),
    }
    done = fetched(tmp_path, *(web.url(path) for path in web.paths))
    reasons = [why.split(" (")[0] for _, why in done.missed]
    assert reasons == ["too large", "too large", "too large", "damaged answer", "damaged answer"]
    assert done.saved == 0
    assert list(tmp_path.glob("*")) == [tmp_path / ".collect"]


def test_redirects_are_followed_so_far(web: Site, tmp_path: Path) -> None:
    web.paths = {
        "/a": answer(b"", "301 Moved", Location="/b"),
        "/b": answer(b"", "302 Found", Location=web.url("/c")),
        "/c": answer(FERRY),
        "/round": answer(b"", "302 Found", Location="/round"),
        "/out": answer(b"", "302 Found", Location="file:///etc/passwd"),
    }
    done = fetched(tmp_path, web.url("/a"), web.url("/round"), web.url("/out"))
    assert saved(tmp_path) == {web.url("/c"): FERRY}
    assert [why.split(" (")[0] for _, why in done.missed] == ["too many redirects", "not an address"]


def test_what_is_no_page_is_not_saved(web: Site, tmp_path: Path) -> None:
    web.paths = {"/a.png": answer(b"\x89PNG", kind="image/png"), "/gone": answer(b"", "410 Gone")}
    done = fetched(tmp_path, web.url("/a.png"), web.url("/gone"), "ftp://example.org/a")
    assert [why for _, why in done.missed] == [
        "not an address (it must begin with http:// or https:// and name a host)",
        "no page (image/png)",
        "status 410 (Gone)",
    ]


def test_nothing_inside_a_network_is_asked_without_leave(web: Site, tmp_path: Path) -> None:
    web.paths = {"/a": answer(FERRY)}
    strict = Manners(delay=0, limits=LIMITS)
    urls = [web.url("/a", host) for host in ("127.0.0.1", "localhost", "127.1", "0x7f000001", "[::ffff:127.0.0.1]")]
    done = fetched(tmp_path, *urls, manners=strict)
    assert len(done.missed) == 5
    assert all("private address" in why for _, why in done.missed)
    assert web.asked == []


def test_a_redirect_or_a_name_that_changes_leads_nowhere_inside(web: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is public when it is looked up for one connection and private for the next."""
    web.paths = {"/a": answer(b"", "302 Found", Location=web.url("/inside", "inside.example"))}
    answers = {"outside.example": iter(["127.0.0.1", "10.0.0.1"]), "inside.example": iter(["127.0.0.1"])}

    real = socket.getaddrinfo

    def looked_up(host: str, port: int, *rest: int, **more: int) -> list[object]:
        return list(real(next(answers[host]) if host in answers else host, port, *rest, **more))

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    monkeypatch.setattr("rashomon.collecting.connect.is_public", lambda address: address == "127.0.0.1")
    fetcher = Fetcher("agent", LIMITS)
    try:
        assert fetcher.get(web.url("/a", "outside.example")).status == 302
        with pytest.raises(NotFetched, match="private address"):
            fetcher.get(web.url("/a", "outside.example"))
        monkeypatch.setattr("rashomon.collecting.connect.is_public", lambda _: False)
        with pytest.raises(NotFetched, match="private address"):
            fetcher.get(web.url("/inside", "inside.example"))
    finally:
        fetcher.close()
    assert [path for path, _ in web.asked] == ["/a"]


def test_what_a_killed_run_left_comes_home_up_to_its_last_whole_page(web: Site, tmp_path: Path) -> None:
    web.paths = {"/a": answer(FERRY), "/b": answer(BRIDGE)}
    (file,) = fetched(tmp_path, web.url("/a"), web.url("/b")).files
    whole = file.read_bytes()
    file.unlink()
    (tmp_path / ".collect" / "collected-20300101T000000.warc.gz").write_bytes(whole[:-40])
    (tmp_path / ".collect" / "collected-20300102T000000.warc.gz").write_bytes(whole[:40])
    done = fetched(tmp_path)
    assert [one.name for one in done.files] == ["collected-20300101T000000.warc.gz"]
    assert saved(tmp_path) == {web.url("/a"): FERRY}
    zlib.decompress(done.files[0].read_bytes(), wbits=31)


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    class Second(Silent):
        def stage(self, name: str, total: int | None) -> None:
            with pytest.raises(UsageError, match="another collect"):
                fetched(tmp_path)
            self.asked = True

    second = Second()
    collect([], tmp_path, QUICK, second)
    assert second.asked


def test_the_command_names_what_it_did_not_fetch(web: Site, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    web.paths = {"/a": answer(FERRY)}
    names = tmp_path / "names.txt"
    names.write_text(f"# ours\n{web.url('/a')}\n\n{web.url('/none')}\n", encoding="utf-8")
    pages = tmp_path / "pages"
    command = ["collect", "--from", str(names), "-o", str(pages), "--delay", "0", "--allow-private", "-q"]
    assert run(command) == 1
    out, err = capfd.readouterr()
    assert out.startswith("1 page saved, 0 unchanged, 1 not fetched: ")
    assert err == f"{web.url('/none')}: status 404 (Not Found)\n"
    assert run(["collect", "-o", str(pages)]) == 2
    assert "no address was given" in capfd.readouterr().err
    story = tmp_path / "s.rashomon"
    assert run(["watch", str(pages), "-o", str(story), "--once", "-q", "--settle", "0.1", "--rules"]) == 0
    assert "holds 1 articles" in capfd.readouterr().out


def test_on_a_full_disk_what_was_saved_before_comes_home(
    web: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.paths = {"/a": answer(FERRY), "/b": answer(BRIDGE)}
    real, room = Saved.add, iter([True])

    def full(self: Saved, one: Answer) -> None:
        if not next(room, False):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(self, one)

    monkeypatch.setattr(Saved, "add", full)
    with pytest.raises(OSError, match="No space left"):
        fetched(tmp_path, web.url("/a"), web.url("/b"))
    assert saved(tmp_path) == {web.url("/a"): FERRY}
    monkeypatch.setattr(Saved, "add", real)
    done = fetched(tmp_path, web.url("/a"), web.url("/b"))
    assert (done.saved, done.unchanged) == (1, 1)
