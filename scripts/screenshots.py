"""Take a picture of each page in both languages, of the demo's record, into docs/screenshots.

usage: python scripts/screenshots.py [--out DIR] [NAME ...]

It needs Chromium (SIJILL_CHROMIUM names another than the one on the path) and Debian's fonts-noto-core.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.web.browsing import browser, page_of, served  # noqa: E402

OUT = ROOT / "docs" / "screenshots"
WIDTHS = {"": (1280, 860), "-phone": (390, 760)}
HIGHEST = 2400
"""Pixels of a page that a picture shows at most: pages of lists go on in the same way."""
ON_A_PHONE = ("queue", "event", "article", "map", "import", "correct")
COLOURS = 256
PASSWORD = "only for these pictures"


def main() -> None:
    """Code the demo, serve it and take every picture, or those of the pages that are named."""
    asked = argparse.ArgumentParser()
    asked.add_argument("only", nargs="*", metavar="NAME")
    asked.add_argument("--out", type=pathlib.Path, default=OUT, metavar="DIR")
    only, out = vars(asked.parse_args()).values()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = pathlib.Path(folder) / "demo.sijill"
        sijill = [sys.executable, "-m", "sijill"]
        subprocess.run([*sijill, "demo", "--record", str(record)], check=True, stdout=subprocess.DEVNULL)
        with served(record) as address, browser() as opened:
            more = coded_twice(opened, address)
            decided(opened, address)
            for language in ("ar", "en"):
                for size, (width, height) in WIDTHS.items():
                    page = page_of(opened, address, language, width=width, height=height)
                    page.context.add_cookies([{"name": "sijill_coder", "value": "Omar", "url": address}])
                    for name, path in (paths(page, address) | more).items():
                        if (only and name not in only) or (size and name not in ON_A_PHONE):
                            continue
                        take(page, address + path, out / f"{name}{size}-{language}.png", name)
                    page.context.close()
            page = page_of(opened, address, "ar", theme="dark")
            if not only or "dark" in only:
                take(page, f"{address}/", out / "queue-dark-ar.png", "queue")
                take(page, f"{address}/map", out / "map-dark-ar.png", "map")
            page.context.close()
        if not only or set(only) & {"sign-in", "account", "administration"}:
            people(record, only, out)


def people(record: pathlib.Path, only: list[str], out: pathlib.Path) -> None:
    """The pages that only a record served with accounts has."""
    from sijill.store import Record
    from sijill.store.passwords import hashed

    with Record.open(record) as opened:
        for name, role in (("Omar", "administrator"), ("Layla", "coder"), ("هدى", "reviewer")):
            opened.people.add(name, role, hashed(PASSWORD, name), by="screenshots")
        opened.people.disable("Layla", by="screenshots")
    with served(record, users=True) as address, browser() as opened:
        for language in ("ar", "en"):
            page = page_of(opened, address, language, height=860)
            shots = {"sign-in": "/sign-in", "account": "/account", "administration": "/administration"}
            for name, path in shots.items():
                if name == "account":
                    page.fill('[name="name"]', "Omar")
                    page.fill('[name="password"]', PASSWORD)
                    page.click("form.door button.strong")
                    page.wait_for_url(f"{address}/")
                if not only or name in only or name == "sign-in":
                    take(page, address + path, out / f"{name}-{language}.png", name)
            page.context.close()


def paths(page: object, address: str) -> dict[str, str]:
    """The pages by name, those of one thing for an event of many claims."""
    ask = page.request  # type: ignore[attr-defined]
    event = max(ask.get(f"{address}/api/events?limit=20").json()["events"], key=lambda one: one["claims"])
    claim = ask.get(f"{address}/api/events/{event['event_id']}").json()["event"]["claims"][0]
    return {
        "queue": "/", "event": f"/events/{event['event_id']}", "correct": f"/events/{event['event_id']}",
        "map": "/map", "place": f"/places/{event['place_id']}",
        "article": f"/articles/{claim['article_id']}?claim={claim['claim_id']}", "articles": "/articles",
        "search": "/search?q=%D8%A7%D9%84%D8%AD%D8%B3%D9%83%D8%A9", "sources": "/sources", "actors": "/actors",
        "import": "/import", "export": "/export?type=Battles", "audit": "/audit", "decisions": "/decisions"}


def coded_twice(opened: object, address: str) -> dict[str, str]:
    """Two articles given to two people: one that is being coded, one that they differ on; their pages by name."""
    page = page_of(opened, address, "ar")
    ask = page.request
    articles = [one["article_id"] for one in ask.get(f"{address}/api/articles").json()["articles"][-2:]]
    keys = [ask.post(f"{address}/api/codings", data={"article_id": one, "coders": ["Omar", "Layla"]}).json()["id"]
            for one in articles]
    for name in ("Omar", "Layla"):
        ask.post(f"{address}/codings/name", form={"name": name}, max_redirects=0)
        steps = f"{address}/api/codings/{keys[0]}"
        unit = ask.get(steps).json()["events"][0]["unit"]
        if name == "Omar":
            for field, value in (("killed", [4, 4]), ("actor1", ["SDF"])):
                given = {"verb": "set", "unit": unit, "field": field, "value": {"value": value}}
                ask.post(f"{steps}/steps", data=given)
        ask.post(f"{steps}/steps", data={"verb": "finish"})
    page.context.close()
    return {"codings": "/codings", "coding": f"/codings/{keys[1]}", "settle": f"/codings/{keys[0]}/settle",
            "agreement": "/agreement"}


def decided(opened: object, address: str) -> None:
    """Some decisions on the event that is worth least, for the page that lists them."""
    page = page_of(opened, address, "ar")
    ask = page.request
    event = ask.get(f"{address}/api/events?limit=500").json()["events"][-1]
    claim = ask.get(f"{address}/api/events/{event['event_id']}").json()["event"]["claims"][0]["claim_id"]
    where = ask.get(f"{address}/api/lookup/places?q=%D8%BA%D9%88%D9%8A%D8%B1%D8%A7%D9%86").json()[0]["value"]
    for given in ({"field": "place", "value": where}, {"field": "killed", "value": [2, 5]},
                  {"field": "actor1", "value": ["YPG"]}, {"field": "sub_event_type", "value": "Armed clash"}):
        ask.post(f"{address}/api/decisions", data={"verb": "correct", "ids": [claim], **given})
    ask.post(f"{address}/api/decisions", data={"verb": "accept", "ids": [claim]})
    page.context.close()


def take(page: object, address: str, path: pathlib.Path, name: str) -> None:
    """One picture, with few colours so that it stays small."""
    page.goto(address)  # type: ignore[attr-defined]
    page.wait_for_load_state("networkidle")  # type: ignore[attr-defined]
    if name == "audit":
        page.click("#audit button.strong")  # type: ignore[attr-defined]
        page.wait_for_selector(".good")  # type: ignore[attr-defined]
    if name == "map":
        page.wait_for_selector('body[data-map="ready"]', timeout=60_000)  # type: ignore[attr-defined]
        wait_for_control(page)
    if name == "correct":
        page.click('.event-head [data-do="correct"]')  # type: ignore[attr-defined]
        page.wait_for_selector("#correct[open]")  # type: ignore[attr-defined]
    size = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")  # type: ignore[attr-defined]
    # what lies over the page is pictured as it is seen
    whole = {} if name == "correct" else {
        "full_page": True, "clip": {"x": 0, "y": 0, "width": size[0], "height": min(size[1], HIGHEST)}}
    page.screenshot(path=path, **whole)  # type: ignore[attr-defined]
    shrink(path)
    print(path.name, path.stat().st_size // 1024, "KB")


def wait_for_control(page: object) -> None:
    """Control is estimated in the background: give it a while, then the map a moment to draw it."""
    for _ in range(60):
        state = page.request.get(page.url.split("/map")[0] + "/api/map/control?step=30").json()  # type: ignore[attr-defined]
        if state["ready"] or not state["installed"] or state["trouble"]:
            break
        time.sleep(0.5)
    time.sleep(3)


def shrink(path: pathlib.Path) -> None:
    """Fewer colours, where Pillow is there to choose them."""
    try:
        from PIL import Image
    except ImportError:
        return
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


if __name__ == "__main__":
    main()
