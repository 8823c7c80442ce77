"""Articles without a day of publication."""

import datetime as dt

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document, TimeArgument, TimeMention
from sijill.extract.clauses.view import View
from sijill.extract.events.undated import Told, as_if_published
from sijill.extract.times.times import find_times


def undated(text: str) -> View:
    tokens = tokenize(text)
    return View(find_times(Document(text, "t", tokens=tokens, sentences=split_sentences(text, tokens))), ())


@pytest.mark.parametrize(("text", "day"), [
    ("انسحب اللواء.", "2016-06-15"),
    # behind the last date; on the first day of the week that is named
    ("انسحب اللواء في 3 آذار 2015 بعد هدنة عام 2012.", "2015-03-17"),
    ("انسحب اللواء بعد هدنة قائمة منذ عام 2014.", "2015-01-14"),
    ("انسحب اللواء الثلاثاء بعد كمين السبت.", "2016-06-21"),
    ("انسحب اللواء صباح اليوم الثلاثاء.", "2016-06-21"),
    ("انسحب اللواء مساء أمس الثلاثاء.", "2016-06-22"),
    ("انسحب اللواء اليوم بعد كمين السبت.", "2016-06-18"),
    # a day of a month, on the day of the week that is said; one that is not called so says nothing
    ("انسحب اللواء مساء اليوم الجمعة 17 آذار.", "2017-03-17"),
    ("انسحب اللواء الخميس 25 آب بعد هدنة في 3 آذار.", "2016-08-25"),
    ("انسحب اللواء اليوم 25 آب.", "2016-08-25"),
    ("انسحب اللواء أمس الخميس 25 آب.", "2016-08-26"),
    ("انسحب اللواء اليوم 29 شباط.", "2016-06-15"),
    ("انسحب اللواء في 25 آب.", "2016-06-15"),
    ("انسحب اللواء اليوم الجمعة 3 آذار 2015.", "2015-03-20"),
    ("انسحب اللواء منذ السبت بعد كمين الثلاثاء.", "2016-06-21"),
    ("انسحب اللواء الجمعة بعد هدنة في 3 آذار 2015.", "2015-03-20"),
])
def test_an_article_is_read_as_if_published_on_a_day_that_its_words_allow(text: str, day: str) -> None:
    """The made-up day is behind every date of the text, of the weekday named first; the view stays as it was."""
    view = undated(text)
    assert str(as_if_published(view).document.published) == day
    assert view.document.published is None


def test_weekdays_have_bounds_by_the_made_up_day() -> None:
    """Read by the made-up day a weekday has a day, so that how old it is can be weighed."""
    (mention,) = as_if_published(undated("انسحب اللواء الثلاثاء.")).document.times or ()
    assert mention.latest == dt.date(2016, 6, 21)


@pytest.mark.parametrize(("text", "time", "bounds"), [
    ("انسحب اللواء الثلاثاء.", (13, 21, "2016-06-21", "2016-06-21", "weekday"), (None, None)),
    ("انسحب اللواء في 3 آذار 2015.", (16, 27, "2015-03-03", "2015-03-03", "date"), ("2015-03-03", "2015-03-03")),
    # since then until a day that is not known, and what began then
    ("اللواء هنا منذ آذار 2015.", (11, 24, "2015-03-01", "2015-04-14", "since"), ("2015-03-01", None)),
    ("اللواء هنا منذ آذار 2015.", (11, 24, "2015-03-01", "2015-03-31", "since"), ("2015-03-01", None)),
    ("اللواء هنا منذ آذار 2015.", (11, 24, "2015-03-01", "2015-03-31", "date"), ("2015-03-01", "2015-03-31")),
    ("انسحب اللواء في 3 آذار 2015.", (16, 27, "2015-03-03", "2015-03-04", "since"), ("2015-03-03", None)),
    # the day of a saying where the text gives it, though another date of the text be that of the made-up day
    ("قال في 3 آذار 2015.", (None, None, "2015-03-02", "2015-03-03", "statement"), ("2015-03-02", "2015-03-03")),
    ("قال الثلاثاء.", (None, None, "2016-06-20", "2016-06-21", "statement"), (None, None)),
    ("قال اليوم بعد هدنة في 3 آذار 2015.", (None, None, "2015-03-02", "2015-03-03", "statement"), (None, None)),
])
def test_times_keep_the_bounds_that_the_text_gives(text: str, time: tuple[int | None, int | None, str, str, str],
                                                   bounds: tuple[str | None, str | None]) -> None:
    """Bounds that came of the made-up day are gone; those of a date with a year stay."""
    start, end, low, high, rule = time
    view = undated(text)
    mention = (as_if_published(view).document.times or ())[0]
    found = Told(view.document).as_told(
        TimeArgument(start, end, dt.date.fromisoformat(low), dt.date.fromisoformat(high), rule), mention)
    assert (found.start, found.end, found.rule) == (start, end, rule)
    assert (found.earliest and str(found.earliest), found.latest and str(found.latest)) == bounds


def test_a_time_of_no_words_or_of_others_has_no_bounds() -> None:
    """The day of the news, and words that only the made-up day makes a time of, have no bounds."""
    day = dt.date(2016, 6, 14)
    told = Told(undated("انسحب اللواء في 14 حزيران 2016.").document)
    for mention in (None, TimeMention(0, 4, day, day, "day")):
        assert told.as_told(TimeArgument(None, None, day, day, "news"), mention).latest is None


def test_words_that_go_on_by_the_day_of_the_news_have_no_bounds_of_fewer_words() -> None:
    """ "3 March of this year" is no 3 March of the year that was told before it."""
    view = undated("وقعت هدنة عام 2012. وفي 3 آذار من العام الجاري انسحب اللواء.")
    mention = (as_if_published(view).document.times or ())[1]
    time = TimeArgument(mention.start, mention.end, mention.earliest, mention.latest, mention.rule)
    assert Told(view.document).as_told(time, mention).earliest is None
