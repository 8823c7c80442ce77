import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document, TimeMention
from sijill.extract.times.times import find_times

WEDNESDAY = dt.date(2018, 4, 18)


def times(text: str, published: dt.date | None = WEDNESDAY) -> tuple[TimeMention, ...]:
    tokens = tokenize(text)
    doc = Document(text, "t", published=published, tokens=tokens, sentences=split_sentences(text, tokens))
    found = find_times(doc).times
    assert found is not None
    return found


def bounds(phrase: str, published: dt.date | None = WEDNESDAY) -> list[tuple[str | None, str | None]]:
    found = times(f"انفجرت عبوة {phrase} قرب البلدة", published)
    return [(m.earliest and m.earliest.isoformat(), m.latest and m.latest.isoformat()) for m in found]


@pytest.mark.parametrize(("phrase", "day"), [
    ("اليوم", "2018-04-18"), ("فجر اليوم", "2018-04-18"), ("أمس", "2018-04-17"),
    ("مساء أمس الثلاثاء", "2018-04-17"),
    ("أول من أمس", "2018-04-16"), ("أمس الأول", "2018-04-16"), ("غدا", "2018-04-19"),
    ("قبل أربعة أيام", "2018-04-14"), ("قبل أسبوعين", "2018-04-04"),
    ("اليوم، الأربعاء 18 من نيسان", "2018-04-18"),
])
def test_days_count_from_publication(phrase: str, day: str) -> None:
    """A day named by its distance is that many days from the day of publication."""
    assert bounds(phrase) == [(day, day)]


@pytest.mark.parametrize(("phrase", "day"), [
    ("الأربعاء", "2018-04-18"), ("صباح الثلاثاء", "2018-04-17"), ("الأربعاء الماضي", "2018-04-11"),
    ("يوم الخميس الفائت", "2018-04-12"), ("الإثنين الجاري", "2018-04-16"), ("الجمعة المقبل", "2018-04-20"),
    ("الاثنين من الأسبوع الماضي", "2018-04-09"), ("في وقت سابق السبت", "2018-04-14"),
])
def test_weekday_is_the_last_one(phrase: str, day: str) -> None:
    """A weekday is the last such day up to publication, before it if past, after it if coming."""
    assert bounds(phrase) == [(day, day)]


@pytest.mark.parametrize(("phrase", "low", "high"), [
    ("الليل قبل الماضي", "2018-04-16", "2018-04-17"),
    ("ليلة أمس", "2018-04-17", "2018-04-18"), ("الليلة الماضية", "2018-04-17", "2018-04-18"),
    ("بعد منتصف ليل أمس", "2018-04-17", "2018-04-18"), ("ليل الجمعة - السبت", "2018-04-13", "2018-04-14"),
    ("ليل السبت", "2018-04-14", "2018-04-15"),
])
def test_a_night_reaches_into_the_next_day(phrase: str, low: str, high: str) -> None:
    """A night spans its evening and the day that it ends in, but never a day after publication."""
    assert bounds(phrase) == [(low, high)]


def test_weekday_against_publication() -> None:
    """A weekday that the day of publication contradicts means the day before it or that day."""
    assert bounds("اليوم الجمعة") == [("2018-04-17", "2018-04-18")]


@pytest.mark.parametrize(("phrase", "low", "high"), [
    ("منذ أسبوع", "2018-04-11", "2018-04-18"), ("خلال الأيام الثلاثة الماضية", "2018-04-15", "2018-04-18"),
    ("خلال الأيام الماضية", "2018-04-13", "2018-04-18"),
    ("خلال الـ48 ساعة الماضية", "2018-04-16", "2018-04-18"),
    ("الساعات الثماني والأربعين الماضية", "2018-04-16", "2018-04-18"),
    ("لليوم الرابع", "2018-04-15", "2018-04-18"),
    ("منذ 18 شباط/فبراير", "2018-02-18", "2018-04-18"), ("منذ عام 2012", "2012-01-01", "2018-04-18"),
    ("من 19 شباط إلى 23 آذار", "2018-02-19", "2018-03-23"),
    ("في شهري شباط وآذار", "2018-02-01", "2018-03-31"),
])
def test_lengths_and_ranges(phrase: str, low: str, high: str) -> None:
    """A length of time ends on the day of publication; a range has both of its ends."""
    assert bounds(phrase) == [(low, high)]


