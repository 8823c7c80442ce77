"""What a watch remembers between its rounds: feeds, pages and hosts, in a small SQLite file."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sijill.errors import InputError

_TABLES = """
CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT, checked REAL, due REAL NOT NULL
  DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0, reason TEXT);
CREATE TABLE IF NOT EXISTS pages (key TEXT PRIMARY KEY, url TEXT NOT NULL, feed TEXT NOT NULL, day TEXT, title TEXT,
  state TEXT NOT NULL DEFAULT 'waiting', due REAL NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0, reason TEXT);
CREATE INDEX IF NOT EXISTS waiting ON pages (feed, state, due);
CREATE TABLE IF NOT EXISTS texts (hash TEXT PRIMARY KEY, key TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS hosts (host TEXT PRIMARY KEY, until REAL NOT NULL);
"""
_ID = 0x534A5731
_COUNT = "(SELECT count(*) FROM pages p WHERE p.feed = f.url AND p.state = '{}') AS {}"
_STATES = (("read", "read"), ("copy", "copies"), ("failed", "failed"), ("waiting", "waiting"))
_STATUS = ("SELECT url, checked, due, failures, reason, " + ", ".join(_COUNT.format(*one) for one in _STATES)
           + " FROM feeds f ORDER BY url")


class WatchState:
    """The memory of a watch; what is written counts from the next `settle` on. One process may hold it at a time."""

    def __init__(self, path: Path | str) -> None:
        self._where = str(path)
        with self._explained():
            self._db = sqlite3.connect(path, timeout=1.0, isolation_level=None)
            self._db.row_factory = sqlite3.Row
            known = self._db.execute("PRAGMA application_id").fetchone()[0]
            if known != _ID and self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise InputError("this file is not the memory of a watch", where=self._where,
                                 next_step="Name another with --state")
            # readers see the last settled state while a round is on
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("BEGIN IMMEDIATE")
            for statement in filter(str.strip, _TABLES.split(";")):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id={_ID}")

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            busy = "locked" in str(error)
            raise InputError("another watch is at work with this memory" if busy else f"SQLite says: {error}",
                             where=self._where, next_step="Wait for it, or stop it" if busy
                             else "Name another file with --state, or remove this one: articles are then read again"
                             ) from error

    def settle(self) -> None:
        """Make safe what was written."""
        with self._explained():
            self._db.execute("COMMIT")
            self._db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Let go of the file; what was not settled is forgotten."""
        self._db.close()

    def _do(self, statement: str, *values: Any) -> list[sqlite3.Row]:
        with self._explained():
            return self._db.execute(statement, values).fetchall()

    def feed(self, url: str) -> sqlite3.Row:
        """What is known of a feed."""
        self._do("INSERT OR IGNORE INTO feeds (url) VALUES (?)", url)
        return self._do("SELECT * FROM feeds WHERE url = ?", url)[0]

    def checked(self, url: str) -> float:
        """When a feed or sitemap was last asked for (seconds since 1970); 0 for one that never was."""
        found = self._do("SELECT checked FROM feeds WHERE url = ?", url)
        return float(found[0]["checked"] or 0.0) if found else 0.0

    def failing_until(self, url: str) -> float:
        """Until when a feed or sitemap that failed is not asked for; 0 for one that has not failed."""
        found = self._do("SELECT due FROM feeds WHERE url = ? AND failures > 0", url)
        return float(found[0]["due"]) if found else 0.0

    def feed_read(self, url: str, at: float, due: float, etag: str | None, modified: str | None) -> None:
        """A feed was read; `etag` and `modified` are what it is asked with the next time."""
        self._do("UPDATE feeds SET checked = ?, due = ?, etag = ?, modified = ?, failures = 0, reason = NULL "
                 "WHERE url = ?", at, due, etag, modified, url)

    def feed_failed(self, url: str, at: float, due: float, reason: str) -> None:
        """A feed could not be read."""
        self._do("UPDATE feeds SET checked = ?, due = ?, failures = failures + 1, reason = ? WHERE url = ?",
                 at, due, reason, url)

    def discover(self, key: str, url: str, feed: str, day: str | None, title: str | None) -> None:
        """A feed points to a page; one that is known already is not noted again."""
        self._do("INSERT OR IGNORE INTO pages (key, url, feed, day, title) VALUES (?, ?, ?, ?, ?)",
                 key, url, feed, day, title)

    def known(self, key: str) -> bool:
        """Whether a page has been read, or given up."""
        return bool(self._do("SELECT 1 FROM pages WHERE key = ? AND state != 'waiting'", key))

    def read_as_page(self, key: str) -> bool:
        """Whether a page has been read itself, not as entries of a feed."""
        return bool(self._do("SELECT 1 FROM pages WHERE key = ? AND state IN ('read', 'copy')", key))

    def waiting(self, feed: str, now: float, most: int) -> list[sqlite3.Row]:
        """The pages of a feed that are to be read now, the newest first."""
        return self._do("SELECT * FROM pages WHERE feed = ? AND state = 'waiting' AND due <= ? "
                        "ORDER BY day DESC, rowid LIMIT ?", feed, now, most)

    def next_page(self, feed: str) -> float | None:
        """When the next page of a feed is to be asked for."""
        found = self._do("SELECT min(due) AS due FROM pages WHERE feed = ? AND state = 'waiting'", feed)[0]["due"]
        return None if found is None else float(found)

    def page_done(self, key: str, state: str, reason: str | None = None) -> None:
        """A page was read ('read'), has a text that is known ('copy'), is given up ('failed'), or a feed's entries hold
        what it says ('entry')."""
        self._do("UPDATE pages SET state = ?, reason = ? WHERE key = ?", state, reason, key)

    def page_put_off(self, key: str, due: float, reason: str) -> None:
        """A page is asked for again later."""
        self._do("UPDATE pages SET due = ?, failures = failures + 1, reason = ? WHERE key = ?", due, reason, key)

    def page_waits(self, key: str, due: float) -> None:
        """A page is not asked for before then, which is no failure of its own."""
        self._do("UPDATE pages SET due = ? WHERE key = ?", due, key)

    def first_with(self, text: str, key: str) -> str:
        """The key of the page that first had a text (by its hash): this one, if none had."""
        self._do("INSERT OR IGNORE INTO texts (hash, key) VALUES (?, ?)", text, key)
        return str(self._do("SELECT key FROM texts WHERE hash = ?", text)[0]["key"])

    def hold(self, host: str, until: float) -> None:
        """A host asked to be left alone until then."""
        self._do("INSERT INTO hosts (host, until) VALUES (?, ?) ON CONFLICT (host) DO UPDATE SET until = "
                 "max(until, excluded.until)", host, until)

    def held(self) -> dict[str, float]:
        """Hosts that asked to be left alone, and until when."""
        return {row["host"]: row["until"] for row in self._do("SELECT * FROM hosts")}


def read_status(path: Path) -> list[dict[str, Any]]:
    """How each feed of a memory stands, as it was at the last moment that was made safe; InputError if it is none.

    `checked` and `due` are seconds since 1970; `read`, `copies`, `failed` and `waiting` count its pages.
    """
    if not path.is_file():
        raise InputError("nothing has been watched yet", where=str(path),
                         next_step="Run sijill watch FEEDS.toml --once")
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path.resolve()}?mode=ro", uri=True)) as db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute(_STATUS)]
    except sqlite3.Error as error:
        raise InputError(f"this is not the memory of a watch: {error}", where=str(path),
                         next_step="Name it with --state") from error
