"""The commands on linked events: what they print, how they filter, and what they refuse."""

import csv
import io
import json
import pathlib
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sijill.cli import app
from sijill.cli.event_view import event_list
from sijill.cli.render import Printer
from sijill.store import Record

RUN = CliRunner()
TEXTS = (
    ("قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري.",
     "وكالة سانا"),
    ("أعلن الدفاع المدني مقتل أربعة مدنيين في قصف مدفعي لقوات النظام السوري على مدينة دوما أمس.", "shaam.org"),
    ("سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.", "=SUM(A1)"),
)


@pytest.fixture
def record(tmp_path: pathlib.Path) -> str:
    path = tmp_path / "a.sijill"
    lines = tmp_path / "a.jsonl"
    lines.write_text("".join(json.dumps({"text": text, "source": source, "published": "2018-03-14", "doc_id": f"d{n}"})
                             + "\n" for n, (text, source) in enumerate(TEXTS)), "utf-8")
    assert RUN.invoke(app, ["code", str(lines), "--record", str(path), "--format", "jsonl"]).exit_code == 0
    return str(path)


def run(*arguments: str) -> Result:
    return RUN.invoke(app, list(arguments))


def rows(record: str, *arguments: str) -> list[dict[str, Any]]:
    done = run("events", record, "--format", "jsonl", *arguments)
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("command", ["link", "events", "show", "decide", "decisions"])
def test_every_help_has_an_example(command: str) -> None:
    """Each command's help shows how to call it."""
    done = run(command, "--help")
    assert done.exit_code == 0 and "Example" in done.stdout


def test_events_link_first_and_say_so(record: str) -> None:
    """Events of a record that was not linked are linked first, which standard error says, and only then."""
    first = run("events", record, "--format", "jsonl")
    assert "linking what is new" in first.stderr and "linking" not in first.stdout
    second = run("events", record, "--format", "jsonl")
    assert second.stderr == "" and second.stdout == first.stdout
    assert "0 new" in run("link", record).stdout and run("link", record, "--all").exit_code == 0
    assert run("events", record, "--format", "jsonl").stdout == first.stdout


def test_json_lines_hold_every_claim_with_its_evidence(record: str) -> None:
    """Each line is an event; every claim stands once, and each span equals the text at its offsets."""
    events = rows(record)
    claims = [claim for event in events for claim in event["claims"]]
    assert len({claim["claim_id"] for claim in claims}) == len(claims) >= 3
    assert {claim["doc_id"] for claim in claims} == {"d0", "d1", "d2"}
    texts = {f"d{n}": text for n, (text, _) in enumerate(TEXTS)}
    for claim in claims:
        assert any(span["field"] == "trigger" for span in claim["evidence"])
        for span in (*claim["evidence"], *claim["attribution"]):
            assert texts[claim["doc_id"]][span["start"]:span["end"]] == span["text"]
    assert {span["field"] for claim in claims for span in claim["evidence"]} == {
        "trigger", "actor1", "actor2", "places", "time", "casualties", "attribution", "weapon"}
    for event in events:
        assert event.keys() >= {"event_id", "event_type", "sub_event_type", "actor1", "actor2", "places", "earliest",
                                "latest", "time_precision", "tolls", "status", "factuality", "blocs", "one_sided",
                                "dissent", "claims"}
        assert all(len(readings) > 1 for readings in event["dissent"].values())
        for place in event["places"]:
            assert place.keys() >= {"name", "place_id", "lat", "lon", "geo_precision"}
        for toll in event["tolls"]:
            assert toll.keys() >= {"low", "best", "high"}


def test_filters_are_checked(record: str) -> None:
    """A filter that no event can pass by its nature is refused with the next step; one that none passes gives none."""
    for wrong in (("--near", "here"), ("--actor", "NOBODY"), ("--type", "Picnic"), ("--status", "true"),
                  ("--from", "yesterday"), ("--bloc", "nobody"), ("--from", "2018-03-15", "--to", "2018-03-14")):
        done = run("events", record, *wrong)
        assert done.exit_code == 2 and done.stderr.startswith("sijill: [") and "Traceback" not in done.stderr
    assert rows(record, "--place", "صنعاء") == []
    assert 0 < len(rows(record, "--place", "دوما", "--min-killed", "3")) <= len(rows(record, "--place", "دوما"))
    assert len(rows(record, "--limit", "1")) == 1
    assert rows(record, "--source", "shaam.org") and rows(record, "--from", "2018-03-01", "--to", "2018-03-31")


def test_csv_is_safe_in_a_spreadsheet(record: str, tmp_path: pathlib.Path) -> None:
    """CSV has one row an event, and no cell that a spreadsheet would run."""
    out = tmp_path / "events.csv"
    assert run("events", record, "--format", "csv", "--out", str(out)).exit_code == 0
    found = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert len(found) == len(rows(record))
    assert any("SUM(A1)" in row["sources"] for row in found)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row.values())


def test_a_table_shows_what_it_leaves_out(record: str) -> None:
    """A table names each event, and standard error says of how many."""
    done = run("events", record)
    assert all(event["event_id"][:8] in done.stdout for event in rows(record))
    assert f"{len(rows(record))} events" in done.stderr
    assert "1 of " in run("events", record, "--limit", "1").stderr


def test_a_narrow_terminal_gets_cards(record: str) -> None:
    """Where a table has no room, each event is a card that keeps to the width."""
    stream = io.StringIO()
    printer = Printer(stream)
    printer.console.width = 60
    with Record.open(record) as opened:
        opened.link()
        event_list(printer, opened.events())
    lines = stream.getvalue().splitlines()
    assert not any("│" in line for line in lines) and max(map(len, lines)) <= 60
    assert all(any(line.startswith(event["event_id"][:8]) for line in lines) for event in rows(record))


