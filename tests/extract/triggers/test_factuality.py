"""Factuality: told, denied, planned or uncertain."""

import datetime as dt

import pytest
from tests.extract import drafted

import sijill
from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.tables.lexicon import TAKING
from sijill.extract.triggers.factuality import said
from sijill.extract.triggers.triggers import Weighed
from sijill.pipeline import read_document


def told(text: str) -> set[tuple[str, str]]:
    document = sijill.load(model=None)(text, published=dt.date(2018, 5, 2))
    return {(document.text[e.trigger.start : e.trigger.end], e.factuality) for e in document.events or ()}


def test_news_is_asserted() -> None:
    """What is told as having happened is asserted."""
    assert ("قصفت", "asserted") in told("قصفت قوات النظام السوري مدينة دوما بالمدفعية.")


@pytest.mark.parametrize(
    ("text", "words"),
    [("نفذت الطائرات الحربية صباح اليوم ما لا يقل عن أربع غارات على بلدة الحويجة.", "غارات"),
     ("نفذ الطيران الروسي ما لا يقل عن عشر غارات على مدينة إدلب.", "غارات"),
     ("لا تزال الاشتباكات مستمرة بين الجيش العراقي وتنظيم الدولة في بلدة الحويجة.", "الاشتباكات")],
)


def test_at_least_and_still_deny_nothing(text: str, words: str) -> None:
    """A "not" that bounds a number, or that says that something lasts, leaves the event told."""
    assert (words, "asserted") in told(text)


@pytest.mark.parametrize(
    "text",
    ["نفى الجيش العراقي شن أي هجوم على بلدة الحويجة.", "نفت موسكو قصف مستشفى في مدينة إدلب.",
     "كذبت وزارة الدفاع الروسية أنباء قصف مدينة إدلب."],
)


def test_a_denial_is_denied(text: str) -> None:
    """What a side denies is an event of its own, denied."""
    assert any(value == "denied" for _, value in told(text))


def test_the_future_is_planned() -> None:
    """What is announced for later is planned."""
    text = "أعلن الجيش العراقي أنه سيشن هجوما على تنظيم الدولة في بلدة الحويجة خلال أيام."
    assert any(value == "planned" for _, value in told(text))


def test_the_light_verb_carries_the_future() -> None:
    """A verbal noun under a light verb of the past is told, under one of the future planned."""
    assert ("هجوما", "asserted") in told("شن الجيش العراقي هجوما على تنظيم الدولة في بلدة الحويجة أمس.")
    assert ("هجوما", "planned") in told("سيشن الجيش العراقي هجوما على تنظيم الدولة في بلدة الحويجة غدا.")


def test_what_somebody_will_go_to_hold_is_planned() -> None:
    """Talks that somebody will go to hold are planned, those for which somebody has come are told."""
    assert ("محادثات", "planned") in told("سيتوجه المبعوث الأممي غدا إلى مسقط لإجراء محادثات مع الحوثيين.")
    assert ("محادثات", "asserted") in told("وصل المبعوث الأممي أمس إلى مسقط لإجراء محادثات مع الحوثيين.")


def values(text: str) -> set[str]:
    return {value for _, value in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "لم تندلع أي اشتباكات بين الجيش السوري وتنظيم الدولة في بلدة الميادين.",
        "ولم تشهد بلدة الباب أية اشتباكات بين قوات سوريا الديمقراطية والجيش التركي.",
        "لم يسجل أي هجوم على مدينة تعز يوم أمس.",
        "لم تنفذ الطائرات الروسية أي غارات على مدينة إدلب.",
    ],
)


def test_none_that_happened_is_denied(text: str) -> None:
    """ "Any" under a negated verb of happening or carrying out is denied, wherever the verb's subject stands."""
    assert values(text) == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "لم يعلق الجيش السوري على أي اشتباكات اندلعت مع تنظيم الدولة في بلدة الميادين.",
        "لم يستبعد الجيش السوري أي هجوم على مدينة إدلب.",
        "اندلعت اشتباكات بين الجيش السوري وتنظيم الدولة في بلدة الميادين ولم يسجل أي قتلى.",
    ],
)


