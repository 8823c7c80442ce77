import pytest
from tests.extract.spoken import first, found, read

from sijill.documents import Document
from sijill.extract.speech.speakers import find_speakers
from sijill.pipeline import read_document


@pytest.mark.parametrize(("text", "span", "kind"), [
    ("أفاد مصدر أمني بانفجار عبوة في بعقوبة.", "مصدر أمني", "anonymous_official"),
    ("قالت مصادر محلية إن القصف طال السوق.", "مصادر محلية", "local_source"),
    ("صرح الضابط العراقي بالقول إن القصف طال السوق.", "الضابط العراقي", "anonymous_official"),
    ("أفادت أنباء بسقوط جرحى في السوق.", "أنباء", "unspecified"),
    ("نفى متحدث عسكري عراقي القصف على السوق.", "متحدث عسكري عراقي", "belligerent"),
    ("نفى وزير الداخلية القصف على السوق.", "وزير الداخلية", "belligerent"),
    ("قال قائد العمليات المشتركة إن القصف طال السوق.", "قائد العمليات المشتركة", "belligerent"),
    ("قال مصدر بالشرطة إن القصف طال السوق.", "مصدر بالشرطة", "anonymous_official"),
    ("ذكر شهود عيان أن دبابات دخلت الحي.", "شهود عيان", "witness"),
    ("أعلن الدفاع المدني انتشال جثتين من تحت الركام.", "الدفاع المدني", "medical"),
    ("أكد ناشطون أن الطريق ما زال مقطوعا.", "ناشطون", "activist"),
    ("قالت منظمة العفو الدولية إن الهجوم قتل مدنيين.", "منظمة العفو الدولية", "monitor"),
    ("أعلنت اللجنة الدولية للصليب الأحمر دخول قافلة.", "اللجنة الدولية للصليب الأحمر", "international"),
    ("ذكر التلفزيون الرسمي أن الغارة أخطأت هدفها.", "التلفزيون الرسمي", "state_media"),
    ("قال مراسلنا إن الاشتباكات توقفت.", "مراسلنا", "media"),
    ("قالت مصادرنا في المدينة إن الاشتباكات توقفت.", "مصادرنا", "media"),
    ("أوردت القناتان المحليتان أن الجسر دمر.", "القناتان المحليتان", "media"),
    ("أعلنت ميليشا الصقور أنها غنمت شاحنة.", "ميليشا الصقور", "belligerent"),
    ("أكدت تشكيلات مسلحة أنها غنمت شاحنة.", "تشكيلات مسلحة", "belligerent"),
    ("قالت وثائق مسربة إن السجن أخلي.", "وثائق", "unspecified"),
    ("أفادت أنباء بأنهم أخلوا السوق.", "أنباء", "unspecified"),
    ("تشير تقارير إلى أن البلدة خلت من أهلها.", "تقارير", "unspecified"),
    ("أعلن المتحدث باسم الجيش السوداني صد هجوم.", "المتحدث باسم الجيش السوداني", "belligerent"),
])
def test_kinds(text: str, span: str, kind: str) -> None:
    """A described speaker has the kind of its head, of its adjective or of the body it serves."""
    assert found(text)[0] == (span, kind)


def test_source_inside_a_party() -> None:
    """A source within a state's office is an anonymous official; within a faction it speaks for a party."""
    assert found("قال مصدر في الجيش العراقي إن الهجوم فشل.")[0][1] == "anonymous_official"
    assert found("قال مصدر في حركة النضال إن الهجوم نجح.")[0][1] == "belligerent"


def test_person_is_named_by_office() -> None:
    """A person's name is never the span: the office beside it is, before the name or after it."""
    before = "قال مدير مستشفى الشفاء سالم رجب إن الجرحى كثيرون."
    after = "قال سالم رجب، مدير مستشفى الشفاء، إن الجرحى كثيرون."
    assert found(before)[0][0].startswith("مدير مستشفى")
    assert "سالم" not in found(before)[0][0]
    assert found(after)[0][0].startswith("مدير مستشفى")


def test_name_calls_up_the_office() -> None:
    """A speaker called by surname later is the one whose office was given with that name."""
    text = "قال مدير مستشفى الشفاء سالم رجب إن الجرحى كثيرون. وتابع رجب أن القصف أصاب المبنى."
    mentions = read(text).speakers or ()
    assert mentions[-1].start == mentions[0].start
    assert mentions[-1].scope_start >= text.index("وتابع")


def test_dropped_subject_goes_on() -> None:
    """A verb of speech without a subject continues the last speaker."""
    text = "قال مصدر طبي إن سبعة قتلوا. وأضاف أن القصف متواصل."
    assert found(text) == [("مصدر طبي", "medical"), ("مصدر طبي", "medical")]


def test_pointing_word_takes_the_kind_of_its_antecedent() -> None:
    """The source, named again with the article, is its own span and keeps the kind it had."""
    text = "قال مصدر طبي إن سبعة قتلوا. وذكر المصدر أن القصف متواصل."
    assert found(text)[1] == ("المصدر", "medical")


def test_sentence_start_is_not_covered_by_a_later_verb() -> None:
    """What stands before a verb of speech in its sentence is not told on that speaker's word."""
    text = "بعد قصف المدينة، قال مصدر عسكري إن القوات انسحبت."
    assert first(text).scope_start == text.index("قال")


def test_second_speaker_ends_the_first() -> None:
    """A second speaker in a coordinate clause ends what the first one says."""
    text = "أعلن الجيش التركي مقتل عشرة، فيما قال المرصد السوري لحقوق الإنسان إن القصف قتل طفلا."
    mentions = read(text).speakers or ()
    assert mentions[0].scope_end <= text.index("قال")


def test_quoted_source_is_inside_the_one_who_quotes() -> None:
    """A report that quotes a source gives both, the quoting body and the quoted one."""
    text = "نقلت وكالة رويترز عن مسؤول محلي أن الجسر دمر."
    assert found(text) == [("وكالة رويترز", "media"), ("مسؤول محلي", "local_source")]


def test_outlet_speaks_for_itself() -> None:
    """Impersonal phrases (it is worth mentioning that) have no speaker."""
    assert found("قال مصدر طبي إن سبعة قتلوا. يذكر أن البلدة تعرضت لقصف أمس.") == [("مصدر طبي", "medical")]


def test_preposition_that_looks_like_a_verb() -> None:
    """Between, written like the verb of stating, makes no speaker of the party after it."""
    assert found("دارت معارك بين الجيش و\"الوحدات\" في أطراف الحي.") == []


def test_subject_before_its_verb() -> None:
    """A subject that stands before its verb of speech is the speaker, not the verb's object."""
    text = "لكن مصادر قبلية اتهمت الجيش اليمني بقصف القرية."
    assert found(text) == [("مصادر قبلية", "local_source")]


def test_negated_speech_is_none() -> None:
    """Someone who did not comment is no source."""
    assert found("ولم يعلن الجيش الإسرائيلي مسؤوليته عن الغارة.") == []


