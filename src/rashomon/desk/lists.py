"""The desk's lists: claims, articles, people, names. Each answers a filter as one types, a leaf at a time."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rashomon.desk.paging import leaf
from rashomon.desk.people import listed, people_of
from rashomon.desk.room import page, room_of
from rashomon.desk.search import claims_holding
from rashomon.record import Status
from rashomon.views.article import in_order
from rashomon.views.claim import claim_view, corroborated, denied, single
from rashomon.views.speaker import unnamed

# Of each kind of claim so many stand on the first page; the rest a leaf at a time.
_DENIED = "denied"
_FIRST = {str(Status.DISPUTED): 60, _DENIED: 20, str(Status.CORROBORATED): 20, str(Status.SINGLE_ORIGIN): 10}
_NAMES = 12


def claims(request: Request) -> Response:
    """Every claim by its status; with a filter, those that hold its words."""
    shown = room_of(request).shelf.now()
    asked, among = request.query_params, shown.among
    status = next((one for one in _FIRST if one == asked.get("status")), None)
    words = asked.get("q", "")[:200].strip()
    if words:
        groups = [("", claims_holding(shown, words))]
    else:
        every = {
            str(Status.DISPUTED): [among.claims[view.id] for view in shown.disputes],
            _DENIED: denied(among),
            str(Status.CORROBORATED): corroborated(among),
            str(Status.SINGLE_ORIGIN): single(among),
        }
        groups = [(one, rows) for one, rows in every.items() if status in (None, one)]
    seen = {view.id: view for view in shown.disputes}
    sections = []
    for name, rows in groups:
        most = len(rows) if words or status else _FIRST[name]
        part = leaf(rows[:most], "/claims", asked)
        views = [seen.get(one.id) or claim_view(one, among) for one in part.rows]
        sections.append((name, views, part, len(rows)))
    return page(request, _part("claims", request), shown, sections=sections, only=status or "", words=words)


def articles(request: Request) -> Response:
    """Every article in the order of printing; with a filter, those whose title or outlet holds its words."""
    shown = room_of(request).shelf.now()
    asked, among = request.query_params, shown.among
    outlet, words = asked.get("outlet", ""), asked.get("q", "")[:200].casefold().split()

    def passes(article: str) -> bool:
        text = f"{among.title(article)} {among.outlet(article)}".casefold()
        return (not outlet or among.outlet(article) == outlet) and all(word in text for word in words)

    rows = [row for row in in_order(shown.record.articles) if passes(row.id)]
    part = leaf(rows, "/articles", asked)
    made = [(r, among.title(r.id), among.outlet(r.id), len(among.said_in.get(r.id, ()))) for r in part.rows]
    return page(
        request, _part("articles", request), shown, articles=made, leaf=part, outlet=outlet, words=asked.get("q", "")
    )


def people(request: Request) -> Response:
    """Everyone and everything named; with a filter, those with its words in a name."""
    shown = room_of(request).shelf.now()
    asked = request.query_params
    kind, words = asked.get("kind", ""), asked.get("q", "")[:200].strip()
    part = leaf(people_of(shown, words, kind), "/people", asked)
    return page(
        request,
        _part("people", request),
        shown,
        people=[listed(one, shown) for one in part.rows],
        leaf=part,
        kinds=sorted({str(one.kind) for one in shown.record.entities}),
        kind=kind,
        words=words,
    )


def nobody(request: Request) -> Response:
    """What is said by nobody named."""
    shown = room_of(request).shelf.now()
    part = leaf(unnamed(shown.among), "/unnamed", request.query_params, each=60)
    return page(request, "unnamed.html", shown, leaf=part)


def names(request: Request) -> Response:
    """Names to choose from while one types a speaker's."""
    shown = room_of(request).shelf.now()
    found = people_of(shown, request.query_params.get("q", "")[:200].strip())
    return page(request, "names.html", shown, names=[one.name for one in found[:_NAMES]])


def _part(name: str, request: Request) -> str:
    return f"{name}_part.html" if "part" in request.query_params else f"{name}.html"
