"""The plan shares out every byte once and notices what changed."""

import hashlib
import os
import pathlib
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sijill.bulk.plan import BulkError, InputChanged, Plan, _fitting, check_files, make_plan, pieces, read_plan
from sijill.bulk.shards import FOLDER, check_input, run_shard, tasks
from sijill.bulk.step import Settings

Write = Callable[[pathlib.Path, int], pathlib.Path]


def planned(path: pathlib.Path, shard_bytes: int = 2000) -> Plan:
    return make_plan([str(path)], Settings(), shard_bytes)


@pytest.mark.parametrize("shard_bytes", [1, 700, 2000, 1 << 20])
def test_every_byte_is_in_one_shard(article_lines: Write, tmp_path: pathlib.Path, shard_bytes: int) -> None:
    """The shards of a file, put together, are the file; each holds whole lines, and its checksum is of its bytes."""
    path = article_lines(tmp_path / "a.jsonl", 40)
    plan = planned(path, shard_bytes)
    held = [b"".join(piece for part in shard.parts for piece in pieces(part)) for shard in plan.shards]
    assert b"".join(held) == path.read_bytes()
    assert all(data.endswith(b"\n") for data in held)
    assert [hashlib.sha256(data).hexdigest() for data in held] == [s.sha256 for s in plan.shards]
    assert sum(s.bytes for s in plan.shards) == plan.files[0]["size"] == path.stat().st_size


def test_lines_are_counted(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Each part knows the number of its first line in the file."""
    path = article_lines(tmp_path / "a.jsonl", 40)
    data = path.read_bytes()
    for shard in planned(path).shards:
        (part,) = shard.parts
        assert part.start is not None and part.line == data[: part.start].count(b"\n") + 1


def test_small_files_go_together(tmp_path: pathlib.Path) -> None:
    """Small files share shards, in the order in which they are read; a missing one has no checksum."""
    for n in range(30):
        (tmp_path / f"{n:02}.txt").write_text("قصف الجيش بلدة الحويجة. " * 9, "utf-8")
    plan = make_plan([str(tmp_path), str(tmp_path / "none")], Settings(), 2000)
    names = [part.path for shard in plan.shards for part in shard.parts]
    assert names == [*(str(tmp_path / f"{n:02}.txt") for n in range(30)), str(tmp_path / "none")]
    assert 5 < len(plan.shards) < 30 and plan.files[-1]["sha256"] is None


def test_few_articles_are_work_for_many_cores(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """Unless asked otherwise a shard holds a 256th of the inputs, no fewer than 50 kB and no more than 4 MB."""
    path = article_lines(tmp_path / "a.jsonl", 800)
    plan = make_plan([str(path)], Settings())
    assert plan.shard_bytes == 50_000 and len(plan.shards) == path.stat().st_size // 50_000 + 1 >= 4
    for name, size, wanted in (("b.html", 25_600_000, 100_000), ("c.html", 2_000_000_000, 4_000_000)):
        with (tmp_path / name).open("wb") as stream:
            stream.truncate(size)
        assert _fitting([tmp_path / name, tmp_path / "none"]) == wanted


def test_it_comes_back_as_it_was_saved(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A saved plan is read back equal; an edited one, another file or none is an error with a next step."""
    plan = planned(article_lines(tmp_path / "a.jsonl", 40))
    plan.save(tmp_path)
    manifest = tmp_path / "manifest.json"
    assert read_plan(tmp_path) == plan
    manifest.write_text(manifest.read_text().replace('"start": 0', '"start": 1'))
    with pytest.raises(BulkError, match="edited"):
        read_plan(tmp_path)
    manifest.write_text("{}")
    with pytest.raises(BulkError, match="cannot be read"):
        read_plan(tmp_path)
    manifest.unlink()
    with pytest.raises(BulkError, match="no plan"):
        read_plan(tmp_path)


def test_a_changed_input_is_noticed(article_lines: Write, tmp_path: pathlib.Path) -> None:
    """A shard whose bytes are not those planned, or whose file is gone, names the file."""
    path = article_lines(tmp_path / "a.jsonl", 40)
    first, *others = tasks(planned(path), tmp_path)
    check_input(first)
    path.write_bytes(path.read_bytes().replace(b"d1\"", b"dX\""))
    with pytest.raises(InputChanged, match="a.jsonl"):
        check_input(first)
    check_input(others[-1])
    path.unlink()
    with pytest.raises(InputChanged):
        check_input(others[-1])


def test_a_changed_footer_of_parquet_is_noticed(tmp_path: pathlib.Path) -> None:
    """A row group is also what the end of its file says of it."""
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [f"قصف الجيش البلدة {n}" for n in range(60)]}), path, row_group_size=20)
    first, *others = tasks(planned(path, 10), tmp_path)
    assert len(others) == 2 and first.shard.parts[0].groups == (0, 1)
    check_input(first)
    data = path.read_bytes()
    path.write_bytes(data[:-40].replace(b"text", b"tent") + data[-40:])
    with pytest.raises(InputChanged):
        check_input(first)


def test_a_run_over_files_whose_names_are_no_utf_8(tmp_path: pathlib.Path) -> None:
    """A plan is written, read and gone on with whatever bytes the names of its files are."""
    name = os.fsdecode("خبر".encode("windows-1256") + b".txt")
    (tmp_path / name).write_text("قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل مدنيين.")
    plan = make_plan([str(tmp_path)], Settings())
    (tmp_path / "out" / FOLDER).mkdir(parents=True)
    plan.save(tmp_path / "out")
    assert read_plan(tmp_path / "out") == plan
    check_files(plan, tmp_path / "out")
    counts = run_shard(tasks(plan, tmp_path / "out")[0])
    assert (counts.read, counts.kept) == (1, 1)
