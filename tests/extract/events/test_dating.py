import datetime as dt

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document, Factuality, PlaceMention, TimeArgument, Trigger
from sijill.extract.clauses.view import View
from sijill.extract.events.date_reach import Reach
from sijill.extract.events.dating import Dater
from sijill.extract.times.times import find_times
from sijill.replacing import replace

WEDNESDAY = dt.date(2018, 4, 18)


def viewed(text: str, published: dt.date | None = WEDNESDAY) -> View:
    tokens = tokenize(text)
    doc = Document(text, "t", published=published, tokens=tokens, sentences=split_sentences(text, tokens))
    return View(find_times(doc), ())


def told_by(view: View, word: str, kind: str = "Armed clash") -> Trigger:
    """The word as a trigger, in the form that the lexicon knows it in."""
    start = view.document.text.index(word)
    at = view.token_at(start)
    hit = view.hits[at]
    lemma, form = (hit.lemmas[0].name, hit.form) if hit is not None else (word, "noun")
    return Trigger(start, start + len(word), at, lemma, form, "agent_patient", kind, 1.0, "test")


def dated(text: str, trigger: str, *others: str, planned: bool = False,
          published: dt.date | None = WEDNESDAY) -> TimeArgument:
    view = viewed(text, published)
    told: Factuality = "planned" if planned else "asserted"
    event = told_by(view, trigger)
    return Dater(view, [event, *(told_by(view, other) for other in others)]).date(event, told)


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


@pytest.mark.parametrize(("text", "low"), [
    ("استولى المقاتلون على الميناء في أيلول.", "2017-09-01"),
    ("استولى المقاتلون على الميناء في 9 أيار.", "2017-05-09"),
    ("استولى المقاتلون على الميناء في آذار.", "2018-03-01"),
    ("استولى المقاتلون على الميناء في أيلول 2016.", "2016-09-01"),
])
def test_done_in_a_month_to_come(text: str, low: str) -> None:
    """What a verb tells as done in a month that is yet to come was done in that of last year."""
    assert days(dated(text, "استولى"))[0] == low


def test_a_day_to_come_is_none_of_what_was_done() -> None:
    """What will be in the next hours is no date of what a clause behind a comma tells as done; of a plan it is."""
    text = "توقع الناطق أن تشهد الساعات المقبلة هدوءا، وأن كتيبته عززت مواقعها."
    assert dated(text, "عززت").rule == "news"
    assert dated("قصف المقاتلون القرية قبل قمة الأحد المقبل.", "قصف").rule == "news"
    assert dated("يستعد الفصيل خلال الساعات المقبلة لاقتحام البلدة.", "اقتحام", planned=True).start is not None


def test_a_day_to_come_of_another_sentence_is_that_of_a_plan() -> None:
    """What a verb tells as done was not on a day to come that the sentence before names; what is planned may be."""
    view = viewed("تنعقد القمة الأحد المقبل. وقصف المقاتلون القرية.")
    event = told_by(view, "قصف")
    starts = [{o.time.start for o in Dater(view, [event]).options(event, told)} for told in ("asserted", "planned")]
    assert starts[0] == {None}
    assert starts[1] > {None}


def test_a_day_to_come_is_none_of_a_noun_behind_a_comma() -> None:
    """A noun behind a comma has not the day to come before it for an option; in the clause of that day it has."""
    for text, own in (("تنعقد القمة الأحد المقبل، وأسفر هجوم عن دمار واسع.", False),
                      ("يتوقع السكان الأحد المقبل وقوع هجوم واسع.", True)):
        view = viewed(text)
        event = told_by(view, "هجوم")
        assert any(option.own for option in Dater(view, [event]).options(event, "asserted")) is own


def test_a_leap_day_to_come_was_the_day_before_last_year() -> None:
    """The 29th of February that is yet to come is told of the 28th of last year, which has no 29th."""
    found = dated("استولى المقاتلون على البلدة في 29 شباط.", "استولى", published=dt.date(2020, 2, 10))
    assert days(found)[0] == "2019-02-28"


