"""Belonging: unnamed fighters and the group that the clause names after them."""

import datetime as dt

import pytest

import sijill
from sijill import pipeline
from sijill.documents import Event
from sijill.extract.actors.belonging import groups_named_after, owners_beside_names
from sijill.extract.reference.reference import resolve

DAY = dt.date(2019, 5, 6)


def told(text: str) -> tuple[str, Event]:
    document = sijill.load(model=None)(text, published=DAY)
    assert document.events
    return document.text, document.events[0]


@pytest.mark.parametrize("words", [
    "مسلحون ينتمون إلى حركة الشباب",
    "مسلحون منضوون تحت راية حركة الشباب",
    "مقاتلون في صفوف فصيل يدعى حركة الشباب",
])
def test_fighters_without_a_name_are_of_the_group_named_after_them(words: str) -> None:
    """Gunmen "who belong to X" are X, and X is the span that says so."""
    text, event = told(f"هاجم {words} قاعدة للجيش الصومالي في مدينة كيسمايو أمس.")
    assert [a.id for a in event.actor1] == ["NEW:Al Shabaab"]
    assert text[event.actor1[0].start : event.actor1[0].end] == "حركة الشباب"


def test_a_group_that_no_table_has_is_named_so_too() -> None:
    """A formation "called by the name of" a new group is that group."""
    text, event = told('اشتبك الجيش اللبناني مع مسلحين ينضوون تحت تشكيل يعرف باسم "لواء فرسان البادية" في عرسال.')
    assert "لواء فرسان البادية" in [text[a.start : a.end] for a in event.actor2]


@pytest.mark.parametrize("words", [
    "مواقع وتجمعات للحوثيين", "مخازن ومواقع وتجمعات ميليشيات الحوثي", "آليات ومقاتلي جماعة الحوثي"])
def test_two_words_in_a_row_share_the_owner_behind_them(words: str) -> None:
    """Sites "and gatherings of X" are X's, whoever else the sentence names."""
    _, event = told(f"قصفت مقاتلات التحالف العربي المساندة لقوات الحكومة اليمنية {words} في مديرية حيس.")
    assert [a.id for a in event.actor2] == ["HOUTHIS"]


@pytest.mark.parametrize(("words", "side"), [
    ("العشرات من مقاتلي داعش", "IS"),
    ("سبعين شخصا من عناصر تنظيم داعش", "IS"),
    ("ناشطين من \"كتائب القسام\"", "HAMAS_QASSAM"),
    ("المئات من جنود الجيش السوري", "SYR_ARMY"),
    # a tribe's people are people, and so are those of whom no men are told
    ("ثلاثة أشخاص من قبائل المنطقة", "CIVILIANS"),
    ("العشرات من سكان القرية", "CIVILIANS"),
    ("شخصين من سوريا", "CIVILIANS"),
])
def test_a_word_that_counts_armed_men_is_of_their_side(words: str, side: str) -> None:
    """"Dozens of fighters of X" were taken, not civilians."""
    _, event = told(f"أسر مجهولون {words} عند أطراف الوادي أمس.")
    assert [a.id for a in event.actor2] == [side]


def test_dozens_of_both_sides_are_of_neither() -> None:
    """Where "dozens of both sides" fell, no one side has them."""
    text = "سقط العشرات من الطرفين بعد هجوم شنه تنظيم داعش على مواقع الجيش السوري قرب السخنة."
    document = pipeline.read_document(text, published=DAY)
    dozens = next(i for i, m in enumerate(document.actors or ()) if text[m.start : m.end] == "العشرات")
    assert resolve(document)[dozens].id == "CIVILIANS"


def test_a_word_with_an_article_has_no_owner_behind_it() -> None:
    """"The forces, and the fighters of X" are not both of X: the first are who they were before."""
    text = "انتشر الجيش اليمني في مدينة حيس. ثم اشتبكت {} ومقاتلو جماعة الحوثي فيها."
    for words, own in (("القوات", False), ("قوات", True)):
        document = pipeline.read_document(text.format(words), published=DAY)
        sides = {document.text[m.start : m.end]: side.id
                 for m, side in zip(document.actors or (), resolve(document), strict=True)}
        assert (sides[words] == "HOUTHIS") is own


