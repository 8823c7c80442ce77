"""Tolls: kind, bounds and who, as the sentence tells them, and on the event that they belong to."""

import pytest

import sijill
from sijill.documents import CasualtyMention
from sijill.pipeline import read_document

Toll = tuple[str, int | None, int | None]


def mentions(text: str) -> tuple[CasualtyMention, ...]:
    return read_document(text).casualties or ()


def told(text: str) -> set[Toll]:
    return {(m.kind, m.low, m.high) for m in mentions(text)}


def tolls(text: str) -> set[tuple[str, int | None, int | None, str | None]]:
    document = sijill.load(model=None)(text, published="2018-03-14")
    return {(c.kind, c.low, c.high, c.who) for e in document.events or () for c in e.casualties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 3 مدنيين في قصف لقوات النظام على دوما.", ("killed", 3, 3, "CIVILIANS")),
        ("قصفت قوات النظام مدينة دوما ما أدى إلى مقتل خمسة مدنيين.", ("killed", 5, 5, "CIVILIANS")),
        ("قصفت قوات النظام مدينة دوما ما أسفر عن إصابة عشرات المدنيين.", ("wounded", 20, 99, "CIVILIANS")),
        ("قتل ما لا يقل عن 10 مدنيين في غارة روسية على سراقب.", ("killed", 10, None, "CIVILIANS")),
    ],
)


def test_an_event_has_its_toll(text: str, expected: tuple[str, int, int | None, str]) -> None:
    """A toll before or after the event's word is the event's, with its bounds."""
    assert expected in tolls(text)


@pytest.mark.parametrize(
    "text",
    [
        "اشتبك الجيش اليمني مع الحوثيين في تعز، ما أدى إلى مقتل العشرات منهم.",
        "هاجم الجيش اليمني مواقع الحوثيين في مأرب موقعا أكثر من ثلاثين قتيلا في صفوفهم.",
        "اشتبك الجيش اليمني مع الحوثيين في مأرب وقتل من الطرفين ثلاثة.",
    ],
)


def test_the_dead_of_a_side_that_is_pointed_to_are_no_civilians(text: str) -> None:
    """ "Of them" and "in their ranks" say whose dead they are without a name: nobody is put in."""
    (toll,) = tolls(text)
    assert toll[3] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل جنديان في الهجوم.", {("killed", 2, 2)}),
        ("لقي ثلاثة جنود مصرعهم في كمين.", {("killed", 3, 3)}),
        ("أودى التفجير بحياة 12 شخصا.", {("killed", 12, 12)}),
        ("سقط 5 قتلى و12 جريحا في القصف.", {("killed", 5, 5), ("wounded", 12, 12)}),
        ("قتل 4 جنود وأصيب 7 آخرون.", {("killed", 4, 4), ("wounded", 7, 7)}),
        ("أسفر القصف عن مقتل 4 مدنيين وإصابة عشرات آخرين.", {("killed", 4, 4), ("wounded", 20, 99)}),
        ("خطف مسلحون 4 عمال من الموقع.", {("captured", 4, 4)}),
        ("أسر المقاتلون 6 جنود في المعركة.", {("captured", 6, 6)}),
        ("اعتقلت الشرطة 14 متظاهرا.", {("captured", 14, 14)}),
        ("نزح أكثر من 3000 شخص من البلدة.", {("displaced", 3000, None)}),
        ("فقد 7 جنود بعد الهجوم.", {("missing", 7, 7)}),
        ("ارتفع عدد القتلى إلى 45 شخصا.", {("killed", 45, 45)}),
        ("قتل عدد من المدنيين في القصف.", {("killed", None, None)}),
        ("قتل مدنيون في القصف.", {("killed", None, None)}),
    ],
)


