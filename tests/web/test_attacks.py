"""Attacks: scripts in texts and names, SQL in parameters, formulas in exports, paths in names, requests too long."""

import csv
import io
import re
import sqlite3
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.formparsers import MultiPartParser
from tests.web.conftest import opened_on, signed_in

import sijill
from sijill.store import Record, verify
from sijill.web import application, guard

SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>\'"><svg onload=alert(3)>{{7919*6841}}${7919*6841}'
FORMULA = "=HYPERLINK(\"http://evil.example\";\"x\")"
TEXT = (f"قصفت قوات النظام السوري مدينة دوما أمس {SCRIPT} ما أدى إلى مقتل 3 مدنيين. "
        "اشتبكت قوات سوريا الديمقراطية مع تنظيم داعش في مدينة الشدادي.")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")


class Dangers(HTMLParser):
    """What a browser would run, or could be led away by, in a page."""

    LEADING = ("href", "src", "action", "formaction", "data", "poster", "ping", "background", "srcdoc", "xlink:href")
    FOREIGN = ("img", "svg", "math", "iframe", "object", "embed", "base", "style", "applet", "video", "audio")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        # no page of ours has any of these, or is led on by anything but a person
        if tag in self.FOREIGN or tag == "meta" and "http-equiv" in given:
            self.found.append(f"<{tag} {given}>")
        if tag == "script" and "src" not in given and given.get("type") != "application/json":
            self.found.append(f"<script {given}>")
        for name, value in attrs:
            runs = name.startswith(("on", "hx-on")) or name in ("style", "formaction", "ping", "srcdoc")
            leads = name in self.LEADING and not self.ours(value or "")
            if runs or leads or (tag, name) == ("script", "src") and not (value or "").startswith("/static/"):
                self.found.append(f"{tag} {name}={value}")

    @staticmethod
    def ours(address: str) -> bool:
        """Whether an address leads to this application, as a browser reads it: blanks and controls do not count."""
        read = re.sub(r"[\x00-\x20]", "", address).replace("\\", "/")
        return read == "" or read[0] in "?#" or read[0] == "/" and not read.startswith("//")


def dangers(page: str) -> list[str]:
    parser = Dangers()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("markup", [
    "<script>x</script>", "<script src='//evil.example/x.js'></script>", "<script src='/articles/1'></script>",
    "<img src=x>", "<svg></svg>", "<svg/onload=x>", "<base href='/'>", "<iframe srcdoc=x></iframe>", "<b onclick=x>",
    "<b hx-on:click=x>", "<p style='color:red'>", "<style>x</style>", "<a href='javascript:x'>",
    "<a href='java\nscript:x'>",
    "<a href='data:text/html,x'>", "<a href='https://evil.example/'>", "<a href='//evil.example'>",
    "<a href='/\\evil.example'>", "<form action='https://evil.example/'>", "<form action='javascript:x'>",
    "<button formaction='/sign-out'>", "<input type=submit formaction='javascript:x'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>", "<object data=x>", "<a href='/' ping='/x'>"])
def test_what_is_dangerous_is_seen(markup: str) -> None:
    """Whatever runs, or leads away, is found in a page; what the pages are made of is not."""
    assert dangers(f"<!doctype html><p>{markup}</p>")
    assert dangers("<form action='/codings'><a href='?a=1'>x</a><script src='/static/x.js'></script></form>") == []


def record_of(path: Path, rows: tuple[dict[str, Any], ...]) -> Record:
    """A linked record of articles as given."""
    coder = sijill.load(model=None)
    record = Record.open(path, create=True)
    with record.start_run(version="test") as run:
        for number, row in enumerate(rows):
            run.add(coder(row["text"], doc_id=row.get("doc_id", f"d{number}"), source=row.get("source"),
                          url=row.get("url"), title=row.get("title"), published="2018-03-14"))
    record.link()
    return record