def test_any_that_another_verb_governs_is_not_denied(text: str) -> None:
    """A negated verb of saying, or a negation of something else, denies no fighting."""
    assert "denied" not in values(text)


def test_a_denial_reaches_over_that_it_has_been() -> None:
    """What is denied "to have been" is denied however long its subject; a denial of another clause is not its own."""
    far = "نفى المتحدث باسم الجيش السوري أن يكون أي من عناصر الفرقة الرابعة قد قصف بلدة دوما."
    assert values(far) == {"denied"}
    assert values(far.replace("الجيش السوري", "وزارة الدفاع السورية")) == {"denied"}
    assert values("رجح المتحدث باسم الجيش السوري أن يكون أي من عناصر الفرقة الرابعة قد قصف بلدة دوما.") != {"denied"}
    # so is who denies it, with a name, an office and the agency that was told
    who = "نفى العقيد سالم المنصوري الناطق باسم القوات الجوية اليمنية لمراسل وكالة الأنباء الفرنسية"
    assert values(f"{who} أن يكون سلاح الجو قد قصف مدينة صعدة.") == {"denied"}
    assert values(f"{who} الخبر، وكان سلاح الجو قد قصف مدينة صعدة.") != {"denied"}


def test_no_truth_to_it_is_a_denial() -> None:
    """ "There is no truth to" denies what follows; a ministry of health does not."""
    assert values("لا صحة لقصف مدينة دوما من قبل الجيش السوري.") == {"denied"}
    assert "denied" not in values("قالت وزارة الصحة إن الجيش السوري قصف مدينة دوما.")


@pytest.mark.parametrize(
    "text",
    [
        "فشل الحوثيون في السيطرة على مدينة مأرب.",
        "قال مصدر عسكري إن الحوثيين أخفقوا في بسط السيطرة على مدينة مأرب.",
        "عجز الحوثيون عن السيطرة على مدينة مأرب.",
        "لم يتمكن الحوثيون من السيطرة على مدينة مأرب.",
        "لم ينجح الحوثيون في السيطرة على مدينة مأرب.",
        "حاول الحوثيون السيطرة على مدينة مأرب وفشلوا.",
    ],
)


def test_a_taking_that_failed_is_denied(text: str) -> None:
    """Each way of failing in a taking denies it."""
    assert values(text) == {"denied"}


def test_a_taking_that_is_tried_is_planned() -> None:
    """An attempt to take a place, with no word of how it ended, is an aim."""
    assert values("حاول مقاتلو التنظيم السيطرة على بلدة تل تمر فجر السبت.") == {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "نجح الحوثيون في السيطرة على مدينة مأرب.",
        "تمكن الحوثيون من السيطرة على مدينة مأرب.",
        "سيطر الحوثيون على مدينة مأرب بعد فشل المفاوضات.",
        "فشل هجوم الحوثيين على مدينة مأرب.",
        "فشل الجيش اليمني في منع الحوثيين من السيطرة على مدينة مأرب.",
    ],
)


def test_another_failure_denies_no_taking(text: str) -> None:
    """A taking that was managed, or not prevented, is told; so is an attack that failed (codebook section 5)."""
    assert values(text) == {"asserted"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ينص الاتفاق بين الطرفين على انسحاب الفصائل من بلدة الكرمة.", "انسحاب"),
        ("وافقت الفصائل على تسليم أسلحتها الثقيلة.", "تسليم"),
        ("وقال القائد إن قواته مستعدة لتنفيذ هجوم على بلدة الكرمة.", "هجوم"),
        ("ومن المفترض أن يغادر المقاتلون بلدة الكرمة.", "يغادر"),
        ("وتتحدث الصحف عن عملية عسكرية وشيكة في بلدة الكرمة.", "عملية"),
        ("وكرر الوزير تهديداته بتوجيه ضربة لمواقع الفصائل.", "ضربة"),
        ("وتتحدث الصحف عن عملية عسكرية مزمعة في بلدة الكرمة.", "عملية"),
    ],
)