@pytest.mark.parametrize(("phrase", "low", "high"), [
    ("الأسبوع الماضي", "2018-04-09", "2018-04-15"), ("الشهر الماضي", "2018-03-01", "2018-03-31"),
    ("الشهر الجاري", "2018-04-01", "2018-04-18"), ("مطلع الشهر", "2018-04-01", "2018-04-10"),
    ("منتصف الشهر الماضي", "2018-03-13", "2018-03-17"), ("أواخر العام الماضي", "2017-10-01", "2017-12-31"),
    ("نهاية عام 2017", "2017-12-01", "2017-12-31"), ("العام الماضي", "2017-01-01", "2017-12-31"),
    ("عام 2007", "2007-01-01", "2007-12-31"), ("في 2014", "2014-01-01", "2014-12-31"),
    ("صيف 2014", "2014-06-01", "2014-08-31"), ("في وقت سابق هذا العام", "2018-01-01", "2018-04-18"),
])
def test_weeks_months_and_years(phrase: str, low: str, high: str) -> None:
    """Weeks begin on Monday, months and years are whole, and current ones end on publication."""
    assert bounds(phrase) == [(low, high)]


@pytest.mark.parametrize("phrase", [
    "5 كانون الثاني 2017", "5 يناير 2017", "5 جانفي 2017", "5 يناير/كانون الثاني 2017", "5 أي النار 2017",
    "٥ يناير ٢٠١٧", "5كانون الثاني /يناير2017", "الـ5 من كانون الثاني (يناير) 2017",
    "الخامس من يناير عام 2017",
    "الخميس 5-1-2017", "2017-01-05", "5/1/2017", "5.1.2017", "5/كانون الثاني/2017", "۷ ربيع الثاني ۱۴۳۸هـ",
])
def test_one_day_in_many_spellings(phrase: str) -> None:
    """Every calendar of month names, every order of figures and every script of digits gives the same day."""
    day = "2017-01-05"
    assert bounds(phrase) == [(day, day)]


@pytest.mark.parametrize(("phrase", "first"), [
    ("غشت 2016", "2016-08-01"), ("شتنبر 2016", "2016-09-01"), ("دجنبر 2016", "2016-12-01"),
    ("أوت 2016", "2016-08-01"),
    ("تشرين أول 2016", "2016-10-01"), ("آب 2016", "2016-08-01"), ("شهر رمضان 1437", "2016-06-06"),
])
def test_month_names(phrase: str, first: str) -> None:
    """Maghrebi, Levantine and Hijri months begin on their first day."""
    assert bounds(phrase)[0][0] == first


@pytest.mark.parametrize(("phrase", "low", "high"), [
    ("في 25 حزيران الفائت", "2017-06-25", "2017-06-25"), ("18 مارس الماضي", "2018-03-18", "2018-03-18"),
    ("30 كانون الأول", "2017-12-30", "2017-12-30"), ("في 12 من الشهر الحالي", "2018-04-12", "2018-04-12"),
    ("العشرين من الشهر الماضي", "2018-03-20", "2018-03-20"), ("بين 3 و 5 مارس", "2018-03-03", "2018-03-05"),
    ("السادس والسابع من آذار", "2018-03-06", "2018-03-07"), ("من 3 إلى 5 آذار", "2018-03-03", "2018-03-05"),
    ("يوليو/ تموز الماضي", "2017-07-01", "2017-07-31"), ("أبريل العام الماضي", "2017-04-01", "2017-04-30"),
    ("سبتمبر المقبل", "2018-09-01", "2018-09-30"), ("يوم 5/4", "2018-04-05", "2018-04-05"),
])
def test_dates_without_a_year(phrase: str, low: str, high: str) -> None:
    """A date without a year takes the year that its relative, or nearness to publication, gives."""
    assert bounds(phrase) == [(low, high)]


