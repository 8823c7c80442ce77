"""The commands `verify`, `search` and `backup`: what they print, and what they exit with."""

import json
import os
import pathlib
import sqlite3

import pytest
from typer.testing import CliRunner, Result

from sijill.cli import app
from sijill.store import backup

RUN = CliRunner()
TEXTS = (
    ("قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين.", "وكالة", "2018-03-14"),
    ("سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك\nعنيفة مع تنظيم داعش.", "شبكة", "2018-12-14"),
    ("دارت اشتباكات في مدينة دوما.", "شبكة", None),
)


@pytest.fixture
def record(tmp_path: pathlib.Path) -> pathlib.Path:
    path, lines = tmp_path / "a.sijill", tmp_path / "a.jsonl"
    lines.write_text("".join(json.dumps({"text": text, "source": source, "published": day, "doc_id": f"d{n}"}) + "\n"
                             for n, (text, source, day) in enumerate(TEXTS)), "utf-8")
    assert run("code", str(lines), "--record", str(path), "--format", "jsonl").exit_code == 0
    return path


def run(*arguments: object) -> Result:
    return RUN.invoke(app, [str(one) for one in arguments])


def edit(record: pathlib.Path, statement: str) -> None:
    connection = sqlite3.connect(record)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_verify_prints_the_head_and_heeds_one(record: pathlib.Path) -> None:
    """An untouched record is as written, by its noted head too, also after more was added; another head is told."""
    done = run("verify", record)
    assert done.exit_code == 0 and done.stdout.startswith("as written: ") and "3 articles" in done.stdout
    found = json.loads(run("verify", record, "--format", "json").stdout)
    assert found["intact"] and f"head: {found['head']}" in done.stdout
    assert run("decide", record, "accept", json.loads(run("events", record, "--format", "jsonl").stdout.split("\n")[0])[
        "event_id"]).exit_code == 0
    assert run("verify", record, "--expect", found["head"]).exit_code == 0
    assert run("verify", record, "--expect", "0" * 64).exit_code == 1
    derived = run("verify", record).stdout.splitlines()[-1]
    assert "not checked" in derived and "linked_claims" in derived


def test_verify_names_what_was_changed(record: pathlib.Path) -> None:
    """A changed cell and a removed row are named, and the command exits with 1."""
    edit(record, "UPDATE articles SET source = 'x' WHERE doc_id = 'd1'")
    edit(record, "DELETE FROM arguments WHERE id = 1")
    done = run("verify", record)
    assert done.exit_code == 1 and done.stdout.startswith("NOT as written: 2 differences; the first: ")
    assert "column source: changed" in done.stdout and "arguments 1: removed" in done.stdout
    found = json.loads(run("verify", record, "--format", "json").stdout)
    assert not found["intact"] and {one["table"] for one in found["differences"]} == {"articles", "arguments"}


def test_search_finds_prints_and_filters(record: pathlib.Path) -> None:
    """Hits come the latest first with the words around them; filters narrow them; none found exits with 1."""
    done = run("search", record, "قوات")
    assert done.exit_code == 0
    heads = [line for line in done.stdout.splitlines() if line.startswith("20")]
    assert [head.split()[0] for head in heads] == ["2018-12-14", "2018-03-14"]
    # a line break in the text does not break the hit's line
    assert "معارك عنيفة" in " ".join(done.stdout.split()) and "\nعنيفة" not in done.stdout
    hits = [json.loads(line) for line in run("search", record, "دوما", "--format", "jsonl").stdout.splitlines()]
    assert [hit["doc_id"] for hit in hits] == ["d0", "d2"]
    for hit in hits:
        text = TEXTS[int(hit["doc_id"][1:])][0]
        assert text[hit["snippet"]["start"]:hit["snippet"]["end"]] == hit["snippet"]["text"]
        assert [text[span["start"]:span["end"]] for span in hit["spans"]] == ["دوما"]
    for more, found in (((), 2), (("--source", "شبكة"), 1), (("--from", "2018-03-01"), 1), (("--to", "2018-03-13"), 0),
                        (("--limit", "1"), 1), (("--limit", "0"), 2)):
        done = run("search", record, "دوما", "--format", "jsonl", *more)
        assert (len(done.stdout.splitlines()), done.exit_code) == (found, 0 if found else 1), more
    assert "--limit 0" in run("search", record, "دوما", "--limit", "1").stderr
    assert "--limit 0" not in run("search", record, "دوما", "--limit", "2").stderr


