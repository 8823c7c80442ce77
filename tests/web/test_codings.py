"""Blind coding through the API and the pages: nobody sees another's coding early, and steps are checked."""

import re
import time
from typing import Any

import pytest
from fastapi.testclient import TestClient


def as_coder(client: TestClient, name: str) -> TestClient:
    answer = client.post("/codings/name", data={"name": name}, follow_redirects=False)
    assert answer.status_code == 303
    return client


def given(client: TestClient, start: str = "machine") -> dict[str, Any]:
    """The extra report, given to two people."""
    lines = client.get("/api/articles?limit=500").json()["articles"]
    article = next(one for one in lines if one["doc_id"] == "extra-1")
    answer = client.post("/api/codings", json={"article_id": article["article_id"], "coders": ["ليلى", "Omar"],
                                               "start": start})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def step(client: TestClient, key: str, verb: str, **more: Any) -> dict[str, Any]:
    answer = client.post(f"/api/codings/{key}/steps", json={"verb": verb, **more})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def differing(client: TestClient) -> str:
    """Both finish, who differ on the dead."""
    key: str = given(client)["id"]
    coding = as_coder(client, "Omar").get(f"/api/codings/{key}").json()
    unit = coding["events"][0]["unit"]
    step(client, key, "set", unit=unit, field="killed", value={"value": [4, 4]})
    step(client, key, "finish")
    step(as_coder(client, "ليلى"), key, "finish")
    return key


def test_nobody_sees_the_coding_of_another_until_all_have_finished(client: TestClient) -> None:
    """Neither route nor page tells one coder, or the reviewer, what another has coded, until both are done."""
    key = given(client, "nothing")["id"]
    coding = as_coder(client, "Omar").get(f"/api/codings/{key}").json()
    assert coding["events"] == [] and coding["coder"] == "Omar"
    at = coding["text"].index("قصفت")
    mine = step(client, key, "add", value={"start": at, "end": at + 4, "sub_event_type": "Chemical weapon"})
    assert mine["events"][0]["values"]["sub_event_type"]["value"] == "Chemical weapon"
    step(client, key, "finish")
    article = coding["assignment"]["article_id"]
    for name in ("ليلى", "reviewer"):
        as_coder(client, name)
        own = client.get(f"/api/codings/{key}")
        assert own.status_code == (200 if name == "ليلى" else 403)
        assert "Chemical weapon" not in own.text
        assert client.get(f"/api/codings/{key}/settlement").status_code == 403
        assert client.post(f"/api/codings/{key}/settlement", json={"unit": "x", "value": True}).status_code == 403
        assert client.post(f"/api/codings/{key}/close").status_code == 403
        assert client.get(f"/codings/{key}/settle").status_code == 403
        assert client.get("/api/agreement").json()["articles"] == 0
        assert "Chemical weapon" not in client.get("/api/codings").text
        for path in ("/codings", "/agreement"):
            assert "Chemical weapon" not in client.get(path).text.partition("</main>")[0].partition("<main")[2]
    # nor does the article's page show what the machine read to one who codes from nothing
    as_coder(client, "ليلى")
    assert client.get(f"/articles/{article}", follow_redirects=False).headers["location"] == f"/codings/{key}"
    step(client, key, "finish")
    assert "Chemical weapon" in client.get(f"/api/codings/{key}/settlement").text
    assert client.get("/api/agreement").json()["articles"] == 1
    assert client.get(f"/articles/{article}", follow_redirects=False).status_code == 200


def test_steps_that_cannot_be_taken_are_refused(client: TestClient) -> None:
    """Words beyond the text, values that cannot be, others' events and steps after the end change nothing."""
    key = given(client)["id"]
    coding = as_coder(client, "Omar").get(f"/api/codings/{key}").json()
    unit, length = coding["events"][0]["unit"], len(coding["text"])
    for given_step in (
            {"verb": "add", "value": {"start": 0, "end": length + 1, "sub_event_type": "Attack"}},
            {"verb": "add", "value": {"start": 0, "end": 4}}, {"verb": "add"},
            {"verb": "add", "value": {"start": 0, "end": 4, "sub_event_type": "Party"}},
            {"verb": "set", "unit": "gone", "field": "killed", "value": {"value": [1, 1]}},
            {"verb": "set", "unit": unit, "field": "killed", "value": {"value": [3, 1]}},
            {"verb": "set", "unit": unit, "field": "weapon", "value": {"value": "x"}},
            {"verb": "set", "unit": unit, "field": "sub_event_type", "value": None},
            {"verb": "set", "unit": unit}, {"verb": "drop"}, {"verb": "undo"}, {"verb": "reopen"}, {"verb": "close"}):
        answer = client.post(f"/api/codings/{key}/steps", json=given_step)
        assert answer.status_code == 422 and answer.json()["error"]["code"], given_step
    assert client.get(f"/api/codings/{key}").json() == coding
    step(client, key, "set", unit=unit, field="killed", value={"value": [9, 9], "start": 0, "end": 4})
    assert step(client, key, "undo")["events"] == coding["events"]
    step(client, key, "finish")
    late = client.post(f"/api/codings/{key}/steps", json={"verb": "drop", "unit": unit})
    assert late.status_code == 403
    step(client, key, "reopen")
    assert step(client, key, "drop", unit=unit)["events"] == []
    assert as_coder(client, "nobody").post(f"/api/codings/{key}/steps", json={"verb": "finish"}).status_code == 403
    assert client.get("/api/codings/gone").status_code == client.get("/codings/gone").status_code == 404