@pytest.mark.parametrize(("text", "span"), [
    ("أكد متحدث باسم الحكومة النبأ، وقال إن الطريق فتح.", "متحدث باسم الحكومة"),
    ("نفى مصدر أمني الاتهامات، وقال إن الطريق فتح.", "مصدر أمني"),
    ("نفى مصدر في الوزارة اليمنية المزاعم، وقال إن الطريق فتح.", "مصدر في الوزارة اليمنية"),
])
def test_what_is_confirmed_or_denied_is_no_part_of_the_speaker(text: str, span: str) -> None:
    """The news that a speaker confirms, and charges that he denies, are no adjectives of his."""
    assert found(text)[0][0] == span


@pytest.mark.parametrize(("text", "span", "kind"), [
    ("قال مسؤولون طبيون فرنسيون إن ثلاثة جرحوا.", "مسؤولون طبيون فرنسيون", "medical"),
    ("ذكر مصدر أمني فلسطيني أن الحاجز أغلق.", "مصدر أمني فلسطيني", "anonymous_official"),
    ("قالت المصادر الطبية إن ثلاثة جرحوا.", "المصادر الطبية", "medical"),
    ("أفاد مصدر بوزارة الدفاع العراقية بأن الطريق فتح.", "مصدر بوزارة الدفاع العراقية", "anonymous_official"),
    ("أفاد مصدر بانفجار عبوة في السوق.", "مصدر", "unspecified"),
    ("قال القياديان إن الهدنة انهارت.", "القياديان", "belligerent"),
    ("ذكر عدد من وسائل الإعلام أن المطار قصف.", "وسائل الإعلام", "media"),
    ("أعلنت قيادة العمليات الخاصة أن الطريق فتح.", "قيادة العمليات الخاصة", "belligerent"),
])
def test_extent_of_a_described_speaker(text: str, span: str, kind: str) -> None:
    """Adjectives of countries, of either number, and bodies tied by a particle belong to the speaker's phrase."""
    assert found(text)[0] == (span, kind)


def test_office_in_a_clause_of_being() -> None:
    """An office that a clause gives to a name (who is a spokesman) is the speaker."""
    assert found("قال سالم رجب وهو متحدث عسكري، إن الغارة فشلت.") == [("متحدث عسكري", "belligerent")]


def test_subject_before_a_pluperfect() -> None:
    """The auxiliary may stand between a speaker and the verb; joined to what goes before, it has no subject there."""
    assert found("يذكر أن وزير الدفاع سالم رجب، كان قد أعلن أن الهدنة انتهت.")[0][1] == "belligerent"
    assert found("قصف وزير الدفاع، وكان قد أعلن أن الهدنة انتهت.") == []


def test_name_behind_where_an_office_is_held() -> None:
    """The name learnt with an office may stand behind the place of the office."""
    text = "قال مدير مستشفى بمدينة البيضاء سالم رجب إن الجرحى كثيرون. وأكد رجب أن القصف تجدد."
    mentions = read(text).speakers or ()
    assert mentions[-1].start == mentions[0].start


def test_report_ascribed_to_a_source() -> None:
    """Who ascribes a saying to a source passes it on; a deed ascribed to a party is no saying of that party."""
    text = "ونسبت تقارير صحفية إلى مصادر قبلية قولها إن القرية قصفت."
    assert found(text) == [("تقارير صحفية", "media"), ("مصادر قبلية", "local_source")]
    assert ("الجيش العراقي", "belligerent") not in found("ونسبت مصادر قبلية الغارة إلى الجيش العراقي أمس.")


def test_source_quoted_by_an_unknown_name() -> None:
    """A body that quotes a person without an office is still a speaker."""
    assert found("ونقلت وكالة رويترز عن رجب قوله إن الجسر دمر.") == [("وكالة رويترز", "media")]


@pytest.mark.parametrize("head", ["تلك المصادر", "هذه المصادر", "ذات المصادر"])
def test_those_sources(head: str) -> None:
    """A word that points to an earlier speaker may stand before it, behind its verb or behind "according to"."""
    said = "قالت مصادر طبية إن سبعة قتلوا."
    assert found(f"{said} وذكرت {head} أن القصف متواصل.")[1] == ("المصادر", "medical")
    assert found(f"{said} وتجدد القصف أمس وفق {head}.")[1] == ("المصادر", "medical")


def test_those_roads() -> None:
    """What a pointing word shows is no speaker by that."""
    assert found("وذكرت تلك الطرق في الخريطة أمس.") == []


def test_who_is_called_so() -> None:
    """Who is called by a name has not said what follows; who claims that it was so has."""
    assert found("قال ناشطون إن قياديا محليا يدعى أبو الريش قتل.") == [("ناشطون", "activist")]
    assert found("ويدعي الجيش العراقي أن الجسر سلم.") == [("الجيش العراقي", "belligerent")]


def test_said_at_a_press_conference() -> None:
    """The word for what sort of conference or statement it was is no reporter who speaks."""
    text = "قال وزير الدفاع إن الطريق آمن. وقال في مؤتمر صحفي بالعاصمة إن الجسر قصف."
    assert found(text)[-1][0] == "وزير الدفاع"
    assert found("وقال في العاصمة صحفي محلي إن الجسر قصف.")[-1:] != [("وزير الدفاع", "belligerent")]


def test_told_an_outlet_with_the_article() -> None:
    """An outlet that has the article only where it is told something is no part of who told it."""
    assert found("قال شهود عيان للبي بي سي إن السوق قصف.")[0] == ("شهود عيان", "witness")
    assert found("قال متحدث باسم الصليب الأحمر للجزيرة إن السوق قصف.")[0][0] == "متحدث باسم الصليب الأحمر"


def test_an_office_behind_a_name_that_is_another_word_too() -> None:
    """A given name spelled like a preposition does not part a name from the office behind it; a preposition does."""
    assert found("وقال شاكر علي خان مدير شرطة البلدة إن السوق أغلق.")[0][0] == "مدير شرطة البلدة"
    assert found("وقال شاكر في لقاء مدير شرطة البلدة إن السوق أغلق.") == []


def test_a_quotation_that_nothing_closes() -> None:
    """Where another quotation opens far behind, the first is over with its sentence: what follows is not said by it."""
    told = "كشف قائد الشرطة \"أن الطريق مغلق والجسر مدمر."
    between = " وقصفت القوات سوق البلدة القديمة قرب الجسر." * 10
    assert found(f"{told}{between} وأفادت شبكة \"الراصد\" بقصف آخر.") == [
        ("قائد الشرطة", "belligerent"), ("شبكة \"الراصد\"", "media")]
    closed = found(f"{told}{between[:90]}\" كما قال.")
    assert len(closed) > 1


def test_needs_tokens() -> None:
    """The component refuses a document without tokens."""
    with pytest.raises(ValueError, match="tokens"):
        find_speakers(Document("نص", "d"))


def test_same_answer_twice() -> None:
    """Reading the same text again gives the same speakers."""
    text = "قال مصدر طبي إن سبعة قتلوا، بحسب وكالة رويترز."
    assert read(text).speakers == read(text).speakers


