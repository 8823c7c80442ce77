"""The tables of actors: what a row of names, of others or of families gives."""

import pytest

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word
from sijill.extract.tables.registry import registry


def test_outsiders_have_no_row_in_the_registry() -> None:
    """A well-known group outside the registry goes by NEW: and its English name."""
    senses = registry().book.get("حركة طالبان")
    assert senses is not None and senses[0].actor == "NEW:Taliban"
    assert "NEW:Taliban" not in registry().actors


def kinds(words: str) -> set[tuple[str, str]]:
    found = registry().book.get(words)
    return {(sense.actor, sense.kind) for sense in found or ()}


def test_a_name_with_a_word_of_abuse_is_that_name() -> None:
    """"The terrorist" behind a name leaves it the name that it is; a word of abuse alone may mean others."""
    assert ("IS", "name") in kinds("تنظيم داعش الإرهابي")
    assert ("HEZBOLLAH", "name") in kinds("ميليشيا حزب الله اللبناني")
    assert ("YEM_GOV_FORCES", "loaded") in kinds("مرتزقة العدوان")


@pytest.mark.parametrize(("adjective", "state"), [
    ("الليبيرية", "LBR"), ("البيروفية", "PER"), ("الأنغولية", "AGO"), ("الهايتية", "HTI"), ("اليوغوسلافية", "SRB"),
])
def test_every_state_has_its_branches(adjective: str, state: str) -> None:
    """A nationality of any state is known, and names its police and army."""
    known = registry()
    family = known.families[state]
    assert known.adjectives[key(fold_word(adjective.removeprefix("ال")))] == state
    assert family.branches["police"] and family.branches["army"] and family.branches["gov"]
    assert {known.state_of(one) for one in (*family.branches["police"], f"COUNTRY:{state}")} == {state}
    assert [known.ruling(one) for one in family.branches["gov"]] == [state]
