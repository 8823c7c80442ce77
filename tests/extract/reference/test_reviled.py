from dataclasses import replace

import pytest

from sijill.documents import Document
from sijill.extract.actors.actors import find_actors
from sijill.extract.reference.reference import resolve
from sijill.extract.reference.reviled import Reviled
from sijill.pipeline import read_document


def reviled(text: str, source: str | None = None) -> tuple[Document, Reviled]:
    document = find_actors(replace(read_document(text), source=source))
    return document, Reviled(document)


@pytest.mark.parametrize(("side", "barred"), [("SYR_ARMY", True), ("ASAYISH", True), ("IS", False),
                                              ("UNIDENTIFIED_GUNMEN", False)])
def test_who_fights_the_reviled_is_not_reviled(side: str, barred: bool) -> None:
    """One terrorist is of those whom the article called so before, never of those who fight them."""
    document, found = reviled("تسلل إرهابيو داعش إلى الحي. وقتل في المعارك سبعة إرهابيين.")
    first, last = (document.actors or ())[0], (document.actors or ())[-1]
    assert not found.bars(last, "SYR_ARMY")
    found.note(first, "IS")
    assert found.bars(last, side) is barred


def test_a_plain_word_reviles_nobody() -> None:
    """Gunmen may be anybody's, also those who fight the terrorists."""
    document, found = reviled("تسلل إرهابيو داعش إلى الحي. وقتل في المعارك سبعة مسلحين.")
    first, last = (document.actors or ())[0], (document.actors or ())[-1]
    found.note(first, "IS")
    assert not found.bars(last, "SYR_ARMY")


@pytest.mark.parametrize(("source", "barred"), [("وكالة سانا", True), (None, False)])
def test_the_outlets_own_side_is_not_reviled(source: str | None, barred: bool) -> None:
    """An outlet of a side calls its foes so."""
    document, found = reviled("قتل في المعارك سبعة إرهابيين.", source)
    assert any(found.bars((document.actors or ())[-1], one) for one in ("SYR_ARMY", "SYR_GOV")) is barred


def test_a_partisan_name_means_what_it_meant_before() -> None:
    """One voice means one side by a partisan name; another name, or a plain one, keeps its own meaning."""
    document, found = reviled("هاجم التنظيم الإرهابي البلدة. ثم انسحب التنظيم الإرهابي، وهاجم إرهابيون وعناصر التنظيم.")
    first, again, *others = document.actors or ()
    assert found.meant_before(again) is None
    found.note(first, "IS")
    found.note(again, "PKK")
    assert found.meant_before(again) == "IS"
    assert others
    assert [found.meant_before(one) for one in others] == [None] * len(others)


def test_a_partisan_name_is_read_once_in_an_article() -> None:
    """The second "terrorist organization" is the first one's side, though others stand nearer to it."""
    text = ("أعلن داعش سقوط المدينة. وهاجم التنظيم الإرهابي الحي. ثم تقدمت وحدات حماية الشعب الكردية ووحدات حماية "
            "الشعب، واشتبكت وحدات حماية الشعب مع عناصره. وأعلن التنظيم الإرهابي معركة جديدة.")
    document = read_document(text)
    sides = [side.id for mention, side in zip(document.actors or (), resolve(document), strict=True)
             if mention.kind == "loaded"]
    assert sides == ["IS", "IS"]


def test_a_bare_reviling_word_is_of_the_one_group_that_was_reviled() -> None:
    """After "mercenaries of A", "17 mercenaries" are A's; a plain word, and men with an owner, are not settled so."""
    document, found = reviled("دخل مرتزقة داعش الحي. وقتل 17 مرتزقا، ثم فر المرتزقة، وقتل سبعة مسلحين.")
    first, counted, again, plain = document.actors or ()
    assert found.meant_before(counted) is None
    found.note(first, "IS")
    assert [found.meant_before(one) for one in (counted, again, plain)] == ["IS", "IS", None]
    assert [side.id for side in resolve(read_document(document.text))][1] == "IS"


@pytest.mark.parametrize("groups", [("IS", "NUSRA"), ("UNIDENTIFIED_MILITANTS",), ("SYR_ARMY",)])
def test_a_reviling_word_is_of_no_group_where_none_or_several_were_reviled(groups: tuple[str, ...]) -> None:
    """Of two groups, of nobody's gunmen or of a state's army a bare reviling word says nothing."""
    document, found = reviled("دخل مرتزقة داعش الحي. وقتل 17 مرتزقا.")
    first, counted = document.actors or ()
    for one in groups:
        found.note(first, one)
    assert found.meant_before(counted) is None


def test_who_was_not_reviled_leaves_a_reviling_word_open() -> None:
    """Of gunmen of A, whom nothing reviles, "terrorists" says nothing, and those who fight A may be meant by it."""
    document, found = reviled("دخل مسلحو داعش الحي. وقتل سبعة إرهابيين.")
    first, last = document.actors or ()
    found.note(first, "IS")
    assert found.meant_before(last) is None
    assert not found.bars(last, "SYR_ARMY")


def test_a_partisan_name_outweighs_the_group_reviled_since() -> None:
    """What a name of one word meant before stands, though by now one group alone is reviled."""
    document, found = reviled("هاجم الدواعش الجسر. وفر المرتزقة، ثم دخل مرتزقة داعش الحي وفر المرتزقة.")
    _, mercenaries, theirs, again = document.actors or ()
    found.note(mercenaries, "SYR_ARMY")
    found.note(theirs, "IS")
    assert found.meant_before(again) == "SYR_ARMY"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_word_with_an_owner_or_that_reviles_nobody_is_not_of_the_group_reviled(at: int) -> None:
    """ "Terrorists of B", a group's plain byname and a name of its own for foreign mercenaries are not of group A."""
    document, found = reviled("دخل مرتزقة داعش الحي. وهاجم إرهابيو النصرة الجسر، وفر الدواعش ومرتزقة أجانب.")
    mentions = document.actors or ()
    found.note(mentions[0], "AQAP")
    found.note(mentions[2], "IS")
    assert [one.kind for one in mentions] == ["loaded", "loaded", "member", "name"]
    assert found.meant_before(mentions[at]) is None


@pytest.mark.parametrize(("foe", "one"), [("YPG", "SYR_GOV"), ("SYR_GOV", "YPG")])
def test_who_fights_bars_both_ways(foe: str, one: str) -> None:
    """A side is barred where it is against those reviled, and where only they are against it."""
    document, found = reviled("تسلل إرهابيو داعش إلى الحي. وقتل في المعارك سبعة إرهابيين.")
    first, last = document.actors or ()
    found.note(first, foe)
    assert found.bars(last, one)


def test_two_foes_may_both_be_reviled() -> None:
    """A side that the article has called so may be called so again, though it fights another that it reviles."""
    document, found = reviled("تسلل إرهابيو داعش إلى الحي. وقتل في المعارك سبعة إرهابيين.")
    first, last = document.actors or ()
    found.note(first, "IS")
    found.note(first, "YPG")
    assert not found.bars(last, "YPG")