def test_and_to_is_no_governor() -> None:
    """A sentence that begins with "and to" has no governor for its speaker; one that names a governor has."""
    assert found("وإلى الجنوب الغربي، ذكر ناشطون أن المقاتلين بلغوا النهر.") == [("ناشطون", "activist")]
    assert found("وإلى الجنوب من المدينة قالت مصادر محلية إن القصف توقف.") == [("مصادر محلية", "local_source")]
    assert found("قال والي الخرطوم إن القصف توقف.") == [("والي الخرطوم", "belligerent")]


def test_a_statement_ends_with_the_stop_behind_its_quotation() -> None:
    """What follows a full stop behind a closed quotation is not on the word of who was quoted."""
    text = "وقال شاهد: \"رأينا العائلات تمشي\". وقصفت الطائرات البلدة."
    (mention,) = read(text).speakers or ()
    assert mention.scope_end <= text.index("وقصفت")


def test_a_quotation_runs_on_over_its_own_stops() -> None:
    """A full stop inside a quotation does not end it."""
    text = "وقال شاهد: \"رأينا الدخان (الأسود). وقصفوا البيوت\"."
    assert any(m.scope_start <= text.index("قصفوا") < m.scope_end for m in read(text).speakers or ())


def test_who_was_told_nothing_is_no_speaker() -> None:
    """Where things, and not reports, came to someone, nobody speaks."""
    assert found("وردت إلى المستشفى أجهزة جديدة من العاصمة، وأن الطريق إليه مفتوح.") == []


@pytest.mark.parametrize("text", [
    "قال ناشط إن البيوت احترقت. ونفى ما أوردته وسائل إعلام موالية عن سيطرة الجيش على البلدة.",
    "نفى ناشط ما أعلنته وسائل إعلام موالية عن سيطرة الجيش على البلدة.",
    "قال ناشط إن البلدة هادئة، خلافا لما أعلنته وسائل إعلام موالية عن سيطرة الجيش عليها.",
])
def test_who_denies_what_another_said_is_its_speaker(text: str) -> None:
    """A denial of what others said is on the denier's word, and not on theirs."""
    at = text.index("سيطرة")
    assert {text[m.start : m.end] for m in read(text).speakers or () if m.scope_start <= at < m.scope_end} == {"ناشط"}


def test_what_is_taken_up_is_on_both_words() -> None:
    """Who confirms what another announced speaks besides him."""
    text = "أكد الوزير ما أعلنه الجيش عن مقتل خمسة جنود."
    assert [text[m.start : m.end] for m in read(text).speakers or ()] == ["الوزير", "الجيش"]


@pytest.mark.parametrize(("text", "span", "kind"), [
    ("أعلن مركز طب الطوارئ والدعم مقتل عامل.", "مركز طب الطوارئ والدعم", "medical"),
    ("أعلن المجلس النرويجي للاجئين نزوح مئات العائلات.", "المجلس النرويجي للاجئين", "international"),
    ("قالت حركات أزوادية مسلحة إنها أسرت جنودا.", "حركات أزوادية مسلحة", "belligerent"),
    ("قالت جماعات مسلحة إنها أسرت جنودا.", "جماعات مسلحة", "belligerent"),
])
def test_bodies_of_relief_and_movements(text: str, span: str, kind: str) -> None:
    """A body of relief is one speaker of its kind though its name joins two words, and movements speak as a party."""
    assert found(text) == [(span, kind)]


def test_two_bodies_are_two_speakers() -> None:
    """Two bodies that a particle joins both speak."""
    assert found("أعلنت وزارة الدفاع والجيش مقتل جنود.") == [("وزارة الدفاع", "belligerent"), ("الجيش", "belligerent")]


@pytest.mark.parametrize(("text", "span"), [
    ("وقدّم التلفزيون السوري الرسمي رواية أخرى، إذ قال إن الجنود تقدموا.", "التلفزيون السوري الرسمي"),
    ("وزار الوزير المدينة وقال إن الجنود تقدموا.", "الوزير"),
    ("ونفى أن يكون الجنود قد تقدموا.", "ناشط"),
    ("وقصفت المدفعية البلدة، وقال إن الجنود تقدموا.", "ناشط"),
    ("واتصل بالوزير وقال إن الجنود تقدموا.", "ناشط"),
])
def test_who_says_it_where_the_verb_names_nobody(text: str, span: str) -> None:
    """A verb of saying without a subject is of whom its sentence opens with, if he may speak, else as before."""
    text = "قال ناشط إن البيوت احترقت. " + text
    at = text.index("تقدموا")
    assert {text[m.start : m.end] for m in read(text).speakers or () if m.scope_start <= at < m.scope_end} == {span}


def test_what_is_expected_is_on_nobody_s_word() -> None:
    """An expectation is the outlet's own, but for one whose holder is named."""
    said = "قال ناشط إن البيوت احترقت. "
    assert found(said + "ويتوقع أن تصل تعزيزات.") == [("ناشط", "activist")]
    assert found(said + "ويتوقع الوزير أن تصل تعزيزات.") == [("ناشط", "activist"), ("الوزير", "belligerent")]


def test_a_pointing_office_keeps_its_own_kind() -> None:
    """A minister of whom the text has not spoken is no activist; a spokesman is of the body spoken of before."""
    assert found("قال ناشط إن البيوت احترقت. وقال الوزير إن الطريق آمن.")[1] == ("الوزير", "belligerent")
    assert found("قال متحدث باسم المستشفى إن الجرحى كثر. وأضاف المتحدث أن القصف توقف.")[1] == ("المتحدث", "medical")


@pytest.mark.parametrize(("text", "span"), [
    ("وأكد استهداف الطائرات للبلدة.", "ناشط"),
    ("وأعلن مقتل جنود في البلدة.", "ناشط"),
    ("واتهم أوكرانيا بقصف البلدة.", "ناشط"),
    ("واتهم الجيش الفصائل بقصف البلدة.", "الجيش"),
    ("وأعلن الجيش مقتل جنود في البلدة.", "الجيش"),
])
def test_a_deed_or_who_is_accused_is_no_subject(text: str, span: str) -> None:
    """Right behind a verb of saying a deed is what is announced, and who is accused of one has not said it."""
    text = "قال ناشط إن البيوت احترقت. " + text
    at = text.index("بلدة")
    assert {text[m.start : m.end] for m in read(text).speakers or () if m.scope_start <= at < m.scope_end} == {span}


@pytest.mark.parametrize(("text", "span", "kind"), [
    ("أفاد المركز الفلسطيني لحقوق الإنسان بمقتل شاب.", "المركز الفلسطيني لحقوق الإنسان", "monitor"),
    ("قالت الرابطة السورية لحقوق المواطن إن القصف مستمر.", "الرابطة السورية لحقوق المواطن", "monitor"),
    ("قالت وزارة حقوق الإنسان إن القصف مستمر.", "وزارة حقوق الإنسان", "belligerent"),
    ("قال القائد لحقوق الإنسان كلمة وأضاف أن القصف مستمر.", "القائد", "belligerent"),
    ("ذكرت مؤسسة الأبحاث السورية أن القصف مستمر.", "مؤسسة الأبحاث السورية", "unspecified"),
    ("أعلنت أجهزة الأمن أن القصف مستمر.", "أجهزة الأمن", "belligerent"),
])
def test_a_body_is_known_by_what_it_is_for(text: str, span: str, kind: str) -> None:
    """A body for human rights is a monitor with all of its name; a ministry or a man is not."""
    assert found(text)[0] == (span, kind)


