"""Who claims a deed has done it."""

import pytest

from sijill.extract.clauses.view import View
from sijill.extract.reference.reference import resolve
from sijill.extract.said.claimed import claimants
from sijill.extract.triggers.triggers import Weighed
from sijill.pipeline import read_document

BLAST = "انفجرت سيارة مفخخة في سوق بالقامشلي."


def claimed(text: str, nobodys: bool = False) -> dict[str, str]:
    """The side that claims each event, or whose it is where it is nobody's, by the word that tells it."""
    document = read_document(text)
    view = View(document, resolve(document))
    words = {t.token: text[t.start : t.end] for t in Weighed(view).triggers(0.0)}
    found = claimants(view, Weighed(view).triggers(0.0))[nobodys]
    return {words[token]: view.sides[number].id for token, number in found.items()}


def test_a_blast_that_is_hardly_an_event_may_be_claimed() -> None:
    """Who claims an explosion has done it, though the word alone rarely tells of an attack."""
    assert claimed("وقع انفجار في الموصل، وتبناه تنظيم داعش.") == {"انفجار": "IS"}
    assert claimed("وقع انفجار في الموصل، وأدانه تنظيم داعش.") == {}


@pytest.mark.parametrize("claim", [
    "وتبنى تنظيم داعش التفجير في بيان.",
    "وأعلن تنظيم داعش مسؤوليته عن الهجوم.",
    "وأعلن تنظيم داعش مسئوليته عن الهجوم.",
    "وقال تنظيم داعش في بيان إن مسؤوليته عن التفجير ثابتة.",
])
def test_who_claims_what_was_told_before_has_done_it(claim: str) -> None:
    """"B claimed the attack" and "B announced its responsibility for it" make B the doer of what was told last."""
    assert claimed(f"{BLAST} {claim}") == {"انفجرت": "IS"}


@pytest.mark.parametrize("deed", ["هجوم على حاجز", "هجوم كبير على حاجز", "تفجير آخر", "عملية في حلب"])
def test_a_claimed_deed_not_told_yet_is_another(deed: str) -> None:
    """Of "B claimed an attack on P" and "another blast" B has not done what was told before."""
    assert claimed(f"{BLAST} وأعلن تنظيم داعش مسؤوليته عن {deed}.") == {}


def test_a_deed_named_by_whom_it_hit_is_the_one_told() -> None:
    """"B claimed the bombing of the market" is of the blast told before."""
    assert claimed(f"{BLAST} وأعلن تنظيم داعش مسؤوليته عن تفجير السوق.")["انفجرت"] == "IS"


def test_a_claim_in_a_relative_clause() -> None:
    """Of "an explosion that B claimed" B is the doer, whatever the claim's own object."""
    assert claimed("قتل عشرة في تفجير تبناه تنظيم داعش في القامشلي.") == {"تفجير": "IS"}


@pytest.mark.parametrize("text", [
    f"{BLAST} ولم يتبن تنظيم داعش التفجير.",
    f"{BLAST} وتحدث تنظيم داعش مطولا عن التفجير.",
    f"{BLAST} وقال تنظيم داعش إن مسؤوليته تجاه التفجير لا تعنيه.",
    f"{BLAST} وأعلن تنظيم داعش مسؤوليته",
    f"{BLAST} ونفى تنظيم داعش مسؤوليته عن الهجوم.",
    # no deed is claimed, or by nobody who fights
    f"{BLAST} وتبنى تنظيم داعش نهجا جديدا.",
    f"{BLAST} وتبنى مجلس الأمن قرارا حول الهجوم.",
    f"{BLAST} وتتحمل السلطات مسؤوليتها كاملة أمام تنظيم داعش.",
    # what was told last is another deed, or one that the claimant suffered
    f"{BLAST} وقصف التحالف الدولي بلدة هجين. وتبنى تنظيم داعش التفجير في بيان.",
    "قصف التحالف الدولي مواقع تنظيم داعش في هجين. وتبنى تنظيم داعش الهجوم.",
    # too far away
    f"{BLAST} ونقل المصابون إلى المستشفى. وتبنى تنظيم داعش التفجير في بيان.",
    "أجرى وزيرا الخارجية محادثات في جنيف. وتبنى تنظيم داعش الهجوم.",
])
def test_what_is_no_claim(text: str) -> None:
    """A claim denied, one of no deed, one by no fighting side, and one far from violence name no doer."""
    assert claimed(text) == {}


AT_NIGHT = "هاجم مسلحون فندقا في مقديشو. ونقل الجرحى إلى المستشفى."


@pytest.mark.parametrize("claim", [
    "وتبنت حركة الشباب الهجوم في بيان.",
    "وأعلنت حركة الشباب مسؤوليتها في منشورات.",
    "وأعلنت حركة الشباب مسؤوليتها عن الهجوم.",
    "وأعلنت حركة الشباب المرتبطة بتنظيم القاعدة في بيان بثته مساء الأحد مسؤوليتها عن الهجوم.",
])
def test_what_unknown_gunmen_did_shortly_before_a_claim_is_the_claimants(claim: str) -> None:
    """A claim reaches over a sentence to what nobody is told to have done, and may say "responsibility" alone."""
    assert claimed(f"{AT_NIGHT} {claim}", nobodys=True)["هاجم"] == "NEW:Al Shabaab"
    assert "هاجم" not in claimed(f"{AT_NIGHT} {claim}")


@pytest.mark.parametrize("claim", [
    "ولم تتبن حركة الشباب الهجوم.",
    "وحملت حركة الشباب الحكومة مسؤوليتها.",
    "وتبنت حركة الشباب هجوما على حاجز.",
    "وقال طبيب إن حالتهم مستقرة. وعاد الهدوء. وتبنت حركة الشباب الهجوم.",
])
def test_what_no_claim_reaches_stays_nobodys(claim: str) -> None:
    """A claim that is denied, is none, is of a new deed or stands further away is not of what gunmen did before."""
    assert "هاجم" not in claimed(f"{AT_NIGHT} {claim}", nobodys=True)
