"""Accounts: signing in and out, sessions, tokens, roles, and what is said to whom."""

import re
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import PASSWORDS, ROLES, opened_on, signed_in

from sijill.errors import InputError
from sijill.store import Record, verify
from sijill.web import application

COOKIE = "sijill_session"


def token_in(page: str) -> str:
    """The token that a page's forms send."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found
    return found.group(1)


def first_event(client: TestClient) -> str:
    return client.get("/api/events?limit=1").json()["events"][0]["event_id"]


def test_without_an_administrator_nothing_is_served(record_path: object) -> None:
    """A record that nobody could administer is not served with accounts."""
    with Record.open(str(record_path)) as record, pytest.raises(InputError, match="no administrator"):
        application(record, users=True)


@pytest.mark.parametrize("path", ["/api/events", "/api/articles", "/api/me", "/api/export", "/api/accounts",
                                  "/api/status", "/api/map/events", "/api/imports"])
def test_nobody_reads_without_signing_in(door: TestClient, path: str) -> None:
    """The API answers nobody who is not signed in."""
    answer = door.get(path)
    assert answer.status_code == 401 and answer.json()["error"]["code"] == "E512"


def test_a_page_leads_to_signing_in_and_back(door: TestClient) -> None:
    """Who opens a page unsigned gets to the form, and after it to the page."""
    answer = door.get("/articles?source=x", headers={"accept": "text/html"}, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/sign-in?back=%2Farticles%3Fsource%3Dx"
    page = door.get(answer.headers["location"]).text
    answer = door.post("/sign-in", data={"name": "mona", "password": PASSWORDS["mona"], "token": token_in(page),
                                         "back": "/articles?source=x"}, follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/articles?source=x"
    page = door.get("/", headers={"accept": "text/html"}).text
    assert '<a class="person" href="/account"' in page and "mona" in page


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)",
                                  "/\t/evil.example"])
def test_signing_in_leads_to_no_other_site(door: TestClient, back: str) -> None:
    """What the address names as the page to go back to is a page of the application."""
    token = token_in(door.get("/sign-in", params={"back": back}).text)
    answer = door.post("/sign-in", data={"name": "mona", "password": PASSWORDS["mona"], "token": token, "back": back},
                       follow_redirects=False)
    assert answer.status_code == 303 and answer.headers["location"] == "/"


def test_the_session_is_another_one_after_signing_in_and_out(door: TestClient) -> None:
    """An id that somebody planted before is worth nothing after signing in, nor one of before signing out."""
    planted = "A" * 43
    door.cookies.set(COOKIE, planted, domain="127.0.0.1", path="/")
    token = token_in(door.get("/sign-in").text)
    assert door.cookies[COOKIE] == planted
    door.post("/sign-in", data={"name": "mona", "password": PASSWORDS["mona"], "token": token})
    inside = door.cookies.get(COOKIE, domain="127.0.0.1") or dict(door.cookies)[COOKIE]
    assert inside != planted and door.get("/api/me").status_code == 200
    thief = opened_on(door.app)  # type: ignore[arg-type]
    thief.cookies.set(COOKIE, planted)
    assert thief.get("/api/me").status_code == 401
    token = door.get("/api/me").json()["token"]
    door.post("/sign-out", data={"token": token})
    assert dict(door.cookies)[COOKIE] not in (planted, inside)
    thief.cookies.set(COOKIE, inside)
    assert thief.get("/api/me").status_code == 401 and door.get("/api/me").status_code == 401


def test_a_second_sign_in_ends_the_first_session_of_the_browser(door: TestClient) -> None:
    """Signing in again in one browser leaves no session of before behind."""
    client = signed_in(door, "rami")
    before = dict(client.cookies)[COOKIE]
    client.post("/api/session", json={"name": "huda", "password": PASSWORDS["huda"]})
    assert client.get("/api/me").json()["name"] == "huda"
    thief = opened_on(door.app)  # type: ignore[arg-type]
    thief.cookies.set(COOKIE, before)
    assert thief.get("/api/me").status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(door: TestClient) -> None:
    """The session's cookie is HttpOnly and SameSite, over HTTPS also Secure and of this very host."""
    body = {"name": "mona", "password": PASSWORDS["mona"]}
    plain = door.post("/api/session", json=body).headers["set-cookie"]
    assert plain.startswith("sijill_session=") and "HttpOnly" in plain and "samesite=lax" in plain.lower()
    assert "secure" not in plain.lower() and "domain" not in plain.lower()
    with TestClient(door.app, base_url="https://127.0.0.1") as secure:
        told = secure.post("/api/session", json=body).headers["set-cookie"]
    assert told.startswith("__Host-sijill=") and "Secure" in told and "Path=/" in told