def test_what_a_ministry_is_of_is_no_second_speaker() -> None:
    """A word joined to what a body is of is no speaker; another body is."""
    assert [span for span, _ in found("قالت وزارة الداخلية والدفاع إن الهجوم فشل.")] == ["وزارة الداخلية"]
    assert [span for span, _ in found("قالت وزارة الدفاع ووزارة الداخلية إن الهجوم فشل.")] == [
        "وزارة الدفاع", "وزارة الداخلية"]


def test_who_condemns_a_deed_has_not_told_of_it() -> None:
    """A condemnation puts nothing in the mouth of who condemns; what he then says is on his word."""
    assert found("أدانت الحكومة بشدة التفجير الذي استهدف المسجد.") == []
    said = read("نددت المنظمة بالتفجير وقالت إن خمسة مصلين قتلوا.").speakers or ()
    assert [m.scope_start for m in said] == ["نددت المنظمة بالتفجير وقالت".index("وقالت")]


def test_a_text_may_end_in_the_midst_of_a_speaker() -> None:
    """Wherever a report breaks off, who speaks in it so far is read."""
    text = "قال مدير مركز توثيق الانتهاكات في محافظة إدلب وفق بيان منظمة أطباء بلا حدود ونقلت وكالة عن مصدر في الجيش"
    words = text.split()
    assert all(read_document(" ".join(words[:count])).speakers is not None for count in range(1, len(words) + 1))


def test_two_bodies_speak_where_and_joins_them() -> None:
    """"The army and the security" are two speakers; "the ministry of defence and the interior" is one."""
    assert [span for span, _ in found("قال الجيش والأمن إن الهجوم فشل.")] == ["الجيش", "الأمن"]
    assert [span for span, _ in found("قالت وزارة الدفاع والداخلية إن الهجوم فشل.")] == ["وزارة الدفاع"]


@pytest.mark.parametrize(("text", "span", "kind"), [
    ("وعلم المرصد السوري أن 12 عنصرا قتلوا.", "المرصد السوري", "monitor"),
    ("قالت نقابة الأطباء إن 20 شخصا قتلوا.", "نقابة الأطباء", "medical"),
    ("قال متطوعون في غرفة الطوارئ إن القصف طال السوق.", "متطوعون", "activist"),
])
def test_who_has_learnt_and_who_helps_speak(text: str, span: str, kind: str) -> None:
    """A monitor that has learnt something, doctors' unions and volunteers speak as such."""
    assert (span, kind) in found(text)


def test_two_domains_of_one_office_are_one_speaker() -> None:
    """The ministry of two things speaks once; residents beside an office speak too."""
    assert len(found("قالت وزارة الهجرة والمهجرين إن السكان عادوا.")) == 1
    assert len(found("قالت وزارة الصحة وناشطون إن السكان عادوا.")) == 2


def test_a_flag_speaks_not() -> None:
    """A flag has learnt nothing."""
    assert found("رفع الجيش علم الدولة فوق المبنى.") == []


@pytest.mark.parametrize(("text", "span", "kind"), [
    ("لكن متحدثا باسم الجيش الليبي نفى سقوط المطار.", "متحدثا باسم الجيش الليبي", "belligerent"),
    ("لكن مصدرا أمنيا نفى سقوط المطار.", "مصدرا أمنيا", "anonymous_official"),
    ("غير أن مسؤولا محليا قال إن الطريق مغلق.", "مسؤولا محليا", "local_source"),
    # behind a head that stands in the nominative it says how, and not which
    ("وقال مصدر ميدانيا إن الطريق مغلق.", "مصدر", "unspecified"),
])
def test_a_speaker_behind_but_stands_in_the_accusative(text: str, span: str, kind: str) -> None:
    """"But a security source denied" names its speaker whole, its adjective in the same case."""
    assert (span, kind) in found(text)


def test_who_speaks_while_acting_is_the_subject() -> None:
    """"The minister, speaking of P, said" has no spokesman."""
    assert [kind for _, kind in found("قال الوزير متحدثا عن المعركة إن الطريق مغلق.")] == ["belligerent"]


@pytest.mark.parametrize(("text", "span", "kind"), [
    ("بحسب وكالة شؤون اللاجئين التابعة للأمم المتحدة نزحت مئات الأسر.",
     "وكالة شؤون اللاجئين التابعة للأمم المتحدة", "international"),
    ("قالت وكالة أنباء هاوار إن الأسر نزحت.", "وكالة أنباء هاوار", "media"),
    ('ذكرت صحيفة "واشنطن تايمز" الأمريكية أن الأسر نزحت.', 'صحيفة "واشنطن تايمز" الأمريكية', "media"),
    ("بينت مؤسسة الدفاع المدني السوري كيف نزحت الأسر.", "مؤسسة الدفاع المدني السوري", "medical"),
    ('قالت المديرة الإقليمية لـ"يونيسف" إن الأسر نزحت.', 'المديرة الإقليمية لـ"يونيسف"', "international"),
    ('قال المتحدث العسكري لـ"العربية" إن الأسر نزحت.', "المتحدث العسكري", "belligerent"),
    ("شرح محافظ المدينة لبي بي سي كيف نزحت الأسر.", "محافظ المدينة", "belligerent"),
    ('أعلنت قوات المساعدة الدولية "إيساف" أن الأسر نزحت.', 'قوات المساعدة الدولية "إيساف"', "belligerent"),
])
def test_whose_word_a_body_of_others_gives(text: str, span: str, kind: str) -> None:
    """An agency of the UN is no news agency, a paper named after a capital no state's; whom one tells one is not of."""
    assert (found(text)[0]) == (span, kind)


def test_who_relays_from_a_place_is_a_source() -> None:
    """An agency that relays "from the region, that" is a source; a truck that moves wounded there is none."""
    assert found("ونقلت وكالة رويترز من ريف الحسكة أن الأسر عادت.") == [("وكالة رويترز", "media")]
    assert found("ونقلت شاحنة الجرحى من المنطقة، ثم عادت.") == []


@pytest.mark.parametrize(("name", "kind"), [
    ("صحراء ميديا", "media"), ("قناة طلوع نيوز", "media"), ("وكالة تونس أفريقيا للأنباء", "state_media"),
    ("مجموعة سايت", "monitor"), ("مركز الميزان", "monitor"), ("نجمة داود الحمراء", "medical"),
    ("مركز طب الميدان والدعم", "medical"), ("إذاعة الأندلس", "belligerent"),
    ("المنسقية العامة للنازحين واللاجئين", "local_source"), ("مركز إعلام الغوطة", "activist"),
])
def test_outlets_and_monitors_by_their_whole_names(name: str, kind: str) -> None:
    """A body of sources.tsv speaks under the whole of its name, and as what it is."""
    assert found(f"قالت {name} إن خمسة مدنيين قتلوا في قصف على البلدة.") == [(name, kind)]


