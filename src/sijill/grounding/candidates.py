"""Candidates: the places that a name may mean, however it is spelt, those of several gazetteers put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Levenshtein

from sijill.documents import Container
from sijill.grounding.file import CORE, PlaceFile
from sijill.grounding.names import NameKeys, name_keys, spelling
from sijill.grounding.places import Place, Vector, apart, kind_class
from sijill.replacing import replace

_CACHE_LIMIT: Final = 20_000
_MOST: Final = 14
_TAIL: Final = 0.6
_EXACT: Final = 1.0
_ARTICLE: Final = 0.97
_BARE: Final = 0.93
_CORE: Final = 0.72
_HEAD: Final = 0.58
_FUZZY: Final = 0.74
_NEAR_KM: Final = 4.0
_FAR_KM: Final = 12.0
_HEAD_LETTERS: Final = 4
_FEW: Final = 8
_LEAST_LIKE: Final = 0.78
_OWN: Final = "sijill"
_POPULATED: Final = frozenset({"settlement"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean: how well the name fits, what contains it, and its other ids."""

    place: Place
    quality: float
    match: str
    inside: frozenset[str]
    vector: Vector | None
    population: int
    pcode: str | None
    also: tuple[str, ...]

    @property
    def kind(self) -> str | None:
        """The class of the place's kind."""
        return kind_class(self.place.kind)


class Candidates:
    """Finds candidates in the gazetteers that are loaded, the user's own first; keeps what it has found."""

    def __init__(self, files: Sequence[PlaceFile]) -> None:
        self.files = tuple(files)
        self._known: dict[str, tuple[Candidate, ...]] = {}
        self.chains: dict[str, tuple[Container, ...]] = {}

    def find(self, name: str) -> tuple[Candidate, ...]:
        """The candidates of a name, the best spelling first."""
        known = self._known.get(name)
        if known is None:
            if len(self._known) > _CACHE_LIMIT:
                self._known.clear()
                self.chains.clear()
            known = self._known[name] = self._find(name)
        return known

    def _find(self, name: str) -> tuple[Candidate, ...]:
        keys = name_keys(name)
        if keys is None:
            return ()
        found = self._exact(keys, name)
        if not found:
            found = self._fuzzy(keys)
        if not found and keys.core != keys.bare:
            found = [(place, _CORE, "core") for place in self._named(keys.core)]
        if not found or keys.core == keys.bare and keys.kind is None and len(found) < _FEW:
            have = {place.id for place, _, _ in found}
            found += [(place, _TAIL, "core") for place in self._named(CORE + keys.bare) if place.id not in have]
        if not found:
            found = self._head(keys)
        return tuple(self._held(one) for one in _merged(found)[:_MOST])

    def _held(self, one: Candidate) -> Candidate:
        """A candidate that also lies in what its governorates lie in ("the West Bank")."""
        holders = [place for name in one.place.within if (keys := name_keys(name)) and keys.kind is not None
                   for place in self._named(keys.full) if place.country == one.place.country
                   and kind_class(place.kind) == "governorate"]
        wider = {keys.bare for place in holders for keys in map(name_keys, place.within) if keys}
        return one if wider <= one.inside else replace(one, inside=one.inside | wider)

    def _named(self, key: str) -> list[Place]:
        return [place for file in self.files for place in file.named(key)]

    def _exact(self, keys: NameKeys, name: str) -> list[tuple[Place, float, str]]:
        wanted = spelling(name)
        found: dict[str, tuple[Place, float, str]] = {}
        for key, most in ((keys.full, _EXACT), (keys.bare, _BARE)):
            for place in self._named(key):
                if place.id in found:
                    continue
                names = {spelling(one) for one in (place.name, *place.names)}
                quality, match = (most, "exact") if wanted in names else (min(most, _ARTICLE), "folded")
                found[place.id] = (place, quality, match)
            if key == keys.bare:
                break
        return list(found.values())

    def _fuzzy(self, keys: NameKeys) -> list[tuple[Place, float, str]]:
        if len(keys.skeleton) < 2 or len(keys.bare) < 4:
            return []
        found = []
        for file in self.files:
            for key, place in file.sounding(keys.skeleton):
                like = Levenshtein.normalized_similarity(key, keys.bare)
                if like >= _LEAST_LIKE:
                    found.append((place, _FUZZY * like, "fuzzy"))
        return found

    def _head(self, keys: NameKeys) -> list[tuple[Place, float, str]]:
        """The name without its last words: what follows a name is often no part of it."""
        for count in range(len(keys.words) - 1, 0, -1):
            key = "".join(keys.words[:count])
            if len(key) >= _HEAD_LETTERS and not (count == 1 and keys.heads_kind):
                places = self._named(key)
                if places:
                    return [(place, _HEAD * (0.9 + 0.1 * count / len(keys.words)), "head") for place in places]
        return []


