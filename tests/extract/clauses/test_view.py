"""A working view of one document."""

import datetime as dt

import pytest

from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document

TEXT = "نفى المتحدث وقوع اشتباكات. وربما انسحبت القوات من البلدة."


def test_a_sentence_has_the_classes_of_its_own_words() -> None:
    """A sentence has the denial and the doubt that its words tell, and none that another sentence's words tell."""
    document = read_document(TEXT, published=dt.date(2019, 5, 6))
    view = View(document, resolve(document))
    assert "denies" in view.classes_in(0) and "denies" not in view.classes_in(1)
    assert "maybe" in view.undoing_in(1) and "maybe" not in view.undoing_in(0)
    for number, sentence in enumerate(view.sentences):
        words = range(sentence.first, sentence.last)
        assert view.classes_in(number) == {one for at in words for one in view.classes[at]}
        assert view.undoing_in(number) == {one for at in words for one in view.undoing[at]}


@pytest.mark.parametrize(("text", "form"), [
    ('وقال المرصد "قتل مسلحون شرطيا".', "perfect"),
    ('وأضاف المتحدث: "قتل مسلحون شرطيا".', "perfect"),
    ('وقال المرصد إن "قتل مدنيين جريمة".', "noun"),
    ('وتحت عنوان "قتل مدنيين" عرض المتحف صورا.', "noun"),
])
def test_a_statement_in_quotes_opens_with_a_verb(text: str, form: str) -> None:
    """Right behind the quote mark of what somebody says, without "that", a verb stands; a title has a noun."""
    document = read_document(text)
    view = View(document, resolve(document))
    at = next(i for i, token in enumerate(view.tokens) if token.norm == "قتل")
    hit = view.hits[at]
    assert hit is not None and hit.form == form


@pytest.mark.parametrize(("text", "form"), [
    ("انسحب الجيش بعد أن قتل قناص جنديا.", "perfect"),
    ("انسحب الجيش بعد قتل قناص.", "noun"),
    ("قال الجيش أن قتل المدنيين جريمة.", "noun"),
])
def test_behind_after_that_a_verb_stands(text: str, form: str) -> None:
    """Behind "after that" stands a verb, though its verbal noun be spelled alike."""
    document = read_document(text)
    view = View(document, resolve(document))
    at = next(i for i, token in enumerate(view.tokens) if token.norm == "قتل")
    hit = view.hits[at]
    assert hit is not None and hit.form == form


@pytest.mark.parametrize(("marked", "without", "group"), [
    ("نافياً", "نافيا", "denial"), ("ونافياً", "ونافيا", "denial"), ("مستبعداً", "مستبعدا", "denial"),
    ("متوعداً", "متوعدا", "threatens"), ("براً", "برا", "by_land")])
def test_a_written_tanwin_changes_no_class(marked: str, without: str, group: str) -> None:
    """An indefinite object with its mark is in the classes of the same word without the mark."""
    for word in (marked, without):
        document = read_document(f"تحدث الوزير {word} قصف القرية.")
        view = View(document, resolve(document))
        assert group in view.classes[2] | view.undoing[2] | view.taking[2]


@pytest.mark.parametrize("word", ["نافي", "متوعد"])
def test_a_word_without_the_mark_is_no_marked_object(word: str) -> None:
    """A word, or a name, that is spelled as a marked object folds has none of the object's classes."""
    document = read_document(f"زارت البعثة {word} في القرية.")
    view = View(document, resolve(document))
    assert not view.classes[2] and not view.undoing[2]