def test_day_of_old_in_a_clause_of_another_sentence() -> None:
    """A day of old in a relative clause dates nothing in the next sentence, the day before the news may."""
    asked = "قصف", "أخرجهم"
    old = "دخل الجنود البلدة التي أخرجهم المقاتلون، في شباط الماضي، منها. وأسفر قصف عن دمار واسع."
    assert dated(old, *asked).start is None
    view = viewed(old)
    event = told_by(view, "قصف")
    starts = {o.time.start for o in Dater(view, [event, told_by(view, "أخرجهم")]).options(event, "asserted")}
    assert starts == {None}
    view = viewed(old.replace("في شباط الماضي", "أمس"))
    event = told_by(view, "قصف")
    starts = {o.time.start for o in Dater(view, [event]).options(event, "asserted")}
    assert len(starts) == 2


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


def test_days_of_events_told_on() -> None:
    """A part of events told before has their day, though its own sentence has none."""
    text = "شهدت المدينة يوم الخميس سلسلة هجمات دامية. وفي أول هذه الهجمات، اقتحم مسلحون المحكمة."
    assert days(dated(text, "اقتحم", "هجمات")) == ("2018-04-12", "2018-04-12")


def test_other_news_beside_a_dated_event() -> None:
    """News that takes nothing up has not the day of what another sentence tells."""
    view = viewed("قتل جندي في انفجار الجمعة الماضية. ومن جهة أخرى، سيطرت القوات على التلة المطلة على القرية.")
    taken = told_by(view, "سيطرت", "Government regains territory")
    assert Dater(view, [told_by(view, "انفجار"), taken]).date(taken).rule == "news"


def test_background_has_no_day() -> None:
    """What had been, told at the end of an article without a date, is background: no bounds (codebook section 3)."""
    view = viewed("نزح مئات الأشخاص من القرى. وقال مسؤول إن المنطقة تعاني نقصا في الماء والدواء منذ سنوات. "
                  "وكانت القوات قد سيطرت على معظم أحياء المدينة.")
    taken = told_by(view, "سيطرت", "Government regains territory")
    found = Dater(view, [told_by(view, "نزح"), taken]).date(taken)
    assert (found.rule, *days(found)) == ("background", "None", "None")


def test_no_option_is_offered_twice() -> None:
    """Every date comes into question once, and news and no day always do; a plan is no news."""
    view = viewed("قصفت المدفعية القرية السبت. وانسحب المقاتلون منها الأحد. وقصفت طائرة الجسر.")
    first, last = told_by(view, "قصفت"), told_by(view, "وقصفت")
    dater = Dater(view, [first, last])
    rules = [o.time.rule for o in dater.options(last, "asserted")]
    assert rules.count("weekday") == 2 and rules[-2:] == ["news", "background"]
    assert [o.time.rule for o in dater.options(last, "planned")][-1] == "planned"
    assert "news" not in [o.time.rule for o in dater.options(last, "planned")]


@pytest.mark.parametrize(("text", "trigger", "low", "high"), [
    ("قصفت طائرات حربية مواقع قرب الجسر فجر اليوم.", "قصفت", "2018-04-18", "2018-04-18"),
    ("سيطرت القوات اليوم على التلة المطلة على القرية.", "سيطرت", "2018-04-18", "2018-04-18"),
    ("انفجرت عبوة ناسفة في السوق صباح اليوم الأربعاء.", "انفجرت", "2018-04-18", "2018-04-18"),
    ("استهدفت غارة منزلا قرب السوق ليلة أمس.", "غارة", "2018-04-17", "2018-04-18"),
])
def test_today_and_last_night_are_dates(text: str, trigger: str, low: str, high: str) -> None:
    """Words for the day of publication, or the night before, date an event and are its span."""
    found = dated(text, trigger)
    assert found.start is not None and days(found) == (low, high)


