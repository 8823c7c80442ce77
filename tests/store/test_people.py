"""People of a record: restrictions have a bound, and sessions that ran out are forgotten."""

import datetime as dt
import pathlib
from collections.abc import Iterator

import pytest
from sqlalchemy import select

import sijill
from sijill.store import Record, administration, schema
from sijill.store.administration import BadAdministration

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل {} مدنيين، بحسب المرصد السوري."
NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
def record(tmp_path: pathlib.Path) -> Iterator[Record]:
    coder = sijill.load(model=None)
    with Record.open(tmp_path / "a.sijill", create=True) as opened:
        with opened.start_run(version="test") as run:
            for number in range(3, 6):
                run.add(coder(TEXT.format(number)))
        opened.people.add("Mona", "administrator", "a hash", by="test")
        yield opened


def test_no_more_articles_are_restricted_than_lists_can_leave_out(record: Record,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles beyond the bound are refused, all of them, whether they come at once or one after the other."""
    monkeypatch.setattr(administration, "MOST_RESTRICTED", 2)
    ids = [document.article_id for document in record.documents()]
    with pytest.raises(BadAdministration, match="more than 2"):
        record.people.restrict(ids, by="Mona")
    assert record.people.restrict(ids[:2], by="Mona") == 2 and record.people.restrict(ids[:2], by="Mona") == 0
    with pytest.raises(BadAdministration, match="more than 2"):
        record.people.restrict(ids[2:], by="Mona")
    assert set(record.people.standing().restrictions) == set(ids[:2])


def test_sessions_that_ran_out_are_forgotten(record: Record) -> None:
    """A session counts until its time, and whoever signs in next clears those that ran out from the record."""
    record.people.begin_session("mona", "old", NOW - dt.timedelta(seconds=1))
    record.people.begin_session("mona", "new", NOW + dt.timedelta(hours=1))
    assert record.people.session("old") is None and record.people.session("nobody's") is None
    account = record.people.session("new")
    assert account and account.name == "Mona"
    with record._database.reading() as connection:
        assert connection.execute(select(schema.sessions.c.digest)).scalars().all() == ["new"]


def test_another_password_ends_every_session(record: Record) -> None:
    """Whoever was signed in with the password of before is no longer."""
    record.people.begin_session("mona", "one", NOW + dt.timedelta(hours=1))
    record.people.set_password("Mona", "another hash", by="test")
    assert record.people.session("one") is None and record.people.hash_of("MONA") == "another hash"
