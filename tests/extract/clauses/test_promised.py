"""Promised: terms of accords, what is given for another thing, agreed to, offered, tried, or negated with its verb."""

import datetime as dt

import pytest

from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.triggers.factuality import said
from sijill.pipeline import read_document


def factuality(text: str, word: str) -> str | None:
    """What is said outright of the first noun of a text that is spelled like `word`."""
    document = read_document(text, published=dt.date(2018, 5, 2))
    view = View(document, resolve(document))
    at = view.token_at(text.index(word))
    found = said(view, at, "noun", "")
    return None if found is None else found[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [("يتضمن الاتفاق الموقع في المدينة خروج المسلحين من حي القابون.", "خروج"),
     ("وسيسمح الاتفاق للجيش بنشر قواته في بلدة الحويجة.", "نشر"),
     ("ينص اتفاق المصالحة على استسلام المقاتلين وتسليم سلاحهم.", "تسليم")],
)
def test_terms_of_an_accord_are_planned(text: str, word: str) -> None:
    """What an accord provides for is yet to come, and so is what "and" joins to it."""
    assert factuality(text, word) == "planned"


@pytest.mark.parametrize(
    ("text", "word"),
    [("تشمل الحملة أيضا تمشيط المزارع، وأسفرت عن اعتقال ثلاثة مطلوبين.", "اعتقال"),
     ("ينص الاتفاق على تهدئة في البلدة بعد اشتباكات دامت يومين.", "اشتباكات"),
     ("أكد بيان عن الاتفاق خروج المسلحين من حي القابون، وهو ينص على تهدئة.", "خروج"),
     ("ينص الاتفاق على التهدئة؛ أما خروج المسلحين من الحي فجرى أمس.", "خروج"),
     ("ينص الاتفاق على تهدئة دخلت حيز التنفيذ رغم قصف البلدة.", "قصف"),
     ("يتيح الطقس للطائرات شن غارات على بلدة الحويجة.", "غارات")],
)
def test_what_no_accord_holds_is_no_term(text: str, word: str) -> None:
    """A verb like "includes" makes a term of no deed where no accord is its subject, nor of what went before it."""
    assert factuality(text, word) is None


def test_what_is_given_in_return_is_planned() -> None:
    """In an accord what is given for another thing is yet to come, also where no verb tells the accord's terms."""
    assert factuality("قبلت الفصائل الاتفاق في البلدة مقابل إطلاق سراح الأسرى.", "إطلاق") == "planned"
    assert factuality("يقضي الاتفاق برفع الحواجز من البلدة، مقابل إطلاق سراح الأسرى.", "إطلاق") == "planned"


def test_what_a_paper_gives_in_return_is_planned() -> None:
    """What says terms is enough for "in return", no accord need be named."""
    assert factuality("تنص الوثيقة على رفع الحواجز من البلدة، مقابل إطلاق سراح الأسرى.", "إطلاق") == "planned"


def test_dead_against_dead_are_no_term() -> None:
    """ "Against" between two tolls promises nothing."""
    assert factuality("خسر الجيش عشرة جنود في معارك البلدة مقابل مقتل ثلاثة مسلحين.", "مقتل") is None


@pytest.mark.parametrize(
    ("text", "word"),
    [("ووافق قادة الفصائل في الريف الشرقي على الانسحاب من البلدة.", "الانسحاب"),
     ("تصر الحكومة على استعادة معبر البلدة الحدودي.", "استعادة"),
     ("ووافق قادة الفصائل على الانسحاب من البلدة وتسليم أسلحتهم.", "تسليم")],
)
def test_what_is_agreed_to_is_planned(text: str, word: str) -> None:
    """A deed that somebody agreed to, or is bent on, is yet to come, however long the name of who agreed."""
    assert factuality(text, word) == "planned"


