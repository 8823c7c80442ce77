"""The men of a word that was told with their side."""

import datetime as dt

import pytest

from sijill.documents import Document
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


def men_of(text: str) -> tuple[Document, SameMen]:
    document = read_document(text, published=dt.date(2015, 8, 1))
    return document, SameMen(document, [text[: mention.start].count(".") for mention in document.actors or ()])


@pytest.mark.parametrize(("text", "side"), [
    # a body is no men, men called by a foe's word are, and they may end the text
    ("هاجم جيش الإسلام حاجزا، وتسللت مجموعة منهم إلى المدرسة.", None),
    ("هاجم مقاتلو داعش حاجزا، وتسللت مجموعة منهم إلى المدرسة.", "IS"),
    ("هاجم الخوارج حاجزا، وتسللت مجموعة منهم إلى المدرسة.", "IS"),
    ("هاجم مقاتلو داعش حاجزا، وتسللت مجموعة", None),
    # "of them" behind a name says nothing of the name
    ("هاجم مقاتلو داعش حاجزا، ووصل الجيش السوري منهم إلى المدرسة.", None),
])
def test_only_men_are_they(text: str, side: str | None) -> None:
    """"Of them" is of men and of those whom a foe's word names, never of a body, and only a bare group is of them."""
    document, men = men_of(text)
    first, last = (document.actors or ())[0], (document.actors or ())[-1]
    men.note(0, first, "IS")
    assert men.of_them(len(document.actors or ()) - 1, last) == side


def test_a_group_of_them_is_of_nobody_where_no_men_were_told() -> None:
    """"A group of them" that opens a text is of nobody known."""
    document, men = men_of("وصلت مجموعة منهم إلى المدرسة.")
    assert men.of_them(0, (document.actors or ())[0]) is None


@pytest.mark.parametrize(("text", "side"), [
    # men told since by their word alone leave it to the side told with it, those of nobody take it away
    ("دخل مسلحون من جبهة النصرة قرية. وقتل مسلحون مجهولون شرطيا. وفر المسلحون", None),
    ("هاجم مقاتلو داعش قرية. وفر المقاتلين", "NUSRA"),
    ("دخل عناصر من جبهة النصرة قرية. وفر العناصر", "NUSRA"),
])
def test_the_word_for_men_counts_without_its_ending(text: str, side: str | None) -> None:
    """"Fighters of A" and "the fighters" are one word in every case and number of theirs, also at a text's end."""
    document, men = men_of(text)
    mentions = document.actors or ()
    for at, mention in enumerate(mentions[:-1]):
        men.note(at, mention, "NUSRA" if at == 0 else "UNIDENTIFIED_GUNMEN")
    assert men.side(len(mentions) - 1, mentions[-1]) == side


def test_the_bare_word_names_no_side_of_its_own_anew() -> None:
    """"The gunmen" who were read as of another side do not take the word from those told with theirs."""
    document, men = men_of("دخل مسلحون من جبهة النصرة قرية. وفر المسلحون، ثم عاد المسلحون.")
    first, second, third = document.actors or ()
    men.note(0, first, "NUSRA")
    men.note(1, second, "IS")
    assert men.side(2, third) == "NUSRA"


@pytest.mark.parametrize("text", [
    "داعش هاجم القرية. وانسحب المهاجمون ليلا، وفر الجنود.", "هاجم داعش القرية. وفر الجنود.",
])
def test_who_stands_before_the_verb_or_is_another_word_is_no_attacker(text: str) -> None:
    """A side that opens the text has no verb before it, and "the soldiers" are not "the attackers"."""
    document, men = men_of(text)
    first, *others = document.actors or ()
    men.note(0, first, "IS")
    assert [men.attackers(at, one) for at, one in enumerate(others, 1)] == [None] * len(others)
    assert others


@pytest.mark.parametrize(("text", "side"), [
    ("هاجم داعش القرية. وانسحب المهاجمون", "IS"),
    ("في حمص، هاجم داعش القرية. وانسحب المهاجمون ليلا.", "IS"),
    ("دخل ليلا وهاجم داعش القرية. وانسحب المهاجمون ليلا.", "IS"),
    ("داعش هاجم القرية. وانسحب المهاجمون ليلا وهاجم", None),
])
def test_the_verb_of_attack_opens_the_text_or_its_clause(text: str, side: str | None) -> None:
    """A verb of attack that opens the text, stands behind a mark or is joined by "and" leads to who attacked."""
    document, men = men_of(text)
    first, last = document.actors or ()
    men.note(0, first, "IS")
    assert men.attackers(1, last) == side