@pytest.mark.parametrize(("text", "spans"), [
    ("وبينما قال قادة في المعارضة إن الفصائل صدت الهجمات، ذكرت وكالة سانا أن الجيش سيطر على حي.",
     ["مصادر من المعارضة", "وكالة سانا"]),
    ("وفيما أعلنت القوات الكردية سيطرتها على الحسكة، قالت وكالة سانا إن الجيش حقق تقدما.",
     ["القوات الكردية", "وكالة سانا"]),
    ("وبينما واصلت القوات تقدمها، قالت مصادر محلية إن الجيش سيطر على حي.", ["مصادر محلية"]),
])
def test_others_say_the_rest_of_a_sentence_that_opens_with_while(text: str, spans: list[str]) -> None:
    """Of "while A said P, B said Q" P is on A's word alone and Q on B's."""
    last = text.rindex("الجيش")
    told = [text[m.start:m.end] for m in read(text).speakers or () if m.scope_start <= last < m.scope_end]
    assert told == spans[-1:]


def test_a_security_committee_is_no_red_cross() -> None:
    """The head of a security committee speaks for a party; a committee of the Red Cross is international."""
    assert found("قال رئيس اللجنة الأمنية في الرمادي إن الجيش تقدم.")[0][1] == "belligerent"


def test_a_quoted_deed_is_no_part_of_the_agencys_name() -> None:
    """What stands in doubting quotes behind an agency is what it told; a name in quotes is the agency's."""
    assert ("الوكالة الفلسطينية", "media") in found('أكدت الوكالة الفلسطينية "اغتيال" شاب قرب الخليل.')
    assert any("أعماق" in span for span, _ in found('قالت وكالة "أعماق" إن الهجوم وقع قرب الموصل.'))


@pytest.mark.parametrize(("text", "span"), [
    ("وقال بيان صادر عن الجيش اليمني إن المتمردين تسللوا إلى صعدة.", "الجيش اليمني"),
    ("وجاء في بيان صادر عن وزارة الدفاع العراقية أن الطيران قصف الموصل.", "وزارة الدفاع العراقية"),
])
def test_who_issued_a_statement_speaks(text: str, span: str) -> None:
    """Of "a statement issued by A said" A is the speaker."""
    assert [words for words, _ in found(text)] == [span]


def test_a_statement_of_a_side_is_told_with_it() -> None:
    """A statement whose side follows without "issued by" is the speaker with it."""
    assert [words for words, _ in found("وذكر بيان للجيش اليمني أن المتمردين تسللوا.")] == ["بيان للجيش اليمني"]


@pytest.mark.parametrize(("text", "span"), [
    ("نقلت الوكالة عن محافظ الإقليم القول إن انفجارا هز السوق.", "محافظ الإقليم"),
    ("أعلن وزير الداخلية سالم رجب إلقاء القبض على خلية.", "وزير الداخلية"),
    ('أعلنت الفصائل "فشل" المحادثات مع الوفد.', "الفصائل"),
])
def test_what_is_said_is_no_part_of_its_speaker(text: str, span: str) -> None:
    """The noun of saying, of an arrest or of a failure behind a speaker is not of the speaker's phrase."""
    assert span in [told for told, _ in found(text)]


def test_two_agencies_are_told_by_their_names() -> None:
    """A dual of an outlet's word begins the speaker's phrase, as its singular does."""
    assert found("قالت وكالتا الأنباء إن القصف مستمر.")[0] == ("وكالتا الأنباء", "media")


def test_officials_in_construct_begin_their_phrase() -> None:
    """ "Officials of security" without their noun begin the speaker's phrase as "officials" do."""
    assert found("ذكر مسؤولو أمن إسرائيليون أن مسلحين هاجموا منزلا.")[0][0] == "مسؤولو أمن إسرائيليون"


def test_an_office_told_of_earlier() -> None:
    """A surname calls up the office that stands beside it earlier, though nobody spoke there; not an army."""
    text = "رفض أندريه كوزنتسوف نائب وزير الدفاع الروسي طلبا قدمه الخصم. وقال كوزنتسوف إن القصف مستمر."
    assert found(text) == [("نائب وزير الدفاع الروسي", "belligerent")]
    assert found("سبق كوزنتسوف الجيش الروسي إلى القرية. وقال كوزنتسوف إن القصف مستمر.") == []
    assert found("رفض أندريه كوزنتسوف الشرط. وقال كوزنتسوف إن القصف مستمر.") == []
    asked = "وقال كوزنتسوف إن القصف مستمر في محيط البلدة منذ ساعات الصباح ولم يتوقف حتى الآن. "
    told = "رفض كوزنتسوف، نائب وزير الدفاع الروسي، طلبا قدمه الخصم. "
    assert [span for span, _ in found(asked * 3 + told + asked)] == ["نائب وزير الدفاع الروسي"]


def test_a_name_between_an_office_and_its_verb() -> None:
    """A person's name between an office and its verb parts them as little as a comma does; another's deed does."""
    assert found("لكن المتحدث باسم الشرطة سالم كنعان قال إن القصف مستمر.")[0][0] == "المتحدث باسم الشرطة"
    assert found("يذكر أن رئيس الوزراء البريطاني جون كنعان، قد أعلن أن بلاده سترسل جنودا.")[0][0] == (
        "رئيس الوزراء البريطاني")
    assert found("لكن المتحدث باسم الشرطة في بلدة كنعان قال إن القصف مستمر.") == []
    assert found("لكن المتحدث باسم الشرطة زار سوق بلدة كنعان برفقة قادة مجلس قال إن القصف مستمر.") == []
    assert found("ونبه كنعان من أن هيئة الأركان العامة السورية توقعت القصف.") == []


def test_where_a_report_was_filed_says_nothing() -> None:
    """The country or town of a dateline is no speaker; the same body before its verb is one."""
    assert found("رام الله- في أحدث رسالة لها أمس، قالت إن القوات دخلت البلدة.") == []
    assert found("رام الله قالت إن القوات دخلت البلدة.")[0][0] == "رام الله"
    assert found("مصدر عسكري (في بلدة كنعان)، قال إن القصف مستمر.")[0][0] == "مصدر عسكري"
    assert found("دبي، الإمارات العربية المتحدة (CNN)-- ظن الحلقة الأضعف، مضيفا أن القصف مستمر.") == []
    assert found("توقف القصف منذ ساعات، لكن روسيا (العضو الدائم)، قالت إن القصف مستمر.")[0][0] == "روسيا"
    for side in ("الجيش الإسرائيلي", "حركة حماس", "قوات سوريا الديمقراطية"):
        assert found(f"{side} (في أول تعليق)، قالت إن القصف مستمر.")[0][0] == side


