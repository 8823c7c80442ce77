"""No event: violence told as a habit or summed up since a beginning (codebook 8.1), what floods and fires do, what is
only supposed or said, a title told again in a link."""

from __future__ import annotations

import datetime as dt
from typing import Final

from sijill.arabic.clitics import FOR, key, without_article
from sijill.arabic.tokens import BREAKS
from sijill.documents import Event
from sijill.extract.clauses.kinds import flies
from sijill.extract.clauses.taking_words import is_word, names, tells
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import MUTUAL, TAKING, VERBS, is_object

_CHARGE: Final = "Remote explosive/landmine/IED"
_STRIKES: Final = "Explosions/Remote violence"
_SUMMED: Final = ("Battles", _STRIKES)
_VIOLENT: Final = ("Battles", _STRIKES, "Violence against civilians", "Protests", "Riots")
# tokens from a word for a deed to what says how often it is done, and to an adjective that does
_BEHIND: Final = 8
_BEFORE: Final = 5
_ADJECTIVE: Final = 3
# tokens from "in a way" to "daily", from "from time" to "another"
_OF_OFTEN: Final = 3
# tokens from a word for a deed to the number of such deeds, and to "since"
_COUNT: Final = 3
_OBJECT: Final = 8
_SINCE: Final = 12
_FIRST: Final = 3
_TO_FIRE: Final = 7
# tokens between what washes away and the flood, and between what collides and a vessel
_FLOOD: Final = 7
_COLLIDING: Final = 5
# tokens from what comes down to the fault
_FAULT: Final = 12
# tokens from aircraft to the word that they came down, which stand before it at times
_TO_AIRCRAFT: Final = 4
# sentences that a link and the title behind it may be at the end of a text
_OF_TITLE: Final = 3
# tokens from a deed back to what is left because of it
_TO_LEFT: Final = 4
# digits of a year, what stands behind it, and the share of lines that begin so where all tell of other years
_OF_YEAR: Final = 4
_DASHES: Final = ("-", "–", "—", ":")
_MOST: Final = 0.7
# tokens from "the events" to "such a day as this"
_TO_DAY: Final = 6
_APART: Final = frozenset(("after", "relative"))
_DISPLACED: Final = "Displacement"
# the rule of a time that goes on to the day of the report, and those of a stretch ("in the last two years")
_FROM_ON: Final = "since"
_STRETCHES: Final = ("span", "during")
# the longest stretch in which one event is told: of longer ones 0 of 14 in the gold
_MONTHS: Final = dt.timedelta(days=100)
_A_YEAR: Final = dt.timedelta(days=366)
# the same of fights and strikes: of those in a season 2 of 10 in the gold
_A_SEASON: Final = dt.timedelta(days=85)
# an event has a day: violence "of a day" is no habit, though it be repeated
_A_DAY: Final = dt.timedelta(days=2)


def recurs(view: View, event: Event) -> bool:
    """Whether violence is told as going on over and over, or as a sum since a beginning, and of no day of its own.

    Who fled over years is a sum too, and whatever was done in a stretch of many months.
    """
    first, last = event.time.earliest, event.time.latest
    length = last - first if first is not None and last is not None else dt.timedelta(0)
    if event.sub_event_type == _DISPLACED and length > _A_YEAR:
        return True
    if event.factuality != "asserted":
        return False
    if event.time.rule in _STRETCHES and length > _MONTHS:
        return True
    if event.event_type not in _VIOLENT:
        return False
    fought = event.event_type in _SUMMED and event.sub_event_type not in TAKING
    if fought and event.time.rule in _STRETCHES and length > _A_SEASON:
        return True
    at = event.trigger.token
    noun = event.trigger.form not in VERBS or is_object(view.tokens[at].norm)
    if noun and event.time.start is None and _at_scene(view, at):
        return True
    if _often_behind(view, at, noun) or _often_before(view, at, noun) or _usual(view, at):
        return not _of_a_day(view, event)
    if not fought:
        return False
    if event.trigger.frame == MUTUAL and _for_years(view, event):
        return True
    since = _summed_since(view, at, noun)
    # the day in "since the beginning of it on that day" is not the event's own
    return since is not None and not _of_a_day(view, event, view.tokens[since].start)


