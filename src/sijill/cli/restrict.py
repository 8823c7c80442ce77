"""The commands `sijill restrict`, `unrestrict` and `restricted`: who may read an article over the web."""

from __future__ import annotations

from typing import Annotated

import typer

from sijill.cli.usage import ListFormat, RecordArgument, count, explained, flowing, print_list
from sijill.cli.users import who

restrict_app = typer.Typer()

RESTRICT_HELP = """Let only some roles and people read articles over the web, and administrators.

Of everybody else it is as though the articles were not in the record: neither they nor their claims nor the events that
they tell are on any page, in the API, in a count or in an export. Given again, the new readers take the place of those
before. It is for `sijill serve --users`: whoever has the record file itself can read all of it.

Example: sijill restrict hasakah.sijill ARTICLE_ID --role reviewer --person "NAME"

Example: sijill restrict hasakah.sijill ARTICLE_ID ARTICLE_ID"""
UNRESTRICT_HELP = """Let everybody read articles again.

Example: sijill unrestrict hasakah.sijill ARTICLE_ID"""
RESTRICTED_HELP = """List the restricted articles of a record, and who may read them.

Example: sijill restricted hasakah.sijill --format jsonl"""
ArticlesArgument = Annotated[list[str], typer.Argument(
    metavar="ARTICLE_ID...", show_default=False, help="Ids of articles, as `sijill search --format jsonl` gives them.")]


@restrict_app.command("restrict", help=flowing(RESTRICT_HELP))
def restrict(
    record: RecordArgument, articles: ArticlesArgument,
    role: Annotated[list[str] | None, typer.Option(metavar="ROLE", help="A role that may read them.")] = None,
    person: Annotated[list[str] | None, typer.Option(metavar="NAME", help="An account that may read them.")] = None,
) -> None:
    """Restrict articles."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        changed = opened.people.restrict(articles, by=who(), roles=role or (), people=person or ())
    typer.echo(f"{count(changed, 'article')} restricted", err=True)


@restrict_app.command("unrestrict", help=flowing(UNRESTRICT_HELP))
def unrestrict(record: RecordArgument, articles: ArticlesArgument) -> None:
    """Release articles."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        changed = opened.people.release(articles, by=who())
    typer.echo(f"{count(changed, 'article')} released", err=True)


@restrict_app.command("restricted", help=flowing(RESTRICTED_HELP))
def restricted(record: RecordArgument,
               format: Annotated[ListFormat, typer.Option(help="How to write the list.")] = ListFormat.table) -> None:
    """List restricted articles."""
    from sijill.store import Record

    with explained(), Record.open(record) as opened:
        found = opened.people.standing().restrictions.values()
    print_list(found, format, lambda one: "\t".join((
        one.article_id, ", ".join((*one.roles, *one.people, "administrator")), one.at[:10], one.by)),
        "No article is restricted.")