def test_search_refuses_what_it_cannot_look_for(record: pathlib.Path) -> None:
    """No words, and days that are none, are wrong usage."""
    for wrong in ((), ("-",), ("دوما", "--from", "yesterday")):
        done = run("search", record, *wrong)
        assert done.exit_code == 2 and "Traceback" not in done.stderr


def test_search_makes_its_index_anew(record: pathlib.Path) -> None:
    """A lost index is told by verify with what mends it, and made anew by search."""
    edit(record, "INSERT INTO search (search) VALUES ('delete-all')")
    assert run("search", record, "دوما").exit_code == 1
    assert "--rebuild" in run("verify", record).stdout
    assert "3 articles" in run("search", record, "--rebuild").stderr
    assert run("search", record, "دوما").exit_code == 0 and run("verify", record).exit_code == 0


def test_backup_copies_and_verifies(record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """The copy holds the same chain; an existing file, a missing folder and a server are refused."""
    copy = tmp_path / "copy.sijill"
    done = run("backup", record, copy)
    head = json.loads(run("verify", record, "--format", "json").stdout)["head"]
    assert done.exit_code == 0 and head in done.stdout and "3 articles" in done.stdout
    assert json.loads(run("verify", copy, "--format", "json").stdout)["head"] == head
    before = copy.read_bytes()
    for wrong in ((record, copy), (record, tmp_path / "none" / "a"), (tmp_path / "none", tmp_path / "b"),
                  ("postgresql://me:secret@localhost/a", tmp_path / "b")):
        done = run("backup", *wrong)
        assert done.exit_code == 2 and done.stderr.startswith("sijill: [E400]") and "secret" not in done.stderr
    assert copy.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {
        "a.sijill", "a.warc.gz", "a.jsonl", "copy.sijill", "copy.warc.gz"}


def test_backup_tells_of_a_record_that_was_changed(record: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """A record that is not as written is copied all the same, with what differs."""
    edit(record, "UPDATE articles SET source = 'x' WHERE doc_id = 'd1'")
    done = run("backup", record, tmp_path / "copy.sijill")
    assert done.exit_code == 1 and "column source: changed" in done.stderr and (tmp_path / "copy.sijill").exists()


def test_backup_looks_at_the_copy(record: pathlib.Path, tmp_path: pathlib.Path,
                                  monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the copy that is verified, not the record."""
    whole = backup._copy

    def spoilt(source: pathlib.Path, target: pathlib.Path) -> None:
        whole(source, target)
        edit(target, "UPDATE articles SET source = 'x' WHERE doc_id = 'd1'")

    monkeypatch.setattr(backup, "_copy", spoilt)
    assert run("backup", record, tmp_path / "copy.sijill").exit_code == 1


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95])
def test_a_file_that_was_cut_short_is_told(record: pathlib.Path, tmp_path: pathlib.Path, share: float) -> None:
    """Each command on a file that lacks its end says what is wrong and what to do, in one line."""
    os.truncate(record, int(record.stat().st_size * share))
    for command in (("verify", record), ("search", record, "دوما"), ("events", record), ("link", record),
                    ("decisions", record), ("backup", record, tmp_path / "copy.sijill")):
        done = run(*command)
        assert done.exit_code in (1, 2) and "Traceback" not in done.stderr + done.stdout
        said = done.stdout if command[0] == "verify" and done.exit_code == 1 else done.stderr
        assert "damaged" in said or "malformed" in said or "not a record" in said, (command, said)
