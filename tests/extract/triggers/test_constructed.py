"""Nouns for deeds tell events in constructions that mostly do, however rarely their words tell one elsewhere."""

import datetime as dt

import pytest
from tests.extract.drafted import DAY, view_of

from sijill.extract.triggers.candidates import propose
from sijill.extract.triggers.constructed import constructed
from sijill.extract.triggers.features import Features


def built(text: str, day: dt.date | None = DAY) -> list[str]:
    """The words that a construction tells as events, each word before them having told one."""
    view = view_of(text, day)
    features = Features(view, propose(view))
    out = []
    for number, c in enumerate(features.found):
        if constructed(features, number):
            out.append(view.tokens[c.token].norm)
        features.told(c, c.types[0])
    return out


@pytest.mark.parametrize(("text", "word"), [
    ("قتل ستة جنود في غارات جوية واشتباكات عنيفة قرب البلدة.", "واشتباكات"),
    ("اقتحم المسلحون القرية بالتزامن مع قصف عنيف.", "قصف"),
    ("تقدم الجيش في البلدة، وترافق ذلك مع غارات على أطرافها.", "غارات"),
    ("نفذ الجيش السوري 12 غارة على البلدة أمس.", "غاره"),
    ("نفذ الجيش السوري 60 غارة على البلدة أمس.", "غاره"),
    ("وجرح طفلان في قصف مدفعي على الحي.", "قصف"),
    ("كان الجيش السوري قد شن عملية في 3 نيسان الماضي شرق المدينة.", "عمليه"),
    ("أطلق الجيش السوري يوم السبت معركة شرق المدينة.", "معركه"),
    ("أطلق الجيش السوري معركة شرق المدينة القديمة يوم السبت.", "معركه"),
    ("بدأ الجيش السوري يوم السبت حملة عسكرية على البلدة.", "حمله"),
    # what a text that is cut off ends with is not before its first word
    ("بدأ الجيش السوري يوم السبت حملة عسكرية على البلدة. وقالت الوكالة إن", "حمله"),
    ("شن الجيش السوري عدة غارات على البلدة.", "غارات"),
    ("ينشر الجيش جنوده ويفرض حصارا على المنطقة.", "حصارا"),
    ("أحكمت القوات اليمنية حصارها على البلدة.", "حصارها"),
    ("نفى الجيش السوري قصف القرية.", "قصف"),
    ("صدت الفصائل محاولة تقدم لقوات النظام شمال حلب.", "تقدم"),
    ("تمكن الجيش اليمني من إحباط محاولات تسلل شرق البلدة.", "تسلل"),
    ("نفت الحكومة بشكل قاطع انسحاب قواتها من القرية.", "انسحاب"),
    ("عبرت النقابة عن حزنها للهجوم الإرهابي الذي استهدف المحطة.", "للهجوم"),
    ("زار الوزير أسر ضحايا التفجير الانتحاري المزدوج الذي أوقع ستة قتلى.", "التفجير"),
    ("اجتمع المجلس بعد الكمين الدموي الذي وقع شمال البلدة.", "الكمين"),
])
def test_a_construction_tells_an_event(text: str, word: str) -> None:
    """The second of two, what goes along with another, counted strikes, shelling by guns, an operation
    begun on a day, a siege that is laid, what is denied outright, what was attempted and foiled and the deadly attack
    that hit somebody are events."""
    assert word in built(text)


