"""A record with something in every table: texts written for it, coded by Sijill."""

from __future__ import annotations

import contextlib
import datetime as dt
import pathlib
import shutil
import uuid
from collections.abc import Iterator

import sijill
from sijill.acquire import Rejected
from sijill.store import Record

TEXTS = (
    "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري.",
    "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.",
    "قال ناشطون إن طائرات حربية روسية استهدفت ريف إدلب الجنوبي، ونفت وزارة الدفاع ذلك.",
)


def make(address: str, articles: int = 30) -> None:
    """Make a record of some articles in two runs and one that was broken off, with rejections and decisions."""
    coder = sijill.load(model=None)
    with Record.open(address, create=True) as record:
        for part in range(2):
            with record.start_run(version="sample", data_checksums={"a": "b"}) as run:
                for number in range(part * articles // 2, (part + 1) * articles // 2):
                    run.add(coder(f"{TEXTS[number % 3]} {number}", doc_id=f"sample-{number}", source="مثال",
                                  url=None if number % 2 else f"https://example.org/{number}",
                                  title=None if number % 3 else "عنوان", published=dt.date(2018, 3, 1 + number % 28)),
                            original="<p>نص</p>" if number % 4 == 0 else None)
                run.reject(Rejected(where="sample.jsonl", line=part or None, code="E307", reason="no date"))
        claims = [event.event_id for document in record.documents() for event in document.events or ()]
        record.decide("same", claims[:2], by="ليلى")
        record.decide("correct", claims[2:3], by="Omar", field="latest", value="null", note="ليس في النص")
        record.start_run(version="broken off")


class Sample:
    """A sample record at an address (the file or database is empty or missing), and copies of it to be edited."""

    def __init__(self, address: str, folder: pathlib.Path, articles: int = 30) -> None:
        self.address, self._folder = address, folder
        make(address, articles)

    @contextlib.contextmanager
    def copied(self) -> Iterator[str]:
        """The address of a copy, which is thrown away at the end."""
        name = f"copy_{uuid.uuid4().hex}"
        if not self.address.startswith("postgresql:"):
            copy = self._folder / name
            shutil.copy(self.address, copy)
            yield str(copy)
            for ending in ("", "-wal", "-shm"):
                pathlib.Path(f"{copy}{ending}").unlink(missing_ok=True)
            return
        import psycopg

        server, _, database = self.address.rpartition("/")
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {database}")
            yield f"{server}/{name}"
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