@pytest.mark.parametrize(
    ("text", "word"),
    [("أرغم القصف المسلحين على الانسحاب من البلدة.", "الانسحاب"),
     ("وافقت الحكومة، والفصائل مجبرة على الانسحاب من البلدة.", "الانسحاب"),
     ("وافق القادة بعدما أجبر القصف المسلحين على الانسحاب من البلدة.", "الانسحاب"),
     ("ووافق القادة على الانسحاب من البلدة، وتسليم الأسلحة مستمر.", "تسليم"),
     ("ووافق القادة على الانسحاب الذي طال وتسليم الأسلحة.", "تسليم")],
)
def test_what_is_not_what_was_agreed_to(text: str, word: str) -> None:
    """A deed to which one is forced, or of another clause is not what was agreed to."""
    assert factuality(text, word) is None


def test_an_accord_agreed_to_is_told() -> None:
    """A truce to which both sides agreed is there."""
    assert factuality("ووافق الطرفان على هدنة في المدينة.", "هدنة") is None


def test_what_is_offered_is_planned() -> None:
    """A truce that is offered is yet to come; one that somebody broke while he offered help is not."""
    assert factuality("عرضت الحكومة على المسلحين هدنة في المدينة.", "هدنة") is None
    assert factuality("عرض رئيس الحكومة هدنة في المدينة.", "هدنة") == "planned"
    assert factuality("عرض التلفزيون قصف القرية.", "قصف") is None
    assert factuality("عرض رئيس الحكومة مساعدته فخرق الجيش هدنة.", "هدنة") is None


def test_what_is_tried_is_planned() -> None:
    """What somebody tries to do now is planned, what he did not try is not, nor after what he tries."""
    assert factuality("يحاول السكان بعد قصف البلدة الفرار.", "قصف") is None
    assert factuality("يحاول السكان، وقصف البلدة مستمر، الفرار.", "قصف") is None
    assert factuality("تحاول القوات أن تصد الهجوم على البلدة.", "الهجوم") is None
    assert factuality("وفي الريف تحاول قوات النظام التقدم نحو البلدة.", "التقدم") == "planned"
    assert factuality("وتحاول قوات النظام التقدم نحو البلدة.", "التقدم") == "planned"
    assert factuality("ولم تحاول القوات التقدم نحو البلدة.", "التقدم") is None
    # a verb that opens the text has nothing before it, though the text is cut off behind "not"
    assert factuality("تحاول قوات النظام التقدم نحو البلدة. والجيش لم", "التقدم") == "planned"


@pytest.mark.parametrize(
    ("text", "word"),
    [("قالت الوزارة إن الجيش الفرنسي لم يشن غارات على المطار.", "غارات"),
     ("قالت الوزارة: لم يشن الجيش الفرنسي غارات على المطار.", "غارات"),
     ("قالت الوزارة: لم يشن \"الحزب\" غارات على المطار.", "غارات"),
     ("قالت الوزارة: لم يقم الجيش بشن غارات على المطار.", "غارات"),
     ("أكدت القيادة أنها لا تقوم بأي عمليات في المنطقة.", "عمليات")],
)
def test_the_object_of_a_negated_verb_is_denied(text: str, word: str) -> None:
    """ "Did not launch any raids" denies the raids."""
    assert factuality(text, word) == "denied"


def test_what_is_not_told_of_a_deed_denies_it_not() -> None:
    """ "The source of the shelling was not found" leaves the shelling told."""
    assert factuality("قالت الوزارة إن الجيش الفرنسي شن غارات على المطار.", "غارات") is None
    assert factuality("إن شن الجيش أو لم يشن، غارات الطيران مستمرة.", "غارات") is None
    assert factuality("لم يشن الجيش الفرنسي شيئا سوى غارات محدودة.", "غارات") is None
    assert factuality("لم يتم الكشف عن مصدر القصف على البلدة.", "القصف") is None


def test_threats_and_pledges_are_planned() -> None:
    """What is threatened or pledged with "with" is yet to come; what "with" tells of a deed done is not."""
    assert factuality("لوح الحزب بوقف المفاوضات مع الحكومة.", "وقف") == "planned"
    assert factuality("بدأ الجيش هجومه بقصف البلدة.", "قصف") is None
