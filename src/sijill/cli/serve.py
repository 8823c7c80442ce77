"""The command `sijill serve`: the web application on this machine."""

from __future__ import annotations

import socket
import threading
import webbrowser
from typing import Annotated

import typer

from sijill.cli.usage import RecordArgument, explained, flowing

serve_app = typer.Typer()

SERVE_HELP = """Open a record in the browser: review, map, search, import and export, in Arabic and English.

It answers on this machine only, and nothing leaves it. Without --users whoever sits here may do everything, and
decisions bear the name of this machine's user. Stop it with Ctrl-C. It needs the extra `web`.

Example: sijill serve hasakah.sijill

Example: sijill serve hasakah.sijill --port 9000 --no-browser"""


@serve_app.command("serve", help=flowing(SERVE_HELP))
def serve_(
    record: RecordArgument,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535,
                                      help="The port of 127.0.0.1; 0 takes a free one.")] = 8600,
    users: Annotated[bool, typer.Option("--users", help="Ask for accounts, with roles.")] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
    create: Annotated[bool, typer.Option("--create", help="Make the record if it is not there.")] = False,
) -> None:
    """Serve a record on this machine."""
    from sijill.errors import InputError
    from sijill.store import Record

    with explained():
        try:
            import uvicorn

            from sijill.web import application
        except ModuleNotFoundError as error:
            raise InputError(f"this needs a library that is not installed: {error.name}", where="sijill serve",
                             next_step="Install it with: pip install 'sijill[web]'") from None
        with Record.open(record, create=create) as opened, _listening(port) as listener:
            app = application(opened, users=users, where=record)
            address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
            typer.echo(f"{opened.where}: {address} (Ctrl-C stops it)", err=True)
            if browser:
                threading.Timer(0.8, webbrowser.open, (address,)).start()
            uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False)).run([listener])


def _listening(port: int) -> socket.socket:
    """A socket on the loopback address; InputError if the port is taken."""
    from sijill.errors import InputError

    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        # whoever opens the address before the pages are ready waits, and is not turned away
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise InputError(f"the port {port} cannot be used: {error.strerror}", where="--port",
                         next_step="Give another one, or 0 for any that is free") from None
    return listener
