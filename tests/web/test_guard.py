"""What is turned away before anything is done for it."""

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.nip.io", "a:b:c"])
def test_another_host_name_is_turned_away(client: TestClient, host: str) -> None:
    """A name that someone else points at this machine leads nowhere (DNS rebinding)."""
    answer = client.get("/api/events", headers={"host": host})
    assert answer.status_code == 403 and answer.json()["error"]["code"] == "E511"


@pytest.mark.parametrize("headers", [
    {"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"}, {"origin": "http://localhost:1"}])
def test_another_site_changes_nothing(client: TestClient, headers: dict[str, str]) -> None:
    """A change that another site's page sends is refused."""
    event = client.get("/api/events?limit=1").json()["events"][0]["event_id"]
    answer = client.post("/api/decisions", json={"verb": "accept", "ids": [event]}, headers=headers)
    assert answer.status_code == 403
    assert client.get("/api/decisions").json()["total"] == 0


def test_a_form_of_another_kind_is_no_decision(client: TestClient) -> None:
    """What an HTML form of another site could send is not read as a decision."""
    event = client.get("/api/events?limit=1").json()["events"][0]["event_id"]
    body = '{"verb": "accept", "ids": ["' + event + '"]}'
    answer = client.post("/api/decisions", content=body, headers={"content-type": "text/plain"})
    assert answer.status_code == 422


def test_every_answer_has_the_headers(client: TestClient) -> None:
    """Pages, JSON, files and faults forbid foreign scripts and frames, and what a record holds is not cached."""
    for path in ("/", "/api/events", "/static/app.css", "/api/nothing", "/events/nothing"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"], path
        assert headers["x-frame-options"] == "DENY" and headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == ("no-cache" if path.startswith("/static") else "no-store")


@pytest.mark.parametrize("path", ["/static/../application.py", "/static/%2e%2e/application.py",
                                  "/static/..%2f..%2f_data/MANIFEST.toml", "/static//etc/passwd"])
def test_files_come_from_one_folder_only(client: TestClient, path: str) -> None:
    """No address leads to a file beside those of the pages."""
    assert client.get(path).status_code == 404


def test_a_page_runs_no_script_of_its_own(client: TestClient) -> None:
    """Pages hold no inline script or handler, so that the policy can forbid them."""
    page = client.get("/").text
    assert "<script>" not in page and " onclick" not in page and "style=" not in page
