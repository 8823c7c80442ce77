"""The guard: every answer's headers, and which requests are turned away before anything is done for them."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from fastapi import Request, Response

from sijill.web.faults import NotAllowed, TooLarge

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
"""Host names that the application answers to; another name may be a foreign page's that points here."""
LARGEST = 1 << 20
"""Bytes of a request that sends no files."""
UPLOAD, LARGEST_UPLOAD = "/api/imports", 256 << 20
"""Where files are sent, and the bytes of all that are sent at once."""
TOKEN_HEADER, TOKEN_FIELD = "x-sijill-token", "token"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        "font-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
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


def sends_files(request: Request) -> bool:
    """Whether a request sends files, to where they are taken."""
    return request.method == "POST" and request.url.path == UPLOAD and _kind(request) == "multipart/form-data"


def check_size(request: Request) -> None:
    """Raise TooLarge where a request is longer than its kind may be, or does not say how long it is."""
    files = sends_files(request)
    most = LARGEST_UPLOAD if files else LARGEST
    size = request.headers.get("content-length", "0")
    if "transfer-encoding" in request.headers or not size.isdigit() or int(size) > most:
        raise TooLarge(f"the request is longer than {most} bytes, or does not say how long it is",
                       next_step="Send fewer files at once, or code them with: sijill code" if files
                       else f"Send files to {UPLOAD}")


async def token_sent(request: Request) -> str:
    """The token that a change was sent with: a header, or a field of a form."""
    header = request.headers.get(TOKEN_HEADER)
    if header is not None or _kind(request) != "application/x-www-form-urlencoded":
        return header or ""
    fields = parse_qs((await request.body()).decode("utf-8", "replace"))
    return fields.get(TOKEN_FIELD, [""])[0]


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def with_headers(request: Request, response: Response) -> Response:
    """An answer with the headers that every answer has."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    # what a record holds is not to be found in a browser's cache afterwards
    kept = "no-cache" if request.url.path.startswith("/static/") else "no-store"
    response.headers.setdefault("Cache-Control", kept)
    return response