def test_from_where_someone_speaks() -> None:
    """The place behind "from" is no subject of the verb behind it."""
    assert [span for span, _ in found("ومن القاهرة، قالت صحيفة النبأ إن القصف مستمر.")] == ["صحيفة النبأ"]
    assert found("القاهرة قالت إن القصف مستمر.")[0][0] == "القاهرة"
    assert found("ولكن قوات الشرطة، شددت على أن القصف مستمر.")[0][0] == "قوات الشرطة"


def test_one_word_points_back_to_a_body() -> None:
    """The first word of a body's name, alone and definite, calls it up; a word that no speaker began with does not."""
    text = "قالت خلية الإعلام الحربي إن القصف مستمر. وأعلنت الخلية في بيان أن القوات انسحبت."
    assert found(text)[1] == ("الخلية", "belligerent")
    assert len(found("قالت خلية الإعلام الحربي إن القصف مستمر. وقالت الورشة في بيان إن القوات انسحبت.")) == 1
    assert len(found("قالت خلية الإعلام الحربي إن القصف مستمر. وقالت الخلية الثانية إن القوات انسحبت.")) == 1
    text += " قال وكيل المحافظة، سعد الخلية، إن السوق أغلق. وقال الخلية إن الحرب انتهت."
    assert found(text)[3][0] == "وكيل المحافظة"


def test_turning_to_another_matter_ends_a_statement() -> None:
    """Behind "on the other hand" another speaks, though the sentence goes on; behind "side" alone he is quoted."""
    text = "أعلنت وزارة الداخلية أن الحصيلة ارتفعت إلى عشرة من جهة أخرى ذكر مصدر أمني أن قوة دخلت البلدة."
    mentions = read(text).speakers or ()
    assert mentions[0].scope_end <= text.index("ذكر")
    text = "أعلنت وزارة الداخلية أن الحصيلة ارتفعت إلى عشرة من جهة ذكر مصدر أمني أن قوة دخلت منها."
    mentions = read(text).speakers or ()
    assert mentions[0].scope_end == len(text)


def test_a_quotation_without_its_closing_mark_ends_with_the_next_speaker() -> None:
    """A sentence that opens with "and A said that" is not in the quotation before it; one that does not, is."""
    open_quote = "قال مدير المرصد إن \"القصف مستمر. "
    assert len({m.start for m in read(open_quote + "وقال مصدر أمني إن القوات انسحبت.").speakers or () if (
        m.scope_end == len(open_quote + "وقال مصدر أمني إن القوات انسحبت."))}) == 1
    assert all(m.rule != "quote" for m in read(open_quote + "وقال الجيش الروسي إن القوات انسحبت.").speakers or ())
    for said in ("القوات انسحبت وقال الناس إن الحرب انتهت.", "قال مصدر أمني إن القوات انسحبت.",
                 "وقال مصدر أمني الحقيقة أمس."):
        assert any(m.rule == "quote" for m in read(open_quote + said).speakers or ())


def test_what_is_quoted_right_behind_its_verb_is_no_speaker() -> None:
    """A quotation that opens behind a verb of speech and does not close behind a name is what is said."""
    assert found("وقالت \"قوات النظام دخلت القرية وحاصرت منزلا في أطرافها الشرقية منذ الصباح\".") == []
    assert found("وقالت \"قوات النظام\" إنها دخلت القرية.")[0][0] == "قوات النظام"


def test_the_quotes_of_a_name_open_no_speech() -> None:
    """A speaker's name in quotes is no quotation that has ended: who speaks in its that-clause is quoted."""
    text = "وأفاد مراسل قناة \"النبأ\" بأن مصادر محلية تقول إن القصف مستمر."
    assert [span for span, _ in found(text)] == ["مراسل قناة \"النبأ", "مصادر محلية"]
    assert all(m.scope_end == len(text) for m in read(text).speakers or ())
    text = "وأفاد مراسل قناة \"النبأ\" بأن القصف مستمر، وقالت مصادر محلية إن السوق أغلق."
    assert first(text).scope_end <= text.index("وقالت")


@pytest.mark.parametrize("adding", ["مضيفاً", "مضيفا", "مشيرًا إلى"])
def test_the_outer_speaker_adds(adding: str) -> None:
    """What is added behind a pause is on the word of who speaks, not of whom he quotes, however it is spelled."""
    text = f"وأفاد مراسل قناة النبأ بأن مصادر محلية تقول إن القصف مستمر، {adding} أن السوق أغلق."
    mentions = read(text).speakers or ()
    assert [m.scope_end == len(text) for m in mentions] == [True, False]
    text = f"نقلت وكالة رويترز عن مسؤول محلي أن القصف مستمر، {adding} أن السوق أغلق."
    assert all(m.scope_end == len(text) for m in read(text).speakers or ())
    text = f"وأفاد مراسل قناة النبأ بأن مصادر محلية تقول إن القصف مستمر {adding} أن السوق أغلق."
    assert all(m.scope_end == len(text) for m in read(text).speakers or ())
    text = f"مصادر محلية تقول إن القصف مستمر، {adding} أن السوق أغلق."
    assert first(text).scope_end == len(text)


@pytest.mark.parametrize(("text", "span"), [
    ("وقال اللواء سالم كنعان، المتحدث باسم الشرطة، إن القصف مستمر.", "المتحدث باسم الشرطة"),
    ("وقال النقيب سالم كنعان، المتحدث باسم البنتاغون، إن القصف مستمر.", "المتحدث باسم البنتاغون"),
    ("أعلن الشيخ سالم كنعان، رئيس المجلس المحلي للبلدة، عن ضم مقاتلين.", "رئيس المجلس المحلي للبلدة"),
])
def test_a_rank_is_no_body(text: str, span: str) -> None:
    """A rank spelled as a brigade, a guild or an elder is leaves the speaker to the office behind the name."""
    assert [told for told, _ in found(text)] == [span]


def test_a_body_spelled_as_a_rank_is() -> None:
    """Without the article the same word is a body."""
    assert found("أعلن لواء الفتح أن القصف مستمر.")[0][0] == "لواء الفتح"


def test_a_titled_commander_whom_the_registry_knows() -> None:
    """A commander known by name is his own span, with his title."""
    assert found("أعلن المشير خليفة حفتر أن القصف مستمر.")[0][0] == "المشير خليفة حفتر"


def test_a_deed_is_nobodys_name() -> None:
    """What is described behind a verb of speech is no person whose office follows."""
    assert found("ووصف قصف الانفصاليين بأنه الأعنف منذ أشهر.") == []


