"""The API of the audit: proving that the record is as it was written."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from sijill.web.api.shapes import Record
from sijill.web.audits import Audit
from sijill.web.persons import Allowed, Person
from sijill.web.reading import Read

router = APIRouter(tags=["audit"])
MayVerify = Annotated[Person, Depends(Allowed("verify"))]
_WAIT = 2.0


class Expected(BaseModel):
    """A head that was noted before, which must be in the chain; None asks for the chain alone."""

    expect: str | None = Field(None, max_length=200)


class AuditShape(BaseModel):
    """A verification; `found` as `sijill verify --format json` writes it, None while it runs or where it failed."""

    began: str
    by: str
    ended: str | None
    found: Record | None
    error: str | None


@router.post("/audit", status_code=202)
def start_audit(read: Read, person: MayVerify, given: Expected) -> AuditShape:
    """Verify the record; of a small one the answer holds the result, of a large one it is asked for later."""
    read.desk.audits.start(person.name, (given.expect or "").strip() or None)
    last = read.desk.audits.wait(_WAIT)
    assert last is not None
    return audit_shape(last)


@router.get("/audit")
def last_audit(read: Read, person: MayVerify) -> AuditShape | None:
    """The last verification since the application was started; null if there was none."""
    last = read.desk.audits.last
    return None if last is None else audit_shape(last)


def audit_shape(audit: Audit) -> AuditShape:
    """A verification as the API gives it."""
    return AuditShape(began=audit.began.isoformat(timespec="seconds"), by=audit.by,
                      ended=None if audit.ended is None else audit.ended.isoformat(timespec="seconds"),
                      found=None if audit.found is None else audit.found.as_json(),
                      error=None if audit.error is None else str(audit.error))
