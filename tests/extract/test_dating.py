import datetime as dt

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document, TimeArgument
from sijill.extract.dating import Dater, date_event
from sijill.extract.times import find_times

WEDNESDAY = dt.date(2018, 4, 18)


def dated(text: str, trigger: str, *others: str, planned: bool = False,
          published: dt.date | None = WEDNESDAY) -> TimeArgument:
    tokens = tokenize(text)
    doc = Document(text, "t", published=published, tokens=tokens, sentences=split_sentences(text, tokens))
    return date_event(find_times(doc), text.index(trigger), [text.index(o) for o in others], planned=planned)


def days(found: TimeArgument) -> tuple[str, str]:
    return str(found.earliest), str(found.latest)


def test_undated_news() -> None:
    """Undated news has no span and happened on the day before publication or on that day."""
    found = dated("استهدفت طائرة مسيرة سيارة قرب الجسر.", "استهدفت")
    assert (found.start, found.rule, *days(found)) == (None, "news", "2018-04-17", "2018-04-18")


def test_undated_without_publication() -> None:
    """Undated news of an article without a day of publication has no bounds."""
    assert days(dated("استهدفت طائرة مسيرة سيارة.", "استهدفت", published=None)) == ("None", "None")


def test_undated_plan() -> None:
    """A plan without a date has no bounds, and a term given to it runs from publication on."""
    assert days(dated("يستعد الفصيل لاقتحام البلدة.", "اقتحام", planned=True)) == ("None", "None")
    found = dated("سيسلم الفصيل أسلحته خلال يومين.", "سيسلم", planned=True)
    assert days(found) == ("2018-04-18", "2018-04-20")


@pytest.mark.parametrize(("text", "trigger", "others", "low"), [
    ("قصفت المدفعية السبت أطراف القرية.", "قصفت", (), "2018-04-14"),
    ("وفي الثالث من نيسان، دخل المقاتلون المعسكر.", "دخل", (), "2018-04-03"),
    ("سقطت قذائف على الحي الاثنين، بعد غارات شهدها السبت.", "سقطت", ("غارات",), "2018-04-16"),
])
def test_nearest_date_of_the_sentence(text: str, trigger: str, others: tuple[str, ...], low: str) -> None:
    """An event takes the date of its own sentence that the fewest words and clauses part from it."""
    assert days(dated(text, trigger, *others))[0] == low


def test_date_of_a_side_clause() -> None:
    """A long time told in a side clause does not date the news of the main one."""
    text = "سيطر المقاتلون على التلة في إطار الحملة التي أطلقتها القيادة ضد الفصيل المحاصر منذ سبع سنوات."
    assert dated(text, "سيطر").rule == "news"


@pytest.mark.parametrize(("text", "trigger", "others", "rule"), [
    # the campaign was announced in March: the fighters left lately
    ("انسحب المقاتلون من البلدة شرق النهر بعد إخفاق الحملة التي أعلنوها في 3 آذار.", "انسحب", (), "news"),
    ("انسحب المقاتلون إلى التلال عقب الهجوم الذي شنه الجيش في 3 آذار.", "انسحب", ("الهجوم",), "news"),
    # behind a comma the main clause may go on
    ("انسحب المقاتلون من البلدة شرق النهر بعد إخفاق الحملة التي أعلنوها، في 3 آذار.", "انسحب", (), "date"),
    # the attack itself was in March
    ("وانتهى الهجوم الواسع على أطراف المدينة الذي شنه الجيش في 3 آذار.", "الهجوم", (), "date"),
])
def test_relative_clause_of_another_word(text: str, trigger: str, others: tuple[str, ...], rule: str) -> None:
    """A date in a relative clause that tells of another word does not date the event before it."""
    assert dated(text, trigger, *others).rule == rule


def test_relative_clause_of_the_event() -> None:
    """A date in the relative clause of the event's own noun dates the event."""
    text = "وتحدث الشهود عن الهجوم الذي وقع في السابع من نيسان قرب النهر."
    assert days(dated(text, "الهجوم")) == ("2018-04-07", "2018-04-07")


def test_date_of_a_statement() -> None:
    """A date of the statement bounds the event and is not its span; the event's own date goes before it."""
    found = dated("أعلنت القيادة، الاثنين، مقتل خمسة مسلحين.", "مقتل")
    assert (found.start, found.rule, *days(found)) == (None, "statement", "2018-04-15", "2018-04-16")
    found = dated("أعلنت القيادة، الاثنين، تنفيذ غارة قرب الحدود، السبت.", "غارة")
    assert days(found) == ("2018-04-14", "2018-04-14")


def test_after_a_named_event() -> None:
    """"Days after the raid" dates the raid before the news, and not the news."""
    text = "انفجرت عبوة في السوق بعد أسبوع من مداهمة الحي."
    assert days(dated(text, "مداهمة", "انفجرت"))[1] == "2018-04-12"
    assert dated(text, "انفجرت", "مداهمة").rule == "news"


def test_definite_noun_takes_the_date_up_again() -> None:
    """A definite noun for an event told before has that event's date."""
    text = "وقع انفجار في المرفأ في 2 نيسان. وقال طبيب إن الانفجار خلف عشرة جرحى."
    assert days(dated(text, "الانفجار", "انفجار")) == ("2018-04-02", "2018-04-02")


def test_one_dater_for_a_document() -> None:
    """A dater made once dates every trigger of its document as separate calls do."""
    text = "قصفت المدفعية القرية السبت. واندلعت اشتباكات قرب الجسر."
    tokens = tokenize(text)
    doc = find_times(Document(text, "t", published=WEDNESDAY, tokens=tokens,
                              sentences=split_sentences(text, tokens)))
    offsets = [text.index("قصفت"), text.index("اشتباكات")]
    dater = Dater(doc, offsets)
    assert [dater.date(o) for o in offsets] == [date_event(doc, o, offsets) for o in offsets]
