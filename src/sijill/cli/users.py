"""The commands `sijill users`: who may use a record over the web, and in which role."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated

import typer

from sijill.cli.usage import ListFormat, RecordArgument, explained, flowing, print_list

users_app = typer.Typer()
accounts = typer.Typer(no_args_is_help=True, help="Who may use a record with `sijill serve --users`, and how.\n\n"
                       "Example: sijill users add hasakah.sijill NAME --role administrator")
users_app.add_typer(accounts, name="users")

ADD_HELP = """Make an account. The first of a record is to be an administrator's.

Roles: a reader reads, searches and exports; a coder also imports and decides; a reviewer also verifies and judges what
others decided; an administrator also keeps accounts and restricts articles. The password is asked for twice, or read
from the first line of standard input. The name is what the person's decisions bear: it is never used again.

Example: sijill users add hasakah.sijill "NAME" --role administrator

Example: sijill users add hasakah.sijill "NAME" --role coder --stdin < password.txt"""
LIST_HELP = """List the accounts of a record, in the order of their making.

Example: sijill users list hasakah.sijill --format jsonl"""
ROLE_HELP = """Give an account another role.

Example: sijill users role hasakah.sijill "NAME" reviewer"""
DISABLE_HELP = """Let an account no longer sign in, and sign it out everywhere; what it decided stays.

Example: sijill users disable hasakah.sijill "NAME\""""
ENABLE_HELP = """Let a disabled account sign in again.

Example: sijill users enable hasakah.sijill "NAME\""""
PASSWORD_HELP = """Give an account another password, and sign it out everywhere.

Example: sijill users password hasakah.sijill "NAME\""""

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The person's name.", show_default=False)]
RoleText = "reader, coder, reviewer or administrator"
StdinOption = Annotated[bool, typer.Option("--stdin", help="Read the password from standard input.")]


@accounts.command("add", help=flowing(ADD_HELP))
def add(record: RecordArgument, name: NameArgument,
        role: Annotated[str, typer.Option(metavar="ROLE", help=RoleText)] = "reader",
        stdin: StdinOption = False) -> None:
    """Make an account."""
    from sijill.store import Record
    from sijill.store.administration import checked_name, checked_role
    from sijill.store.passwords import hashed

    with explained(), Record.open(record) as opened:
        # what is wrong with the name or role is said before a password is asked for
        checked_role(role)
        checked_name(name, opened.people.standing())
        account = opened.people.add(name, role, hashed(_password(stdin), name), by=who())
    typer.echo(f"{account.name}: {account.role}", err=True)


@accounts.command("list", help=flowing(LIST_HELP))
def list_(record: RecordArgument,
          format: Annotated[ListFormat, typer.Option(help="How to write the list.")] = ListFormat.table) -> None:
    """List accounts."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        found = opened.people.standing().accounts.values()
    print_list(
        found, format,
        lambda one: f"{one.name}\t{one.role}\t{'disabled' if one.disabled else 'may sign in'}\t{one.since[:10]}",
        "No account. Make the first with: sijill users add FILE.sijill NAME --role administrator")


@accounts.command("role", help=flowing(ROLE_HELP))
def role_(record: RecordArgument, name: NameArgument,
          role: Annotated[str, typer.Argument(metavar="ROLE", help=RoleText, show_default=False)]) -> None:
    """Give an account another role."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        account = opened.people.set_role(name, role, by=who())
    typer.echo(f"{account.name}: {account.role}", err=True)


@accounts.command("disable", help=flowing(DISABLE_HELP))
def disable(record: RecordArgument, name: NameArgument) -> None:
    """Let an account no longer sign in."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        account = opened.people.disable(name, by=who())
    typer.echo(f"{account.name}: disabled", err=True)


@accounts.command("enable", help=flowing(ENABLE_HELP))
def enable(record: RecordArgument, name: NameArgument) -> None:
    """Let an account sign in again."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        account = opened.people.disable(name, by=who(), disabled=False)
    typer.echo(f"{account.name}: may sign in", err=True)


@accounts.command("password", help=flowing(PASSWORD_HELP))
def password(record: RecordArgument, name: NameArgument, stdin: StdinOption = False) -> None:
    """Give an account another password."""
    from sijill.store import Record
    from sijill.store.administration import known_account
    from sijill.store.passwords import hashed

    with explained(), Record.open(record) as opened:
        known_account(opened.people.standing(), name)
        account = opened.people.set_password(name, hashed(_password(stdin), name), by=who())
    typer.echo(f"{account.name}: the password is changed", err=True)


def who() -> str:
    """The user of this machine, as acts bear them: no account's name, for none was asked."""
    try:
        return f"{getpass.getuser()} (command line)"
    except (KeyError, OSError, ImportError):
        return "command line"


def _password(stdin: bool) -> str:
    from sijill.errors import InputError

    if stdin:
        line = sys.stdin.readline().rstrip("\r\n")
        if not line:
            raise InputError("there is no password on standard input", where="--stdin",
                             next_step="Write it as the first line")
        return line
    if not sys.stdin.isatty():
        raise InputError("there is no terminal to ask for a password", where="password",
                         next_step="Give it on standard input, with --stdin")
    given = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != given:
        raise InputError("the two passwords differ", where="password", next_step="Run the command again")
    return given
