"""Who does a deed by their form or place beside its word: men in the nominative, men before those it is done to, a side
before "to" what is hit."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import ARTICLE, BY, FOR, WITH, key, readings, without_article
from sijill.arabic.folding import is_marked_object
from sijill.arabic.inflection import NOMINATIVE, OBLIQUE, THEY
from sijill.arabic.tokens import BREAKS
from sijill.documents import Token, Trigger
from sijill.extract.actors.bare_heads import ACCUSATIVE
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.view import View
from sijill.extract.said.between import FIGHT
from sijill.extract.tables.lexicon import VERBS, VIOLENT, Lemma, event_types, is_of, lexicon
from sijill.extract.tables.place_words import look_up
from sijill.extract.tables.registry import registry

# what is done to men may be told in a passive, whose subject they are
_VICTIM: Final = "victim"
# the letters of "to them" and the like, behind which nothing is hit
_SHORTEST: Final = 4
# a verb of holding with nobody behind it is a passive ("gunmen were arrested in P")
_HELD: Final = ("Arrests", "Abduction/forced disappearance")
_HARM: Final = ("Battles", "Violence against civilians")
_ONE_OF: Final = frozenset(("foremost",))
_ON_MEN: Final = ("agent_patient", _VICTIM)
_PEOPLE: Final = "people"
# tokens from behind a subject to the object, one adjective between
_TO_OBJECT: Final = 2
# names may end as an object does
_NAMED: Final = ("country", "name", "new")


def begins(view: View, at: int) -> int | None:
    """The side whose mention begins at a token, or behind a quote that does."""
    if at < len(view.tokens) and view.tokens[at].norm == '"':
        at += 1
    number = view.actor_at[at] if at < len(view.tokens) else -1
    bare = number >= 0 and view.actors[number].first == at and view.actors[number].start == view.tokens[at].start
    return number if bare else None


def nominative_subject(view: View, trigger: Trigger, number: int | None) -> int | None:
    """The armed men in the nominative right behind a verb, who do what it tells: so in 304 of 304 in training."""
    if number is None or trigger.form not in VERBS or trigger.frame == _VICTIM:
        return None
    word = view.tokens[view.actors[number].first].norm
    if trigger.sub_event_type in _HELD and _ends_there(view, view.actors[number].last):
        return None
    nominative = word.endswith(NOMINATIVE) or key(word + NOMINATIVE[-1]) in registry().head_words and word.endswith(
        NOMINATIVE[0])
    return number if nominative and side_kind(view.sides[number].id) in FIGHT else None


def subject_behind(view: View, trigger: Trigger) -> int | None:
    """The side right behind a verb that is its subject: it stands before the verb's object, or in the nominative."""
    subject = before_its_object(view, trigger)
    return nominative_subject(view, trigger, begins(view, trigger.token + 1)) if subject is None else subject


def before_its_object(view: View, trigger: Trigger) -> int | None:
    """The side between a verb and the object that the verb needs ("gunmen fired shots", "a man threw a bomb").

    People without arms do so only with what strikes others. Not behind a verb of many, whose subject stands before it.
    """
    if trigger.form not in VERBS or trigger.frame == _VICTIM or view.tokens[trigger.token].norm.endswith(THEY):
        return None
    lemma, number = lexicon().by_name.get(trigger.lemma), begins(view, trigger.token + 1)
    if number is None and trigger.token + 1 in view.number_from:
        number = begins(view, view.number_from[trigger.token + 1].last)
    if lemma is None or number is None or is_of(trigger.lemma, "finding"):
        return None
    armed, strikes = side_kind(view.sides[number].id) in FIGHT, event_types()[trigger.sub_event_type] in VIOLENT
    last, behind = view.sentences[view.sentence_at[trigger.token]].last, past_day(view, view.actors[number].last)
    for at in range(behind, min(behind + _TO_OBJECT, last)):
        if _is_needed(view, at, lemma):
            return number if armed or strikes else None
        if view.actor_at[at] >= 0 or view.tokens[at].norm in BREAKS or "preposition" in view.classes[at]:
            return None
    return None


def _is_needed(view: View, at: int, lemma: Lemma) -> bool:
    """Whether a word is an object that a lemma needs, with no particle written onto it."""
    norm = view.tokens[at].norm
    thrown = norm.startswith(WITH) and not lemma.objects.isdisjoint((key(norm[1:]), key(without_article(norm[1:]))))
    return (view.tokens[at].key in lemma.objects and view.actor_at[at] < 0 and not thrown
            and "preposition" not in view.classes[at])


def _ends_there(view: View, at: int) -> bool:
    """Whether no object may begin at a token: a break, a preposition, or a word with "in" or "for" written onto it."""
    if at >= len(view.tokens) or view.tokens[at].norm in BREAKS or "preposition" in view.classes[at]:
        return True
    return any(r.particles in (BY, FOR) for r in readings(view.tokens[at].norm)) and view.actor_at[at] < 0


def hits_what_follows(view: View, number: int) -> bool:
    """Whether "to" what is shelled or searched follows a side, that does it: "the army's search of the town"."""
    after = view.actors[number].last
    if after >= len(view.tokens) or side_kind(view.sides[number].id) not in FIGHT:
        return False
    word = view.tokens[after].norm
    if len(word) <= _SHORTEST or view.hits[after] is not None or not view.classes[after] <= _ONE_OF:
        return False
    return word.startswith(FOR) and any(r.particles == FOR for r in readings(word))