@pytest.mark.parametrize("phrase", [
    "2015-13-45", "99/99/2015", "0/0/2000", "31 يونيو", "أكثر من 2000 مقاتل", "بين 10 و20 قتيلا",
    "من 3 إلى 5 قذائف",
    "قناة روسيا اليوم", "عين اليوم -", "في سوق الجمعة", "قبل 99999 عاما", "قبل يومين من الانتخابات",
    "اليوم الثاني من الهدنة",
    "مارس الضغط", "الدفعة الثامنة والأخيرة",
])
def test_what_is_no_date(phrase: str) -> None:
    """Impossible dates, counts, names and days of something else are no dates, and raise nothing."""
    assert bounds(phrase) == []


def test_unknown_publication() -> None:
    """Without a day of publication relative expressions have no bounds and absolute ones keep theirs."""
    assert bounds("أمس", None) == [(None, None)]
    assert bounds("الشهر الماضي", None) == [(None, None)]
    assert bounds("خلال الأيام الماضية", None) == [(None, None)]
    assert bounds("3 مايو", None) == [(None, None)]
    assert bounds("3 مايو 2016", None) == [("2016-05-03", "2016-05-03")]


def test_the_same_day() -> None:
    """"The same day" and "the next day" count from the last day that the text spoke of."""
    found = times("اندلعت مواجهات الأحد. وفي اليوم ذاته سقطت قذائف. وفي اليوم التالي ساد الهدوء.")
    assert [m.earliest and m.earliest.day for m in found] == [15, 15, 16]


@pytest.mark.parametrize(("phrase", "low", "high"), [
    ("أمس أو اليوم", "2018-04-17", "2018-04-18"), ("الجمعة أو السبت", "2018-04-13", "2018-04-14"),
    ("قبل نهاية الشهر", "2018-04-18", "2018-04-30"), ("نهاية الشهر", "2018-04-21", "2018-04-30"),
    ("أمس أو في البلدة", "2018-04-17", "2018-04-17"),
])
def test_one_of_two_days_and_a_term(phrase: str, low: str, high: str) -> None:
    """Of two days joined by "or" both are bounds; what is to be before the end of a time may be from today on."""
    assert bounds(phrase) == [(low, high)]


def test_what_ends_before_a_time_that_is_over_has_no_term() -> None:
    """ "Before the end of last month" is no term that runs from today."""
    assert all(low != "2018-04-18" for low, _ in bounds("قبل نهاية الشهر الماضي"))


@pytest.mark.parametrize(("text", "low", "high"), [
    ("سقطت البلدة اليوم الأربعاء بعد يوم واحد من سقوط القلعة.", "2018-04-17", "2018-04-17"),
    ("سقطت البلدة الثلاثاء. وجاء ذلك بعد أسبوع من سقوط القلعة.", "2018-04-10", "2018-04-10"),
    ("سقطت البلدة بعد يوم واحد من سقوط القلعة.", "2018-04-16", "2018-04-17"),
    # what was long before is no news from which days are counted
    ("سقطت البلدة في 3 آذار. وانسحب الفصيل بعد يوم واحد من سقوط القلعة.", "2018-04-16", "2018-04-17"),
    ("سقطت البلدة بعد ساعات من سقوط القلعة.", "2018-04-17", "2018-04-18"),
    ("سقطت البلدة بعد ثلاثة أيام على سقوط القلعة.", "2018-04-14", "2018-04-15"),
    ("سقطت البلدة بعد أسبوعين على سقوط القلعة.", "2018-04-03", "2018-04-05"),
])
def test_days_since_another_event(text: str, low: str, high: str) -> None:
    """Days are counted back from the day of the news that the text names, else from its bounds; hours shift none."""
    last = times(text)[-1]
    assert (last.rule, str(last.earliest), str(last.latest)) == ("elapsed", low, high)