def test_a_sentence_tells_its_tolls(text: str, expected: set[Toll]) -> None:
    """Verbs, nouns and set phrases of each kind give their victims, counted or not."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تكبد تنظيم الدولة عشرات القتلى في معارك مع وحدات حماية الشعب في مدينة الحسكة.", {("killed", 20, 99, "IS")}),
        ("خسرت قوات النظام 12 قتيلا في معارك مع تنظيم الدولة في مدينة دير الزور.", {("killed", 12, 12, "SYR_ARMY")}),
        ("دارت اشتباكات بين تنظيم الدولة ووحدات حماية الشعب في مدينة الحسكة وكبدتهم عشرات القتلى.",
         {("killed", 20, 99, None)}),
        ("خسرت قوات النظام أمام جيش الإسلام 12 قتيلا في معارك بمدينة دوما.", {("killed", 12, 12, "SYR_ARMY")}),
        ("كبدت قوات النظام جيش الإسلام 12 قتيلا في معارك بمدينة دوما.", {("killed", 12, 12, "JAYSH_ISLAM")}),
        ("فقدت حركة حماس خمسة قتلى في غارة إسرائيلية على مدينة غزة.", {("killed", 5, 5, "HAMAS")}),
        ("خسرت قوات النظام مواقع لصالح جيش الإسلام وسقط 12 قتيلا في المعارك بمدينة دوما.",
         {("killed", 12, 12, None)}),
        ("دارت اشتباكات في مدينة الحسكة فقد قتل 12 مدنيا.", {("killed", 12, 12, "CIVILIANS")}),
    ],
)


def test_the_dead_that_a_side_lost_are_its_own(text: str, expected: set[tuple[str, int, int, str | None]]) -> None:
    """Dead whom a side lost, or was made to lose, are its own, or not said whose; "has been killed" loses nothing."""
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("اندلعت معارك في مدينة تعز سقط فيها عشرات القتلى والجرحى من الحوثيين.", {"HOUTHIS"}),
        ("اندلعت معارك في الموصل سقط فيها 5 قتلى و12 جريحا في صفوف الجيش العراقي.", {"IRQ_ARMY"}),
        ("سقط 12 قتيلا بقصف لقوات النظام على مدينة دوما.", {"CIVILIANS"}),
        ("سقط 7 قتلى في غارة للتحالف العربي على سوق في مدينة صعدة.", {"CIVILIANS"}),
        ("سقط 10 قتلى في بغداد بتفجير سيارة مفخخة أمس.", {"CIVILIANS"}),
        ("قتل 3 فلسطينيين في قصف إسرائيلي على مدينة رفح.", {"CIVILIANS"}),
        ("سقط قتلى وجرحى من الجيش اليمني والحوثيين في معارك بمدينة تعز.", {None}),
        ("قتل عشرة مقاتلين في صفوف قوات الدعم السريع بقصف للجيش السوداني في الخرطوم.", {"RSF"}),
        ("أسفرت المعارك في مدينة تعز عن سقوط 20 قتيلا من الطرفين.", {None}),
    ],
)


def test_whose_the_dead_were_is_said_behind_them(text: str, whose: set[str | None]) -> None:
    """Dead and wounded "of" or "in the ranks of" a side are its own; a side named beside them in another way is not."""
    assert {toll[3] for toll in tolls(text)} == whose


def test_the_dead_of_a_short_name_are_those_of_the_side_it_means() -> None:
    """A toll's side is the one that the words mean in this article, as the event's sides are."""
    text = ("دارت اشتباكات بين الحوثيين والمقاومة الشعبية في محيط مدينة تعز "
            "أسفرت عن مقتل 7 من الحوثيين و3 من المقاومة.")
    assert tolls(text) == {("killed", 7, 7, "HOUTHIS"), ("killed", 3, 3, "POPRES_YEM")}


@pytest.mark.parametrize(
    "text",
    ["سقط 33 شخصا بين قتيل وجريح في القصف.", "أوقع الانفجار 33 قتيلا وجريحا.", "مقتل وإصابة 33 شخصا في القصف."],
)


def test_a_joint_toll_has_no_parts(text: str) -> None:
    """Dead and wounded counted together are both there, neither with a number."""
    assert told(text) == {("killed", None, None), ("wounded", None, None)}


def test_some_of_the_dead_are_not_more_dead() -> None:
    """Children among nine dead are part of the nine."""
    assert told("قتل 9 أشخاص بينهم 3 أطفال في الغارة.") == {("killed", 9, 9)}


def test_the_end_of_a_name_counts_nobody() -> None:
    """A name that ends like a dual is no toll, two of whom a noun tells are."""
    assert told("قتل مسلحون من حركة طالبان 8 جنود في الكمين.") == {("killed", 8, 8)}
    assert told("قتل طالبان من جامعة حلب في القصف.") == {("killed", 2, 2)}
    assert ("killed", 2, 2) not in told("قالوا إن زعيم طالبان باكستان قد قتل في هجوم.")


def test_fighters_of_one_side_are_added() -> None:
    """An officer and three soldiers of one side are four."""
    assert told("مقتل ضابط وثلاثة جنود في كمين.") == {("killed", 4, 4)}
    assert told("مقتل ضابط وثلاثة مدنيين في كمين.") == {("killed", 1, 1), ("killed", 3, 3)}


def test_the_doer_is_no_victim() -> None:
    """Gunmen who kill or kidnap are not counted among those whom they kill or kidnap."""
    assert told("قتل مسلحون ثلاثة جنود عند الحاجز.") == {("killed", 3, 3)}
    assert told("خطف مسلحون من تنظيم داعش 12 راعيا قرب البئر.") == {("captured", 12, 12)}
    assert told("اختطف عناصر من جبهة النصرة ثلاثة ناشطين من بيوتهم.") == {("captured", 3, 3)}
    assert told("أعدم مقاتلو جيش الإسلام سجينين في الساحة.") == {("killed", 2, 2)}
    assert told("قتل مسلحون من تنظيم داعش في غارة استهدفت 3 مواقع.") == {("killed", None, None)}
    assert told("قتل مسلحون من تنظيم داعش وثلاثة جنود.") == {("killed", None, None), ("killed", 3, 3)}


@pytest.mark.parametrize(
    "text",
    [
        "قصفت قوات النظام مدينة دوما دون وقوع إصابات.",
        "لم يسفر الهجوم عن سقوط قتلى أو جرحى.",
        "قتل أكثر من 350 ألف شخص منذ اندلاع الحرب.",
        "قتل أكثر من 600 شخص منذ تشرين الثاني الماضي.",
        "أسفرت الهجمات عن مقتل 600 شخص منذ يونيو الماضي.",
        "سار الرتل 12 كيلومترا في 3 ساعات.",
        "زار الوزير المدينة يوم 12 مارس.",
    ],
)


def test_what_is_no_toll(text: str) -> None:
    """Denied losses, totals of a war, distances and dates are no tolls."""
    assert told(text) == set()
    assert tolls(text) == set()


def test_civilians_and_fighters() -> None:
    """People not said to be fighters are civilians; soldiers are not."""
    (civilian,) = mentions("قتل 3 أشخاص في القصف.")
    (soldier,) = mentions("قتل 3 جنود في القصف.")
    assert civilian.who == "CIVILIANS"
    assert soldier.who != "CIVILIANS"


def test_the_span_is_the_counted_phrase() -> None:
    """A toll's span is its count with its bound and its noun, marks inside and particles outside."""
    text = "أدى القصف إلى مقتل ما لا يقل عن ١٠ مَدنيّين وإصابة طفلين."
    assert [text[m.start : m.end] for m in mentions(text)] == ["ما لا يقل عن ١٠ مَدنيّين", "طفلين"]


