"""Sharing out: every toll of a document goes to the event that it is a toll of."""

from dataclasses import replace

import pytest

from sijill.documents import Document, Trigger
from sijill.extract.tolls.sharing import casualties_for
from sijill.pipeline import read_document

STRIKE, CLASH, FLIGHT, SEIZURE = "Air/drone strike", "Armed clash", "Displacement", "Disrupted weapons use"
BLAST = "Remote explosive/landmine/IED"


def shared(text: str, *events: tuple[str, str]) -> list[set[tuple[str, int | None, int | None]]]:
    """The tolls of each of these (trigger word, type), the word's first place in the text."""
    starts = [text.index(word) for word, _ in events]
    told = [Trigger(s, s + len(word), 0, word, "", "", kind, 1.0, "")
            for s, (word, kind) in zip(starts, events, strict=True)]
    document: Document = replace(read_document(text), triggers=tuple(told))
    found = casualties_for(document, starts)
    return [{(c.kind, c.low, c.high) for c in found.get(s, ())} for s in starts]


@pytest.mark.parametrize(
    "text",
    [
        "قتل 4 مدنيين في غارة على البلدة.",
        "شن الطيران غارة على البلدة أسفرت عن مقتل 4 مدنيين.",
        "أدت غارة على البلدة إلى مقتل 4 مدنيين.",
        "لقي 4 مدنيين مصرعهم جراء غارة على البلدة.",
    ],
)
def test_a_toll_before_or_behind(text: str) -> None:
    """A toll is the event's on whichever side of its word it stands."""
    assert shared(text, ("غارة", STRIKE)) == [{("killed", 4, 4)}]


def test_the_word_of_cause_decides_between_two() -> None:
    """Of two events in a sentence the one that "led to" the toll has it."""
    text = "دارت اشتباكات في الريف، فيما أدت غارة على البلدة إلى مقتل 4 مدنيين."
    assert shared(text, ("اشتباكات", CLASH), ("غارة", STRIKE)) == [set(), {("killed", 4, 4)}]


def test_each_event_keeps_its_own() -> None:
    """Two events of a sentence, each with its toll, do not exchange them."""
    text = "قتل 3 جنود في اشتباكات بالمدينة، بينما أصيب 9 مدنيين في غارة على السوق."
    assert shared(text, ("اشتباكات", CLASH), ("غارة", STRIKE)) == [{("killed", 3, 3)}, {("wounded", 9, 9)}]


def test_a_type_takes_only_what_it_can_cause() -> None:
    """The displaced go to the flight, the dead to the strike; a seizure of arms kills nobody."""
    text = "قتل 6 مدنيين ونزح 200 شخص بعد غارة على البلدة."
    assert shared(text, ("نزح", FLIGHT), ("غارة", STRIKE)) == [{("displaced", 200, 200)}, {("killed", 6, 6)}]
    assert shared("أعلن الجيش مقتل 10 مسلحين وضبط مخزن.", ("ضبط", SEIZURE)) == [set()]


@pytest.mark.parametrize(("behind", "carried"), [
    ("وقال مسعفون إن 7 مدنيين قتلوا.", True),
    ("وقال مسعفون إن 7 مدنيين قتلوا في قصف سابق.", False),
    ("وقتل 7 مدنيين بعدما هاجم مجهولون حافلتهم.", False),
    ("وقال مسعفون إن 7 مدنيين قتلوا في التفجيرين.", True),
    ("وقتل 7 مدنيين أثناء تصديهم للنار.", True),
    ("وسقط 7 مدنيين قتلى.", True),
    ("وقتل 7 مدنيين ونقل آخرون إثر حادث.", True),
])
def test_the_dead_of_another_deed_are_not_carried_back(behind: str, carried: bool) -> None:
    """A toll of a sentence that tells a deed of its own, though it be no event, goes to no event of the one before,
    unless an article or a pronoun shows that the deed may be that one, or the word tells of people who fell or of
    anything that happens."""
    assert shared(f"استهدفت غارة مدرسة في البلدة. {behind}", ("غارة", STRIKE)) == [
        {("killed", 7, 7)} if carried else set()]


