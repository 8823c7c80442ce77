"""The coder: what coding one article leaves of the process that it ran in."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import sijill

TEXT = "قصفت قوات النظام السوري مدينة دوما أمس."


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("before", [True, False])
def test_coding_leaves_the_collector_as_it_was(before: bool) -> None:
    """The collector waits while an article is coded, and is on again, or still off, as it was before."""
    (gc.enable if before else gc.disable)()
    during: list[bool] = []
    coder = sijill.load(model=None)
    ground = coder.ground
    coder.ground = lambda document: during.append(gc.isenabled()) or ground(document)  # type: ignore[func-returns-value]
    coder(TEXT, published="2018-03-14")
    assert during == [False] and gc.isenabled() is before


def test_a_failure_leaves_the_collector_on() -> None:
    """What cannot be coded does not leave the collector off."""
    coder = sijill.load(model=None)
    coder.ground = lambda document: 1 / 0  # type: ignore[assignment, return-value]
    with pytest.raises(ZeroDivisionError):
        coder(TEXT, published="2018-03-14")
    assert gc.isenabled()
