"""The desk's pages to look at."""

from __future__ import annotations

from collections import Counter
from typing import TypeVar
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.desk.around import around
from rashomon.desk.beside import likest, quotes_claim
from rashomon.desk.citation import citation
from rashomon.desk.room import page, room_of
from rashomon.desk.saved import saved_page
from rashomon.desk.search import search
from rashomon.desk.shown import NUMBERED, Shown
from rashomon.desk.window import address_of, moves, window
from rashomon.record import Entity
from rashomon.views.article import article_view
from rashomon.views.claim import account_key, claim_view, denied
from rashomon.views.corrections import told
from rashomon.views.line import line
from rashomon.views.network import name_key
from rashomon.views.speaker import speaker_view, speakers
from rashomon.views.strip import strip
from rashomon.views.timeline import WIDTH, timeline

T = TypeVar("T")
DISPUTES_SHOWN = 8


def overview(request: Request) -> Response:
    shown = _now(request)
    top = speakers(shown.among)[:12]
    return page(
        request,
        "overview.html",
        shown,
        disputes=[(claim, strip(claim)) for claim in shown.disputes[:DISPUTES_SHOWN]],
        more=max(0, len(shown.disputes) - DISPUTES_SHOWN),
        denied=len(denied(shown.among)),
        timeline=shown.timeline,
        speakers=[(entity, len(shown.among.said_by[entity.id])) for entity in top],
    )


def claim(request: Request) -> Response:
    shown = _now(request)
    row = _row(request, shown.among.claims, "claim")
    view = claim_view(row, shown.among)
    return page(
        request,
        "claim.html",
        shown,
        claim=view,
        strip=strip(view),
        others=likest(row, shown.among.claims, shown.claim_words),
        quotes=[quote for quote in shown.quotes if quotes_claim(quote, row)],
    )


def article(request: Request) -> Response:
    shown = _now(request)
    row = _row(request, shown.among.articles, "article")
    reading = shown.reading(row.page)
    saved = saved_page(row, reading, shown.among) if reading else None
    return page(request, "article.html", shown, view=article_view(row, shown.among), saved=saved, row=row)


def person(request: Request) -> Response:
    shown = _now(request)
    entity = _row(request, shown.among.entities, "person")
    view = speaker_view(entity, shown.among)
    places = {one.article for one in entity.mentions}
    named = [(row.id, shown.among.outlet(row.id), shown.among.title(row.id)) for row in shown.record.articles]
    return page(
        request,
        "person.html",
        shown,
        view=view,
        articles=[one for one in named if one[0] in places],
    )


def times(request: Request) -> Response:
    shown = _now(request)
    asked = request.query_params
    chosen = window(asked, shown.among)
    wide = _wide(asked.get("wide"))
    if chosen.all and wide == WIDTH:
        view = shown.whole_timeline
    else:
        view = timeline(shown.among, important=NUMBERED, keep=chosen.events, ends=chosen.ends, width=wide)
    talking = [(entity.id, entity.name) for entity in _taking_part(shown)]
    return page(
        request,
        "timeline_part.html" if "part" in asked else "timeline.html",
        shown,
        timeline=view,
        window=chosen,
        moves=moves(chosen, view.axis),
        people=talking,
    )


def origins(request: Request) -> Response:
    shown = _now(request)
    seen = around(shown, request.query_params)
    return page(request, "sources.html", shown, seen=seen)


def event(request: Request) -> Response:
    """An event where it stands on the timeline."""
    row = _row(request, {one.id: one for one in _now(request).record.events}, "event")
    return RedirectResponse(f"{address_of(row)}#event-{row.id}", 303)


def origin(request: Request) -> Response:
    """What rests on an origin."""
    row = _row(request, _now(request).among.origins, "origin")
    return RedirectResponse(f"/sources?{urlencode({'about': name_key(row.name, str(row.kind))})}", 303)


def statement(request: Request) -> Response:
    """One line with all that is known of it, and every way to correct it."""
    shown = _now(request)
    key = request.path_params["key"]
    attribution = shown.among.attributions.get(key)
    tellings = [
        (one, account) for one in shown.record.claims for account in one.accounts if account_key(account) == key
    ]
    if attribution is None and not tellings:
        raise _missing("line")
    views = [claim_view(one, shown.among) for one, _ in tellings]
    accounts = [next(a for a in view.accounts if a.key == key) for view in views]
    where = attribution.article if attribution else tellings[0][1].article
    name = "line_part.html" if "part" in request.query_params else "line.html"
    return page(
        request,
        name,
        shown,
        key=key,
        line=line(attribution, shown.among) if attribution else None,
        attribution=attribution,
        accounts=list(zip(views, accounts, strict=True)),
        article=where,
        citation=citation(shown.among, attribution, tellings),
        back=request.query_params.get("back", ""),
    )


def log(request: Request) -> Response:
    shown = _now(request)
    return page(request, "log.html", shown, entries=told(shown.log, shown.among))


def find(request: Request) -> Response:
    shown = _now(request)
    part = "part" in request.query_params
    results = search(shown, request.query_params.get("q", "")[:200], most=4 if part else 40)
    return page(request, "search_part.html" if part else "search.html", shown, results=results)


def _now(request: Request) -> Shown:
    return room_of(request).shelf.now()


def _wide(given: str | None) -> float:
    """The width a picture is drawn for: the screen's, within reason."""
    return float(min(max(int(given), 320), 1600)) if given and given.isdecimal() and len(given) < 6 else WIDTH


def _taking_part(shown: Shown) -> list[Entity]:
    """Those who take part in the events, the most often ones first."""
    count = Counter(one for event in shown.record.events for one in event.participants)
    known = [shown.among.entities[one] for one in count if one in shown.among.entities]
    return sorted(known, key=lambda entity: (-count[entity.id], entity.name))[:200]


def _row(request: Request, rows: dict[str, T], what: str) -> T:
    """The row that the address names. Raises the 404 page's error where there is none."""
    found = rows.get(request.path_params["id"])
    if found is None:
        raise _missing(what)
    return found


def _missing(what: str) -> HTTPException:
    return HTTPException(404, f"The story has no such {what}. It may have been corrected or rebuilt since.")
