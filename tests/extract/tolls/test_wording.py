"""What the words beside a count say: whom they name, what they deny and what they are only spelled like."""

import pytest
from tests.extract.tolls.test_items import Toll, counts, told


@pytest.mark.parametrize(("text", "expected"), [
    ('انتهى الهجوم دون سقوط "قتلى" فيه.', set()),
    ("لم يسفر القصف إلا عن مقتل 3 جنود.", {("killed", 3, 3)}),
    ("لم تخلف إلا مقتل 3 جنود.", {("killed", 3, 3)}),
])
def test_a_quote_mark_ends_no_negation_and_except_does(text: str, expected: set[Toll]) -> None:
    """ "Without" reaches the dead in quotes; "none but" says that they fell."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("لم ترد حتى اليوم أي معلومات تفيد بسقوط ضحايا.", set()),
    ("لم ترد بعد أي أنباء مؤكدة عن سقوط ضحايا.", set()),
    # what is not answered or confirmed is told all the same
    ("لم يرد الوزير حين سألوه بعد أنباء عن مقتل 3 جنود.", {("killed", 3, 3)}),
    ("لم يعلق الوزير على معلومات عن مقتل 3 جنود.", {("killed", 3, 3)}),
])
def test_no_news_of_the_dead_counts_nobody(text: str, expected: set[Toll]) -> None:
    """Where no news of victims came in there are none; news on which nobody comments count."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل سوريان في عمان.", {("killed", 2, 2)}),
    ("اعتقل سوريان في عمان.", set()),
    ("قتلت سورية في عمان.", {("killed", 1, 1)}),
    # of a country's name, and of its people in the plural, nobody knows how many
    ("مقتل سورية في عمان.", set()),
    ("مقتل سوريين في عمان.", set()),
])
def test_a_nationality_alone_counts_the_dead_and_wounded(text: str, expected: set[Toll]) -> None:
    """Two of a nation who were killed are two; of others than the dead and wounded it counts nobody."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("وكان زعيم طالبان السابق قد قتل في غارة على وزيرستان.", "طالبان"),
    ("قضت المحكمة بسجن رئيس الوزراء السابق.", "رئيس"),
])
def test_a_group_s_name_and_what_a_court_decides_count_nobody(text: str, expected: str) -> None:
    """The Taliban who are named are no two students, and a court that decides has not died."""
    assert expected not in [words for words, _ in told(text)]


def test_two_students_who_were_killed_are_counted() -> None:
    """Behind a word for harm two students are two."""
    assert ("killed", 2, 2) in counts("قتل طالبان في إطلاق نار داخل الجامعة.")


@pytest.mark.parametrize(("text", "expected"), [
    ("اعتقلت الشرطة، ليلة أمس، 14 فلسطينياً من طولكرم.", {("captured", 14, 14)}),
    ("ذبحت العصابة 14 يافعاً.", {("killed", 14, 14)}),
    ("قتلت العصابة جنديا وأطلقت 14 صاروخاً.", {("killed", 1, 1)}),
    ("قتل جندي بعد 14 يوماً.", {("killed", 1, 1)}),
    ("قتل الجيش في القصف 14 شهراً.", set()),
])
def test_the_mark_of_an_object_may_be_written(text: str, expected: set[Toll]) -> None:
    """Whom a number counts is read as counted though the mark of an object is written on it, and no thing is."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل طفلان وأصيب والدهما بانفجار لغم في إدلب.", {("killed", 2, 2), ("wounded", 1, 1)}),
        ("أسفر انفجار لغم عن مقتل طفلين وإصابة والدهما.", {("killed", 2, 2), ("wounded", 1, 1)}),
        # who only went along, or is hurt by hearsay, is not counted
        ("أسفر انفجار لغم عن مقتل طفلين، وسط معلومات عن مقتل والدهما.", {("killed", 2, 2)}),
        ("أسفر انفجار لغم عن مقتل طفلين كان والدهما غائبا.", {("killed", 2, 2)}),
    ],
)
def test_kin_right_behind_a_word_of_harm_are_hurt(text: str, expected: set[Toll]) -> None:
    """"And the wounding of their father" is one wounded; a father otherwise told is none."""
    assert counts(text) == expected


