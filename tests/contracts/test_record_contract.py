"""What every record does, whichever database holds it."""

import datetime as dt
import multiprocessing
from collections.abc import Iterator

import pytest

import sijill
from sijill.acquire import Rejected
from sijill.documents import Document
from sijill.errors import RecordError
from sijill.ledger import Words
from sijill.link.corrections import with_words
from sijill.store import Record, verify

TEXTS = (
    "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري.",
    "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.",
)


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    with Record.open(address, create=True) as record:
        yield record


def documents() -> list[Document]:
    coder = sijill.load(model=None)
    return [coder(text, published=dt.date(2018, 3, 14), source="مثال") for text in TEXTS]


def added(record: Record, *more: Document) -> list[Document]:
    """The two documents, after they were written to the record."""
    coded = [*documents(), *more]
    with record.start_run(version="test") as run:
        for document in coded:
            run.add(document, original="<p>نص</p>")
    return coded


def test_a_document_comes_back_as_it_went_in(record: Record) -> None:
    """Text, events, arguments, offsets, rules and control claims survive the record."""
    coded = added(record)
    assert [(d.text, d.events, d.control) for d in record.documents()] == [
        (d.text, d.events, d.control) for d in coded]


def test_the_same_article_twice_adds_nothing(record: Record) -> None:
    """Coding an article again adds no row of articles, claims or control claims."""
    added(record)
    coded = added(record)
    counts = record.counts()
    assert (counts.articles, counts.claims, counts.runs) == (2, sum(len(d.events or ()) for d in coded), 2)
    with record.start_run(version="test") as run:
        run.add(coded[0])
        run.add(coded[0])
    assert (run.kept, run.repeated) == (0, 2)


def test_rejections_are_kept_with_their_reason(record: Record) -> None:
    """What could not be coded is a row with where, code and reason."""
    with record.start_run(version="test") as run:
        run.reject(Rejected(where="a.jsonl", line=3, code="E307", reason="no date"))
    assert [(r.where, r.line, r.code) for r in record.rejections()] == [("a.jsonl", 3, "E307")]


def test_an_event_is_found_by_its_id(record: Record) -> None:
    """An event's id, or its beginning, leads to it; another id is an error that says what to do."""
    event = (added(record)[0].events or ())[0]
    assert record.find_event(event.event_id)[1] == record.find_event(event.event_id[:12])[1] == event
    with pytest.raises(RecordError, match="Take an id"):
        record.find_event("0" * 16)


def test_decisions_come_back_in_order(record: Record) -> None:
    """What was decided is read back whole and in order, the same verdict given twice as two decisions."""
    first, second = [event.event_id for document in added(record) for event in document.events or ()][:2]
    made = [record.decide("different", [first, second], by="ليلى", note="قريتان"),
            record.decide("accept", [first], by="ليلى"), record.decide("accept", [first], by="ليلى"),
            record.decide("correct", [second], by="Omar", field="sub_event_type", value='"Armed clash"')]
    made.append(record.decide("withdraw", [], by="Omar", value=made[1].id))
    assert list(record.decisions()) == made
    assert len({decision.id for decision in made}) == 5


def test_a_decision_that_says_nothing_is_refused(record: Record) -> None:
    """Unknown verbs, ids and decisions, one claim that is the same as nothing, a correction that linking could not
    read, nobody: nothing is written, and the record can be linked."""
    first = (added(record)[0].events or ())[0].event_id
    for verb, claims, more in (("same", [first], {}), ("accept", ["0" * 16], {}), ("accept", [], {}),
                               ("correct", [first], {}), ("correct", [first], {"field": "latest"}),
                               ("correct", [first], {"field": "colour", "value": '"red"'}),
                               ("correct", [first], {"field": "latest", "value": '"yesterday"'}),
                               ("correct", [first], {"field": "latest", "value": "2018-03-14"}),
                               ("correct", [first], {"field": "actor1", "value": '["NOBODY"]'}),
                               ("correct", [first], {"field": "killed", "value": "[5, 2]"}),
                               ("accept", [first], {"field": "latest"}), ("accept", [first], {"value": "null"}),
                               ("withdraw", [], {"value": "0"}), ("praise", [first], {}),
                               ("accept", [first], {"by": " "})):
        with pytest.raises(RecordError):
            record.decide(verb, claims, **({"by": "x"} | more))  # type: ignore[arg-type]
    assert record.decisions() == ()
    record.link()


def test_a_correction_names_words_that_are_there(record: Record) -> None:
    """Words beyond the article, or other than stand there, are refused; those that do come back with the decision."""
    document = added(record)[0]
    claim = (document.events or ())[0].event_id
    for words in (Words(0, 4, "????"), Words(-4, 0, ""), Words(3, 3, ""),
                  Words(0, len(document.text) + 1, document.text)):
        with pytest.raises(RecordError, match="the article does not say"):
            record.decide("correct", [claim], by="x", field="place", value=with_words('"دوما"', words))
    kept = with_words('"دوما"', Words(0, 4, document.text[:4]))
    record.decide("correct", [claim], by="x", field="place", value=kept)
    assert [one.value for one in record.decisions()] == [kept]
    record.link()


