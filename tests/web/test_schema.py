"""The API against its own description: whatever is sent, the answer is one that the description has."""

import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from tests.web.conftest import opened_on, signed_in

from sijill.store import Record
from sijill.web import application
from sijill.web.attempts import Attempts

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis import GenerationMode, Response
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_headers_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
          response_schema_conformance]
# other requests each time: what fails is printed with how to send it again
_BOUNDED = settings(max_examples=40, deadline=None, database=None, print_blob=True, phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck))
_LEAVING = {("DELETE", "/api/session"), ("POST", "/api/session"), ("PUT", "/api/me/password")}
"""Operations after which nobody is signed in any more."""


@pytest.fixture(scope="module")
def client(peopled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application with accounts."""
    path = tmp_path_factory.mktemp("schema") / "a.sijill"
    shutil.copy(peopled, path)
    with Record.open(path) as record, opened_on(application(record, users=True)) as opened:
        yield opened


def test_every_answer_is_as_described(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """No request makes the application fail, or is answered with what its description does not have."""
    app: Any = client.app
    described = schemathesis.openapi.from_dict(app.openapi())
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) == sum(len(one) for one in app.openapi()["paths"].values())
    # nobody waits here for what was decided to be linked
    monkeypatch.setattr("sijill.web.desk.PATIENCE", 0.0)
    monkeypatch.setattr("sijill.web.api.audit._WAIT", 0.0)
    inside = signed_in(client, "mona")
    statuses: dict[str, set[int]] = {}
    failed = [told for one in operations for told in [troubles(client, inside, one, statuses)] if told]
    assert failed == []
    # requests that are all turned away at the door would prove nothing
    assert sum(any(one < 300 for one in found) for found in statuses.values()) > 15
    assert not any(found <= {401, 403} for found in statuses.values())


def troubles(client: TestClient, inside: TestClient, operation: Any, statuses: dict[str, set[int]]) -> str | None:
    """What is wrong with an operation's answers, whose statuses are noted; None where nothing is."""
    leaving = (operation.method.upper(), operation.path) in _LEAVING
    kinds = operation.as_strategy(GenerationMode.POSITIVE) | operation.as_strategy(GenerationMode.NEGATIVE)

    @_BOUNDED
    @given(case=kinds)
    def asked(case: Any) -> None:
        client.app.state.desk.people.attempts = Attempts()  # type: ignore[attr-defined]
        person = signed_in(client, "rami") if leaving else inside
        sent = {name: value for name, value in dict(case.headers or {}).items()
                if name.lower() not in ("host", "cookie", "x-sijill-token", "content-length", "origin")}
        asked = case.as_transport_kwargs(base_url="http://127.0.0.1")
        asked = {name: value for name, value in asked.items() if name not in ("cookies", "headers")}
        kind = next((v for k, v in sent.items() if k.lower() == "content-type"), None)
        if "json" not in asked and kind:
            asked["headers"] = {"content-type": kind}
        if asked.get("files"):
            # the client sends what is a file alone: whatever else was made up goes as its bytes
            given_files = asked["files"].items() if isinstance(asked["files"], dict) else asked["files"]
            asked["files"] = [(str(name), ("a.txt", str(value).encode("utf-8", "replace")))
                              for name, value, *_ in given_files]
        answer = person.request(**asked)
        answer.request.read()
        statuses.setdefault(operation.label, set()).add(answer.status_code)
        case.validate_response(Response.from_any(answer), checks=CHECKS)

    try:
        asked()
    except BaseException as error:
        every = getattr(error, "exceptions", (error,))
        return f"{operation.label}: {'; '.join(str(one)[:1500] for one in every)}"
    return None
