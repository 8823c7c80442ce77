"""A Frictionless data package: a coding's table as CSV, its dictionary, its rules, and why each cell is so."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from sijill.exports.codings import Coding
from sijill.exports.columns import rules
from sijill.exports.delimited import cell, write_csv
from sijill.exports.destinations import whole_file, whole_folder
from sijill.exports.jsontext import dumped
from sijill.exports.rows import Notes, Row

_WHY = ("row_id", "column", "rule", "claims", "note")
_DICTIONARY = ("column", "type", "hxl", "description", "rule", "rule_text")
_RULES = ("rule", "text", "left_out")
# the first day that a file in a zip may be of: the same rows give the same bytes
_DAY = (1980, 1, 1, 0, 0, 0)
_TYPES = {"list": "string"}


def write_datapackage(rows: Iterable[Row], coding: Coding, out: Path, notes: Notes | None = None) -> int:
    """A data package in a folder, or in a zip file where the name ends so, whole or not at all; the rows written.

    Text that a spreadsheet would run stands behind an apostrophe, as in CSV; lists are parted by " | ".
    """
    if out.suffix.lower() == ".zip":
        # the parts are made beside the file, where there is room for it
        with whole_file(out) as stream, tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as made:
            count = _fill(rows, coding, Path(made), notes)
            _zip(Path(made), stream)
            return count
    with whole_folder(out) as folder:
        return _fill(rows, coding, folder, notes)


def _fill(rows: Iterable[Row], coding: Coding, folder: Path, notes: Notes | None) -> int:
    with (folder / "why.csv").open("wb") as side, (folder / f"{coding.name}.csv").open("wb") as stream, \
            _table(side, _WHY) as table:
        count = write_csv(_explained(rows, table), coding, stream)
    with (folder / "dictionary.csv").open("wb") as stream, _table(stream, _DICTIONARY) as table:
        for column in coding.columns:
            table.writerow(map(cell, (column.name, column.type, column.hxl, column.description, column.rule,
                                      rules()[column.rule])))
    with (folder / "rules.csv").open("wb") as stream, _table(stream, _RULES) as table:
        for rule, text in rules().items():
            left = notes.counts[rule] if notes else 0
            table.writerow(map(cell, (rule, text, left or None)))
    described = _descriptor(coding, folder, count)
    (folder / "datapackage.json").write_text(dumped(described) + "\n", encoding="utf-8")
    return count


@contextlib.contextmanager
def _table(stream: BinaryIO, head: Iterable[str]) -> Iterator[Any]:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(head)
    yield table
    text.detach()


def _explained(rows: Iterable[Row], table: Any) -> Iterator[Row]:
    for row in rows:
        for name, why in row.why.items():
            if row.values[name] is not None or why.note:
                table.writerow(map(cell, (row.id, name, why.rule, tuple(why.claims), why.note)))
        yield row


def _descriptor(coding: Coding, folder: Path, count: int) -> dict[str, Any]:
    fields = [{"name": c.name, "type": _TYPES.get(c.type, c.type), "title": c.name.replace("_", " "),
               "description": c.description, "hxl": c.hxl, "rule": c.rule}
              | ({"constraints": {"required": True, "unique": True}} if c is coding.columns[0] else {})
              for c in coding.columns]
    return {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "name": f"sijill-{coding.name}",
        "title": coding.title,
        "description": "Events of Arabic reports on armed conflict, derived from claims by rules; `why` names the "
                       "rule and the claims behind each cell. An apostrophe before =, +, -, @ keeps a spreadsheet "
                       "from running a cell as a formula, and is not part of it.",
        "resources": [
            _resource(coding.name, coding.title, folder, fields, count) | {"rows": count},
            _resource("why", "Why each cell says what it says", folder, _strings(_WHY), None),
            _resource("dictionary", "What the columns mean", folder, _strings(_DICTIONARY), None),
            _resource("rules", "What the rules say, and how many events each left out", folder,
                      [*_strings(_RULES[:-1]), {"name": _RULES[-1], "type": "integer"}], None),
        ],
    }


def _strings(names: Iterable[str]) -> list[dict[str, Any]]:
    return [{"name": name, "type": "string"} for name in names]


def _resource(name: str, title: str, folder: Path, fields: list[dict[str, Any]], count: int | None
              ) -> dict[str, Any]:
    path = folder / f"{name}.csv"
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if count is not None:
        schema["primaryKey"] = [fields[0]["name"]]
    return {"name": name, "title": title, "path": path.name, "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "bytes": path.stat().st_size, "hash": f"sha256:{digest}",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True,
                        "header": True},
            "schema": schema}


def _zip(folder: Path, stream: BinaryIO) -> None:
    with zipfile.ZipFile(stream, "w") as packed:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with path.open("rb") as source, packed.open(entry, "w", force_zip64=True) as target:
                while chunk := source.read(1 << 20):
                    target.write(chunk)
