"""The desk as an application: its addresses, and what stands at each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from rashomon.desk import add, change, lists, look, take
from rashomon.desk.guard import Guard
from rashomon.desk.meanwhile import Meanwhile
from rashomon.desk.room import Room, page, room_of, templates
from rashomon.desk.shown import Shelf
from rashomon.desk.static import static
from rashomon.desk.work import Work
from rashomon.errors import StoryError

ROUTES = [
    Route("/", look.overview),
    Route("/claims", lists.claims),
    Route("/claim/{id}", look.claim),
    Route("/articles", lists.articles),
    Route("/article/{id}", look.article),
    Route("/people", lists.people),
    Route("/person/{id}", look.person),
    Route("/unnamed", lists.nobody),
    Route("/names", lists.names),
    Route("/event/{id}", look.event),
    Route("/origin/{id}", look.origin),
    Route("/timeline", look.times),
    Route("/sources", look.origins),
    Route("/line/{key}", look.statement),
    Route("/log", look.log),
    Route("/search", look.find),
    Route("/correct", change.correct, methods=["POST"]),
    Route("/undo", change.undo, methods=["POST"]),
    Route("/redo", change.redo, methods=["POST"]),
    Route("/add", add.look),
    Route("/add/pages", add.add, methods=["POST"]),
    Route("/add/progress", add.progress),
    Route("/take", take.look),
    Route("/take/{name}", take.take),
    Route("/static/{name}", static),
]


def make_app(story: Path, *, token: str, port: int, by: str = "") -> Starlette:
    """The desk over one story file, for requests to this machine's ``port`` that carry ``token``."""
    room = Room(Shelf(story), Work(), templates(), Meanwhile(), by)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        yield
        room.work.wait()
        room.shelf.close()

    app = Starlette(
        routes=ROUTES,
        lifespan=life,
        exception_handlers={HTTPException: _not_there, StoryError: _gone},
    )
    app.state.room = room
    hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
    app.add_middleware(Guard, token=token, hosts=hosts, cookie=f"rashomon-desk-{port}")
    return app


def _not_there(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    shown = room_of(request).shelf.now()
    return page(request, "refused.html", shown, status=error.status_code, why=error.detail, back="/")


def _gone(request: Request, error: Exception) -> Response:
    return PlainTextResponse(f"The story cannot be opened: {error}", 500)
