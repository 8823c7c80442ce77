"""A watch gives each article once, goes on after failures, and resumes."""

import datetime as dt
import email.utils
import pathlib

import pytest
from tests.acquire.web_server import Clock, Site, fetcher, serving

from sijill.acquire import Article, Rejected, watching
from sijill.acquire.sitemaps import page_key
from sijill.acquire.watch_list import Feed, WatchList, read_watch_list
from sijill.acquire.watch_state import WatchState, read_status
from sijill.acquire.watching import Watcher
from sijill.errors import InputError

TEXT = "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل {} مدنيين وجرح آخرين."
HTML = {"Content-Type": "text/html; charset=utf-8"}
MODIFIED = "Thu, 25 Jun 2015 10:00:00 GMT"


def page(number: int) -> tuple[int, dict[str, str], bytes]:
    text = f"<html><body><h1>خبر من دوما اليوم</h1><p>{TEXT.format(number)}</p></body></html>"
    return 200, HTML, text.encode()


def rss(*links: str) -> tuple[int, dict[str, str], bytes]:
    items = "".join(f"<item><title>خبر</title><link>{link}</link></item>" for link in links)
    body = f"<rss version='2.0'><channel><title>م</title>{items}</channel></rss>"
    return 200, {"ETag": '"v1"', "Last-Modified": MODIFIED}, body.encode()


class Watch:
    """A watch of a site's feed, with its memory in a file."""

    def __init__(self, site: Site, folder: pathlib.Path, *feeds: Feed) -> None:
        self.clock = Clock()
        self._list = WatchList(feeds or (Feed(site.root + "/rss"),))
        self._path = folder / "a.state"

    def round(self, settle: bool = True) -> list[Article | Rejected]:
        state = WatchState(self._path)
        watcher = Watcher(self._list, state, fetcher(self.clock))
        items = list(watcher.round())
        if settle:
            watcher.settle()
        self.wait = watcher.next_due() - self.clock.now
        state.close()
        return items


def kinds(items: list[Article | Rejected]) -> list[str]:
    return [item.code if isinstance(item, Rejected) else "article" for item in items]


def test_each_article_once(tmp_path: pathlib.Path) -> None:
    """A page is given once, whatever tracking its address has, and so is one text on two pages."""
    with serving() as site:
        site.pages |= {"/rss": rss(*(site.root + path for path in ("/1?utm_source=x", "/1/", "/2", "/3")))}
        site.pages |= {"/1?utm_source=x": page(1), "/1/": page(1), "/2": page(2), "/3": page(2)}
        watch = Watch(site, tmp_path)
        assert kinds(watch.round()) == ["article", "article"]
        watch.clock.now += 3600
        assert kinds(watch.round()) == []


def test_what_was_not_settled_is_given_again(tmp_path: pathlib.Path) -> None:
    """A watch that is killed before its articles are safe gives them again; one that settled does not."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1"), "/1": page(1)}
        watch = Watch(site, tmp_path)
        assert [kinds(watch.round(settle)) for settle in (False, True, True)] == [["article"], ["article"], []]


def test_feeds_are_asked_with_what_they_said(tmp_path: pathlib.Path) -> None:
    """A feed is asked no sooner than it is due, with its ETag and day; that it has not changed (304) is no failure."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1"), "/1": page(1)}
        watch = Watch(site, tmp_path)
        watch.round()
        site.asked.clear()
        assert watch.round() == [] and site.paths() == []
        site.pages["/rss"] = (304, {}, b"")
        watch.clock.now += 3600
        assert watch.round() == []
        asked = dict(site.asked)["/rss"]
        assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"v1"', MODIFIED)