@pytest.fixture
def nasty(tmp_path: Path) -> Iterator[TestClient]:
    """The application on an article that is an attack in every field, with accounts of a nasty name too."""
    from sijill.store.passwords import hashed

    with record_of(tmp_path / "nasty.sijill", ({"text": TEXT, "doc_id": SCRIPT, "source": SCRIPT, "title": SCRIPT,
                                                "url": f"javascript:alert('{SCRIPT}')"},)) as record:
        record.people.add("mona", "administrator", hashed("one long enough for mona"), by=SCRIPT)
        record.people.add("<b onclick=x>'\"&", "coder", hashed("one long enough for eve"), by=SCRIPT)
        claim = next(record.events()).claims[0].id
        record.decide("accept", [claim], by=SCRIPT, note=SCRIPT)
        record.decide("correct", [claim], by="x", field="place", value='"<img src=x onerror=alert(4)>"')
        record.people.restrict([next(record.documents()).article_id], by="mona", roles=["coder"])
        record.link()
        with opened_on(application(record, users=True)) as client:
            yield signed_in(client, "mona")


def test_no_text_or_name_becomes_part_of_a_page(nasty: TestClient) -> None:
    """Scripts in texts, titles, outlets, addresses, notes, names and queries are shown and never run (XSS)."""
    event = nasty.get("/api/events").json()["events"][0]["event_id"]
    article = nasty.get("/api/articles").json()["articles"][0]["article_id"]
    place = next((e["place_id"] for e in nasty.get("/api/events").json()["events"] if e["place_id"]), "x")
    pages = ["/?state=all", f"/events/{event}", f"/events/{event}/brief", f"/articles/{article}", "/articles",
             "/sources", "/actors", "/decisions", "/map", "/import", "/export", "/audit", "/account", "/administration",
             f"/places/{place}",
             "/search?q=قصفت"]
    script = "%3Cscript%3Ealert(1)%3C/script%3E%22%27%3E%3Cimg+src=x+onerror=alert(2)%3E"
    pages += [f"/?place={script}&source={script}", f"/search?q=%22{script}", f"/articles?source={script}",
              f"/export?source={script}", f"/events/{script}", f"/articles/{script}", f"/?type={script}",
              f"/sign-in?back=/{script}", f"/administration?article={script[:60]}", f"/{script}"]
    shown = 0
    for language in ("ar", "en"):
        nasty.cookies.set("sijill_language", language)
        for path in pages:
            answer = nasty.get(path, headers={"accept": "text/html"})
            assert answer.status_code in (200, 404, 422) and "text/html" in answer.headers["content-type"], path
            assert dangers(answer.text) == [], path
            assert str(7919 * 6841) not in answer.text, path
            shown += "&lt;script&gt;" in answer.text
    assert shown >= 10


def test_json_is_never_taken_for_a_page(nasty: TestClient) -> None:
    """What the API answers says that it is JSON, and browsers may not guess otherwise."""
    for path in ("/api/events", "/api/articles", "/api/nothing<script>", "/api/events/<script>", "/api/map/events"):
        answer = nasty.get(path, headers={"accept": "text/html"})
        assert answer.headers["content-type"].startswith("application/json"), path
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_address_of_another_kind_is_no_link(nasty: TestClient) -> None:
    """The address that an article came with is text: nobody is led to a script or another site by a click."""
    article = nasty.get("/api/articles").json()["articles"][0]["article_id"]
    page = nasty.get(f"/articles/{article}").text
    assert "javascript:" in page and not re.search(r'href="(?!/|#)', page)


INJECTIONS = ("'", "' OR '1'='1", "'; DROP TABLE claims; --", '" OR 1=1 --', "1; SELECT 1", "%", "_", "\\", "') --",
              'دوما" OR "x', "NEAR(", "*", "a AND", "{", ":1", "?", "\u0000", "x" * 200)


