"""Places that several are said to include."""

import pytest
from tests.extract.drafted import pointed, told

from sijill.extract.roles.included_places import included


@pytest.mark.parametrize(("text", "word", "places"), [
    ("قصف الجيش السوري بلدات عدة أبرزها سراقب وبنش.", "قصف", ["سراقب", "بنش"]),
    ("سيطر الجيش اليمني على مواقع في جبل حبشي، منها تبة الخزان.", "سيطر", ["جبل حبشي", "تبة الخزان"]),
    ("شنت الطائرات غارات استهدفت مناطق عدة، من بينها العاصمة صنعاء.", "غارات", ["صنعاء"]),
    ("اقتحم الجيش السوري أمس حرستا ثم قصف بلدات عدة منها سقبا.", "قصف", ["سقبا"]),
    ("شن الطيران السوري غارات على ريف إدلب الجنوبي، طالت معرة النعمان وكفرنبل.", "غارات",
     ["إدلب", "معرة النعمان", "كفرنبل"]),
    ("نفذ الجيش العراقي حملة اعتقالات في الأنبار شملت مدينتي هيت وحديثة.", "اعتقالات", ["الأنبار", "هيت", "حديثة"]),
])
def test_what_several_places_include_is_where_it_was(text: str, word: str, places: list[str]) -> None:
    """Behind "villages, among them P and Q" an event is at P and Q, and in what the villages are told to lie in."""
    assert [place.name for place in told(text, word).places] == places


@pytest.mark.parametrize(("text", "word", "kind"), [
    # several people, who are gone to, what is in a place, another deed between or behind, a place that is left
    ("قصف الجيش السوري مقاتلين بينهم قادة إدلب.", "قصف", "Shelling/artillery/missile attack"),
    ("نقل الجيش السوري أسلحة إلى مناطق عدة بينها إدلب.", "نقل", "Change to group/activity"),
    ("قصف الجيش السوري مدينة الرستن وفيها مقرات بينها مبنى البلدية.", "قصف", "Shelling/artillery/missile attack"),
    ("انسحب الجيش السوري بعد قصف بلدات عدة منها إدلب.", "انسحب", "Non-violent transfer of territory"),
    ("انسحب الجيش السوري وسيطر على بلدات عدة منها إدلب.", "انسحب", "Non-violent transfer of territory"),
    ("قصف الجيش السوري بلدات عدة وانسحب منها.", "قصف", "Shelling/artillery/missile attack"),
    ("قصف الجيش السوري بلدات عدة ثم انسحب من بعضها وبينها سقبا.", "قصف", "Shelling/artillery/missile attack"),
    ("قصف الجيش السوري حرستا مساء أمس بعدد كبير من القذائف الثقيلة والصواريخ على مرأى من سكان بلدات منها سقبا.",
     "قصف", "Shelling/artillery/missile attack"),
    ("قصف الجيش السوري آليات عدة منها في إدلب.", "قصف", "Shelling/artillery/missile attack"),
    ("قصف الجيش السوري بلدات عدة منها ما يقع في إدلب.", "قصف", "Shelling/artillery/missile attack"),
    # a verb has no such verb behind it, nor has a deed what another reached
    ("قصف الجيش السوري الرستن بنيران طالت سقبا.", "قصف", "Shelling/artillery/missile attack"),
])
def test_what_is_no_place_of_the_deed_is_not_included(text: str, word: str, kind: str) -> None:
    """Only of several places that a deed itself is told of are those its own that they include."""
    view, trigger = pointed(text, word, kind, "perfect")
    deeds = {view.token_at(text.index(one)) for one in ("قصف", "سيطر", "نقل", "انسحب") if one in text}
    assert included(view, trigger, deeds) is None


@pytest.mark.parametrize("behind", [
    "وردت المعارضة بقصف طال سقبا", "وقال وزير إن الهدنة تشمل سقبا", "وأرسل الوزير قافلة طالت سقبا",
    "رغم مهلة تشمل سقبا", "بعد زيارة شملت سقبا"])
def test_what_another_deed_reached_is_not_included(behind: str) -> None:
    """What is reached is told of the deed that stands last before it."""
    text = f"شن الطيران السوري غارات على الرستن {behind}."
    view, trigger = pointed(text, "غارات", "Air/drone strike", "noun")
    assert included(view, trigger, {view.token_at(text.index(one)) for one in ("قصف", "الهدنة") if one in text}) is None


def test_facilities_that_a_deed_reached_are_not_included() -> None:
    """Raids on a town that reached a school and a hospital are coded in the town."""
    text = "شن الطيران السوري غارات على الرستن طالت مستشفى ومحطة قطارات."
    assert [place.name for place in told(text, "غارات").places] == ["الرستن"]
def test_what_is_reached_among_others_is_told_by_among() -> None:
    """Of "raids that reached villages, among them P" the place is P, though "reached" stands before it."""
    text = "شن الطيران السوري غارات مكثفة طالت قرى عدة منها سقبا."
    view, trigger = pointed(text, "غارات", "Air/drone strike", "noun")
    first = included(view, trigger, set())
    assert first is not None and view.places[first].start == text.index("سقبا")