@pytest.mark.parametrize(("text", "span"), [
    ("وقال موفدنا إن القصف مستمر.", "موفدنا"),
    ("وذكر موفد بي بي سي أن القصف مستمر.", "موفد بي بي سي"),
    ("حذرت خبيرة استراتيجية من أن القصف مستمر.", "خبيرة استراتيجية"),
    ("قال أحد مستشاري الرئيس إن القصف مستمر.", "أحد مستشاري الرئيس"),
    ("أعلن الأسطول الأمريكي الخامس أن سفنه وصلت.", "الأسطول الأمريكي الخامس"),
    ("قال انفصاليو دونيتسك إن القصف مستمر.", "انفصاليو دونيتسك"),
    ("قالت فرق الدفاع المدني إن القصف مستمر.", "فرق الدفاع المدني"),
    ("أعلنت المنسقية العامة أن القصف مستمر.", "المنسقية العامة"),
    ("قال مسئول أمني أفغاني إن القصف مستمر.", "مسئول أمني أفغاني"),
    ("قال مسئولون عسكريون إن القصف مستمر.", "مسئولون عسكريون"),
    ("أفاد الادعاء العام بأن القصف مستمر.", "الادعاء العام"),
    ("قال عقيد في الجيش إن القصف مستمر.", "عقيد في الجيش"),
    ("قالت رئيسة الوزراء إن القصف مستمر.", "رئيسة الوزراء"),
    ("قال منسق الشؤون الإنسانية في اليمن إن القصف مستمر.", "منسق الشؤون الإنسانية في اليمن"),
    ("قال مسعف إن القصف مستمر.", "مسعف"),
    ("وقال مكتب حاكم إسطنبول إن القصف مستمر.", "مكتب حاكم إسطنبول"),
    ("وقال اثنان من كبار القادة العسكريين إن القصف مستمر.", "القادة العسكريين"),
])
def test_more_speakers_by_their_office(text: str, span: str) -> None:
    """An envoy, an expert, an aide, a fleet, separatists, teams, a court's side and offices held by women speak."""
    assert found(text)[0][0] == span


def test_a_student_speaks_and_who_demands_does_not() -> None:
    """ "A university student" is a witness; the verb "demanded", spelled alike, is none."""
    assert found("قال طالب جامعي إن القصف مستمر.")[0] == ("طالب جامعي", "witness")
    assert all(span != "طالب" for span, _ in found("وقال إن السوق أغلق كما قال طالب كنعان بالتفاهم."))


@pytest.mark.parametrize(("text", "span"), [
    ("وأبلغ قيادي في طالبان شبكة الأيام بأن القصف مستمر.", "قيادي في طالبان"),
    ("وقالت مصادر طبية للجزيرة إن القصف مستمر.", "مصادر طبية"),
    ("واتهمت المنظمة الدولية الجيش السوري بقصف القرية.", "المنظمة الدولية"),
    ("واتهمت المنظمة الدولية الجيش السوري الحر بقصف القرية.", "المنظمة الدولية"),
    ("قالت المنظمة الدولية السعودية إن القصف مستمر.", "المنظمة الدولية السعودية"),
    ("قال مدير شبكة الأيام إن القصف مستمر.", "مدير شبكة الأيام"),
])
def test_whom_a_verb_of_speech_has_as_its_object(text: str, span: str) -> None:
    """An agency that is informed or told, or a side that is accused, is not of the speaker's phrase before it."""
    assert found(text)[0][0] == span


@pytest.mark.parametrize(("text", "span"), [
    ("قال مراسل للجزيرة إن القصف مستمر.", "مراسل للجزيرة"),
    ("قال مراسل لبي بي سي إن القصف مستمر.", "مراسل لبي بي سي"),
    ("قال مصور لوكالة رويترز إن القصف مستمر.", "مصور لوكالة رويترز"),
])
def test_an_outlet_that_is_of_a_phrase(text: str, span: str) -> None:
    """An outlet behind one of its own staff is of his phrase, by all of its name."""
    assert found(text)[0][0] == span


@pytest.mark.parametrize(("text", "span"), [
    ("قال مسؤول طبي لبي بي سي إن القصف مستمر.", "مسؤول طبي"),
    ("قال مراسل سوري لبي بي سي إن القصف مستمر.", "مراسل سوري"),
    ("قال مراسل لمدينة حلب إن القصف مستمر.", "مراسل لمدينة"),
])
def test_an_outlet_that_is_told(text: str, span: str) -> None:
    """An outlet to which others speak, or that stands further behind, is not of their phrase."""
    assert span in [one for one, _ in found(text)]


def test_a_media_officer_speaks_for_whom_he_serves() -> None:
    """A media officer is of the side or of the body that is named behind him, a party to the war like its spokesman."""
    assert found("قال المسؤول الإعلامي لحركة حماس إن القصف مستمر.")[0] == ("المسؤول الإعلامي لحركة حماس", "belligerent")
    assert found("قال المسؤول الإعلامي في الدفاع المدني إن القصف مستمر.")[0][1] == "medical"
    assert found("قال المسؤول المحلي لحركة حماس إن القصف مستمر.")[0][0] == "المسؤول المحلي"


def test_by_whom_something_was_done_does_not_speak() -> None:
    """Who stands behind "by" is no subject of the verb of speech behind a pause; behind "before" he may be."""
    assert found("وعن استهداف الأهالي من قبل قوات الشرطة، شدد كنعان على أن القصف مستمر.") == []
    assert found("وصل الجرحى قبل أن تعلن، لكن قوات الشرطة، شددت على أن القصف مستمر.")[0][0] == "قوات الشرطة"


def test_an_official_spelled_otherwise_is_the_same() -> None:
    """The hamza of "official" on its other seat changes neither kind nor whom the word points to."""
    text = "قال مسئول محلي إن سبعة قتلوا. وذكر المسئول أن القصف متواصل."
    assert found(text) == [("مسئول محلي", "local_source"), ("المسئول", "local_source")]


def test_a_family_speaks() -> None:
    """The family of a victim is a witness; families that are counted are none."""
    assert found("وقالت أسرة الضحية إن منزلها تعرض لمداهمة.")[0] == ("أسرة الضحية", "witness")
    assert found("وخرجت أسرة من الحي تحت القصف.") == []


def test_between_two_quotations_stands_no_name() -> None:
    """What stands between a name in quotes and a quotation is no part of the speaker; a second name in quotes is."""
    text = "وأعلنت \"وزارة الدفاع\" التابعة للجماعة في بيان أن القصف \"بدأ أمس\"."
    assert found(text)[0][0] == "وزارة الدفاع"
    assert found("وقال مراسل قناة \"النبأ\" إن القصف مستمر.")[0][0].startswith("مراسل قناة \"النبأ")


@pytest.mark.parametrize(("text", "speakers"), [
    ("شبكة الخابور المحلية قالت إن طائرة قصفت البلدة.", ["شبكة الخابور"]),
    ("وكالة هاوار المعارضة قالت إن طائرة قصفت البلدة.", ["وكالة هاوار"]),
    ('شبكة "الخابور" قالت إن طائرة قصفت البلدة.', ['شبكة "الخابور']),
    ("وكالة رويترز الجيش قالت إن طائرة قصفت البلدة.", []),
])
def test_an_adjective_may_stand_between_an_outlet_and_its_verb(text: str, speakers: list[str]) -> None:
    """An outlet speaks over an adjective and a closing quote; a noun between parts it from the verb."""
    assert [name for name, _ in found(text)] == speakers


@pytest.mark.parametrize(("text", "speakers"), [
    ("أعلن شريط مصور أن الرهينة قتل.", []),
    ("قال بيان مصور إن الرهينة قتل.", []),
    ("قال مصور إن الرهينة قتل.", ["مصور"]),
    ("قال مصور الوكالة إن الرهينة قتل.", ["مصور الوكالة"]),
])
def test_a_tape_is_no_photographer(text: str, speakers: list[str]) -> None:
    """Behind a word for a recording or a statement the word for a photographer says that it has pictures."""
    assert [name for name, _ in found(text) if "مصور" in name.split()[0]] == speakers