def test_mentions_are_in_the_order_of_the_text() -> None:
    """Tolls of a document stand in the order of their words."""
    found = mentions("قتل 4 جنود في المدينة. أصيب 7 مدنيين في البلدة. نزح 200 شخص.")
    assert [m.low for m in found] == [4, 7, 200]
    assert sorted(m.start for m in found) == [m.start for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is joined to a number, or has the article, is not what it counts
        ("تسبب الكمين بمقتل اثنين وإصابة اثنين من الحراس.", {("killed", 2, 2), ("wounded", 2, 2)}),
        ("قتل 43 شخصا وأصيب 173 اليوم الأحد.", {("killed", 43, 43), ("wounded", 173, 173)}),
        ("قتل ستة جنود وجرح أربعة بهجوم على الدورية.", {("killed", 6, 6), ("wounded", 4, 4)}),
        ("دمرت الغارة 7 دبابات وأصيب 3 جنود.", {("wounded", 3, 3)}),
        ("فر آلاف اليمنيين من المدينة.", {("displaced", 2000, 9999)}),
        # a nationality alone tells one person, or two, only right behind what befell them
        ("أصيب عراقي عندما انفجرت العبوة.", {("wounded", 1, 1)}),
        ("استشهد فلسطينيان في المواجهات.", {("killed", 2, 2)}),
        ("أصيب مبنى عراقي في القصف.", set()),
        # two words of harm before one count
        ("أسفر الهجوم عن مقتل وجرح عناصر من الشرطة.", {("killed", None, None), ("wounded", None, None)}),
        # a household is not one person, and its plural is the taking of captives before a number
        ("أدى القصف إلى مصرع عائلة في البلدة.", {("killed", None, None)}),
        ("قتل 4 متمردين وأسر 9 آخرين.", {("killed", 4, 4), ("captured", 9, 9)}),
        # rebels and soldiers stay apart, people of one sort are one toll
        ("قتل 20 متمردا وأربعة جنود في المعركة.", {("killed", 20, 20), ("killed", 4, 4)}),
        ("قتل ضابط وثلاثة جنود في المعركة.", {("killed", 4, 4)}),
        ("أدى القصف إلى إصابة امرأة ورجل.", {("wounded", 2, 2)}),
        ("أدى القصف إلى مقتل رجل ووالدته.", {("killed", 2, 2)}),
        # those who fought did not fall
        ("قتل ستة أشخاص باشتباك بين رجال الأمن ومقاتلين.", {("killed", 6, 6)}),
        ("سقط قتلى وجرحى من قوات الجماعة والرئيس السابق.", {("killed", None, None), ("wounded", None, None)}),
        # the number of a unit
        ("قتل جندي من الكتيبة الـ21 في الكمين.", {("killed", 1, 1)}),
        # people without a number before their verb
        ("ذكرت المحطة أن مدنيين أصيبوا نتيجة القصف.", {("wounded", None, None)}),
        ("ذكرت المحطة أن مدنيين تظاهروا بعد القصف.", set()),
        # what comes besides the dead is counted with them, also behind a part of them
        ("قتل 16 شخصا بينهم 11 أجنبيا إضافة إلى ثلاثة مسلحين.", {("killed", 16, 16), ("killed", 3, 3)}),
        ("قتل 16 شخصا بينهم 11 أجنبيا وثلاثة أطفال.", {("killed", 16, 16)}),
        # a greater number is no part of the one before it
        ("قتل 17 جنديا بينهم 4 ضباط، وأكثر من 100 إرهابي.", {("killed", 17, 17), ("killed", 100, None)}),
    ],
)


def test_what_a_number_counts(text: str, expected: set[Toll]) -> None:
    """Numbers take the people beside them that grammar gives them, and no others."""
    assert told(text) == expected


