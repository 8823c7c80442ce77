"""The pages: each in both languages, with every text there, and no text of an article as markup."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.test_api import linked

from sijill.errors import DataError
from sijill.grounding.tables import own_places
from sijill.link.outlets import blocs
from sijill.resources import table, toml
from sijill.web.lookups import event_types
from sijill.web.texts import TEXT_TABLES, Words, plural, texts

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


def test_what_was_decided_is_said_in_words(client: TestClient) -> None:
    """A corrected value is shown as the page's language says it, never as the JSON that keeps it."""
    one = client.get("/api/events").json()["events"][0]
    claim = client.get(f"/api/events/{one['event_id']}").json()["event"]["claims"][0]["claim_id"]
    where = client.get("/api/lookup/places?q=القامشلي").json()[0]["value"]
    for field, value in (("place", where), ("sub_event_type", "Armed clash"), ("actor1", ["SYR_ARMY"]),
                         ("killed", [3, None]), ("latest", None), ("earliest", "2015-06-25")):
        given = {"verb": "correct", "ids": [claim], "field": field, "value": value}
        assert client.post("/api/decisions", json=given).status_code == 201
    shown = {}
    for language in ("ar", "en"):
        client.cookies.set("sijill_language", language)
        page = client.get("/decisions").text
        shown[language] = [plain(one) for one in re.findall(r'<bdi class="value">(.*?)</bdi>', page)][::-1]
        assert not re.search(r'<a [^>]*href="/"[^>]*aria-current', page)
    army = {language: Words(language).actor("SYR_ARMY") for language in ("ar", "en")}
    assert shown["ar"][1:] == ["اشتباك مسلح", army["ar"], "3 على الأقل", "غير معروف", "2015-06-25"]
    assert shown["en"][1:] == ["Armed clash", army["en"], "at least 3", "unknown", "2015-06-25"]
    assert shown["ar"][0].startswith("القامشلي") and re.match("(Al )?Qamishl", shown["en"][0]), shown


def plain(text: str) -> str:
    """A text without the characters that keep directions apart."""
    return re.sub("[\u2066-\u2069]", "", text)


def test_days_run_in_the_direction_of_the_page() -> None:
    """Of a range the first day is first to a reader of either language, wherever it stands; a day is never turned."""
    rtl, ltr, end = "\u2067", "\u2066", "\u2069"
    range_of = f"{{}}{ltr}2015-06-25{end} – {ltr}2015-06-27{end}{end}"
    assert Words("ar").days("2015-06-25", "2015-06-27") == range_of.format(rtl)
    assert Words("en").days("2015-06-25", "2015-06-27") == range_of.format(ltr)
    for language in ("ar", "en"):
        words = Words(language)
        assert words.days("2015-06-25", "2015-06-25") == f"{ltr}2015-06-25{end}"
        assert f"{ltr}2015-06-25{end}" in words.days(None, "2015-06-25") != words.days("2015-06-25", None)
        assert words.days(None, None) == words("event.no_day")
    assert [plain(Words("ar").numbers(*one)) for one in ((3, 3), (3, 5), (3, None), (None, 5), (None, None))] == [
        "3", "3 – 5", "3 على الأقل", "5 على الأكثر", "?"]


def test_places_have_english_names_on_english_pages(client: TestClient) -> None:
    """A place that the gazetteer names in English is named so beside its Arabic; one it does not stays Arabic."""
    found = client.get("/api/lookup/places?q=القامشلي").json()[0]["value"]
    assert re.match("(Al )?Qamishl", Words("en").place(found["name"], found["place_id"]))
    assert Words("ar").place(found["name"], found["place_id"]) == found["name"]
    # where only what contains it is known, a place keeps its own name
    assert Words("en").place("مزرعة بعيدة", found["place_id"]) == "مزرعة بعيدة"
    assert Words("en").place("قامشلو البعيدة", None) == "قامشلو البعيدة"
    client.cookies.set("sijill_language", "en")
    page = client.get("/?state=all&place=صرين").text
    named = r'<a class="place" [^>]*><bdi>[A-Za-z\' -]+</bdi> <small lang="ar" dir="rtl">صرين</small></a>'
    assert re.search(named, page)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_side_is_told_once_of_an_event(client: TestClient, language: str) -> None:
    """What an event's claims differ on stands once in its summary, with all their readings."""
    client.cookies.set("sijill_language", language)
    disputed = 0
    for card in client.get("/api/events?limit=60").json()["events"]:
        page = client.get(f"/events/{card['event_id']}").text
        summary = page[page.index('<dl class="facts">'):page.index("</dl>")]
        names = re.findall("<dt>(.*?)</dt>", summary)
        assert len(names) == len(set(names)), names
        disputed += '<div class="dissent"><dt>' + Words(language)("field.actor1") in summary
    assert disputed


