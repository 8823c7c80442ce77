"""Claims about made-up places, for tests of territory."""

import datetime as dt
from dataclasses import replace

from sijill.documents import Container, Grounding, PlaceArgument
from sijill.territory.calibration import Calibration
from sijill.territory.estimate import Estimate, Territory
from sijill.territory.evidence import Evidence
from sijill.territory.holders import UNKNOWN, Side
from sijill.territory.model import MODES, Model, shipped_model
from sijill.territory.spots import Spot

DAY = dt.date(2018, 3, 1)
ONE, TWO, THREE = "NEW:ONE", "NEW:TWO", "NEW:THREE"
COUNTRY = "YEM"


def after(days: int) -> dt.date:
    """A day so long after the first."""
    return DAY + dt.timedelta(days=days)


def place(name: str, lat: float | None = 15.0, lon: float = 44.0, kind: str = "town",
          within: str | None = None) -> PlaceArgument:
    """A place of Yemen with a point, in a city where one is given."""
    if lat is None:
        return PlaceArgument(0, 1, name, "whole", within, "test")
    chain = (*((Container(within, "city"),) if within else ()), Container("اليمن", "country"))
    return PlaceArgument(0, 1, name, "whole", within, "test", 1.0,
                         Grounding(f"id-{name}", name, kind, lat, lon, 1.0, 1, chain, 0.9, (), ("test",)))


def claim(kind: str, subjects: tuple[str, ...], objects: tuple[str, ...] = (), day: int = 0,
          **other: object) -> Evidence:
    """One claim about a place of the name "مدينة" unless another is given; told by nobody in particular, fresh."""
    on = after(day)
    sides = tuple(Side(holder, holder) for holder in (*subjects, *objects))
    before = on - dt.timedelta(days=1) if kind in ("takes", "leaves", "enters") else None
    made = Evidence(f"{kind}-{day}", f"article-{kind}-{day}", kind, "whole", subjects, objects, sides, place("مدينة"),
                    COUNTRY, on, before, on, "unknown", "asserted", "fresh", "teller", "outlet", "words")
    return replace(made, **other)  # type: ignore[arg-type]


def model(calibrated: bool = False) -> Model:
    """The model that ships, with three sides as likely as each other; as the filter says, unless calibrated."""
    shipped = shipped_model()
    shares = {COUNTRY: {ONE: 0.32, TWO: 0.32, THREE: 0.32, UNKNOWN: 0.04}, "default": {UNKNOWN: 0.3}}
    worth = shipped.calibration if calibrated else dict.fromkeys(MODES, Calibration())
    return replace(shipped, shares=shares, comes=shares, calibration=worth)


def estimate(evidence: list[Evidence], day: int, mode: str = "smoothed", name: str = "مدينة", claims: int = 0,
             calibrated: bool = False) -> Estimate:
    """The estimate of a place on a day."""
    territory = Territory(evidence, model(calibrated))
    spot: Spot = territory.spots.find(name)[0]
    return next(iter(territory.estimates([after(day)], [spot], mode, claims)))  # type: ignore[arg-type]
