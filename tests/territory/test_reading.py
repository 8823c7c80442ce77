"""Coded articles from a record, from JSON Lines, and the estimates of them."""

import datetime as dt
import json
import pathlib

import pytest

import sijill
from sijill import resources
from sijill.documents import Document
from sijill.errors import DataError, InputError
from sijill.records import document_record
from sijill.store import Record
from sijill.territory import Territory, estimates, read_coded
from sijill.territory.reading import originals

DAY = dt.date(2015, 8, 1)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    coder = sijill.load([])  # as `sijill demo` codes them
    articles = [json.loads(line) for line in resources.read_text("demo/hasakah-2015.jsonl").splitlines()]
    return [coder(a["text"], **{n: a.get(n) for n in ("doc_id", "source", "url", "title", "published")})
            for a in articles]


def test_a_record_and_lines_give_the_same_estimates(documents: list[Document], tmp_path: pathlib.Path) -> None:
    """The same coded articles say the same whether they come from a record, from lines or from memory."""
    lines, path = tmp_path / "coded.jsonl", tmp_path / "demo.sijill"
    lines.write_text("\n".join(json.dumps(document_record(d)) for d in documents) + "\n", "utf-8")
    with Record.open(path, create=True) as record, record.start_run(version="test") as run:
        for document in documents:
            run.add(document)
    with Record.open(path) as record:
        told = [(e.spot.key, e.probability) for e in estimates(record, start=DAY)]
    assert told == [(e.spot.key, e.probability) for e in estimates(documents, start=DAY)] and len(told) > 20
    assert told == [(e.spot.key, e.probability) for e in estimates(path, start=DAY)]
    assert [k for k, _ in told] == [e.spot.key for e in estimates(lines, start=DAY)]


def test_places_days_and_the_last_day(documents: list[Document]) -> None:
    """Named places are estimated on each day asked for; without a day it is the last of which claims tell."""
    territory = Territory.of(documents)
    found = estimates(territory, places=["العزيزية", "زقزق"], start=DAY, end=DAY + dt.timedelta(days=2), mode="online")
    assert [e.day.day for e in found] == [1, 2, 3] and {e.mode for e in found} == {"online"}
    span = territory.span()
    assert span is not None and {e.day for e in estimates(territory, claims=0)} == {span[1]}
    assert estimates([]) == []


def test_the_quarters_of_hasakah_from_the_demo(documents: list[Document]) -> None:
    """On 1 August 2015 the reports' own quarters are held by whom they name."""
    names = ("العزيزية", "غويران الغربي", "النشوة الشرقية", "النشوة الغربية", "الليلية")
    found = {e.spot.label: e for e in estimates(documents, places=names, start=DAY)}
    assert {name: found[name].holder for name in names} == dict(zip(names, (
        "YPG", "SYR_ARMY", "SYR_ARMY", "YPG", "SYR_ARMY"), strict=True))
    assert all(e.claims and e.spot.scale == "quarter" for e in found.values())


def test_a_reprint_counts_once(documents: list[Document]) -> None:
    """The same text under another source is not a second report."""
    coder = sijill.load([], model=None)
    text = documents[0].text
    twice = [documents[0], coder(text, published=str(documents[0].published), source="another outlet")]
    assert len(originals(twice)) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe nothing", b'{"no": "events"}\n', b"not JSON\n"])
def test_other_files_are_told(tmp_path: pathlib.Path, content: bytes) -> None:
    """A file that is neither is a DataError with its line; one that is not there an InputError."""
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(DataError):
        list(read_coded(path))
    with pytest.raises(InputError):
        list(read_coded(tmp_path / "missing"))


def test_a_quarter_not_named_for_weeks_is_not_sure(documents: list[Document]) -> None:
    """Where the quarters around change hands and nobody has told of a quarter since, no side is likelier than .65."""
    (found,) = estimates(documents, places=["الغزل"], start=DAY)
    (before,) = estimates(documents, places=["الغزل"], start=dt.date(2015, 6, 29), mode="online")
    assert max(found.probability.values()) < 0.65
    assert before.holder == "YPG"