def test_a_toll_of_the_next_sentence_looks_back() -> None:
    """A toll in a sentence without an event goes to the event that the sentence names again."""
    text = "استهدفت غارة مدرسة في البلدة. وأسفرت الغارة عن مقتل 7 مدنيين."
    assert shared(text, ("غارة", STRIKE)) == [{("killed", 7, 7)}]


def test_a_toll_far_from_any_event_is_nobody_s() -> None:
    """A toll two sentences on, which names no event, is given to none."""
    text = "شن الطيران غارة على البلدة. زار الوزير العاصمة. توفي 7 مدنيين."
    assert shared(text, ("غارة", STRIKE)) == [set()]


def test_a_risen_toll_stands_for_the_earlier() -> None:
    """A toll said to have risen replaces the first; one that is only told again does not."""
    text = "قتل 3 مدنيين في تفجير بالسوق. وارتفعت حصيلة التفجير إلى 5 قتلى."
    assert shared(text, ("تفجير", BLAST)) == [{("killed", 5, 5)}]


def test_dead_and_wounded_of_one_breath_stay_together() -> None:
    """Tolls told in one breath go to one event."""
    text = "وقع انفجار في السوق أوقع 5 قتلى و12 جريحا."
    assert shared(text, ("انفجار", BLAST)) == [{("killed", 5, 5), ("wounded", 12, 12)}]


def test_no_events_no_tolls() -> None:
    """A document without events shares out nothing."""
    assert casualties_for(read_document("قتل 4 مدنيين."), []) == {}


def test_what_a_side_managed_is_no_cause() -> None:
    """ "Managed to seize" behind a toll does not draw it; "in an attack" does."""
    text = "دارت معارك في الوادي منذ الفجر أسفرت عن مقتل 42 جنديا وتمكنت المقاومة من أسر ضابط."
    assert shared(text, ("معارك", CLASH), ("أسر", CLASH))[0] == {("killed", 42, 42)}
    text = "أسفرت معارك في الوادي، وقتل 42 جنديا في غارة."
    assert shared(text, ("معارك", CLASH), ("غارة", STRIKE)) == [set(), {("killed", 42, 42)}]


def test_a_consequence_behind_a_semicolon_looks_back() -> None:
    """Vague tolls go to the sentence before where theirs begins with a word of consequence, else to none."""
    led = "شن التنظيم غارة على المركز؛ مما أسفر عن قتلى وجرحى من الحراس."
    assert shared(led, ("غارة", STRIKE)) == [{("killed", None, None), ("wounded", None, None)}]
    told = "شن التنظيم غارة على المركز. وسقط قتلى وجرحى من الجنود."
    assert shared(told, ("غارة", STRIKE)) == [set()]


def test_what_is_not_carried_needs_the_event_named_again() -> None:
    """Without carrying, a toll of the next sentence is the event's only where that names it again."""
    again = "دارت اشتباكات في الريف. وقال شاهد إن الاشتباكات أدت إلى مقتل 4 جنود."
    other = "دارت اشتباكات في الريف. وقال شاهد إن حريقا أدى إلى مقتل 4 جنود."
    for text, expected in ((again, [("killed", 4)]), (other, [])):
        start = text.index("اشتباكات")
        told = Trigger(start, start + 8, 0, "اشتباكات", "", "", CLASH, 1.0, "")
        document: Document = replace(read_document(text), triggers=(told,))
        found = casualties_for(document, [start], carried=False)
        assert [(c.kind, c.low) for c in found.get(start, ())] == expected


def test_a_breath_goes_where_all_of_it_fits() -> None:
    """Dead and missing told beside a kidnapping, which kills nobody, are those of the battle before it."""
    text = "دارت اشتباكات في الريف. وقتل 8 جنود وفقد 13 آخرون، في حين خطف مسلحون موظفا."
    kidnapping = "Abduction/forced disappearance"
    assert shared(text, ("اشتباكات", CLASH), ("خطف", kidnapping))[0] == {("killed", 8, 8), ("missing", 13, 13)}
    alone = "دارت اشتباكات في الريف. وفقد 13 موظفا بعدما خطف مسلحون حافلتهم."
    assert ("missing", 13, 13) in shared(alone, ("اشتباكات", CLASH), ("خطف", kidnapping))[1]


