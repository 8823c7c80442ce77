"""What is counted as people hit, and what looks like it."""

import pytest

from sijill.pipeline import read_document

Toll = tuple[str, int | None, int | None]


def told(text: str) -> list[tuple[str, Toll]]:
    """The words of each toll, and what it is."""
    return [(text[m.start : m.end], (m.kind, m.low, m.high)) for m in read_document(text).casualties or ()]


def counts(text: str) -> set[Toll]:
    return {toll for _, toll in told(text)}


@pytest.mark.parametrize(("text", "expected"), [
    ('انتهى الهجوم دون سقوط "قتلى" فيه.', set()),
    ("لم يسفر القصف إلا عن مقتل 3 جنود.", {("killed", 3, 3)}),
])
def test_a_quote_mark_ends_no_negation_and_except_does(text: str, expected: set[Toll]) -> None:
    """ "Without" reaches the dead in quotes; "none but" says that they fell."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("ذكرت المحطة أن جنديا قتل وثلاثة أصيبوا.", {("killed", 1, 1), ("wounded", 3, 3)}),
    ("جندي قتل في الهجوم.", {("killed", 1, 1)}),
    # whose leader was killed, and how many, nobody says
    ("ذكرت المحطة أن مقاتلين قتل قائدهم.", {("killed", None, None)}),
])
def test_a_verb_behind_people_is_theirs(text: str, expected: set[Toll]) -> None:
    """Whom a verb stands behind, also at the head of a sentence, it tells of; who is joined by "and" has another."""
    assert counts(text) == expected


def test_others_are_told_without_their_and() -> None:
    """ "And others" are words of their own, without the "and"."""
    assert told("قتل 3 جنود وآخرون في الهجوم.")[1] == ("آخرون", ("killed", None, None))


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل رجل وابنه في السوق.", {("killed", 2, 2)}),
    ("قتل رجل أمام ابنه.", {("killed", 1, 1)}),
    # kin in the dual are two, in either case
    ("قتل رجل وزوجته وطفلاهما في السوق.", {("killed", 4, 4)}),
    ("قتل رجل وزوجته وطفليهما في السوق.", {("killed", 4, 4)}),
    ("قتل رجل أمام طفليه.", {("killed", 1, 1)}),
    ("قتل ضابط والجندي المرافق له.", {("killed", 2, 2)}),
    ("قتل جندي ووزير في الهجوم.", {("killed", 1, 1)}),
    ("قتل ثلاثة من حراس الوزير والرئيس.", {("killed", 3, 3)}),
])
def test_who_is_joined_to_the_dead_is_one_of_them(text: str, expected: set[Toll]) -> None:
    """A son or a soldier behind "and" fell too; who stands by, and whose guards the dead were, did not."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل سوريان في عمان.", {("killed", 2, 2)}),
    ("اعتقل سوريان في عمان.", set()),
    ("قتلت سورية في عمان.", {("killed", 1, 1)}),
    # of a country's name, and of its people in the plural, nobody knows how many
    ("مقتل سورية في عمان.", set()),
    ("مقتل سوريين في عمان.", set()),
])
def test_a_nationality_alone_counts_the_dead_and_wounded(text: str, expected: set[Toll]) -> None:
    """Two of a nation who were killed are two; of others than the dead and wounded it counts nobody."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل 3 جنود مقابل 5 مسلحين.", {("killed", 3, 3), ("killed", 5, 5)}),
    ("نزحت 3 عائلات من البلدة.", {("displaced", 3, 3)}),
    ("نزحت عائلة من البلدة.", {("displaced", None, None)}),
    ("قتل عدد من الحوثيين.", {("killed", None, None)}),
    ("أصيب عدد من المباني.", set()),
    ("قتل بعض الحوثيين في الهجوم.", {("killed", None, None)}),
    ("أصيب بعض المباني في الهجوم.", set()),
    ("قتل 1، وأصيب 2.", {("killed", 1, 1), ("wounded", 2, 2)}),
    ("قتل 3 على الأقل في الهجوم.", {("killed", 3, None)}),
    ("المهاجمون، وعددهم سبعة، قتلوا جميعا.", {("killed", 7, 7)}),
])
def test_what_a_number_has_behind_it(text: str, expected: set[Toll]) -> None:
    """A number counts people, a family those in it, and "a number of" only a side or people, never houses."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل خمسة هم ثلاثة جنود ومدنيان.", {("killed", 3, 3), ("killed", 2, 2)}),
    ("قتل خمسة هم من الجنود بينهم ثلاثة ضباط.", {("killed", 5, 5)}),
    # civilians among the dead are told by themselves, children are not
    ("قتل 30 شخصا بينهم 10 مدنيين.", {("killed", 30, 30), ("killed", 10, 10)}),
    ("قتل 30 شخصا بينهم 10 أطفال.", {("killed", 30, 30)}),
])
def test_parts_stand_for_their_sum_right_behind_they(text: str, expected: set[Toll]) -> None:
    """Of "five, who are three soldiers and two civilians" the parts are the toll; a part among others is none."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل مسلحون 4 عمال.", {("killed", 4, 4)}),
    ("قتل مسلحون من داعش 4 عمال.", {("killed", 4, 4)}),
    ("قتل جنود الحرس 10 مسلحين.", {("killed", 10, 10)}),
    ("قتل مسلح 4 عمال.", {("killed", 4, 4)}),
    ("قتل 3 مسلحين 4 عمال.", {("killed", 3, 3)}),
    # also who is no word for people that the tables know, written with the mark of an object or without
    ("خطف مسلحون 14 قروياً.", {("captured", 14, 14)}),
    ("قتل مسلحون 14 سورياً.", {("killed", 14, 14)}),
    ("قتل مسلحون 14 سوريا.", {("killed", 14, 14)}),
    ("قتل مسلحون بعد 14 غارة.", {("killed", None, None)}),
])
def test_who_stands_uncounted_behind_the_verb_has_done_it(text: str, expected: set[Toll]) -> None:
    """ "Gunmen killed 4 workers" counts the workers, as "a gunman" does; men with a number are whom the verb counts."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("لقي جندي في الهجوم مصرعه.", {("killed", 1, 1)}),
    ("ذكرت المحطة أن جنديا لقي مصرعه.", {("killed", 1, 1)}),
    ("لقي جنديان مصرعهما.", {("killed", 2, 2)}),
    ("لقي جنود مصرعهم.", set()),
    ("زار جنديا لقي مصرعه.", set()),
    ("وجد الطبيب في مصرعه لغزا.", set()),
])
def test_who_met_death_is_one(text: str, expected: set[Toll]) -> None:
    """A soldier behind "met", or before it where he opens the clause, met his death; without a verb nobody did."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("وكان زعيم طالبان السابق قد قتل في غارة على وزيرستان.", "طالبان"),
    ("قضت المحكمة بسجن رئيس الوزراء السابق.", "رئيس"),
])
def test_a_group_s_name_and_what_a_court_decides_count_nobody(text: str, expected: str) -> None:
    """The Taliban who are named are no two students, and a court that decides has not died."""
    assert expected not in [words for words, _ in told(text)]


def test_two_students_who_were_killed_are_counted() -> None:
    """Behind a word for harm two students are two."""
    assert ("killed", 2, 2) in counts("قتل طالبان في إطلاق نار داخل الجامعة.")


def test_inhabitants_are_no_toll() -> None:
    """How many live in a place is no number of people who left it; how many people left is one."""
    assert counts("نزح نصف سكان المدينة البالغ عددهم 300 ألف نسمة.") == set()
    assert counts("نزح 300 ألف شخص من المدينة.") == {("displaced", 300000, 300000)}


@pytest.mark.parametrize(("text", "expected"), [
    ("اعتقلت الشرطة، ليلة أمس، 14 فلسطينياً من طولكرم.", {("captured", 14, 14)}),
    ("ذبحت العصابة 14 يافعاً.", {("killed", 14, 14)}),
    ("قتلت العصابة جنديا وأطلقت 14 صاروخاً.", {("killed", 1, 1)}),
    ("قتل جندي بعد 14 يوماً.", {("killed", 1, 1)}),
    ("قتل الجيش في القصف 14 شهراً.", set()),
])
def test_the_mark_of_an_object_may_be_written(text: str, expected: set[Toll]) -> None:
    """Whom a number counts is read as counted though the mark of an object is written on it, and no thing is."""
    assert counts(text) == expected