def test_articles_are_given_to_two_or_more(client: TestClient) -> None:
    """One person twice, no name, too many, or an article that is not here, is refused in the one shape."""
    article = client.get("/api/articles").json()["articles"][0]["article_id"]
    for coders, where in ((["a", "a "], article), (["a", "\u202e"], article), (["a", "b"], "gone")):
        answer = client.post("/api/codings", json={"article_id": where, "coders": coders})
        assert answer.status_code in (404, 422) and answer.json()["error"]["next_step"]
    assert client.post("/codings", data={"article_id": article, "coders": "ليلى، Omar, نور"}).status_code == 200
    assert list(client.get("/api/codings").json()[0]["coders"]) == ["ليلى", "Omar", "نور"]


def test_differences_are_settled_into_decisions(client: TestClient) -> None:
    """What is left open cannot be ended; what was settled corrects the claim under the reviewer's name, once."""
    key = differing(client)
    now = client.get(f"/api/codings/{key}/settlement").json()
    (event,) = now["events"]
    assert now["open"] == 1 and [name for name, one in event["fields"].items() if one["disputed"]] == ["killed"]
    assert client.post(f"/api/codings/{key}/close").status_code == 409
    for answer in ({"unit": "gone", "value": True}, {"unit": event["unit"], "value": "yes"},
                   {"unit": event["unit"], "field": "killed", "value": {"value": [4, 1]}}):
        assert client.post(f"/api/codings/{key}/settlement", json=answer).status_code == 422
    after = client.post(f"/api/codings/{key}/settlement", json={
        "unit": event["unit"], "field": "killed", "value": {"value": [4, 4]}}).json()
    assert after["open"] == 0 and after["settled"][0]["values"]["killed"]["value"] == [4, 4]
    closed = client.post(f"/api/codings/{key}/close").json()["decisions"]
    assert [(one["verb"], one["field"], one["value"]) for one in closed] == [
        ("correct", "killed", [4, 4]), ("accept", None, None)]
    assert all(one["note"] == f"settled: {key}" for one in closed)
    assert {one["id"] for one in client.get("/api/decisions").json()["decisions"]} == {one["id"] for one in closed}
    assert client.post(f"/api/codings/{key}/close").status_code == 409
    assert client.post(f"/api/codings/{key}/settlement", json={
        "unit": event["unit"], "value": False}).status_code == 403
    killed = next(one for one in client.get("/api/agreement").json()["fields"] if one["field"] == "killed")
    assert killed["observed"] == 0 and killed["kappas"][0][0] == ["Omar", "ليلى"]
    assert client.get("/api/codings").json()[0]["settled_by"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages_of_coding_are_drawn(client: TestClient, language: str) -> None:
    """The pages show the codings in both languages, and a name that is markup as text."""
    client.cookies.set("sijill_language", language)
    assert client.get("/codings").status_code == client.get("/agreement").status_code == 200
    key = differing(client)
    for path in ("/codings", f"/codings/{key}", f"/codings/{key}/settle", "/agreement",
                 f"/agreement?article={client.get('/api/codings').json()[0]['article_id']}"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "Omar" in answer.text or path == f"/codings/{key}"
        assert not re.search(r"<b>مائلة", answer.text)


def found_by_people(client: TestClient, kind: str, **more: Any) -> str:
    """Two people code an event at a place that nobody has read, and agree on it; the id of the assignment."""
    key: str = given(client, "nothing")["id"]
    place = {"name": "دوما", "place_id": "x:duma", "kind": "city", "lat": 33.57, "lon": 36.4, "radius_km": 4.0,
             "geo_precision": 1, "chain": [], "score": 1.0, "alternatives": [], "reasons": []}
    for name in ("Omar", "ليلى"):
        as_coder(client, name)
        unit = step(client, key, "add", value={"start": 0, "end": 4, "sub_event_type": kind})["events"][0]
        for field, value in {"place": place, **more}.items():
            step(client, key, "set", unit=unit["unit"], field=field, value={"value": value})
        step(client, key, "finish")
    as_coder(client, "reviewer")
    assert client.post(f"/api/codings/{key}/close").status_code == 201
    return key


def test_a_taking_that_people_settled_counts_for_control(client: TestClient) -> None:
    """Who took a place by what two coders agreed on is likeliest to hold it, on the map of control too."""
    def held() -> dict[str, str]:
        for _ in range(600):
            found = client.get("/api/map/control?step=1&from=2018-03-14&to=2018-03-14").json()
            if found["ready"] and not found["renewing"]:
                return {one["key"]: found["states"][one["holder"][0]] for one in found["places"]}
            time.sleep(0.05)
        raise AssertionError("not within 30 seconds")

    assert "x:duma" not in held()
    found_by_people(client, "Non-state actor overtakes territory", actor1=["JAYSH_ISLAM"], latest="2018-03-13",
                    earliest="2018-03-13")
    assert held()["x:duma"] == "JAYSH_ISLAM"


def test_an_event_that_only_people_found_is_on_the_map_and_in_exports(client: TestClient) -> None:
    """Once settled it is a point of the map and a row of an export, and the page of the settlement asks nothing."""
    key = found_by_people(client, "Chemical weapon")
    points = client.get("/api/map/events?type=Chemical weapon").json()
    assert (points["lat"], points["lon"]) == ([33.57], [36.4])
    assert "Chemical weapon" in client.get("/api/export?type=Chemical weapon").text
    client.cookies.set("sijill_language", "en")
    assert "coded by people" in client.get(f"/events/{points['ids'][0]}").text
    assert client.get(f"/codings/{key}/settle").status_code == 200
