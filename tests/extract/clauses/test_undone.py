"""What did not come about: takings that operations are for, and deeds that somebody goes on until."""

import datetime as dt

import pytest
from tests.extract.drafted import pointed

import sijill
from sijill.extract.clauses.undone import avenged, awaited, failed, tried, unmanaged, unreal, until
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.tables.lexicon import TAKING
from sijill.extract.triggers.factuality import said
from sijill.extract.triggers.triggers import Weighed
from sijill.pipeline import read_document


def tried_in(text: str) -> list[str | None]:
    """What is said of each taking that a word may tell."""
    document = read_document(text, published=dt.date(2018, 5, 2))
    view = View(document, resolve(document))
    triggers = [t for t in Weighed(view).triggers(0.0) if t.form == "noun" and t.sub_event_type in TAKING
                and text[t.start : t.end] not in ("طرد",)]
    return [outright[0] if (outright := tried(view, t.token)) else None for t in triggers]


@pytest.mark.parametrize("words", ["خلال عمليات تحرير", "في معركة استعادة", "ضمن حملة السيطرة على"])
def test_what_operations_are_for_is_planned(words: str) -> None:
    """Operations for a taking do not say that it was taken, and claim no holder."""
    text = f"قتل قائد في الحشد الشعبي {words} مدينة الفلوجة أمس."
    document = sijill.load(model=None)(text, published=dt.date(2016, 5, 2))
    assert not document.control
    assert [e.factuality for e in document.events or () if e.sub_event_type in TAKING] in ([], ["planned"])
    assert tried_in(text) == ["planned"]


@pytest.mark.parametrize(("text", "value"), [
    ("استكملت قوات سوريا الديمقراطية عملية السيطرة على الرقة بعد طرد تنظيم الدولة.", None),
    ("أعلن الجيش اللبناني انتهاء معركة تحرير جرود عرسال من تنظيم الدولة.", None),
    ("فشل الجيش السوداني في عملية استعادة بابنوسة من قوات الدعم السريع.", "denied"),
    ("فشلت عملية تحرير الحديدة من الحوثيين.", "denied"),
])
def test_operations_that_are_over_have_taken_or_failed(text: str, value: str | None) -> None:
    """Operations that ended or were completed are no plan, and those that failed are denied."""
    assert tried_in(text) == [value]


def until_of(text: str, word: str) -> bool:
    document = read_document(text, published=dt.date(2018, 5, 2))
    view = View(document, resolve(document))
    at = next(i for i, t in enumerate(view.tokens) if text[t.start : t.end] == word)
    return until(view, at, view.sentences[view.sentence_at[at]].first) is not None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("قال القائد إن العمليات ستتواصل \"حتى تطهير آخر شارع في المدينة\".", "تطهير"),
        ("قال القائد إن العملية مستمرة حتى يتم تحرير مدينة الموصل.", "تحرير"),
        ("قال القائد إنهم لن يتوقفوا حتى استعادة مدينة الموصل.", "استعادة"),
        ("قال القائد إن القصف سيتواصل إلى أن ينسحب المسلحون من الموصل.", "ينسحب"),
    ],
)


def test_what_is_fought_until_is_to_come(text: str, word: str) -> None:
    """What goes on until a deed makes that deed one to come."""
    assert until_of(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("استمرت المعارك حتى سيطرة الجيش السوري على مدينة تدمر.", "سيطرة"),
        ("ظلت المعارك مستمرة حتى سيطرة الجيش السوري على مدينة تدمر.", "سيطرة"),
        ("لم تتوقف المعارك حتى سيطرة الجيش السوري على مدينة تدمر.", "سيطرة"),
        ("توقفت العملية حتى وصول التعزيزات إلى مدينة تدمر.", "وصول"),
        ("استمر القصف إلى أن انسحب المسلحون من تدمر.", "انسحب"),
        ("قال القائد إن القصف سيتواصل على أن ينسحب المسلحون من تدمر.", "ينسحب"),
        ("قال القائد إن القصف سيتواصل، حتى سيطرة الجيش على تدمر لم تغير شيئا.", "سيطرة"),
    ],
)


def test_what_was_fought_until_is_done(text: str, word: str) -> None:
    """A fight that went on until a deed has ended with it."""
    assert not until_of(text, word)


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("أمرت الحكومة بسحب الجنود من الحدود.", "بسحب", "planned"),
    ("أوعز الوزير أمس إلى القوات بإخلاء القاعدة.", "بإخلاء", "planned"),
    # a court that orders a release frees
    ("أمرت المحكمة بإطلاق سراح الأسرى.", "بإطلاق", None),
    # another verb's, and none of "with"
    ("أمر الوزير بالتحقيق وقام الجيش بسحب الجنود.", "بسحب", None),
    ("أمرت الحكومة، بعد سحب الجنود، بالتحقيق.", "سحب", None),
    ("فاجأت الحكومة الجميع بسحب الجنود.", "بسحب", None),
    # told with what came of it
    ("أمر القائد بقصف القرية فقتل عشرون مدنيا.", "بقصف", None),
    ("أمر القائد بسحب الجنود فخرجوا ليلا.", "بسحب", None),
    ("أمر القائد بسحب الجنود والمدنيين.", "بسحب", "planned"),
])
def test_what_is_ordered_is_planned(text: str, word: str, kind: str | None) -> None:
    """What somebody orders is yet to come; a release that a court orders, and what another verb governs, are told.

    So is an order of which "so" and a verb say what came.
    """
    view, trigger = pointed(text, word, "Non-violent transfer of territory")
    outright = said(view, trigger.token, "noun", trigger.sub_event_type)
    assert (outright[0] if outright is not None and outright[1].startswith("orders") else None) == kind