def test_one_feed_that_fails_stops_no_other(tmp_path: pathlib.Path) -> None:
    """A broken feed, one that is gone and one inside are rows with a reason; the good one is read."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1"), "/1": page(1), "/bad": (200, {}, b"<html></html>"),
                       "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /no\n")}
        feeds = [Feed(url) for url in (f"{site.root}/bad", f"{site.root}/gone", f"{site.root}/no", "http://127.0.0.2/x",
                                       f"{site.root}/rss")]
        watch = Watch(site, tmp_path, *feeds)
        assert sorted(kinds(watch.round())) == ["E317", "E318", "E319", "E320", "article"]


@pytest.mark.parametrize("link", ["http://[bad/1", "//[::1", "http://host:99999/1", "http://\u2100.com/", "mailto:a@b"])
def test_a_link_that_is_no_address_costs_itself_alone(link: str, tmp_path: pathlib.Path) -> None:
    """A bad link of a feed or a sitemap is told once, with the reason; the pages beside it are read, once."""
    site_map = f"<urlset><url><loc>{link}</loc></url><url><loc>%s/2</loc></url></urlset>"
    with serving() as site:
        site.pages |= {"/rss": rss(link, f"{site.root}/1"), "/1": page(1), "/2": page(2),
                       "/map": (200, {}, (site_map % site.root).encode())}
        watch = Watch(site, tmp_path, Feed(site.root + "/rss"), Feed(site.root + "/map"))
        assert sorted(kinds(watch.round())) == ["E318", "article", "article"]
        watch.clock.now += 7200
        assert kinds(watch.round()) == []


def test_a_sitemap_at_no_address_costs_itself_alone(tmp_path: pathlib.Path) -> None:
    """An index that points to what is no address is read all the same."""
    index = "<sitemapindex><sitemap><loc>http://[bad/</loc></sitemap><sitemap><loc>{}/map</loc></sitemap></sitemapindex>"
    with serving() as site:
        site.pages |= {"/index": (200, {}, index.format(site.root).encode()), "/1": page(1),
                       "/map": (200, {}, f"<urlset><url><loc>{site.root}/1</loc></url></urlset>".encode())}
        assert sorted(kinds(Watch(site, tmp_path, Feed(site.root + "/index")).round())) == ["E318", "article"]


@pytest.mark.parametrize("broken", ["read_pointers", "read_fetched", "read_feed"])
def test_whatever_a_reader_breaks_on_the_watch_goes_on(broken: str, tmp_path: pathlib.Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of a reader is a row that asks to report it; the other feed is read, and nothing is asked for twice."""
    whole = getattr(watching, broken)

    def breaks(*given: object) -> object:
        if "bad" in str(given[0] if broken == "read_fetched" else given[1]):
            raise KeyError("nobody foresaw it")
        return whole(*given)

    monkeypatch.setattr(watching, broken, breaks)
    with serving() as site:
        entry = f"<rss><channel><item><guid>7</guid><description>{TEXT.format(7)}</description></item></channel></rss>"
        site.pages |= {"/bad": rss(site.root + "/bad1"), "/bad1": page(1), "/rss": rss(site.root + "/2"), "/2": page(2),
                       "/bad-entries": (200, {}, entry.encode())}
        watch = Watch(site, tmp_path, Feed(site.root + "/bad"), Feed(site.root + "/bad-entries", take="entries"),
                      Feed(site.root + "/rss"))
        assert sorted(kinds(watch.round())) == ["E322", "article", "article"]
        asked = len(site.asked)
        assert kinds(watch.round()) == [] and len(site.asked) == asked