@pytest.mark.parametrize("given", INJECTIONS)
def test_no_parameter_becomes_part_of_a_statement(client: TestClient, record_path: Path, given: str) -> None:
    """What parameters hold finds nothing that it does not name, breaks no statement and changes nothing (SQL)."""
    total = client.get("/api/events").json()["total"]
    for path in ("/api/events", "/api/map/events", "/api/export", "/"):
        for name in ("place", "source", "bloc", "actor", "type", "place_id", "from", "status", "min_killed", "near"):
            answer = client.get(path, params={name: given})
            assert answer.status_code in (200, 422), (path, name, answer.text)
            if path == "/api/events" and answer.status_code == 200:
                assert answer.json()["total"] == 0, name
    for path, name in (("/api/search", "q"), ("/api/articles", "source"), ("/api/lookup/places", "q"),
                       ("/api/lookup/actors", "q"), ("/search", "q"), ("/articles", "source")):
        assert client.get(path, params={name: given}).status_code in (200, 422), path
    for kind in ("events", "articles", "places"):
        path = f"/api/{kind}/" + "".join(f"%{byte:02x}" for byte in given.encode())
        assert client.get(path).status_code in (404, 422), path
    body = {"verb": "accept", "ids": [given]}
    assert client.post("/api/decisions", json=body).status_code in (404, 422)
    assert client.get("/api/events").json()["total"] == total
    assert verify(record_path).intact


def test_no_cell_of_an_export_is_run_as_a_formula(tmp_path: Path) -> None:
    """Names, titles and words that begin as a formula does are exported as text (CSV injection)."""
    rows = tuple({"text": TEXT.replace(SCRIPT, ""), "doc_id": f"{one}{n}", "source": f"{one}cmd|'/C calc'!A0",
                  "title": f"{one}2", "url": f"{one}http://x"} for n, one in enumerate(FORMULAS))
    with record_of(tmp_path / "formulas.sijill", rows) as record, opened_on(application(record)) as client:
        cells = 0
        for format in ("csv", "hxl"):
            for coding in ("sijill", "acled", "ucdp", "airwars"):
                answer = client.get("/api/export", params={"format": format, "coding": coding})
                assert answer.status_code == 200
                for row in csv.reader(io.StringIO(answer.content.decode())):
                    for cell in row:
                        number = re.fullmatch(r"-\d+(\.\d+)?", cell)
                        assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), cell
                        cells += "calc" in cell
        assert cells


@pytest.mark.parametrize("name", ["../../../evil.txt", "..\\..\\evil.txt", "/etc/passwd", "C:\\evil.txt", "a\x00b.txt",
                                  "....//evil.txt", "evil.txt/", "~/.ssh/authorized_keys", "con", "a" * 5000])
def test_no_file_is_written_where_its_name_says(client: TestClient, tmp_path: Path, name: str) -> None:
    """A file's name is shown without its folder, and never says where it is written (path traversal)."""
    before = set(tmp_path.rglob("*"))
    answer = client.post("/api/imports", files=[("files", (name, "خبر".encode(), "text/plain"))])
    assert answer.status_code in (202, 400, 422), answer.text
    if answer.status_code == 202:
        (shown,) = answer.json()["names"]
        assert "/" not in shown and "\\" not in shown and len(shown) <= 200
        for _ in range(100):
            if client.get(f"/api/imports/{answer.json()['id']}").json()["phase"] in ("done", "failed"):
                break
            time.sleep(0.05)
    assert {one.name for one in tmp_path.rglob("*")} - {one.name for one in before} <= {
        "copy.sijill-wal", "copy.sijill-shm", "copy.warc.gz", "copy.sijill.warc.gz"}


def test_a_request_that_is_too_long_is_not_read(client: TestClient) -> None:
    """What sends no files may be a megabyte long, and must say how long it is."""
    answer = client.post("/api/decisions", content=b"[" * (1 << 21), headers={"content-type": "application/json"})
    assert answer.status_code == 413 and answer.json()["error"]["code"] == "E514"

    def endless() -> Iterator[bytes]:
        yield b"[" * 100

    answer = client.post("/api/decisions", content=endless(), headers={"content-type": "application/json"})
    assert answer.status_code == 413