@pytest.mark.parametrize(("text", "word", "value"), [
    ("تحدث ناشطون عن فشل هجوم للحوثيين على أطراف مأرب.", "هجوم", True),
    ('أعلنت الفصائل "فشل" المحادثات.', "المحادثات", True),
    ("فشل الحوثيون في شن هجوم على مدينة مأرب.", "هجوم", False),
    ("فشل الحوثيون، وهجوم الجيش مستمر.", "هجوم", False),
])
def test_what_failed_was_begun(text: str, word: str, value: bool) -> None:
    """A noun right behind "the failure of" names what was begun; what somebody failed in was not."""
    document = read_document(text)
    view = View(document, resolve(document))
    assert failed(view, view.token_at(text.index(word)), 0) is value


@pytest.mark.parametrize(("text", "word", "value"), [
    ("تدرس أنقرة السماح لسلاح الجو الأمريكي بشن ضربات على داعش.", "ضربات", True),
    ("تم السماح بوصول قافلة إلى دوما.", "بوصول", False),
    ("نددت تركيا بالسماح للوفد بالكلام، ووقعت ضربات على داعش.", "ضربات", False),
])
def test_what_is_allowed_is_yet_to_come(text: str, word: str, value: bool) -> None:
    """What somebody agrees to allow is planned; what has been allowed, or stands in another clause, is not."""
    document = read_document(text)
    view = View(document, resolve(document))
    assert (awaited(view, view.token_at(text.index(word)), "noun") is not None) is value


@pytest.mark.parametrize(("text", "word", "value"), [
    ("تلقى الوزير تحذيرا من نية المسلحين تفجير جسر في الموصل.", "تفجير", True),
    ("أوقفوا بسبب اعتزامهم شن هجوم على مركز للشرطة.", "هجوم", True),
    ("هناك مخاوف من هجوم جديد على إدلب.", "هجوم", True),
    ("فر السكان خشية اعتقال أبنائهم.", "اعتقال", True),
    ("طلب الأهالي ضمان خروج الجرحى من المدينة.", "خروج", True),
    ("تحدث الوزير عن نيته، فيما وقع هجوم على إدلب.", "هجوم", False),
])
def test_what_is_meant_or_feared_is_yet_to_come(text: str, word: str, value: bool) -> None:
    """What somebody means to do, fears or wants assured is planned; what another clause tells is not."""
    document = read_document(text)
    view = View(document, resolve(document))
    assert (awaited(view, view.token_at(text.index(word)), "noun") is not None) is value


@pytest.mark.parametrize(("text", "word", "value"), [
    ("لم تتمكن الشرطة العراقية بعد من اعتقال القتلة.", "اعتقال", True),
    ("لم تنجح المنظمة في توصيل المساعدات إلى دوما.", "توصيل", True),
    ("تمكنت القوات العراقية من اعتقال القتلة.", "اعتقال", False),
    ("كانت الشرطة تتمكن من اعتقال القتلة.", "اعتقال", False),
    ("لم تتمكن القوات من الدخول، وفرغت من اعتقال القتلة.", "اعتقال", False),
])
def test_what_nobody_managed_is_undone(text: str, word: str, value: bool) -> None:
    """A noun behind "did not manage to" tells what was not done; behind "managed to", or past a comma, it was."""
    document = read_document(text)
    view = View(document, resolve(document))
    assert (unmanaged(view, view.token_at(text.index(word)), 0) is not None) is value


def test_what_something_may_lead_to_is_uncertain() -> None:
    """What a thing "may lead to" is uncertain, what it led to told; two who deny deny as one does."""
    def of(text: str, word: str) -> str | None:
        document = read_document(text, published=dt.date(2018, 5, 2))
        view = View(document, resolve(document))
        found = said(view, view.token_at(text.index(word)), "noun", "")
        return None if found is None else found[0]

    assert of("حذرت المنظمة من أن المعارك قد تتسبب في نزوح آلاف السكان.", "نزوح") == "uncertain"
    assert of("وأدى القتال إلى نزوح آلاف السكان.", "نزوح") is None
    assert of("قالت دمشق وموسكو اللتان تنفيان وقوع هجوم كيميائي.", "هجوم") == "denied"


@pytest.mark.timeout(60)
def test_a_row_of_raids_is_asked_about_in_time() -> None:
    """Whether one of sixty raids "in" raids is avenged is found out in no time."""
    document = read_document("انتقاما لقتلاه " + "في هجوم " * 60)
    view = View(document, resolve(document))
    assert not avenged(view, len(view.tokens) - 1, 0)


@pytest.mark.parametrize(("text", "word", "value"), [
    ("قد يكون هجوما على القاعدة.", "هجوما", True),
    ("قد يكون القائد قتل في غارة.", "غارة", True),
    ("قد يكون وراء الهجوم على القاعدة خلاف.", "الهجوم", True),
    ("قد يكون الهجوم على القاعدة ردا على غارة.", "الهجوم", False),
    ("كان الهجوم على القاعدة ردا على غارة.", "الهجوم", False),
    ("قد يكون القائد مات، وبعد غارة عاد رفاقه.", "غارة", False),
    ("قد يكون القائد غادر بعد غارة.", "غارة", False),
])
def test_what_may_be_is_unsure_and_what_may_be_something_is_not(text: str, word: str, value: bool) -> None:
    """What may be a deed, or may have come of one, is uncertain; "the attack may be an answer" doubts no attack."""
    view, trigger = pointed("قال السكان إنه " + text, word, "Armed clash")
    first = view.sentences[0].first
    assert (unreal(view, trigger.token, "noun", first) is not None) is value
