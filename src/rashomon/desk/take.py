"""Taking out: every format that a record can be exported to."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rashomon.desk.room import page, room_of
from rashomon.story import name_of
from rashomon.views.dossier import dossier
from rashomon.views.export import FORMATS, export

_DOSSIER = "one HTML file to read, send or print; opens without Rashomon"
_TITLES = {
    "dossier": "Dossier",
    "markdown": "Report",
    "xlsx": "Workbook",
    "csv": "Table",
    "timelinejs": "TimelineJS",
    "gexf": "Graph",
    "ftm": "FollowTheMoney",
    "claimreview": "ClaimReview",
    "annotations": "Web Annotations",
    "json": "Record",
}


def look(request: Request) -> Response:
    """What can be taken out."""
    return page(
        request,
        "take.html",
        room_of(request).shelf.now(),
        TITLES=_TITLES,
        endings={"dossier": ".html"} | {one.name: one.ending for one in FORMATS.values()},
        abouts={"dossier": _DOSSIER} | {one.name: one.about for one in FORMATS.values()},
    )


def take(request: Request) -> Response:
    """One file to keep."""
    room = room_of(request)
    shown, name = room.shelf.now(), request.path_params["name"]
    if name == "dossier":
        data, ending = dossier(shown.record, shown.log).encode("utf-8", "replace"), ".html"
    elif name in FORMATS:
        data, ending = export(shown.record, name, log=shown.log), FORMATS[name].ending
    else:
        raise HTTPException(404, "There is no such format.")
    stem = re.sub(r"[^A-Za-z0-9._-]+", "-", name_of(room.shelf.path)).strip("-.") or "story"
    given = f"{stem}{'' if ending.startswith('.html') else '-' + name}{ending}"
    return Response(
        data,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{given}"'},
    )
