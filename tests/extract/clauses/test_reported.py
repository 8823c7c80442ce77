"""What reports are rumours of, and what another deed came after."""

import pytest
from tests.extract.drafted import pointed
from tests.extract.triggers.test_factuality import told

from sijill.extract.clauses.reported import covered


@pytest.mark.parametrize("reports", [
    "وسط أنباء تواردت عن", "ردا على تقارير تحدثت عن", "وسط شائعات متداولة حول عملية"])
def test_reports_that_are_said_to_be_spread_are_doubted(reports: str) -> None:
    """What reports are of that something else is said of first is uncertain."""
    assert ("استهداف", "uncertain") in told(f"{reports} استهداف الجيش الإسرائيلي لمطار الضبعة.")


@pytest.mark.parametrize(("before", "told_as"), [
    ("قتل جنديان في ما يشتبه بأنه", "uncertain"),
    ("قتل جنديان نتيجة لما يبدو أنه", "uncertain"),
    ("قتل جنديان بسبب ما يشتبه في أنه", "uncertain"),
    # what is known is in no doubt, nor is a deed that nobody says is what was suspected
    ("قتل جنديان في ما تأكد أنه", "asserted"),
    ("قتل جنديان كما يبدو إثر", "asserted"),
    ("قتل جنديان في منزل يشتبه بأنه مخزن، إثر", "asserted"),
])
def test_what_is_taken_for_a_deed_is_doubted(before: str, told_as: str) -> None:
    """What "is suspected to be" a deed is uncertain; what is known, or suspected of a thing near it, is not."""
    assert ("هجوم", told_as) in told(f"{before} هجوم على دورية قرب لشكركاه.")


def test_reports_denied_are_denied() -> None:
    """What reports that somebody denies are of is denied, though a verb parts them."""
    text = "نفت وزارة الدفاع، ظهر أمس، الأنباء التي تداولتها صفحات محلية حول استهداف الجيش الإسرائيلي لمطار الضبعة."
    assert ("استهداف", "denied") in told(text)


def test_a_denial_of_something_else_denies_no_report() -> None:
    """Reports that spread "while" somebody denies another thing stay uncertain."""
    text = "نفى الوزير استقالته فيما تواردت أنباء متفرقة عن استهداف الجيش الإسرائيلي لمطار الضبعة."
    assert ("استهداف", "uncertain") in told(text)


@pytest.mark.parametrize("text", [
    "أعلنت وكالة الأنباء الرسمية أمس عن استهداف الجيش الإسرائيلي لمطار الضبعة.",
    "أعلنت وكالة الضاد للأنباء أمس عن استهداف الجيش الإسرائيلي لمطار الضبعة.",
    "وردت أنباء، وأعلنت دمشق عن استهداف الجيش الإسرائيلي لمطار الضبعة.",
])
def test_no_rumour(text: str) -> None:
    """An agency of news is no rumour, and reports behind a break are of something else."""
    assert ("استهداف", "asserted") in told(text)


@pytest.mark.parametrize(("text", "deed"), [
    ("ودعا الوزير، خلال لقائه مع مشايخ القبائل في صنعاء، إلى الوقوف بحزم.", "لقائه"),
    ("وجاء ذلك بعد رفضها فتح المعبر عقب سيطرة الحوثيين على صنعاء قبل عامين.", "سيطرة"),
    ("تستعد القوات العراقية بعد عملية تطهير بلدة الحويجة لإكمال الهجوم.", "تطهير"),
    ("رفضت تركيا التدخل وقد أدى رفضها إلى تظاهرات مؤيدة للأكراد في ديار بكر.", "تظاهرات"),
    ("وكانت تقف لدى استعدادها لتغطية عملية اقتحام الجيش الإسرائيلي مخيم جنين.", "اقتحام"),
])
def test_what_another_deed_came_after_was_done(text: str, deed: str) -> None:
    """The occasion of a demand, a refusal or a plan, what a refusal led to and what reporters came for was done."""
    assert (deed, "asserted") in told(text)


@pytest.mark.parametrize(("text", "deed"), [
    ("تستعد القوات العراقية لعملية تطهير بلدة الحويجة.", "تطهير"),
    ("رفضت تركيا التدخل وقد يؤدي رفضها إلى تظاهرات مؤيدة للأكراد في ديار بكر.", "تظاهرات"),
    ("أعلن الجيش الإسرائيلي استعداده لعملية اقتحام مخيم جنين.", "اقتحام"),
])
def test_what_a_plan_is_of_is_no_occasion(text: str, deed: str) -> None:
    """What is prepared, or may come of a refusal, was not done."""
    assert (deed, "asserted") not in told(text)


@pytest.mark.parametrize(("text", "deed", "value"), [
    ("تواردت أنباء متفرقة عن قيام الجيش الإسرائيلي باستهداف مطار الضبعة.", "استهداف", "uncertain"),
    ("تضاربت المعلومات الأولية بشأن تمكن الجيش السوري من اعتقال خمسة قادة في حمص.", "اعتقال", "uncertain"),
    ("نفى الوزير، أمس، مزاعم متداولة حول قيام الجيش الإسرائيلي باستهداف مطار الضبعة.", "استهداف", "denied"),
    # not told by reports, or of another deed
    ("أعلن الوزير عن قيام الجيش الإسرائيلي باستهداف مطار الضبعة.", "استهداف", "asserted"),
    ("تضاربت المعلومات بشأن تمكن الرجل من الفرار، وتم اعتقال خمسة قادة في حمص.", "اعتقال", "asserted"),
])
def test_reports_of_managing_or_carrying_out_a_deed(text: str, deed: str, value: str) -> None:
    """What reports say that somebody managed or carried out is doubted as what they say was done."""
    assert (deed, value) in {(word.removeprefix("ب"), as_told) for word, as_told in told(text)}


def test_what_is_commented_on_was_done() -> None:
    """A deed that somebody refuses to comment on was done; one denied with no comment on it was not."""
    assert ("الهجوم", "asserted") in told("رفض الوزير التعليق على الهجوم الذي استهدف مطار الضبعة.")
    assert ("الهجوم", "denied") in told("نفى الوزير في تعليق سريع الهجوم على مطار الضبعة.")


@pytest.mark.parametrize(("text", "known"), [
    ("خطط الوزير للتعليق على الهجوم.", True),
    ("خطط الوزير في تعليق سريع الهجوم.", False),
    ("خطط الوزير للرد على الهجوم.", False),
])
def test_only_a_comment_on_a_deed_knows_it(text: str, known: bool) -> None:
    """A deed is known to who comments "on" it, not to whoever comments beside it or answers it."""
    view, trigger = pointed(text, "الهجوم", "Armed clash")
    assert covered(view, trigger.token, 0) is known