def test_days_behind_which_no_event_is_named_count_from_none() -> None:
    """ "After two days, and on the hill" counts no days back from what is on the hill."""
    for text in ("سيطر الجيش على القرية بعد يومين وعلى التلة.", "غادر المقاتلون حمص بعد أسبوعين على الحدود.",
                 "وصل الجنود بعد يومين على متن مروحيات.", "سقطت القرية بعد أسبوعين على يد المسلحين."):
        assert all(t.rule != "elapsed" for t in times(text))


@pytest.mark.parametrize("phrase", ["أعلن الجيش المصري اليوم", "قصفت روسيا اليوم", "قصفت طائرات مدينة حلب اليوم"])
def test_today_behind_a_country(phrase: str) -> None:
    """ "Today" behind a country, its adjective or a town is the day of publication."""
    assert bounds(phrase) == [("2018-04-18", "2018-04-18")]


def test_span_is_the_raw_text() -> None:
    """A mention's offsets are those of its words in the raw text, marks and tatweel included."""
    text = "قُتل شخصان مســاء أمـس السبت"
    found = times(text)
    assert [text[m.start : m.end] for m in found] == ["مســاء أمـس السبت"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789-/. الـمنذقبلوفيعام أمسشهريومآبهـ،", max_size=60))
def test_nothing_raises(text: str) -> None:
    """No text makes the component raise, and bounds are in order."""
    for mention in times(text):
        if mention.earliest is not None and mention.latest is not None:
            assert mention.earliest <= mention.latest


@pytest.mark.parametrize(("phrase", "count"), [
    ("في مدينة 6 أكتوبر", 0), ("بمدينة السادس من أكتوبر", 0), ("في معسكر 17 فبراير", 0), ("من كتيبة 17 فبراير", 0),
    ("في 6 أكتوبر", 1), ("في المدينة في 6 أكتوبر", 1), ("في مدينة الجيزة 6 أكتوبر", 1),
])
def test_a_date_that_is_a_name_dates_nothing(phrase: str, count: int) -> None:
    """What a city, a camp or a brigade is called after is no date of what is told; the same day elsewhere is one."""
    assert len(bounds(phrase)) == count


def test_a_name_that_no_calendar_has_is_passed_over() -> None:
    """A city of the 31st of February dates nothing, and raises nothing."""
    assert bounds("في مدينة 31 فبراير") == []


@pytest.mark.parametrize(("words", "found"), [
    ("أمس أو 31 نيسان 2015", 1), ("أمس أو 1 محرم 1300 هجري", 1), ("في مدينة 1 محرم 1300", 0), ("في مدينة 31 نيسان", 0)])
def test_a_day_that_no_calendar_has_costs_itself_alone(words: str, found: int) -> None:
    """Beside another day, or as a name, a day that no calendar has, or knows, leaves what else is read."""
    assert [time.rule for time in times(f"قصف الجيش البلدة {words}.")].count("day") == found


@pytest.mark.parametrize("name", ['صحيفة "26 سبتمبر"', "صحيفة 26 سبتمبر", 'موقع "17 فبراير"', "جريدة 14 أكتوبر"])
def test_an_outlet_that_is_called_after_a_day_dates_nothing(name: str) -> None:
    """A newspaper's or site's name is no date; the same day without such a word is one."""
    assert times(f"ذكرت {name} أن القتال انتهى.") == ()
    assert bounds("26 سبتمبر") == [("2017-09-26", "2017-09-26")]


def test_a_weekday_settles_the_year_of_a_day_without_one() -> None:
    """Behind a day of another year "Sunday the 15th of April" is that of this year; a year that is said stays."""
    told = times("اعتقل في 2 أيار 1999، ثم قصفت البلدة يوم الأحد 15 نيسان، ودمرت يوم الأحد 16 نيسان 2016.")
    assert [str(m.earliest) for m in told] == ["1999-05-02", "2018-04-15", "2016-04-16"]


def test_and_is_no_part_of_a_date() -> None:
    """The span of a date begins behind an "and" that is written onto it, not behind another letter."""
    text = "قتل جندي السبت وأول من أمس، وقصف الحي بالأمس."
    tokens = tokenize(text)
    doc = Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens, sentences=split_sentences(text, tokens))
    assert [text[t.start : t.end] for t in find_times(doc).times or ()] == ["السبت", "أول من أمس", "بالأمس"]