@pytest.mark.parametrize("text", [
    "قال الجيش الأحد إنه سيقصف مواقع قرب الجسر.",
    "قال متحدث قبل أسبوع إن الطيران سيقصف الجسر.",
])
def test_a_plan_is_for_no_day_before_it_was_told(text: str) -> None:
    """The day on which a plan was told is not the plan's."""
    found = dated(text, "سيقصف", planned=True)
    assert (found.rule, *days(found)) == ("planned", "None", "None")


def test_what_goes_on_since_then_lasts_to_the_day_of_the_news() -> None:
    """"Since the attack began on the 3rd": the flight is from then to the news, the attack is of that day."""
    text = "نزح ألف شخص منذ بدء الهجوم في 3 نيسان."
    assert days(dated(text, "نزح", "الهجوم")) == ("2018-04-03", "2018-04-18")
    assert days(dated(text, "الهجوم", "نزح")) == ("2018-04-03", "2018-04-03")
    assert days(dated("نزح ألف شخص في 3 نيسان.", "نزح")) == ("2018-04-03", "2018-04-03")


def located(text: str, place: str, trigger: str, other: str) -> tuple[str, str]:
    """The days of a trigger in a text of which one place is known."""
    view = viewed(text)
    start = text.index(place)
    at = view.token_at(start)
    mention = PlaceMention(start, start + len(place), at, at + 1, place, None, "whole", None, "test", 1.0)
    view = View(replace(view.document, places=(mention,)), ())
    event = told_by(view, trigger)
    return days(Dater(view, [event, told_by(view, other)]).date(event))


def test_the_date_of_a_clause_that_tells_of_a_place_is_its_own() -> None:
    """"Shelled the quarter that was stormed last week": the storming was last week, the shelling is news."""
    text = "قصفت الطائرات حي السكري الذي اقتحمته القوات الأسبوع الماضي."
    assert located(text, "السكري", "قصفت", "اقتحمته") == ("2018-04-17", "2018-04-18")
    assert located(text, "السكري", "اقتحمته", "قصفت") == ("2018-04-09", "2018-04-15")


def test_one_of_these_is_of_the_day_of_the_many() -> None:
    """All that a sentence tells as "one of these attacks" happened on the day that the sentence before names."""
    told = "هزت العاصمة يوم الأحد سلسلة تفجيرات. وفي أحد هذه التفجيرات انفجرت شاحنة قرب الجسر، بينما دمرت عبوة مقهى."
    assert days(dated(told, "انفجرت")) == ("2018-04-15", "2018-04-15")
    assert days(dated(told, "دمرت")) == ("2018-04-15", "2018-04-15")
    assert dated(told, "انفجرت", planned=True).latest is None
    house = "هزت العاصمة يوم الأحد سلسلة تفجيرات. وفي أحد هذه المنازل انفجرت أسطوانة غاز."
    assert days(dated(house, "انفجرت")) == ("2018-04-17", "2018-04-18")


def test_a_weekday_behind_a_plan_is_the_next_of_its_name() -> None:
    """A day of the week right behind what is planned is to come; before it, or of another clause, it is not moved, nor
    is a date of another sort."""
    assert days(dated("سيعقد الطرفان اجتماعا يوم الجمعة.", "اجتماعا", planned=True)) == ("2018-04-20", "2018-04-20")
    assert days(dated("عقد الطرفان اجتماعا يوم الجمعة.", "اجتماعا")) == ("2018-04-13", "2018-04-13")
    before = "قال القائد يوم الجمعة إن الطرفين سيعقدان اجتماعا."
    assert dated(before, "اجتماعا", planned=True).latest is None
    other = "سيعقد الطرفان اجتماعا بعدما انسحب اللواء يوم الجمعة."
    assert dated(other, "اجتماعا", "انسحب", planned=True).latest is None
    other = "سيعقد الطرفان اجتماعا، بحسب ما انسحب اللواء يوم الجمعة."
    assert dated(other, "اجتماعا", "انسحب", planned=True).latest is None
    assert days(dated("سيعقد الطرفان اجتماعا في 20 نيسان.", "اجتماعا", planned=True)) == ("2018-04-20", "2018-04-20")
    assert days(dated("سيعقد الطرفان اجتماعا أمس.", "اجتماعا", planned=True)) == ("2018-04-17", "2018-04-17")


