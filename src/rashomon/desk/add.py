"""Adding pages: files dropped on the desk are kept beside the story and read into it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from rashomon.desk.room import page, room_of
from rashomon.desk.work import read_into
from rashomon.errors import UsageError
from rashomon.story import is_shared, name_of

_PIECE = 1 << 20
# Letters, digits and what is harmless in a file name on every system.
_ODD = re.compile(r"[^\w .()+,=@-]+")


def look(request: Request) -> Response:
    """The page to add pages on; while a build runs, how far it is."""
    room = room_of(request)
    return page(request, "add.html", room.shelf.now(), state=room.work.state, folder=folder_of(room.shelf.path))


async def add(request: Request) -> Response:
    """Keeps the files and starts to read them."""
    room = room_of(request)
    async with request.form(max_files=5000) as form:
        files = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
        if not files:
            shown = await run_in_threadpool(room.shelf.now)
            why = "no file was chosen; choose one or more saved pages"
            return page(request, "refused.html", shown, status=422, why=why, back="/add")
        folder = folder_of(room.shelf.path)
        kept = [await _keep(one, folder) for one in files]
    try:
        room.work.begin(lambda progress: read_into(room.shelf.path, kept, progress))
    except UsageError as error:
        return page(request, "refused.html", room.shelf.now(), status=409, why=str(error), back="/add")
    return RedirectResponse("/add", 303)


def progress(request: Request) -> Response:
    """How far the build is, for the page's script."""
    state = room_of(request).work.state
    return JSONResponse(
        {
            "running": state.running,
            "stage": state.stage,
            "done": state.done,
            "total": state.total,
            "ended": state.ended,
            "failed": state.failed,
        }
    )


def folder_of(story: Path) -> Path:
    """Where files that were added on the desk are kept: beside the story, or here where the story is on a server."""
    if is_shared(story):
        return Path.cwd() / f"{_ODD.sub('_', name_of(story)).strip(' .')}-added"
    return story.with_name(f"{story.stem}-added")


async def _keep(upload: UploadFile, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    beside = folder / f".{hashlib.sha256((upload.filename or '').encode()).hexdigest()[:12]}.part"
    digest = hashlib.sha256()
    with beside.open("wb") as file:
        while piece := await upload.read(_PIECE):
            digest.update(piece)
            file.write(piece)
    target = _place(folder, upload.filename or "", digest.hexdigest())
    return beside.replace(target)


def _place(folder: Path, given: str, digest: str) -> Path:
    """A name of its own: another file of the same name keeps its place."""
    name = _ODD.sub("_", Path(given.replace("\\", "/")).name).strip(" .")[-120:] or "page"
    path = folder / name
    if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        path = folder / f"{path.stem}-{digest[:8]}{path.suffix}"
    return path