@pytest.mark.parametrize("words", [
    "للمرة السادسة هذا العام", "وهي المرة الثالثة خلال شهر", "وهو الرابع منذ بداية السنة",
    "في ثاني حادث من نوعه خلال أسبوع", "وهي السابعة خلال الأيام العشرة الماضية",
])
def test_a_period_that_deeds_are_counted_in_dates_none_of_them(words: str) -> None:
    """"For the third time this year" is no day of the deed that it is told of."""
    assert bounds(words) == []


@pytest.mark.parametrize(("words", "first"), [
    ("من اللواء الثالث خلال الأسبوع الماضي", "2018-04-09"), ("في أول أيام هذا الشهر", "2018-04-01"),
    ("للمرة الثالثة أمس", "2018-04-17"), ("للمرة الثالثة اليوم", "2018-04-18"),
    ("في ثاني حادث، خلال أسبوع", "2018-04-11"), ("زرعها الفوج الثالث المنتشر خلال أسبوع", "2018-04-11"),
    ("وجاءت المرة الأولى في شهر فبراير", "2018-02-01"),
    ("زرعها الفوج السادس، هذا الشهر،", "2018-04-01"),
])
def test_an_ordinal_that_counts_no_deeds_leaves_the_days(words: str, first: str) -> None:
    """A numbered brigade, the first days of a month, or a comma leave the period that follows, and a day is a day."""
    assert [low for low, _ in bounds(words)] == [first]


@pytest.mark.parametrize(("phrase", "low", "high"), [
    ("الأسبوع الثاني من آذار", "2018-03-08", "2018-03-14"),
    ("الأسبوع الأول من الشهر الماضي", "2018-03-01", "2018-03-07"),
    ("الأسبوع الأخير من شباط/فبراير", "2018-02-22", "2018-02-28"),
    ("الأسبوع الثالث من هذا الشهر", "2018-04-15", "2018-04-18"),
    ("الأسبوع الأول من شهر رمضان 1437", "2016-06-06", "2016-06-12"),
    ("الأسبوع الأخير من شهر رمضان 1437", "2016-06-29", "2016-07-05"),
])
def test_weeks_of_a_month(phrase: str, low: str, high: str) -> None:
    """The first week of a month is its first seven days, the last one its last seven; the current one ends today."""
    assert bounds(phrase) == [(low, high)]


@pytest.mark.parametrize(("phrase", "found"), [
    ("الأسبوع الثاني من الهدنة", []), ("الأسبوع الماضي من آذار", [("2018-03-25", "2018-03-31")]),
    ("الأسبوع الأول من عام 2017", [("2017-01-01", "2017-12-31")]),
    ("الأسبوع الأول من صيف 2016", [("2016-06-01", "2016-08-31")]), ("الأسبوع من آذار", [("2018-03-01", "2018-03-31")]),
    ("الأسبوع الماضي", [("2018-04-09", "2018-04-15")]), ("الأسبوع الخامس من شباط", [(None, None)]),
])
def test_weeks_of_something_else(phrase: str, found: list[tuple[str | None, str | None]]) -> None:
    """A week of anything but a month is none of a month's weeks, nor is one behind its last."""
    assert bounds(phrase) == found


