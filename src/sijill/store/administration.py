"""Administration: who may use a record, in which role, and who may read which article, as a list that is only added to.

The list is sealed by the audit chain, so that an account, a role or a restriction that was changed behind Sijill's
back is found. What holds now is read off it from its beginning.
"""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast, get_args

from sqlalchemy import Connection, func, insert, select

from sijill.errors import RecordError
from sijill.store import schema
from sijill.store.chain import Chain
from sijill.store.statements import parts

Role = Literal["reader", "coder", "reviewer", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
"""Every role, each of which may do what the one before it may."""
MOST_RESTRICTED = 20_000
"""Articles that may be restricted at once: lists leave them out by name."""
_LONGEST_NAME = 60


class BadAdministration(RecordError):
    """An account or a restriction cannot be as it was asked for."""

    code = "E411"


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in, by the name that their decisions bear; `since` is the moment (ISO) of its making."""

    name: str
    role: Role
    disabled: bool
    since: str
    by: str


@dataclass(frozen=True, slots=True)
class Restriction:
    """Who may read an article: these roles and people (by name), and administrators; restricted by whom and when."""

    article_id: str
    roles: tuple[Role, ...]
    people: tuple[str, ...]
    by: str
    at: str

    def lets(self, account: Account) -> bool:
        """Whether the person of an account may read it."""
        return account.role == "administrator" or account.role in self.roles or key_of(account.name) in map(
            key_of, self.people)


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds after `number` acts: accounts by their key, restrictions by article id."""

    number: int = 0
    accounts: Mapping[str, Account] = field(default_factory=dict)
    restrictions: Mapping[str, Restriction] = field(default_factory=dict)

    def account(self, name: str) -> Account | None:
        """The account of a name, however its letters are written; None if there is none."""
        return self.accounts.get(key_of(name))

    def hidden(self, account: Account) -> frozenset[str]:
        """The ids of the articles that a person may not read."""
        return frozenset(key for key, one in self.restrictions.items() if not one.lets(account))


def key_of(name: str) -> str:
    """What two names that a person would take for one have in common."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def read_standing(connection: Connection, known: Standing | None = None) -> Standing:
    """What holds now; acts that are `known` are not read again."""
    before = known or Standing()
    table = schema.administration.c
    rows = connection.execute(select(schema.administration).where(table.number > before.number)
                              .order_by(table.number)).all()
    if not rows:
        return before
    accounts, restrictions = dict(before.accounts), dict(before.restrictions)
    for row in rows:
        key = key_of(row.subject)
        if row.verb == "add":
            accounts[key] = Account(row.subject, _role(row.value), False, row.at, row.by)
        elif row.verb == "role":
            accounts[key] = replace(accounts[key], role=_role(row.value))
        elif row.verb in ("disable", "enable"):
            accounts[key] = replace(accounts[key], disabled=row.verb == "disable")
        elif row.verb == "restrict":
            to: dict[str, Any] = json.loads(row.value)
            restrictions[row.subject] = Restriction(row.subject, tuple(to["roles"]), tuple(to["people"]), row.by,
                                                    row.at)
        elif row.verb == "release":
            restrictions.pop(row.subject, None)
    return Standing(rows[-1].number, accounts, restrictions)


def _role(value: str) -> Role:
    return cast(Role, json.loads(value))


def append(connection: Connection, acts: Iterable[tuple[str, str, Any]], *, by: str, where: str) -> None:
    """Add acts (verb, subject, value as JSON) to the list and to the chain."""
    at = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    chain = Chain(connection, at=at, where=where)
    number = connection.execute(select(func.coalesce(func.max(schema.administration.c.number), 0))).scalar_one()
    rows = []
    for verb, subject, value in acts:
        number += 1
        row = {"number": number, "at": at, "by": by, "verb": verb, "subject": subject,
               "value": None if value is None else json.dumps(value, ensure_ascii=False)}
        rows.append(row)
        chain.add("administered", number, {"administration": [row]})
    if rows:
        connection.execute(insert(schema.administration), rows)
        chain.write()


def checked_name(name: str, standing: Standing) -> str:
    """A name for a new account; BadAdministration if it cannot be one, or is taken."""
    written = unicodedata.normalize("NFC", " ".join(name.split()))
    if not 1 <= len(written) <= _LONGEST_NAME or not written.isprintable() or any(
            unicodedata.category(char) in ("Cf", "Co", "Cs") for char in written):
        raise BadAdministration("this cannot be a person's name", where=name[:_LONGEST_NAME] or "name",
                                next_step=f"Write 1 to {_LONGEST_NAME} letters that can be seen")
    if standing.account(written):
        raise BadAdministration(f"there is an account {written!r} already", where=written,
                                next_step="Names are never used again: decisions bear them. Give another one")
    return written


def checked_role(role: str) -> Role:
    """A role; BadAdministration if there is none of this name."""
    if role not in ROLES:
        raise BadAdministration(f"there is no role {role!r}", where=role[:40],
                                next_step=f"Give one of {', '.join(ROLES)}")
    return role


def known_account(standing: Standing, name: str) -> Account:
    """The account of a name; BadAdministration if there is none."""
    found = standing.account(name)
    if found is None:
        raise BadAdministration(f"there is no account {name[:_LONGEST_NAME]!r}", where=name[:_LONGEST_NAME],
                                next_step="Take a name from: sijill users list FILE.sijill")
    return found


def keep_one_administrator(standing: Standing, without: Account) -> None:
    """Raise BadAdministration if nobody could administer the record without this account."""
    if not any(one.role == "administrator" and not one.disabled and one.name != without.name
               for one in standing.accounts.values()):
        raise BadAdministration("this is the last administrator", where=without.name,
                                next_step="Make another administrator first")


def checked_readers(standing: Standing, roles: Sequence[str], people: Sequence[str]) -> dict[str, list[str]]:
    """Who may read an article, as an act says it; BadAdministration if a role or an account is not there."""
    return {"roles": [role for role in ROLES if role in {checked_role(one) for one in roles}],
            "people": sorted({known_account(standing, one).name for one in people})}


def check_articles(connection: Connection, standing: Standing, ids: Collection[str]) -> None:
    """Raise BadAdministration if an article is not in the record, or too many would be restricted."""
    there: set[str] = set()
    for part in parts(sorted(ids)):
        there |= set(connection.execute(select(schema.articles.c.id).where(schema.articles.c.id.in_(part))).scalars())
    if missing := sorted(set(ids) - there):
        raise BadAdministration(f"no article has the id {missing[0]!r}", where=missing[0][:80],
                                next_step="Take an id from: sijill search FILE.sijill WORDS --format jsonl")
    if len(set(ids) | set(standing.restrictions)) > MOST_RESTRICTED:
        raise BadAdministration(f"more than {MOST_RESTRICTED} articles would be restricted",
                                next_step="Keep them in a record of their own, with other accounts")
