"""How far the dates of a sentence are from a word of it."""

import datetime as dt

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.events.date_reach import Dated, Reach
from sijill.extract.times.times import find_times
from sijill.pipeline import read_document


def seen(text: str, word: str, *others: str) -> list[Dated]:
    """The dates of the only sentence, as they are seen from a word."""
    tokens = tokenize(text)
    doc = find_times(Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens,
                              sentences=split_sentences(text, tokens)))
    at = [next(i for i, t in enumerate(tokens) if t.start == text.index(w)) for w in (word, *others)]
    return Reach(doc, at).of_sentence(at[0], 0)


def test_nearer_dates_come_first() -> None:
    """Dates are in the order of what parts them from the word: words, clauses, other events."""
    found = seen("سقطت قذائف الاثنين بعد غارات شهدها الحي السبت.", "سقطت", "غارات")
    assert [str(d.mention.latest) for d in found] == ["2018-04-16", "2018-04-14"]
    assert found[0].cost < found[1].cost and (found[1].triggers, found[1].clauses) == (1, 1)


def test_a_date_of_speech_is_known() -> None:
    """A date behind a verb of saying dates the saying; one behind the word for the deed does not."""
    (statement,) = seen("أعلنت القيادة الاثنين مقتل خمسة مسلحين.", "مقتل")
    assert statement.statement
    (own,) = seen("أعلنت القيادة مقتل خمسة مسلحين الاثنين.", "مقتل")
    assert not own.statement


def test_a_verb_of_saying_that_tells_the_deed_says_nothing() -> None:
    """The day behind a verb that tells the event is its own, though others say things with that verb."""
    (own,) = seen("نشرت القوات الاثنين عرباتها في البلدة.", "نشرت")
    assert not own.statement


def test_a_verb_of_saying_of_the_sentence_before_dates_nothing() -> None:
    """A date behind what somebody said in the sentence before is not that of the saying."""
    text = "تجدد القصف السبت كما قالت القيادة. وقتل جنود الاثنين في كمين."
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens)
    doc = Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens, sentences=sentences)
    reach = Reach(find_times(doc), [])
    (told,) = reach.of_sentence(next(i for i, t in enumerate(tokens) if t.start == text.index("كمين")), 1)
    assert not told.statement


@pytest.mark.parametrize("verb", ["أعربت", "توعدت", "ناشدت", "دانت"])
def test_other_verbs_of_saying(verb: str) -> None:
    """A day behind what somebody was worried about, threatened or asked for is that of the saying."""
    (statement,) = seen(f"{verb} القيادة الاثنين بسبب الغارة على السوق.", "الغارة")
    assert statement.statement


def test_time_passed_since_one_event_is_of_that_event_alone() -> None:
    """A length of time counted from a named event is seen from that event's word only."""
    text = "انفجرت عبوة في السوق بعد أسبوع من مداهمة الحي."
    assert [d.mention.rule for d in seen(text, "مداهمة", "انفجرت")] == ["elapsed"]
    assert seen(text, "انفجرت", "مداهمة") == []


VERBS = ("سيطر", "انسحب", "أعلن", "قصفها")


def reached(text: str, word: str) -> list[str]:
    """The dates that are seen from a word of a sentence with verbs."""
    tokens = tokenize(text)
    doc = find_times(Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens,
                              sentences=split_sentences(text, tokens)))
    verbs = [i for i, t in enumerate(tokens) if t.norm in VERBS]
    at = next(i for i, t in enumerate(tokens) if t.norm == word)
    return [text[d.mention.start : d.mention.end] for d in Reach(doc, verbs, verbs).of_sentence(at, 0)]


def test_the_date_of_a_clause_behind_is_its_own() -> None:
    """A date of a clause with "after" and its own verb is not seen from before it; behind a comma it is."""
    assert reached("سيطر الجيش على القرية بعد أن انسحب الفصيل منها السبت.", "سيطر") == []
    assert reached("سيطر الجيش على القرية بعدما انسحب الفصيل منها السبت.", "سيطر") == []
    assert reached("سيطر الجيش على القرية بعدما انسحب الفصيل منها السبت.", "انسحب") == ["السبت"]
    assert reached("سيطر الجيش على القرية بعدما انسحب الفصيل منها، السبت.", "سيطر") == ["السبت"]
    assert reached("سيطر الجيش على القرية بعد معارك عنيفة السبت.", "سيطر") == ["السبت"]


