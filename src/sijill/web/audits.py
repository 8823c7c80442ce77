"""The audit: proof that the record is as it was written, made in the background, and the last result of it."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import dataclass
from pathlib import Path

from sijill.errors import SijillError
from sijill.store import verify
from sijill.store.differences import Verification


@dataclass(frozen=True, slots=True)
class Audit:
    """A verification: when it began and by whom; `found` is None while it runs, or where it could not be made."""

    began: dt.datetime
    by: str
    ended: dt.datetime | None = None
    found: Verification | None = None
    error: SijillError | None = None


class Audits:
    """Verifies a record when asked, one verification at a time."""

    def __init__(self, where: str, archive: str | Path | None = None) -> None:
        self._where, self._archive = where, archive
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.last: Audit | None = None

    def start(self, by: str, expect: str | None) -> Audit:
        """Begin to verify, unless that is being done already; what is going on."""
        with self._lock:
            if self.last is not None and self.last.ended is None:
                return self.last
            began = self.last = Audit(dt.datetime.now(dt.UTC), by)
            self._thread = threading.Thread(target=self._run, args=(began, expect), name="audit", daemon=True)
            self._thread.start()
            return began

    def wait(self, seconds: float) -> Audit | None:
        """The last audit, after waiting for its end so long at most."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self.last

    def _run(self, began: Audit, expect: str | None) -> None:
        found: Verification | None = None
        error: SijillError | None = None
        try:
            found = verify(self._where, expect=expect, archive=self._archive)
        except SijillError as trouble:
            error = trouble
        except Exception as trouble:
            error = SijillError(f"{type(trouble).__name__}: {trouble}")
        self.last = Audit(began.began, began.by, dt.datetime.now(dt.UTC), found, error)
