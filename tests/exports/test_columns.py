"""The tables of columns and rules say of themselves what the codings do."""

import pathlib
import re

import pytest

from sijill.exports.codings import codings
from sijill.exports.columns import columns, rules
from sijill.exports.countries import country

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src" / "sijill" / "exports"
REFERENCE = SOURCE.parents[2] / "docs" / "reference.md"
HXL = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


@pytest.mark.parametrize("name", list(codings()))
def test_hashtags_are_hxl_and_each_once(name: str) -> None:
    """Every column has a well-formed HXL hashtag, and no two columns of a coding the same."""
    tags = [column.hxl for column in columns(name)]
    assert all(HXL.fullmatch(tag) for tag in tags) and len(set(tags)) == len(tags)


def test_every_rule_is_one_that_something_uses() -> None:
    """Every rule of the table is named by a column or by code, and code names no other."""
    code = "".join(path.read_text("utf-8") for path in SOURCE.glob("*.py"))
    used = {column.rule for name in codings() for column in columns(name)}
    formed = {"left.planned", "left.uncertain", "left.rejected", "left.denied", "ucdp.type.2", "ucdp.type.3"}
    assert {rule for rule in rules() if rule not in used | formed and f'"{rule}"' not in code} == set()


@pytest.mark.parametrize("name", list(codings()))
def test_the_reference_has_every_column(name: str) -> None:
    """The reference lists every column of every coding, its type and its meaning as the table has them."""
    text = REFERENCE.read_text("utf-8")
    for column in columns(name):
        assert f"| `{column.name}` | {column.type} | {column.description} |" in text


def test_the_reference_has_every_rule() -> None:
    """The reference lists every rule in the words of the table."""
    text = REFERENCE.read_text("utf-8")
    for rule, says in rules().items():
        assert f"| `{rule}` | {says.replace('|', chr(92) + '|')} |" in text


def test_countries_have_what_acled_and_ucdp_count_them_by() -> None:
    """Syria has its ISO number, ACLED's region and the number of Gleditsch and Ward; no code has no country."""
    syria = country("SYR")
    assert syria and (syria.iso, syria.region, syria.gw, syria.region_ucdp) == (760, "Middle East", 652, "Middle East")
    assert country(None) is None and country("XYZ") is None
