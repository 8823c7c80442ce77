"""Bases: which "base" of a text is a base of soldiers, and which the organisation."""

import pytest
from tests.extract.named import named

from sijill.pipeline import read_document


@pytest.mark.parametrize("text", [
    "تقدم الجيش نحو قاعدة العند. ثم اقتحم موقعا تابعا للدفاعات الجوية للقاعدة.",
    "تقدم الجيش نحو قاعدة العند. وتحاصر القاعدة من الشمال قوات أخرى.",
    "قصف الجيش قاعدة جوية قرب حماة. واستهدف مسلحو المعارضة القاعدة بالمدفعية.",
    "تقدم الجيش نحو قاعدة العند، وهي قاعدة. ثم هاجم مسلحو المعارضة القاعدة.",
    "تقدم الثوار نحو قاعدة العند. ثم قصف النظام القاعدة.",
])
def test_the_base_that_a_text_tells_of_is_no_organisation(text: str) -> None:
    """Behind "the base of X", "the base" is that base, also as the owner of what stands before it."""
    assert not any("القاعدة" in word or "للقاعدة" in word for word in named(text))


@pytest.mark.parametrize("text", [
    "قصفت طائرة قاعدة لتنظيم القاعدة في أبين. وقتل ثلاثة من القاعدة.",
    "هاجم مسلحو القاعدة قاعدة العند. ثم انسحبت القاعدة.",
    "انسحبت القاعدة من المكلا.",
    # a base without a name, and one of somebody
    "هاجم الجيش قاعدة. ثم انسحبت القاعدة.",
    "هاجم مسلحون قاعدة للجيش. وتبنت القاعدة الهجوم.",
    "انسحبت القاعدة وتركت قاعدة",
    "تقدم الجيش نحو قاعدة العند. ثم هاجمت منظمة القاعدة المدينة وانسحبت القاعدة.",
    "قصفت طائرة قاعدة للقاعدة في أبين. ثم انسحبت القاعدة.",
    "هاجم مسلحون قاعدة، وانسحبت القاعدة بعد ساعات.",
])
def test_the_base_is_the_organisation_where_that_is_named(text: str) -> None:
    """Where a text names the organisation, or tells of no base, "the base" is the organisation."""
    assert sum("القاعدة" in word for word in named(text)) == text.count("القاعدة")


@pytest.mark.parametrize("text", [
    "انسحب الجنود من قاعدة الريان. ثم سيطرت القاعدة على المكلا.",
    "اقتحم مسلحون قاعدة العند. وقال مصدر إن المهاجمين من القاعدة في جزيرة العرب.",
    "قصفت طائرة موقعا قرب قاعدة العند. وقتل مسلحون موالون للقاعدة.",
    "قصفت طائرة موقعا قرب قاعدة العند. وقتل أفراد من جماعة تابعة للقاعدة.",
])
def test_the_base_that_takes_places_or_has_men_is_the_organisation(text: str) -> None:
    """Though a text tells of a base, what takes a town, has a longer name or has who belongs to it is no base."""
    assert any("القاعدة" in word or "للقاعدة" in word for word in named(text))


@pytest.mark.parametrize("text", [
    "تقدم الجيش نحو قاعدة العند. وقصفت القاعدة على دفعات.",
    "تقدم الجيش نحو قاعدة العند. وأعلن استعادة القاعدة على يد الجيش.",
    "تقدم الجيش نحو قاعدة العند. ثم سيطر الجيش على القاعدة على دفعات.",
    "تقدم الجيش نحو قاعدة العند. ثم استعاد القاعدة.",
])
def test_the_base_that_is_struck_or_taken_is_a_base(text: str) -> None:
    """What is struck, taken or retaken stays the base that the text tells of."""
    assert not any("القاعدة" in word for word in named(text))


@pytest.mark.parametrize(("text", "named"), [
    ("قصف الطيران القاعدة الجوية في الحديدة.", False), ("دخل الجنود القاعدة البحرية في عدن.", False),
    ("قتل عنصر من تنظيم القاعدة، ثم هوجمت القاعدة البحرية في المكلا.", True),
    ("انسحبت القاعدة من المكلا.", True),
])
def test_a_naval_base_is_no_organisation(text: str, named: bool) -> None:
    """"The naval base" is a base, whatever the text named before; "the base" alone may be al-Qaeda."""
    ids = {one for mention in read_document(text).actors or () for one in mention.ids}
    assert ("AQAP" in ids) is named


@pytest.mark.parametrize(("text", "sides"), [
    ("تقدم الجيش نحو قاعدة العند. وقتل ثلاثة من تنظيم القاعدة. ثم تمكن الثوار من احتلال القاعدة.", 1),
    ("تقدم الجيش نحو قاعدة العند. وقتل ثلاثة من تنظيم القاعدة. ثم تمكن الثوار من السيطرة على القاعدة.", 1),
    ("تقدم الجيش نحو قاعدة العند. وقتل ثلاثة من تنظيم القاعدة. ثم هدد الثوار القاعدة.", 2),
    ("قتل ثلاثة من تنظيم القاعدة. ثم تمكن الثوار من السيطرة على القاعدة.", 2),
])
def test_what_is_taken_is_the_base(text: str, sides: int) -> None:
    """What somebody takes is the base that a text told of, though it named the organisation as well."""
    assert sum("القاعدة" in word for word in named(text)) == sides
