"""Fetching stays out of one's own network, within bounds, and polite."""

import email.utils
import gzip
import http.server
import socket
import threading
import time
import types
import zlib

import brotli
import pytest
from tests.acquire.web_server import HERE, Clock, fetcher, serving

from sijill.acquire import addresses, wire
from sijill.acquire.articles import ArticleRejected, Bomb, NotAllowed, NotFetched, RefusedAddress, TooLarge
from sijill.acquire.fetching import Fetcher, retry_after, web_address
from sijill.acquire.http_blocks import Answer
from sijill.acquire.reading import Defaults
from sijill.acquire.web import fetch_articles

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين."
PAGE = f"<html><body><h1>خبر من دوما اليوم</h1><p>{TEXT}</p></body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize("address", [
    "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
    "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "::127.0.0.1", "nonsense"])
def test_addresses_of_one_s_own_network_are_refused(address: str) -> None:
    """No loopback, private, link-local, shared or multicast address is public, nor what wraps one."""
    assert not addresses.is_public(address)


def test_addresses_of_the_internet_are_public() -> None:
    """Ordinary addresses may be asked, also where one is wrapped for a network that only speaks the newer protocol."""
    assert all(map(addresses.is_public, ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822")))


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://[::1]/",
                                 "http://0x7f.1/", "http://169.254.169.254/latest"])
def test_one_s_own_machine_is_not_asked(url: str) -> None:
    """However it is written, an address inside is refused."""
    with pytest.raises(RefusedAddress):
        Fetcher().get(url)


@pytest.mark.parametrize("url", ["ftp://a.example/", "file:///etc/passwd", "javascript:1", "http://me:pw@a.example/",
                                 "", "http://", "gopher://a.example/"])
def test_only_the_web_is_asked(url: str) -> None:
    """Other schemes, and addresses with a password, are refused before anything is resolved."""
    with pytest.raises(RefusedAddress):
        web_address(url)


def test_one_bad_address_among_good_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads to an open and to an inner address is not asked at all."""
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(RefusedAddress):
        addresses.targets("a.example", 80)


def test_a_name_is_resolved_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection is made to the address that was checked: a name that then leads elsewhere gains nothing."""
    asked = []
    real = socket.getaddrinfo

    def once(host: str, port: int, **more: int) -> object:
        asked.append(host)
        return real(HERE, port, **more)

    with serving() as site:
        site.pages["/"] = (200, HTML, PAGE)
        monkeypatch.setattr(socket, "getaddrinfo", once)
        port = site.root.rpartition(":")[2]
        found = fetcher().get(f"http://rebinding.example:{port}/")
    assert found.last.machine == HERE and asked == ["rebinding.example"] * 2  # robots.txt, and the page