def test_what_claims_differ_on_is_marked(client: TestClient) -> None:
    """A place and a day that are not the event's are marked in the claim that gives them, and in no other."""
    one = max(client.get("/api/events?limit=500").json()["events"], key=lambda e: e["claims"])
    claim = client.get(f"/api/events/{one['event_id']}").json()["event"]["claims"][0]["claim_id"]
    where = client.get("/api/lookup/places?q=القامشلي").json()[0]["value"]
    for field, value in (("place", where), ("latest", "2011-01-02"), ("earliest", "2011-01-02")):
        linked(client, client.post("/api/decisions", json={
            "verb": "correct", "ids": [claim], "field": field, "value": value}))
    client.cookies.set("sijill_language", "en")
    page = client.get(f"/events/{one['event_id']}").text
    for field in ("place", "time"):
        (row,) = [row for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.S) if f">{field}</th>" in row]
        cells = re.findall(r'<td class="([^"]*)">(.*?)</td>', row, re.S)
        assert len(cells) == one["claims"] >= 3
        assert [kind for kind, text in cells if "Qamishl" in text or "2011-01-02" in text] == ["differs"], row


def test_days_are_asked_for_as_they_are_kept(client: TestClient) -> None:
    """No field leaves the form of a day to the browser's language."""
    for path in PAGES:
        page = client.get(path).text
        assert 'type="date"' not in page
        assert page.count("YYYY-MM-DD") == len(re.findall('name="(?:from|to|published)"', page)) + (
            '<template id="day-field">' in page)


def test_what_is_done_to_a_claim_stands_under_it(client: TestClient) -> None:
    """Below the claims of an event each column has the buttons of its own claim, in a row like the others."""
    several = [card for card in client.get("/api/events?limit=60").json()["events"] if card["claims"] > 1]
    assert several
    for card in several:
        page = client.get(f"/events/{card['event_id']}").text
        heads = re.findall(r'<th scope="col"[^>]*data-claim="(\w+)"', page)
        row = re.search(r"<tr><td></td>((?:<td data-claims.*?</td>)+)</tr>", re.sub(r">\s+<", "><", page), re.S)
        assert row, "the row begins with a cell under the names of the fields"
        cells = re.findall(r'<td data-claims="(\w+)">(.*?)</td>', row[1], re.S)
        assert [claim for claim, _ in cells] == heads and len(heads) == card["claims"]
        for claim, buttons in cells:
            assert re.findall(r'data-do="(\w+)"', buttons) == ["accept", "reject", "correct", "split"]
            assert re.findall(r'data-claim="(\w+)"', buttons) == [claim, claim]


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
    assert used <= set(texts("en")), "a text is used that is not there"
    for key, text in texts("ar").items():
        assert re.search("[\u0620-\u064a]", text) or key.startswith(("format.", "language.")) or ":" in text, key
    parts = re.compile(r"\{(\w+(?::\w+)?)\}")
    for row in [row for name in TEXT_TABLES for row in table(name, ("key", "en", "ar"))]:
        assert sorted(parts.findall(row["en"])) == sorted(parts.findall(row["ar"])), row["key"]


def test_what_ties_claims_is_said_in_words() -> None:
    """Each feature and each way to agree that the weights of linking know has a name in both languages."""
    for feature, levels in toml("link_weights.toml").items():
        for level in levels:
            explained = feature if feature == "prior" else f"{feature}: {level}"
            assert f"link.{feature}" in texts("ar"), feature
            assert level.isdigit() or feature == "prior" or f"level.{level}" in texts("ar"), level
            assert "_" not in Words("en").agreement(explained)
            assert not re.search("[A-Za-z]", Words("ar").agreement(explained))


def test_what_is_proposed_is_said_in_the_language_of_the_page(client: TestClient) -> None:
    """Places and actors that are looked up have names and kinds of the page's language; a filter is given the id."""
    named = {kind for kinds in toml("grounding.toml")["classes"].values() for kind in kinds}
    named |= {place.kind for place in own_places()}
    assert {f"kind.{kind}" for kind in named} <= set(texts("ar"))
    shown = {}
    for language in ("ar", "en"):
        client.cookies.set("sijill_language", language)
        place, *_, bare = client.get("/api/lookup/places?q=القامشلي").json()
        actor = client.get("/api/lookup/actors?q=داعش").json()[0]
        assert bare["value"] == bare["label"] == "القامشلي" and bare["detail"] == Words(language)("correct.bare")
        assert actor["value"] == ["IS"] and actor["label"] == Words(language).actor("IS")
        shown[language] = f"{place['label']} {place['detail']}"
    assert not re.search("[A-Za-z]", shown["ar"]) and "مدينة" in shown["ar"]
    assert re.search("Qamishl.*القامشلي.*city.*Syria", shown["en"])


