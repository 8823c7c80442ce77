"""Reports that we wrote ourselves: marks in place become spans of the text without them."""

import pytest
from benchmarks.written.run import REPORTS, only_measured
from training.written import NAMED, read, written

from sijill.resources import table

REPORT = """=== w-1 | صحيفة لبنانية، 2015 | 2015-07-30
دارت {اشتباكات|T1 Armed clash} بين {الجيش السوري|A1,2 SYR_ARMY} و{تنظيم داعش|B1 IS} في {غويران الشرقي|P1} \
و{الغربي|P1 part = غويران الغربي}.
وقال مصدر إن الجيش لن {يقتحم|T2 Armed clash, denied} {سجن {الحسكة|P2}|B2 NEW:Guards of a prison}.
"""


def test_marks_become_spans() -> None:
    """Marked words are spans of the text without marks, with the type, ids, names and extents that the marks give."""
    (report,) = read(REPORT)
    text = report["text"]
    assert not set("{}|") & set(text)
    clash, storm = report["events"]
    for event in (clash, storm):
        for span in (event["trigger"], *event["actor1"], *event["actor2"], *event["places"]):
            assert text[span["start"] : span["end"]] == span["text"]
    assert (clash["trigger"]["text"], clash["sub_event_type"], clash["factuality"]) == (
        "اشتباكات", "Armed clash", "asserted")
    assert [(a["text"], a["id"]) for a in clash["actor1"] + clash["actor2"]] == [
        ("الجيش السوري", "SYR_ARMY"), ("تنظيم داعش", "IS")]
    assert [(p["text"], p["name"], p["extent"]) for p in clash["places"]] == [
        ("غويران الشرقي", "غويران الشرقي", "whole"), ("الغربي", "غويران الغربي", "part")]
    assert (storm["factuality"], storm["places"][0]["text"], storm["actor2"][0]["text"]) == (
        "denied", "الحسكة", "سجن الحسكة")
    assert storm["actor1"] == clash["actor1"]


@pytest.mark.parametrize(("mark", "bounds"), [
    ("news", ("2015-07-29", "2015-07-30")), ("-", (None, None)), ("2015-07-01", ("2015-07-01", "2015-07-01")),
    ("2015-07-01..2015-07-05", ("2015-07-01", "2015-07-05")), ("..2015-07-05", (None, "2015-07-05")),
])
def test_days_of_events(mark: str, bounds: tuple[str | None, str | None]) -> None:
    """A mark of a day gives its bounds, and an event without one has no time."""
    told = f"{{قصف|T1 Air/drone strike; D1 {mark}}} ثم {{غارة|T2 Air/drone strike}}"
    (report,) = read(f"=== w-4 | وكالة | 2015-07-30\n{told}\n")
    first, second = report["events"]
    assert (first["time"]["earliest"], first["time"]["latest"]) == bounds and "time" not in second


@pytest.mark.parametrize(("wrong", "said"), [
    ("{قصف|T1 Bombing}", "unknown type"),
    ("{قصف|T1 Air/drone strike, perhaps}", "unknown type or factuality"),
    ("{قصف|T1 Air/drone strike} ثم {غارة|T1 Air/drone strike}", "two triggers"),
    ("{القوات|A1 SYR_ARMY}", "no trigger of event 1"),
    ("{قصف|T1 Air/drone strike} {القوات|A1}", "no id"),
    ("{قصف|T1 Air/drone strike} {حلب|P1 near}", "unknown extent"),
    ("{قصف|T1 Air/drone strike; D1 yesterday}", "not a day"),
    ("{قصف|X1}", "not a mark"),
    ("{قصف |T1 Air/drone strike}", "space"),
    ("{قصف", "without its fellow"),
    ("قصف|T1 Air/drone strike}", "nothing opens"),
])
def test_wrong_marks_say_where(wrong: str, said: str) -> None:
    """A mark that cannot be read is an error that names the report."""
    with pytest.raises(ValueError, match=f"w-2.*{said}"):
        list(read(f"=== w-2 | وكالة | 2015-07-30\n{wrong}\n"))


def test_a_heading_has_three_parts() -> None:
    """A heading without a day is an error, not a report without one."""
    with pytest.raises(ValueError, match="not a heading"):
        list(read("=== w-3 | وكالة\nنص\n"))


def test_our_reports_can_be_read() -> None:
    """Every report of ours can be read, has a name of its own, and names sides of the registry or new ones."""
    reports = [*written(), *written(REPORTS)]
    assert len({r["doc_id"] for r in reports if r["doc_id"].startswith(NAMED)}) == len(reports) > 3_000
    ids = {row["id"] for row in table("actors.tsv", ("id",))}
    named = {a["id"] for r in reports for e in r["events"] for a in e["actor1"] + e["actor2"]}
    assert {i for i in named if not i.startswith("NEW:")} <= ids


def test_a_third_of_the_benchmarks_reports_is_only_measured() -> None:
    """Of the reports of the benchmark a third, and of each voice some, is left unread."""
    names = [report["doc_id"] for report in written(REPORTS)]
    aside = [name for name in names if only_measured(name)]
    assert 0.3 < len(aside) / len(names) < 0.37
    assert {name.rpartition("-")[0] for name in aside} == {name.rpartition("-")[0] for name in names}
