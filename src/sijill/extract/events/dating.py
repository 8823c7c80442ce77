"""Dating: when an event was, chosen among the dates that may be its own, the day of the news, and no day at all.

Each date of the event's sentence comes into question, and of other sentences the date of an event of the same word or
type, the nearest before, the first behind and that of the lead. Without any, the event is news (the day before
publication or that day), background that nothing dates, or planned (codebook sections 3 and 8).
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sijill.documents import Factuality, TimeArgument, TimeMention, Trigger
from sijill.extract.choosing.choice import Feature, Scorer, likeliest, score, scorer
from sijill.extract.clauses.view import View
from sijill.extract.events import date_names as names
from sijill.extract.events.date_reach import COARSE, MOST, MOST_COARSE, Dated, Reach
from sijill.extract.events.undated import Told, as_if_published
from sijill.extract.tables.lexicon import VERBS
from sijill.replacing import replace

NEWS: Final = "news"
"""The rule of a day that no words say: that of the news."""
BACKGROUND: Final = "background"
"""The rule of no day at all, of what was once."""
_BACK: Final = 3  # sentences before an event's in which a date may be its own
_TELLERS: Final = 300  # words for deeds before an event's, or behind it, whose dates may be its own
_LEAD: Final = 2  # the last sentence of a lead, at most
_THIS: Final = 4  # words from an event's to one that points back
_COLOURED: Final = 12  # words before an event's that may colour it
# Steps of numbers, so that a feature has few values: costs, days before publication, words.
_COST_STEP, _COST_STEPS = 6, 14
_NEAR_STEP, _NEAR_STEPS = 12, 6
_AGES: Final = (0, 1, 2, 3, 8, 32, 370)
_WORDS: Final = (1, 3, 6, 10, 16, 25, 40)
_FAR: Final = (2, 4, 8)
_COLOURS: Final = ("background", "subordinate", "relative", "light", "purpose", "denial", "plan", "uncertain",
                   "negation", "call", "cause", "after", "still")
_FRACTIONS: Final = 4
_ITEM: Final = re.compile(r"[ \t]*[-–•*·▪◾●■]")  # what opens the line of an item of a list
_WEEK: Final = dt.timedelta(7)
_PAST, _PRESENT = "perfect", "imperfect"
_GOING: Final = 5  # words before an event's in which it may be said that it goes on
_ANNOUNCED: Final = frozenset(("Agreement", "Talks", "Peaceful protest", "Protest with intervention",
                               "Excessive force against protesters", "Violent demonstration", "Mob violence"))
"""Types of what is announced, or told of, on its own day: so a noun's day is in 36 of 40 of the gold."""
_OF_A_DAY: Final = ("day", "weekday", "night")  # rules of dates that are one day, or night, where they hold two
_OLD: Final = 8  # days before the news behind which a day is of old


@dataclass(slots=True)
class DateOption:
    """When an event may have been, what speaks for it, and which date it is, if any; `own` if one of its sentence."""

    time: TimeArgument
    facts: list[Feature]
    mention: TimeMention | None = None
    own: bool = False


