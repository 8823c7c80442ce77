"""The men of a word that was told with their side."""

import datetime as dt

import pytest

from sijill.extract.reference.reference import resolve
from sijill.extract.reference.same_men import SameMen
from sijill.pipeline import read_document


def last_side(text: str) -> str:
    return resolve(read_document(text, published=dt.date(2015, 8, 1)))[-1].id


@pytest.mark.parametrize(("text", "side"), [
    ("دخل مسلحون من جبهة النصرة قرية سورية بعد قتال مع داعش. ثم أغلق المسلحون الطريق.", "NUSRA"),
    ("هاجم مقاتلو داعش حاجزا للجيش السوري في حمص. وخسر المقاتلين.", "IS"),
    # another group's "the gunmen", told since without a side
    ("دخل مسلحون من جبهة النصرة قرية سورية. وقتل مسلحون مجهولون شرطيا. وفر المسلحون.", "UNIDENTIFIED_GUNMEN"),
])
def test_the_men_are_of_the_side_that_men_of_that_word_were_of(text: str, side: str) -> None:
    """"The gunmen" are of the side of the gunmen told with one shortly before, whatever other side is named since."""
    assert last_side(text) == side


@pytest.mark.parametrize(("text", "side"), [
    ("دخل مسلحون من جبهة النصرة قرية. وفر المسلحون.", "NUSRA"),
    # a clause of their own, men without the article, men with a side, another word for men, and one for no men
    ("دخل مسلحون من جبهة النصرة قرية. وفر المسلحون الذين جرحوا.", None),
    ("دخل مسلحون من جبهة النصرة قرية. وفر مسلحون.", None),
    ("دخل مسلحون من جبهة النصرة قرية. وفر المسلحون التابعون لداعش.", None),
    ("دخل مسلحون من جبهة النصرة قرية. وفر المقاتلون.", None),
    ("دخلت قوات جبهة النصرة قرية. وفرت القوات.", None),
    # three sentences later
    ("دخل مسلحون من جبهة النصرة قرية. هطل المطر. عاد الناس. وفر المسلحون.", None),
    ("دخل مسلحون من جبهة النصرة قرية. هطل المطر. وفر المسلحون.", "NUSRA"),
])
def test_only_the_same_bare_word_shortly_behind_is_settled_so(text: str, side: str | None) -> None:
    """What has a clause or a side of its own, is another word, or comes three sentences later is weighed as ever."""
    document = read_document(text, published=dt.date(2015, 8, 1))
    mentions = document.actors or ()
    told = SameMen(document, [next(n for n, s in enumerate(document.sentences or ()) if m.first < s.last)
                              for m in mentions])
    told.note(0, mentions[0], "NUSRA")
    assert told.side(len(mentions) - 1, mentions[-1]) == side


@pytest.mark.parametrize(("text", "side"), [
    ("هاجم مقاتلو داعش حاجزا للجيش السوري، وتسللت مجموعة منهم إلى المدرسة.", "IS"),
    ("هاجم مقاتلو داعش حاجزا، وردت وحدات حماية الشعب فوقعت مجموعة منهم في كمين.", "IS"),
    ("ظهر مسلحون ليلا في حمص، ثم هاجمت مجموعة منهم حاجزا.", "UNIDENTIFIED_GUNMEN"),
])
def test_a_group_of_them_is_of_the_men_named_last(text: str, side: str) -> None:
    """"A group of them" is of the side of the men before it, not of a body that is named since, nor of their foe."""
    document = read_document(text, published=dt.date(2015, 8, 1))
    ids = [one.id for one, mention in zip(resolve(document), document.actors or (), strict=True)
           if text[mention.start:].startswith("مجموعة")]
    assert ids == [side]


@pytest.mark.parametrize("text", [
    # no "of them", men of another sentence, and a group with its owner
    "هاجم مقاتلو داعش حاجزا، وتسللت مجموعة إلى المدرسة.",
    "هاجم مقاتلو داعش حاجزا. وتسللت مجموعة منهم إلى المدرسة.",
    "هاجم مقاتلو داعش حاجزا، وتسللت مجموعة من الجيش السوري إلى المدرسة.",
])
def test_only_a_group_of_men_of_the_sentence_is_of_them(text: str) -> None:
    """Without "of them", or without men before it in its sentence, a group is weighed as ever."""
    document = read_document(text, published=dt.date(2015, 8, 1))
    assert document.actors is not None
    men = SameMen(document, [text[: mention.start].count(".") for mention in document.actors])
    men.note(0, document.actors[0], "IS")
    assert men.of_them(len(document.actors) - 1, document.actors[-1]) is None


@pytest.mark.parametrize(("text", "side"), [
    ("وجنوب حلب، هاجم داعش بلدة تحرسها وحدات حماية الشعب. ثم دخل المهاجمون مدرسة.", "IS"),
    ("هاجمت وحدات حماية الشعب مواقع داعش. وانسحب المهاجمون ليلا.", "YPG"),
    # the verb's subject stands before it, the attack is told long before, and none is told
    ("قالت مصادر إن مسلحين هاجموا داعش في حمص. وانسحب المهاجمون ليلا.", None),
    ("هاجم داعش بلدة. هطل المطر. عاد الناس. وانسحب المهاجمون ليلا.", None),
    ("اشتبك داعش مع الجيش السوري. وانسحب المهاجمون ليلا.", None),
])
def test_the_attackers_are_who_attacked_shortly_before(text: str, side: str | None) -> None:
    """"The attackers" are who stands behind a verb of attack that opens its clause, at most two sentences before."""
    document = read_document(text, published=dt.date(2015, 8, 1))
    assert document.actors is not None
    men = SameMen(document, [text[: mention.start].count(".") for mention in document.actors])
    for at, (mention, one) in enumerate(zip(document.actors, resolve(document), strict=True)):
        if text[mention.start :].startswith("المهاجمون"):
            assert men.attackers(at, mention) == side
            assert side is None or one.id == side
            break
        men.note(at, mention, one.id)
    else:
        pytest.fail("no attackers")
