"""Answers of HTTP in web archives: packed, in chunks, of other kinds and status."""

import gzip
import pathlib
import zlib

import pytest

from sijill.acquire import Article, Rejected, read_articles
from sijill.acquire import archives as archives_room

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
PAGE = f"<html><head><title>خبر</title></head><body><h1>خبر من دوما اليوم</h1><p>{TEXT}</p></body></html>".encode()


def record(block: bytes, kind: str = "response", declared: str = "application/http; msgtype=response",
           url: str = "https://a.example/1") -> bytes:
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(block):032x}>\r\n"
            f"WARC-Date: 2020-01-02T03:04:05Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {declared}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, headers: str = "", status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body


def read(folder: pathlib.Path, *records: bytes) -> list[str]:
    path = folder / "a.warc"
    path.write_bytes(b"".join(records))
    return [item.text if isinstance(item, Article) else f"[{item.code}]" for item in read_articles([path])]


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:100], body[100:])) + b"0\r\n\r\n"


def deflated(body: bytes, bits: int) -> bytes:
    packer = zlib.compressobj(wbits=bits)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(("body", "headers"), [
    (chunked(PAGE), "Transfer-Encoding: chunked\r\n"),
    (PAGE, "Transfer-Encoding: chunked\r\n"),
    (chunked(gzip.compress(PAGE)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
    (deflated(PAGE, 15), "Content-Encoding: deflate\r\n"), (deflated(PAGE, -15), "Content-Encoding: deflate\r\n"),
], ids=["chunks", "only says chunks", "packed chunks", "deflate", "bare deflate"])
def test_bodies_are_unpacked(body: bytes, headers: str, tmp_path: pathlib.Path) -> None:
    """A page is read out of chunks, gzip and both kinds of deflate; one that only claims to be in chunks as it is."""
    assert read(tmp_path, record(answer(body, headers))) == [TEXT]


def test_a_packing_that_is_not_known_is_told(tmp_path: pathlib.Path) -> None:
    """A page packed in another way is a rejection, and the page after it is read."""
    assert read(tmp_path, record(answer(PAGE, "Content-Encoding: br\r\n")), record(answer(PAGE))) == ["[E315]", TEXT]


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_a_packed_body_cut_short_is_told(name: str, tmp_path: pathlib.Path) -> None:
    """A page whose packed bytes end before their end is no page, however it is packed; the next is read."""
    cut = {"gzip": gzip.compress(PAGE), "deflate": zlib.compress(PAGE)}[name][:-20]
    found = read(tmp_path, record(answer(cut, f"Content-Encoding: {name}\r\n")), record(answer(PAGE)))
    assert found == ["[E315]", TEXT]


def test_wherever_an_archive_is_cut_it_is_told(tmp_path: pathlib.Path) -> None:
    """An archive that is not packed gives the pages before a cut, and says that it is cut, wherever that is."""
    first, last = record(answer(PAGE)), record(answer(PAGE), url="https://a.example/2")
    body = len(last) - len(b"\r\n\r\n")
    for cut in range(1, body):
        assert read(tmp_path, first, last[:cut]) == [TEXT, "[E315]"], cut
    assert read(tmp_path, first, last[:body]) == read(tmp_path, first, last) == [TEXT, TEXT]


def test_what_is_no_page_is_passed_over(tmp_path: pathlib.Path) -> None:
    """Pictures, errors, requests and robots.txt give nothing; a text, a bare page and a conversion are articles."""
    text = TEXT.encode()
    assert read(tmp_path, record(answer(b"\x00\x01", kind="image/png")), record(answer(PAGE, status="404 Not Found")),
                record(answer(text, kind="text/plain"), url="https://a.example/robots.txt"),
                record(b"GET / HTTP/1.1\r\n\r\n", kind="request"), record(answer(text, kind="text/plain")),
                record(PAGE, kind="resource", declared="text/html"),
                record(answer(PAGE, kind="")), record(text, kind="conversion", declared="text/plain")) == [TEXT] * 4


def test_an_answer_larger_than_any_page_is_told(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page beyond the bound is a rejection, and what follows is read; a film beyond it is passed over."""
    monkeypatch.setattr(archives_room, "MAX_BLOCK", 10_000)
    large = answer(PAGE + b" " * 20_000)
    film = record(b"\x00" * 20_000, kind="resource", declared="video/mp4")
    assert read(tmp_path, record(large), film, record(answer(PAGE))) == ["[E305]", TEXT]


def test_an_archive_is_known_by_its_first_line(tmp_path: pathlib.Path) -> None:
    """On standard input, and in a file without an ending, an archive is known, packed or not."""
    for data in (record(answer(PAGE)), gzip.compress(record(answer(PAGE)))):
        path = tmp_path / "archive"
        path.write_bytes(data)
        with path.open("rb") as stream:
            items = [*read_articles([path]), *read_articles(["-"], stdin=stream)]
        assert len(items) == 2 and all(isinstance(i, Article) and i.url == "https://a.example/1" for i in items)


def test_what_is_no_archive_is_told(tmp_path: pathlib.Path) -> None:
    """An empty file and one that holds no record are rejections with a reason."""
    (tmp_path / "a.warc").write_bytes(b"")
    (tmp_path / "b.warc").write_bytes(b"no archive at all\r\n\r\n")
    items = list(read_articles([tmp_path]))
    assert [i.code for i in items if isinstance(i, Rejected)] == ["E301", "E315"]