def test_the_date_of_a_relative_clause_is_not_of_a_verb_before_it() -> None:
    """A date in a relative clause that tells an event is not seen from a verb; where it tells of a place it is."""
    assert reached("سيطر الجيش على القرية التي قصفها الفصيل السبت.", "سيطر") == []
    assert reached("سيطر الجيش على القرية التي قصفها الفصيل، السبت.", "سيطر") == ["السبت"]
    assert reached("سيطر الجيش على القرية التي تقع شرق النهر السبت.", "سيطر") == ["السبت"]


def test_what_a_relative_clause_tells_of_a_place_is_dated_there() -> None:
    """A date in a relative clause right behind a place is not seen from a noun before it, if an event stands there."""

    def dated(text: str, *words: str) -> bool:
        document = read_document(text, published=dt.date(2018, 4, 18))
        told = [next(i for i, t in enumerate(document.tokens or ()) if t.start == text.index(word)) for word in words]
        return bool(Reach(document, told).of_sentence(told[0], 0))

    text = "أسفر قصف مدينة الباب التي سيطر عليها الفصيل السبت عن قتيل."
    assert not dated(text, "قصف", "سيطر")
    assert dated(text, "قصف")
    assert dated("أسفر قصف الفصيل الذي سيطر على مدينة الباب السبت عن قتيل.", "قصف", "سيطر")


def test_what_goes_on_since_a_date_is_told_before_it() -> None:
    """A date behind "since" and what began then is when that began, and since when what stands before has gone on."""
    text = "نزح ألف شخص منذ بدء الهجوم في 3 نيسان."
    assert [d.since for d in seen(text, "نزح", "الهجوم")] == [True]
    assert [d.since for d in seen(text, "الهجوم", "نزح")] == [False]
    # another clause's date, and one right behind "since", which is read with it
    assert [d.since for d in seen("نزح ألف شخص منذ بدء الهجوم، وعادوا في 3 نيسان.", "نزح")] == [False]
    assert [d.since for d in seen("نزح ألف شخص في 3 نيسان.", "نزح")] == [False]
    assert [d.since for d in seen("نزح ألف شخص منذ 3 نيسان.", "نزح")] == [False]


def test_what_the_main_clause_told_is_not_of_the_day_of_a_clause_within_it() -> None:
    """"And that comes beside X" takes up the main clause: the day of a relative clause in it is not that of X."""
    within = "انسحب اللواء من البلدة بعد فشل الغارة التي قصفها يوم الأحد على الجسر"
    assert reached(within + "، ويأتي ذلك مع عودة الأهالي.", "عوده") == []
    assert reached(within + " مع عودة الأهالي.", "عوده") == ["يوم الأحد"]
    assert reached(within + "، ويأتي ذلك مع عودة الأهالي.", "قصفها") == ["يوم الأحد"]
    assert reached("انسحب اللواء من البلدة يوم الأحد، ويأتي ذلك مع عودة الأهالي.", "عوده") == ["يوم الأحد"]
    assert reached(within + " ويأتي ذلك مع عودة الأهالي.", "عوده") == ["يوم الأحد"]
    assert reached(within + "، ويأتي بعده مع عودة الأهالي.", "عوده") == ["يوم الأحد"]


def of_these(text: str, deed: str = "التفجيرات") -> str | None:
    """The day that the second of two sentences takes up, where one word tells deeds."""
    tokens = tokenize(text)
    doc = find_times(Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens,
                              sentences=split_sentences(text, tokens)))
    found = Reach(doc, []).of_sentence_before(1, {at for at, token in enumerate(tokens) if token.norm == deed})
    return None if found is None else str(found.latest)