def test_the_record_holds_no_session_id_and_no_password(door: TestClient, house: Record) -> None:
    """Who reads the record file can neither take over a session nor read a password."""
    client = signed_in(door, "mona")
    given = dict(client.cookies)[COOKIE]
    path = Path(house.where)
    held = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
    assert given.encode() not in held and PASSWORDS["mona"].encode() not in held
    assert client.headers["x-sijill-token"].encode() not in held
    assert b"$argon2id$" in held


@pytest.mark.parametrize("how", ["none", "wrong", "another's", "empty"])
def test_a_change_needs_the_token_of_its_session(door: TestClient, how: str) -> None:
    """A change that bears no token, or that of another session, is refused and changes nothing (CSRF)."""
    client, other = signed_in(door, "mona"), signed_in(door, "huda")
    event = first_event(client)
    del client.headers["x-sijill-token"]
    sent = {"none": {}, "wrong": {"x-sijill-token": "0" * 64}, "empty": {"x-sijill-token": ""},
            "another's": {"x-sijill-token": other.headers["x-sijill-token"]}}[how]
    answers = [
        client.post("/api/decisions", json={"verb": "accept", "ids": [event]}, headers=sent),
        client.post("/api/accounts", json={"name": "eve", "role": "administrator", "password": "x" * 5 + "yzw" * 5},
                    headers=sent),
        client.post("/administration/accounts", data={"act": "role", "name": "rami", "role": "administrator"},
                    headers=sent),
        client.post("/api/imports", files={"files": ("a.txt", b"a")}, headers=sent),
        client.put("/api/restrictions/a", json={"roles": [], "people": []}, headers=sent),
        client.delete("/api/session", headers=sent), client.post("/sign-out", headers=sent),
        client.post("/settings", data={"setting": "theme", "value": "dark"}, headers=sent)]
    assert [one.status_code for one in answers] == [403] * len(answers)
    assert client.get("/api/decisions").json()["total"] == 0
    assert {one["name"]: one["role"] for one in client.get("/api/accounts").json()} == ROLES


def test_signing_in_by_a_form_needs_a_page_of_ours(door: TestClient) -> None:
    """Another site cannot sign a browser in as somebody else (login CSRF), by a form or by JSON."""
    data = {"name": "mona", "password": PASSWORDS["mona"]}
    assert door.post("/sign-in", data=data).status_code == 403
    door.get("/sign-in")
    assert door.post("/sign-in", data=data | {"token": "0" * 64}).status_code == 403
    text = '{"name": "mona", "password": "' + PASSWORDS["mona"] + '"}'
    assert door.post("/api/session", content=text, headers={"content-type": "text/plain"}).status_code == 422
    assert door.post("/api/session", json=data, headers={"origin": "https://evil.example"}).status_code == 403
    assert door.get("/api/me").status_code == 401


def test_a_wrong_name_is_answered_as_a_wrong_password(door: TestClient, house: Record) -> None:
    """Neither words, status, headers nor time tell whether there is an account, or one that is disabled."""
    house.people.disable("rami", by="test")
    said, took = [], {}
    for name, password in (("mona", "not the password of mona"), ("nobody", "not the password"),
                           ("rami", PASSWORDS["rami"])):
        spent = []
        for _ in range(3):
            began = time.process_time()
            answer = door.post("/api/session", json={"name": name, "password": password})
            spent.append(time.process_time() - began)
            said.append((answer.status_code, answer.text, sorted(answer.headers)))
        took[name] = min(spent)
    assert len(set(map(str, said))) == 1 and said[0][0] == 401
    # the first check of a name that is not there makes a hash to compare with: the least of three is taken
    assert min(took.values()) > 0.4 * max(took.values()), took