def test_a_busy_server_is_left_alone(tmp_path: pathlib.Path) -> None:
    """After Retry-After nothing of the host is asked for, by a new process neither, until the time has come."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1"), "/1": (503, {"Retry-After": "5000"}, b"")}
        watch = Watch(site, tmp_path)
        assert watch.round() == []
        site.pages["/1"] = page(1)
        site.asked.clear()
        watch.clock.now += 4000
        assert watch.round() == [] and "/1" not in site.paths()
        watch.clock.now += 2000
        assert kinds(watch.round()) == ["article"]


def test_a_busy_server_that_a_page_redirects_to_is_left_alone(tmp_path: pathlib.Path) -> None:
    """Where a redirect leads to a busy host that host alone waits; it is not asked, nor waited for, again."""
    with serving() as site, serving() as other:
        there = other.root.replace("127.0.0.1", "127.1")  # the same machine under another name
        site.pages |= {"/rss": rss(*(f"{site.root}/{n}" for n in (1, 2, 3))), "/2": page(2),
                       "/1": (302, {"Location": f"{there}/1"}, b""), "/3": (302, {"Location": f"{there}/3"}, b"")}
        other.pages |= {"/1": (503, {"Retry-After": "5000"}, b""), "/3": page(3)}
        watch = Watch(site, tmp_path)
        assert kinds(watch.round()) == ["article"]
        assert other.paths() == ["/robots.txt", "/1"] and watch.clock.now < 1_700_001_000
        other.pages["/1"] = page(1)
        watch.clock.now += 5001
        assert kinds(watch.round()) == ["article", "article"]


def test_the_other_pages_of_a_busy_server_wait_too(tmp_path: pathlib.Path) -> None:
    """What one page's answer asks for holds for the whole host, also in a later process."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1", f"{site.root}/2"), "/1": (503, {"Retry-After": "900"}, b""),
                       "/2": page(2)}
        watch = Watch(site, tmp_path, Feed(site.root + "/rss", newest=1))
        assert watch.round() == [] == watch.round() and "/2" not in site.paths()
        assert watch.wait == pytest.approx(900, abs=20)
        site.pages["/1"] = page(1)
        watch.clock.now += 901
        assert kinds(watch.round()) == ["article"]


def test_pages_of_feeds_that_are_listed_no_more_wait(tmp_path: pathlib.Path) -> None:
    """What a feed pointed to that was taken off the list is not asked for, and wakes no watch."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1", f"{site.root}/2"), "/1": page(1), "/2": page(2), "/b": rss()}
        Watch(site, tmp_path, Feed(site.root + "/rss", newest=1)).round()
        watch = Watch(site, tmp_path, Feed(site.root + "/b"))
        watch.round()
        assert watch.wait > 1000 and "/2" not in site.paths()


def test_a_page_that_never_comes_is_given_up(tmp_path: pathlib.Path) -> None:
    """A page is asked for six times at growing distances, then it is a row with the reason."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1"), "/1": (500, {}, b"")}
        watch = Watch(site, tmp_path)
        rounds = []
        for _ in range(8):
            rounds.append(kinds(watch.round()))
            watch.clock.now += 90_000
        assert rounds == [[]] * 5 + [["E319"], [], []] and site.paths().count("/1") == 6


def test_sitemaps(tmp_path: pathlib.Path) -> None:
    """Pages are found through an index of sitemaps, the newest first, within the bounds that the list sets."""
    with serving() as site:
        days = "".join(f"<url><loc>{site.root}/n/{n}</loc><lastmod>2024-01-0{n}</lastmod></url>" for n in range(1, 6))
        site.pages |= {
            "/map": (200, {}, f"<sitemapindex><sitemap><loc>{site.root}/m1</loc></sitemap></sitemapindex>".encode()),
            "/m1": (200, {}, f"<urlset>{days}<url><loc>{site.root}/video/1</loc></url></urlset>".encode())}
        site.pages |= {f"/n/{n}": page(n) for n in range(1, 6)}
        feed = Feed(site.root + "/map", only=("/n/",), newest=2, since=dt.date(2024, 1, 2), name="جريدة")
        watch = Watch(site, tmp_path, feed)
        first, second, third = watch.round(), watch.round(), watch.round()
        urls = [[item.url and item.url[-1] for item in items if isinstance(item, Article)] for items in
                (first, second, third)]
        assert urls == [["5", "4"], ["3", "2"], []]
        assert isinstance(first[0], Article) and first[0].source == "جريدة"


