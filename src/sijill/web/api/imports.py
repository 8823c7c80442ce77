"""The API of imports: files are sent, coded in the background, and added to the record."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path as Folder
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, UploadFile
from pydantic import BaseModel

from sijill.arabic.writable import writable
from sijill.errors import InputError
from sijill.web.faults import NotHere
from sijill.web.filters import day
from sijill.web.imports import Import, place_in
from sijill.web.persons import Allowed, Person
from sijill.web.reading import Read

router = APIRouter(tags=["imports"])
MayImport = Annotated[Person, Depends(Allowed("import"))]
_MOST_FILES = 1000
_SHOWN = 100


class RejectedShape(BaseModel):
    """An input that was not coded, and why."""

    where: str
    line: int | None
    code: str
    reason: str


class Imported(BaseModel):
    """An article that an import coded."""

    article_id: str
    title: str


class ImportShape(BaseModel):
    """An import: how far it has come (`share` from 0 to 1) and what came of it."""

    id: int
    by: str
    names: list[str]
    phase: str
    share: float
    coded: int
    events: int
    added: int
    repeated: int
    rejected: list[RejectedShape]
    articles: list[Imported]
    error: str | None


@router.post("/imports", status_code=202)
def import_files(read: Read, person: MayImport, files: list[UploadFile],
                 source: Annotated[str, Form(max_length=200)] = "",
                 published: Annotated[str, Form(max_length=40)] = "") -> ImportShape:
    """Code files of any kind that `sijill code` reads; `source` and `published` are for articles that say neither."""
    if not 1 <= len(files) <= _MOST_FILES:
        raise InputError(f"{len(files)} files were sent", where="files", next_step=f"Send 1 to {_MOST_FILES}")
    when = day(published, "published")
    names = [shown_name(file.filename) for file in files]
    folder = Folder(tempfile.mkdtemp(prefix="sijill-import-"))
    try:
        for number, (file, name) in enumerate(zip(files, names, strict=True)):
            with place_in(folder, number, name).open("wb") as out:
                shutil.copyfileobj(file.file, out, 1 << 20)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return import_shape(read.desk.imports.add(person.name, names, folder, source.strip() or None, when))


@router.get("/imports")
def list_imports(read: Read, person: MayImport) -> list[ImportShape]:
    """Every import since the application was started, the newest first."""
    return [import_shape(one) for one in read.imports()]


@router.get("/imports/{import_id}")
def one_import(read: Read, person: MayImport, import_id: Annotated[int, Path(ge=1)]) -> ImportShape:
    """How far one import has come."""
    found = next((one for one in read.imports() if one.id == import_id), None)
    if found is None:
        raise NotHere(f"there is no import {import_id}", where=str(import_id))
    return import_shape(found)


def shown_name(given: str | None) -> str:
    """The name of a file, without a folder and without what no name holds."""
    name = writable(given or "").replace("\\", "/").rpartition("/")[2]
    return "".join(char for char in name if char.isprintable()).strip()[:200] or "file"


def import_shape(one: Import) -> ImportShape:
    """An import as the API gives it."""
    added = len({line.article_id for line in one.articles} & one.added)
    known = one.phase in ("linking", "done")
    return ImportShape(
        id=one.id, by=one.by, names=list(one.names), phase=one.phase, share=round(one.share, 3),
        coded=len(one.articles), events=sum(line.events for line in one.articles), added=added,
        repeated=len(one.articles) - added if known else 0,
        rejected=[RejectedShape(where=writable(r.where), line=r.line, code=r.code, reason=writable(r.reason))
                  for r in one.rejected[:100]],
        articles=[Imported(article_id=line.article_id, title=writable(line.title)) for line in one.articles[:_SHOWN]],
        error=None if one.error is None else str(one.error))
