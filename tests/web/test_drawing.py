"""The pages: each in both languages, with every text there, and no text of an article as markup."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sijill.errors import DataError
from sijill.resources import table
from sijill.web.lookups import blocs, event_types
from sijill.web.pages.drawing import said_value
from sijill.web.texts import Words, plural, texts

WEB = Path(__file__).resolve().parents[2] / "src" / "sijill" / "web"
PAGES = ("/", "/map", "/articles", "/search?q=الحسكة", "/sources", "/actors", "/import", "/export", "/audit",
         "/decisions", "/codings", "/agreement")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_drawn_in_both_languages(client: TestClient, path: str, language: str) -> None:
    """A page says its language, and its direction on the body, where the map does not stumble over it."""
    client.cookies.set("sijill_language", language)
    answer = client.get(path)
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.text
    assert f'<body dir="{"rtl" if language == "ar" else "ltr"}"' in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_a_corrected_place_is_said_by_its_name() -> None:
    """A decision's place, kept as JSON, is shown as its name; other values are shown as they are."""
    assert said_value('{"place_id": "x", "name": "غويران", "chain": []}') == "غويران"
    assert (said_value("2015-06-25"), said_value(None)) == ("2015-06-25", "")


def test_what_is_done_to_a_claim_stands_under_it(client: TestClient) -> None:
    """Below the claims of an event each column has its own buttons, in a row of the table like the others."""
    cards = client.get("/api/events?limit=60").json()["events"]
    pages = (client.get(f"/events/{card['event_id']}").text for card in cards)
    rows = next(rows for rows in (re.findall(r"<tr[^>]*><td></td>(?:<td data-claims.*?</td>)+</tr>", page, re.S)
                                  for page in pages) if rows and rows[0].count("data-claims") > 1)
    assert rows[0].startswith("<tr><td></td>")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages_of_one_thing_are_drawn(client: TestClient, language: str) -> None:
    """The pages of an event, an article and a place show them."""
    client.cookies.set("sijill_language", language)
    for card in client.get("/api/events?limit=60").json()["events"][::6]:
        event = client.get(f"/api/events/{card['event_id']}").json()["event"]
        assert client.get(f"/events/{card['event_id']}").status_code == 200
        assert client.get(f"/events/{card['event_id']}/brief").status_code == 200
        assert client.get(f"/articles/{event['claims'][0]['article_id']}").status_code == 200
        if card["place_id"]:
            assert card["place"] in client.get(f"/places/{card['place_id']}").text


def test_arabic_comes_first_and_a_choice_is_remembered(client: TestClient) -> None:
    """Without a choice the pages are Arabic; the one control changes that until it is used again."""
    assert '<html lang="ar"' in client.get("/").text
    answer = client.post("/settings", data={"setting": "language", "value": "en", "back": "/map"})
    assert answer.url.path == "/map" and '<html lang="en"' in answer.text
    assert '<html lang="en"' in client.get("/").text


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_a_choice_leads_back_to_this_application_only(client: TestClient, back: str) -> None:
    """The page that a choice returns to is never another site's."""
    answer = client.post("/settings", data={"setting": "theme", "value": "dark", "back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_name_is_never_markup(client: TestClient) -> None:
    """Markup in the name of an outlet is shown as it is written, wherever the name stands."""
    article = next(one for one in client.get("/api/articles").json()["articles"] if "<b>" in (one["source"] or ""))
    for path in ("/sources", f"/articles/{article['article_id']}", "/articles", "/?state=all&from=2018-01-01"):
        page = client.get(path).text
        assert "<b>مائلة" not in page and "&lt;b&gt;مائلة" in page, path


def test_faults_are_pages_for_people_and_json_for_programs(client: TestClient) -> None:
    """Who asks for a page gets one that says what is wrong; who asks for JSON gets the one shape."""
    page = client.get("/events/nothing", headers={"accept": "text/html"})
    assert page.status_code == 404 and "<main" in page.text and "E510" in page.text
    assert client.get("/api/events/nothing", headers={"accept": "text/html"}).json()["error"]["code"] == "E510"


def test_every_text_that_is_used_is_there() -> None:
    """Each key in templates, code and scripts is in the table, and each Arabic text has Arabic letters."""
    used: set[str] = set()
    for path in [*(WEB / "templates").glob("*.html"), *WEB.rglob("*.py")]:
        used |= set(re.findall(r"words\([\"']([a-z_.0-9A-Z]+)[\"'](?! ~)", path.read_text("utf-8")))
    for path in (WEB / "static" / "js").glob("*.js"):
        used |= set(re.findall(r"text\(\"([a-z_.A-Z]+)\"", path.read_text("utf-8")))
    assert len(used) > 100
    assert used - set(texts("en")) == {"key"}, "a text is used that is not there (`key` is the example of a docstring)"
    for key, text in texts("ar").items():
        assert re.search("[\u0620-\u064a]", text) or key.startswith(("format.", "language.")), key
    parts = re.compile(r"\{(\w+)\}")
    for row in [row for name in ("interface.tsv", "interface-coding.tsv") for row in table(name, ("key", "en", "ar"))]:
        assert sorted(parts.findall(row["en"])) == sorted(parts.findall(row["ar"])), row["key"]


def test_types_and_camps_have_names() -> None:
    """Each event type, sub-event type and camp is named in both languages."""
    for kind, values in (("event_type", event_types()), ("bloc", blocs()),
                         ("type", [one for group in event_types().values() for one in group])):
        for value in values:
            assert f"{kind}.{value}" in texts("ar"), value
    assert Words("en").actor("SYR_ARMY") != "SYR_ARMY" != Words("ar").actor("SYR_ARMY")
    assert Words("en").actor("NEW:Some_Brigade") == "Some Brigade"


def test_nouns_have_the_form_that_their_number_asks() -> None:
    """One, two, few and many are told apart where the words are, and a text without forms serves every number."""
    assert [plural(number, "ar") for number in (0, 1, 2, 3, 10, 11, 99, 100, 103, 111)] == [
        "other", "one", "two", "few", "few", "many", "many", "other", "few", "many"]
    assert [plural(number, "en") for number in (0, 1, 2, 11)] == ["other", "one", "other", "other"]
    assert "1 article that" in Words("en")("agreement.lead", number=1)
    assert len({Words("ar")("agreement.lead", number=number).replace(str(number), "") for number in (1, 2, 3, 11)}) == 4
    assert Words("en")("queue.count", number=1) == "1 event" and Words("en")("queue.count", number=2) == "2 events"


def test_the_page_of_a_fault_comes_up_without_the_texts(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the very words of the pages cannot be read, the fault is told on a page without them."""
    def broken(language: str) -> None:
        raise DataError("its checksum is not the manifest's: <b>", where="interface.tsv")

    monkeypatch.setattr("sijill.web.texts.texts", broken)
    monkeypatch.setattr("sijill.web.pages.drawing.texts", broken)
    for path in ("/", "/events/nothing"):
        answer = client.get(path, headers={"accept": "text/html"})
        assert answer.status_code >= 400 and answer.headers["content-type"].startswith("text/html")
        assert "<h1>" in answer.text and "<b>" not in answer.text
    assert "interface.tsv" in client.get("/", headers={"accept": "text/html"}).text