def test_sitemaps_without_end(tmp_path: pathlib.Path) -> None:
    """Of sitemaps that point ever deeper three steps are read; an index that said a tag is read again all the same;
    entities are refused."""
    def index(*names: str) -> tuple[int, dict[str, str], bytes]:
        maps = "".join(f"<sitemap><loc>{site.root}/{name}</loc></sitemap>" for name in names)
        return 200, {"ETag": '"v1"'}, f"<sitemapindex>{maps}</sitemapindex>".encode()

    with serving() as site:
        site.pages |= {f"/{n}": index(str(n + 1)) for n in range(9)}
        watch = Watch(site, tmp_path, Feed(site.root + "/0"))
        watch.round()
        assert site.paths() == ["/robots.txt", "/0", "/1", "/2", "/3"]
        watch.clock.now += 3600
        watch.round()
        assert all("If-None-Match" not in headers for _, headers in site.asked)
        site.asked.clear()
        site.pages["/bad"] = (200, {}, b"<!DOCTYPE a [<!ENTITY b 'c'>]><urlset><url><loc>/1</loc></url></urlset>")
        assert kinds(Watch(site, tmp_path, Feed(site.root + "/bad")).round()) == ["E317"]


def test_an_index_of_many_sitemaps_is_read_in_turn(tmp_path: pathlib.Path) -> None:
    """Of an index's sitemaps each round reads the five newest and five others, those first that were not read yet."""
    with serving() as site:
        maps = "".join(f"<sitemap><loc>{site.root}/m{n}</loc></sitemap>" for n in range(17))
        site.pages["/many"] = (200, {}, f"<sitemapindex>{maps}</sitemapindex>".encode())
        site.pages |= {f"/m{n}": (200, {}, f"<urlset><url><loc>{site.root}/n/{n}</loc></url></urlset>".encode())
                       for n in range(17)}
        watch = Watch(site, tmp_path, Feed(site.root + "/many", newest=1))
        rounds = []
        for _ in range(4):
            site.asked.clear()
            watch.round()
            watch.clock.now += 4000
            rounds.append([int(path[2:]) for path in site.paths() if path.startswith("/m") and path != "/many"])
        newest = [0, 1, 2, 3, 4]
        assert rounds[:2] == [[*newest, 5, 6, 7, 8, 9], [*newest, 10, 11, 12, 13, 14]]
        assert sorted(rounds[2]) == [*newest, 5, 6, 7, 15, 16] and sorted(rounds[3]) == [*newest, 8, 9, 10, 11, 12]


def test_failures_are_further_and_further_apart(tmp_path: pathlib.Path) -> None:
    """A page that fails is asked for again after five minutes, then ten, then twenty."""
    with serving() as site:
        site.pages |= {"/rss": rss(f"{site.root}/1"), "/1": (500, {}, b"")}
        watch = Watch(site, tmp_path, Feed(site.root + "/rss", every=10_000))
        waits = []
        for _ in range(3):
            watch.round()
            waits.append(watch.wait)
            watch.clock.now += watch.wait
        assert waits == [300, 600, 1200]


@pytest.mark.parametrize("every", [1, 30, 1440])
def test_a_feed_that_fails_backs_off(every: int, tmp_path: pathlib.Path) -> None:
    """A feed that fails is asked again after five minutes, then ten, then twenty, however often it is looked at."""
    with serving() as site:
        site.pages["/rss"] = (500, {}, b"")
        watch = Watch(site, tmp_path, Feed(site.root + "/rss", every=every))
        waits = []
        for _ in range(3):
            watch.round()
            waits.append(watch.wait)
            watch.clock.now += watch.wait
        assert waits == pytest.approx([300, 600, 1200], abs=10)