def test_faults_are_told_in_the_language_of_the_page(client: TestClient) -> None:
    """Every code that an import, a decision or a page can meet has a sentence in both languages; pages show it."""
    codes = {code for path in [*WEB.rglob("*.py"), *(WEB.parent / "acquire").glob("*.py"),
                               *(WEB.parent / "store").glob("*.py"), WEB.parent / "errors.py"]
             for code in re.findall(r'code\s*=\s*"(E\d+)"', path.read_text("utf-8"))}
    fetched = {"E000", "E318", "E319", "E320"}
    assert len(codes) > 25 and codes - {key.removeprefix("fault.") for key in texts("ar")} == fetched
    for language in ("ar", "en"):
        client.cookies.set("sijill_language", language)
        for path, code in (("/events/nothing", "E510"), ("/nothing", "E510"), ("/?actor=nobody", "E200"),
                           ("/?from=yesterday", "E200")):
            page = client.get(path, headers={"accept": "text/html"}).text
            assert f'<p class="trouble" role="alert">{texts(language)["fault." + code]}</p>' in page, path
        assert texts(language)["fault.E200"] in client.get("/search?q=%22").text
    assert Words("ar").fault("E399") == texts("ar")["fault.E300"] and Words("ar").fault("E999") == texts("ar")["fault"]


def test_an_empty_list_says_why(client: TestClient) -> None:
    """A filter that lets nothing pass is told from a record that holds nothing."""
    assert Words("ar")("articles.filtered") in client.get("/articles?source=nobody").text
    assert Words("ar")("articles.none") not in client.get("/articles?source=nobody").text


def test_an_actor_is_found_by_a_name(client: TestClient) -> None:
    """The filter takes an actor's name or alias in either language as it takes the id; of none it says so."""
    for actor, names in {"IS": ("تنظيم الدولة الإسلامية", "is", Words("en").actor("IS")),
                         "YPG": ("وحدات حماية الشعب", "وحدات حماية الشعب الكردية", "ypg")}.items():
        by_id = client.get(f"/api/events?actor={actor}&limit=500").json()
        assert by_id["events"]
        for name in names:
            assert client.get("/api/events", params={"actor": name, "limit": 500}).json() == by_id, name
    # an alias that several share is nobody's alone
    for name in ("nobody", "داعش"):
        assert client.get("/api/events", params={"actor": name}).status_code == 422


def test_a_place_is_found_by_its_english_name(client: TestClient) -> None:
    """The filter takes a place as English pages name it, with or without its article and kind."""
    by_arabic = client.get("/api/events?place=الحسكة&limit=500").json()
    assert by_arabic["events"]
    for name in ("Hasakah", "al-Hasakah", "Al Hasakah", "hasakah governorate"):
        assert client.get("/api/events", params={"place": name, "limit": 500}).json() == by_arabic, name
    assert client.get("/api/events?place=West Nashwa").json() == client.get("/api/events?place=النشوة الغربية").json()
    assert client.get("/api/events?place=Nowhere at all").json()["events"] == []


def test_types_and_camps_have_names() -> None:
    """Each event type, sub-event type and camp is named in both languages."""
    for kind, values in (("event_type", event_types()), ("bloc", blocs()),
                         ("type", [one for group in event_types().values() for one in group])):
        for value in values:
            assert f"{kind}.{value}" in texts("ar"), value
    assert Words("en").actor("SYR_ARMY") != "SYR_ARMY" != Words("ar").actor("SYR_ARMY")
    assert Words("en").actor("NEW:Some_Brigade") == "Some Brigade"


def test_nouns_have_the_form_that_their_number_asks() -> None:
    """None, one, two, few and many are told apart in Arabic, one and more in English, for each noun that is counted."""
    assert [plural(number, "ar") for number in (0, 1, 2, 3, 10, 11, 99, 100, 103, 111)] == [
        "zero", "one", "two", "few", "few", "many", "many", "other", "few", "many"]
    assert [plural(number, "en") for number in (0, 1, 2, 11)] == ["other", "one", "other", "other"]
    assert [Words("ar")("queue.count", number=number) for number in (0, 1, 2, 3, 11, 100)] == [
        "لا أحداث", "حدث واحد", "حدثان", "3 أحداث", "11 حدثًا", "100 حدث"]
    assert [Words("en")("queue.count", number=number) for number in (0, 1, 2)] == ["0 events", "1 event", "2 events"]
    assert Words("ar")("import.result", coded=2, events=3, added=2, repeated=0).startswith("قُرئ: مقالان، 3 روايات")


def test_a_number_before_a_noun_is_counted() -> None:
    """No text of the interface puts a number before an Arabic noun but by the table of counted nouns."""
    for key, text in texts("ar").items():
        for noun in re.findall(r"\{\w+:(\w+)\}", text):
            assert f"count.{noun}.few" in texts("ar"), key
        if not key.startswith("count."):
            number = r"\{(?:number|coded|events|kept|added|repeated|rejected|shortest|accept|reject|correct)\}"
            assert not re.search(number + r" (?!على الأ)[\u0620-\u064a]", text), key


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
