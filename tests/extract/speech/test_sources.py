"""Sources hung on a clause, at its head or behind it."""

import pytest
from tests.extract.speech.test_speakers import first, found, read


def test_according_to_covers_the_sentence() -> None:
    """A source hung on a clause covers the sentence before it as well as after it."""
    text = "قتل ثلاثة مدنيين، وفقا لوكالة رويترز، في غارة على تعز."
    mention = first(text)
    assert text[mention.start:mention.end] == "وكالة رويترز"
    assert (mention.scope_start, mention.scope_end) == (0, len(text))
def test_recipient_is_outside_the_speaker_unless_it_publishes_the_article() -> None:
    """An agency that a statement was given to is a speaker; the article's own publisher is not."""
    text = "قال مصدر أمني لوكالة رويترز إن عبوة انفجرت."
    assert ("وكالة رويترز", "media") in found(text)
    assert ("وكالة رويترز", "media") not in found(text, source="Reuters")
def test_heading_with_colon() -> None:
    """A speaker before a colon says what follows it."""
    text = "مصدر عسكري: قواتنا دخلت البلدة"
    mention = first(text)
    assert text[mention.scope_start:] == "قواتنا دخلت البلدة"


def test_office_after_a_name_in_a_source() -> None:
    """A source hung on a sentence may be a titled person or one whose office follows a comma; a deed is none."""
    titled = "قتل جندي في الهجوم، حسبما أعلن العميد سالم رجب، المتحدث باسم الجيش السوداني."
    assert found(titled) == [("المتحدث باسم الجيش السوداني", "belligerent")]
    assert found("قتل جندي في الهجوم، حسبما أعلن العقيد سالم رجب.") == [("العقيد", "belligerent")]
    assert found("انسحب الجنود بعد الهجوم كما أعلن رجب قرب النهر.") == []


def test_source_at_the_end_of_a_statement() -> None:
    """A source behind another's statement bears on its last clause; a news body hands on the whole of it."""
    text = "أضاف مصدر أمني أن الجنود دخلوا القرية، ثم توفي شاب متأثرا بجروحه، بحسب مصدر طبي."
    last = next(m for m in read(text).speakers or () if m.kind == "medical")
    assert text[last.scope_start:].startswith("ثم توفي")
    text = "أضاف مصدر أمني أن الجنود دخلوا القرية، ثم توفي شاب متأثرا بجروحه، بحسب وكالة رويترز."
    assert first(text).scope_start == 0


@pytest.mark.parametrize(("text", "span", "word"), [
    ("ويناقض ذلك ما أعلنه قائد في قوات النظام أمس عن السيطرة على الحي.", "قائد في قوات النظام", "السيطرة"),
    ("وعلق الأهالي على ما أوردته وسائل إعلام موالية عن انسحاب المقاتلين.", "وسائل إعلام موالية", "انسحاب"),
    ("ووردت إلى المرصد السوري أنباء غير مؤكدة عن أسر جنود.", "المرصد السوري", "أسر"),
])
def test_what_someone_announced_is_on_his_word(text: str, span: str, word: str) -> None:
    """What X announced of a deed, or was told of, is on X's word."""
    assert [text[m.start : m.end] for m in read(text).speakers or () if m.scope_start <= text.index(word) < m.scope_end
            ] == [span]


@pytest.mark.parametrize(("text", "span"), [
    ("قتل جندي في هجوم، على ما أعلن متحدث باسم الشرطة.", "متحدث باسم الشرطة"),
    ("وطبقا لما أعلنه الملازم سالم كنعان، رئيس جهاز الأمن، فإن القوات دخلت البلدة.", "رئيس جهاز الأمن"),
    ("قتل جندي في هجوم كما صرح سيد كنعان المتحدث باسم الشرطة.", "المتحدث باسم الشرطة"),
    ("ووفقا لبيانات الحكومة الأفغانية فإن المعارك مستمرة.", "الحكومة الأفغانية"),
])
def test_more_ways_to_hang_a_source_on_a_clause(text: str, span: str) -> None:
    """ "On what A announced", "as to what he announced of it", "as A stated" and "to A's data" name their source."""
    assert [told for told, _ in found(text)] == [span]


def test_on_what_is_not_always_a_source() -> None:
    """An answer to what A said was an attack is on A's word only from there on; "on what seems" is on nobody's."""
    text = "قصفت القوات البلدة ردا على ما قالت طهران إنه هجوم."
    assert first(text).scope_start == text.index("قالت")
    assert found("قتل جندي في هجوم على ما يبدو قرب مركز الشرطة.") == []
    told = "أكد مسؤول محلي واثنان من رجال الشرطة وقوع الغارة كما أكدوا أن الطائرة استهدفت مستودعا."
    assert "مواقع" not in [span for span, _ in found(told)]


def test_a_source_ends_where_another_matter_begins() -> None:
    """A source hung on a clause does not reach over "in another context"; over any other "context" it does."""
    text = "قتل جندي، بحسب الشرطة وفي سياق آخر قال مصدر طبي إن شابا توفي."
    assert first(text).scope_end <= text.index("وفي سياق")
    text = "قتل جندي، بحسب الشرطة في سياق العملية التي دخلت أسبوعها الثاني."
    assert first(text).scope_end == len(text)


@pytest.mark.parametrize(("text", "span"), [
    ("وفقا للوزارة، قامت طائرة بقصف سيارة.", "للوزارة"),
    ("قتل جندي في هجوم، بحسب مصدر طبي، ودمرت دبابة وفقا للمصدر.", "للمصدر"),
    ("وفقا للمتحدث باسم الشرطة، قتل جندي في هجوم.", "للمتحدث باسم الشرطة"),
    ("وبحسب التقديرات الإسرائيلية، فإن المسلحين أطلقوا صواريخ.", "التقديرات الإسرائيلية"),
])
def test_a_source_with_the_article_written_into_its_tie(text: str, span: str) -> None:
    """ "According to the ministry" is written as one word, and names the ministry as well as "to a ministry" does."""
    assert found(text)[-1][0] == span


def test_told_to_an_outlet_in_a_source() -> None:
    """The outlet to which a source spoke is not the source."""
    assert found("قتلت في هجوم، وفق ما قالت للصحيفة متطوعة في المستشفى.")[0][0] != "للصحيفة"
    assert found("قتلت في هجوم، وفقا للصحيفة.")[0][0] == "للصحيفة"
