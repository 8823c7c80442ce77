"""A server on this machine that answers as a test says."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Callable, Iterator, Mapping

from sijill.acquire.fetching import Fetcher
from sijill.acquire.pace import Pace

HERE = "127.0.0.1"
Answer = tuple[int, dict[str, str], bytes]


class Site:
    """Paths and what they answer; `asked` holds each request: path and headers."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | Callable[[http.server.BaseHTTPRequestHandler], None]] = {}
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.root = ""

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            answer = site.pages.get(self.path, (404, {}, b""))
            if callable(answer):
                with contextlib.suppress(OSError):
                    answer(self)
                return
            status, headers, body = answer
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer((HERE, 0), Handler)
    site.root = f"http://{HERE}:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


class Clock:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0
        self.slept: list[float] = []

    def time(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def fetcher(clock: Clock | None = None, **more: float) -> Fetcher:
    clock = clock or Clock()
    limits = {name: int(value) if name == "limit" else value for name, value in more.items()}
    return Fetcher(trusted=(HERE,), pace=Pace(3.0, clock=clock.time, sleep=clock.sleep), **limits)  # type: ignore[arg-type]