def test_an_address_of_a_kind_that_the_machine_lacks_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a machine has no IPv6, the next address is asked; where none is left, that is a rejection."""
    def lacking(family: int, *more: int) -> socket.socket:
        if family == socket.AF_INET6:
            raise OSError(97, "Address family not supported by protocol")
        return socket.socket(family, *more)

    with serving() as site:
        port = int(site.root.rpartition(":")[2])
        monkeypatch.setattr(wire, "socket", types.SimpleNamespace(socket=lacking, SOCK_STREAM=socket.SOCK_STREAM))
        six = (socket.AF_INET6, ("::1", port, 0, 0))
        line = wire.Wire.open([six, (socket.AF_INET, (HERE, port))], None, 1000, time.monotonic() + 9)
        assert line.address == HERE
        line.hang_up()
        with pytest.raises(NotFetched, match="not supported"):
            wire.Wire.open([six], None, 1000, time.monotonic() + 9)


def test_a_redirect_to_loopback_is_refused() -> None:
    """A server that is trusted cannot send Sijill on to an address that is not."""
    with serving() as site:
        site.pages["/a"] = (302, {"Location": "http://127.0.0.2/secret"}, b"")
        site.pages["/b"] = (302, {"Location": "file:///etc/passwd"}, b"")
        for path in ("/a", "/b"):
            with pytest.raises(RefusedAddress):
                fetcher().get(site.root + path)


@pytest.mark.parametrize("target", ["http://[bad/", "//[::1", "http://h:99999/", "http://\u2100.com/"])
def test_a_redirect_to_no_address_is_refused(target: str) -> None:
    """A page that sends on to what is no address is a rejection, and the page after it is read."""
    with serving() as site:
        site.pages["/a"] = (302, {"Location": target.encode().decode("latin-1")}, b"")
        site.pages["/b"] = (200, HTML, PAGE)
        items = list(fetch_articles([site.root + "/a", site.root + "/b"], fetcher(Clock()), Defaults()))
    assert [getattr(item, "code", "article") for item in items] == ["E318", "article"]


def test_redirects_are_followed_and_bounded() -> None:
    """A page is found behind a redirect with Arabic in its address; a ring of them ends."""
    with serving() as site:
        target = "/%D8%AE%D8%A8%D8%B1"
        site.pages["/a"] = (301, {"Location": "/خبر".encode().decode("latin-1")}, b"")
        site.pages[target] = (200, HTML, PAGE)
        site.pages["/ring"] = (302, {"Location": "/ring"}, b"")
        found = fetcher().get(site.root + "/a")
        assert found.final == site.root + target and found.url == site.root + "/a" and found.answer.body == PAGE
        with pytest.raises(NotFetched, match="more than 5 redirects"):
            fetcher().get(site.root + "/ring")
        assert site.paths().count("/ring") == 6


def test_every_byte_is_kept() -> None:
    """The block is the answer as it came, packed and with its headers; the body is unpacked."""
    for name, pack in (("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)):
        with serving() as site:
            packed = pack(PAGE)
            site.pages["/"] = (200, HTML | {"Content-Encoding": name}, packed)
            found = fetcher().get(site.root + "/")
        assert found.last.answer.startswith(b"HTTP/1.0 200 OK\r\n") and found.last.answer.endswith(b"\r\n\r\n" + packed)
        assert found.answer.body == PAGE


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_packed_bomb_is_refused(name: str) -> None:
    """An answer that unpacks beyond the bound is refused, whatever it is packed with."""
    zeros = b"\x00" * 8_000_000
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[name](zeros)
    with serving() as site:
        site.pages["/"] = (200, HTML | {"Content-Encoding": name}, packed)
        with pytest.raises(Bomb):
            fetcher(limit=1_000_000).get(site.root + "/")


def test_a_page_without_end_is_cut_off() -> None:
    """A page that never ends is given up at the bound of its size."""
    def endless(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(4000):
            handler.wfile.write(b"x" * 65_536)

    with serving() as site:
        site.pages["/"] = endless
        with pytest.raises(TooLarge):
            fetcher(limit=500_000).get(site.root + "/")


def test_a_server_that_drips_is_given_up() -> None:
    """A page that comes byte by byte is given up when its time is over, though no single wait is long."""
    def drip(handler: http.server.BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)

    with serving() as site:
        site.pages["/"] = drip
        began = time.monotonic()
        with pytest.raises(NotFetched):
            fetcher(seconds=0.5).get(site.root + "/")
        assert time.monotonic() - began < 4


def test_a_resolver_that_is_silent_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is not resolved in time is given up, named, and may be asked for again."""
    answered = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answered.wait(8) and [])
    began = time.monotonic()
    try:
        with pytest.raises(NotFetched, match="not resolved in time") as caught:
            fetcher(seconds=0.3).get("http://silent.example/")
    finally:
        answered.set()
    assert time.monotonic() - began < 4 and not caught.value.lasting


@pytest.mark.parametrize(("headers", "body"), [
    ({"Content-Length": "9999"}, PAGE), ({"Transfer-Encoding": "chunked"}, b"%x\r\n%s" % (len(PAGE) + 9, PAGE)),
    ({"Transfer-Encoding": "chunked"}, b"%x\r\n%s\r\n" % (len(PAGE), PAGE)),
], ids=["length", "in a chunk", "between chunks"])
def test_an_answer_cut_short_is_no_answer(headers: dict[str, str], body: bytes) -> None:
    """A page whose server hangs up before its end is not taken for whole, and may be asked for again."""
    with serving() as site:
        site.pages["/"] = (200, HTML | headers, body)
        with pytest.raises(NotFetched) as caught:
            fetcher().get(site.root + "/")
    assert not caught.value.lasting


def test_robots_txt_is_heeded() -> None:
    """What robots.txt forbids is not asked for; its delay is kept from itself on; where it fails, nothing is asked."""
    clock = Clock()
    with serving() as site:
        site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /no*.html$\nCrawl-delay: 9\n")
        site.pages["/yes"] = site.pages["/no1.html"] = (200, HTML, PAGE)
        one = fetcher(clock)
        with pytest.raises(NotAllowed):
            one.get(site.root + "/no1.html")
        one.get(site.root + "/yes")
        one.get(site.root + "/yes")
        assert site.paths() == ["/robots.txt", "/yes", "/yes"] and clock.slept == [9.0, 9.0]
        assert site.asked[1][1]["User-Agent"].startswith("Sijill/")
        site.pages["/robots.txt"] = (503, {}, b"")
        with pytest.raises(NotFetched):
            fetcher().get(site.root + "/yes")


