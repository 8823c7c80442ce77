"""The desk: all that a running application works with, made once: record, worklist, linker, people, imports."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from fastapi import Request

from sijill.ledger import Decision, Verb
from sijill.store import Record
from sijill.store.codings import Unfinished
from sijill.store.deciding import decide
from sijill.store.origins import archive_of
from sijill.web.audits import Audits
from sijill.web.control import Control
from sijill.web.decided import Decided
from sijill.web.imports import Imports
from sijill.web.linker import Linker
from sijill.web.persons import People, Person
from sijill.web.points import Points
from sijill.web.worklist import Worklist

if TYPE_CHECKING:
    from sijill.grounding.candidates import Candidates
    from sijill.pipeline import Coder

PATIENCE = 1.5
"""Seconds that an answer waits for a decision to be linked."""


class Desk:
    """What a running application works with; one for each `application`."""

    def __init__(self, record: Record, people: People, where: str, *, places: Sequence[Path] | None = None,
                 archive: str | Path | None = None) -> None:
        self.record, self.people = record, people
        self.worklist = Worklist(record)
        self.decided = Decided(record)
        self.points = Points()
        self.linker = Linker(record, self.worklist)
        self.imports = Imports(self)
        self.audits = Audits(where, archive)
        self.control = Control(record, self.decided)
        # one writer at a time: SQLite's own waiting wakes up seldom
        self.writing = threading.Lock()
        self.archive = archive_of(where, archive)
        self._places = places
        self._coder: Coder | None = None
        self._gazetteers: Candidates | None = None
        self._loading = threading.Lock()
        self._unfinished = Unfinished()

    def open(self) -> None:
        """Link what is new; the worklist is read meanwhile."""
        if self.record.link_due():
            self.linker.ask()
        else:
            self.worklist.refresh()

    def close(self) -> None:
        """Finish what is being linked; the record itself is its opener's to close."""
        self.imports.close()
        self.linker.close()

    def coder(self) -> Coder:
        """The coder with its data, loaded the first time."""
        with self._loading:
            if self._coder is None:
                import sijill

                self._coder = sijill.load(self._places)
            return self._coder

    def candidates(self) -> Candidates:
        """The gazetteers to look a name up in."""
        with self._loading:
            if self._gazetteers is None:
                from sijill.grounding.component import Grounder

                self._gazetteers = Grounder(self._places).candidates
            return self._gazetteers

    def blind_to(self, coder: str) -> frozenset[str]:
        """The ids of the articles that somebody is coding blind."""
        self._unfinished = self.record.unfinished(self._unfinished)
        return self._unfinished.articles.get(coder, frozenset())

    def decide(self, person: Person, verb: Verb, ids: Sequence[str], *, field: str | None = None,
               value: str | None = None, words: tuple[int, int] | None = None,
               note: str | None = None) -> tuple[Decision, bool]:
        """Append a person's verdict and have it linked; whether it is linked already. RecordError as `decide`."""
        with self.writing:
            taken = decide(self.record, verb, ids, by=person.name, field=field, value=value, words=words,
                           note=note)
        return taken, self.linker.wait(self.linker.ask(), PATIENCE)


def desk(request: Request) -> Desk:
    """The dependency that gives the application's desk."""
    return cast(Desk, request.app.state.desk)