def test_what_is_awaited_is_planned(text: str, word: str) -> None:
    """The terms of a deal, what a side is ready for, supposed to do or threatens, and what is imminent are planned."""
    document = read_document(text, published=dt.date(2018, 5, 2))
    view = View(document, resolve(document))
    (at,) = [i for i, token in enumerate(view.tokens) if text[token.start : token.end] == word]
    hit = view.hits[at]
    assert hit is not None
    assert said(view, at, hit.form, "Armed clash") is not None
    assert said(view, at, hit.form, "Armed clash")[0] == "planned"  # type: ignore[index]


def test_what_came_after_the_threat_was_told() -> None:
    """A verb between a word of waiting and a noun ends its reach."""
    text = "وبعد تهديداته استهدف الجيش مواقع في هجوم على بلدة الكرمة."
    document = read_document(text, published=dt.date(2018, 5, 2))
    view = View(document, resolve(document))
    at = next(i for i, token in enumerate(view.tokens) if text[token.start : token.end] == "هجوم")
    assert said(view, at, "noun", "Armed clash") is None


def test_a_taking_that_a_deed_is_for_is_planned() -> None:
    """A taking behind a particle or a word of purpose is planned; what it came to, or is led to, is not."""
    for text in ("شن الجيش السوري هجوما للسيطرة على مدينة تدمر.", "تقدم الجيش السوري بهدف استعادة مدينة تدمر."):
        assert tried_or_aimed(text) == ["planned"]
    for text in ("أدت المواجهات لاستعادة مدينة تدمر.", "تمكن الجيش السوري من استعادة مدينة تدمر.",
                 "تضررت البلدة نتيجة لسيطرة داعش على مدينة تدمر.",
                 "احتفل السكان لاستعادة الجيش العراقي مدينة الموصل.",
                 "أقيم حفل في الذكرى الأولى لاستعادة مدينة الموصل."):
        assert tried_or_aimed(text) == [None]


def tried_or_aimed(text: str) -> list[str | None]:
    """What is said of each verbal noun of taking: its factuality, or nothing."""
    document = read_document(text, published=dt.date(2018, 5, 2))
    view = View(document, resolve(document))
    found = [t for t in Weighed(view).triggers(0.0) if t.form == "noun" and t.sub_event_type in TAKING]
    return [outright[0] if (outright := said(view, t.token, t.form, t.sub_event_type)) else None for t in found]


def test_what_follows_a_lack_is_not_lacking() -> None:
    """"Without resistance after the withdrawal" denies no withdrawal; "without a withdrawal" does."""
    for text, told in (
        ("دخل الجيش السوري بلدة مورك دون مقاومة بعد انسحاب داعش منها.", ("asserted", "after")),
        ("دخل الجيش السوري بلدة مورك من دون قتال يذكر عقب انسحاب داعش منها.", ("asserted", "after")),
        ("انتهت المعارك في بلدة مورك دون انسحاب داعش منها.", ("denied", "without")),
    ):
        document = read_document(text, published=dt.date(2018, 5, 2))
        view = View(document, resolve(document))
        at = next(i for i, token in enumerate(view.tokens) if text[token.start : token.end] == "انسحاب")
        assert said(view, at, "noun", "Non-violent transfer of territory") == told


def test_what_reports_differ_over_is_uncertain() -> None:
    """A deed that reports differ over is uncertain; one whose toll they differ over, or that went before, is told."""
    assert ("سيطرة", "uncertain") in told("تضاربت الأنباء حول سيطرة جيش الإسلام على بلدة الشيفونية.")
    assert ("سيطرة", "uncertain") in told("وردت أنباء متضاربة عن سيطرة قوات النظام على بلدة الشيفونية.")
    assert ("قصفت", "asserted") in told("قصفت قوات النظام بلدة الشيفونية، وتضاربت الأنباء حول عدد القتلى.")
    assert ("سيطرة", "asserted") in told("تضاربت الأنباء بعد سيطرة قوات النظام على بلدة الشيفونية.")