def test_like_is_not_taken_off_a_word_of_a_list() -> None:
    """"And" before a word of consequence is taken off; what begins with "like" is another word and no consequence."""
    text = "شنت طائرات غارة {} قتل 4 مدنيين مساء أمس الأول الأحد بعيدا عن اشتباكات."
    events = ("غارة", STRIKE), ("اشتباكات", CLASH)
    assert shared(text.format("كما"), *events) == [set(), {("killed", 4, 4)}]
    assert shared(text.format("ومما"), *events) == [{("killed", 4, 4)}, set()]


@pytest.mark.parametrize(("text", "events", "expected"), [
    ("نفت موسكو أنها قصفت مشفى، فيما أكدت منظمة أن سبعة أشخاص قتلوا.", {"قصفت": True}, [set()]),
    ("شنت طائرات غارة ونفت موسكو أنها قصفت مشفى، فيما أكدت منظمة أن سبعة أشخاص قتلوا.",
     {"غارة": False, "قصفت": True}, [{("killed", 7, 7)}, set()]),
    # what is denied itself, and what nobody denies
    ("نفت موسكو أنها قصفت مشفى وقتلت سبعة أشخاص.", {"قصفت": True}, [{("killed", 7, 7)}]),
    ("قصفت موسكو مشفى، فيما أكدت منظمة أن سبعة أشخاص قتلوا.", {"قصفت": False}, [{("killed", 7, 7)}]),
])
def test_a_clause_beside_a_denial_gives_it_no_toll(
    text: str, events: dict[str, bool], expected: list[set[tuple[str, int | None, int | None]]]
) -> None:
    """What others tell in a clause of their own is no toll of what is denied; it may be another event's."""
    starts = {text.index(word): denied for word, denied in events.items()}
    told = [Trigger(s, s + 4, 0, "", "", "", STRIKE, 1.0, "") for s in starts]
    document: Document = replace(read_document(text), triggers=tuple(told))
    found = casualties_for(document, list(starts), denied=frozenset([s for s, denied in starts.items() if denied]))
    assert [{(c.kind, c.low, c.high) for c in found.get(s, ())} for s in starts] == expected


@pytest.mark.parametrize(("text", "event", "expected"), [
    ("قتل 4 مدنيين اليوم. وقال شاهد إن غارة أصابت السوق.", ("غارة", STRIKE), {("killed", 4, 4)}),
    # a battle may be any; some dead, and those who are told again, may be another's; no lead behind another event
    ("قتل 4 مدنيين اليوم. وقال شاهد إن معارك دارت في السوق.", ("معارك", CLASH), set()),
    ("سقط قتلى وجرحى اليوم. وقال شاهد إن غارة أصابت السوق.", ("غارة", STRIKE), set()),
    ("قتل 4 مدنيين اليوم. وقال شاهد إن غارة أصابت السوق. وعم الذعر. وأحصى طبيب 4 قتلى.", ("غارة", STRIKE), set()),
    ("قتل 4 مدنيين اليوم. وقال شاهد إن الوضع صعب. وأصابت غارة السوق.", ("غارة", STRIKE), set()),
])
def test_the_dead_of_a_lead_are_those_of_the_strike_behind_it(
    text: str, event: tuple[str, str], expected: set[tuple[str, int | None, int | None]]
) -> None:
    """A toll before every event is that of the strike in the sentence behind, which has none of its own."""
    assert shared(text, event) == [expected]


def test_the_strike_behind_a_lead_keeps_its_own_toll() -> None:
    """An event with a toll of its own, and one that is not the first behind the lead, get none from the lead."""
    own = "قتل 4 مدنيين اليوم. وقال شاهد إن غارة على السوق قتلت 6 أطفال."
    assert shared(own, ("غارة", STRIKE)) == [{("killed", 6, 6)}]
    later = "اندلعت معارك. وعم الهدوء. ثم عاد السكان. وقتل 4 مدنيين. وقال شاهد إن غارة أصابت السوق."
    assert shared(later, ("معارك", CLASH), ("غارة", STRIKE)) == [set(), set()]