def test_one_of_these_has_the_day_of_what_was_told() -> None:
    """A sentence that opens with "one of these" has the only day of the sentence before, if it has none itself."""
    told = "وشهدت المدينة يوم الأحد سلسلة تفجيرات في غضون ساعة، وكان ذلك اليوم داميا. "
    assert of_these(told + "وفي أحد هذه التفجيرات قتل بائع خضار.") == "2018-04-15"
    assert of_these(told + "وكان أعنف تلك التفجيرات قرب الجسر.") == "2018-04-15"
    assert of_these(told + "وتتزامن هذه التفجيرات مع موسم الحصاد.") is None
    assert of_these(told + "وقال أحد هؤلاء السكان إن بائعا قتل.", "السكان") is None
    assert of_these(told + "وقتل في أحد هذه البيوت بائع خضار.") is None
    assert of_these(told + "وفي أحد الأحياء انفجرت دراجة.") is None
    assert of_these(told + "وفي أحد هذه التفجيرات قتل الاثنين بائع خضار.") is None
    assert of_these("شهدت المدينة يوم الأحد تفجيرا ثم يوم الاثنين اثنين. وفي أحد هذه التفجيرات قتل بائع.") is None


def test_then_has_the_date_of_the_sentence_before() -> None:
    """A sentence with "then" and without a date has the only date of the sentence before, be it a year."""
    told = "دخل الجيش الوادي عام 2014. "
    assert of_these(told + "وخسر حينها عشرين من رجاله.") == "2014-12-31"
    assert of_these(told + "وخسر عشرين من رجاله.") is None
    assert of_these(told + "وخسر حينها عشرين من رجاله في شباط 2015.") is None
    assert of_these("دخل الجيش الوادي في آذار 2013 وخرج منه في نيسان 2014. وخسر حينها عشرين من رجاله.") is None


def test_a_date_behind_another_deed_is_that_ones_where_a_word_has_its_own() -> None:
    """Of "A on Monday and B on Saturday" B was on Saturday; where B has no date of its own it has Monday in reach."""
    text = "وقع انفجار في السوق الاثنين، ثم هجوم صاروخي على القرية السبت."
    assert [str(d.mention.latest) for d in seen(text, "هجوم", "انفجار")] == ["2018-04-14"]
    assert [str(d.mention.latest) for d in seen(text, "انفجار", "هجوم")][0] == "2018-04-16"
    text = "وقع انفجار في السوق الاثنين، ثم هجوم صاروخي على القرية."
    assert [str(d.mention.latest) for d in seen(text, "هجوم", "انفجار")] == ["2018-04-16"]


def test_time_passed_since_a_death_is_that_of_what_caused_it() -> None:
    """ "Three days after the death of ten in an explosion" dates the explosion, and no deed of another clause."""
    text = "جاء القصف بعد ثلاثة أيام من مقتل عشرة مدنيين على الأقل، في انفجار قرب الجسر."
    assert [d.mention.rule for d in seen(text, "انفجار", "مقتل")] == ["elapsed"]
    text = "جاء القصف بعد ثلاثة أيام من مقتل عشرة مدنيين حيث وقع انفجار قرب الجسر."
    assert seen(text, "انفجار", "مقتل") == []


@pytest.mark.parametrize("text", [
    # the only day of the first sentence with one
    "قتل جنديان في كمين الثلاثاء. قال مصدر إن المسلحين لغموا الطريق.",
    "تتصاعد الحرب. قتل جنديان في كمين مساء أمس. قال مصدر إن المسلحين لغموا الطريق.",
])
def test_the_day_of_the_lead_is_that_of_the_sentence_behind_it(text: str) -> None:
    """The only day of the first sentence with one is offered to the next, if it is a day of the news."""
    reach, last = whole(text)
    lead = reach.of_lead_before(last)
    assert lead is not None and str(lead.earliest) == "2018-04-17"