def test_the_toll_of_a_word_that_tells_no_event_of_its_own() -> None:
    """A toll told beside the word of killing goes to the means of it in the same sentence."""
    text = "قتل أربعة أطفال باستهداف قوات النظام بلدة سرمين، بقصف مدفعي اليوم."
    assert ("killed", 4, 4, "CIVILIANS") in tolls(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل الجنود 9 مهاجمين وأنقذوا عشرات التلميذات.", {("killed", 9, 9)}),
        ("أعلن المحافظ مقتل 9 مسلحين وتحرير 14 رهينة و3 سائقين.", {("killed", 9, 9)}),
        ("قتلت الشرطة 9 مسلحين وأنقذت 14 عاملا كانوا محتجزين في المصنع.", {("killed", 9, 9)}),
        # those who are killed or wounded behind such a word were not saved
        ("أنقذ المسعفون الأهالي وقتل 9 مسلحين.", {("killed", 9, 9)}),
        ("نجا القائد و9 جنود قتلوا.", {("killed", 9, 9)}),
        ("حررت القوات قرية على الضفة اليسرى للنهر وقالت إن 9 جنود قتلوا.", {("killed", 9, 9)}),
        ("مقتل 9 مسلحين وتحرير 14 رهينة وإصابة 5 جنود.", {("killed", 9, 9), ("wounded", 5, 5)}),
        # a name that holds the word saves nobody
        ("قتل عناصر من هيئة تحرير الشام 14 راعيا.", {("killed", 14, 14)}),
    ],
)


def test_those_who_were_saved_are_no_toll(text: str, expected: set[Toll]) -> None:
    """People behind a word of rescue or release are not among the dead before it."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل الحراس جميع المهاجمين وعددهم سبعة.", {("killed", 7, 7)}),
        ("اعتقلت الشرطة المتظاهرين، وعددهم 40، في الساحة.", {("captured", 40, 40)}),
        ("قتل الحراس جميع المهاجمين وعددهم كبير.", set()),
        ("دمر الحراس السيارات وعددها سبع.", set()),
    ],
)


def test_the_number_of_people_told_behind_them(text: str, expected: set[Toll]) -> None:
    """ "The attackers, seven in number" counts the attackers; a number of things, or no number, counts nobody."""
    assert told(text) == expected


def test_dead_who_fell() -> None:
    """Dead and wounded without a number before the verb that says they fell are told; others stand for no toll."""
    assert told("قال الطبيب إن قتلى وجرحى سقطوا في السوق.") == {("killed", None, None), ("wounded", None, None)}
    assert told("قال الطبيب إن قتلى وجرحى نقلوا إلى المستشفى.") == set()


def test_at_least_in_one_word() -> None:
    """ "At least" is read where its words are run together."""
    assert told("قتل مالايقل عن سبعة أشخاص.") == {("killed", 7, None)}
    assert told("قتل مالا يقل عن سبعة أشخاص.") == {("killed", 7, None)}


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("بلغ عدد القتلى في صفوف الحوثيين 12 قتيلا في معارك بمدينة تعز.", {"HOUTHIS"}),
        ("بلغت حصيلة القتلى من الجانبين 12 قتيلا في معارك بمدينة تعز.", {None}),
        ("سقط من الحوثيين 12 قتيلا في معارك مع الجيش اليمني بمدينة تعز.", {"HOUTHIS"}),
        ("بلغ عدد القتلى 12 قتيلا في قصف تنظيم الدولة سوقا بمدينة الرقة.", {"CIVILIANS"}),
        ("قتل 12 عنصرا من الجيش اليمني والحوثيين في معارك بمدينة تعز.", {None}),
        ("هاجم الجيش اليمني مواقع الحوثيين وقال إن 12 عنصرا أصيبوا من الطرفين.", {None}),
        ("قتل 12 عنصرا من الحوثيين في معارك بين الطرفين بمدينة تعز.", {"HOUTHIS"}),
        ("قتل 12 عنصرا من الجيش اليمني في معارك مع الحوثيين بمدينة تعز.", {"YEM_GOV_FORCES"}),
    ],
)


def test_whose_the_counted_were(text: str, whose: set[str | None]) -> None:
    """Those who are counted are of the side named between the words and their number; those of two sides, nobody's."""
    assert {m.who for m in mentions(text)} == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في الرقة موقعة 20 قتيلا و30 جريحا.", {"IS"}),
        ("قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في الرقة فقتل العشرات منهم.", {"IS"}),
        ("قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في الرقة موقعة 20 قتيلا بينهم أطفال.", {"CIVILIANS"}),
        ("قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في الرقة فقتل 20 شخصا.", {"CIVILIANS"}),
        ("قصفت طائرات التحالف الدولي مدينة الرقة موقعة 20 قتيلا.", {"CIVILIANS"}),
        ("يسيطر تنظيم الدولة على الرقة. وشنت طائرات التحالف الدولي غارات أوقعت 20 قتيلا.", {"CIVILIANS"}),
        ("قصفت طائرات التحالف الدولي مواقع تنظيم الدولة في الرقة فسقط قتلى من الطرفين.", {None}),
    ],
)


