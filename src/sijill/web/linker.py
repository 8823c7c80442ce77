"""The linker: one thread that links what was added or decided, many decisions at once where they come fast."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from sijill.errors import SijillError
from sijill.store import Record
from sijill.web.worklist import Worklist


@dataclass(frozen=True, slots=True)
class Linking:
    """What the linker is doing: None of step where it is idle; `error` is what stopped the last linking."""

    step: str | None
    done: int
    total: int
    error: SijillError | None


class Linker:
    """Links a record when asked; `wait` for a ticket that `ask` gave."""

    def __init__(self, record: Record, worklist: Worklist) -> None:
        self._record, self._worklist = record, worklist
        self._changed = threading.Condition()
        self._asked = self._done = 0
        self._open = True
        self._thread: threading.Thread | None = None
        self.state = Linking(None, 0, 0, None)

    def ask(self) -> int:
        """Have everything linked that the record holds now; a ticket to wait for."""
        with self._changed:
            self._asked += 1
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="linker", daemon=True)
                self._thread.start()
            self._changed.notify_all()
            return self._asked

    def wait(self, ticket: int, seconds: float) -> bool:
        """Whether a ticket is done, after waiting for it so long at most."""
        with self._changed:
            return self._changed.wait_for(lambda: self._done >= ticket or not self._open, seconds)

    def busy(self) -> bool:
        """Whether something is being linked."""
        return self._done < self._asked

    def close(self) -> None:
        """Finish what is being linked, and stop."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=60)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._asked > self._done or not self._open)
                if not self._open:
                    return
                ticket = self._asked
            error: SijillError | None = None
            try:
                self._record.link(report=self._report)
                self._worklist.refresh()
            except SijillError as trouble:
                error = trouble
            except BaseException:
                # a fault of ours ends this thread: who waits is let go, and the next to ask starts another
                with self._changed:
                    self._thread, self._done = None, ticket
                    self.state = Linking(None, 0, 0, None)
                    self._changed.notify_all()
                raise
            self.state = Linking(None, 0, 0, error)
            with self._changed:
                self._done = ticket
                self._changed.notify_all()

    def _report(self, step: str, done: int, total: int) -> None:
        self.state = Linking(step, done, total, None)
