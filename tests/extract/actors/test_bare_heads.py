"""Head words by themselves: what sort they are said to be, and words that are no heads."""

import pytest
from tests.extract.named import named

from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "told"), [
    ("هاجمت الدوريات المجهولين في حاس.", ["الدوريات", "المجهولين"]),
    ("هاجم الدورية المجهولون في حاس.", ["الدورية", "المجهولون"]),
    ("هاجم الشرطي المجهولين في حاس.", ["الشرطي", "المجهولين"]),
    ("قصفت الدبابات المهاجمة بلدة حاس.", ["الدبابات المهاجمة"]),
    ("قصفت دبابات المجهولين بلدة حاس.", ["دبابات المجهولين"]),
])
def test_men_in_a_plural_do_not_say_how_a_thing_is(text: str, told: list[str]) -> None:
    """Behind "the patrols" or one man "the unknown (men)" are others; a feminine, or the owner of tanks, is theirs."""
    assert named(text) == told


@pytest.mark.parametrize("text", [
    "الجنود المجهولين", "الضباط المحليين", "القناصة المجهولين", "الشرطيين المجهولين", "الشرطيون المجهولون",
    "القادة المحليون",
])
def test_a_plural_says_how_men_are(text: str) -> None:
    """What men are called by, a head of fighters or a sound plural, takes an adjective in the plural."""
    assert named(f"هاجم {text} بلدة حاس.") == [text]


@pytest.mark.parametrize(("text", "told"), [
    ("وصل إليها مقاتلو حماس.", ["مقاتلو حماس"]),
    ("بات الطريق آمنا أمام الناس.", ["الناس"]),
    ("احترقت آليتها قرب السوق.", ["آليتها"]),
    ("بقي باب السوق مفتوحا.", []),
    ("استعان بأب وابنه.", ["أب", "ابنه"]),
    ("من جانبها قالت الإذاعة إن الطريق مغلق.", []),
    ("استعان باهالي حاس.", ["اهالي"]),
])
def test_words_that_only_folding_writes_like_a_head_are_none(text: str, told: list[str]) -> None:
    """"To it", "safe", a door and "for its part" are no vehicles, police, fathers and governments."""
    assert named(text) == told


@pytest.mark.parametrize(("text", "told"), [
    ("قتل ثلاثة عمال سوريين في صيدا.", ["عمال سوريين"]),
    ("اعتقلت الشرطة محتجين فلسطينيين.", ["الشرطة", "محتجين فلسطينيين"]),
    ("قصف الطيران قواته ومنازلهم.", ["الطيران", "قواته", "منازلهم"]),
    ("فرقت الشرطة متظاهريهم.", ["الشرطة", "متظاهريهم"]),
    ("احتجز مسلحون نزلاء فندق و21 بحارا.", ["مسلحون", "نزلاء", "بحارا"]),
])
def test_people_have_their_nationality_and_forces_their_pronoun(text: str, told: list[str]) -> None:
    """A nationality belongs to the workers or protesters before it; "his forces" and "their houses" are mentions."""
    assert named(text) == told


def test_followers_of_nobody_named_bear_no_arms() -> None:
    """"Followers" are a side by whose they are, and none by themselves."""
    def found(text: str) -> list[str]:
        return [text[m.start : m.end] for m in read_document(text).actors or ()]

    assert found("هاجم أتباع الحوثي القرية.") == ["أتباع الحوثي"]
    assert not found("زار أتباع الطريقة الضريح.")


@pytest.mark.parametrize("unit", [
    "اللواء 105", "اللواء (35) مدرع", "اللواء الخامس والثلاثون", "الفرقة 16 مشاة", "الكتيبة الثانية عشرة مشاة",
    "الفوج الرابع والأربعين", "أفراد اللواء الثالث والثلاثين مدرع", "اللواء أول مشاة جبلي",
])
def test_a_unit_is_told_by_its_number(unit: str) -> None:
    """A word for a unit with its article goes on over the number by which an army counts it, and its arm."""
    document = read_document(f"هاجم {unit} بلدة حاس.")
    (mention,) = document.actors or ()
    assert document.text[mention.start : mention.end] == unit and mention.ids == ("HEAD:force",)


@pytest.mark.parametrize(("text", "told"), [
    ("خسر اللواء 15 جنديا.", ["اللواء", "جنديا"]),
    ("قاتلت كتيبة 17 فبراير في حاس.", ["كتيبة 17 فبراير"]),
    ("اشتبك اللواء 444 قتال معهم.", ["اللواء 444 قتال"]),
])
def test_a_number_that_is_no_units(text: str, told: list[str]) -> None:
    """What the unit lost is counted beside it, and a name of the registry with a number in it stays that name."""
    found = [one for one in named(text) if not one.startswith("مع")]
    assert found[: len(told)] == told or found == told[:1]


def test_members_of_a_family_are_people() -> None:
    """Members of somebody's family are no fighters; those of a force are its men."""
    text = "قتل ثلاثة أفراد من عائلة واحدة في حلب، وسلم عشرات وأفراد من عائلاتهم أنفسهم، وقتل أفراد من الجيش السوري."
    found = [(text[m.start : m.end], m.kind) for m in read_document(text).actors or ()]
    assert [kind for name, kind in found if name.startswith(("أفراد من عائل",))] == ["people", "people"]
    assert ("أفراد من الجيش السوري", "composed") in found


@pytest.mark.parametrize(("text", "told"), [
    ("كان الجو هادئا في عدن.", []), ("كان الجو هادئ في عدن.", []),
    ("زار هادي عدن.", ["هادي"]), ("نزح لاجئ من عدن.", ["لاجئ"]),
])
def test_calm_is_no_president(text: str, told: list[str]) -> None:
    """A word that ends with a hamza is none of the names that folding writes like it; a refugee is one."""
    assert [span for span in named(text) if span != "عدن"] == told


@pytest.mark.parametrize(("text", "told"), [
    ("قصف الطيران مجموعة من الشبان في حاس.", ["الطيران", "الشبان"]),
    ("قتل الطيران مجموعة من مقاتلي حماس في حاس.", ["الطيران", "مقاتلي حماس"]),
    ("سلم الضابط الرسائل لمجموعات من الجنود.", ["الضابط", "الجنود"]),
    # nobody is told behind "of", and a gang is one whoever is in it
    ("قصف الطيران مجموعة من جهة حاس.", ["الطيران", "مجموعة"]),
    ("قصف الطيران مجموعة قرب المسلحين في حاس.", ["الطيران", "مجموعة", "المسلحين"]),
    ("قصف الطيران خلية من الشبان في حاس.", ["الطيران", "خلية", "الشبان"]),
])
def test_a_group_of_some_is_those_that_it_is_of(text: str, told: list[str]) -> None:
    """ "A group of X" is no side beside X, unless "of" leads to no people, or the word says what they are as one."""
    assert named(text) == told
