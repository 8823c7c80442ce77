"""People of a record: making and changing accounts, restricting articles, and who is signed in."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update

from sijill.store import schema
from sijill.store.administration import (
    Account,
    BadAdministration,
    Standing,
    append,
    check_articles,
    checked_name,
    checked_readers,
    checked_role,
    keep_one_administrator,
    key_of,
    known_account,
    read_standing,
)
from sijill.store.connection import Database


class People:
    """The accounts, restrictions and sessions of a record. `by` is who does it: a name, never checked here.

    Passwords come as hashes (`sijill.store.passwords`), sessions as digests of their ids.
    """

    def __init__(self, database: Database) -> None:
        self._database, self._where = database, database.where
        self._known = Standing()
        self._lock = threading.Lock()

    def standing(self) -> Standing:
        """The accounts and restrictions as they are now, whoever changed them."""
        with self._lock, self._database.reading() as connection:
            self._known = read_standing(connection, self._known)
            return self._known

    def add(self, name: str, role: str, hashed: str, *, by: str) -> Account:
        """Make an account; BadAdministration if the name cannot be one or is taken."""
        with self._database.writing() as connection:
            standing = read_standing(connection)
            written, chosen = checked_name(name, standing), checked_role(role)
            append(connection, [("add", written, chosen)], by=by, where=self._where)
            connection.execute(insert(schema.credentials).values(name=key_of(written), hash=hashed))
            return known_account(read_standing(connection, standing), written)

    def set_role(self, name: str, role: str, *, by: str) -> Account:
        """Give an account another role; BadAdministration if it is not there or is the last administrator's."""
        with self._database.writing() as connection:
            standing = read_standing(connection)
            account, chosen = known_account(standing, name), checked_role(role)
            if chosen == account.role:
                return account
            if account.role == "administrator":
                keep_one_administrator(standing, account)
            append(connection, [("role", account.name, chosen)], by=by, where=self._where)
            return known_account(read_standing(connection, standing), name)

    def disable(self, name: str, *, by: str, disabled: bool = True) -> Account:
        """Let an account no longer sign in, and end its sessions, or let it again (`disabled` False)."""
        with self._database.writing() as connection:
            standing = read_standing(connection)
            account = known_account(standing, name)
            if account.disabled == disabled:
                return account
            if disabled and account.role == "administrator":
                keep_one_administrator(standing, account)
            append(connection, [("disable" if disabled else "enable", account.name, None)], by=by, where=self._where)
            connection.execute(delete(schema.sessions).where(schema.sessions.c.name == key_of(name)))
            return known_account(read_standing(connection, standing), name)

    def set_password(self, name: str, hashed: str, *, by: str) -> Account:
        """Give an account another password, and end its sessions."""
        with self._database.writing() as connection:
            account = known_account(read_standing(connection), name)
            append(connection, [("password", account.name, None)], by=by, where=self._where)
            connection.execute(update(schema.credentials).where(schema.credentials.c.name == key_of(name))
                               .values(hash=hashed))
            connection.execute(delete(schema.sessions).where(schema.sessions.c.name == key_of(name)))
            return account

    def rehash(self, name: str, hashed: str) -> None:
        """Keep the same password under a newer hash."""
        with self._database.writing() as connection:
            connection.execute(update(schema.credentials).where(schema.credentials.c.name == key_of(name))
                               .values(hash=hashed))

    def restrict(self, ids: Sequence[str], *, by: str, roles: Sequence[str] = (), people: Sequence[str] = ()) -> int:
        """Let only these roles and people, and administrators, read articles; how many were changed."""
        with self._database.writing() as connection:
            standing = read_standing(connection)
            readers = checked_readers(standing, roles, people)
            check_articles(connection, standing, ids)
            changed = [one for one in dict.fromkeys(ids) if one not in standing.restrictions or (
                list(standing.restrictions[one].roles), list(standing.restrictions[one].people)) != (
                readers["roles"], readers["people"])]
            append(connection, [("restrict", one, readers) for one in changed], by=by, where=self._where)
            return len(changed)

    def release(self, ids: Sequence[str], *, by: str) -> int:
        """Let everybody read articles again; how many were restricted."""
        with self._database.writing() as connection:
            standing = read_standing(connection)
            for one in ids:
                if one not in standing.restrictions:
                    raise BadAdministration(f"the article {one[:80]!r} is not restricted", where=one[:80],
                                            next_step="Take an id from: sijill restricted FILE.sijill")
            changed = list(dict.fromkeys(ids))
            append(connection, [("release", one, None) for one in changed], by=by, where=self._where)
            return len(changed)

    def hash_of(self, name: str) -> str | None:
        """The hash of an account's password; None if there is no such account, or it may not sign in."""
        account = self.standing().account(name)
        # looked up in any case: the time it takes must not tell whether there is such an account
        with self._database.reading() as connection:
            found = connection.execute(select(schema.credentials.c.hash)
                                       .where(schema.credentials.c.name == key_of(name))).scalar()
        return None if account is None or account.disabled else found

    def begin_session(self, name: str, digest: str, until: dt.datetime, *, instead_of: str | None = None) -> None:
        """Keep that somebody signed in, in place of the browser's session before; those that ran out are forgotten."""
        now = dt.datetime.now(dt.UTC).isoformat()
        with self._database.writing() as connection:
            connection.execute(delete(schema.sessions).where(
                (schema.sessions.c.until <= now) | (schema.sessions.c.digest == (instead_of or ""))))
            connection.execute(insert(schema.sessions).values(digest=digest, name=key_of(name),
                                                              until=until.isoformat()))

    def session(self, digest: str) -> Account | None:
        """Whose session it is; None if it is nobody's, ran out, or its person may no longer sign in."""
        with self._database.reading() as connection:
            row = connection.execute(select(schema.sessions).where(schema.sessions.c.digest == digest)).one_or_none()
        if row is None or dt.datetime.fromisoformat(row.until) <= dt.datetime.now(dt.UTC):
            return None
        account = self.standing().accounts.get(row.name)
        return None if account is None or account.disabled else account

    def end_session(self, digest: str) -> None:
        """Forget that somebody signed in."""
        with self._database.writing() as connection:
            connection.execute(delete(schema.sessions).where(schema.sessions.c.digest == digest))
