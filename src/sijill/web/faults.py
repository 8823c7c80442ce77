"""What the application says when it cannot do what it was asked: one shape for the API, one page for people."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from sijill.errors import ArticleRejected, DataError, InputError, SijillError


class NotHere(SijillError):
    """The record has nothing of this id, or nothing that this person may see."""

    code = "E510"


class NotAllowed(SijillError):
    """This person may not do this, or the request did not come from the application's own pages."""

    code = "E511"


class NotSignedIn(SijillError):
    """Nobody is signed in."""

    code = "E512"


class TooOften(SijillError):
    """Too many requests in a short time."""

    code = "E513"


class TooLarge(SijillError):
    """A request holds more than any of this kind has to."""

    code = "E514"


class Broken(SijillError):
    """The application failed: a fault of Sijill."""

    code = "E515"


class Said(BaseModel):
    """What went wrong: a code of the reference, what, where, and what to do next."""

    code: str
    what: str
    where: str | None = None
    next_step: str | None = None


class Fault(BaseModel):
    """The one shape of every answer that is not a success."""

    error: Said


RETRY_AFTER = 60
"""Seconds to wait where something was asked too often."""
_STATUS: tuple[tuple[type[SijillError], int], ...] = (
    (NotHere, 404), (NotAllowed, 403), (NotSignedIn, 401), (TooOften, 429), (TooLarge, 413), (Broken, 500),
    (InputError, 422), (ArticleRejected, 422), (DataError, 422))

RESPONSES: Mapping[int | str, dict[str, object]] = {
    status: {"model": Fault, "description": text} for status, text in (
        (400, "The request cannot be read"), (401, "Nobody is signed in"), (403, "Not allowed"),
        (404, "There is no such thing"), (405, "Not with this method"), (409, "It cannot be done now"),
        (413, "Too large"), (422, "The request says what cannot be"), (429, "Too often"),
        (500, "The application failed"), (503, "The record cannot be read or written now"))}
"""The faults that every route of the API may answer with, for its description."""


def status_of(error: SijillError) -> int:
    """The HTTP status of an error raised on purpose."""
    from sijill.store.administration import BadAdministration
    from sijill.store.codings import BadCoding
    from sijill.store.decisions import BadDecision

    if isinstance(error, (BadDecision, BadAdministration)):
        return 422
    if isinstance(error, BadCoding):
        return 409
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 503)


def fault(error: SijillError) -> Fault:
    """An error in the one shape."""
    return Fault(error=Said(code=error.code, what=error.what, where=error.where, next_step=error.next_step))