@pytest.mark.parametrize(("text", "speaker"), [
    ("قالت منظمة أبو نضال إنها خطفت جنديا.", "منظمة أبو نضال"),
    ("قالت منظمة الصيادين إن القارب غرق.", "منظمة الصيادين"),
    ("قالت مديرة منظمة الصيادين أبو نضال خطف جنديا.", "مديرة منظمة الصيادين"),
])
def test_a_name_may_be_longer_than_its_office(text: str, speaker: str) -> None:
    """The whole name of a side that begins with a word for a body is its speaker's; of others the body's phrase is."""
    assert found(text)[0][0] == speaker


@pytest.mark.parametrize(("text", "speaker", "kind"), [
    ("قال مازن الرئيس المشترك للمجلس إن القصف توقف.", "الرئيس المشترك", "belligerent"),
    ("قالت ليلاف الرئيسة المشتركة للمجلس إن القصف توقف.", "الرئيسة المشتركة", "belligerent"),
    ("ذكرت شبكات التلفزيون أن القصف توقف.", "شبكات التلفزيون", "media"),
    ("ذكرت قنوات تلفزيونية هندية أن القصف توقف.", "قنوات تلفزيونية هندية", "media"),
])
def test_offices_and_outlets_of_several(text: str, speaker: str, kind: str) -> None:
    """Who shares an office, and several broadcasters, speak by the whole of what they are called."""
    name, said_by = found(text)[0]
    assert name.startswith(speaker) and said_by == kind
@pytest.mark.parametrize(("text", "span"), [
    ("قال الرئيس السابق للاتحاد إن المبنى تهدم.", "الرئيس السابق للاتحاد"),
    ("أكد القائد العام للجيش الليبي أن الطريق فتحت.", "القائد العام للجيش الليبي"),
    ("ذكرت المتحدثة الجديدة باسم البعثة أن الطريق فتحت.", "المتحدثة الجديدة باسم البعثة"),
    ("قال الرئيس السابق سالم إن المبنى تهدم.", "الرئيس"),
    ("قال القائد الذي يقود الجيش الليبي إن الطريق فتحت.", "القائد"),
])
def test_an_office_that_is_former_or_general(text: str, span: str) -> None:
    """That an office is a former or general one is part of it where behind it stands whom it serves."""
    assert [name for name, _ in found(text)] == [span]


def test_what_a_group_claims_is_no_part_of_its_name() -> None:
    """A deed behind a group's name in quotes is what the group claims; an adjective there is of the name."""
    assert found('تبنت جماعة "جند العراق" الهجوم المزدوج.') == [('جماعة "جند العراق"', "belligerent")]
    assert found('أعلنت جماعة "جند العراق" المتشددة مقتل شرطي.') == [('جماعة "جند العراق" المتشددة', "belligerent")]
@pytest.mark.parametrize(("text", "speaker"), [
    ("أكد مراسل راديو الكل بريف حلب أن القصف توقف.", "مراسل راديو الكل بريف حلب"),
    ("ذكر مدير المستشفى بمدينة تعز أن الأدوية نفدت.", "مدير المستشفى بمدينة تعز"),
    ("صرح مسؤول مركز الإعلام البحري بوزارة النقل بأن الطريق آمن.", "مسؤول مركز الإعلام البحري بوزارة النقل"),
    ("قال مدير المستشفى بسبب ذلك إن الأدوية نفدت.", "مدير المستشفى"),
    ("قال قائد الشرطة خالد إن الطريق آمن.", "قائد الشرطة"),
])
def test_in_the_town_of_ends_with_its_name(text: str, speaker: str) -> None:
    """A place or a body that a speaker is "in" is of the phrase with its name, and never without it."""
    assert found(text)[0][0] == speaker
@pytest.mark.parametrize(("text", "said"), [
    ("وقال اللفتنانت سالم كنعان إن القصف مستمر.", ("اللفتنانت", "belligerent")),
    ("وقالت إحدى السيدات إن القصف مستمر.", ("إحدى السيدات", "witness")),
    ("وقال أحد الشبان إن القصف مستمر.", ("أحد الشبان", "witness")),
])
def test_ranks_of_other_tongues_and_bystanders_speak(text: str, said: tuple[str, str]) -> None:
    """A lieutenant of a foreign army speaks as one, "one of the women" as a witness."""
    assert found(text) == [said]


def test_women_in_general_are_no_witness() -> None:
    """"The women" of whom something is told say nothing."""
    assert found("وتظاهرت السيدات أمام المبنى.") == []


def test_the_most_dangerous_is_no_verb_of_telling() -> None:
    """ "One of the most dangerous of X" is not "X informed"; who informed that something happened has."""
    assert found("أسفرت العملية عن مقتل أحد أخطر قادة التنظيم واعتقال ثلاثة آخرين.") == []
    assert [span for span, _ in found("أخطر الجيش اللبناني بأن القصف مستمر.")] == ["الجيش اللبناني"]


@pytest.mark.parametrize("citing", ["طبقا لمصدر", "طبقاً لمصدر", "استناداً إلى مصدر", "نقلًا عن مصدر"])
def test_a_source_cited_with_its_tanwin_written_is_cited(citing: str) -> None:
    """What hangs a source on a clause does so with the mark that folding takes off, as without it."""
    assert ("مصدر عسكري", "anonymous_official") in found(f"سقط الحاجز في يد المهاجمين، {citing} عسكري.")


@pytest.mark.parametrize(("denying", "speaks"), [
    ("نافياً", False), ("نافيا", False), ("خلافاً لكل", False), ("شارحاً", True), ("نافي", True)])
def test_what_is_said_not_to_be_so_is_not_on_its_word(denying: str, speaks: bool) -> None:
    """A denial with its tanwin takes what another announced off his word; a name spelled as it folds does not."""
    mentions = found(f"تحدث الوزير {denying} ما أعلنته حركة الصقور عن سقوط الحاجز.")
    assert any(span == "حركة الصقور" for span, _ in mentions) == speaks


@pytest.mark.parametrize(("word", "carries"), [("مؤكداً", True), ("مؤكدا", True), ("مؤكد", False)])
def test_only_the_object_carries_a_speaker_on(word: str, carries: bool) -> None:
    """A participle of saying carries a speaker on where it is an object; "confirmed" as an attribute does not."""
    text = f"المتحدث باسم الجيش السوداني زار الحاجز، {word} أن الطريق قطع."
    assert any(m.rule == "carry" for m in read(text).speakers or ()) == carries


def test_a_further_statement_to_an_agency_is_not_the_agencys() -> None:
    """ "Said too to the agency" with its tanwin written is not on the agency's word."""
    text = "قال الوزير إن الهدنة صامدة. وقال أيضاً لوكالة رويترز إن الطريق قطع."
    assert [span for span, _ in found(text)] == ["الوزير"]
