"""A record of the demo's reports, and the application on a copy of it."""

import io
import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from sijill.store import Record

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from sijill.web import application

EXTRA = (
    {"doc_id": "extra-1", "source": "وكالة <b>مائلة</b>", "published": "2018-03-14",
     "text": "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين."},
)


@pytest.fixture(scope="session")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A linked record of the demo's reports, not to be written to."""
    import sijill
    from sijill import resources
    from sijill.acquire import Article, read_articles

    path = tmp_path_factory.mktemp("web") / "demo.sijill"
    coder = sijill.load()
    reports = io.BytesIO(resources.read_bytes("demo/hasakah-2015.jsonl"))
    with Record.open(path, create=True) as record:
        with record.start_run(version="test") as run:
            for item in read_articles(["-"], stdin=reports):
                assert isinstance(item, Article)
                run.add(coder(item.text, doc_id=item.doc_id, source=item.source, url=item.url, title=item.title,
                              published=item.published))
            for one in EXTRA:
                run.add(coder(one["text"], doc_id=one["doc_id"], source=one["source"], published=one["published"]))
        record.link()
    return path


@pytest.fixture
def record_path(coded: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    path = tmp_path / "copy.sijill"
    shutil.copy(coded, path)
    return path


@pytest.fixture
def client(record_path: Path) -> Iterator[TestClient]:
    """The application on a copy of the record, as a browser on this machine asks it."""
    with Record.open(record_path) as record, TestClient(application(record)) as opened:
        yield opened


def arabic_report(text: str, name: str = "report.txt") -> tuple[str, tuple[str, bytes, str]]:
    """A file as a form sends it."""
    return "files", (name, text.encode(), "text/plain")
