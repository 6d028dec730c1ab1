"""Style sheets and scripts, all of them our own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rashomon.views.page import shipped

_KINDS = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
    "timeline.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
# What dossier and desk share comes first.
_SHARED = {"desk.css": "style.css", "desk.js": "marks.js"}


def static(request: Request) -> Response:
    """A style sheet or a script."""
    name = request.path_params["name"]
    if name not in _KINDS:
        raise HTTPException(404, "There is no such file.")
    shared = str(shipped(_SHARED[name])) if name in _SHARED else ""
    return Response(shared + _own(name), media_type=_KINDS[name])


@cache
def _own(name: str) -> str:
    return files("rashomon.desk").joinpath("templates", name).read_text(encoding="utf-8")