@pytest.mark.parametrize("text", [
    # a day of its own, a day of old, two days, a day of a saying, a first day farther on, a sentence between
    "قتل جنديان في كمين الثلاثاء. لغم المسلحون الطريق الاثنين.",
    "قتل جنديان في كمين الاثنين. قال مصدر إن المسلحين لغموا الطريق.",
    "قتل جنديان في كمين الثلاثاء وثالث اليوم. قال مصدر إن المسلحين لغموا الطريق.",
    "أعلن الجيش الثلاثاء مقتل جنديين. قال مصدر إن المسلحين لغموا الطريق.",
    "انسحب اللواء أمس. قتل جنديان في كمين الثلاثاء. قال مصدر إن المسلحين لغموا الطريق.",
    "قتل جنديان في كمين الثلاثاء. نصب في الجبل. قال مصدر إن المسلحين لغموا الطريق.",
    "قتل جنديان غداة هدنة. قال مصدر إن المسلحين لغموا الطريق.",
    "ينسحب اللواء غدا. قال مصدر إن المسلحين لغموا الطريق.",
    "قتل جنديان في كمين منذ الثلاثاء. قال مصدر إن المسلحين لغموا الطريق.",
])
def test_other_days_before_a_sentence_are_not_that_of_a_lead(text: str) -> None:
    """Neither a day of old or to come, one of two, that of a saying, nor one beside another is handed on."""
    reach, last = whole(text)
    assert reach.of_lead_before(last) is None


@pytest.mark.parametrize(("text", "once"), [
    ("وسبق أن هاجم مسلحون الحاجز.", True),
    ("وسبق للفصيل أن هاجم الحاجز.", True),
    ("قال إن الجيش سبق له هاجم الحاجز.", True),
    # what was before the deed, and what another clause says
    ("وسبق ذلك اشتباك حتى هاجم الحاجز.", False),
    ("وسبق أن انسحب اللواء، ثم هاجم الحاجز.", False),
    ("هاجم الحاجز وسبق أن انسحب.", False),
    ("وسبق أن نصب قرب القرية الغربية في الجبل مخيم هاجم الحاجز.", False),
])
def test_what_was_done_once_before(text: str, once: bool) -> None:
    """ "It had happened before that" tells what was done once, not that something came before another."""
    reach, last = whole(text)
    assert reach.told_before(next(i for i, t in enumerate(reach.tokens) if t.norm == "هاجم"), last) == once


@pytest.mark.parametrize(("text", "high"), [
    ("المعبر مغلق منذ آذار الماضي، عندما هاجم مسلحون الحاجز.", "2018-03-31"),
    ("المعبر مغلق منذ آذار الماضي في أعقاب مداهمة هاجم فيها مسلحون الحاجز.", "2018-03-31"),
    # since then until now: nothing tells what began, or it is told farther on, or the deed goes on since then
    ("منذ آذار الماضي هاجم مسلحون الحاجز.", "2018-04-18"),
    ("منذ آذار الماضي يرابط في التلة رماة، وعندما هاجم مسلحون الحاجز.", "2018-04-18"),
    ("هاجم مسلحون الحاجز منذ آذار الماضي، عندما انسحب اللواء.", "2018-04-18"),
    ("منذ شهرين، عندما هاجم مسلحون الحاجز.", "2018-04-18"),
])
def test_when_behind_since_tells_what_began_then(text: str, high: str) -> None:
    """What stands behind "since May, when" was in May; what has gone on since May lasts until now."""
    (found,) = seen(text, "هاجم")
    assert str(found.mention.latest) == high


LASTING = ("نددت", "هاجم", "اغتالوا")


def of_verbs(text: str, word: str, *triggers: str) -> list[str]:
    """The dates that are seen from a word of a sentence whose verbs are known, and other words of deeds."""
    tokens = tokenize(text)
    doc = find_times(Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens,
                              sentences=split_sentences(text, tokens)))
    verbs = [i for i, t in enumerate(tokens) if t.norm in LASTING]
    at = [next(i for i, t in enumerate(tokens) if t.start == text.index(w)) for w in (word, *triggers)]
    return [d.mention.rule for d in Reach(doc, at, verbs).of_sentence(at[0], 0)]


@pytest.mark.parametrize(("text", "word", "triggers"), [
    ("هاجم مسلحون الحاجز في النزاع المستمر منذ 2014.", "هاجم", ()),
    ("هاجم مسلحون خط الهدنة الموقعة في عام 1974.", "هاجم", ()),
    ("الكمين الذي نصب في القرى الخاضعة لسيطرتهم منذ 2014.", "الكمين", ()),
    ("دورية قرب مكان الكمين في الحرب الدائرة منذ 2014.", "دورية", ("الكمين",)),
])
def test_what_lasts_since_a_time_has_it_alone(text: str, word: str, triggers: tuple[str, ...]) -> None:
    """The time since which something else lasts, or at which it was signed, is none of a deed's before it."""
    assert of_verbs(text, word, *triggers) == []