def _merged(found: Iterable[tuple[Place, float, str]]) -> list[Candidate]:
    """One candidate for each place, however many gazetteers have it: the point of the most exact."""
    groups: list[list[tuple[Place, float, str]]] = []
    vectors: list[Vector | None] = []
    for entry in sorted(found, key=lambda e: (-e[1], _rank(e[0]))):
        place, vector = entry[0], entry[0].vector
        for number, group in enumerate(groups):
            if _same(group[0][0], vectors[number], place, vector):
                group.append(entry)
                break
        else:
            groups.append([entry])
            vectors.append(vector)
    return [_candidate(group) for group in groups]


def _rank(place: Place) -> tuple[bool, bool, bool]:
    """Settlements before what is called as they are, and where they were surveyed; the rest in our own table."""
    settled = kind_class(place.kind) in _POPULATED
    return (place.lat is None, not settled, (place.source == _OWN) == settled)


def _same(one: Place, here: Vector | None, two: Place, there: Vector | None) -> bool:
    first, second = kind_class(one.kind), kind_class(two.kind)
    wide = {first, second} & {"country", "governorate", "region", "district"}
    if wide and first != second:
        return False
    if here is None or there is None:
        return first == second and one.country == two.country and bool(
            {keys.bare for keys in map(name_keys, one.within) if keys}
            & {keys.bare for keys in map(name_keys, two.within) if keys})
    if wide:
        return one.country == two.country and apart(here, there) < 100
    if None not in (one.country, two.country) and one.country != two.country:
        # a border parts a town from the one behind it that is called alike
        return False
    if first != second:
        # a prison or silos beside a town are no second entry of the town, unless both are called alike
        return apart(here, there) < _NEAR_KM and _called(one) == _called(two)
    return apart(here, there) < (_FAR_KM if _OWN in (one.source, two.source) else _NEAR_KM)


def _called(place: Place) -> str:
    keys = name_keys(place.name)
    return keys.full if keys else place.name


def _candidate(group: Sequence[tuple[Place, float, str]]) -> Candidate:
    place = min(group, key=lambda e: _rank(e[0]))[0]
    inside = {keys.bare for one, _, _ in group for keys in map(name_keys, one.within) if keys}
    quality, match = max((q, m) for _, q, m in group)
    # a name's containers are told best by our own rows, the one that tells most of them
    name = next((one.name for one, _, _ in group if one.source == _OWN), place.name)
    # a camp beside a town, called as it is, lies in the town
    own = (one.within for one, _, _ in group if one.source == _OWN and name not in one.within)
    told = max(own, key=len, default=()) or place.within or next((one.within for one, _, _ in group if one.within), ())
    if told != place.within or name != place.name:
        place = replace(place, within=told, name=name, names=(*place.names, place.name))
    place = _informed(place, [one for one, _, _ in group])
    return Candidate(place, quality, match, frozenset(inside), place.vector,
                     max(one.population or 0 for one, _, _ in group),
                     next((one.pcode for one, _, _ in group if one.pcode), None),
                     tuple(one.id for one, _, _ in group if one.id != place.id))


def _informed(place: Place, others: Sequence[Place]) -> Place:
    """A settlement whose people nobody counted, with the kind and size that another gazetteer knows."""
    if place.population or kind_class(place.kind) not in _POPULATED:
        return place
    known = max((o for o in others if o.kind and kind_class(o.kind) in _POPULATED),
                key=lambda o: (o.population or 0, o.source == _OWN), default=place)
    if known is place or not known.population and known.source != _OWN:
        return place
    return replace(place, kind=known.kind, radius_km=known.radius_km or place.radius_km)
