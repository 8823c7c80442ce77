"""Saved pages in the manner of Arabic news sites: hand-written templates, each filled with three stories.

usage: python benchmarks/acquire/pages.py FOLDER
"""

from __future__ import annotations

import datetime as dt
import html
import pathlib
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from hijridate import Gregorian

HERE = pathlib.Path(__file__).resolve().parent
STORIES_EACH = 3
TODAY = "الجمعة 14 آذار 2025"

_TOKEN = re.compile(r"\{\{(\w+)(?::(.*?))?\}\}(?!\})", re.DOTALL)
_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_WEEK = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_LEVANT = ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
           "تشرين الثاني", "كانون الأول")
_EGYPT = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
          "ديسمبر")
_MAGHREB = ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر")
_HIJRI = ("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال",
          "ذو القعدة", "ذو الحجة")
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page's name and bytes, and what is to be read from it; `aside`: from a template kept aside."""

    name: str
    data: bytes
    title: str
    published: dt.date
    paragraphs: tuple[str, ...]
    optional: tuple[str, ...]
    author: str | None
    aside: bool


def dated(day: dt.date, style: str) -> str:
    """A day as a site of that style prints it."""
    d, m, y, week = day.day, day.month, day.year, _WEEK[day.weekday()]
    hijri = Gregorian(y, m, d).to_hijri()
    lunar = f"{hijri.day} {_HIJRI[hijri.month - 1]} {hijri.year}"
    return {
        "iso": day.isoformat(), "isotz": f"{day.isoformat()}T21:40:00+03:00", "ymd": f"{y}{m:02}{d:02}",
        "rfcish": day.strftime("%a, %d %b %Y 10:15:00 +0300"), "path": f"{y}/{m:02}/{d:02}",
        "spaces": f"{day.isoformat()} 09:05:33", "ymdslash": f"{y}/{m}/{d}", "dmy": f"{d:02}/{m:02}/{y}",
        "dmydash": f"{d:02}-{m:02}-{y}", "dmydot": f"{d}.{m}.{y}", "english": day.strftime("%B %d, %Y"),
        "levant": f"{week} {d} {_LEVANT[m - 1]} {y}", "levantcomma": f"{week}، {d} {_LEVANT[m - 1]}، {y}",
        "egypt": f"{d} {_EGYPT[m - 1]} {y}", "egyptweek": f"{week} {d:02} {_EGYPT[m - 1]} {y} 11:42 ص",
        "both": f"{d} {_LEVANT[m - 1]}/{_EGYPT[m - 1]} {y}", "maghreb": f"{d} {_MAGHREB[m - 1]} {y}",
        "hijri": f"{week} {lunar} هـ", "hijrigreg": f"{week} {lunar}هـ - {d} {_EGYPT[m - 1]} {y}م",
        "arabdigits": f"{d} {_LEVANT[m - 1]} {y} - 08:30".translate(_DIGITS),
    }[style]


def saved_pages() -> Iterator[SavedPage]:
    """All pages, in the order of their templates."""
    stories = tomllib.loads((HERE / "stories.toml").read_text("utf-8"))["story"]
    clutter = tomllib.loads((HERE / "clutter.toml").read_text("utf-8"))
    for at, path in enumerate(sorted((HERE / "templates").glob("*.html"))):
        for turn in range(STORIES_EACH):
            number = (at * 5 + turn * 4 + at // 12) % len(stories)
            yield filled(path, stories[number], number, clutter)


def filled(path: pathlib.Path, story: dict, number: int, clutter: dict) -> SavedPage:  # type: ignore[type-arg]
    """A template filled with a story."""
    day = dt.date.fromisoformat(story["date"])
    paragraphs = story["paragraphs"]

    def token(match: re.Match[str]) -> str:
        name, argument = match[1], match[2] or "|"
        parts = argument.split("|")
        lists = {"paras": paragraphs, "first": paragraphs[:1], "rest": paragraphs[1:], "menu": clutter["menu"],
                 "share": clutter["share"], "related": clutter["related"]}
        if name == "date":
            return dated(day, argument)
        if name in lists:
            return "".join(f"{parts[0]}{html.escape(entry, quote=False)}{parts[1]}" for entry in lists[name])
        if name == "comments":
            return "".join(f"{parts[0]}{who}{parts[1]}{said}{parts[2]}" for who, said in clutter["comments"])
        known = {"title": story["title"], "author": story["author"], "caption": story["caption"], "today": TODAY,
                 "slug": f"story-{number}", "related1": clutter["related"][0], "body": " ".join(paragraphs)}
        return str(known.get(name) or clutter[name])

    template = path.read_text("utf-8")
    # an inner token ({{today}} inside a list) is filled on the second turn
    source = _TOKEN.sub(token, template.replace("{{today}}", TODAY))
    charset = _CHARSET.search(template)
    name = charset[1].lower() if charset else "utf-8"
    table = re.findall(r"<(?:td|th|caption)>([^<{]+)<", template)
    return SavedPage(
        f"{path.stem}-{number:02}.html", source.encode(name, "xmlcharrefreplace"), story["title"], day,
        tuple(paragraphs), (story["title"], story["caption"], *table),
        story["author"] if "{{author}}" in template else None, "-aside-" in path.name)


def main() -> None:
    """Write the pages to a folder."""
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for page in saved_pages():
        (folder / page.name).write_bytes(page.data)


if __name__ == "__main__":
    main()