@pytest.mark.parametrize(("text", "word"), [
    # the deed itself lasts, or was signed
    ("سقط قتلى في المعارك المستمرة منذ 2014.", "المعارك"),
    ("اعترضت القيادة على وقف القتال الموقع في عام 1974.", "وقف"),
    # a day behind what lasts, a comma, a word farther on, the lasting before the deed
    ("هاجم مسلحون الأحياء المحاصرة الاثنين.", "هاجم"),
    ("هاجم مسلحون الأحياء المحاصرة، منذ الاثنين.", "هاجم"),
    ("هاجم مسلحون من القرى المحاصرة في تلال الجبل الغربي منذ الاثنين.", "هاجم"),
    ("وفي الحي المحاصر هاجم مسلحون الحاجز منذ الاثنين.", "هاجم"),
])
def test_what_a_deed_has_beside_what_lasts(text: str, word: str) -> None:
    """A time is the deed's where it is the deed that lasts, or where nothing ties it to what lasts."""
    assert len(of_verbs(text, word)) == 1


@pytest.mark.parametrize(("text", "word", "left"), [
    ("أطلقوا أعنف قصف منذ 2014.", "قصف", 0),
    ("قتل جنديان في أسوأ يوم منذ حرب الجبل عام 2014.", "قتل", 0),
    ("هو الأعنف منذ 2014 كمين نصب هنا.", "كمين", 0),
    # what stands behind "since", what began then, a count, a comma, the word far off, no such word
    ("هو أسوأ يوم منذ حرب الجبل عام 2014.", "حرب", 1),
    ("هو الأعنف منذ شهرين، حين نصب كمين هنا.", "كمين", 1),
    ("هو الأعنف منذ حرب الجبل عام 2014، وفيه كمين.", "كمين", 1),
    ("أصاب القصف أكثر من مئة منذ 2014.", "القصف", 1),
    ("وهو الأعنف، يتواصل القصف منذ 2014.", "القصف", 1),
    ("ثاني أكبر مدينة في البلاد والجبل الغربي تحت القصف منذ 2014.", "القصف", 1),
    ("أصاب القصف مئة منذ 2014.", "القصف", 1),
    ("نصب كمين بعد أسوأ يوم منذ حرب الجبل، وتكرر في 2014.", "كمين", 1),
    ("نصب كمين بعد أسوأ يوم منذ حرب الجبل الغربي في قرية كانت هادئة كلها عام 2014.", "كمين", 1),
])
def test_since_when_there_was_nothing_like_it(text: str, word: str, left: int) -> None:
    """The time since which something is the worst is no deed's but that of what stands behind "since"."""
    assert len(seen(text, word)) == left


def test_the_time_since_which_a_place_is_held_is_none_of_a_deeds() -> None:
    """The time since which a place has been besieged is not that of the shelling of it; that of shelling is."""

    def dated(text: str, word: str) -> bool:
        document = read_document(text, published=dt.date(2018, 4, 18))
        at = next(i for i, t in enumerate(document.tokens or ()) if t.start == text.index(word))
        return bool(Reach(document, [at]).of_sentence(at, 0))

    assert not dated("أسفر قصف مدينة الباب المحاصرة منذ 2014 عن قتيل.", "قصف")
    assert dated("أسفر القصف المستمر منذ 2014 عن قتيل.", "القصف")


def test_the_day_of_a_papers_edition_dates_nothing() -> None:
    """A day behind "issued" is that of papers; without the word it is the event's."""
    assert seen("تناولت الصحف الصادرة الثلاثاء هجوم الأنبار.", "هجوم") == []
    assert len(seen("تناولت الصحف الثلاثاء هجوم الأنبار.", "هجوم")) == 1


def whole(text: str, published: dt.date | None = dt.date(2018, 4, 18)) -> tuple[Reach, int]:
    """What the dates of a text reach, and its last sentence."""
    tokens = tokenize(text)
    doc = Document(text, "t", published=published, tokens=tokens, sentences=split_sentences(text, tokens))
    assert doc.sentences is not None
    return Reach(find_times(doc), ()), len(doc.sentences) - 1