@pytest.mark.parametrize("text", ["استهدفت مسيرة المستشفى من غير أن تسفر عن إصابات.",
                                  "استهدفت مسيرة المستشفى دون أن تسفر عن إصابات."])
def test_without_that_denies_a_toll(text: str) -> None:
    """"Without that it led to casualties", in one word or two, tells no toll."""
    assert counts(text) == set()


@pytest.mark.parametrize("text", ["قصفت الطائرات البلدة غير أن 5 أشخاص أصيبوا.", "في قصف غير دقيق أصيب 5 أشخاص.",
                                  "من القرية أصيب 5 أشخاص."])
def test_other_than_that_denies_no_toll(text: str) -> None:
    """"However", "not", and "from" alone, which have a word of "without", deny nothing."""
    assert counts(text) == {("wounded", 5, 5)}


@pytest.mark.parametrize(("text", "expected"), [
    ("وفي الجنوب فقد سقط ستة جرحى بعد قصف السوق.", {("wounded", 6, 6)}),
    ("فقد أصيب تسعة جنود قرب تعز.", {("wounded", 9, 9)}),
    ("فقد ثلاثة صيادين قبالة الحديدة.", {("missing", 3, 3)}),
    ("فقد الصيادون أثر قاربهم.", set()),
])
def test_the_particle_that_is_spelled_like_a_loss_tells_none(text: str, expected: set[Toll]) -> None:
    """Before a verb the word for "lost" is a particle; before those who were lost it tells of the missing."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("أكد الجيش أن أحد ضباطه قتل قرب مأرب.", {("killed", 1, 1)}),
    ("أكد الجيش مقتل أحد ضباطه قرب مأرب.", {("killed", 1, 1)}),
    ("أكد الجيش تدمير أحد مخازنه قرب مأرب.", set()),
])
def test_one_of_theirs_is_a_toll(text: str, expected: set[Toll]) -> None:
    """Men with "his" written onto their word are counted as others are, and stores are not."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("اغتيل المختار إذ قتل في هجوم مسلح قرب بيته.", 0),
    ("قتل في الهجوم مسلح وفر الباقون.", 1),
])
def test_an_armed_attack_is_no_gunman(text: str, expected: int) -> None:
    """"Armed" behind an attack without an article is no gunman who fell; behind "the attack" it is one."""
    assert [toll[0] for words, toll in told(text) if words == "مسلح"] == ["killed"] * expected


@pytest.mark.parametrize(("text", "expected"), [
    ('قال مصدر ان "شخصا قتل بشظايا قذيفة".', {("killed", 1, 1)}),
    ('قال مصدر بحق "شخصا قتل بشظايا قذيفة".', set()),
    ("أوقعت غارة لطائرة بدون طيار أربعة قتلى.", {("killed", 4, 4)}),
    ("انتهى القصف بدون طيران وبدون أربعة قتلى.", set()),
])
def test_a_quote_opens_a_clause_and_a_drone_denies_nothing(text: str, expected: set[Toll]) -> None:
    """Behind "that" a quote mark does not part a man from his verb; "without a pilot" is not "without dead"."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    # "militants of" ends as "my militant" does, "the resistance" as "his resister"
    ("قتل 5 جنود ومسلحي المعارضة في الكمين.", {("killed", 5, 5)}),
    ("سقط 5 قتلى في مواجهات مع الألوية والمقاومة الوطنية.", {("killed", 5, 5)}),
    ("قتل 5 جنود وسائقهم في الكمين.", {("killed", 5, 5), ("killed", 1, 1)}),
])
def test_endings_that_are_no_pronoun_make_nobody_somebodys(text: str, expected: set[Toll]) -> None:
    """One of somebody's is counted, not a plural before whose they are nor a feminine."""
    assert counts(text) == expected