@pytest.mark.parametrize(("text", "word", "found"), [
    ("لو انسحب الجيش السوري من تدمر لسقطت حمص.", "انسحب", "uncertain"),
    ("كادت قوات النظام السوري أن تسيطر على خان طومان.", "تسيطر", "denied"),
    ("قال مسؤول إن تركيا قد تشن هجوماً شرق الفرات.", "هجوماً", "uncertain"),
    ("قال مسؤول إن قوات النظام السوري قد تبدأ هجوما على إدلب.", "هجوما", "uncertain"),
    ("قال مسؤول إن القوات التركية لم تبدأ هجوما على إدلب.", "هجوما", "denied"),
    ("حذرت الأمم المتحدة من كارثة في حال شنت قوات النظام السوري هجوماً على إدلب.", "هجوماً", "planned"),
    ("أعلن الجيش أن المسلحين إذا انسحبوا من حلب فلن يلاحقهم أحد.", "انسحبوا", "planned"),
    # before a past it says "has"; "as" is no "if"; what came before the near miss is told
    ("وكانت قوات النظام السوري قد شنت هجوماً على خان طومان.", "هجوماً", "asserted"),
    ("وكانت قوات النظام السوري قد بدأت هجوما على إدلب.", "هجوما", "asserted"),
    ("قتل شخصان إذ انفجرت سيارة مفخخة في عفرين.", "انفجرت", "asserted"),
    ("سيطر الجيش السوري على خان طومان بعد أن كاد المسلحون يدخلون حلب.", "سيطر", "asserted"),
    ("كاد المسلحون يدخلون حلب، وقصفت الطائرات الروسية خان طومان.", "قصفت", "asserted"),
    ("وقال إنه لو نفذت، فإن غارات الطيران الروسي على إدلب مستمرة.", "غارات", "asserted"),
])
def test_what_may_be_or_nearly_was_is_not_told_as_done(text: str, word: str, found: str) -> None:
    """"Almost" and "not" undo a deed, "may" and "if only" leave it open, "if" plans it; so of a verb and its noun."""
    assert drafted.told(text, word).factuality == found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("خلافا لما ورد أمس عن استعادة الجيش العراقي بلدة الحويجة، ما زال التنظيم فيها.", "استعادة"),
        ("يسيطر التنظيم على حيين، على عكس ما أعلنته الوكالة عن انسحاب مقاتليه من بلدة الحويجة.", "انسحاب"),
        ("وبخلاف أنباء عن قصف بلدة الحويجة، قال ناشط إن الليلة كانت هادئة.", "قصف"),
    ],
)


def test_what_the_facts_contradict_is_denied(text: str, word: str) -> None:
    """What a report tells only as contrary to what was said is denied."""
    assert (word, "denied") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "خلافا لتصريحات موسكو قصفت قوات النظام السوري بلدة كفرنبل.",
        "خلافا لما أعلنته الوكالة عن الهدنة قصفت قوات النظام السوري بلدة كفرنبل.",
        "خلافا لاتفاق الهدنة قصفت قوات النظام السوري بلدة كفرنبل.",
        "خلافا لما ورد في البيان، قصفت قوات النظام السوري بلدة كفرنبل.",
        "خلافا لما أعلنته الوكالة عن الهدنة، قصفت قوات النظام السوري بلدة كفرنبل.",
    ],
)


def test_what_is_contrary_to_an_agreement_is_asserted(text: str) -> None:
    """A deed contrary to an agreement or to a statement is told as done."""
    assert ("قصفت", "asserted") in told(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("نفى الجيش العراقي قصف المستشفى وقال إن مسلحي التنظيم قصفوا السوق.", "قصفوا"),
        ("نفت موسكو قصف البلدة، موضحة أن طائرات النظام قصفت بلدة كفرنبل.", "قصفت"),
        ("نفى الجيش العراقي استهداف المستشفى، مؤكداً قصف مواقع التنظيم في بيجي.", "قصف"),
        ("نفت موسكو ذلك، فيما قصفت طائرات النظام السوري بلدة كفرنبل.", "قصفت"),
        ("نفت موسكو ذلك، وقصفت طائرات النظام السوري بلدة كفرنبل.", "قصفت"),
    ],
)