def test_passwords_cannot_be_tried_out(door: TestClient) -> None:
    """After five wrong passwords for a name even the right one is refused for a while, and others still sign in."""
    wrong = [door.post("/api/session", json={"name": "mona", "password": f"wrong {n}"}).status_code for n in range(7)]
    assert wrong == [401] * 5 + [429] * 2
    answer = door.post("/api/session", json={"name": "MONA", "password": PASSWORDS["mona"]})
    assert answer.status_code == 429 and answer.json()["error"]["code"] == "E513" and "retry-after" in answer.headers
    assert signed_in(door, "huda").get("/api/me").json()["name"] == "huda"


def test_a_disabled_account_is_out_at_once(door: TestClient, house: Record) -> None:
    """Disabling, another password or another role count at the next request, whoever did it."""
    client = signed_in(door, "huda")
    house.people.set_role("huda", "reader", by="test")
    assert client.get("/api/me").json()["role"] == "reader"
    house.people.disable("huda", by="test")
    assert client.get("/api/me").status_code == 401
    house.people.disable("huda", by="test", disabled=False)
    assert client.get("/api/me").status_code == 401
    signed_in(door, "huda")


def test_a_session_ends_by_itself(door: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session that is older than its life is nobody's."""
    import datetime as dt

    from sijill.web import accounts

    monkeypatch.setattr(accounts, "LIFE", dt.timedelta(seconds=-1))
    assert signed_in(door, "mona").get("/api/me").status_code == 401


MAY = {
    "reader": (200, 200, 403, 403, 403, 403),
    "coder": (200, 200, 201, 200, 403, 403),
    "reviewer": (200, 200, 201, 200, 200, 403),
    "administrator": (200, 200, 201, 200, 200, 200),
}


@pytest.mark.parametrize("name", ROLES)
def test_roles_may_what_the_table_says(door: TestClient, name: str) -> None:
    """Each role may read, export, decide, see imports, verify and administer as the reference says, and no more."""
    client = signed_in(door, name)
    decided = client.post("/api/decisions", json={"verb": "accept", "ids": [first_event(client)]})
    found = (client.get("/api/events").status_code, client.get("/api/export").status_code, decided.status_code,
             client.get("/api/imports").status_code, client.get("/api/audit").status_code,
             client.get("/api/accounts").status_code)
    assert found == MAY[ROLES[name]]
    assert client.get("/administration").status_code == MAY[ROLES[name]][-1]
    if decided.status_code == 201:
        assert decided.json()["decision"]["by"] == name


def test_another_persons_decision_stands_for_a_coder(door: TestClient) -> None:
    """A coder withdraws what they decided themselves; a reviewer what anyone did."""
    mona, huda, adel = (signed_in(door, name) for name in ("mona", "huda", "adel"))
    taken = mona.post("/api/decisions", json={"verb": "accept", "ids": [first_event(mona)]}).json()["decision"]["id"]
    assert huda.post(f"/api/decisions/{taken}/withdraw").status_code == 403
    assert huda.post("/api/decisions", json={"verb": "withdraw", "ids": [taken]}).status_code == 403
    own = huda.post("/api/decisions", json={"verb": "reject", "ids": [first_event(huda)]}).json()["decision"]["id"]
    assert huda.post(f"/api/decisions/{own}/withdraw").status_code == 201
    assert adel.post(f"/api/decisions/{taken}/withdraw").status_code == 201


def test_accounts_are_kept_over_the_api(door: TestClient) -> None:
    """An administrator makes and changes accounts; the last one cannot take the record away from everybody."""
    mona = signed_in(door, "mona")
    made = mona.post("/api/accounts", json={"name": "سلمى", "role": "reader", "password": "كلمة سرّ طويلة"})
    assert made.status_code == 201, made.text
    assert mona.post("/api/accounts", json={"name": " سلمى ", "role": "reader", "password": "x1y2z3x1y2z3"}
                     ).status_code == 422
    assert signed_in(door, "سلمى", "كلمة سرّ طويلة").get("/api/me").json()["role"] == "reader"
    changed = mona.patch("/api/accounts", json={"name": "سلمى", "role": "coder", "password": "another long one"})
    assert changed.json()["role"] == "coder"
    assert signed_in(door, "سلمى", "another long one").get("/api/me").json()["role"] == "coder"
    for change in ({"role": "reader"}, {"disabled": True}):
        answer = mona.patch("/api/accounts", json={"name": "mona"} | change)
        assert answer.status_code == 422 and answer.json()["error"]["code"] == "E411"
    for password in ("short", "aaaaaaaaaaaaaaa", "a" * 501):
        assert mona.patch("/api/accounts", json={"name": "rami", "password": password}).status_code == 422


def test_the_administrators_page_does_the_same(door: TestClient) -> None:
    """Accounts and restrictions are made and undone with the page's forms, in both languages."""
    mona = signed_in(door, "mona")
    del mona.headers["x-sijill-token"]
    for language, word in (("ar", "الإدارة"), ("en", "Administration")):
        mona.cookies.set("sijill_language", language)
        page = mona.get("/administration").text
        assert word in page and "mona" in page
    article = mona.get("/api/articles?limit=1").json()["articles"][0]["article_id"]

    def send(path: str, **data: str) -> int:
        return mona.post(path, data=data | {"token": token_in(page)}).status_code

    assert send("/administration/accounts", act="add", name="lina", role="coder", password="a long password") == 200
    assert send("/administration/accounts", act="role", name="lina", role="reviewer") == 200
    assert signed_in(door, "lina", "a long password").get("/api/me").json()["role"] == "reviewer"
    assert send("/administration/accounts", act="disable", name="lina") == 200
    assert send("/administration/accounts", act="add", name="lina", role="coder", password="a long password") == 422
    assert send("/administration/articles", act="restrict", article=article, role="reviewer", people="rami\r\n") == 200
    assert mona.get("/api/restrictions").json()[0]["people"] == ["rami"]
    assert signed_in(door, "rami").get(f"/api/articles/{article}").status_code == 200
    assert signed_in(door, "huda").get(f"/api/articles/{article}").status_code == 404
    assert send("/administration/articles", act="release", article=article) == 200
    assert signed_in(door, "huda").get(f"/api/articles/{article}").status_code == 200


def test_one_changes_ones_own_password(door: TestClient) -> None:
    """With the password of now one gives oneself another, and every other session of one's own ends."""
    here, there = signed_in(door, "rami"), signed_in(door, "rami")
    page = here.get("/account").text
    wrong = here.post("/account", data={"token": token_in(page), "before": "no", "after": "a new and long one"})
    assert wrong.status_code == 403
    done = here.post("/account", data={"token": token_in(page), "before": PASSWORDS["rami"],
                                       "after": "a new and long one"})
    assert done.status_code == 200 and here.get("/api/me").status_code == 200
    assert there.get("/api/me").status_code == 401
    signed_in(door, "rami", "a new and long one")


def test_what_administrators_do_is_sealed(door: TestClient, house: Record) -> None:
    """Acts on people bear who did them and stand in the audit chain: changed in the file, they are found."""
    import sqlite3

    mona = signed_in(door, "mona")
    mona.patch("/api/accounts", json={"name": "rami", "role": "coder"})
    assert verify(house.where).intact and verify(house.where).rows["administration"] == len(ROLES) + 1
    connection = sqlite3.connect(house.where)
    assert connection.execute("SELECT by FROM administration ORDER BY number DESC").fetchone() == ("mona",)
    connection.execute("UPDATE administration SET value = '\"administrator\"' WHERE subject = 'rami'")
    connection.commit()
    connection.close()
    found = verify(house.where)
    assert (found.differences[0].table, found.differences[0].column) == ("administration", "value")


def test_a_row_that_nobody_wrote_is_found(house: Record) -> None:
    """An administrator who was written into the file behind Sijill's back is named by verify."""
    import sqlite3

    connection = sqlite3.connect(house.where)
    connection.execute("INSERT INTO administration VALUES (99, '2026-01-01', 'x', 'add', 'eve', '\"administrator\"')")
    connection.commit()
    connection.close()
    assert [(one.table, one.row, one.what) for one in verify(house.where).differences] == [
        ("administration", "99", "added")]


def test_alone_nobody_signs_in(client: TestClient) -> None:
    """Without accounts there is no sign-in and no administration, and every page is open to who sits there."""
    assert client.get("/sign-in").status_code == client.get("/administration").status_code == 404
    me = client.get("/api/me").json()
    assert me["role"] == "administrator" and me["token"] == ""
    assert client.get("/", headers={"accept": "text/html"}).status_code == 200