@pytest.mark.parametrize(("text", "word", "kind", "expected"), [
    ("فجر انتحاري نفسه أمام المركز. وعم الذعر. وأدى الانفجار إلى مقتل 4 مدنيين.", "فجر", BLAST, {("killed", 4, 4)}),
    ("كمن مسلحون لدورية أمس. وعم الذعر. وقتل 4 مدنيين في الحادث.", "كمن", CLASH, {("killed", 4, 4)}),
    # another sort of event, one too far off, and a word that names it far from the toll
    ("كمن مسلحون لدورية أمس. وعم الذعر. وأدى الانفجار إلى مقتل 4 مدنيين.", "كمن", CLASH, set()),
    ("كمن مسلحون لدورية. وعم الذعر. وصمت الجميع. ثم عادوا. وقتل 4 مدنيين في الحادث.", "كمن", CLASH, set()),
    ("كمن مسلحون لدورية. وعم الذعر. والحادث الذي لم يصدر عن أحد بيان بشأنه قال طبيب إنه سمع به مساء قتل 4 مدنيين.",
     "كمن", CLASH, set()),
])
def test_an_event_is_named_again_by_another_word(
    text: str, word: str, kind: str, expected: set[tuple[str, int | None, int | None]]
) -> None:
    """"The blast", "the incident" beside a toll name the latest event of their sort in the three sentences before."""
    assert shared(text, (word, kind)) == [expected]


@pytest.mark.parametrize(("opening", "expected"), [
    ("وقال طبيب إنه", {("killed", 4, 4)}),
    ("من جهته، قال طبيب إنه", {("killed", 4, 4)}),
    ("من جهة أخرى،", set()),
    ("وعلى صعيد آخر،", set()),
    ("على طريق آخر،", {("killed", 4, 4)}),
    ("وفي حماة", set()),
    ("رابط الخبر:", set()),
])
def test_a_sentence_on_another_matter_carries_no_toll_back(
    opening: str, expected: set[tuple[str, int | None, int | None]]
) -> None:
    """A toll that names no event goes to the one before, not from behind "on the other hand" or "in Hama"."""
    assert shared(f"أصابت غارة السوق في إدلب. {opening} قتل 4 مدنيين.", ("غارة", STRIKE)) == [expected]


@pytest.mark.parametrize(("text", "found"), [
    ("شن الجيش غارة على البلدة ردا على مقتل جنديين.", set()),
    ("شن الجيش غارة على البلدة بعد مقتل جنديين.", set()),
    ("شن الجيش غارة على البلدة بعد يومين وتسبب في مقتل مدنيين اثنين.", {("killed", 2, 2)}),
    ("أعلن الجيش مقتل جنديين في غارة بعد يومين.", {("killed", 2, 2)}),
])
def test_who_was_killed_before_a_deed_is_no_toll_of_it(text: str, found: set[tuple[str, int, int]]) -> None:
    """Those whose killing a raid came after, or answers, were not killed in it."""
    assert shared(text, ("غارة", STRIKE)) == [found]


def test_the_dead_before_a_strike_are_carried_to_nothing() -> None:
    """Who was killed before the strike that tells of it is no toll of the fighting in the sentence before either."""
    text = "دارت اشتباكات في الريف. ثم شن الطيران غارة على البلدة بعد مقتل جنديين."
    assert shared(text, ("اشتباكات", CLASH), ("غارة", STRIKE)) == [set(), set()]
    text = "دارت اشتباكات في الريف. ثم أغلق الحاجز بعد مقتل جنديين."
    assert shared(text, ("اشتباكات", CLASH)) == [{("killed", 2, 2)}]


@pytest.mark.parametrize("carried", [True, False])
def test_what_is_not_carried_waits_for_no_event_behind(carried: bool) -> None:
    """A toll before which nothing is told goes to the strike of the sentence behind it, but not without carrying."""
    text = "قتل 4 جنود في الريف. وشن الطيران غارة هناك."
    start = text.index("غارة")
    told = Trigger(start, start + 4, 0, "غارة", "", "", STRIKE, 1.0, "")
    document: Document = replace(read_document(text), triggers=(told,))
    assert bool(casualties_for(document, [start], carried=carried)) == carried