def test_the_dead_of_a_struck_side(text: str, whose: set[str | None]) -> None:
    """Dead of whom no word says who they were are of the one armed side struck; people and children are not."""
    assert {toll[3] for toll in tolls(text)} == whose


def test_fighters_who_leave_are_not_displaced() -> None:
    """Fighters who flee are no displaced; people who flee are."""
    assert tolls("فر 20 عنصرا من تنظيم الدولة من مدينة الحسكة.") == set()
    assert tolls("فر 20 مدنيا من مدينة الحسكة.") == {("displaced", 20, 20, "CIVILIANS")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أطلقت حركة حماس صواريخ على عسقلان، وقال الأطباء إن إسرائيليتين قتلتا.", {("killed", 2, 2, "CIVILIANS")}),
        ("قتل 3 إسرائيليين في إطلاق صواريخ على عسقلان.", {("killed", 3, 3, "CIVILIANS")}),
        ("قتل 3 جنود إسرائيليين في إطلاق صواريخ على عسقلان.", {("killed", 3, 3, "IDF")}),
        ("أصيب عشرات المصلين في قصف قوات النظام مسجدا بمدينة دوما.", {("wounded", 20, 99, "CIVILIANS")}),
        ("قتل 4 عمال في قصف قوات النظام مصنعا بمدينة دوما.", {("killed", 4, 4, "CIVILIANS")}),
    ],
)


def test_people_hit_are_civilians(text: str, expected: set[tuple[str, int, int | None, str | None]]) -> None:
    """People told by their nationality, faith or work are civilians where they are hit; a nation's soldiers are not."""
    assert tolls(text) == expected


def test_a_verb_behind_a_count_is_not_what_it_counts() -> None:
    """ "Killed dozens and looted" counts dozens, and the plural of a noun behind a count is in its phrase."""
    text = "هاجم المسلحون البلدة وقتلوا العشرات ونهبوا البيوت."
    assert [text[m.start : m.end] for m in mentions(text)] == ["العشرات"]
    assert told("قتل 12 عضوا من الجماعة.") == {("killed", 12, 12)}


def test_a_toll_stands_on_one_event() -> None:
    """The dead and missing of one breath are the battle's, and not once more those of a kidnapping told behind them."""
    text = ("اندلعت اشتباكات بين الجيش اللبناني وجبهة النصرة في بلدة عرسال. وأعلن الجيش مقتل 8 عسكريين "
            "وفقدان 13 آخرين، في حين خطف المسلحون موظفين.")
    document = sijill.load(model=None)(text, published="2018-03-14")
    found = [(c.kind, c.low) for e in document.events or () for c in e.casualties]
    assert found.count(("missing", 13)) == 1


def test_what_stands_at_the_end_of_a_text_says_nothing_of_its_beginning() -> None:
    """Whose the dead were does not depend on the last word of a text that begins with "of X"."""
    assert [[m.who for m in mentions(f"من الحوثيين 12 قتيلا {last}")] for last in ("سقط", "وصل")] == [["CIVILIANS"]] * 2


def test_the_displaced_of_a_period_are_counted() -> None:
    """Who has fled since the fighting began is told of the flight; the dead since then are a total of no event."""
    assert told("نزح 700 ألف شخص منذ اندلاع القتال.") == {("displaced", 700_000, 700_000)}
    assert told("قتل 700 شخص منذ اندلاع القتال.") == set()


def test_the_doers_are_none_of_the_dead() -> None:
    """Gunmen who kill a preacher are not killed; an officer whom they kill is."""
    assert {t[:2] for t in tolls("اغتال مسلحون مجهولون إمام مسجد في مدينة درعا.")} == set()
    assert {t[:2] for t in tolls("اغتال مسلحون مجهولون ضابطا في مدينة درعا.")} == {("killed", 1)}


def test_the_wounded_of_a_war_are_no_toll() -> None:
    """With a war's dead its wounded are a total of no event; thousands wounded in one day are its toll."""
    assert told("ارتفعت الحصيلة إلى 39790 قتيلا و91702 جريحا.") == set()
    assert told("أصيب 2700 متظاهر وقتل 60 شخصا أمس.") == {("wounded", 2700, 2700), ("killed", 60, 60)}


@pytest.mark.parametrize(("text", "toll"), [
    ("لقي ضابط تركي مصرعه إثر تفجير في عفرين.", ("killed", 1, 1)),
    ("قالت الشرطة إن مزارعا لقي حتفه بلغم في تعز.", ("killed", 1, 1)),
    ("لقي خمسة عمال مصرعهم في حاس.", ("killed", 5, 5)),
])
def test_who_met_their_death_is_a_toll(text: str, toll: Toll) -> None:
    """One person who "met their death" counts as one dead, before the verb or behind it, and several as so many."""
    assert told(text) == {toll}


@pytest.mark.parametrize("text", ["لقيت المبادرة مصرعها في المهد.", "لقي الحزب حتفه السياسي أمس."])
def test_what_meets_its_end_and_is_nobody_is_no_toll(text: str) -> None:
    """A plan or a party that meets its end is no dead."""
    assert told(text) == set()