def test_a_sitemap_of_an_index_backs_off(tmp_path: pathlib.Path) -> None:
    """A sitemap that fails is left out of more and more rounds; the one beside it is asked for in each."""
    with serving() as site:
        maps = "".join(f"<sitemap><loc>{site.root}/{name}</loc></sitemap>" for name in ("bad", "good"))
        good = f"<urlset><url><loc>{site.root}/1</loc></url></urlset>"
        site.pages |= {"/map": (200, {}, f"<sitemapindex>{maps}</sitemapindex>".encode()), "/bad": (500, {}, b""),
                       "/good": (200, {}, good.encode()), "/1": page(1)}
        watch = Watch(site, tmp_path, Feed(site.root + "/map", every=9))
        asked = []
        for _ in range(11):
            site.asked.clear()
            watch.round()
            asked.append("/bad" in site.paths())
            assert "/good" in site.paths()
            watch.clock.now += watch.wait
        # in the first round of nine minutes that comes after 5, 10, 20 and 40 of them
        assert [number for number, one in enumerate(asked) if one] == [0, 1, 3, 6]
        site.pages["/bad"] = site.pages["/good"]
        watch.clock.now += 100_000
        watch.round()
        site.asked.clear()
        watch.clock.now += watch.wait
        watch.round()
        assert "/bad" in site.paths()


def test_entries_of_a_feed(tmp_path: pathlib.Path) -> None:
    """Where the text stands in the feed, its pages are not asked for."""
    with serving() as site:
        when = email.utils.formatdate(1_700_000_000)
        item = f"<item><link>{site.root}/1</link><pubDate>{when}</pubDate><description>{TEXT}</description></item>"
        site.pages["/rss"] = (200, {}, f"<rss version='2.0'><channel>{item}</channel></rss>".encode())
        watch = Watch(site, tmp_path, Feed(site.root + "/rss", take="entries"))
        (one,) = watch.round()
        assert isinstance(one, Article) and str(one.published) == "2023-11-14" and "/1" not in site.paths()
        watch.clock.now += 3600
        assert watch.round() == []


@pytest.mark.parametrize("entry", [
    "<description>{text}</description>", "<title>عاجل</title><description>{text}</description>",
    "<guid isPermaLink='false'>g{n}</guid><link>https://a.example/</link><description>{text}</description>",
    "<guid isPermaLink='false'>g{n}</guid><link>https://a.example/live#p{n}</link><description>{text}</description>",
    "<link>https://a.example/live#p{n}</link><description>{text}</description>",
    "<guid isPermaLink='false'>0</guid><link>https://a.example/{n}</link><description>{text}</description>"])
def test_entries_of_one_page_or_title_are_articles_of_their_own(entry: str, tmp_path: pathlib.Path) -> None:
    """Entries that share a page, a title or nothing at all are each given, once."""
    items = "".join(f"<item>{entry.format(n=n, text=TEXT.format(n))}</item>" for n in range(3, 8))
    with serving() as site:
        site.pages["/rss"] = (200, {}, f"<rss version='2.0'><channel><title>م</title>{items}</channel></rss>".encode())
        watch = Watch(site, tmp_path, Feed(site.root + "/rss", take="entries"))
        assert kinds(watch.round()) == ["article"] * 5
        watch.clock.now += 7200
        assert kinds(watch.round()) == []


def entries(*items: tuple[str, str, str]) -> tuple[int, dict[str, str], bytes]:
    told = "".join(f"<item>{f'<guid>{name}</guid>' if name else ''}<link>{link}</link><description>{text}</description>"
                   "</item>" for name, link, text in items)
    return 200, {}, f"<rss version='2.0'><channel><title>م</title>{told}</channel></rss>".encode()


def test_an_article_of_an_entry_is_not_given_as_a_page_too(tmp_path: pathlib.Path) -> None:
    """What one feed holds and another points to is given once, whichever is read first, and in later rounds."""
    with serving() as site:
        told = [("g1", f"{site.root}/1", TEXT.format(1)), ("", f"{site.root}/2", TEXT.format(2))]
        site.pages |= {"/full": entries(*told), "/links": rss(f"{site.root}/1", f"{site.root}/2"), "/1": page(1)}
        site.pages["/2"] = page(2)
        full, links = Feed(site.root + "/full", take="entries"), Feed(site.root + "/links")
        for number, feeds in enumerate(([full, links], [links, full], [full], [links])):
            (tmp_path / str(number)).mkdir()
            assert kinds(Watch(site, tmp_path / str(number), *feeds).round()) == ["article"] * 2
        later = Watch(site, tmp_path / "2", links)
        later.clock.now += 7200
        assert kinds(later.round()) == []


