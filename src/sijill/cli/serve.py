"""The command `sijill serve`: the web application on this machine, or for several people with accounts."""

from __future__ import annotations

import ipaddress
import socket
import threading
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from sijill.cli.usage import ArchiveOption, RecordArgument, explained, flowing

serve_app = typer.Typer()

SERVE_HELP = """Open a record in the browser: review, map, search, import and export, in Arabic and English.

It answers on this machine only, and nothing leaves it. Without --users whoever sits here may do everything, and
decisions bear the name of this machine's user. With --users everybody signs in, with an account that `sijill users add`
has made; only so it may answer to other machines (--host), encrypted by a certificate or by a proxy in front of it.
Stop it with Ctrl-C. It needs the extra `web`.

Example: sijill serve hasakah.sijill

Example: sijill serve hasakah.sijill --port 9000 --no-browser

Example: sijill serve hasakah.sijill --users --host 0.0.0.0 --name sijill.example.org --certificate c.pem --key k.pem"""


@serve_app.command("serve", help=flowing(SERVE_HELP))
def serve_(
    record: RecordArgument,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="The port; 0 takes a free one.")] = 8600,
    users: Annotated[bool, typer.Option("--users", help="Ask for accounts, with roles.")] = False,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to answer on.")] = "127.0.0.1",
    name: Annotated[list[str] | None, typer.Option(
        metavar="NAME", help="A name that browsers know the machine by; may be given again.")] = None,
    certificate: Annotated[Path | None, typer.Option(metavar="FILE", help="A certificate (PEM) for HTTPS.")] = None,
    key: Annotated[Path | None, typer.Option(metavar="FILE", help="The certificate's key (PEM).")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Take passwords from other machines without HTTPS: only "
                                        "where a proxy in front of it encrypts.")] = False,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
    create: Annotated[bool, typer.Option("--create", help="Make the record if it is not there.")] = False,
    archive: ArchiveOption = None,
) -> None:
    """Serve a record."""
    from sijill.errors import InputError
    from sijill.store import Record

    with explained():
        try:
            import uvicorn

            from sijill.web import application
        except ModuleNotFoundError as error:
            raise InputError(f"this needs a library that is not installed: {error.name}", where="sijill serve",
                             next_step="Install it with: pip install 'sijill[web]'") from None
        hosts = _hosts(host, name or [], users=users, encrypted=certificate is not None, plain=plain)
        _check_files(certificate, key)
        with Record.open(record, create=create) as opened, _listening(host, port) as listener:
            app = application(opened, users=users, hosts=hosts, where=record, archive=archive)
            shown = (name or [host])[0]
            shown = f"[{shown}]" if ":" in shown else shown
            scheme = "http" if certificate is None else "https"
            address = f"{scheme}://{shown}:{listener.getsockname()[1]}/"
            typer.echo(f"{opened.where}: {address} (Ctrl-C stops it)", err=True)
            if browser:
                threading.Timer(0.8, webbrowser.open, (address,)).start()
            uvicorn.Server(uvicorn.Config(
                app, log_level="warning", server_header=False, ssl_certfile=certificate, ssl_keyfile=key,
            )).run([listener])


def _hosts(host: str, names: list[str], *, users: bool, encrypted: bool, plain: bool) -> frozenset[str]:
    """The names to answer to; InputError where strangers could come in, or could read a password."""
    from sijill.errors import InputError
    from sijill.web.guard import LOOPBACK

    here = _loopback(host)
    if not users and (not here or names):
        raise InputError("without accounts only this machine may use it: whoever reaches it may do everything",
                         where="--host" if not here else "--name", next_step="Add --users, and make accounts with: "
                         "sijill users add FILE.sijill NAME --role administrator")
    if not here and not encrypted and not plain:
        raise InputError("passwords would cross the network in the clear", where="--host",
                         next_step="Give --certificate and --key, or --plain where a proxy in front encrypts")
    if host in ("0.0.0.0", "::", "") and not names:
        raise InputError("it is not known by which name other machines will ask", where="--host",
                         next_step="Give the name with --name, such as --name sijill.example.org")
    return LOOPBACK | {host.lower()} | {name.lower() for name in names}


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _check_files(certificate: Path | None, key: Path | None) -> None:
    import ssl

    from sijill.errors import InputError

    if certificate is None:
        if key is not None:
            raise InputError("a key needs its certificate", where="--key", next_step="Give --certificate too")
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
    except (OSError, ValueError) as error:
        raise InputError(f"the certificate cannot be used: {error}", where=str(certificate),
                         next_step="Give a certificate and its key as PEM files") from None


def _listening(host: str, port: int) -> socket.socket:
    """A socket on an address; InputError if it cannot be had."""
    from sijill.errors import InputError

    listener: socket.socket | None = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        # whoever opens the address before the pages are ready waits, and is not turned away
        listener.listen(128)
    except OSError as error:
        if listener is not None:
            listener.close()
        raise InputError(f"{host}, port {port}, cannot be used: {error.strerror}", where="--port",
                         next_step="Give another port, or 0 for any that is free") from None
    return listener