def test_robots_txt_of_the_target_is_heeded_too() -> None:
    """A redirect to what robots.txt forbids is not followed, and the distance is kept before its target is asked."""
    clock = Clock()
    with serving() as site:
        site.pages |= {"/robots.txt": (200, {}, b"User-agent: sijill\nDisallow: /no\n"), "/yes": (200, HTML, PAGE),
                       "/a": (302, {"Location": "/no"}, b""), "/b": (302, {"Location": "/yes"}, b"")}
        one = fetcher(clock)
        with pytest.raises(NotAllowed):
            one.get(site.root + "/a")
        one.get(site.root + "/b")
        assert site.paths() == ["/robots.txt", "/a", "/b", "/yes"] and clock.slept == [3.0, 3.0, 3.0]


def test_robots_txt_that_fails_is_not_asked_for_each_page() -> None:
    """A host whose robots.txt fails is left alone for as long as it asks, or five minutes; then it is asked again."""
    clock = Clock()
    with serving() as site:
        one = fetcher(clock)
        for headers, wait in (({"Retry-After": "4000"}, 4000.0), ({}, 300.0)):
            site.pages["/robots.txt"] = (503, headers, b"")
            for path in ("/1", "/2", "/3"):
                with pytest.raises(NotFetched, match=r"robots\.txt") as caught:
                    one.get(site.root + path)
                assert not caught.value.lasting and caught.value.wait == wait
            clock.now += wait
        assert site.paths() == ["/robots.txt"] * 2
        site.pages |= {"/robots.txt": (404, {}, b""), "/1": (200, HTML, PAGE)}
        assert one.get(site.root + "/1").answer.body == PAGE


def test_robots_txt_is_asked_for_once_a_day() -> None:
    """The rules of a host hold for a day, then they are read again; those beyond any honest size forbid all."""
    clock = Clock()
    with serving() as site:
        site.pages["/yes"] = (200, HTML, PAGE)
        one = fetcher(clock)
        one.get(site.root + "/yes")
        site.pages["/robots.txt"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"#" * 2_000_000))
        clock.now += 86_000
        one.get(site.root + "/yes")
        clock.now += 1000
        with pytest.raises(Bomb, match=r"robots\.txt"):
            one.get(site.root + "/yes")
        assert site.paths() == ["/robots.txt", "/yes", "/yes", "/robots.txt"]


@pytest.mark.parametrize(("status", "lasting"), [(404, True), (410, True), (429, False), (500, False), (503, False)])
def test_failures_that_pass_are_told_from_those_that_last(status: int, lasting: bool) -> None:
    """A page that is gone is given up; a server that is busy may be asked again, when it says so."""
    with serving() as site:
        site.pages["/"] = (status, {"Retry-After": "77"}, b"")
        with pytest.raises(NotFetched) as caught:
            fetcher().get(site.root + "/")
    assert (caught.value.lasting, caught.value.wait) == (lasting, 77.0)


@pytest.mark.parametrize(("said", "wait"), [
    ("120", 120.0), ("in 500 seconds", 500.0), ("soon", None), ("", None), ("99999999999", 604_800.0),
    (email.utils.formatdate(0, usegmt=True), 0.0)], ids=["seconds", "date", "words", "nothing", "years", "past"])
def test_what_a_server_asks_to_wait(said: str, wait: float | None) -> None:
    """Retry-After is read as seconds or as a date, a week at the most; anything else asks for nothing."""
    # not written when tests are collected: that may be minutes ago
    told = email.utils.formatdate(time.time() + 500, usegmt=True) if said == "in 500 seconds" else said
    found = retry_after(Answer(503, {"retry-after": told}, b""))
    assert found == (wait if wait is None else pytest.approx(wait, abs=30))


def test_no_reading_raises_anything_else() -> None:
    """What is no HTTP at all is a rejection too."""
    with serving() as site:
        site.pages["/"] = lambda handler: handler.wfile.write(b"SSH-2.0-x\r\n\r\n")  # type: ignore[func-returns-value]
        with pytest.raises(ArticleRejected):
            fetcher().get(site.root + "/")