def test_an_entry_that_was_edited_is_given_once(tmp_path: pathlib.Path) -> None:
    """An entry is known by its name and page, in every feed of its site, and counted as read."""
    with serving() as site:
        told = [("", "https://a.example/1?utm_source=a", TEXT.format(1)), ("g", "https://a.example/2", TEXT.format(2))]
        again = [("", "https://a.example/1/?utm_source=b", TEXT.format(3)), (*told[1][:2], TEXT.format(4))]
        site.pages |= {"/a": entries(*told), "/b": entries(*again)}
        watch = Watch(site, tmp_path, *(Feed(site.root + path, take="entries") for path in ("/a", "/b")))
        assert kinds(watch.round()) == ["article"] * 2
        assert sum(feed["read"] for feed in read_status(tmp_path / "a.state")) == 2
        site.pages["/a"] = entries(*again)
        watch.clock.now += 7200
        assert kinds(watch.round()) == []


def test_an_entry_that_is_no_article_is_told_once(tmp_path: pathlib.Path) -> None:
    """A rejected entry is told once, wherever it stands when its feed changes; a second one is told too."""
    with serving() as site:
        bad, good = ("b", "https://a.example/b", "only English words"), ("g", "https://a.example/g", TEXT.format(1))
        site.pages["/a"] = entries(bad)
        watch = Watch(site, tmp_path, Feed(site.root + "/a", take="entries"))
        told = []
        for now in ((bad,), (good, bad), (("c", "https://a.example/c", "other English words"), good, bad)):
            site.pages["/a"] = entries(*now)
            told.append(kinds(watch.round()))
            watch.clock.now += 7200
        assert told == [["E302"], ["article"], ["E302"]]
        assert [feed["failed"] for feed in read_status(tmp_path / "a.state")] == [2]


def test_two_watches_do_not_share_a_memory(tmp_path: pathlib.Path) -> None:
    """A second watch with the same memory is told so, and another file is not taken for one."""
    first = WatchState(tmp_path / "a.state")
    with pytest.raises(InputError, match="another watch"):
        WatchState(tmp_path / "a.state")
    first.close()
    (tmp_path / "b").write_bytes(b"no database" * 100)
    with pytest.raises(InputError):
        WatchState(tmp_path / "b")


@pytest.mark.parametrize(("one", "other"), [
    ("https://www.a.example/x/?b=2&a=1#top", "http://a.example:80/x?a=1&b=2&utm_medium=rss"),
    ("https://a.example/خبر", "https://a.example/%D8%AE%D8%A8%D8%B1?fbclid=1")])
def test_addresses_of_one_page(one: str, other: str) -> None:
    """Scheme, www, port, order, tracking, fragment, escapes and a last slash make no other page; a query does."""
    assert page_key(one) == page_key(other) != page_key(other + "&id=7")


@pytest.mark.parametrize("content", ["", "x", "[[feed]]\nname='a'", "[[feed]]\nurl='ftp://a'",
                                     "[[feed]]\nurl='http://a.b'\nx=1",
                                     "[[feed]]\nurl='http://a.b'\ntake='all'", "[[feed]]\nurl='http://a.b'\nevery=0",
                                     "[[feed]]\nurl='http://a.b'\n[[feed]]\nurl='http://a.b'"])
def test_a_watch_list_with_a_fault(content: str, tmp_path: pathlib.Path) -> None:
    """What is wrong with a list is told before anything is asked for."""
    path = tmp_path / "feeds.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError):
        read_watch_list(path)
