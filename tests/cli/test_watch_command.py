"""The commands `sijill watch` and `fetch`, with a server on this machine."""

import json
import pathlib
import sys

import pytest
from fastwarc.warc import ArchiveIterator
from typer.testing import CliRunner

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "acquire"))

from tests.acquire.web_server import Clock, fetcher, serving  # noqa: E402

from sijill.acquire import Article, read_articles  # noqa: E402
from sijill.acquire.reading import Defaults  # noqa: E402
from sijill.acquire.watch_list import Feed, WatchList  # noqa: E402
from sijill.acquire.watch_state import WatchState  # noqa: E402
from sijill.acquire.watching import Watcher  # noqa: E402
from sijill.acquire.web import fetch_articles  # noqa: E402
from sijill.cli import app  # noqa: E402
from sijill.cli.job import Job, run_job  # noqa: E402
from sijill.cli.watch_rounds import watch_on  # noqa: E402
from sijill.store import Record, verify  # noqa: E402

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
PAGE = f"<html><body><h1>خبر من دوما اليوم</h1><p>{TEXT}</p></body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_what_is_new_is_coded_and_its_bytes_are_kept(tmp_path: pathlib.Path) -> None:
    """A round codes new articles into the record, keeps each answer as it came, and why a feed failed; once."""
    record = tmp_path / "a.sijill"
    with serving() as site:
        rss = f"<rss version='2.0'><channel><item><link>{site.root}/1</link></item></channel></rss>"
        site.pages |= {"/rss": (200, {}, rss.encode()), "/1": (200, HTML, PAGE)}
        clock = Clock()
        watched = WatchList((Feed(f"{site.root}/gone"), Feed(f"{site.root}/rss", name="مثال")))
        for wanted in (3, 0):
            state = WatchState(tmp_path / "a.state")
            job = Job(record=record, format="jsonl")
            assert watch_on(Watcher(watched, state, fetcher(clock)), job, once=True) == wanted
            state.close()
        with Record.open(record) as opened:
            (document,) = opened.documents()
            (rejected,) = opened.rejections()
            ((_, (kept,)),) = opened.sources(document.article_id)
        assert document.source == "مثال" and document.url == f"{site.root}/1" and document.events
        assert rejected.code == "E319" and kept.target == f"{site.root}/1"
        found = verify(record)
        assert found.intact and found.archive and found.archive.whole == 1
    done = CliRunner().invoke(app, ["source", str(record), document.article_id, "--out", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert (tmp_path / "out").read_bytes().startswith(b"HTTP/1.0 200 OK\r\n")
    assert (tmp_path / "out").read_bytes().endswith(b"\r\n\r\n" + PAGE)


def test_what_was_asked_and_every_redirect_are_kept(tmp_path: pathlib.Path) -> None:
    """The archive has each request with its answer, of redirects too, and the record seals the way to a page."""
    import sijill

    record = tmp_path / "a.sijill"
    with serving() as site:
        site.pages |= {"/asked": (301, {"Location": "/moved"}, b""), "/moved": (302, {"Location": "/1"}, b"gone"),
                       "/1": (200, HTML, PAGE)}
        run_job(Job(record=record, format="jsonl"), sijill.load(model=None), complain=print,
                items=fetch_articles([site.root + "/asked"], fetcher(), Defaults()))
    with (tmp_path / "a.warc.gz").open("rb") as stream:
        members = [(dict(one.headers), one.reader.read()) for one in ArchiveIterator(stream, parse_http=False)
                   if one.verify_block_digest() or one.headers["WARC-Type"] == "warcinfo"]
    answers = {head["WARC-Record-ID"]: (head, block) for head, block in members if head["WARC-Type"] == "response"}
    requests = [(head, block) for head, block in members if head["WARC-Type"] == "request"]
    assert len(members) == 7 and len(answers) == len(requests) == 3
    for head, block in requests:
        answer, came = answers[head["WARC-Concurrent-To"]]
        path = answer["WARC-Target-URI"].removeprefix(site.root)
        assert head["WARC-Target-URI"] == answer["WARC-Target-URI"] and head["WARC-IP-Address"] == "127.0.0.1"
        assert head["Content-Type"] == "application/http; msgtype=request"
        assert block.startswith(f"GET {path} HTTP/1.1\r\n".encode()) and b"User-Agent: Sijill/" in block
        assert came.startswith({"/asked": b"HTTP/1.0 301", "/moved": b"HTTP/1.0 302", "/1": b"HTTP/1.0 200"}[path])
    with Record.open(record) as opened:
        (document,) = opened.documents()
        ((_, rows),) = opened.sources(document.article_id)
    assert [(one.target.removeprefix(site.root), one.part) for one in rows] == [
        ("/1", None), ("/asked", "redirect 1 of 2"), ("/moved", "redirect 2 of 2")]
    state = verify(record).archive
    assert state and (state.spoken, state.whole, state.cut) == (3, 3, 0)
    (again,) = read_articles([tmp_path / "a.warc.gz"])
    assert isinstance(again, Article) and again.text == document.text


def test_fetched_pages_are_articles(tmp_path: pathlib.Path) -> None:
    """Fetched pages are coded into a record; what is no page is a row with the reason, and the rest goes on."""
    import sijill

    with serving() as site:
        site.pages |= {"/1": (200, HTML, PAGE), "/2": (200, {"Content-Type": "image/png"}, b"\x89PNG")}
        urls = [site.root + path for path in ("/2", "/none", "/1")]
        summary = run_job(Job(record=tmp_path / "a.sijill", format="jsonl"), sijill.load(), complain=lambda _: None,
                          items=fetch_articles(urls, fetcher(), Defaults()))
    assert (summary.added, [one.code for one in summary.rejected]) == (1, ["E310", "E319"])


def test_the_commands_refuse_one_s_own_machine(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No option and no variable of the environment lets a command ask an address inside; the status tells why."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    with serving() as site:
        feeds = tmp_path / "feeds.toml"
        feeds.write_text(f'[[feed]]\nurl = "{site.root}/rss"\n', "utf-8")
        assert CliRunner().invoke(app, ["fetch", site.root]).exit_code == 1
        done = CliRunner().invoke(app, ["watch", str(feeds), "--once"])
        assert done.exit_code == 1 and "E318" in done.output and site.asked == []
    status = CliRunner().invoke(app, ["watch", str(feeds), "--status"])
    assert "not on the open internet" in json.loads(status.output)["reason"]
    assert CliRunner().invoke(app, ["watch", str(tmp_path / "none.toml")]).exit_code == 2


def test_help_shows_brackets() -> None:
    """The help of `watch` shows how a feed is written, its brackets too."""
    assert "[[feed]]" in CliRunner().invoke(app, ["watch", "--help"]).stdout
