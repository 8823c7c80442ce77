"""The words that a coder marks for a corrected value: checked, kept, drawn, quoted and exported."""

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.web.test_api import linked
from tests.web.test_drawing import plain

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين."


@pytest.fixture
def claim(client: TestClient) -> dict[str, Any]:
    """The one claim of an article that nobody else tells."""
    (hit,) = client.get("/api/search?q=دوما").json()["hits"]
    article = client.get(f"/api/articles/{hit['article_id']}").json()
    assert article["text"] == TEXT
    (event,) = article["coded"]["events"]
    return {"id": event["event_id"], "article": hit["article_id"], "event": event}


def words(text: str) -> dict[str, Any]:
    """Words of the article as the page sends them."""
    return {"start": TEXT.index(text), "end": TEXT.index(text) + len(text), "text": text}


def correct(client: TestClient, claim: dict[str, Any], field: str, value: Any, said: dict[str, Any] | None) -> Any:
    """The answer to a correction."""
    return client.post("/api/decisions", json={
        "verb": "correct", "ids": [claim["id"]], "field": field, "value": value, "words": said})


def marked(client: TestClient, claim: dict[str, Any], field: str) -> str:
    """The words of a field that the article's page colours."""
    page = client.get(f"/articles/{claim['article']}").text
    pieces = re.findall(r'<span class="w w-[^"]*" data-at="\d+" data-marks="([^"]*)">(.*?)</span>', page)
    return "".join(text for marks, text in pieces if f"{claim['id']}/{field}/" in marks)


def test_marked_words_are_the_evidence(client: TestClient, claim: dict[str, Any]) -> None:
    """The article colours the corrected words and no longer the old ones; event, JSON and annotations give them."""
    assert marked(client, claim, "places") == claim["event"]["places"][0]["text"] == "دوما"
    linked(client, correct(client, claim, "place", "حي المدفعية", words("مدينة")))
    assert marked(client, claim, "places") == "مدينة"
    page = client.get(f"/events/{claim['id']}").text
    cell = next(row for row in re.findall(r"<tr>.*?</tr>", page, re.S) if "حي المدفعية" in row and "w-places" in row)
    assert re.search(r'class="w on w-places">مدينة</small>', cell) and "دوما" not in cell
    for language in ("ar", "en"):
        client.cookies.set("sijill_language", language)
        history = plain(client.get(f"/events/{claim['id']}").text).partition('class="history"')[2]
        # what the machine had read stays in the history
        assert "حي المدفعية «مدينة»" in history and "«دوما»" in history
    (told,) = client.get(f"/api/events/{claim['id']}").json()["event"]["claims"]
    assert [(one["start"], one["end"], one["text"]) for one in told["evidence"] if one["field"] == "places"] == [
        (*[words("مدينة")[at] for at in ("start", "end")], "مدينة")]
    notes = json.loads(client.get("/api/export?format=webannotation&place=حي المدفعية").text)["first"]["items"]
    places = [one["target"]["selector"] for one in notes if one["body"][0]["value"].startswith("places=")]
    assert [(at["start"], at["end"], quote["exact"]) for at, quote in places] == [
        (words("مدينة")["start"], words("مدينة")["end"], "مدينة")]


def test_a_correction_without_words_leaves_none_coloured(client: TestClient, claim: dict[str, Any]) -> None:
    """What the machine read is no evidence of what a person says; once withdrawn it is coloured again."""
    answer = correct(client, claim, "place", "حي المدفعية", None)
    linked(client, answer)
    assert marked(client, claim, "places") == ""
    client.post(f"/api/decisions/{answer.json()['decision']['id']}/withdraw")
    assert marked(client, claim, "places") == "دوما"


@pytest.mark.parametrize("said", [
    {"start": 0, "end": 4, "text": "دوما"}, {"start": 60, "end": 5000, "text": "x"},
    {"start": 4, "end": 4, "text": "x"},
    {"start": -4, "end": 4, "text": "قصفت"}, {"start": 0, "end": 4}, {"start": 0.5, "end": 4, "text": "قصفت"}])
def test_words_that_are_not_there_are_refused(client: TestClient, claim: dict[str, Any], said: dict[str, Any]) -> None:
    """Offsets beyond the article, or at which other words stand, make no decision."""
    answer = correct(client, claim, "place", "دوما", said)
    assert answer.status_code in (404, 422) and answer.json()["error"]["code"] in ("E510", "E200"), answer.text
    assert client.get("/api/decisions").json()["total"] == 0


def test_words_are_kept_with_the_decision(client: TestClient, claim: dict[str, Any]) -> None:
    """The decision's value is the value alone, beside the words; a verdict that corrects nothing rests on no words."""
    taken = correct(client, claim, "killed", [3, 3], words("3")).json()["decision"]
    assert (taken["value"], taken["words"]) == ([3, 3], words("3"))
    assert client.get("/api/decisions").json()["decisions"] == [taken]
    refused = client.post("/api/decisions", json={"verb": "accept", "ids": [claim["id"]], "words": words("3")})
    assert refused.status_code == 422


def test_weapon_and_speaker_are_corrected_as_other_fields(client: TestClient, claim: dict[str, Any]) -> None:
    """Both have a pencil; a weapon is words of the article, a speaker of a kind; either may be said to be none."""
    page = client.get(f"/articles/{claim['article']}").text
    assert 'data-field="weapon"' in page and marked(client, claim, "weapon") == "قذائف الهاون"
    assert correct(client, claim, "weapon", "الهاون", None).status_code == 422
    linked(client, correct(client, claim, "weapon", "الهاون", words("الهاون")))
    linked(client, correct(client, claim, "attribution", "monitor", words("النظام")))
    assert marked(client, claim, "weapon") == "الهاون" and marked(client, claim, "attribution") == "النظام"
    event = client.get(f"/api/events/{claim['id']}").json()["event"]
    assert event["weapon"] == "الهاون"
    assert [one["kind"] for one in event["claims"][0]["attribution"]] == ["monitor"]
    for language, said in (("ar", ("السلاح: ", "القائل: مرصد")), ("en", ("weapon: ", "who says: monitor"))):
        client.cookies.set("sijill_language", language)
        shown = plain(client.get(f"/events/{claim['id']}").text).partition('class="history"')[2]
        history = re.sub("<[^>]*>", "", shown)
        assert f"{said[0]}الهاون «الهاون»" in history and f"{said[1]} «النظام»" in history
        assert 'data-field="attribution"' in client.get(f"/articles/{claim['article']}").text
    linked(client, correct(client, claim, "weapon", None, None))
    assert client.get(f"/api/events/{claim['id']}").json()["event"]["weapon"] is None


def test_the_pencil_of_days_begins_with_the_first(client: TestClient, claim: dict[str, Any]) -> None:
    """Beside a time it corrects the first day where that is known, and else the last."""
    assert 'data-field="earliest"' in client.get(f"/articles/{claim['article']}").text
    linked(client, correct(client, claim, "earliest", None, None))
    page = client.get(f"/articles/{claim['article']}").text
    assert 'data-field="latest"' in page and 'data-field="earliest"' not in page
