"""What is counted as people hit, and what looks like it."""

import pytest

from sijill.pipeline import read_document

Toll = tuple[str, int | None, int | None]


def told(text: str) -> list[tuple[str, Toll]]:
    """The words of each toll, and what it is."""
    return [(text[m.start : m.end], (m.kind, m.low, m.high)) for m in read_document(text).casualties or ()]


def counts(text: str) -> set[Toll]:
    return {toll for _, toll in told(text)}


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
    # who they looked like, or what they rode in, is told first
    ("قتل مسلحون يستقلون عربة نقل 4 عمال.", {("killed", 4, 4)}),
    ("قتل مسلحون متنكرون بثياب الشرطة أربعة مزارعين.", {("killed", 4, 4)}),
    ("قتل مسلحون يستقلون عربة بنيران 4 جنود.", {("killed", None, None)}),
    ("قتل مسلحون يستقلون عربة وأصيب 4 عمال.", {("killed", None, None), ("wounded", 4, 4)}),
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


def test_inhabitants_are_no_toll() -> None:
    """How many live in a place is no number of people who left it; how many people left is one."""
    assert counts("نزح نصف سكان المدينة البالغ عددهم 300 ألف نسمة.") == set()
    assert counts("نزح 300 ألف شخص من المدينة.") == {("displaced", 300000, 300000)}


@pytest.mark.parametrize(("text", "expected"), [
    ("أدى القصف إلى مقتل 12 شخصا وإصابة 57 يوم السبت.", {("killed", 12, 12), ("wounded", 57, 57)}),
    ("أسفر الهجوم عن مقتل تسعة عندما اقتحم المسلحون المبنى.", {("killed", 9, 9)}),
    # days that are counted have another ending, or another number
    ("قتل في القصف خلال 57 يوما.", set()),
    ("بعد مقتل شخصا بنحو 100 يوم.", {("killed", 1, 1)}),
    ("قتل خلال 107 يوم مدنيون كثيرون.", set()),
])
def test_what_a_number_does_not_count_behind_it(text: str, expected: set[Toll]) -> None:
    """A day behind 11 to 99 without the ending of what they count dates the toll, "when" is no noun; "107 days" are."""
    assert counts(text) == expected
    assert all(" " not in words or words.endswith("شخصا") for words, _ in told(text))


