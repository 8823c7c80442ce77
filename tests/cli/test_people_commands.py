"""The commands `users`, `restrict` and `serve --users`: what they do, print and refuse."""

import json
import pathlib

import pytest
from typer.testing import CliRunner, Result

from sijill.cli import app
from sijill.store import verify

RUN = CliRunner()
TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين."


def run(*arguments: object, given: str | None = None) -> Result:
    return RUN.invoke(app, [str(one) for one in arguments], input=given)


@pytest.fixture
def record(tmp_path: pathlib.Path) -> pathlib.Path:
    path, text = tmp_path / "a.sijill", tmp_path / "a.txt"
    text.write_text(TEXT, "utf-8")
    done = run("code", text, "--published", "2018-03-14", "--record", path, "--format", "jsonl", "--model", "rules")
    assert done.exit_code == 0, done.output
    return path


def test_accounts_from_the_first_to_the_last(record: pathlib.Path) -> None:
    """Accounts are made, listed, changed and disabled; nothing that would leave the record to nobody is done."""
    assert run("users", "add", record, "Mona", "--role", "administrator", "--stdin", given="four words no more\n"
               ).exit_code == 0
    assert run("users", "add", record, "هدى", "--stdin", given="four words no more\n").exit_code == 0
    assert run("users", "role", record, "هدى", "reviewer").exit_code == 0
    listed = [json.loads(line) for line in run("users", "list", record, "--format", "jsonl").stdout.splitlines()]
    assert [(one["name"], one["role"], one["disabled"]) for one in listed] == [
        ("Mona", "administrator", False), ("هدى", "reviewer", False)]
    assert run("users", "password", record, "هدى", "--stdin", given="other words no more\n").exit_code == 0
    assert run("users", "disable", record, "هدى").exit_code == 0
    assert "disabled" in run("users", "list", record).stdout
    assert run("users", "enable", record, "هدى").exit_code == 0
    for refused in (run("users", "disable", record, "Mona"), run("users", "role", record, "Mona", "reader"),
                    run("users", "add", record, "MONA", "--stdin", given="four words no more\n"),
                    run("users", "add", record, "a\u202eb", "--stdin", given="four words no more\n"),
                    run("users", "add", record, "Lina", "--role", "king", "--stdin", given="four words no more\n"),
                    run("users", "add", record, "Lina", "--stdin", given="short\n"),
                    run("users", "role", record, "nobody", "reader")):
        assert refused.exit_code == 2 and "E411" in refused.output, refused.output
    assert verify(record).intact


def test_articles_are_restricted_and_released(record: pathlib.Path) -> None:
    """Restrictions are set, listed and lifted; an article, role or account that is not there is told."""
    from sijill.store import Record

    with Record.open(record) as opened:
        article = next(opened.documents()).article_id
    run("users", "add", record, "Mona", "--stdin", given="four words no more\n")
    assert run("restrict", record, article, "--role", "reviewer", "--person", "mona").exit_code == 0
    (line,) = [json.loads(one) for one in run("restricted", record, "--format", "jsonl").stdout.splitlines()]
    assert (line["article_id"], line["roles"], line["people"]) == (article, ["reviewer"], ["Mona"])
    for refused in (run("restrict", record, "nothing"), run("restrict", record, article, "--role", "king"),
                    run("restrict", record, article, "--person", "nobody"), run("unrestrict", record, "nothing")):
        assert refused.exit_code == 2 and "E411" in refused.output, refused.output
    assert run("unrestrict", record, article).exit_code == 0
    assert run("restricted", record, "--format", "jsonl").stdout == ""
    assert verify(record).intact


@pytest.mark.parametrize(("given", "said"), [
    (("--host", "0.0.0.0"), "--users"), (("--host", "192.0.2.1"), "--users"), (("--name", "a.example"), "--users"),
    (("--users", "--host", "0.0.0.0", "--name", "a.example"), "--certificate"),
    (("--users", "--host", "0.0.0.0", "--plain"), "--name"), (("--users", "--key", "k.pem"), "--certificate"),
    (("--users", "--certificate", "nothing.pem"), "PEM"), (("--users",), "sijill users add")])
def test_what_would_let_strangers_in_is_refused(record: pathlib.Path, given: tuple[str, ...], said: str) -> None:
    """Other machines are served with accounts alone, encrypted, and by a name that is known; the error says how."""
    refused = run("serve", record, "--no-browser", "--port", "0", *given)
    assert refused.exit_code == 2 and "E200" in refused.output and said in refused.output, refused.output
