"""A record of the demo's reports, and the application on a copy of it."""

import io
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sijill.store import Record

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi import FastAPI
    from fastapi.testclient import TestClient

from sijill.web import application

EXTRA = (
    {"doc_id": "extra-1", "source": "وكالة <b>مائلة</b>", "published": "2018-03-14",
     "text": "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين."},
)


def opened_on(app: FastAPI) -> TestClient:
    """A client of an application, as a browser on this machine asks it."""
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Hashes of passwords that take little time and memory: what they cost is not what tests are about."""
    from argon2 import PasswordHasher

    from sijill.store import passwords

    with pytest.MonkeyPatch.context() as patch:
        quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
        patch.setattr(passwords, "_hasher", lambda: quick)
        # what is compared with where there is no account must cost the same
        passwords._nobody.cache_clear()
        yield
        passwords._nobody.cache_clear()


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


@contextmanager
def copy_of(base: Path, folder: Path) -> Iterator[Record]:
    """A record that a test may change, of one that it may not."""
    shutil.copy(base, folder / base.name)
    with Record.open(folder / base.name) as record:
        yield record


@pytest.fixture
def record_path(coded: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    path = tmp_path / "copy.sijill"
    shutil.copy(coded, path)
    return path


@pytest.fixture
def client(record_path: Path) -> Iterator[TestClient]:
    """The application on a copy of the record, as a browser on this machine asks it."""
    with Record.open(record_path) as record, opened_on(application(record)) as opened:
        yield opened


def arabic_report(text: str, name: str = "report.txt") -> tuple[str, tuple[str, bytes, str]]:
    """A file as a form sends it."""
    return "files", (name, text.encode(), "text/plain")


PASSWORDS = {"mona": "one long enough for mona", "rami": "one long enough for rami", "huda": "one long enough for huda",
             "adel": "one long enough for adel"}
"""Four people: an administrator, a reader, a coder and a reviewer."""
ROLES = {"mona": "administrator", "rami": "reader", "huda": "coder", "adel": "reviewer"}


@pytest.fixture(scope="session")
def peopled(coded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with accounts, not to be written to."""
    from sijill.store.passwords import hashed

    path = tmp_path_factory.mktemp("people") / "people.sijill"
    shutil.copy(coded, path)
    with Record.open(path) as record:
        for name, password in PASSWORDS.items():
            record.people.add(name, ROLES[name], hashed(password), by="test")
    return path


@pytest.fixture
def house(peopled: Path, tmp_path: Path) -> Iterator[Record]:
    """A record with accounts that a test may change."""
    with copy_of(peopled, tmp_path) as record:
        yield record


@pytest.fixture
def door(house: Record) -> Iterator[TestClient]:
    """The application with accounts, and nobody signed in."""
    with opened_on(application(house, users=True)) as opened:
        yield opened


def signed_in(door: TestClient, name: str, password: str | None = None) -> TestClient:
    """A client of its own at the same application, at which somebody has signed in."""
    client = opened_on(door.app)  # type: ignore[arg-type]
    answer = client.post("/api/session", json={"name": name, "password": password or PASSWORDS[name]})
    assert answer.status_code == 201, answer.text
    client.headers["x-sijill-token"] = answer.json()["token"]
    return client
