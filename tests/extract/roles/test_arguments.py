"""The id that a mention goes by in an event: a government is itself where it talks, and its services are its own."""

import datetime as dt

import pytest

import sijill


def sides(text: str, sub_event_type: str) -> set[str]:
    document = sijill.load(model=None)(text, published=dt.date(2018, 7, 1))
    return {a.id for e in document.events for a in (*e.actor1, *e.actor2) if e.sub_event_type == sub_event_type}


@pytest.mark.parametrize(("text", "sub_event_type", "side"), [
    ("هاجمت قوات النظام السوري بلدات في ريف درعا. وتوصل النظام وفصائل المعارضة إلى اتفاق في البلدة.",
     "Agreement", "SYR_GOV"),
    ("قتلت الاستخبارات الإيرانية ثلاثة من قادة الحزب الديمقراطي الكردستاني الإيراني في كركوك العراقية.",
     "Armed clash", "IRN_GOV"),
])
def test_a_government_that_agrees_and_its_service_are_itself(text: str, sub_event_type: str, side: str) -> None:
    """The regime makes an agreement as a government, and its intelligence kills for itself."""
    assert side in sides(text, sub_event_type)


@pytest.mark.parametrize(("text", "sub_event_type", "side"), [
    ("هاجمت قوات النظام السوري بلدات في ريف درعا. ثم قصف النظام بلدة طفس بالمدفعية.",
     "Shelling/artillery/missile attack", "SYR_ARMY"),
    ("توصلت قوات النظام السوري وفصائل المعارضة إلى اتفاق في درعا.", "Agreement", "SYR_ARMY"),
    ("قتلت إيران ثلاثة من قادة الحزب الديمقراطي الكردستاني الإيراني في كركوك العراقية.", "Armed clash", "IRGC"),
])
def test_a_government_that_shoots_is_its_army(text: str, sub_event_type: str, side: str) -> None:
    """A government fights as its army, and an army that is named as one is itself where it agrees."""
    assert side in sides(text, sub_event_type)


@pytest.mark.parametrize(("text", "sub_event_type", "side"), [
    ("اقتحم مسلحون وزارة المالية في بغداد العراقية فجرا.", "Armed clash", "IRQ_GOV"),
    ("قصف الحوثيون وزارة الدفاع اليمنية في عدن بالمدفعية.", "Shelling/artillery/missile attack", "YEM_GOV_FORCES"),
    ("خطف مسلحون وزيرا في صنعاء اليمنية مساء.", "Abduction/forced disappearance", "YEM_GOV"),
    ("خطف مسلحون مسؤولا أمنيا في صنعاء اليمنية مساء.", "Abduction/forced disappearance", "YEM_GOV_FORCES"),
])
def test_officials_who_are_attacked_are_the_government(text: str, sub_event_type: str, side: str) -> None:
    """Those who are hit or seized in a civil office are the government, in one of soldiers or police its army."""
    assert side in sides(text, sub_event_type)