@pytest.mark.parametrize(("text", "earliest"), [
    ("كان من المقرر أن يعقد الطرفان اجتماعا يوم الجمعة.", "None"),
    ("وكانت البعثة دعت إلى اجتماع يوم الجمعة.", "None"),
    ("حاول الطرفان عقد اجتماع يوم الجمعة.", "None"),
    ("يحاول الطرفان عقد اجتماع يوم الجمعة.", "2018-04-20"),
    ("قال الضابط الذي كان هناك إن اجتماعا سيعقد يوم الجمعة.", "2018-04-20"),
])
def test_a_plan_that_is_past_was_for_no_day_to_come(text: str, earliest: str) -> None:
    """The weekday of what "was to be" or was tried is not the next of its name; of what is to be it is."""
    word = "اجتماعا" if "اجتماعا" in text else "اجتماع"
    assert str(dated(text, word, planned=True).earliest) == earliest


@pytest.mark.parametrize(("told", "word", "rule"), [
    ("وتدور اشتباكات على أطراف المخيم.", "اشتباكات", "news"),
    ("ويحاصر الفصيل المخيم من ثلاث جهات.", "يحاصر", "news"),
    ("ودارت اشتباكات على أطراف المخيم.", "اشتباكات", "day"),
    ("وكانت تدور اشتباكات على أطراف المخيم.", "اشتباكات", "day"),
    ("وتتواصل اشتباكات على أطراف المخيم.", "اشتباكات", "news"),
    # what goes on is in the clause before
    ("وما زال الأهالي ينتظرون، ودارت اشتباكات على أطراف المخيم.", "اشتباكات", "day"),
])
def test_what_goes_on_was_not_on_a_day_that_is_over(told: str, word: str, rule: str) -> None:
    """The day before that another sentence names is an option for what was done, and none for what goes on."""
    view = viewed("قصف المقاتلون القرية أمس. " + told)
    events = [told_by(view, one) for one in ("قصف", word)]
    rules = {option.time.rule for option in Dater(view, events).options(events[1], "asserted")}
    assert ("day" in rules) == (rule == "day")


@pytest.mark.parametrize(("text", "statement"), [
    ("أعلن الجيش مقتل ثلاثة جنود الاثنين في هجوم على قافلة.", False),
    ("أعلنت مصادر عن إصابة ستة أشخاص مساء الاثنين في هجوم على قافلة.", False),
    ("أعلن الجيش الاثنين مقتل ثلاثة جنود في هجوم على قافلة.", True),
    ("أعلن الجيش في بيان الاثنين أن هجوما وقع.", True),
])
def test_a_day_behind_the_death_of_is_not_that_of_the_statement(text: str, statement: bool) -> None:
    """The day behind those whose death is announced is that of the deed; right behind who announces, of the saying."""
    reach = Reach(viewed(text).document, [])
    ((first, _, _),) = [date for dates in reach.dates.values() for date in dates]
    assert reach.dates_speech(first) is statement


def kinds(text: str, word: str, *others: str) -> set[str]:
    """How the dates of other sentences come into question for an event."""
    view = viewed(text)
    event = told_by(view, word)
    dater = Dater(view, [event, *(told_by(view, other) for other in others)])
    return {kind for kind, _, _ in dater._elsewhere(event, view.sentence_at[event.token])}


