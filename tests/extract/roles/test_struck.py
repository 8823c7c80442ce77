"""Whom a strike hit by the words behind it."""

import pytest
from tests.extract.drafted import named, pointed, sides, told

from sijill.extract.roles.struck import armed_target, holders_of_hit, owned, owners_of_hit

BOMB = "Remote explosive/landmine/IED"
SHELLING = "Shelling/artillery/missile attack"


def owners(text: str, word: str, kind: str = BOMB, form: str = "noun") -> list[str]:
    view, trigger = pointed(text, word, kind, form)
    return named(view, owners_of_hit(view, trigger))


@pytest.mark.parametrize(("text", "kind", "form", "whose"), [
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", BOMB, "noun", ["فيلق الشام"]),
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", "Suicide bomb", "noun", []),
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", "Armed clash", "noun", []),
    ("انفجار عبوة بسيارة تابعة لفيلق الشام في عفرين.", BOMB, "perfect", []),
    ("انفجار عبوة زرعها عنصر تابع لفيلق الشام في عفرين.", BOMB, "noun", []),
    ("انفجار عبوة بسيارة لفيلق الشام في عفرين.", BOMB, "noun", []),
    ("انفجار نفذته مجموعة تابعة لفيلق الشام في عفرين.", BOMB, "noun", []),
    ("انفجار صاروخ قصير تابع لفيلق الشام في عفرين.", BOMB, "noun", []),
    ("انفجار صاروخ على سيارة تابعة لفيلق الشام في عفرين.", BOMB, "noun", ["فيلق الشام"]),
])
def test_whose_thing_a_bomb_hit(text: str, kind: str, form: str, whose: list[str]) -> None:
    """"A bomb in a car belonging to A" is told of whom it hit, unless a rocket was his, he drove it or laid it."""
    assert owners(text, "انفجار", kind, form) == whose


def test_whose_car_was_hit_did_not_do_it() -> None:
    """Whose car a bomb went off in has not laid it."""
    text = "وقع انفجار بسيارة عسكرية تابعة لفيلق الشام في عفرين."
    assert "FAYLAQ_SHAM" not in sides(told(text, "انفجار"))[0]


def test_owned() -> None:
    """A side is an owner right behind "belonging to", an adjective between, and no side without it."""
    view, _ = pointed("سيارة تابعة لفيلق الشام ودورية للجيش السوري.", "سيارة", BOMB)
    assert [owned(view, i) for i in range(len(view.actors))][:2] == [True, False]


def target(text: str, word: str, doers: tuple[int, ...] = (), second: tuple[int, ...] = (0,)) -> list[str]:
    view, trigger = pointed(text, word, "Suicide bomb")
    return named(view, armed_target(view, trigger, doers, second))


@pytest.mark.parametrize(("text", "doers", "second", "whom"), [
    ("قتل مدنيون في هجوم استهدف الشرطة العراقية قرب بغداد.", (), (0,), ["الشرطة العراقية"]),
    ("قتل مدنيون في هجوم استهدف دورية للجيش العراقي قرب بغداد.", (), (0,), ["دورية للجيش العراقي"]),
    ("قتل مدنيون في هجوم استهدف الشرطة العراقية قرب بغداد.", (1,), (0,), []),
    ("قتل مدنيون في هجوم استهدف الشرطة العراقية قرب بغداد.", (), (), []),
    ("قتل مدنيون في هجوم استهدف الشرطة العراقية قرب بغداد.", (), (1,), []),
    ("قتل مدنيون في هجوم قرب الشرطة العراقية في بغداد.", (), (0,), []),
    ("قتل مدنيون في هجوم استهدف الشرطة العراقية والجيش العراقي.", (2,), (0,), []),
    ("قتل مدنيون في هجوم استهدف الأمم المتحدة في بغداد.", (), (0,), []),
    ("قتل مدنيون في هجوم استهدف مواقع في بغداد.", (), (0,), []),
    ("قتل مدنيون في هجوم استهدف الحكومة العراقية في بغداد.", (), (0,), []),
    ("قتل مدنيون في هجوم استهدف البلدة، ووصلت الشرطة العراقية.", (), (0,), []),
])
def test_an_armed_target_is_whom_a_strike_hit(
        text: str, doers: tuple[int, ...], second: tuple[int, ...], whom: list[str]) -> None:
    """Where a strike struck the police and killed people, it hit the police; no government, and not what is near."""
    assert target(text, "هجوم", doers, second) == whom


def test_the_target_is_told_for_the_people() -> None:
    """"Six persons were killed in an attack that struck the police" has the police as its second side."""
    text = "قتل ستة أشخاص إثر هجوم انتحاري استهدف الشرطة الأفغانية بقندهار."
    assert sides(told(text, "هجوم"))[1] == ["NEW:Police Forces of Afghanistan"]


@pytest.mark.parametrize(("text", "word", "kind", "holding"), [
    ("قتل خمسة في قصف على بلدة تخضع لسيطرة الحوثيين في تعز.", "قصف", SHELLING, ["الحوثيين"]),
    ("قتل خمسة في انفجار سيارة في حي يسيطر عليه الحوثيون.", "انفجار", BOMB, ["الحوثيون"]),
    ("استهدف قصف عنيف صعدة معقل الحوثيين.", "قصف", SHELLING, ["الحوثيين"]),
    # it comes from what they hold, it is no strike, and what is held is not told
    ("سقط قتلى في قصف من مناطق سيطرة الحوثيين.", "قصف", SHELLING, []),
    ("اندلعت معارك في بلدة تخضع لسيطرة الحوثيين.", "معارك", "Armed clash", []),
    ("قتل خمسة في قصف شنه الحوثيون على تعز.", "قصف", SHELLING, []),
])
def test_who_holds_what_is_hit_has_not_hit_it(text: str, word: str, kind: str, holding: list[str]) -> None:
    """Of "shelling of the town that is under A's control" A has not shelled it."""
    view, trigger = pointed(text, word, kind)
    assert named(view, holders_of_hit(view, trigger)) == holding


def test_who_holds_a_shelled_town_is_no_doer() -> None:
    """The holder is not taken for the doer where nobody else is named."""
    assert sides(told("قتل خمسة في قصف بصاروخ على حي في مأرب الخاضعة لسيطرة القوات الحكومية.", "قصف"))[0] == []
