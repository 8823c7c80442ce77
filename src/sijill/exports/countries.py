"""Countries as other people's tables count and name them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from sijill.resources import table


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166 code and number, ACLED's name and region, Gleditsch and Ward's number, UCDP's words."""

    iso3: str
    iso: int | None
    name: str
    region: str
    gw: int | None
    name_ucdp: str | None
    region_ucdp: str | None


@functools.cache
def _countries() -> Mapping[str, Country]:
    rows = table("exports-countries.tsv", ("iso3", "iso", "name", "region", "gw", "name_ucdp", "region_ucdp"),
                 unique=("iso3",))
    return {row["iso3"]: Country(
        row["iso3"], int(row["iso"]) if row["iso"] else None, row["name"], row["region"],
        int(row["gw"]) if row["gw"] else None, (row["name_ucdp"] or row["name"]) if row["gw"] else None,
        row["region_ucdp"] or None) for row in rows}


def country(iso3: str | None) -> Country | None:
    """The country of a code of three letters; None where there is none of it."""
    return _countries().get(iso3) if iso3 else None