def test_dates_of_the_deeds_before_and_behind_come_into_question() -> None:
    """The date of another word of an event's type may be its own, before it and behind it, not that of its sentence."""
    text = "اندلعت اشتباكات يوم الثلاثاء. وقصف الجيش الحي. ثم دارت معارك يوم الأحد."
    assert {"told:type", "to_tell:type"} <= kinds(text, "قصف", "اشتباكات", "معارك")
    assert not {"told:type", "to_tell:type"} & kinds(text, "قصف")


def test_only_so_many_deeds_are_asked_for_their_dates() -> None:
    """In a very long text the date of a deed behind hundreds of others is not asked for."""
    text = "دارت معارك يوم الأحد. " + "قصف الجيش الحي. " * 310
    view = viewed(text)
    starts = [view.token_at(at) for at in range(len(text)) if text.startswith("قصف", at)]
    shelling = told_by(view, "قصف")
    triggers = [told_by(view, "معارك"), *(replace(
        shelling, token=at, start=view.tokens[at].start, end=view.tokens[at].end) for at in starts)]
    dater = Dater(view, triggers)
    near, far = ({kind for kind, _, _ in dater._elsewhere(one, view.sentence_at[one.token])}
                 for one in (triggers[1], triggers[-1]))
    assert "told:type" in near and "told:type" not in far


def test_what_was_said_earlier_is_news() -> None:
    """What somebody said earlier is of the day of the news or the day before; what was done earlier is before it."""
    assert days(dated("وفي وقت سابق قالت القيادة إن المقاتلات قصفت الجسر.", "قصفت")) == ("2018-04-17", "2018-04-18")
    assert days(dated("أكدت مصادر في وقت سابق قصف الجسر.", "قصف")) == ("2018-04-17", "2018-04-18")
    assert dated("وفي وقت سابق قصفت المقاتلات الجسر.", "قصفت").earliest is None


def test_news_behind_the_lead_is_of_its_day() -> None:
    """News without a day right behind the lead is of its day."""
    text = "قتل جنديان في كمين الثلاثاء. وقال مصدر إن المسلحين استهدفوا رتلا."
    found = dated(text, "استهدفوا", "كمين")
    assert (text[found.start : found.end], *days(found)) == ("الثلاثاء", "2018-04-17", "2018-04-17")


def test_what_had_been_done_once_before_has_no_day() -> None:
    """What "had been done once before" without a day is no news; with one it has that."""
    assert dated("وسبق أن هاجم مسلحون الحاجز.", "هاجم").rule == "background"
    assert dated("هاجم مسلحون الحاجز.", "هاجم").rule == "news"
    assert days(dated("وسبق أن هاجم مسلحون الحاجز في 3 آذار.", "هاجم"))[0] == "2018-03-03"


def test_the_day_of_a_saying_without_a_day_of_publication_dates_nothing() -> None:
    """Where the day of the news is not known, that of a saying is no span of an event's; a month or its own day is."""
    text = "أعلنت القيادة الاثنين أن قواتها هاجمت الحاجز."
    assert dated(text, "هاجمت", published=None) == TimeArgument(None, None, None, None, "statement")
    assert dated("هاجمت القوات الاثنين الحاجز.", "هاجمت", published=None).start is not None
    assert dated("أعلنت القيادة الشهر الماضي أن قواتها هاجمت الحاجز.", "هاجمت", published=None).start is not None
    found = dated("أعلنت القيادة في 3 آذار 2015 أن قواتها هاجمت الحاجز.", "هاجمت", published=None)
    assert days(found) == ("2015-03-02", "2015-03-03")


