"""Who carried out what a noun tells, as a verb with its pronoun says."""

import pytest
from tests.extract.drafted import pointed, sides, told

from sijill.extract.said.carried_out import carried_out


@pytest.mark.parametrize(("text", "word", "first"), [
    ("تقدم الحوثيون في مأرب رغم الغارات الجوية التي ينفذها التحالف العربي.", "الغارات", ["SAUDI_COALITION"]),
    ("سقط حوثيون قتلى جراء غارات شنتها طائرات التحالف العربي شرقي مأرب.", "غارات", ["SAUDI_COALITION"]),
    ("يعاني الحوثيون في قاعدة العند من حصار فرضته المقاومة الشعبية.", "حصار", ["POPRES_YEM"]),
])
def test_who_carried_it_out_is_named_behind_the_verb(text: str, word: str, first: list[str]) -> None:
    """The side right behind "that flew them" or "that laid it" did it, whoever stands before."""
    assert sides(told(text, word))[0] == first


@pytest.mark.parametrize("text", [
    # no pronoun, another side between, or a verb of its own
    "أدت غارات شنت أمس على الحوثيين إلى دمار.",
    "أدت غارات للتحالف الذي تقوده السعودية إلى دمار.",
    "شملت غارات مخيم اليرموك وعملية نفذها داعش هناك.",
    "أدت غارات إلى دمار كبير في قرية نفذها الحوثيون.",
])
def test_other_verbs_name_no_doer(text: str) -> None:
    """A verb without the pronoun of the deed, behind another side or far from the noun says nothing of its doer."""
    assert carried_out(*pointed(text, "غارات", "Air/drone strike")) is None