class Dater:
    """Dates the events of one document; `triggers` are all words of it that tell one."""

    def __init__(self, view: View, triggers: Sequence[Trigger], values: Scorer[float] | None = None) -> None:
        self._undated = None if view.document.published is not None else Told(view.document)
        self.view = view = view if self._undated is None else as_if_published(view)
        self.triggers = sorted(triggers, key=lambda t: t.token)
        self.values = scorer("time") if values is None else values
        self._reach = Reach(view.document, [t.token for t in triggers],
                            [at for at, hit in enumerate(view.hits) if hit is not None and hit.form in VERBS])
        published = view.document.published
        self._deeds = frozenset([at for at, hit in enumerate(view.hits) if hit is not None and hit.form == "noun"])
        self._told = published and _day_before(published)
        self._tolls = {view.sentence_at[view.token_at(c.start)] for c in view.document.casualties or ()}
        self._lines = [0, *(end.end() for end in re.finditer("\n", view.document.text))]
        dated = sorted(self._reach.dates)
        self._lead = self._reach.dates[dated[0]][0] if dated and dated[0] <= _LEAD else None

    def date(self, trigger: Trigger, told: Factuality = "asserted") -> TimeArgument:
        """When an event was, or is to be if it is told as planned."""
        found = self._chosen(trigger, told)
        return found.time if self._undated is None else self._undated.as_told(found.time, found.mention)

    def _chosen(self, trigger: Trigger, told: Factuality) -> DateOption:
        sentence = self.view.sentence_at[trigger.token]
        day = self._reach.of_sentence_before(sentence, self._deeds) if told == "asserted" else None
        if day is not None:
            return DateOption(self._argument(day, False, told), [], day)
        options = self.options(trigger, told)
        described = [o.facts for o in options]
        best = options[likeliest(self.values, described, [score(self.values, facts) for facts in described])]
        if best.time.rule != NEWS or told != "asserted":
            return best
        if self._reach.told_before(trigger.token, sentence):
            return DateOption(TimeArgument(None, None, None, None, BACKGROUND), [])
        lead = self._reach.of_lead_before(sentence)
        if lead is None or self._of_another_item(trigger, lead):
            return best
        return DateOption(self._argument(lead, False, told), [], lead)

    def options(self, trigger: Trigger, told: Factuality) -> list[DateOption]:
        """When an event may have been: dates of its sentence, dates of others, the day of the news, no day."""
        here = self.view.sentence_at[trigger.token]
        own = self._reach.of_sentence(trigger.token, here)
        if told == "planned":
            own = [self._next_week(trigger, dated) for dated in own]
        elif told == "asserted":
            own = [self._last_year(dated) if trigger.form == _PAST else dated for dated in own]
            own = [dated for dated in own if not self._is_anothers(trigger, dated)]
        near = str(min(own[0].cost // _NEAR_STEP, _NEAR_STEPS)) if own else "-"
        age = self._age(own[0].mention) if own else "-"
        form = trigger.form[:2]
        announced = trigger.sub_event_type in _ANNOUNCED and trigger.form not in VERBS
        out = [DateOption(self._going_on(self._argument(d.mention, d.statement, told, announced), d),
                          self._own(trigger, told, d, rank, len(own)), d.mention, own=True)
               for rank, d in enumerate(own) if self._may_be(d.mention, d.statement, told)]
        used = {d.mention.start for d in own}
        for kind, mention, statement in self._elsewhere(trigger, here):
            if mention.start not in used and self._may_be(mention, statement, told) and not (
                    self._far_off(trigger, mention, told) or self._of_another_item(trigger, mention)):
                used.add(mention.start)
                facts = self._far(trigger, told, kind, mention, statement, near)
                out.append(DateOption(self._argument(mention, statement, told), facts, mention))
        if told != "planned":
            day = self.view.document.published
            out.append(DateOption(TimeArgument(None, None, day and _day_before(day), day, NEWS),
                                  [(names.news, near, age, told, form)]))
        undated = TimeArgument(None, None, None, None, "planned" if told == "planned" else BACKGROUND)
        out.append(DateOption(undated, [(names.background, near, told, trigger.sub_event_type),
                                        *self._context(trigger, here)]))
        return out

    def _next_week(self, trigger: Trigger, dated: Dated) -> Dated:
        """A day of the week right behind a plan is the next of its name; behind one that was, it is left as it is."""
        said, today = dated.mention, self.view.document.published
        if (said.rule != "weekday" or said.earliest is None or said.latest is None or today is None
                or said.latest >= today or dated.first < trigger.token
                or dated.statement or dated.clauses or dated.triggers or self._was_planned(trigger.token)):
            return dated
        return replace(dated, mention=replace(said, earliest=said.earliest + _WEEK, latest=said.latest + _WEEK))

    def _last_year(self, dated: Dated) -> Dated:
        """A month, or a day of one, that is told without its year and is yet to come is last year's where a verb tells
        what was done then: "was killed in September", told in August."""
        said = dated.mention
        if not self._to_come(said) or said.earliest is None or said.latest is None or not self._reach.bare(dated):
            return dated
        return replace(dated, mention=replace(said, earliest=_year_before(said.earliest),
                                              latest=_year_before(said.latest)))

    def _is_anothers(self, trigger: Trigger, dated: Dated) -> bool:
        """Whether a day that is yet to come is not that of what is told as done: a verb's, or a clause's behind it."""
        return self._to_come(dated.mention) and (trigger.form == _PAST or dated.last < trigger.token and (
            dated.commas > 0 or dated.clauses > 0))

    def _far_off(self, trigger: Trigger, mention: TimeMention, told: str) -> bool:
        """Whether a day of another sentence is not an event's.

        It is yet to come, or over while the event goes on, or of old in a relative clause there.
        """
        if told == "planned":
            return False
        today, last = self.view.document.published, mention.latest
        if today is not None and last is not None and last < today and self._goes_on(trigger):
            return True
        if today is not None and last is not None and (today - last).days > _OLD:
            return self._reach.in_aside(self.view.token_at(mention.start))
        return trigger.form == _PAST and self._to_come(mention)

    def _of_another_item(self, trigger: Trigger, mention: TimeMention) -> bool:
        """Whether an event and a day are of two items of a list: in 3 of 3 in the gold it was not the event's."""
        lines = [self._lines[bisect_right(self._lines, start) - 1] for start in (trigger.start, mention.start)]
        return lines[0] != lines[1] and all(_ITEM.match(self.view.document.text, line) for line in lines)

    def _goes_on(self, trigger: Trigger) -> bool:
        """Whether an event is told as still going on: in 222 of 235 in the gold it had no day over before the news."""
        view, at = self.view, trigger.token
        first = view.sentences[view.sentence_at[at]].first
        if any("was" in view.classes[i] for i in range(first, at)):
            return False
        near = range(max(first, at - _GOING), at)
        return trigger.form == _PRESENT or any(
            self._reach.goes_on(i) and view.clause_at[i] == view.clause_at[at] for i in near)

    def _to_come(self, said: TimeMention) -> bool:
        """Whether a date ends behind the day of the news."""
        today = self.view.document.published
        return today is not None and said.latest is not None and said.latest > today

    def _was_planned(self, at: int) -> bool:
        """Whether a plan is told of as past: "it was to be held", "had called for", "tried to"."""
        view = self.view
        first = view.sentences[view.sentence_at[at]].first
        return any("was" in view.classes[i] and not (i > first and "relative" in view.classes[i - 1])
                   or "tried" in view.undoing[i] for i in range(first, at))

    def _may_be(self, mention: TimeMention, statement: bool, told: str) -> bool:
        """Whether a date may be the event's: a plan is for no day before that on which it was told."""
        if told != "planned":
            return True
        over = mention.latest is not None and self._told is not None and mention.latest < self._told
        return not statement and not over

    def _argument(self, mention: TimeMention, statement: bool, told: str, announced: bool = False) -> TimeArgument:
        low, high = mention.earliest, mention.latest
        if statement and not announced and low is not None and high is not None:
            if low == high:
                return TimeArgument(None, None, _day_before(low), high, "statement")
            if (high - low).days == 1 and mention.rule in _OF_A_DAY:
                # said in a night, or on a day of the week that the day of publication contradicts
                return TimeArgument(None, None, low, high, "statement")
        if statement and low is None and high is not None and high == self.view.document.published:
            # "said earlier": what was said is the news, in 7 of 8 in the gold
            return TimeArgument(None, None, _day_before(high), high, "statement")
        if told == "planned" and mention.rule == "during" and low and high and high == self.view.document.published:
            return TimeArgument(mention.start, mention.end, high, high + (high - low), "within")
        return TimeArgument(mention.start, mention.end, low, high, mention.rule)

    def _going_on(self, time: TimeArgument, dated: Dated) -> TimeArgument:
        """The days from a date to that of the news, of what has gone on since then."""
        today = self.view.document.published
        begun = dated.since and time.earliest is not None and today is not None and time.earliest < today
        return replace(time, latest=today, rule="since") if begun else time

    def _own(self, trigger: Trigger, told: str, dated: Dated, rank: int, count: int) -> list[Feature]:
        """What speaks for a date of the event's own sentence."""
        form = trigger.form[:2]
        side = "after" if trigger.token < dated.first else "before"
        rule, age = dated.mention.rule, self._age(dated.mention)
        coarse = rule in COARSE
        clauses, rank = min(dated.clauses, 3), min(rank, 2)
        return [
            (names.reach, rank, min(dated.cost // _COST_STEP, _COST_STEPS), coarse,
             dated.cost > (MOST_COARSE if coarse else MOST)),
            (names.between, side, _step(dated.words, _WORDS), clauses, min(dated.triggers, 3), min(dated.commas, 3)),
            (names.words, rule, side, form),
            (names.day, age, min(rank, 1), min(clauses, 2)),
            (names.day_told, age, side, told),
            (names.statement, dated.statement, form, age),
            (names.rivals, min(count, 3), rank),
        ]

    def _elsewhere(self, trigger: Trigger, here: int) -> Iterator[tuple[str, TimeMention, bool]]:
        """Dates of other sentences that may be the event's: how each comes into question, whether it dates a saying."""
        reach, sentence_at = self._reach, self.view.sentence_at
        told, count = bisect_left(self.triggers, trigger.token, key=lambda one: one.token), len(self.triggers)
        to_tell = bisect_left(self.triggers, self.view.sentences[here].last, key=lambda one: one.token)
        before = (self.triggers[number] for number in range(told - 1, max(-1, told - 1 - _TELLERS), -1))
        behind = (self.triggers[number] for number in range(to_tell, min(count, to_tell + _TELLERS)))
        for order, tellers in (("told", before), ("to_tell", behind)):
            wanted = {"word", "type", "other"}
            for other in tellers:
                kind = ("word" if other.lemma == trigger.lemma else
                        "type" if other.sub_event_type == trigger.sub_event_type else "other")
                found = reach.nearest(other.token, sentence_at[other.token]) if kind in wanted else None
                if found is not None:
                    wanted.discard(kind)
                    yield f"{order}:{kind}", found.mention, found.statement
                if not wanted:
                    break
        for back in range(1, _BACK + 1):
            dates = reach.dates.get(here - back)
            if dates:
                for kind, (first, _, mention) in (("last", dates[-1]), ("first", dates[0])):
                    yield kind, mention, reach.dates_speech(first)
                break
        for first, _, mention in reach.dates.get(here + 1, ())[:1]:
            yield "next", mention, reach.dates_speech(first)
        if self._lead is not None and here > sentence_at[self._lead[0]]:
            yield "lead", self._lead[2], reach.dates_speech(self._lead[0])

    def _far(self, trigger: Trigger, told: str, kind: str, mention: TimeMention, statement: bool,
             near: str) -> list[Feature]:
        """What speaks for a date of another sentence."""
        view, at = self.view, trigger.token
        age, form = self._age(mention), trigger.form[:2]
        here = view.sentence_at[at]
        back = max(-2, min(here - view.sentence_at[view.token_at(mention.start)], 4))
        hit = view.hits[at]
        definite = hit is not None and hit.definite
        first = view.sentences[here].first
        classes = view.classes_in(here)
        was = "was" in classes and any("was" in view.classes[i] for i in range(first, at))
        this = "this" in classes and any("this" in view.classes[i] for i in range(max(first, at - _THIS),
                                                           min(view.sentences[here].last, at + _THIS)))
        return [
            (names.elsewhere, kind, age, mention.rule, statement),
            (names.elsewhere_from, kind, back, definite, form),
            (names.elsewhere_for, kind, definite, age, was, told),
            (names.elsewhere_beside, kind, near, this),
            (names.elsewhere_opened, kind, view.tokens[first].key, view.tokens[min(first + 1, at)].key),
        ]

    def _context(self, trigger: Trigger, here: int) -> Iterator[Feature]:
        """What makes an event background: how its word stands in its sentence, and that in the article."""
        view, at, form = self.view, trigger.token, trigger.form[:2]
        first = view.sentences[here].first
        hit = view.hits[at]
        yield (names.form, form, hit is not None and hit.definite, here in self._tolls,
               hit.particles if hit is not None else "")
        yield (names.position, min(here, 5), min(len(view.sentences) - 1 - here, 3),
               _FRACTIONS * at // len(view.tokens), form)
        was = [i for i in range(first, at) if "was" in view.classes[i]]
        had = at > first and "had" in view.classes[at - 1]
        yield (names.had_been, bool(was), bool(was) and was[0] == first, _step(at - was[-1], _FAR) if was else 0, had,
               form)
        for apart in (1, 2):
            yield names.before, apart, view.tokens[at - apart].key if at - apart >= first else "^"
        found: dict[str, int] = {}
        for i in range(at - 1, max(first, at - _COLOURED) - 1, -1):
            for one in view.classes[i]:
                if one in _COLOURS:
                    found.setdefault(one, _step(at - i, _FAR))
        for one in sorted(found):
            yield names.colour, one, found[one]

    def _age(self, mention: TimeMention) -> str:
        """How many days before publication a date ends, by steps."""
        published = self.view.document.published
        if published is None or mention.latest is None:
            return "?"
        return str(_step((published - mention.latest).days, _AGES))


def _step(number: int, steps: tuple[int, ...]) -> int:
    return bisect_right(steps, number)


def _year_before(day: dt.date) -> dt.date:
    return (day if (day.month, day.day) != (2, 29) else day - dt.timedelta(1)).replace(year=max(day.year - 1, 1))


def _day_before(day: dt.date) -> dt.date:
    return day - dt.timedelta(1) if day > dt.date.min else day