@pytest.mark.parametrize(("day", "low", "high"), [
    ("ليل الأحد الاثنين", "2018-04-15", "2018-04-16"),
    ("اليوم الأحد", "2018-04-17", "2018-04-18"),  # not the day that it is
])
def test_the_two_days_of_a_saying_are_no_span(day: str, low: str, high: str) -> None:
    """A night in which something was said, or a day of it that is not sure, bounds the event and is not its span."""
    found = dated(f"أعلنت القيادة {day} أن قواتها هاجمت الحاجز.", "هاجمت")
    assert (found.start, found.rule, *days(found)) == (None, "statement", low, high)
    assert dated("أعلنت القيادة خلال 24 ساعة أن قواتها هاجمت الحاجز.", "هاجمت").rule != "statement"


@pytest.mark.parametrize(("text", "word", "kind", "low"), [
    ("أعلنت القيادة الاثنين هدنة في المدينة.", "هدنة", "Agreement", "2018-04-16"),
    ("أعلنت الوزارة الاثنين إصابة شابين خلال مظاهرة في المدينة.", "مظاهرة", "Peaceful protest", "2018-04-16"),
    ("قالت القيادة الاثنين إن الفصيل وافق على الخروج.", "وافق", "Agreement", "2018-04-15"),
    ("أعلنت القيادة الاثنين هجوما على المدينة.", "هجوما", "Armed clash", "2018-04-15"),
])
def test_what_is_announced_is_of_the_day_of_the_saying(text: str, word: str, kind: str, low: str) -> None:
    """An accord or a protest that a noun names is of the day it is told on; other deeds may be of the one before."""
    view = viewed(text)
    event = told_by(view, word, kind)
    assert days(Dater(view, [event]).date(event)) == (low, "2018-04-16")


@pytest.mark.parametrize(("word", "kind", "rule"), [
    ("هدنة", "Agreement", "weekday"), ("هجوم", "Armed clash", "statement"),
])
def test_what_is_announced_in_a_night_is_of_that_night(word: str, kind: str, rule: str) -> None:
    """An accord that a noun names keeps the night it is announced in, which only bounds another deed."""
    view = viewed(f"أعلنت القيادة ليل الأحد الاثنين عن {word} في المدينة.")
    event = told_by(view, word, kind)
    assert Dater(view, [event]).date(event).rule == rule


@pytest.mark.parametrize(("text", "high"), [
    ("- قتل جنديان في كمين الثلاثاء.\n- هاجم مسلحون الحاجز.", "2018-04-18"),
    ("- قصفت الطائرات الجسر أمس.\n- نهب لصوص متجرا.\n  • هاجم مسلحون الحاجز.", "2018-04-18"),
    # the heading of the list, and the same item
    ("قتل جنديان في كمين الثلاثاء.\n- هاجم مسلحون الحاجز.", "2018-04-17"),
    ("- قتل جنديان في كمين الثلاثاء. هاجم مسلحون الحاجز.", "2018-04-17"),
])
def test_the_day_of_another_item_of_a_list(text: str, high: str) -> None:
    """The day of one item of a list is none of another's; what stands before the list dates its items."""
    assert str(dated(text, "هاجم", *(word for word in ("كمين", "قصفت") if word in text)).latest) == high


def test_without_a_day_of_publication_the_same_words_are_chosen() -> None:
    """Whether or not the day of publication is known, an event's time is in the same words."""
    text = "قصفت المدفعية البلدة صباح اليوم الأربعاء. وقبل أيام، زادت الطائرات قصفها على الريف."
    with_day, without = (dated(text, "قصفها", "قصفت", published=day) for day in (WEDNESDAY, None))
    assert text[without.start : without.end] == text[with_day.start : with_day.end] == "قبل أيام"
    assert days(without) == ("None", "None")


def test_a_day_of_no_year_is_none_of_another_sentences() -> None:
    """What is said "today 3 March" is no news of the 3 March of a year that is told of."""
    text = "أعلن الجيش اليوم 3 آذار أن مسلحين هاجموا الحاجز. وأحيا السكان ذكرى كمين 3 آذار 2015."
    assert days(dated(text, "هاجموا", "كمين", published=None)) == ("None", "None")