def _for_years(view: View, event: Event) -> bool:
    """Whether fighting is dated "since" a day more than a year back: a war, of which the gold has 0 events.

    No comma stands between it and its date.
    """
    at, start, first, last = event.trigger.token, event.time.start, event.time.earliest, event.time.latest
    if event.time.rule != _FROM_ON or start is None or first is None or last is None or last - first <= _A_YEAR:
        return False
    date = view.token_at(start)
    return not any(view.tokens[i].norm in BREAKS for i in range(min(at, date), max(at, date)))


def _of_a_day(view: View, event: Event, before: int | None = None) -> bool:
    """Whether words of its sentence, those before an offset if one is given, date an event to a day or two."""
    time = event.time
    if time.start is None or time.earliest is None or time.latest is None:
        return False
    own = view.sentence_at[view.token_at(time.start)] == view.sentence_at[event.trigger.token]
    return own and (before is None or time.start < before) and time.latest - time.earliest <= _A_DAY


def _often_behind(view: View, at: int, noun: bool) -> bool:
    """Whether words behind a deed say that it is done often: "repeated", "almost daily", "from time to time"."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(last, at + _BEHIND)):
        if view.clause_at[here] != view.clause_at[at] or is_verb(view, here):
            # "when" begins a clause, "from when to other" does not
            return _is_often(view, here, last)
        near = noun and here <= at + _ADJECTIVE
        if near and (_is(view, here, "repeated") or _is(view, here, "daily")):
            return True
        if _is(view, here, "often") or _is_often(view, here, last):
            return True
    return False


def _often_before(view: View, at: int, noun: bool) -> bool:
    """Whether words before a deed say so: "is daily exposed to", "was repeatedly", "the recurrence of"."""
    first = max(view.sentences[view.sentence_at[at]].first, at - _BEFORE)
    for here in range(at - 1, first - 1, -1):
        if view.clause_at[here] != view.clause_at[at]:
            return False
        if _is(view, here, "often") or here == at - 1 and _is(view, here, "repeats"):
            return True
        if (noun or _is(view, here, "manner")) and _is_often(view, here, at):
            return True
    return False


def _usual(view: View, at: int) -> bool:
    """Whether "often", "usually" or "long since" opens the clause of a deed: in 27 of 27 in training no event was told.

    Without "what" behind it "usual" is an adjective, and "much" no "often".
    """
    first = view.sentences[view.sentence_at[at]].first
    for here in range(at - 1, max(first - 1, at - _OBJECT), -1):
        if view.clause_at[here] != view.clause_at[at]:
            return False
        if _is(view, here, "long") or here > first and _is(view, here, "what") and _is(view, here - 1, "usual"):
            return True
    return False


def _at_scene(view: View, at: int) -> bool:
    """Whether a place is called the scene of a deed: "which was the scene of a number of clashes"."""
    first = max(view.sentences[view.sentence_at[at]].first, at - _BEFORE)
    scene = next((here for here in range(at - 1, first - 1, -1) if _is(view, here, "scene")), None)
    return scene is not None and view.tokens[scene + 1].norm.startswith(FOR)


def _is_often(view: View, at: int, last: int) -> bool:
    """Whether "in a daily way", "almost daily" or "from time to time" begins at a token and ends before another."""
    if at + 1 >= last:
        return False
    if _is(view, at, "near_to"):
        return _of_days(view, at + 1)
    behind = range(at + 1, min(at + _OF_OFTEN, last))
    if _is(view, at, "manner"):
        return any(_of_days(view, i) or _is(view, i, "repeated") for i in behind)
    from_time = at > 0 and _is(view, at, "time") and not view.classes[at - 1].isdisjoint(("from", "between"))
    return from_time and any(_is(view, i, "another_time") for i in behind)


def _of_days(view: View, at: int) -> bool:
    """Whether a word is "daily", or may as well be "the two days of"."""
    return _is(view, at, "daily") or _is(view, at, "daily_or_two_days")


def _summed_since(view: View, at: int, noun: bool) -> int | None:
    """The "since" that deeds are counted from, where a beginning follows; not that of "for the first time since"."""
    span = view.sentences[view.sentence_at[at]]
    low, high = (at - _COUNT, at) if noun else (at - _OBJECT, at + _OBJECT)
    near = range(max(span.first, low), min(span.last, high + 1))
    counts = [view.number_from[i] for i in near if i in view.number_from]
    if not any(number.last <= high + 1 and number.low != 1 for number in counts):
        return None
    for here in range(max(span.first, at - _SINCE), min(span.last - 1, at + _SINCE)):
        if not is_word(view, here, "ever_since") or not _is(view, here + 1, "beginning"):
            continue
        night = here + 2 < span.last and _is(view, here + 2, "night")
        # "the first since", "in the fiercest attack since"
        first_time = any(_is(view, i, "first_time") for i in range(max(span.first, here - _FIRST), here))
        if not (night or first_time or _parted(view, here, at)):
            return here
    return None


def _parted(view: View, since: int, at: int) -> bool:
    """Whether "since" and a deed are apart: a comma or a verb between, or "since" goes with "besieged" before it."""
    if _is(view, since - 1, "lasting"):
        return True
    # what stands behind "since" is what began then
    between = range(since + 2, at) if since < at else range(at + 1, since)
    return any(view.tokens[i].norm in BREAKS for i in range(min(since, at), max(since, at))) or (
        at < since and any(is_verb(view, i) or not _APART.isdisjoint(view.classes[i]) for i in between))


def leads_back(view: View, number: int) -> bool:
    """Whether a sentence is a link to the page that the report is from: behind it stands its title once more.

    Dots within the title part it, so that what follows a link at the end of a text is of it too.
    """
    if _is_link(view, number):
        return True
    ending = range(max(len(view.sentences) - _OF_TITLE, 0), number)
    return any(_is_link(view, before) for before in ending)


def _is_link(view: View, number: int) -> bool:
    first, last = view.sentences[number].first, view.sentences[number].last
    return first + 1 < last and _is(view, first, "link") and _is(view, first + 1, "page")


def lists_this_day(view: View) -> bool:
    """Whether a text lists "the events of such a day as this" in other years: 5 of 5 in the gold tell of none.

    So does one of which most lines are a year, a dash and what befell then.
    """
    years = sum(one.last - one.first > 1 and view.tokens[one.first].norm.isdigit() and (
        len(view.tokens[one.first].norm) == _OF_YEAR and view.tokens[one.first + 1].norm in _DASHES)
        for one in view.sentences)
    if years > max(_MOST * len(view.sentences), 1):
        return True
    last = len(view.tokens) - 2
    such = (at for at in range(last) if _is(view, at, "such") and _is(view, at + 1, "this"))
    return any(_is(view, here, "happenings") for at in such if _is(view, at + 2, "day")
               for here in range(max(0, at - _TO_DAY), at))


def by_nature(view: View, event: Event) -> bool:
    """Whether a flood, an earthquake or a disease is the doer right behind a word for a deed, or a fire is held."""
    at, kind = event.trigger.token, event.sub_event_type
    last = view.sentences[view.sentence_at[at]].last
    if tells(event.trigger.lemma, "washes") and _in_clause(view, at, "nature", _FLOOD, _FLOOD):
        return True
    # a name is no flood: Seoul is spelled like one
    told = at + 1 < last and view.actor_at[at + 1] < 0 and _is(view, at + 1, "nature")
    # "a rain of rockets" is no rain
    if told and not (at + 2 < last and "from" in view.classes[at + 2]):
        return True
    return kind in TAKING and any(
        "on" in view.classes[i - 1] and _is(view, i, "fire") for i in range(at + 2, min(at + _TO_FIRE, last)))


def by_accident(view: View, event: Event) -> bool:
    """Whether vessels or vehicles collide, or it is called an accident, as a crowd and its foes do without any; or
    aircraft crash unshot."""
    at = event.trigger.token
    if tells(event.trigger.lemma, "breaks_up"):
        return not any("downs" in words for words in view.untold)
    if tells(event.trigger.lemma, "crashes") and _in_clause(view, at, "fault", _FLOOD, _FAULT):
        return _flew(view, at)
    if not _is(view, at, "collides") or event.sub_event_type == _CHARGE:
        return False
    told = at > view.sentences[view.sentence_at[at]].first and _is(view, at - 1, "accident")
    return told or _in_clause(view, at, "vessel", _COLLIDING, _COLLIDING)


def _flew(view: View, at: int) -> bool:
    """Whether what comes down is aircraft and no shell, and nothing before the fault is said to have hit it."""
    last = view.sentences[view.sentence_at[at]].last
    stop = next((i for i in range(at + 1, last) if _is(view, i, "fault")), last)
    around = range(max(view.sentences[view.sentence_at[at]].first, at - _TO_AIRCRAFT), stop)
    return any(names(key(without_article(view.tokens[i].norm)), "from_air") or view.actor_at[i] >= 0 and flies(
        view, view.actor_at[i]) for i in around) and not any(
        is_word(view, i, "projectile") or _is(view, i, "downs") for i in around)


def _in_clause(view: View, at: int, name: str, before: int, behind: int) -> bool:
    """Whether a word of a class of no_event_words.tsv stands near a token, with no break between."""
    span = view.sentences[view.sentence_at[at]]
    for reach in (range(at + 1, min(at + behind, span.last)), range(at - 1, max(span.first, at - before) - 1, -1)):
        for here in reach:
            if view.tokens[here].norm in BREAKS:
                break
            if _is(view, here, name):
                return True
    return False


def left_over(view: View, event: Event) -> bool:
    """Whether a noun stands right behind what is left of a deed, keeps its day or orders it ("remnants of war").

    Nor do "in the shade of the siege" and "to strengthen its control" tell of a deed, but of what lasts; unless people
    are said to have died of the siege. "The zones of the fighting" say where it is (6 of 133 in the gold are events),
    and what shelling "left", or is left "because of" it, that it was.
    """
    at = event.trigger.token
    hit = view.hits[at] if at > 0 and event.trigger.form == "noun" else None
    if hit is None or hit.particles:
        return False
    takes = event.sub_event_type in TAKING
    lasts = _is(view, at - 1, "shade") and "after" in view.classes[at - 1] and (
        takes or tells(event.trigger.lemma, "besieges") and not event.casualties)
    where = event.event_type in _SUMMED and hit.definite and not takes and _is(view, at - 1, "ground")
    left = range(max(view.sentences[view.sentence_at[at]].first, at - _TO_LEFT), at)
    of_it = _is(view, at - 1, "left_by") or is_word(view, at - 1, "because_of") and any(
        _is(view, i, "left_of") for i in left)
    return _is(view, at - 1, "left_of") or of_it or where or lasts or takes and _is(view, at - 1, "strengthens")


def only_words(view: View, event: Event) -> bool:
    """Whether what two sides exchange is words: accusations, proposals, letters; or what is reinforced is no force."""
    at = event.trigger.token
    if at + 1 < len(view.tokens) and (
            tells(event.trigger.lemma, "quarrels") and _is(view, at + 1, "spoken")
            or tells(event.trigger.lemma, "reinforces") and _reinforces_measures(view, at)):
        return True
    if event.event_type not in _SUMMED or not tells(event.trigger.lemma, "exchanges"):
        return False
    for here in range(at + 1, min(view.sentences[view.sentence_at[at]].last, at + _BEHIND)):
        if view.tokens[here].norm in BREAKS or is_verb(view, here):
            return False
        if is_word(view, here, "words_said"):
            return True
        if view.hits[here] is not None:
            return False  # "exchanged fire and insults"
    return False


def _reinforces_measures(view: View, at: int) -> bool:
    """Whether security, measures or the like stand right behind a word for reinforcing, or behind its subject."""
    number = view.actor_at[at + 1]
    here = view.actors[number].last if number >= 0 and not _is(view, at + 1, "measures") else at + 1
    return here < len(view.tokens) and _is(view, here, "measures")


def supposed(event: Event) -> bool:
    """Whether a deed is one that "if only" sets where it did not come about."""
    return event.factuality == "uncertain" and event.factuality_rule.startswith("if.")


def _is(view: View, at: int, name: str) -> bool:
    """Whether the word at a token, its particles off, is of a class of no_event_words.tsv."""
    return name in view.untold[at]
