"""The model's numbers."""

import pytest

from sijill.errors import DataError
from sijill.resources import toml
from sijill.territory.holders import UNKNOWN
from sijill.territory.model import read_model, shipped_model


def test_the_shipped_numbers_are_complete_and_shares_are_shares() -> None:
    """Every country's shares sum to one, and a country that was not learned shares among its holders."""
    model = shipped_model()
    for table in (model.shares, model.comes):
        for country, shares in table.items():
            assert country == "default" or sum(shares.values()) == pytest.approx(1, abs=2e-3)
    shares, _ = model.shares_in("SDN")
    assert sum(shares.values()) == pytest.approx(1) and {"SAF", "RSF", UNKNOWN} <= set(shares)
    assert model.shares_in(None) == ({UNKNOWN: 1.0}, {UNKNOWN: 1.0})


def test_who_is_named_is_likelier_than_who_is_not() -> None:
    """A claim raises all whom it names above the others by its largest weight, on its day only."""
    model = shipped_model()
    plain, weights = model.vectors, model.weights()
    more = {name: weights[name] - plain[name] for name in plain if name.startswith("takes.whole")}
    assert all(more[f"takes.whole.on.{what}"] == pytest.approx(model.named * plain["takes.whole.on.subject"])
               for what in ("subject", "object", "contested"))
    assert model.named > 0 and all(more[f"takes.whole.before.{what}"] == 0 for what in ("subject", "object"))


@pytest.mark.parametrize("missing", ["rates", "trust", "around", "calibration", "contested", "evidence"])
def test_missing_numbers_are_told(missing: str) -> None:
    """A table without a part is a DataError that names the file."""
    found = toml("territory.toml")
    del found[missing]
    with pytest.raises(DataError, match=r"territory\.toml"):
        read_model(found)
