import pytest

from sijill.pipeline import read_document


def named(text: str) -> list[str]:
    return [text[m.start : m.end] for m in read_document(text).actors or ()]


@pytest.mark.parametrize(("text", "word"), [
    ("سقطت قذائف على قاعدة عين الأسد غربي الأنبار.", "الأسد"),
    ("تسلل مسلحون من الأردن إلى سوريا فجرا.", "الأردن"),
    ("قتل مهربون قادمون من لبنان قرب القصير.", "لبنان"),
    ("أصيب سائق من الهلال الأحمر السوري في حمص.", "السوري"),
])
def test_a_word_that_names_no_side(text: str, word: str) -> None:
    """Half a base's name, whence somebody came and an organisation's adjective are no sides."""
    assert word not in named(text)


@pytest.mark.parametrize(("text", "word"), [
    ("سقطت قذائف أطلقتها قوات الأسد غربي حلب.", "قوات الأسد"),
    ("قصف الأسد مدينة دوما.", "الأسد"),
    ("تقدم الجيش بدعم من روسيا نحو تدمر.", "روسيا"),
    ("وصلت رسالة من تركيا إلى الفصائل.", "تركيا"),
    ("هاجم الجيش السوري بلدة في إدلب.", "الجيش السوري"),
    ("قال السوري إنه نجا من القصف.", "السوري"),
])
def test_a_word_that_names_a_side(text: str, word: str) -> None:
    """The same words as an owner, a subject, a backer or a sender are sides."""
    assert word in named(text)
