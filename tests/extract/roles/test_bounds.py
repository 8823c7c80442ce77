"""Whom the words keep from being a side of an event."""

from tests.extract import drafted
from tests.extract.roles.test_roles import roles_of

from sijill.extract.roles.last_enemy import BY_ENMITY


def test_whom_a_verb_strikes_is_not_an_armed_side_of_another_sentence() -> None:
    """What aircraft "bombed" was not the group that the sentence before names, though raids may be on it."""
    before = "استهدفت غارات التحالف مواقع الحوثيين في صعدة. "
    for words, ids in (("قصفت طائرات التحالف العربي مخازن أسلحة", []),
                       ("شنت طائرات التحالف العربي غارات على مخازن أسلحة", ["HOUTHIS"])):
        assert [a.id for a in drafted.drafts(f"{before}كما {words} في تعز.")[-1].actor2] == ids
    # people whom another sentence tells of may have been hit
    roles = roles_of("أصيب أطفال من بلدة طفس أمس. فقد قصفت المدفعية السورية أطراف البلدة.")
    assert roles._unmet(roles.triggers[-1], range(len(roles.view.actors))) == set()


def test_who_is_met_or_arrested_is_not_named_in_another_sentence() -> None:
    """Talks "in Baghdad" were not held with whom the sentence before names, nor were its gunmen arrested."""
    for text in (
        "قصف تنظيم داعش مواقع الحكومة العراقية في الأنبار. وأجرى وزير الخارجية الأمريكي مباحثات في بغداد أمس.",
        "هاجم مسلحو داعش دورية للجيش قرب كركوك. وألقت الشرطة العراقية القبض على فلان لدى وصوله إلى بغداد أمس.",
    ):
        assert drafted.drafts(text)[-1].actor2 == ()
    # nor does another side of the sentence take the place of who is not
    visited = ("قصف تنظيم داعش مواقع الحكومة العراقية في الأنبار. وأجرى وزير الخارجية الأمريكي مباحثات في بغداد بعد "
               "زيارة إلى تركيا أمس.")
    assert drafted.drafts(visited)[-1].actor2 == ()
    # in the same sentence they are, and in a battle who is named before is weighed
    same = drafted.drafts("أجرى وزير الخارجية الأمريكي مباحثات في بغداد مع مسؤولين من الحكومة العراقية أمس.")
    assert [a.id for a in same[-1].actor2] == ["IRQ_GOV"]
    fought = drafted.drafts("هاجم مسلحو داعش مدينة تدمر. وتقدم الجيش السوري في محيط المدينة أمس.")
    assert [(a.id, BY_ENMITY in a.rule) for a in fought[-1].actor2] == [("IS", False)]


def test_a_pronoun_of_men_stands_for_who_is_arrested() -> None:
    """Of "ten of his members" the side is the armed one that another sentence names; without the pronoun it is not."""
    before = "هاجم تنظيم داعش قرية في محافظة ديالى أمس. "
    for words, ids in (("واعتقلت الشرطة العراقية عشرة من عناصره.", ["IS"]),
                       ("وألقت الشرطة العراقية القبض على فلان لدى وصوله إلى بغداد.", [])):
        assert [a.id for a in drafted.drafts(before + words)[-1].actor2] == ids
    # people without arms have no members; "of his houses" tells of no men, and "before his members" not who it was
    for words, barred in (("عشرة من عناصره", {"CIVILIANS"}), ("عشرة من ضباطه", {"CIVILIANS"}),
                          ("عشرة من بيوته", {"IS", "CIVILIANS"}), ("عشرة أمام عناصره", {"IS", "CIVILIANS"})):
        roles = roles_of(f"هاجم تنظيم داعش قرية وقتل مدنيين أمس. واعتقلت الشرطة العراقية {words}.")
        unmet = roles._unmet(roles.triggers[-1], range(len(roles.view.actors)))
        assert {roles.view.sides[i].id for i in unmet} == barred