@pytest.mark.parametrize(("text", "toll"), [
    ("قالت الشرطة إن ناشطين أجنبيين قتلا في تعز.", ("killed", 2, 2)),
    ("قالت الشرطة إن ناشطين أجانب قتلوا في تعز.", ("killed", None, None)),
])
def test_a_verb_of_two_tells_two(text: str, toll: Toll) -> None:
    """A word spelled alike for two and for many is two before a verb of two, and many before one of many."""
    assert told(text) == {toll}


@pytest.mark.parametrize(("text", "expected"), [
    ("سقط أربعة قتلى على الأقل وستة جرحى.", {("killed", 4, None), ("wounded", 6, 6)}),
    ("قتل على الأقل أربعة عمال.", {("killed", 4, None)}),
    ("أدى القصف إلى مقتل مزارع، بالإضافة إلى ثلاثة رعاة.", {("killed", 1, 1), ("killed", 3, 3)}),
    ("أدى القصف إلى مقتل مزارع، بالإضافة إلى تدمير ثلاثة منازل.", {("killed", 1, 1)}),
])
def test_a_toll_goes_on_behind_at_least_and_in_addition(text: str, expected: set[Toll]) -> None:
    """"At least" behind a count is said of it and not of the next; a comma before "in addition to" parts no people."""
    assert told(text) == expected


@pytest.mark.parametrize(("text", "counted"), [
    ("قتل ستة جنود في غاو، ويحاصر المسلحون تمبكتو منذ مارس.", True),
    ("قتل ستة جنود أمس في هجوم على غاو هو الأعنف منذ مارس.", True),
    ("في أول هجوم منذ مارس قتل ستة جنود في غاو.", True),
    ("قتل ستة جنود في غاو منذ مارس.", False),
    ("منذ مارس قتل ستة جنود في غاو.", False),
])
def test_a_month_sums_up_what_is_told_with_it(text: str, counted: bool) -> None:
    """The dead "since March" are a total; those of a day are none where a siege or a lull has gone on since March."""
    assert bool(told(text)) is counted


@pytest.mark.parametrize(("text", "expected"), [
    ("قال ناشطون إن 60 في المائة من ضحايا القصف على تعز مدنيون.", set()),
    ("تظاهر أكثر من ألف شخص في حماة احتجاجا على قتل طبيب.", set()),
    ("تجري عملية تمشيط للقضاء على آخر جيوب داعش في الرمادي.", set()),
    ("قتل جندي وأصيب آخر في بغداد.", {("killed", 1, 1), ("wounded", 1, 1)}),
    ("فقد أكثر من 300 من المعلمين أعمالهم في صنعاء.", set()),
    ("فقد أكثر من 300 من الصيادين في البحر.", {("missing", 300, None)}),
])
def test_shares_protests_and_work_lost_are_no_tolls(text: str, expected: set[Toll]) -> None:
    """A share of the dead, whose death a crowd protests at, the last pockets and work that is lost count nobody."""
    assert told(text) == expected


def test_others_wounded_of_a_side_are_of_it_as_the_dead_before_them() -> None:
    """"5 were killed and 11 others wounded of X" tells of X's dead as well."""
    text = "قتل 5 وأصيب 11 آخرون من الحوثيين في كمين للمقاومة الشعبية بمحافظة تعز."
    assert tolls(text) == {("killed", 5, 5, "HOUTHIS"), ("wounded", 11, 11, "HOUTHIS")}


def test_a_side_whose_raids_killed_is_not_the_dead() -> None:
    """"The toll of the raids of A" is of those whom A hit."""
    text = "زادت حصيلة غارات الطيران السوري على بلدة صيدا إلى 15 قتيلا."
    assert ("killed", 15, 15, "SYR_AIRFORCE") not in tolls(text)


@pytest.mark.parametrize(("text", "told"), [
    ("خطف مسلحون من داعش مساء الخميس أربعة عمال قرب اعزاز.", ["أربعة عمال"]),
    ("خطف مسلحون من داعش مساء الخميس قرب اعزاز.", ["مسلحون"]),
])
def test_an_evening_parts_no_doers_from_those_they_held(text: str, told: list[str]) -> None:
    """Behind the men of a group the evening on which they did it may stand before the people whom they took."""
    document = read_document(text)
    assert [text[toll.start : toll.end] for toll in document.casualties or ()] == told


def test_one_that_says_how_many_behind_its_noun_counts_no_more() -> None:
    """ "One family met their death" counts the people of it, and nobody besides."""
    assert told("لقي تسعة أشخاص من عائلة واحدة لقوا حتفهم في قصف على حلب.") == {("killed", 9, 9)}


def test_a_sides_own_soldiers_and_anothers_are_two_tolls() -> None:
    """ "Five of its soldiers and three Iraqi soldiers" are not eight of one side; five and an officer are six."""
    assert told("أعلن الجيش التركي مقتل خمسة من جنوده وثلاثة جنود عراقيين في دهوك.") == {
        ("killed", 5, 5), ("killed", 3, 3)}
    assert told("أعلن الجيش التركي مقتل خمسة من جنوده وضابط في دهوك.") == {("killed", 6, 6)}