def test_a_withdrawal_stands(record: Record) -> None:
    """To withdraw a withdrawal would do nothing, so it is refused with what to do instead."""
    claim = (added(record)[0].events or ())[0].event_id
    taken = record.decide("reject", [claim], by="x")
    gone = record.decide("withdraw", [], by="x", value=taken.id)
    with pytest.raises(RecordError, match="again"):
        record.decide("withdraw", [], by="x", value=gone.id)


def test_a_record_that_is_not_there_is_not_made_by_reading(address: str) -> None:
    """Opening without `create` is an error that says how to make a record, and makes none."""
    for _ in range(2):
        with pytest.raises(RecordError, match="--record"):
            Record.open(address)


def test_every_row_is_sealed(address: str, record: Record) -> None:
    """What was written verifies, a run that was not finished and decisions included; so does the same record later."""
    coded = added(record)
    record.start_run(version="broken off").reject(Rejected(where="a", line=None, code="E307", reason="no date"))
    record.decide("accept", [(coded[0].events or ())[0].event_id], by="ليلى")
    found = verify(address)
    assert found.intact and found.rows["articles"] == 2 and found.rows["runs"] == 2 and found.rows["decisions"] == 1
    added(record, sijill.load(model=None)("انسحب تنظيم داعش من بلدة الميادين."))
    later = verify(address, expect=found.head)
    assert later.intact and later.entries > found.entries and later.head != found.head


def test_a_chain_that_was_made_anew_is_told_by_a_noted_head(address: str, record: Record) -> None:
    """A head that the chain does not hold is a difference, though the chain itself is sound."""
    added(record)
    assert [one.table for one in verify(address, expect="0" * 64).differences] == ["audit"]


def test_articles_are_found_however_they_are_spelt(record: Record) -> None:
    """Hamza, diacritics, article and particles do not matter; the order in a quoted phrase does."""
    added(record)
    for query, texts in (("دُومَا", [0]), ("لمدينة", []), ("المدينة", [0]), ("داعش بلدة", [1]), ('"بلدة هجين"', [1]),
                         ('"هجين بلدة"', []), ("النظام داعش", []), ('"مدينة دوما" هاون', [0]), ("مدنيون", [0]),
                         ("ﺩﻭﻣﺎ", [0]), ("3", [0]), ("٣", [0])):
        assert [[n for n, text in enumerate(TEXTS) if hit.snippet in text] for hit in record.search(query)] == [
            [n] for n in texts], query


def test_spans_of_hits_are_raw_offsets(record: Record) -> None:
    """A hit's spans and snippet are the raw text at their offsets."""
    added(record)
    (hit,) = record.search("دوما")
    assert [TEXTS[0][start:end] for start, end in hit.spans] == ["دوما"]
    assert TEXTS[0][hit.start:hit.end] == hit.snippet and "دوما" in hit.snippet


def test_hits_are_filtered(record: Record) -> None:
    """By publisher, however it is spelt, and by days of publication; an unknown day fits no bound."""
    added(record, sijill.load(model=None)("قصف الجيش العراقي بلدة الحويجة.", source="أخرى"))
    days = {"first": dt.date(2018, 3, 14), "last": dt.date(2018, 3, 14)}
    assert len(list(record.search("بلدة"))) == 2
    assert [hit.source for hit in record.search("بلدة", source="اخرى")] == ["أخرى"]
    assert [hit.source for hit in record.search("بلدة", **days)] == ["مثال"]
    assert not list(record.search("بلدة", first=dt.date(2018, 3, 15)))


@pytest.mark.parametrize("query", [
    'a" OR "b', "NEAR(a b, 3)", "x*", "^x", "words:x", "-", "(", "a AND", "'; DROP TABLE articles; --", "%", "\\", "ﷺ",
    "{a}", "a:b & !c | d <-> e", "\ud800", "٫", "١٫٥", "\x00a", "ـــ", "x" * 3000, "😀 دوما"])
def test_no_query_breaks_the_search(record: Record, query: str) -> None:
    """Signs that mean something to a database mean nothing in a query: no error but that it holds no word."""
    added(record)
    try:
        list(record.search(query))
    except RecordError as error:
        assert "no word" in error.what


def test_the_index_can_be_made_anew(address: str, record: Record) -> None:
    """A rebuilt index finds and verifies as the first one did."""
    added(record)
    assert record.rebuild_search() == 2
    assert len(list(record.search("بلدة"))) == 1 and verify(address).intact


def _append(address: str, number: int) -> None:
    coder = sijill.load(model=None)
    with Record.open(address, create=True) as record, record.start_run(version="test") as run:
        for i in range(10):
            run.add(coder(f"قصف الجيش العراقي بلدة الحويجة. {number} {i}", doc_id=f"{number}-{i}"))


def test_two_processes_lose_nothing(address: str) -> None:
    """Two processes that make one record and append at the same time keep every article of both."""
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_append, args=(address, n)) for n in (1, 2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    with Record.open(address) as record:
        assert record.counts().articles == 20
