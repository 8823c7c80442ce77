"""Who does what a sentence goes on to."""

import pytest
from tests.extract.drafted import sides, told


@pytest.mark.parametrize(("text", "verb", "doer"), [
    ("سيطر تنظيم داعش على قرية الخالدية بعد انسحاب الجيش السوري منها، كما نصب حواجز عندها.", "نصب", "IS"),
    ("سيطر تنظيم داعش على قرية الخالدية بعد انسحاب الجيش السوري منها ونصب حواجز عندها.", "نصب", "IS"),
    ("سيطرت وحدات حماية الشعب على القرية بعد انسحاب قوات النظام منها، ثم نصبت حواجز عندها.", "نصبت", "YPG"),
])
def test_a_verb_goes_on_with_the_subject_of_the_verb_before(text: str, verb: str, doer: str) -> None:
    """A verb that "and", "then" or "also" joins to one with which it agrees has its subject."""
    assert sides(told(text, verb))[0] == [doer]


@pytest.mark.parametrize(("text", "verb", "doer"), [
    # its own subject is behind it
    ("سيطر تنظيم داعش على قرية الخالدية ثم نصب الجيش السوري حواجز عندها.", "نصب", "SYR_ARMY"),
    # another verb stands between
    ("دخلت قوات النظام قرية الخالدية، لكن وحدات حماية الشعب شنت هجوما واستعادت القرية.", "استعادت", "YPG"),
    # the two do not agree
    ("سيطر تنظيم داعش على قرية الخالدية بعد انسحاب قوات النظام منها، ثم نصبت حواجز عندها.", "نصبت", "SYR_ARMY"),
])
def test_who_has_a_subject_of_its_own_goes_on_from_none(text: str, verb: str, doer: str) -> None:
    """A side behind the verb, another verb between and another ending tell of others."""
    assert sides(told(text, verb))[0] == [doer]
