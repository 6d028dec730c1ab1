"""What every page of the desk needs at hand, and how a page is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from rashomon.desk.links import Across
from rashomon.desk.meanwhile import Meanwhile
from rashomon.desk.shown import Shelf, Shown
from rashomon.desk.work import Work
from rashomon.views.page import environment, views_loader
from rashomon.views.when import day_words


@dataclass(frozen=True, slots=True)
class Room:
    """``by`` is the name corrections are logged under."""

    shelf: Shelf
    work: Work
    templates: Environment
    meanwhile: Meanwhile
    by: str


def room_of(request: Request) -> Room:
    return cast(Room, request.app.state.room)


def templates() -> Environment:
    """The desk's own templates beside those it shares with the dossier."""
    made = environment(ChoiceLoader([PackageLoader("rashomon.desk", "templates"), views_loader()]))
    made.filters["pair"] = lambda word: (word, word)
    made.filters["day"] = lambda text: day_words(date.fromisoformat(text).toordinal())
    return made


def page(request: Request, name: str, shown: Shown, *, status: int = 200, **more: object) -> HTMLResponse:
    """A page made from a template of the desk."""
    room = room_of(request)
    room.meanwhile.remember(shown)
    text = room.templates.get_template(name).render(
        go=Across(),
        pile=shown.pile,
        version=shown.version,
        numbers=shown.numbers,
        undoable=any(entry.undone is None for entry in shown.log),
        redoable=_redoable(shown),
        here=request.url.path,
        said=request.query_params.get("said", "")[:300],
        working=room.work.running,
        away=room.shelf.away,
        **more,
    )
    return HTMLResponse(text, status)


def _redoable(shown: Shown) -> bool:
    newest = max((entry.number for entry in shown.log if entry.undone is None), default=0)
    return any(entry.undone is not None and entry.number > newest for entry in shown.log)
