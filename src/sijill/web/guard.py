"""The guard: every answer's headers, and which requests are turned away before anything is done for them."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request, Response

from sijill.web.faults import NotAllowed

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1", "testserver"})
"""Host names that the application answers to; another name may be a foreign page's that points here."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        "font-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def check_host(request: Request, hosts: frozenset[str]) -> None:
    """Raise NotAllowed where a request names another host than those (DNS rebinding)."""
    name = urlsplit(f"//{request.headers.get('host', '')}")
    try:
        host = name.hostname or ""
    except ValueError:
        host = ""
    if host not in hosts:
        raise NotAllowed("this address is not the application's", where="Host",
                         next_step="Open the address that `sijill serve` printed")


def check_origin(request: Request) -> None:
    """Raise NotAllowed where a change was sent by another site's page."""
    if request.method in SAFE:
        return
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site")
    foreign = origin is not None and urlsplit(origin).netloc != request.headers.get("host", "")
    if foreign or site not in (None, "same-origin", "none"):
        raise NotAllowed("another site sent this request", where="Origin",
                         next_step="Do it on the application's own pages")


def with_headers(request: Request, response: Response) -> Response:
    """An answer with the headers that every answer has."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    # what a record holds is not to be found in a browser's cache afterwards
    kept = "no-cache" if request.url.path.startswith("/static/") else "no-store"
    response.headers.setdefault("Cache-Control", kept)
    return response