def test_between_written_as_one_word_opens_a_range() -> None:
    """ "Between 47 and 58" is a range also where its two words are written as one."""
    assert told("قتل الجيش مابين 47 و58 من عناصر داعش.") == {("killed", 47, 58)}


@pytest.mark.parametrize(("text", "whom"), [
    ("أردى مسلحون مجهولون، ضابطاً شاباً في بغداد.", "ضابطاً"),
    ("قتل مسلحون، وأصيب جندي في حلب.", "مسلحون"),
    ("قتل مسلحون، بينهم ضابط، في حلب.", "مسلحون"),
])
def test_an_object_behind_a_comma_is_who_was_killed(text: str, whom: str) -> None:
    """Gunmen are not the dead where an accusative behind them is, a comma between or not."""
    first = mentions(text)[0]
    assert text[first.start : first.end] == whom


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل مسلحون مجهولون محمد العلي في كركوك وأصيب جنديان.", {("wounded", 2, 2)}),
    ("ذكر أن مسلحين قتلوا عبد الأمير المحمداوي في البصرة.", set()),
    ("قتل مسلحون في غارة على حلب.", {("killed", None, None)}),
    ("قتل مدنيون محمد العلي وأبناؤه في حلب.", {("killed", None, None)}),
    ("قتل مدنيون بينهم محمد العلي في حلب.", {("killed", None, None)}),
    ("قتل مسلحو طالبان جنديين في هلمند.", {("killed", 2, 2)}),
])
def test_who_kill_somebody_named_are_not_the_dead(text: str, expected: set[Toll]) -> None:
    """Gunmen before a person's first name did the killing, and "Taliban" behind them is no number of two."""
    assert told(text) == expected


@pytest.mark.parametrize(("text", "told"), [
    ("قتل مسلح أربعة أشخاص في حمص.", ["أربعة أشخاص"]),
    ("قتل انتحاري من داعش 32 شخصا في سروج.", ["32 شخصا"]),
    ("قتل ضابط برتبة نقيب وثلاثة جنود في حمص.", ["ضابط", "ثلاثة جنود"]),
    ("قتل عنصر من داعش خلال 24 ساعة في حمص.", ["عنصر"]),
    ("قتل رجل أربعة منهم أطفال.", ["رجل"]),
])
def test_one_man_who_killed_many(text: str, told: list[str]) -> None:
    """One armed man right before people counted without "and" killed them; others are told dead."""
    document = read_document(text)
    assert [text[toll.start : toll.end] for toll in document.casualties or ()] == told


def test_people_in_the_ranks_of_a_side_are_its() -> None:
    """Whoever was killed in a side's ranks was of it; people who were killed in its attack were not."""
    ours = "قتل ثلاثون شخصا في صفوف الحوثيين في معركة مع الجيش اليمني قرب حرض."
    assert [m.who for m in mentions(ours)] == ["HOUTHIS"]
    theirs = "قتل نحو مئة شخص في هجوم المتمردين الحوثيين في صعدة."
    assert [m.who for m in mentions(theirs)] == ["CIVILIANS"]


def test_a_man_behind_the_police_is_no_other_side() -> None:
    """A conscript who fell beside a captain of police takes the police from nobody; two sides' men are nobody's."""
    told = read_document("قتل نقيب شرطة ومجند في العريش.").casualties or ()
    assert [toll.named is not None for toll in told] == [True]
    # a definite one is a man told of before
    told = read_document("قتل نقيب شرطة والجندي في العريش.").casualties or ()
    assert [(toll.who, toll.named) for toll in told] == [(None, None)]
    both = read_document("قتل خمسة من الحوثيين وتنظيم القاعدة في البيضاء.").casualties or ()
    assert [(toll.who, toll.named) for toll in both] == [(None, None)]


@pytest.mark.parametrize(("text", "expected"), [
    ("قال الشاهد إن الصحفية سميرة حسن قتلت برصاص الجنود.", {("killed", 1, 1)}),
    ("ذكر البيان أن الضابط محمد علي، الذي قاد الدورية، لقي مصرعه أمس.", {("killed", 1, 1)}),
    ("قال الشاهد إن القائد أحمد حسن، قتل مع عدد من حراسه.", {("killed", 1, 1), ("killed", None, None)}),
    # whom they killed, what another clause tells, and who has no name
    ("قال الشاهد إن الضابط محمد علي قتل ثلاثة مدنيين.", {("killed", 3, 3)}),
    ("قال الشاهد إن الضابط محمد علي وصل حين قتل جاره.", set()),
    ("قال الشاهد إن الضابط محمد علي ذكر أن قائده قتل.", set()),
    ("قال الشاهد إن الضابط في القاعدة رآه وقد قتل.", set()),
    ("قال الشاهد إن الضابط محمد علي اغتال جاره.", set()),
])
def test_a_verb_behind_a_name_tells_of_whom_it_names(text: str, expected: set[tuple[str, int | None, int | None]]
                                                     ) -> None:
    """ "That the reporter A was killed" counts one; those killed with them count too, and so do those they killed."""
    assert {(m.kind, m.low, m.high) for m in read_document(text).casualties or ()} == expected


