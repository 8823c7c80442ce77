"""Restricted articles: of who may not read them nothing is to be found, by any route of the application."""

import ast
import copy
import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount
from tests.web.conftest import copy_of, opened_on, signed_in

import sijill
import sijill.web
from sijill.store import Record
from sijill.web import application
from sijill.web.attempts import Attempts

SOURCE, TITLE, DOC, NOTE = "صحيفة الظلّ المستور", "عنوان مستور", "secret-doc", "ملاحظة مستورة"
TEXT = ("اغتال مسلحون مجهولون ضابطًا في الجيش السوري في مدينة السويداء يوم أمس، وقتلوا 7 من مرافقيه، "
        "بحسب الشاهدة زرقاء اليمامة.")
WORDS = ("زرقاء اليمامة", "اغتال مسلحون مجهولون")
ALLOWED, FORBIDDEN = "rami", ("huda", "adel")
"""A reader who may read the article; a coder and a reviewer who may not."""


@pytest.fixture(scope="module")
def base(peopled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with one more article, decided on, that one reader and administrators may read."""
    path = tmp_path_factory.mktemp("restricted") / "base.sijill"
    shutil.copy(peopled, path)
    document = sijill.load(model=None)(TEXT, doc_id=DOC, source=SOURCE, title=TITLE, published="2019-05-05")
    with Record.open(path) as record:
        with record.start_run(version="test") as run:
            run.add(document)
        record.link()
        claims = [event.event_id for event in document.events or ()]
        record.decide("accept", claims, by="mona", note=NOTE)
        record.link()
        record.people.restrict([document.article_id], by="mona", people=[ALLOWED])
    return path


@pytest.fixture
def place(base: Path, tmp_path: Path) -> Iterator[Record]:
    with copy_of(base, tmp_path) as record:
        yield record


@pytest.fixture
def app_client(place: Record) -> Iterator[TestClient]:
    with opened_on(application(place, users=True)) as opened:
        yield opened


class Secret:
    """All that would tell of the restricted article, and the values that an address could ask for it by."""

    def __init__(self, mona: TestClient) -> None:
        line = mona.get("/api/articles", params={"source": SOURCE}).json()["articles"][0]
        self.article: str = line["article_id"]
        detail = mona.get(f"/api/articles/{self.article}").json()
        self.claims = [event["event_id"] for event in detail["coded"]["events"]]
        self.events = sorted(set(detail["events"].values()))
        event = mona.get(f"/api/events/{self.events[0]}").json()
        self.place = next(one["place_id"] for one in event["event"]["places"] if one.get("place_id"))
        self.decision = event["decisions"][0]["id"]
        self.marks = (self.article, *self.claims, *self.events, self.decision, SOURCE, TITLE, DOC, NOTE, *WORDS,
                      "2019-05-0", self.place)
        self.ids = (self.article, self.claims[0], self.events[0], self.events[0][:9], self.decision, self.place)
        self.asked = (self.article, self.events[0], SOURCE, WORDS[0], self.place)

    def found_in(self, body: bytes, asked: str) -> set[str]:
        """The marks in an answer, those aside that the question itself held."""
        if body[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(body)) as packed:
                body = b"\n".join(packed.read(name) for name in packed.namelist())
        text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), body.decode("utf-8", "replace"))
        return {mark for mark in self.marks if mark in text and mark not in asked}


def routes_of(app: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every route of an application: method, path, and its description, pages too; files below a mount aside."""
    def walk(routes: Any, prefix: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for route in routes:
            if isinstance(route, Mount):
                assert route.path == "/static", route.path
            elif hasattr(route, "original_router"):
                yield from walk(route.original_router.routes, prefix + route.include_context.prefix)
            elif isinstance(route, APIRoute):
                shown = copy.copy(route)
                shown.include_in_schema = True
                described = get_openapi(title="", version="", routes=[shown])
                for method, operation in next(iter(described["paths"].values())).items():
                    yield method.upper(), prefix + route.path, _resolved(operation, described)
            else:
                yield "GET", prefix + route.path, {}

    return walk(app.routes, "")


def _resolved(part: Any, whole: dict[str, Any]) -> Any:
    if isinstance(part, list):
        return [_resolved(one, whole) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        found: Any = whole
        for name in part["$ref"].split("/")[1:]:
            found = found[name]
        return _resolved(found, whole)
    return {key: _resolved(value, whole) for key, value in part.items() if key != "responses"}


def values_for(schema: dict[str, Any], texts: tuple[str, ...]) -> list[Any]:
    """Values that a parameter or field may have, such that they would reach the restricted article."""
    for other in schema.get("anyOf", ()):
        if other.get("type") != "null":
            return values_for(other, texts)
    if "enum" in schema or "const" in schema:
        return list(schema.get("enum") or [schema["const"]])
    kind = schema.get("type")
    if kind == "array":
        return [[one] for one in values_for(schema["items"], texts)]
    return {"integer": [1], "number": [1.0], "boolean": [True]}.get(str(kind), list(texts))


def questions(method: str, path: str, spec: dict[str, Any], secret: Secret) -> Iterator[dict[str, Any]]:
    """What to ask a route: every id in its path, every parameter with what could lead to the article, a body."""
    parameters = spec.get("parameters", [])
    paths = [path]
    for one in (p for p in parameters if p["in"] == "path"):
        ids = secret.ids if one["schema"].get("type") == "string" else ("1",)
        paths = [made.replace("{" + one["name"] + "}", value) for made in paths for value in ids]
    queries = [p for p in parameters if p["in"] == "query"]
    least = {p["name"]: values_for(p["schema"], secret.asked)[0] for p in queries if p.get("required")}
    asked: list[dict[str, Any]] = [least]
    asked += [least | {p["name"]: value} for p in queries for value in values_for(p["schema"], secret.asked)]
    bodies: list[dict[str, Any]] = [{}]
    for kind, content in spec.get("requestBody", {}).get("content", {}).items():
        fields = content["schema"].get("properties", {})
        for number in range(len(secret.ids)):
            values = {name: (found := values_for(field, secret.ids))[number % len(found)]
                      for name, field in fields.items()}
            if kind == "application/json":
                verbs = ("accept", "same", "different", "withdraw") if "verb" in values else ()
                bodies += [{"json": values | {"verb": verb, "field": None, "value": None}} for verb in verbs] or [
                    {"json": values}]
            elif "multipart" in kind:
                bodies += [{"data": {}, "files": {"files": ("a.txt", b"latin only", "text/plain")}}]
            else:
                bodies += [{"data": values | ({"act": "restrict"} if "act" in values else {})}]
    for made in paths:
        for query in asked if made is paths[0] or len(paths) > 1 else [least]:
            for body in bodies if query is least else bodies[:1]:
                yield {"method": method, "url": made, "params": query} | body


def walked(client: TestClient, name: str, secret: Secret) -> tuple[dict[str, set[str]], set[int]]:
    """What each route tells of the article when somebody asks all there is to ask; and with which statuses."""
    found: dict[str, set[str]] = {}
    statuses = set()
    inside = signed_in(client, name)
    for method, path, spec in routes_of(client.app):
        if method != "GET" and inside.get("/api/me").status_code != 200:
            # the route before signed out, or tried passwords
            client.app.state.desk.people.attempts = Attempts()
            inside = signed_in(client, name)
        for question in questions(method, path, spec, secret):
            answer = inside.request(**question, follow_redirects=False)
            statuses.add(answer.status_code)
            asked = json.dumps(question, ensure_ascii=False, default=str)
            found.setdefault(f"{method} {path}", set()).update(
                secret.found_in(answer.content + str(answer.headers).encode(), asked))
    return found, statuses


TELLING = (
    "GET /api/events", "GET /api/events/{event_id}", "GET /api/articles", "GET /api/articles/{article_id}",
    "GET /api/search", "GET /api/sources", "GET /api/map/events",
    "GET /api/places/{place_id}", "GET /api/export", "GET /api/decisions",
    "GET /events/{event_id}", "GET /events/{event_id}/brief", "GET /articles", "GET /articles/{article_id}",
    "GET /search", "GET /sources", "GET /decisions", "GET /places/{place_id}")
"""Routes that tell of the article who may read it: where they told nobody, the walk would prove nothing."""


@pytest.mark.slow
@pytest.mark.parametrize("name", FORBIDDEN)
def test_no_route_tells_of_a_restricted_article(app_client: TestClient, name: str) -> None:
    """Every route of the application, asked in every way for what may not be read, says nothing of it."""
    secret = Secret(signed_in(app_client, "mona"))
    found, statuses = walked(app_client, name, secret)
    assert {route: marks for route, marks in found.items() if marks} == {}
    assert 500 not in statuses and 503 not in statuses


@pytest.mark.slow
def test_the_walk_finds_what_may_be_read(app_client: TestClient) -> None:
    """The same walk finds the article by every route that shows articles where the person may read it."""
    secret = Secret(signed_in(app_client, "mona"))
    found, _ = walked(app_client, ALLOWED, secret)
    assert [route for route in TELLING if not found[route]] == []


@pytest.fixture
def blind_client(place: Record) -> Iterator[TestClient]:
    """The application when a coder and a reviewer have been given the article, which anybody else may read."""
    restriction = next(iter(place.people.standing().restrictions))
    place.people.release([restriction], by="test")
    place.assign(restriction, ["huda", "adel"], start="nothing", by="mona")
    with opened_on(application(place, users=True)) as opened:
        yield opened


def claims_alone(client: TestClient) -> Secret:
    """What was made of the article: not the article itself, which its coders read."""
    secret = Secret(signed_in(client, "mona"))
    secret.marks = (*secret.claims, *secret.events, secret.decision, NOTE)
    return secret


@pytest.mark.slow
def test_no_route_tells_a_blind_coder_what_was_made_of_the_article(blind_client: TestClient) -> None:
    """While an article is coded blind, no route tells its coders, not even a reviewer, the machine's claims."""
    found, statuses = walked(blind_client, "adel", claims_alone(blind_client))
    assert {route: marks for route, marks in found.items() if marks} == {}
    assert 500 not in statuses and 503 not in statuses


def test_a_blind_coder_sees_the_claims_when_all_have_finished(blind_client: TestClient) -> None:
    """One's own end is not enough, since it could be taken back; the words can be looked up all the while."""
    secret = claims_alone(blind_client)
    huda, adel = signed_in(blind_client, "huda"), signed_in(blind_client, "adel")
    key = huda.get("/api/codings").json()[0]["id"]
    event, words = f"/api/events/{secret.events[0]}", f"/api/articles/{secret.article}/words?start=0&end=5&field=place"
    assert TEXT[:20] in huda.get(f"/api/codings/{key}").json()["text"]
    assert huda.get(words).status_code == 200
    assert huda.get(f"/articles/{secret.article}", follow_redirects=False).headers["location"] == f"/codings/{key}"
    for person, after in ((huda, 404), (adel, 200)):
        assert huda.get(event).status_code == adel.get(event).status_code == 404
        assert huda.post("/api/decisions", json={"verb": "accept", "ids": [secret.events[0]]}).status_code == 404
        assert person.post(f"/api/codings/{key}/steps", json={"verb": "finish"}).status_code == 201
        assert huda.get(event).status_code == adel.get(event).status_code == after
    assert huda.get(f"/articles/{secret.article}", follow_redirects=False).status_code == 200


PLAIN = (
    "/api/events?limit=500", "/api/articles?limit=500", "/api/sources", "/api/actors", "/api/status", "/api/decisions",
    "/api/map/events", "/api/map/control", "/api/search?q=مدينة", "/api/imports", "/api/export?format=csv",
    "/api/export?format=jsonl", "/api/export?format=csv&coding=acled", "/api/export?format=webannotation",
    "/", "/?state=all", "/articles", "/sources",
    "/actors", "/decisions", "/map", "/export?state=all", "/search?q=مدينة")


@pytest.mark.parametrize("path", PLAIN)
def test_all_is_as_though_it_were_not_there(app_client: TestClient, peopled: Path, tmp_path: Path, path: str) -> None:
    """Lists, counts, maps and exports are to the letter those of a record that never held the article."""
    shutil.copy(peopled, tmp_path / "without.sijill")
    with Record.open(tmp_path / "without.sijill") as record, opened_on(application(record, users=True)) as other:
        bodies = []
        for client in (app_client, other):
            answer = signed_in(client, "adel").get(path)
            assert answer.status_code == 200
            # what is another's in every session, and the moment of an export
            bodies.append(re.sub(r'(token" (value|content)=")[0-9a-f]+|"(created|timestamp)": ?"?[^,"]+|\b1[67]\d{8}\b',
                                 "", answer.text))
    assert bodies[0] == bodies[1]


def test_counts_of_runs_do_not_give_it_away(app_client: TestClient) -> None:
    """A run that added nothing but the article added nothing to who may not read it."""
    runs = signed_in(app_client, "adel").get("/api/runs").json()
    assert (runs[0]["kept"], runs[0]["read"]) == (0, 0)
    assert signed_in(app_client, ALLOWED).get("/api/runs").json()[0]["kept"] == 1


def test_what_is_hidden_is_answered_as_what_is_not_there(app_client: TestClient) -> None:
    """A fault does not tell a restricted thing from one that the record does not have."""
    secret = Secret(signed_in(app_client, "mona"))
    client = signed_in(app_client, "adel")
    nothing = "0123456789abcdef"
    for path in ("/api/events/{}", "/api/articles/{}", "/api/places/{}", "/api/events/{}", "/events/{}",
                 "/api/articles/{}/words?start=0&end=3&field=place", "/events/{}/brief"):
        for one in secret.ids:
            hidden, absent = client.get(path.format(one)), client.get(path.format(nothing))
            assert hidden.status_code == absent.status_code == 404, path
            assert hidden.text.replace(one, nothing) == absent.text
    for body in ({"verb": "accept"}, {"verb": "withdraw"}):
        answers = [client.post("/api/decisions", json=body | {"ids": [one]}) for one in (*secret.ids, nothing)]
        assert {answer.status_code for answer in answers} == {404}


def test_the_audit_tells_who_may_not_see_all_only_whether(app_client: TestClient) -> None:
    """A reviewer who may not read everything learns that the record is as written, and not how much it holds."""
    audit = signed_in(app_client, "adel").post("/api/audit", json={}).json()
    assert audit["found"]["intact"] and "rows" not in audit["found"] and "entries" not in audit["found"]
    assert signed_in(app_client, "mona").get("/api/audit").json()["found"]["rows"]["articles"] > 1


def test_an_event_that_a_restricted_article_also_tells_is_not_told(app_client: TestClient, place: Record) -> None:
    """An event whose claims are partly restricted is hidden as a whole: its fields would tell what was restricted."""
    mona, huda = signed_in(app_client, "mona"), signed_in(app_client, "huda")
    event = max(huda.get("/api/events?limit=500").json()["events"], key=lambda one: one["claims"])
    claims = huda.get(f"/api/events/{event['event_id']}").json()["event"]["claims"]
    assert len({claim["article_id"] for claim in claims}) > 1
    assert mona.put(f"/api/restrictions/{claims[0]['article_id']}", json={"roles": ["reviewer"]}).status_code == 200
    assert huda.get(f"/api/events/{event['event_id']}").status_code == 404
    assert all(huda.get(f"/api/events/{claim['claim_id']}").status_code == 404 for claim in claims)
    other = next(claim for claim in claims if claim["article_id"] != claims[0]["article_id"])
    assert huda.get(f"/api/articles/{other['article_id']}").status_code == 200
    assert huda.get(f"/api/articles/{other['article_id']}").json()["events"].get(other["claim_id"]) is None
    assert mona.get(f"/api/events/{event['event_id']}").status_code == 200


def test_pages_and_routes_read_through_one_door() -> None:
    """No page and no route of the API takes anything from the record but through `Reading`."""
    web = Path(sijill.web.__file__).parent
    allowed = {"decided.verdicts", "points", "worklist.now", "decide", "control", "people", "imports.add",
               "audits.start", "audits.wait", "linker.busy"}
    for path in (*(web / "api").glob("*.py"), *(web / "pages").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
            found = re.fullmatch(r"read\.desk\.(.+)", text)
            if found and "." not in found[1]:
                continue
            assert not found or any(f"{found[1]}.".startswith(f"{one}.") for one in allowed), f"{path.name}: {text}"
            assert "desk.record" not in text, f"{path.name}: {text}"
