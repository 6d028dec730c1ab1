"""Corrections, undo and redo, from forms."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.desk.room import Room, page, room_of
from rashomon.errors import BadCorrection, RashomonError, StoryError
from rashomon.record import Correction, CorrectionKind
from rashomon.views.corrections import sentence


async def correct(request: Request) -> Response:
    """Keeps one correction; refuses it where the story changed after the form was made."""
    form = await request.form()
    return await run_in_threadpool(_corrected, request, form)


async def undo(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_undone, request, form)


async def redo(request: Request) -> Response:
    form = await request.form()
    return await run_in_threadpool(_redone, request, form)


def _corrected(request: Request, form: FormData) -> Response:
    room = room_of(request)
    try:
        correction = _correction(form)
    except BadCorrection as error:
        return page(request, "refused.html", room.shelf.now(), status=422, why=str(error), back=_back(form))

    def act() -> str:
        from rashomon.door.correct import correct as keep

        keep(room.shelf.path, correction, by=room.by).close()
        return sentence(correction)

    return _change(request, room, form, act, correction)


def _undone(request: Request, form: FormData) -> Response:
    room = room_of(request)

    def act() -> str:
        from rashomon.door.correct import undo as take_back

        return "Taken back: " + sentence(take_back(room.shelf.path).correction)

    return _change(request, room, form, act)


def _redone(request: Request, form: FormData) -> Response:
    room = room_of(request)

    def act() -> str:
        from rashomon.door.correct import redo as restore

        return "Restored: " + sentence(restore(room.shelf.path).correction)

    return _change(request, room, form, act)


def _change(
    request: Request, room: Room, form: FormData, act: Callable[[], str], correction: Correction | None = None
) -> Response:
    """Does it unless it rests on what was changed meanwhile. A script that marks a line gets no page for an answer,
    only the state that its next change will rest on."""
    try:
        return _done(request, room, form, act, correction)
    except StoryError as error:
        return page(request, "refused.html", room.shelf.now(), status=503, why=str(error), back=_back(form))


def _done(
    request: Request, room: Room, form: FormData, act: Callable[[], str], correction: Correction | None
) -> Response:
    with room.shelf.writing() as shown:
        if room.meanwhile.forbids(str(form.get("version", "")), shown, correction):
            return page(request, "conflict.html", shown, status=409, fields=_fields(form), back=_back(form))
        try:
            told = act()
        except StoryError:
            raise
        except RashomonError as error:
            return page(request, "refused.html", shown, status=422, why=str(error), back=_back(form))
    if "x-quiet" in request.headers:
        shown = room.shelf.now()
        room.meanwhile.remember(shown)
        return Response(status_code=204, headers={"x-version": shown.version})
    return RedirectResponse(_with(_back(form), told), 303)


def _correction(form: FormData) -> Correction:
    try:
        kind = CorrectionKind(str(form.get("kind", "")))
    except ValueError:
        raise BadCorrection("the form names no kind of correction; load the page anew and try again") from None
    targets = [text for one in form.getlist("target") if (text := str(one).strip())]
    value = form.get("value")
    return Correction(kind, targets, None if value is None else str(value).strip())


def _fields(form: FormData) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, value in form.multi_items() if name != "version"]


def _back(form: FormData) -> str:
    """Where the person came from: a path of the desk, never another address."""
    given = str(form.get("back", "")) or "/"
    parts = urlsplit(given)
    if parts.scheme or parts.netloc or not given.startswith("/") or given.startswith(("//", "/\\")):
        return "/"
    return given


def _with(back: str, told: str) -> str:
    parts = urlsplit(back)
    query = "&".join(part for part in parts.query.split("&") if part and not part.startswith("said="))
    query = f"{query}&{urlencode({'said': told})}" if query else urlencode({"said": told})
    return f"{parts.path}?{query}" + (f"#{parts.fragment}" if parts.fragment else "")