def test_fighters_against_a_group_are_not_of_it() -> None:
    """A side that the words between do not tie to the fighters leaves them without a name."""
    _, event = told("هاجم مسلحون في كمين دورية حركة الشباب في مدينة كيسمايو أمس.")
    assert "NEW:Al Shabaab" not in [a.id for a in event.actor1]


@pytest.mark.parametrize(("text", "first", "second"), [
    ("هاجم مقاتلو جبهة النصرة المنضوية في جيش الفتح بلدة الفوعة أمس.", "HTS", None),
    ("هاجمت قوات سوريا الديمقراطية فرقة الحمزة التابعة للجيش الوطني قرب رأس العين.", "SDF", "HAMZA_DIV"),
    ("قصف الجيش السوري مواقع هيئة تحرير الشام التي تتبع لتنظيم القاعدة في إدلب.", "SYR_ARMY", "HTS"),
    # who fights beside a side is no owner of it, and who is fought is none
    ("اشتبكت فرقة الحمزة والجيش الوطني مع قوات سوريا الديمقراطية قرب رأس العين.", "HAMZA_DIV", "SDF"),
])
def test_whose_a_named_side_is_takes_no_part(text: str, first: str, second: str | None) -> None:
    """Behind a name "which is part of Y" says whose it is: Y is neither the enemy nor the target."""
    _, event = told(text)
    assert [a.id for a in event.actor1][:1] == [first]
    assert [a.id for a in event.actor2] == ([second] if second else [])


def test_gunmen_of_a_group_are_still_named_by_it() -> None:
    """An unnamed side has no other name than that of whose it is."""
    _, event = told("هاجم مسلحون منضوون في قوات سوريا الديمقراطية فرقة الحمزة قرب رأس العين.")
    assert ([a.id for a in event.actor1], [a.id for a in event.actor2]) == (["SDF"], ["HAMZA_DIV"])
    document = pipeline.read_document("قتل مسلحون مجهولون تابعون لتنظيم داعش مدنيين في الهول.", published=DAY)
    assert owners_beside_names(document) == frozenset()
    document = pipeline.read_document("هاجم إرهابيون ينتمون إلى تنظيم داعش قوات الجيش العراقي.", published=DAY)
    assert owners_beside_names(document) == frozenset()


def test_who_speaks_for_a_side_is_of_it() -> None:
    """"The spokesman of X" is X, and no government that the article had not named before."""
    text = "قال الناطق العسكري باسم قوات سوريا الديمقراطية إن القوات دخلت الحي"
    document = pipeline.read_document(text, published=DAY)
    found = {text[m.start : m.end]: s.id for m, s in zip(document.actors or (), resolve(document), strict=True)}
    assert found["الناطق العسكري"] == "SDF"


def test_a_name_in_brackets_behind_a_group_without_one_is_its_name() -> None:
    """"The organisation (X)" is X, and X in the brackets is no second side; a name keeps its own side."""
    _, event = told("سيطر التنظيم (داعش) على مدينة تدمر في سوريا أمس.")
    assert ([a.id for a in event.actor1], [a.id for a in event.actor2]) == (["IS"], [])
    text = "قصفت القوات (كما قالت حركة الشباب) القرية."
    document = pipeline.read_document(text, published=DAY)
    assert [s.named for s in resolve(document)] == [None] * len(document.actors or ())


@pytest.mark.parametrize(("text", "named"), [
    ("سيطر التنظيم (داعش) على تدمر.", True),
    ("سيطر المسلحون المجهولون (داعش) على تدمر.", True),
    # no article
    ("سيطر مسلحون مجهولون (داعش) على تدمر.", False),
    # a name, or people, before the brackets
    ("سيطر الجيش السوري (داعش) على تدمر.", False),
    ("قتل المدنيون (داعش) في تدمر.", False),
    # no name in them
    ("سيطر التنظيم (القوات) على تدمر.", False),
    ("سيطر التنظيم (سوريا) على تدمر.", False),
    ("سيطر التنظيم (مسلحون مجهولون) على تدمر.", False),
    # more than the name in them
    ("سيطر التنظيم (مثل داعش) على تدمر.", False),
    ("سيطر التنظيم (داعش أمس) على تدمر.", False),
    # no brackets, or half of them
    ("سيطر التنظيم، داعش) على تدمر.", False),
    ("سيطر التنظيم (داعش", False),
])
def test_only_a_name_alone_in_brackets_is_whose_name_it_is(text: str, named: bool) -> None:
    """Brackets name a side with an article and without a name, where nothing but a name stands in them."""
    assert groups_named_after(pipeline.read_document(text, published=DAY)) == ({0: 1} if named else {})