def sides(text: str) -> list[tuple[str, str | None]]:
    """The kind of each toll, and whose people it counts."""
    return [(m.kind, m.who) for m in read_document(text).casualties or ()]


@pytest.mark.parametrize(("text", "expected"), [
    ("تكبدت ميليشيات الحوثي في المعارك 31 قتيلا و24 جريحا و52 أسيرا.",
     [("killed", "HOUTHIS"), ("wounded", "HOUTHIS"), ("captured", "HOUTHIS")]),
    ("خلفت المعارك قتلى وجرحى وأسرى بين مسلحي الحوثي.",
     [("killed", "HOUTHIS"), ("wounded", "HOUTHIS"), ("captured", "HOUTHIS")]),
    ("هرب 400 معتقل من السجن.", [("displaced", "CIV_PRISONERS")]),
    ("أصيب طفل أمام المدرسة، وسقط جرحى وأسرى في صفوف مسلحي الحوثي.",
     [("wounded", "CIVILIANS"), ("wounded", "HOUTHIS"), ("captured", "HOUTHIS")]),
    ("سقط قتلى بصفوف الحوثيين.", [("killed", "HOUTHIS")]),
    ("أعلنت مصر مقتل ثلاثة وإصابة أربعة من الحوثيين.", [("killed", "HOUTHIS"), ("wounded", "HOUTHIS")]),
    ("أعلنت مصر مقتل ثلاثة في القصف وإصابة أربعة من الحوثيين.", [("killed", "CIVILIANS"), ("wounded", "HOUTHIS")]),
])
def test_whose_the_dead_and_captives_were(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Captives of a war are of the side that lost them, and captives though they stand behind the wounded."""
    assert sides(text) == expected


def test_residents_are_told_of() -> None:
    """Dead "among the residents" are said to be civilians, and of bare dead nobody says so."""
    rules = [m.rule for m in read_document("سقط قتلى بين الأهالي. وسقط قتلى في القصف.").casualties or ()]
    assert rules == ["toll:victim", "toll:victim:unsaid"]


@pytest.mark.parametrize(("text", "expected"), [
    ("قالت الشرطة إن مسلحين قتلا أحد الحراس في السوق.", {("killed", 1, 1)}),
    ("نفذ الهجوم مسلحان وقتلا فيه 12 عاملا.", {("killed", 12, 12)}),
    ("قالت الشرطة إن مسلحين قتلا في السوق.", {("killed", 2, 2)}),
])
def test_two_who_killed_are_not_the_dead(text: str, expected: set[Toll]) -> None:
    """A verb of two that has people counted behind it tells of these, and of those before it where it has none."""
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("قتل جنديان من القوات الخاصة (سوات) وثلاثة مدنيين.", {("killed", 2, 2), ("killed", 3, 3)}),
    ("قتل مدني من الحي القديم، وفق ما ذكره شاهد، فضلا عن نحو 40 مسلحا.", {("killed", 1, 1), ("killed", 40, 40)}),
    ("قتل مدني من الحي القديم، وفق ما ذكره شاهد، وفي المدينة نحو 40 مسلحا.", {("killed", 1, 1)}),
])
def test_brackets_part_no_dead_from_those_joined_to_them(text: str, expected: set[Toll]) -> None:
    """What stands in brackets, or however much before "in addition to", leaves the dead behind it joined."""
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("أدى القصف إلى إصابات بين صفوف المدنيين.", {("wounded", None, None)}),
    ("نقلت الطواقم إلى إصابات بين صفوف المدنيين مساعدة.", set()),
    ("قال الطبيب إن عدد القتلى بلغ 26 شخصا والمصابين 28.", {("killed", 26, 26), ("wounded", 28, 28)}),
    ("قال الطبيب إن عدد الغرف 26 والمصابين 28 عاما.", set()),
])
def test_what_a_deed_led_to_and_a_second_total(text: str, expected: set[Toll]) -> None:
    """Wounded that something "led to" fell, as the wounded numbered behind the number of the dead did."""
    assert told(text) == expected


def test_an_officer_s_wife_is_no_other_side() -> None:
    """Whose the officer was who fell with his wife stays said; a toll of two sides is neither's."""
    assert [m.who for m in mentions("قتل ضابط من قوات النظام وزوجته.")][0] == "SYR_ARMY"
    assert [m.who for m in mentions("قتل 5 من قوات النظام وحزب الله.")] == [None]


@pytest.mark.parametrize("who", ["بائع", "تلميذة", "خطيب مسجد", "عجوز", "حلاق", "مراهق", "باحثة", "معتمر"])
def test_people_of_a_calling_are_civilians(who: str) -> None:
    """A person told by calling, trade or age alone is a civilian who is counted; a word for a thing is nobody."""
    assert ("killed", 1, 1, "CIVILIANS") in tolls(f"قتل {who} في انفجار عبوة ناسفة في مدينة بعقوبة.")
    assert tolls("قتل الوقت في انفجار عبوة ناسفة في مدينة بعقوبة.") == set()
    assert {who for *_, who in tolls("قتل عشرة مسلحين مدربين في غارة روسية على سراقب.")} != {"CIVILIANS"}
