"""A served record and a real browser: what the browser tests and the screenshots share."""

import contextlib
import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sijill.store import Record

CHROMIUM = os.environ.get("SIJILL_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
"""Debian's Chromium; None where it is not installed."""
FLAGS = ("--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
         "--force-color-profile=srgb", "--disable-dev-shm-usage")


@contextlib.contextmanager
def served(path: Path, **more: Any) -> Iterator[str]:
    """The address of the application on a record, while the block runs."""
    import uvicorn

    from sijill.web import application

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    with Record.open(path, create=True) as record:
        server = uvicorn.Server(uvicorn.Config(application(record, **more), log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=30)


@contextlib.contextmanager
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield opened
        opened.close()


def wait_until_linked(page: Any, address: str) -> None:
    """Return when the application has linked what was decided; AssertionError after a minute."""
    until = time.monotonic() + 60
    while page.request.get(f"{address}/api/status").json()["linking"]:
        assert time.monotonic() < until, "it is not linked"
        time.sleep(0.05)


def page_of(opened: Any, address: str, language: str, *, width: int = 1280, height: int = 900,
            theme: str = "light") -> Any:
    """A page whose person has chosen a language and colours; an error of a script is kept in `page.troubles`."""
    context = opened.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    context.add_cookies([{"name": "sijill_language", "value": language, "url": address},
                         {"name": "sijill_theme", "value": theme, "url": address}])
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda said: page.troubles.append(said.text) if said.type == "error" else None)
    return page
