"""Clauses around a verb of speech: how far a statement goes, what parts a verb from its subject, and what says it."""

import pytest
from tests.extract.spoken import first, found


def test_statement_in_a_relative_clause() -> None:
    """Who says what a relative clause tells is a speaker up to the clause's end."""
    text = "البلدة التي قال الجيش العراقي إنه دخلها، قصفت أمس."
    mention = first(text)
    assert text[mention.start:mention.end] == "الجيش العراقي"
    assert mention.scope_end <= text.index("قصفت")
    assert found("البلدة التي ذكر الجيش العراقي اسمها قصفت أمس.") == []


def test_who_hastens_or_comes_to_say() -> None:
    """Who hastens to deny something, or comes to confirm it, says so; who hastens or comes to another deed does not."""
    assert found("وسارع متحدث عسكري في بيان إلى نفي قصف السوق.") == [("متحدث عسكري", "belligerent")]
    assert found("وسارع متمردون إلى التأكيد أنهم أسقطوها.")[0] == ("متمردون", "belligerent")
    assert found("وسارع متمردون إلى قصف السوق.") == []
    assert found("وخلص متحدث عسكري أمس إلى نفي قصف السوق.") == [("متحدث عسكري", "belligerent")]
    assert found("وخلص متحدث عسكري أمس إلى قصف السوق.") == []


@pytest.mark.parametrize("text", [
    "أعلنت حركة الشباب مسؤوليتها عن تفجير فندق في مقديشو، فيما قصفت طائرات معسكرا في جلب.",
    "وأعلن تنظيم داعش مسؤوليته عن التفجير في كابول بينما قصفت طائرات معسكرا في ننغرهار.",
])
def test_a_claim_is_of_one_deed(text: str) -> None:
    """What "while" goes on with behind a claim of responsibility is not on the word of who claims."""
    mention = first(text)
    assert mention.scope_end < text.index("قصفت")


@pytest.mark.parametrize("text", [
    "أعلنت حركة الشباب أن مسلحا قتل في مقديشو، فيما قصفت طائرات معسكرا في جلب.",
    "أعلنت حركة الشباب أن التحالف نفى مسؤوليته عن هجوم، فيما قصفت طائرات معسكرا في جلب.",
])
def test_what_is_no_claim_goes_on_behind_while(text: str) -> None:
    """Behind "while" a statement goes on: so in 30 of 30 in the gold; another's responsibility is no claim."""
    assert first(text).scope_end > text.index("قصفت")


def test_told_to_an_outlet_before_the_speaker_is_named() -> None:
    """The outlet in quotes between a verb of speech and its subject is passed over."""
    assert ("مصادر خاصة", "local_source") in found("وقالت لـ\"الأيام\" مصادر خاصة إن القوات دخلت القرية.")
    assert found("وقالت في \"الأيام\" مصادر خاصة إن القوات دخلت القرية.") == []


def test_a_claim_ends_at_as() -> None:
    """What "as ..." goes on with behind a claim is not on the word of who claims."""
    text = "وتبنى تنظيم داعش العملية، كما أحبط الأمن هجوما."
    assert first(text).scope_end <= text.index("كما")
    text = "وأعلن تنظيم داعش تنفيذ العملية، كما هاجم نقطة تفتيش."
    assert first(text).scope_end == len(text)


def test_the_occasion_of_a_further_statement() -> None:
    """ "And said in a series of posts" goes on with who spoke last."""
    text = "أكد المتحدث باسم الحكومة عقد اللقاء. وقال في سلسلة منشورات على تويتر \"عقدت جولة في هرات\"."
    assert found(text)[1][0] == "المتحدث باسم الحكومة"
    assert len(found("أكد المتحدث باسم الحكومة عقد اللقاء. وقال في نفسه كلاما عن تويتر \"عقدت جولة\".")) == 1