def does_to_a_place(view: View, number: int) -> bool:
    """Whether a place follows a side behind a verbal noun, as its object: "the army's surrounding of the town"."""
    return place_behind(view, view.actors[number].last, ("", FOR)) is not None


def place_behind(view: View, at: int, particles: tuple[str, ...] = ("",)) -> int | None:
    """The place that begins at a token, or behind a word for its kind, one of some particles written onto it."""
    last = view.sentences[view.sentence_at[at - 1]].last
    word = look_up(view.tokens[at].norm) if at < last else None
    if word is not None and word.kind is not None and word.particles in particles and view.place_at[at] < 0:
        at, particles = at + 1, ("",)  # "the town of P"
    return view.place_at[at] if at < last and _begins_place(view, at, particles) else None


def _begins_place(view: View, at: int, particles: tuple[str, ...]) -> bool:
    """Whether a place begins at a token, behind one of some particles written onto it."""
    place = view.place_at[at]
    if place < 0 or view.places[place].first != at:
        return False
    start = view.tokens[at].start
    return view.document.text[start : max(start, view.places[place].start)] in particles


def men_on(view: View, trigger: Trigger) -> tuple[int, int | None] | None:
    """Men right behind a word for a deed, and the side to whom they did it, None where that is no side."""
    if trigger.frame not in _ON_MEN:
        return None
    number = begins(view, trigger.token + 1)
    if number is None:
        return _men_on_named(view, trigger, _ending_before(view, trigger.token), trigger.token + 1)
    return _men_on_side(view, trigger, number) or _men_on_counted(view, number) or _men_on_named(
        view, trigger, number, view.actors[number].last)


def _ending_before(view: View, at: int) -> int | None:
    """The side whose mention ends right before a token."""
    number = view.actor_at[at - 1] if at else -1
    return number if number >= 0 and view.actors[number].last == at else None


def _men_on_named(view: View, trigger: Trigger, number: int | None, at: int) -> tuple[int, None] | None:
    """Armed men beside a verb, where a person's first name stands at a token: whom they hit, and no side."""
    harmed = event_types()[trigger.sub_event_type] in _HARM or trigger.sub_event_type in _HELD
    if number is None or not harmed or trigger.form not in VERBS or side_kind(view.sides[number].id) not in FIGHT:
        return None
    if not _is_plural(view.tokens[view.actors[number].first].norm):
        return None  # "Corporal A was killed" names him
    word = look_up(view.tokens[at].norm) if at < len(view.tokens) else None
    named = word is not None and word.exact and "given" in word.classes and not word.particles
    return (number, None) if named and view.actor_at[at] < 0 else None


def _is_plural(word: str) -> bool:
    """Whether a word for men is a sound plural, also one that an owner follows."""
    return word.endswith((NOMINATIVE, OBLIQUE)) or word.endswith(NOMINATIVE[0]) and key(
        word + NOMINATIVE[-1]) in registry().head_words


def _men_on_side(view: View, trigger: Trigger, number: int) -> tuple[int, int] | None:
    """Men in the nominative right behind a word for a deed, and the side right behind them, to whom they did it.

    The two may stand the other way round. No passive has two sides behind it, and no verbal noun a nominative.
    """
    other = begins(view, past_day(view, view.actors[number].last))
    if other is not None and trigger.form in VERBS and _is_object(view, number, other):
        return number, other
    if other is None or view.actors[other].rule == "nationality" or (
            view.actors[number].kind == view.actors[other].kind == _PEOPLE):
        return None
    if trigger.form == "perfect" and view.actors[other].first > view.actors[number].last + 1:
        return number, other  # a day parts a subject from its object, and nobody's name from what they are
    men, others = (view.tokens[view.actors[i].last - 1].norm for i in (number, other))
    if men.endswith(OBLIQUE) and others.endswith(NOMINATIVE) and trigger.form in VERBS:
        return other, number
    return (number, other) if men.endswith(NOMINATIVE) and not others.endswith(NOMINATIVE) else None


def _is_object(view: View, number: int, other: int) -> bool:
    """Whether one person's word ends as an object does, and not that of the other before ("a youth stabbed a settler").

    Among the verbs of the gold that have two such persons behind them the second is never the doer.
    """
    first, second = (view.tokens[view.actors[i].first] for i in (number, other))
    if second.norm.startswith(ARTICLE) or _ends_as_object(view, first):
        return False  # broken plurals end so too
    return _ends_as_object(view, second) and view.actors[other].kind not in _NAMED


def _ends_as_object(view: View, token: Token) -> bool:
    """Whether a word ends as an indefinite object does, its mark written or not."""
    return token.norm.endswith(ACCUSATIVE) or is_marked_object(view.document.text[token.start : token.end])


def _men_on_counted(view: View, number: int) -> tuple[int, int | None] | None:
    """Men right behind a word for a deed, and the people counted right behind those, to whom they did it.

    A passive has nobody counted behind who it was done to.
    """
    last = past_day(view, view.actors[number].last)
    if last >= len(view.tokens):
        return None
    toll = next((toll for toll in view.tolls_in(view.sentence_at[last])
                 if toll.start == view.tokens[last].start), None)
    if toll is None:
        return None
    counted = (begins(view, at) for at in range(last, view.token_at(toll.end - 1) + 1))
    return number, next((other for other in counted if other is not None), None)


def past_day(view: View, at: int) -> int:
    """The token behind the words for a day that begin at one, which part no subject from its object; else the token."""
    if at >= len(view.tokens):
        return at
    day = view.time_from.get(view.tokens[at].start)
    return at if day is None else view.token_at(day.end - 1) + 1