def test_a_denial_ends_where_its_speaker_asserts(text: str, word: str) -> None:
    """What a denier then says, or another then does, is not denied with what came before."""
    assert (word, "asserted") in told(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("نفت موسكو أن تكون طائراتها قد قصفت بلدة كفرنبل.", "قصفت"),
        ("نفت المصادر سيطرة التنظيم على مدينة تدمر وانسحاب الجيش السوري منها.", "انسحاب"),
    ],
)


def test_a_denial_holds_for_all_that_it_names(text: str, word: str) -> None:
    """A denial reaches over its clause of "that", and over what is joined to what it denies."""
    assert (word, "denied") in told(text)


def test_who_denies_and_accuses_another_denies_no_deed_of_his() -> None:
    """A denial ends where the denier accuses another, and not at a noun of accusation that he denies."""
    assert ("قصف", "asserted") in told("نفى القائد الهجوم على القوات واتهم الجيش السوري بشن قصف مدفعي على بلدة كفرنبل.")
    assert ("قصف", "denied") in told("نفى القائد شن قصف مدفعي على بلدة كفرنبل.")


def test_what_was_sought_is_planned() -> None:
    """A deed that a side "sought" is planned; one told beside what another sought is not."""
    assert ("استعادة", "planned") in told("سعى الجيش السوري إلى استعادة مدينة تدمر.")
    assert ("قصفت", "asserted") in told("سعت المنظمة إلى هدنة، وقصفت قوات النظام السوري مدينة تدمر.")


def test_a_term_of_what_was_agreed_is_planned() -> None:
    """"Provided that they withdraw" tells of what is to come; "stressed that the shelling" of what was."""
    assert ("ينسحب", "planned") in told("توصل الطرفان إلى اتفاق في دوما على أن ينسحب الجيش من البلدة غدا.")
    assert ("تدخل", "planned") in told("اتفق الطرفان على أن تدخل قوات النظام مدينة دوما.")
    assert ("قصف", "asserted") in told("شدد المتحدث على أن قصف قوات النظام مدينة دوما مستمر.")


def test_who_was_forced_to_has_done_it() -> None:
    """"Forced them to withdraw" tells what was done, "agreed that they withdraw" what is to come."""
    assert ("تنسحب", "asserted") in told("أجبر مقاتلو المعارضة قوات النظام على أن تنسحب من مدينة دوما.")
    assert ("تنسحب", "planned") in told("وافق مقاتلو المعارضة وقوات النظام على أن تنسحب من مدينة دوما.")


def test_a_noun_whose_own_verb_is_to_come_is_planned() -> None:
    """Operations "that will be carried out" are planned; those that were are told."""
    text = "أكد القائد أن هجمات {} داعش في الموصل خلال أيام."
    assert drafted.told(text.format("ستنفذ ضد"), "هجمات").factuality == "planned"
    assert drafted.told(text.format("نفذت ضد"), "هجمات").factuality == "asserted"


@pytest.mark.parametrize(("text", "form", "to_come"), [
    ("هجمات ستنفذ غدا.", "noun", True), ("هجمات ستنفذ غدا.", "perfect", False), ("هجمات سيقصف غدا.", "noun", True),
    ("هجمات القرية ستنفذ غدا.", "noun", True), ("هجمات على القرية القريبة منها ستنفذ غدا.", "noun", False),
    ("هجمات التي ستنفذ غدا.", "noun", False), ("هجمات، ستنفذ غدا.", "noun", False),
    ("هجمات انسحبوا ستنفذ غدا.", "noun", False), ("هجمات الفصيل اشتباكات ستنفذ غدا.", "noun", True),
])
def test_the_verb_of_a_noun_stands_close_behind_it(text: str, form: str, to_come: bool) -> None:
    """A future verb is a noun's own three words behind it at most, no clause, break or other verb between."""
    view, trigger = drafted.pointed(text, "هجمات", "Armed clash", form)
    found = said(view, trigger.token, form, "Armed clash")
    assert (found == ("planned", "future.light")) is to_come