@pytest.mark.parametrize(("text", "expected"), [
    ("دمر الانفجار مبنى من أربع طبقات وأوقع قتلى.", {("killed", None, None)}),
    ("سقطت قذيفة واحدة وقتلت عائلة كاملة.", {("killed", None, None)}),
    ('أطلق مسلح قذيفة "بي 9" وسقط قتلى.', {("killed", None, None)}),
    # behind the word for their death people may be told by that form, and by a number behind a particle
    ("تمكن الجيش من قتل أربع قيادات في التنظيم.", {("killed", 4, 4)}),
    ("ذكرت المحطة أن 9 قتلوا في الهجوم.", {("killed", 9, 9)}),
])
def test_a_number_of_things_or_in_a_name_counts_nobody(text: str, expected: set[Toll]) -> None:
    """The form beside feminine nouns counts storeys, and a number behind a letter's name is a weapon's."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل 900 مقاتل من الحركة، إلى جانب 60 من قوات الشرطة.", {("killed", 900, 900), ("killed", 60, 60)}),
    ("قتل 900 مقاتل من الحركة، على جبهة فيها 60 من قوات الشرطة.", {("killed", 900, 900)}),
])
def test_besides_joins_a_count(text: str, expected: set[Toll]) -> None:
    """Those counted right behind "beside" fell with those before it."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتلت مراسلة ومترجمان في القصف.", {("killed", 3, 3)}),
    ("أصيب مستوطن وقاضي البلدة في الهجوم.", {("wounded", 2, 2)}),
    ("اغتيال مرشح للبرلمان في منزله.", {("killed", 1, 1)}),
    ("قال الطبيب إن عدد القتلى مرشح للارتفاع بعد القصف.", set()),
])
def test_people_are_told_by_their_calling(text: str, expected: set[Toll]) -> None:
    """A reporter, an interpreter, a settler or a judge is one person hit; a number that is likely to rise is none."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("اغتيال أحد الأهالي على يد مسلحين.", {("killed", 1, 1)}),
    ("قال البيان إن الشرطة اعتقلت أحد المشاركين في الهجوم.", {("captured", 1, 1)}),
    # of what stands elsewhere, or is no person, nobody is told
    ("قتل ثلاثة على جانب أحد المارين في السوق.", {("killed", 3, 3)}),
    ("أصيب أحد المباني في القصف.", set()),
    ("جرح 3 عسكريين وقتل مثلهم في الكمينين.", {("wounded", 3, 3), ("killed", 3, 3)}),
    ("ثم قتل مثلهم في اليوم نفسه.", set()),
    ("أصيب والداه وشقيقه في الهجوم.", {("wounded", 3, 3)}),
])
def test_one_of_some_people_and_as_many_more(text: str, expected: set[Toll]) -> None:
    """ "One of the residents" right behind a word for harm is one, "as many" are as many as were told last."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("اعتقلت الشرطة 64 فردا من المطلوبين والمشتبه بهم.", {("captured", 64, 64)}),
    ("اعتقلت الشرطة 64 فردا والمشتبه الثاني.", {("captured", 64, 64), ("captured", 1, 1)}),
    ("غص المستشفى بجثث قتلى مليشيات الحوثي.", {("killed", None, None)}),
    ("في 9 حزيران 2016، حيث خرج معارضون من القرية.", set()),
    ("قتل في مايو 15 شخصا في الحي.", {("killed", 15, 15)}),
])
def test_what_goes_on_with_other_words_counts_nobody(text: str, expected: set[Toll]) -> None:
    """ "The suspects" are no one suspect, a militia's name holds no man, and the year behind a month counts nobody."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتلت أم وابنها في السوق.", [("أم وابنها", ("killed", 2, 2))]),
    ("قتلت أم وطفلتان في السوق.", [("أم وطفلتان", ("killed", 3, 3))]),
    ("لم يعرف من قتل جنود أم مسلحون في السوق.", []),
])
def test_a_mother_with_a_child_is_counted(text: str, expected: list[tuple[str, Toll]]) -> None:
    """The word for a mother counts where her child is joined to it; otherwise it is an "or"."""
    assert [one for one in told(text) if "أم" in one[0]] == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("توفي شقيقان في غارة على المخيم.", {("killed", 2, 2)}),
    ("إصابة زوجين في غارة على المخيم.", {("wounded", 2, 2)}),
    ("أصيب طفلان شقيقان في غارة على المخيم.", {("wounded", 2, 2)}),
    ("زار شقيقان المخيم بعد مقتل جندي.", {("killed", 1, 1)}),
])
def test_a_pair_of_kin_is_two(text: str, expected: set[Toll]) -> None:
    """Two brothers or spouses right behind a word of harm are two dead or wounded, and none besides others told so."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قال إن 5 نازحين من خيمة واحدة، أصيبوا فجرا.", {("wounded", 5, 5)}),
    ("أسفر القصف عن مقتل أربع، صباحا.", {("killed", 4, 4)}),
])
def test_one_beside_a_feminine_noun_is_that_noun_s(text: str, expected: set[Toll]) -> None:
    """"One tent", a pause behind it, counts nobody; "one" right behind a word of harm does."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("أدى القصف إلى مقتل ثلاثة مدنيين وإصابة عدد آخر.", ("عدد آخر", ("wounded", None, None))),
    ("قتل ثلاثة مدنيين وأصيب كثيرون آخرون.", ("كثيرون آخرون", ("wounded", None, None))),
    ("هاجم الجنود المسلحين وقتلوا عددا منهم.", ("عددا منهم", ("killed", None, None))),
])
def test_an_amount_of_others_is_a_toll_of_its_own(text: str, expected: tuple[str, Toll]) -> None:
    """ "Another number", "many others" and "a number of them" are people whose number nobody told."""
    assert told(text)[-1] == expected


def test_an_amount_of_things_counts_nobody() -> None:
    """A number of houses is none of people, and no side is named that it would be of."""
    assert counts("قتل ثلاثة مدنيين وأصيب عدد كبير من المنازل.") == {("killed", 3, 3)}


@pytest.mark.parametrize(("text", "expected"), [
    ("أعلنت الوكالة مقتل وزير الزراعة في انفجار.", [("وزير", ("killed", 1, 1))]),
    ("أوقع الهجوم خمس إصابات واحدة منها خطيرة.", [("خمس إصابات", ("wounded", 5, 5))]),
    ("أدى الهجوم إلى إصابة الرجل وأحد أطفاله.", [("الرجل وأحد أطفاله", ("wounded", 2, 2))]),
    ("أدى الهجوم إلى إصابة الرجل وَأحد أطفاله.", [("الرجل وَأحد أطفاله", ("wounded", 2, 2))]),
])
def test_a_word_that_begins_like_and_is_joined_to_nothing(text: str, expected: list[tuple[str, Toll]]) -> None:
    """A minister right behind "the killing of" is the one killed; "one" is only joined before those it is one of."""
    assert told(text) == expected


@pytest.mark.parametrize("text", [
    "أسفر الانفجار عن مقتل السفير وإصابة حارس.",
    "أسفر الانفجار عن مقتل مقاول وإصابة حارس.",
    "أسفر الانفجار عن مقتل مساعد القائد وإصابة حارس.",
    "أسفر الانفجار عن مقتل الجندية وإصابة حارس.",
    "أسفر الانفجار عن مقتل زوجة القائد وإصابة حارس.",
    "أسفر الانفجار عن مقتل نجل القائد وإصابة حارس.",
])
def test_people_are_told_by_their_office_sex_or_kin(text: str) -> None:
    """An ambassador, a contractor, an aide, a woman soldier, somebody's wife or son is one person."""
    assert counts(text) == {("killed", 1, 1), ("wounded", 1, 1)}