@pytest.mark.parametrize(("phrase", "low"), [
    ("20 يناير/كانون أول 2017", "2017-01-20"), ("20 ديسمبر (كانون الثاني) 2017", "2017-12-20"),
    # no names of one month: the second is read on its own
    ("20 يناير/شباط 2017", "2018-01-20"), ("20 كانون الثاني/تشرين الأول 2017", "2018-01-20"),
    ("20 أيلول/تشرين الأول 2016", "2017-09-20"),
    ("20 يناير كانون أول 2017", "2018-01-20"),
])
def test_a_second_name_that_is_another_months(phrase: str, low: str) -> None:
    """Behind a month's name of one word and a mark, a name of two words is its own, be it the wrong one."""
    assert bounds(phrase)[0][0] == low


@pytest.mark.parametrize(("phrase", "found"), [
    ("منذ قرابة الأسبوع", [("2018-04-11", "2018-04-18")]), ("قبل نحو الشهرين", [("2018-02-01", "2018-02-28")]),
    ("منذ الأسبوع", []),
])
def test_a_length_with_the_article(phrase: str, found: list[tuple[str, str]]) -> None:
    """ "About the week" is a length of time, "the week" is none."""
    assert bounds(phrase) == found


@pytest.mark.parametrize(("phrase", "low"), [
    ("آذار", "2012-03-01"), ("آذار ذاته", "2012-03-01"), ("آذار الماضي", None), ("3 آذار المقبل", None),
])
def test_a_month_of_the_year_told_before(phrase: str, low: str | None) -> None:
    """Where the day of the news is not known, "last March" is none of the year that was told before it."""
    found = times(f"وقعت هدنة في 3 شباط 2012. وفي {phrase} انسحب اللواء.", published=None)[1]
    assert (found.earliest and str(found.earliest)) == low


def test_the_end_of_a_time_since_which() -> None:
    """What goes on "since" a month knows the last day of that month; since a length, or since then, none."""
    found = times("تتواصل المعارك منذ آذار 2017. وقتل جنديان في 5 شباط 2018 ونزح السكان منذ ذلك الحين ومنذ شهرين.")
    assert [(m.rule, m.begun) for m in found] == [
        ("since", dt.date(2017, 3, 31)), ("date", None), ("since", None), ("since", None)]
    assert times("ينسحب اللواء ابتداء من 5 شباط المقبل")[0].begun is None


def test_the_moment_is_no_day() -> None:
    """"From the first moment" and "at the last moment" date nothing, "hours ago" does."""
    assert bounds("منذ اللحظة الأولى") == bounds("في اللحظة الأخيرة") == []
    assert bounds("منذ ساعات") == [("2018-04-18", "2018-04-18")]


@pytest.mark.parametrize(("phrase", "low", "high"), [
    ("في النصف الثاني من شهر كانون الثاني الماضي", "2018-01-16", "2018-01-31"),
    ("خلال النصف الأول من آذار", "2018-03-01", "2018-03-15"),
    ("في النصف الأول من العام الماضي", "2017-01-01", "2017-06-30"),
    ("في الثلث الأول من آذار", "2018-03-01", "2018-03-10"),
    ("في الثاني من كانون الثاني الماضي", "2018-01-02", "2018-01-02"),
])
def test_a_half_is_no_day(phrase: str, low: str, high: str) -> None:
    """The number of a half of a month or year is no day of it; without the word for a half it is."""
    assert bounds(phrase) == [(low, high)]
def test_the_direst_need_is_no_yesterday() -> None:
    """"In the direst need", spelled like yesterday, dates nothing; "yesterday, the need" does."""
    assert bounds("والناس في أمس الحاجة إلى الخبز") == []
    assert bounds("أمس والحاجة إلى الخبز") == [("2018-04-17", "2018-04-17")]