def test_show_says_why(record: str) -> None:
    """An event shows the words of each of its claims, where they differ, and why each is here; so does its JSON."""
    event = next(event for event in rows(record) if event["tolls"])
    done = run("show", record, event["event_id"])
    assert done.exit_code == 0 and "killed 3 (3 to 4) CIVILIANS" in done.stdout
    # once among the readings and once beside the other claim
    assert done.stdout.count("≠ مدفعي") == 2 and "because" in done.stdout
    for claim in event["claims"]:
        assert claim["claim_id"][:8] in done.stdout
    shown = json.loads(run("show", record, event["claims"][-1]["claim_id"][:10], "--format", "json").stdout)
    assert shown["event_id"] == event["event_id"] and len(shown["links"]) == len(event["claims"])
    assert [link["other"] for link in shown["links"]].count(None) >= 1
    wrong = run("show", record, "zz")
    assert wrong.exit_code == 2 and "sijill events" in wrong.stderr


def test_decisions_are_kept_and_heeded(record: str) -> None:
    """A decision is printed with its id, changes the events, is listed, and can be withdrawn."""
    one, *_, other = [claim["claim_id"] for event in rows(record) for claim in event["claims"]]
    before = run("events", record, "--format", "jsonl").stdout
    done = run("decide", record, "same", one, other, "--by", "ليلى", "--note", "حدث واحد")
    assert done.exit_code == 0 and done.stdout.startswith("Decision ")
    decision = done.stdout.split()[1].rstrip(":")
    assert any({one, other} <= {c["claim_id"] for c in event["claims"]} for event in rows(record))
    (listed,) = [json.loads(line) for line in run("decisions", record, "--format", "jsonl").stdout.splitlines()]
    assert (listed["id"], listed["by"], listed["note"]) == (decision, "ليلى", "حدث واحد")
    assert decision[:8] in run("decisions", record).stdout and decision[:8] in run("show", record, one).stdout
    assert run("decide", record, "withdraw", decision).exit_code == 0
    partitions = [{frozenset(c["claim_id"] for c in json.loads(line)["claims"]) for line in lines.splitlines()}
                  for lines in (before, run("events", record, "--format", "jsonl").stdout)]
    assert partitions[0] == partitions[1]


def test_a_correction_is_checked_and_applied(record: str) -> None:
    """A corrected day shows in the event; a value that does not fit is refused and nothing is kept."""
    claims = [claim["claim_id"] for claim in rows(record)[0]["claims"]]
    for claim in claims:
        for field in ("earliest", "latest"):
            done = run("decide", record, "correct", claim, "--field", field, "--value", "2018-03-01")
            assert done.exit_code == 0
    event = next(e for e in rows(record) if claim in {c["claim_id"] for c in e["claims"]})
    assert (event["earliest"], event["latest"]) == ("2018-03-01", "2018-03-01")
    wrong = run("decide", record, "correct", claim, "--field", "latest", "--value", "soon")
    assert wrong.exit_code == 2 and "Traceback" not in wrong.stderr
    assert len(run("decisions", record, "--format", "jsonl").stdout.splitlines()) == 2 * len(claims)


def test_the_words_of_a_correction_become_its_evidence(record: str) -> None:
    """--words says where the value stands: the evidence of the claim and the list of decisions give those words."""
    claim = next(one for event in rows(record) for one in event["claims"] if one["doc_id"] == "d0")
    trigger = next(one for one in claim["evidence"] if one["field"] == "trigger")
    at = f"{trigger['start']}-{trigger['end']}"
    for wrong in ("here", "3-3", "0-5000", "-2-4"):
        assert run("decide", record, "correct", claim["claim_id"], "--field", "place", "--value", "دوما",
                   f"--words={wrong}").exit_code, wrong
    done = run("decide", record, "correct", claim["claim_id"], "--field", "place", "--value", "القرية", "--words", at)
    assert done.exit_code == 0, done.output
    (now,) = [one for event in rows(record) for one in event["claims"] if one["claim_id"] == claim["claim_id"]]
    assert [(one["value"], one["text"]) for one in now["evidence"] if one["field"] == "places"] == [
        ("القرية", trigger["text"])]
    (kept,) = map(json.loads, run("decisions", record, "--format", "jsonl").stdout.splitlines())
    assert kept["value"] == "القرية" and kept["words"] == {name: trigger[name] for name in ("start", "end", "text")}
    assert f'"القرية" «{trigger["text"]}»' in " ".join(run("decisions", record).stdout.split())


def test_what_is_no_record_is_refused(tmp_path: pathlib.Path) -> None:
    """Each command on a missing file says so in one line."""
    for command in (("link",), ("events",), ("show",), ("decide",), ("decisions",)):
        more = {"show": ["abc"], "decide": ["accept", "abc"]}.get(command[0], [])
        done = run(*command, str(tmp_path / "none.sijill"), *more)
        assert done.exit_code == 2 and "there is no such record" in done.stderr


def test_explain_of_an_event_leads_to_its_claims(record: str) -> None:
    """The id that `sijill events` lists is not the one that explain takes, and explain says which command takes it, so
    that it can be pasted."""
    event, spaced = rows(record)[0]["event_id"], record.replace("a.sijill", "my a.sijill")
    pathlib.Path(record).rename(spaced)
    wrong = run("explain", spaced, event[:8])
    assert wrong.exit_code == 2 and f"sijill show '{spaced}' {event[:8]}" in wrong.stderr
    pathlib.Path(spaced).rename(record)
    assert "sijill show" not in run("explain", record, "zz").stderr
