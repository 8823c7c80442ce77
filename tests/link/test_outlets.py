"""Outlets and the camps that they count for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.ledger import INDEPENDENT, UNKNOWN_BLOC
from sijill.link.outlets import bloc_of, outlet_of, outlets


@pytest.mark.parametrize(("source", "outlet"), [
    ("shaam.org", "SHAAM"), ("www.shaam.org", "SHAAM"), ("arabic.anf-news.com", "RONAHI"), ("وكالة سانا", "SANA"),
    ("Al Jazeera Arabic", "AL_JAZEERA"), ("BBC Arabic", "BBC"), ("رويترز", "REUTERS"), ("SOHR", "SOHR"),
])
def test_an_outlet_is_known_by_name_and_by_domain(source: str, outlet: str) -> None:
    """An outlet is found by its Arabic or English name, its id, its domain and the subdomains of it."""
    found = outlet_of(source)
    assert found is not None and found.id == outlet


def test_the_address_stands_in_where_the_name_says_nothing() -> None:
    """Where the publisher's name is unknown or missing, the article's address tells the outlet."""
    found = outlet_of(None, "https://npasyria.com/78873/")
    assert found is not None and found.id == "NORTH_PRESS"
    assert outlet_of("t.me", "https://t.me/channel/5") is None


@pytest.mark.parametrize("source", ["notshaam.org", "shaam.org.example.com", "المرصد الجوي", "x", ""])
def test_what_only_looks_like_an_outlet_is_none(source: str) -> None:
    """A domain that ends or begins alike, and a name that shares a word, are not the outlet."""
    assert outlet_of(source) is None


@pytest.mark.parametrize(("source", "bloc"), [
    ("shaam.org", "opposition"), ("sana.sy", "syr_gov"), ("hawarnews.com", "kurdish"), ("reuters.com", INDEPENDENT),
    ("rt.com", "russia"), ("aa.com.tr", "turkey"), ("almasirah.net", "houthi"), ("spa.gov.sa", "gulf"),
    ("somewhere.example", UNKNOWN_BLOC), (None, UNKNOWN_BLOC),
])
def test_an_outlet_counts_for_the_camp_that_it_leans_to(source: str | None, bloc: str) -> None:
    """The camp follows from the leaning; independent and unknown outlets say so."""
    assert bloc_of(source) == bloc


def test_a_states_agency_goes_over_with_the_state() -> None:
    """After the fall of a government its agency counts for the new one."""
    assert bloc_of("سانا", None, dt.date(2024, 12, 7)) == "syr_gov"
    assert bloc_of("سانا", None, dt.date(2024, 12, 8)) == "syr_gov_2024"


def test_every_leaning_has_a_camp() -> None:
    """No outlet whose leaning is known is left without a camp."""
    assert [o.id for o in outlets() if o.leaning and o.bloc == UNKNOWN_BLOC] == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_or_address_is_too_odd(source: str, url: str) -> None:
    """Any text may be asked about; the answer is an outlet or none."""
    assert bloc_of(source, url)