def test_an_upload_that_is_too_long_is_not_read(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """All files of one upload together are bounded, whatever their number; none is kept, and the fault says so."""
    monkeypatch.setattr(guard, "LARGEST_UPLOAD", 3 << 20)
    monkeypatch.setattr(MultiPartParser, "parse", _never)
    many = [("files", (f"{number}.txt", b" " * (1 << 20), "text/plain")) for number in range(4)]
    answer = client.post("/api/imports", files=many)
    assert answer.status_code == 413 and answer.json()["error"]["code"] == "E514"
    assert str(3 << 20) in answer.json()["error"]["what"] and "sijill code" in answer.json()["error"]["next_step"]

    def endless() -> Iterator[bytes]:
        yield b"--x\r\n"

    kind = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/api/imports", content=endless(), headers=kind).status_code == 413
    for path in ("/api/decisions", "/codings/name", "/api/imports/1"):
        assert client.post(path, content=b" " * (2 << 20), headers=kind).status_code == 413, path
    assert client.get("/api/imports").json() == []


def test_an_upload_of_who_may_not_import_is_not_read(door: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of somebody who may not send any, or of nobody, are never kept on the disk."""
    monkeypatch.setattr(MultiPartParser, "parse", _never)
    files = [("files", ("a.txt", b"a", "text/plain"))]
    for client, status in ((door, 401), (signed_in(door, "rami"), 403)):
        assert client.post("/api/imports", files=files).status_code == status
    page = door.get("/sign-in").text
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token and door.post("/api/imports", files=files, headers={"x-sijill-token": token[1]}).status_code == 401


async def _never(_: MultiPartParser) -> None:
    raise AssertionError("it was read")


def test_a_fault_of_ours_tells_nothing_but_its_kind(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that nobody foresaw is answered in the one shape, with the headers, and without its text or trace."""
    from sijill.web.reading import Reading

    def broken(self: Reading) -> None:
        raise RuntimeError("secret-in-an-error")

    monkeypatch.setattr(Reading, "outlets", broken)
    answer = client.get("/api/sources")
    assert answer.status_code == 500 and answer.json()["error"]["code"] == "E515"
    assert "secret-in-an-error" not in answer.text and "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_policy_lets_no_foreign_or_inline_script_run(client: TestClient) -> None:
    """The policy names this application alone, and nothing unsafe; nobody frames its pages or hears where one was."""
    headers = client.get("/").headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy and "*" not in policy and "http" not in policy
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy and "form-action 'self'" in policy
    assert headers["referrer-policy"] == "same-origin" and headers["x-content-type-options"] == "nosniff"


def test_a_name_of_a_neighbour_is_turned_away(nasty: TestClient) -> None:
    """With accounts too the application answers to its own names alone, and `testserver` is none of them."""
    for host in ("evil.example", "testserver", "127.0.0.1.nip.io", "127.0.0.1:80@evil.example"):
        assert nasty.get("/sign-in", headers={"host": host}).status_code == 403, host


def test_a_tampered_password_table_lets_nobody_in(tmp_path: Path) -> None:
    """A hash that is none lets nobody in, and is no failure of the application."""
    from sijill.store.passwords import hashed

    with record_of(tmp_path / "a.sijill", ()) as record:
        record.people.add("mona", "administrator", hashed("one long enough for mona"), by="test")
        connection = sqlite3.connect(record.where)
        connection.execute("UPDATE credentials SET hash = ''")
        connection.commit()
        connection.close()
        with opened_on(application(record, users=True)) as client:
            for password in ("", "x", "one long enough for mona"):
                answer = client.post("/api/session", json={"name": "mona", "password": password})
                assert answer.status_code in (401, 422)
