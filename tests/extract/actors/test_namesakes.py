import pytest

from sijill.pipeline import read_document


def sides(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read_document(text).actors or ()]


@pytest.mark.parametrize(("text", "name"), [
    ("فتح مسلحون النار على العقيد ماهر هادي في بغداد.", "هادي"),
    ("قال العميد الركن، سامي المالكي إن المدينة آمنة. وأضاف المالكي أن الحوثيين تراجعوا.", "المالكي"),
    ("نعى التحالف المقدم تركي العمري بعد معارك في صعدة.", "تركي"),
    ("زار اللواء حسام المصري صعدة. وقال المصري إن الطريق آمن.", "المصري"),
    # the rank may be all that stands before the two names
    ("زار اللواء ركن أول وليد البشير الجبهة.", "البشير"),
])
def test_an_officers_name_is_no_side(text: str, name: str) -> None:
    """What stands behind a rank and a first name is no leader, nor is a first name a nationality."""
    assert not any(name in side for side in sides(text))


@pytest.mark.parametrize(("text", "name"), [
    ("هاجمت قوات المشير خليفة حفتر درنة.", "حفتر"),
    ("التقى العقيد القذافي وفدا أفريقيا.", "القذافي"),
    ("أعلن الفريق أول البرهان هدنة.", "البرهان"),
    ("زار اللواء حسام المصري صعدة. وتقدم الجيش المصري هناك.", "المصري هناك"),
    ("حذر الجنرال المتقاعد بالجيش التركي من هجوم.", "التركي"),
    ("قال العميد التركي أورهان إن الفصائل تقدمت.", "التركي"),
    # a text that has the leader with his own first name means him where it has no other
    ("قال العقيد ماهر البشير إن الهدوء عاد. وقصف عمر البشير دارفور. ثم تراجع البشير.", "تراجع البشير"),
])
def test_a_leader_or_a_nationality_behind_a_rank_is_one(text: str, name: str) -> None:
    """A leader behind his rank, with his own first name or without one, is a side, and so is a definite nationality."""
    last = text.index(name) + len(name.removesuffix(" هناك"))
    assert any(mention.end == last for mention in read_document(text).actors or ())


def test_leaders_of_groups_that_the_registry_lacks_are_read_beside_officers() -> None:
    """A leader whose group has no row of its own is read like others, behind "and" too, beside officers."""
    text = "هاجمت قوات الأسد وحكيم الله محسود بلدة، وقال العقيد ماهر هادي إن بيت الله محسود هناك."
    assert {"حكيم الله محسود", "بيت الله محسود"} <= {side.removeprefix("و") for side in sides(text)}


@pytest.mark.parametrize(("text", "name"), [
    ("التقى وليد المعلم وفدا في دمشق.", "وليد المعلم"),
    ("وصل مارتن غريفيث إلى صنعاء.", "مارتن غريفيث"),
    ("هدد بيني غانتس بعملية جديدة.", "بيني غانتس"),
])
def test_ministers_and_envoys_without_a_title_are_sides(text: str, name: str) -> None:
    """A minister or an envoy whom newswire names without his title stands for his state or body."""
    assert name in sides(text)


@pytest.mark.parametrize("text", ["قال حسن الجبير إن الطريق مغلق.", "وقع الحادث على طريق رئيسي قرب القرية."])
def test_who_shares_a_part_of_a_ministers_name_is_no_side(text: str) -> None:
    """A family name or a word that a minister's name shares with others is no side by itself."""
    assert not any(word in name for name in sides(text) for word in ("الجبير", "رئيسي"))


@pytest.mark.parametrize(("text", "word", "side"), [
    ("قال اللواء هادي سرحان إن الأوضاع هادئة.", "هادي", False),
    ("قال الرئيس هادي إن الأوضاع هادئة.", "هادي", True),
    ("قال اللواء حفتر إن الأوضاع هادئة.", "حفتر", True),
])
def test_a_rank_stands_before_no_head_of_state(text: str, word: str, side: bool) -> None:
    """The first name of an officer is not that of who governs; a general who has his own army is that army."""
    assert any(word in name for name in sides(text)) is side