@pytest.mark.parametrize(("text", "word", "factuality"), [
    ("حذر المبعوث من هجوم محتمل للجيش السوري على إدلب.", "هجوم", "planned"),
    ("انتشرت تكهنات بهجوم للجيش السوري على إدلب.", "بهجوم", "planned"),
    ("شن الجيش السوري هجوما على إدلب والرد محتمل.", "هجوما", "asserted"),
])
def test_a_possible_attack_is_yet_to_come(text: str, word: str, factuality: str) -> None:
    """A "possible attack", or speculation about one, is planned; what else is possible says nothing of the attack."""
    (event,) = [e for e in drafted.drafts(text) if text[e.trigger.start : e.trigger.end] == word]
    assert event.factuality == factuality


@pytest.mark.parametrize(("text", "planned"), [
    ("ستلقي قوات الأمن العراقية القبض على منفذي الهجوم في بغداد.", True),
    ("ستلقي الشرطة كلمة عن القبض على منفذي الهجوم في بغداد.", False),
    ("قال الوزير إن الشرطة العراقية ستلقي القبض على منفذي الهجوم في بغداد.", True),
    ("قال الوزير إن الشرطة العراقية ألقت القبض على منفذي الهجوم في بغداد.", False),
])
def test_a_verb_of_the_future_right_before_its_object_plans_it(text: str, planned: bool) -> None:
    """"Will lay hands on" is planned where only a subject parts verb and noun, "laid hands on" is told."""
    view, trigger = drafted.pointed(text, "القبض", "Arrests")
    assert (said(view, trigger.token, "noun", "Arrests") == ("planned", "future.light")) is planned


@pytest.mark.parametrize(("text", "factuality"), [
    ("قتل ستة أشخاص في هجوم محتمل في نيروبي.", "asserted"),
    ("حذرت الشرطة من هجوم محتمل في نيروبي.", "planned"),
])
def test_a_possible_attack_that_hurt_people_has_happened(text: str, factuality: str) -> None:
    """A "possible attack" whose dead are counted is told as having happened; one that is warned of is yet to come."""
    (event,) = [e for e in drafted.drafts(text) if text[e.trigger.start : e.trigger.end] == "هجوم"]
    assert event.factuality == factuality


@pytest.mark.parametrize(("text", "word", "label"), [
    ("لم تشهد مدينة عدن طوال الأسبوع الماضي أي عملية استهداف من الحوثيين.", "استهداف", "denied"),
    ("أعلن القائد أن استعادة صنعاء على رأس أولويات الجيش اليمني.", "استعادة", "planned"),
    ("باتت المقاومة الشعبية على وشك السيطرة على مدينة لودر.", "السيطرة", "planned"),
])
def test_no_operation_of_shelling_priorities_and_what_is_near(text: str, word: str, label: str) -> None:
    """"Did not see any operation of" denies, "is the first priority" and "on the brink of" plan."""
    assert drafted.told(text, word).factuality == label


@pytest.mark.parametrize(("text", "word"), [
    ("توعد قائد الحركة بمهاجمة العاصمة للثأر من الهجمات التي شنها الجيش السوداني على المدينة.", "الهجمات"),
    ("هددت حركة طالبان بالانتقام لمقتل زعيمها في غارة أمريكية في وزيرستان.", "غارة"),
    ("هددت طالبان بالانتقام من مقتل قائدها في هجوم نفذته طائرة أمريكية في وزيرستان.", "هجوم"),
])
def test_what_revenge_is_threatened_for_has_been_done(text: str, word: str) -> None:
    """A deed that a threat is to avenge is told, whatever is planned for it."""
    events = drafted.drafts(text)
    assert {e.factuality for e in events if text[e.trigger.start : e.trigger.end] == word} == {"asserted"}