def test_people_who_belong_to_an_armed_group_are_its() -> None:
    """Men "who belong to" an armed group are that group; those whom no word ties to it are people."""
    text, event = told("اعتقلت الشرطة الكويتية خمسة رجال ينتمون إلى تنظيم داعش في الجهراء أمس.")
    assert [a.id for a in event.actor2] == ["IS"]
    text, event = told("اعتقلت الشرطة الكويتية خمسة رجال ينددون بتنظيم داعش في الجهراء أمس.")
    assert [a.id for a in event.actor2] != ["IS"]


@pytest.mark.parametrize("words", [
    "العشرات من مسلحي حركة الشباب", "تسعة أشخاص من حركة الشباب", "تسعة عناصر من حركة الشباب", "ناشطان من حركة الشباب",
    "تسعة أشخاص يشتبه في أنهم من حركة الشباب", "شخصين يعتقد بأنهما قياديان في حركة الشباب",
    "تسعة من الأشخاص المشتبه في انتمائهم لحركة الشباب",
    "تسعة مسلحين على الأقل، يعتقد أنهم من حركة الشباب", "تسعة أشخاص مرجحا أنهم ينتمون لحركة الشباب",
    "ستة أشخاص قيل إنهم من مقاتلي حركة الشباب"])
def test_persons_are_of_the_side_that_the_words_behind_them_name(words: str) -> None:
    """Dozens "of X's gunmen", and persons "who may be of X", are X's and no civilians."""
    _, event = told(f"قتل الجيش الصومالي {words} في مدينة كيسمايو أمس.")
    assert [a.id for a in event.actor2] == ["NEW:Al Shabaab"]


@pytest.mark.parametrize(("whose", "named"), [
    ("إلى الحركة", True), ("إلى التنظيم", True), ("إلى حلف قبائل حضرموت", False)])
def test_persons_are_of_the_group_that_is_named_short(whose: str, named: bool) -> None:
    """Persons suspected to be of "the movement" are its men, though one of those so called is a community's militia."""
    document = pipeline.read_document(f"قتل الجيش العراقي أربعة أشخاص يشتبه في انتمائهم {whose}.", published=DAY)
    assert bool(groups_named_after(document)) == named


def test_persons_who_may_be_gunmen_are_gunmen() -> None:
    """Persons "thought to be gunmen" are no civilians, whoever the gunmen are."""
    _, event = told("قتل الجيش الصومالي تسعة أشخاص يعتقد بأنهم مسلحون في مدينة كيسمايو أمس.")
    assert [a.id for a in event.actor2] == ["UNIDENTIFIED_GUNMEN"]


@pytest.mark.parametrize("words", [
    "العشرات من السكان", "تسعة مواطنين من حركة الشباب", "تسعة أشخاص قال إن حركة الشباب",
    "تسعة أشخاص يعتقد أنهم من المارة"])
def test_persons_are_of_no_side_that_is_not_said_to_be_theirs(words: str) -> None:
    """Inhabitants freed "from X", and persons beside whom X is told of, stay civilians."""
    document = pipeline.read_document(f"قتل الجيش الصومالي {words} في مدينة كيسمايو أمس.", published=DAY)
    assert groups_named_after(document) == {}


def test_prisoners_of_a_side_stay_prisoners() -> None:
    """Who is set free "from" a movement is not one of its men for being told as a prisoner."""
    document = pipeline.read_document("أفرجت الحكومة عن أسرى من حركة الشباب في مدينة كيسمايو.", published=DAY)
    assert groups_named_after(document) == {}


def test_two_words_in_a_row_share_the_group_of_the_second() -> None:
    """The leaders of "leaders and men of X" are X's, also where the book has "men of X" for a name."""
    document = pipeline.read_document("فر قادة وعناصر داعش من الرمادي.", published=DAY)
    assert groups_named_after(document) == {0: 1}
