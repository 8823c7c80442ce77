"""The API: lists, one thing, decisions, imports, exports and the audit, with one shape of faults."""

import csv
import hashlib
import io
import json
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import arabic_report

from sijill.ledger import INDEPENDENT
from sijill.store import Record, verify
from sijill.store.origins import archive_beside
from sijill.store.warc_file import read_member

EVERY = (
    "/api/events", "/api/articles", "/api/search?q=الحسكة", "/api/sources", "/api/actors", "/api/runs", "/api/status",
    "/api/me", "/api/map/events", "/api/map/control", "/api/imports", "/api/audit", "/api/decisions",
    "/api/lookup/actors?q=داعش", "/api/lookup/places?q=الحسكة", "/api/openapi.json")


def events(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    """The events that a filter lets pass."""
    return client.get(f"/api/events?limit=500&{query}").json()["events"]


@pytest.mark.parametrize("path", EVERY)
def test_every_list_answers(client: TestClient, path: str) -> None:
    """Each route that needs no id answers with JSON."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    answer.json()


@pytest.mark.parametrize(("path", "status", "code"), [
    ("/api/events?type=Nonsense", 422, "E200"), ("/api/events?from=2015-13-40", 422, "E200"),
    ("/api/events?limit=0", 422, "E200"), ("/api/events?min_killed=-1", 422, "E200"),
    ("/api/events?near=91,0", 422, "E200"), ("/api/events?state=closed", 422, "E200"),
    ("/api/events/ffffffffffffffff", 404, "E510"), ("/api/articles/nothing", 404, "E510"),
    ("/api/places/nowhere", 404, "E510"), ("/api/imports/7", 404, "E510"), ("/api/nothing", 404, "E510"),
    ("/api/search?q=%2C", 422, "E200"), ("/api/events?actor=NOBODY_AT_ALL", 422, "E200")])
def test_faults_have_one_shape(client: TestClient, path: str, status: int, code: str) -> None:
    """Whatever is wrong, the answer is an error with a code, what is wrong and perhaps where and what to do."""
    answer = client.get(path)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["code"] == code and error["what"]
    assert set(error) == {"code", "what", "where", "next_step"}


def test_the_queue_is_ordered_by_worth(client: TestClient) -> None:
    """Events come with the most points first, and by date where that is asked for."""
    points = [event["points"] for event in events(client)]
    assert points == sorted(points, reverse=True) and points[0] > points[-1]
    days = [event["earliest"] for event in events(client, "order=date") if event["earliest"]]
    assert days == sorted(days)


def test_filters_narrow(client: TestClient) -> None:
    """A filter lets only those events pass that are as it says, and filters together those that pass both."""
    battles, strikes = events(client, "type=Battles"), events(client, "type=Air/drone strike")
    assert battles and all(event["event_type"] == "Battles" for event in battles)
    assert strikes and all(event["sub_event_type"] == "Air/drone strike" for event in strikes)
    late = events(client, "type=Battles&from=2015-07-01")
    assert {event["event_id"] for event in late} < {event["event_id"] for event in battles}
    killed = events(client, "min_killed=10")
    assert killed and all(event["killed"] >= 10 for event in killed)


def test_a_decision_is_kept_and_undone(client: TestClient) -> None:
    """An accepted event leaves the queue; withdrawn, the decision no longer counts and the event is back."""
    first = events(client, "state=open")[0]["event_id"]
    taken = client.post("/api/decisions", json={"verb": "accept", "ids": [first]})
    assert taken.status_code == 201, taken.text
    assert first not in {event["event_id"] for event in events(client, "state=open")}
    assert first in {event["event_id"] for event in events(client, "state=done")}
    undone = client.post(f"/api/decisions/{taken.json()['decision']['id']}/withdraw")
    assert undone.status_code == 201, undone.text
    assert first in {event["event_id"] for event in events(client, "state=open")}
    assert [d["verb"] for d in client.get("/api/decisions").json()["decisions"]] == ["withdraw", "accept"]


def linked(client: TestClient, answer: Any) -> list[str]:
    """The events that the claims of a decision are in once it is linked, however long that takes."""
    assert answer.status_code == 201, answer.text
    until = time.monotonic() + 60
    while client.get("/api/status").json()["linking"]:
        assert time.monotonic() < until, "it is not linked"
        time.sleep(0.02)
    claims = answer.json()["decision"]["claims"]
    return sorted({client.get(f"/api/events/{claim}").json()["event"]["event_id"] for claim in claims})


def test_a_rejected_event_says_so(client: TestClient) -> None:
    """An event whose claims are all rejected has that status."""
    first = events(client)[0]["event_id"]
    linked(client, client.post("/api/decisions", json={"verb": "reject", "ids": [first]}))
    assert client.get(f"/api/events/{first}").json()["event"]["status"] == "rejected"


@pytest.mark.parametrize("given", [
    {"verb": "correct", "field": "killed", "value": [5, 3]}, {"verb": "correct", "field": "nothing", "value": 1},
    {"verb": "correct", "field": "place", "value": {"name": "دوما", "place_id": "x", "lat": 100}},
    {"verb": "accept", "field": "killed", "value": [1, 1]}, {"verb": "same"}, {"verb": "dance"}])
def test_a_decision_that_says_nothing_is_refused(client: TestClient, given: dict[str, Any]) -> None:
    """What no decision can say changes nothing and is answered with 422."""
    one = client.get(f"/api/events/{events(client)[0]['event_id']}").json()["event"]["claims"][0]["claim_id"]
    answer = client.post("/api/decisions", json={"ids": [one], **given})
    assert answer.status_code == 422 and answer.json()["error"]["what"]
    assert client.get("/api/decisions").json()["total"] == 0


@pytest.mark.parametrize("patience", [0.0, 60.0])
def test_a_corrected_place_moves_its_event_on_the_map(client: TestClient, monkeypatch: pytest.MonkeyPatch,
                                                      patience: float) -> None:
    """A place picked from the gazetteer gives the event its point, whether the answer waits for that or not."""
    monkeypatch.setattr("sijill.web.desk.PATIENCE", patience)
    where = client.get("/api/lookup/places?q=القامشلي").json()[0]["value"]
    assert where["lat"] is not None
    event = next(event for event in events(client) if event["claims"] == 1 and event["lat"] is not None)
    claim = client.get(f"/api/events/{event['event_id']}").json()["event"]["claims"][0]["claim_id"]
    answer = client.post("/api/decisions", json={"verb": "correct", "ids": [claim], "field": "place", "value": where})
    (now,) = linked(client, answer)
    assert not patience or (answer.json()["linked"], answer.json()["events"]) == (True, [now])
    points = client.get("/api/map/events").json()
    at = points["ids"].index(now)
    assert (points["lat"][at], points["lon"][at]) == (where["lat"], where["lon"])


def test_two_events_are_joined_and_parted(client: TestClient) -> None:
    """`same` makes one event of two, and `different` two of it again."""
    one, two = (event for event in events(client, "type=Armed clash")[:2])
    ids = [client.get(f"/api/events/{event['event_id']}").json()["event"]["claims"][0]["claim_id"]
           for event in (one, two)]
    assert len(linked(client, client.post("/api/decisions", json={"verb": "same", "ids": ids}))) == 1
    assert len(linked(client, client.post("/api/decisions", json={"verb": "different", "ids": ids}))) == 2


def test_words_of_an_article_have_meanings(client: TestClient) -> None:
    """The words of a place, an actor and a date are proposed as what they are; other words as nothing."""
    article = client.get("/api/articles?source=" + "وكالة <b>مائلة</b>").json()["articles"][0]["article_id"]
    text = client.get(f"/api/articles/{article}").json()["text"]

    def meanings(words: str, field: str) -> list[Any]:
        start = text.index(words)
        found = client.get(f"/api/articles/{article}/words?start={start}&end={start + len(words)}&field={field}").json()
        assert found["text"] == words
        return [one["value"] for one in found["meanings"]]

    assert meanings("دوما", "place")[0]["name"] == "دوما"
    assert meanings("قوات النظام السوري", "actor1")[0] == ["SYR_ARMY"]
    assert meanings("أمس", "earliest") == ["2018-03-13"]
    assert meanings("3", "killed") == [[3, 3]]
    assert meanings("بقذائف", "killed") == []


def test_the_demos_outlets_stand_in_their_camps(client: TestClient) -> None:
    """The five invented outlets count for their camps, so that an event of the demo has claims of several blocs."""
    blocs = {line["source_id"]: line["bloc"] for line in client.get("/api/sources").json() if line["source_id"]}
    assert blocs == {"DEMO_PROGOV": "syr_gov", "DEMO_KURDISH": "kurdish", "DEMO_LOCAL": "opposition",
                     "DEMO_MONITOR": INDEPENDENT, "DEMO_AGENCY": INDEPENDENT}
    told = [client.get(f"/api/events/{one['event_id']}").json()["event"]["claims"]
            for one in events(client, "limit=500") if one["claims"] > 1]
    assert any(len({claim["bloc"] for claim in claims}) > 1 for claims in told)


def test_files_are_imported(client: TestClient) -> None:
    """Files that are sent are coded, added and linked; what cannot be read is told with its own name."""
    answer = client.post("/api/imports", data={"source": "تجربة", "published": "2016-02-02"}, files=[
        arabic_report("اندلعت اشتباكات بين الجيش السوري وتنظيم داعش في مدينة تدمر اليوم، وقتل 4 جنود."),
        arabic_report("nothing but Latin letters here", "../../etc/latin.txt")])
    assert answer.status_code == 202, answer.text
    number = answer.json()["id"]
    for _ in range(100):
        now = client.get(f"/api/imports/{number}").json()
        if now["phase"] in ("done", "failed"):
            break
        time.sleep(0.1)
    assert now["phase"] == "done", now
    assert now["coded"] == 1 and now["added"] == 1 and now["events"] >= 1
    assert [one["where"] for one in now["rejected"]] == ["latin.txt"]
    article = client.get(f"/api/articles/{now['articles'][0]['article_id']}").json()
    assert article["coded"]["published"] == "2016-02-02" and article["coded"]["source"] == "تجربة"
    assert any(event["place"] and "تدمر" in event["place"] for event in events(client, "from=2016-01-01"))


def test_imported_files_are_kept_as_they_came(client: TestClient, record_path: Path) -> None:
    """The bytes of an imported file lie in the archive beside the record, under its own name, as `sijill code` does."""
    test_files_are_imported(client)
    given = "اندلعت اشتباكات بين الجيش السوري وتنظيم داعش في مدينة تدمر اليوم، وقتل 4 جنود.".encode()
    with Record.open(record_path) as record:
        ((_, (kept,)),) = record.sources(hashlib.sha256(given).hexdigest())
    assert kept.target == "file:report.txt" and kept.offset is not None
    found: list[bytes] = []
    beside = archive_beside(record_path)
    assert beside is not None
    with beside.open("rb") as stream:
        read_member(stream, kept.offset, found)
    assert b"".join(found) == given
    assert verify(record_path).intact


def test_an_export_holds_exactly_what_is_filtered(client: TestClient) -> None:
    """The rows of an export are the events of the same filter, in every format."""
    wanted = {event["event_id"] for event in events(client, "type=Battles&state=open")}
    rows = list(csv.DictReader(io.StringIO(client.get("/api/export?type=Battles&state=open").text)))
    assert {row["event_id"] for row in rows} == wanted
    lines = client.get("/api/export?type=Battles&state=open&format=jsonl").text.splitlines()
    assert {json.loads(line)["event_id"] for line in lines} == wanted
    package = client.get("/api/export?format=datapackage&coding=acled")
    assert "datapackage.json" in zipfile.ZipFile(io.BytesIO(package.content)).namelist()
    for name in ("geojson", "hxl", "prov", "webannotation"):
        assert client.get(f"/api/export?format={name}").status_code == 200


def test_the_audit_proves_the_record(client: TestClient) -> None:
    """The audit says that the record is as it was written."""
    done = client.post("/api/audit", json={}).json()
    assert done["found"]["intact"] is True
    wrong = client.post("/api/audit", json={"expect": "0" * 64}).json()
    assert wrong["found"]["intact"] is False


def test_search_finds_words_however_spelt(client: TestClient) -> None:
    """A word is found without its marks and with what is attached to it, and its offsets are those of the text."""
    hit = client.get("/api/search?q=النشوه").json()["hits"][0]
    text = client.get(f"/api/articles/{hit['article_id']}").json()["text"]
    assert all("نشوة" in text[span["start"]:span["end"]] for span in hit["spans"])
    assert text[hit["start"]:].startswith(hit["snippet"])
