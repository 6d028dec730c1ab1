"""Who may talk to the desk: the browser it opened, from its own pages, under its own name."""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # "no-referrer" would make browsers send Origin: null with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}
_SAFE = {"GET", "HEAD"}


class Guard:
    """Lets a request through only when its Host is the desk's own (so that a name that points here is no way in),
    it carries the token (in the address it was opened with, then in a cookie), and, if it changes anything, it comes
    from a page of the desk (Origin). Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, *, token: str, hosts: frozenset[str], cookie: str) -> None:
        self._app = app
        self._token = token
        self._hosts = hosts
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no websocket is served
        answer = self._refusal(scope) or self._entry(scope)
        await (answer or self._app)(scope, receive, _hardened(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse("The desk answers only under its own address.", 421)
        if scope["method"] not in _SAFE and headers.get("origin") != f"http://{host}":
            return PlainTextResponse("The desk takes changes only from its own pages.", 403)
        if not (self._knows(headers) or self._opens(scope)):
            return PlainTextResponse(
                "This address needs its key: open the link that `rashomon desk` printed in the terminal.", 403
            )
        return None

    def _entry(self, scope: Scope) -> Response | None:
        """The first visit: the token leaves the address bar and goes into a cookie."""
        if not self._opens(scope):
            return None
        answer = RedirectResponse(scope["path"], 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _knows(self, headers: Headers) -> bool:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        return found is not None and _same(found.value, self._token)

    def _opens(self, scope: Scope) -> bool:
        given = parse_qs(scope["query_string"].decode("latin-1")).get("key", [""])[0]
        return scope["method"] == "GET" and _same(given, self._token)


def _same(left: str, right: str) -> bool:
    return secrets.compare_digest(left.encode(), right.encode())


def _hardened(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
