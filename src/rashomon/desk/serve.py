"""Running the desk: on this machine alone, with a key in the address it opens."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import python_multipart  # noqa: F401 (Starlette looks for it only when the first form arrives)
import uvicorn

from rashomon.desk.app import make_app
from rashomon.errors import UsageError
from rashomon.story import Story

HOST = "127.0.0.1"


def serve(story: Path, *, port: int, show: bool, by: str, tell: Callable[[str], None]) -> None:
    """Serves until it is stopped. Raises ``NotAStory`` or ``UsageError`` before it has begun.

    ``tell`` is given the address, key and all; ``show`` opens it in the browser.
    """
    Story(story).close()  # before the port is taken: what is no story is said to be none
    door = _bind(port)
    port = door.getsockname()[1]
    token = secrets.token_urlsafe(24)
    address = f"http://{HOST}:{port}/?key={token}"
    app = make_app(story, token=token, port=port, by=by)
    # No access log: it would write the key into the terminal's history of requests.
    app.state.room.shelf.now().warm()  # from here on the first view comes at once
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
    tell(address)
    if show:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run(sockets=[door])
    finally:
        door.close()


def _bind(port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
        door.listen()  # whoever is quicker than the server then waits for it
    except (OSError, OverflowError) as error:
        door.close()
        raise UsageError(
            f"port {port}: cannot be used ({error}); choose another with --port, or leave it out"
        ) from None
    return door