@pytest.mark.parametrize(("text", "expected"), [
    ("أعلنت الحركة مقتل زعيمها في غارة.", [("زعيمها", ("killed", 1, 1))]),
    ("قتل ضابط وسائقه في كمين.", [("ضابط", ("killed", 1, 1)), ("سائقه", ("killed", 1, 1))]),
    ("أدى الهجوم إلى مقتل مقاتلي الحركة وتدمير مدرسة.", []),
    ("وعدت اللجنة بتصفية محافظة لحج من الألغام.", []),
])
def test_one_of_somebody_s_is_told_by_a_pronoun(text: str, expected: list[tuple[str, Toll]]) -> None:
    """ "Its leader" and "his driver" are one person; a plural before its owner and a feminine end like them."""
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("وصل الوفد إلى إسلام آباد 25 عضوا بعد أسبوع.", set()),
    ("أباد 25 مسلحا في المعركة.", {("killed", 25, 25)}),
])
def test_a_town_s_name_kills_nobody(text: str, expected: set[Toll]) -> None:
    """The end of Islamabad is spelled like a verb of killing, which nothing but a verb is."""
    assert counts(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("تمكن الجنود من تدمير 3 رشاشات وقتل طواقمها.", set()),
    ("تمكن الجنود من تدمير 3 أوكار وقتل من فيها.", set()),
    ("تمكن الجنود من تدمير 3 منظومات وقتل من فيها.", set()),
    ("تمكن الجنود من تدمير 3 مركبات وقتل 3 متظاهرات.", {("killed", 3, 3)}),
    ("أعلنت الوزارة مقتل 10 من قوات الأمن.", {("killed", 10, 10)}),
    ("أسفر القصف عن مقتل رجل وإصابة 6 أخريات.", {("killed", 1, 1), ("wounded", 6, 6)}),
    ("قتلت 4 راهبات وأصيبت 5 حافلات.", {("killed", 4, 4)}),
])
def test_things_behind_a_number_are_no_dead(text: str, expected: set[Toll]) -> None:
    """Guns and hideouts that were destroyed, and buses that were hit, are not counted; women and forces are."""
    assert counts(text) == expected
