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
