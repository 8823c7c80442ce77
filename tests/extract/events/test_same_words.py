"""Whether two sentences tell an event in the same words, and whether one repeats the other."""

import pytest
from tests.extract.drafted import DAY

from sijill.extract.clauses.view import View
from sijill.extract.events.same_words import in_same_words, repeats
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

LEAD = "أعلن ناشطون سقوط قتلى في غارات روسية عنيفة على سوق شعبي وسط بلدة كفرنبل."


def words(text: str, word: str) -> tuple[View, int, int]:
    """The tokens of the first and the last place where a word stands in a text."""
    document = read_document(text, published=DAY)
    view = View(document, resolve(document))
    return view, view.token_at(text.index(word)), view.token_at(text.rindex(word))


@pytest.mark.parametrize(("later", "same"), [
    ("وقال المرصد إن غارات روسية عنيفة على سوق شعبي في كفرنبل قتلت تسعة.", True),
    ("وقال المرصد إن الغارات الروسية العنيفة على السوق الشعبي قتلت تسعة.", True),
    ("وشهدت قرى ريف حماة الغربي المجاورة غارات مماثلة من دون ضحايا.", False),
    ("ووقعت غارات.", False),
])
def test_half_of_the_words_around_are_the_same(later: str, same: bool) -> None:
    """Words count without particles and article; where fewer than half or hardly any stand there, they are others."""
    view, one, other = words(f"{LEAD} {later}", "غارات" if "غارات" in later else "الغارات")
    if one == other:
        one = view.token_at(view.document.text.index("غارات"))
    assert in_same_words(view, one, other) is same
    assert in_same_words(view, other, one) is same


@pytest.mark.parametrize(("later", "again"), [
    ("وقال مسؤول إن غارات روسية عنيفة على سوق شعبي وسط كفرنبل.", True),
    ("وقال مسؤول في المشفى الميداني بعد الظهر إن بين ضحايا غارات كفرنبل تسعة من عائلة واحدة.", False),
    ("غارات روسية.", False),
])
def test_a_sentence_of_the_same_words_repeats(later: str, again: bool) -> None:
    """Two words in three that stand in an earlier sentence repeat it, unless it has hardly any words."""
    view, _, _ = words(f"{LEAD} {later}", "غارات")
    assert repeats(view, 1, 0) is again


@pytest.mark.parametrize(("text", "same"), [
    # four words, all of them alike, are too few
    ("سقط قتلى جراء غارات روسية. سقط قتلى جراء غارات روسية.", False),
    ("سقط سبعة قتلى جراء غارات روسية عنيفة. سقط سبعة قتلى جراء غارات روسية عنيفة.", True),
    # marks and words of two letters are no words
    ("قال، في كل يوم من أي حي، إن غارات دمرت مشفى ميدانيا ومدرسة وسوقا. "
     "قال، في كل يوم من أي حي، إن غارات أصابت مزارع التفاح وجسرا قديما.", False),
])
def test_only_words_of_some_length_count(text: str, same: bool) -> None:
    """Around an event at least five words count on each side, and marks and particles are none of them."""
    assert in_same_words(*words(text, "غارات")) is same
