"""The words that open a toll, and how far each reaches."""

import pytest
from tests.extract.tolls.test_items import Toll, counts


@pytest.mark.parametrize(("text", "expected"), [
    ("ذكرت المحطة أن جنديا قتل وثلاثة أصيبوا.", {("killed", 1, 1), ("wounded", 3, 3)}),
    ("جندي قتل في الهجوم.", {("killed", 1, 1)}),
    # fighters whose leader was killed: he alone
    ("ذكرت المحطة أن مقاتلين قتل قائدهم.", {("killed", 1, 1)}),
])
def test_a_verb_behind_people_is_theirs(text: str, expected: set[Toll]) -> None:
    """Whom a verb stands behind, also at the head of a sentence, it tells of; who is joined by "and" has another."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفع إلى 31 عدد الشهداء في البلدة.", {("killed", 31, 31)}),
        ("ارتفع إلى 31 عدد الجرحى في البلدة.", {("wounded", 31, 31)}),
        ("بلغ عدد القتلى 31 في البلدة.", {("killed", 31, 31)}),
        ("قال الطبيب إن حصيلة القتلى من الطرفين بلغت 31 اليوم.", {("killed", 31, 31)}),
        ("ارتفع إلى 31 عدد المنازل المدمرة في البلدة.", set()),
        ("بلغ عدد القتلى في المستشفى رقم 31 حدا كبيرا.", set()),
    ],
)
def test_a_total_and_its_number(text: str, expected: set[Toll]) -> None:
    """The number of the dead may stand before the words for it, or right behind them; a number of things is none."""
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفع عدد قتلى الجيش في قصف جوي شنته الطائرات مساء الخميس على رتل عسكري قرب قرية حاس في ريف المدينة "
         "إلى 14 جنديا.", {("killed", 14, 14)}),
        # a number far behind that is not what it rose to, and one far behind a total that did not rise
        ("ارتفع عدد قتلى الجيش في قصف جوي شنته الطائرات مساء الخميس على رتل عسكري قرب قرية حاس في ريف المدينة "
         "ووصل 14 جنديا.", set()),
    ],
)
def test_a_toll_that_has_risen_may_stand_far_behind(text: str, expected: set[Toll]) -> None:
    """What a toll has risen to is told with "to", however much stands between."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("أسفر الانفجار عن سقوط أكثر من 30 شخصا وإصابة تسعة في بعقوبة.", {("killed", 30, None), ("wounded", 9, 9)}),
    ("سقط ستة من جنود الجيش في كمين قرب تعز.", {("killed", 6, 6)}),
    ("أدى القصف إلى سقوط 14 مدنيا بين قتيل وجريح.", {("killed", None, None), ("wounded", None, None)}),
    ("سقط خمسة مدنيين جرحى في قصف على حلب.", {("wounded", 5, 5)}),
    ("سقط أربعة جنود في الأسر قرب الرقة.", set()),
    ("سقطت 12 قذيفة على حلب.", set()),
    ("أدى القصف إلى سقوط مدنيين قرب تعز.", set()),
    ("سقطت مقاتلة سعودية في مأرب.", set()),
    ("قصفت الطائرات حلب دون سقوط ثلاثة مدنيين.", set()),
])
def test_people_who_fell_are_dead(text: str, expected: set[Toll]) -> None:
    """Counted people who fell are a toll of dead, unless they fell wounded or into captivity; no shells are."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قال الطبيب إن القتلى يبلغ عددهم 16 شخصا.", {("killed", 16, 16)}),
    ("قال الطبيب إن الجرحى الذين يبلغ عددهم قرابة مئة في المستشفى.", {("wounded", 100, 100)}),
    ("قال الطبيب إن القتلى، وبلغ عددهم في المدرسة 17 شخصا.", set()),
    ("قال الطبيب إن القتلى عرفوا من بين 17 شخصا.", set()),
])
def test_the_dead_are_numbered_behind_them(text: str, expected: set[Toll]) -> None:
    """Of the dead "whose number reached 17" 17 are told; words that do not say so make no toll of a number."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("ذكرت المحطة أن مسلحين اغتالوا مساء أمس مرشح القائمة.", {("killed", 1, 1)}),
    ("ونشرت الحكومة أعدادا من رجال الشرطة في شارع أصابت القذائف مبانيه.", set()),
    ("ذكرت المحطة أن مسلحين قتلوا مساء أمس في غارة.", {("killed", None, None)}),
])
def test_who_murders_or_hits_is_not_who_fell(text: str, expected: set[Toll]) -> None:
    """Behind people "murdered" and "hit" are what they, or others, did, for they have a passive of another spelling."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("واغتالت قوات الاحتلال مراسلة القناة في المخيم.", {("killed", 1, 1)}),
    ("اغتال مسلحون مرشح الحزب قرب منزله.", {("killed", 1, 1)}),
    # a loss is none of people, others stand between
    ("وفقدت القوات الجوية الروسية مقاتلة في الهجوم.", set()),
    ("واغتالت قوات الاحتلال أمام المنزل مراسلة.", set()),
])
def test_one_person_behind_the_side_that_killed_them(text: str, expected: set[Toll]) -> None:
    """Behind "A's forces killed" one person right behind A fell."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("ارتفع عدد القتلى إلى 15 شهيدا والمصابين إلى 40 شخصا.", {("killed", 15, 15), ("wounded", 40, 40)}),
    ("سقط 15 شهيدا والمصابين في الشارع.", {("killed", None, None), ("wounded", None, None)}),
    ("نقلت السيارات 15 طنا والمصابين إلى 40 مستشفى.", set()),
])
def test_the_wounded_rise_to_a_number_beside_the_dead(text: str, expected: set[Toll]) -> None:
    """Of "the dead rose to 15, the wounded to 40" each has its number; it is no joint toll."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("مشيرا إلى ضبط اثنين مطلوبين و56 فردا من الخلية.", {("captured", 2, 2), ("captured", 56, 56)}),
    ("تم ضبط 3 من أشقائه في المنزل.", {("captured", 3, 3)}),
    ("تم ضبط 20 صاروخا و5 سيارات ولم يضبط 3 أفراد.", set()),
    ("وقال المتحدث لقد خسرنا أربعة جنود في المعارك.", {("killed", 4, 4)}),
    ("خسر الجيش 20 دبابة و14 موقعا.", set()),
    ("قال المتحدث إن الجيش لم يخسر أربعة جنود.", set()),
])
def test_who_was_seized_or_lost_is_told_right_behind(text: str, expected: set[Toll]) -> None:
    """People counted right behind "seized" are captives, behind "we lost" they fell; things are neither."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("فقد عاملان حياتهما إثر غارة على المخيم.", {("killed", 2, 2)}),
    ("أعلن المسعفون فقدان امرأة لحياتها إثر غارة على المخيم.", {("killed", 1, 1)}),
    ("فقد عاملان إثر غارة على المخيم.", {("missing", 2, 2)}),
])
def test_who_lost_his_life_is_dead(text: str, expected: set[Toll]) -> None:
    """Who "lost his life" was killed; who was lost without such a word is missing."""
    assert counts(text) == expected