def test_revenge_itself_is_planned() -> None:
    """What revenge is to be taken with is still to come."""
    text = "هددت حركة طالبان بشن هجمات على القوات الأمريكية في كابول انتقاما لمقتل زعيمها."
    events = drafted.drafts(text)
    assert {e.factuality for e in events if text[e.trigger.start : e.trigger.end] == "هجمات"} == {"planned"}


def test_students_demand_nothing() -> None:
    """Students who are counted are spelled like "demanding" what stands behind them, which is none the less told."""
    attack = "قتل 20 طالبا في هجوم انتحاري لتنظيم داعش على أكاديمية في مدينة كركوك."
    assert ("هجوم", "asserted") in told(attack)


def test_an_agency_of_news_doubts_nothing() -> None:
    """ "News" in the name of an agency is no doubt, as news "of" something is."""
    assert ("قصف", "asserted") in told("ذكرت وكالة أنباء هاوار أن الجيش التركي قصف قرية زركان بالمدفعية.")
    assert not {("قصف", "asserted")} & told("وردت أنباء غير مؤكدة عن قصف بلدة زركان بالمدفعية.")


def test_a_plan_behind_leaves_what_prepares_it_told() -> None:
    """Reinforcements that came in preparation for something have come; those that somebody plans to send have not."""
    text = "وصلت تعزيزات عسكرية كبيرة للجيش اليمني إلى بلدة حيس استعدادا لهجوم على زبيد."
    assert ("تعزيزات", "planned") not in told(text)
    assert ("تعزيزات", "asserted") not in told("يعتزم الجيش اليمني إرسال تعزيزات إلى بلدة حيس استعدادا لهجوم.")


def test_a_plan_reaches_no_occasion() -> None:
    """What somebody asks for "during" talks leaves the talks told, and planning for an attack makes it planned."""
    text = "دعا الرئيس خلال محادثات مع نظيره في أنقرة إلى حل سياسي."
    document = read_document(text)
    view = View(document, resolve(document))
    assert said(view, view.token_at(text.index("محادثات")), "noun", "Talks") is None
    assert ("هجوم", "asserted") not in told("قالت الشرطة إن المسلحين كانوا يخططون لتنفيذ هجوم على محطة في بغداد.")


@pytest.mark.parametrize(("text", "deed", "value"), [
    ("قال السكان إن الأمر قد يكون هجوما على قاعدة للجيش السوري في حمص.", "هجوما", "uncertain"),
    ("ذكر التقرير أن القيادي الذي سافر قد يكون قتل مع رفيقه في قصف على مدينة الرقة.", "قصف", "uncertain"),
    ("ذكر التقرير أن القيادي قد يكون غادر، وشن الجيش السوري غارة على مدينة الرقة.", "غارة", "asserted"),
    ("يذكر أن المدرسة التي كان من المقرر فتحها قد دمرت في بلدة دوما.", "دمرت", "asserted"),
])
def test_what_may_be_and_what_has_been(text: str, deed: str, value: str) -> None:
    """What may be a deed, or may have come of it, is uncertain; what "has" been done is no plan."""
    assert (deed, value) in told(text)


@pytest.mark.parametrize(("text", "outright"), [
    ("عبرت النقابة عن حزنها للهجوم الإرهابي الذي استهدف المحطة.", ("asserted", "infamous")),
    ("عبرت النقابة عن حزنها للهجوم الذي استهدف المحطة.", None),
    ("عبرت النقابة عن حزنها للهجوم الإرهابي الذي تعده الجماعة.", None),
])
def test_an_attack_called_deadly_that_hit_somebody_is_no_aim(text: str, outright: tuple[str, str] | None) -> None:
    """Behind "for", an attack may be an aim unless it is called deadly and said to have hit somebody."""
    view, trigger = drafted.pointed(text, "للهجوم", "Attack")
    assert said(view, trigger.token, "noun", "Attack") == outright
