"""A web server on this machine that behaves as each test wants, well or badly."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

Asked: TypeAlias = tuple[str, dict[str, str]]
Behaviour: TypeAlias = Callable[[socket.socket, dict[str, str]], None]


def page(title: str, words: str) -> bytes:
    """A saved page with one article."""
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{words} The harbour master of Skarholm said on Monday that the ferry would run again in June.</p>"
        f"<p>The town council will discuss the repair of the engine next week, its chairwoman said.</p>"
        f"</article></body></html>"
    ).encode()


def answer(body: bytes, status: str = "200 OK", *, kind: str = "text/html", **headers: str) -> Behaviour:
    """Answers this, whole."""

    def behave(peer: socket.socket, _: dict[str, str]) -> None:
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        peer.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    return behave


def tagged(body: bytes, etag: str) -> Behaviour:
    """Answers 304 to whoever has it already."""

    def behave(peer: socket.socket, headers: dict[str, str]) -> None:
        known = headers.get("if-none-match") == etag
        answer(b"" if known else body, "304 Not Modified" if known else "200 OK", ETag=etag)(peer, headers)

    return behave


def endless(peer: socket.socket, _: dict[str, str]) -> None:
    """A body that never ends."""
    peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        peer.sendall(b"<p>more and more</p>" * 3000)


def drip_head(peer: socket.socket, _: dict[str, str]) -> None:
    """Headers that come a byte at a time and never end."""
    peer.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while True:
        peer.sendall(b"a")
        time.sleep(0.05)


def drip_body(peer: socket.socket, _: dict[str, str]) -> None:
    """A body that comes a byte at a time."""
    peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    while True:
        peer.sendall(b"a")
        time.sleep(0.05)


@dataclass
class Site:
    """Paths and how they behave; a path that is not there is a 404. ``asked`` keeps every request, in order."""

    port: int
    paths: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{path}"

    def times(self, path: str) -> int:
        return sum(one == path for one, _ in self.asked)


@contextmanager
def site(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made = Site(listener.getsockname()[1], tls=tls)
        threads: list[threading.Thread] = []
        accepting = threading.Thread(target=_accept, args=(listener, made, threads))
        accepting.start()
        yield made
        listener.shutdown(socket.SHUT_RDWR)
        accepting.join(10)
        for thread in threads:
            thread.join(10)


def _accept(listener: socket.socket, made: Site, threads: list[threading.Thread]) -> None:
    while True:
        try:
            peer, _ = listener.accept()
        except OSError:
            return
        threads.append(threading.Thread(target=_serve, args=(peer, made)))
        threads[-1].start()


def _serve(peer: socket.socket, made: Site) -> None:
    with peer, suppress(OSError):
        peer.settimeout(10)
        if made.tls is not None:
            with made.tls.wrap_socket(peer, server_side=True) as secured:
                _talk(secured, made)
        else:
            _talk(peer, made)


def _talk(peer: socket.socket, made: Site) -> None:
    head = b""
    while b"\r\n\r\n" not in head:
        piece = peer.recv(4096)
        if not piece:
            return
        head += piece
    first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    path = first.split()[1]
    made.asked.append((path, headers))
    made.paths.get(path, answer(b"no such page", "404 Not Found"))(peer, headers)
