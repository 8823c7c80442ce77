"""Errors raised on purpose: each with a code, what is wrong, where, and what to do next."""

from __future__ import annotations


class SijillError(Exception):
    """Something is wrong that the user can mend."""

    code = "E000"

    def __init__(self, what: str, *, where: str | None = None, next_step: str | None = None) -> None:
        super().__init__(what, where, next_step)
        self.what, self.where, self.next_step = what, where, next_step

    def __reduce__(self) -> tuple[object, ...]:
        return (_revive, (type(self), self.what, self.where, self.next_step))

    def __str__(self) -> str:
        text = f"[{self.code}] {self.what}"
        if self.where:
            text += f" (in {self.where})"
        if self.next_step:
            text += f". {self.next_step}"
        return text


def _revive(kind: type[SijillError], what: str, where: str | None, next_step: str | None) -> SijillError:
    return kind(what, where=where, next_step=next_step)


class DataError(SijillError):
    """A data file of the package, or one given by the user, is damaged or of the wrong form."""

    code = "E100"


class InputError(SijillError):
    """An input cannot be read at all."""

    code = "E200"


class ArticleRejected(SijillError):
    """One article cannot be coded; it becomes a row in `rejected`."""

    code = "E300"


class RecordError(SijillError):
    """The record file cannot be opened, read or written."""

    code = "E400"
