"""Names of outlets that hold a word for a day."""

import datetime as dt

import pytest

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.times.times import find_times


def dates(text: str) -> list[str]:
    tokens = tokenize(text)
    found = find_times(Document(text, "t", published=dt.date(2018, 4, 18), tokens=tokens,
                                sentences=split_sentences(text, tokens)))
    return [text[m.start : m.end] for m in found.times or ()]


@pytest.mark.parametrize("text", [
    "قال شهود لعدن الغد إن قصفا وقع.",
    "ذكرت عدن الغد أن قصفا وقع.",
    "قال شهود لحلب اليوم إن قصفا وقع.",
    "وقال شهود للمصري اليوم إن قصفا وقع.",
    "ذكرت قناة حلب اليوم أن قصفا وقع.",
    "ذكرت \"حلب اليوم\" أن قصفا وقع.",
])
def test_an_outlet_s_name_is_no_date(text: str) -> None:
    """A name that ends in a day to come dates nothing, nor one that ends in "today" where a word says it is a name."""
    assert dates(text) == []


@pytest.mark.parametrize(("text", "date"), [
    ("قصفت الطائرات حلب اليوم.", "اليوم"),
    ("دخلت قافلة مساعدات لحلب اليوم.", "اليوم"),
    ("يصل الوفد إلى عدن غدا.", "غدا"),
    ("يصل الوفد الغد إلى عدن.", "الغد"),
    ("ذكرت قناة حلب اليوم أن قصفا وقع أمس.", "أمس"),
    ("يسعى المقاتلون إلى تموقع المصري اليوم.", "اليوم"),
])
def test_a_day_behind_a_town_is_a_date(text: str, date: str) -> None:
    """A day behind a town's name is a date where no word says that it is an outlet's name."""
    assert dates(text) == [date]
