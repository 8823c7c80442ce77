"""The API of exports: exactly the events that a filter lets pass, in a coding and a format."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.background import BackgroundTask
from starlette.responses import FileResponse

from sijill.exports.codings import coding as coding_of
from sijill.exports.formats import Options, write
from sijill.ledger import LinkedEvent
from sijill.web.filters import WantedEvents
from sijill.web.persons import Allowed
from sijill.web.reading import Read

router = APIRouter(tags=["exports"])
CodingName = Literal["sijill", "acled", "ucdp", "airwars"]
Format = Literal["csv", "jsonl", "geojson", "geoparquet", "hxl", "datapackage", "prov", "webannotation"]
ENDINGS: dict[str, tuple[str, str]] = {
    "csv": ("csv", "text/csv; charset=utf-8"), "jsonl": ("jsonl", "application/x-ndjson"),
    "geojson": ("geojson", "application/geo+json"), "geoparquet": ("parquet", "application/vnd.apache.parquet"),
    "hxl": ("hxl.csv", "text/csv; charset=utf-8"), "datapackage": ("zip", "application/zip"),
    "prov": ("prov.jsonld", "application/ld+json"), "webannotation": ("annotations.jsonld", "application/ld+json")}
"""The ending and the media type of a file of each format."""


@router.get("/export", dependencies=[Depends(Allowed("export"))], response_class=FileResponse)
def export_events(read: Read, wanted: WantedEvents, coding: Annotated[CodingName, Query()] = "sijill",
                  format: Annotated[Format, Query()] = "csv",
                  bom: Annotated[bool, Query(description="Begin CSV with a byte order mark")] = False) -> FileResponse:
    """The events that a filter lets pass, as a file."""
    texts: dict[str, str] = {}

    def events() -> Iterator[LinkedEvent]:
        for batch in read.batches(wanted):
            texts.clear()
            texts.update(batch.texts)
            yield from batch.events

    ending, media = ENDINGS[format]
    handle, name = tempfile.mkstemp(prefix="sijill-export-", suffix=f".{ending}")
    os.close(handle)
    path = Path(name)
    options = Options(bom and format in ("csv", "hxl"), int(time.time()), None, texts.get, read.decisions())
    try:
        if format == "datapackage":
            path.unlink()
            write(events(), coding_of(coding), format, path, options)
        else:
            with path.open("wb") as out:
                write(events(), coding_of(coding), format, out, options)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return FileResponse(path, media_type=media, filename=f"sijill-{coding}.{ending}",
                        background=BackgroundTask(path.unlink, missing_ok=True))
