"""With what a crowd was put down settles whether that was excessive."""

import pytest
from tests.extract.drafted import pointed, told

from sijill.extract.clauses.kinds import EXCESSIVE
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.triggers.dispersal import INTERVENTION, by_crowds, by_dispersal


@pytest.mark.parametrize(("text", "kind", "read_as"), [
    ("أطلقت الشرطة الغاز المسيل للدموع صوب المحتجين.", EXCESSIVE, INTERVENTION),
    ("فرقت الشرطة المحتجين بخراطيم المياه.", EXCESSIVE, INTERVENTION),
    ("أطلقت الشرطة الغاز والرصاص على المتظاهرين.", EXCESSIVE, EXCESSIVE),
    ("أطلقت الشرطة الغاز على المتظاهرين فقتلت ثلاثة منهم.", EXCESSIVE, EXCESSIVE),
    ("هاجمت الشرطة المتظاهرين. ثم انتشر الغاز.", EXCESSIVE, EXCESSIVE),
    ("فرقت الشرطة المتظاهرين بالرصاص الحي.", INTERVENTION, EXCESSIVE),
    ("فرقت الشرطة المتظاهرين بالغاز والرصاص المطاطي.", INTERVENTION, INTERVENTION),
    ("فرقت الشرطة المتظاهرين في الحي.", INTERVENTION, INTERVENTION),
    # fire of others, into the air, and what the crowd is against
    ("فرقت الشرطة المتظاهرين، وفي الريف أطلق مسلحون النار.", INTERVENTION, INTERVENTION),
    ("فرقت الشرطة المتظاهرين بإطلاق الرصاص في الهواء.", INTERVENTION, INTERVENTION),
    ("فرقت الشرطة مظاهرة ضد إطلاق النار العشوائي.", INTERVENTION, INTERVENTION),
    ("فرقت الشرطة المتظاهرين، وأطلق الشرطة النار عليهم.", INTERVENTION, EXCESSIVE),
    ("فرقت الشرطة المتظاهرين بالرصاص الحي.", "Attack", "Attack"),
])
def test_live_fire_is_excessive_and_gas_alone_is_not(text: str, kind: str, read_as: str) -> None:
    """Gas and water without live fire, dead or wounded are an intervention; live fire without them is excessive."""
    view, trigger = pointed(text, text.split()[0], kind)
    assert by_dispersal(view, trigger.token, kind) == read_as


def test_the_police_that_disperse_a_crowd_with_gas_intervene() -> None:
    """Of the events of a text too, tear gas on a crowd is an intervention and shots at it are excessive force."""
    text = "أطلقت الشرطة العراقية {} صوب المحتجين في مدينة البصرة."
    assert told(text.format("الغاز المسيل للدموع"), "أطلقت").sub_event_type == INTERVENTION
    assert told(text.format("الرصاص الحي"), "أطلقت").sub_event_type == EXCESSIVE


@pytest.mark.parametrize(("text", "read_as"), [
    ("أطلقت الشرطة الغاز فجرح ثلاثة متظاهرين.", EXCESSIVE),
    ("أطلقت الشرطة الغاز واعتقلت ثلاثة متظاهرين.", INTERVENTION),
    ("قتل ثلاثة جنود في حلب. أطلقت الشرطة الغاز على الحشد.", INTERVENTION),
    ("أطلقت الشرطة الغاز على الحشد. قتل ثلاثة جنود في حلب.", INTERVENTION),
    ("بالغاز وحده أطلقت الشرطة سراح الشارع.", INTERVENTION),
    ("انتشر الغاز في شوارع المدينة منذ ساعات الصباح الأولى ثم أطلقت الشرطة كلابها.", EXCESSIVE),
])
def test_who_is_hit_and_what_is_near_counts(text: str, read_as: str) -> None:
    """Dead or wounded of the same sentence alone make gas excessive, and gas counts where it is named near the deed."""
    view, trigger = pointed(text, "أطلقت", EXCESSIVE)
    assert by_dispersal(view, trigger.token, EXCESSIVE) == read_as


@pytest.mark.parametrize(("text", "read_as"), [
    ("قتلت قوات الاحتلال شابا قرب الخليل.", "Attack"),
    ("قتلت قوات الاحتلال شابا قرب الخليل. وكانت مسيرة قد خرجت هناك.", EXCESSIVE),
    ("قتلت قوات الاحتلال شابا قرب الخليل. وكانت مواجهات قد اندلعت هناك.", EXCESSIVE),
    ("قتلت قوات الاحتلال شابا قرب الخليل بعدما اقتحمت البلدة في هجوم.", "Attack"),
    ("قتلت قوات الاحتلال شابا بين المتظاهرين قرب الخليل.", EXCESSIVE),
    ("قتلت قوات الاحتلال شابا بقنبلة مسيلة للدموع قرب الخليل.", EXCESSIVE),
])
def test_where_no_crowd_is_told_of_none_is_put_down(text: str, read_as: str) -> None:
    """Who is shot in a text without a crowd or a protest is attacked; with one, or tear gas, he may be of the crowd.
    That a town was stormed or attacked tells of none."""
    view, _ = pointed(text, "قتلت", EXCESSIVE, "perfect")
    assert by_crowds(view, lexicon().by_name["قتل.1"], EXCESSIVE) == read_as