@pytest.mark.parametrize("text", [
    # of two kinds, in two clauses, no word for a blow, not joined
    "قتل ستة جنود في غارات جوية والاشتباكات التي تلتها.",
    "وقعت غارات جوية، واشتباكات عنيفة شهدتها البلدة.",
    "بحث الوزير المفاوضات واشتباكات البلدة.",
    "قتل ستة جنود في غارات جوية قبل اشتباكات عنيفة.",
    # behind a verb, behind what is no blow, and far from the first
    "قصفت الطائرات البلدة واشتباكات عنيفة قربها.",
    "قتل ستة جنود في انسحاب الجيش واشتباكات عنيفة قرب البلدة.",
    "قتل ستة جنود في غارات جوية روسية كثيفة على أطراف البلدة الشرقية واشتباكات عنيفة.",
    # of one kind, and with nothing along
    "قتل ستة جنود في غارات جوية وغارات عنيفة قرب البلدة.",
    "تزامنت العاصفة قبيل غارات عنيفة.",
    # no blow goes along
    "اقتحم المسلحون القرية بالتزامن مع انسحاب عام.",
    # what is known may have been told
    "اقتحم المسلحون القرية بالتزامن مع قصفها.",
    "اقتحم المسلحون القرية بالتزامن مع القصف.",
    "تعامل الجيش مع قصف عنيف.",
    # summed up, launched by nobody, or in another clause
    "نفذ الجيش السوري 12 غارة على البلدة العام الماضي.",
    "نفذ الجيش السوري 3000 غارة على البلدة.",
    "سقطت القرية بعد 12 غارة على البلدة.",
    "نفذت أمس 12 غارة على البلدة.",
    "نفذ الجيش السوري وعده، وأحصى السكان 12 غارة.",
    # by no guns, or one of two things that something ranges to
    "تخشى البلدة من قصف جديد.",
    "تخشى البلدة من هجوم صاروخي.",
    "تخشى البلدة من قصف",
    "تتوزع الأسباب بين الفقر وقصف مدفعي.",
    # not attempted, not foiled, known, or no fighting
    "صدت الفصائل أمس موجة تقدم شمال حلب.",
    "بدأت الفصائل محاولة تقدم شمال حلب.",
    "صدت الفصائل محاولة التقدم شمال حلب.",
    "أحبطت الشرطة محاولة هروب من سجن المدينة.",
    # on no day, or told for what came of it, or of no fighting
    "كان الجيش السوري قد شن عملية شرق المدينة.",
    "نزح السكان بعد أن أطلقت القوات السورية عملية يوم السبت.",
    "نزح السكان منذ أن بدأت القوات السورية شن عملية يوم السبت.",
    "اتهمت البلدة القوات السورية بشن عملية يوم السبت.",
    "بدأت الحكومة يوم السبت حملة ضد التدخين.",
    "بدأ الجيش السوري يوم السبت الانسحاب من البلدة.",
    "أطلق الجيش السوري 3 عمليات يوم السبت.",
    "بدأ الجيش السوري يهاجم البلدة يوم السبت.",
    "دارت معركة شرق المدينة يوم السبت.",
    "بدأ الجيش السوري قصف البلدة قبل معركة يوم السبت.",
    "أطلق الجيش السوري معركة شرق المدينة، وانسحب يوم السبت.",
    # nobody lays it, or it is known, or is no siege
    "فرض الجيش السوري انسحابا على المسلحين.",
    "يعاني السكان من حصار طويل.",
    "يفرض الحصار على السكان شروطا قاسية.",
    "فرض الوالي غرامة، وخشي السكان من حصار.",
    # of one of many, of none that is known, with no word for it, in another clause, and not said to have hit anybody
    "عبرت النقابة عن حزنها للهجمات الإرهابية التي استهدفت المحطة.",
    "عبرت النقابة عن حزنها لهجوم إرهابي استهدف المحطة.",
    "عبرت النقابة عن حزنها للهجوم الذي استهدف المحطة.",
    "تحدث الوزير عن الهجوم: الإرهابي الذي ضرب المحطة مات.",
    "دان الوزير الهجوم الإرهابي الذي تعده الجماعة.",
    "دان الوزير البيان الإرهابي الذي استهدف المحطة.",
    # a report, a part in it or somebody's words are what is denied
    "نفى الجيش السوري تقارير عن قصف القرية.",
    "ينفي الجيش السوري قصف القرية.",
    "نفى الجيش السوري علاقته بقصف القرية.",
])
def test_the_same_words_elsewhere_tell_none_by_it(text: str) -> None:
    """Other relations between such words, definite ones, totals, days not told and denied reports tell no event."""
    assert built(text) == []


def test_the_word_before_must_tell_one() -> None:
    """A second deed is one only where the first is."""
    view = view_of("قتل ستة جنود في غارات جوية واشتباكات عنيفة قرب البلدة.")
    features = Features(view, propose(view))
    number = next(n for n, c in enumerate(features.found) if view.tokens[c.token].norm == "واشتباكات")
    assert not constructed(features, number)


def test_counted_strikes_need_no_day_of_the_news() -> None:
    """Where an article has no date, what it counts "yesterday" is over no long time."""
    assert built("نفذ الجيش السوري 12 غارة على البلدة أمس.", None) == ["غاره"]
