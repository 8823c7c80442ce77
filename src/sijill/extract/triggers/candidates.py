"""Candidates: the words that the lexicon knows as possible triggers, and what their neighbours say of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain
from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS, without_article, without_particles
from sijill.extract.actors.bare_heads import BARE_AIR
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View
from sijill.extract.tables.lexicon import VERBS, Hit, Lemma, event_types, lexicon
from sijill.extract.tables.registry import registry
from sijill.extract.triggers.no_event import leads_back, lists_this_day

_FALLS: Final = "victim"
_ALWAYS: Final = "always"
# the rule of a mention of aircraft without an owner
_REACH: Final = 5
_VERBS_REACH: Final = 8
# from who goes out to the march in which they do
_TO_MARCH: Final = 12
_PROTEST: Final = "Peaceful protest"


@dataclass(slots=True)
class Candidate:
    """A word that may be a trigger: its token, reading, lemma, and the types context turns it to, nearest first."""

    token: int
    hit: Hit
    lemma: Lemma
    types: tuple[str, ...]
    met: bool
    turned: tuple[str, ...]


def propose(view: View) -> list[Candidate]:
    """Every word that the lexicon knows as a possible trigger, names of actors and places excepted."""
    out: list[Candidate] = []
    if lists_this_day(view):
        return out
    turning = lexicon().context.openings(view.tokens)
    for at, hit in enumerate(view.hits):
        if hit is None or _inside_name(view, at) or leads_back(view, view.sentence_at[at]):
            continue
        if _is_governed(view, at, hit):
            continue
        # "its grip" is spelled like "it arrested her", "alone" like "and they put down"
        # "intercepted and destroyed" is one deed
        if is_word(view, at, "no_verb") or out and _destroyed(view, at, hit, out[-1]):
            continue
        if out and _exchanged(view, at, out[-1]):
            # of "exchanged fire" the verb tells the fight, of "exchanged shelling" the noun tells what was done
            if not tells(hit.lemmas[0].name, "shells"):
                continue
            out.pop()
        prev = without_article(view.tokens[at - 1].key) if at else ""
        after = without_article(view.tokens[at + 1].key) if at + 1 < len(view.tokens) else ""
        known = [m for m in hit.lemmas if prev not in m.not_after and after not in m.not_before]
        if not known:
            continue
        met = _of_what_falls(view, at, [lemma for lemma in known if needs_met(view, at, lemma)])
        if not met and (known[0].strength == "weak" or _ALWAYS in known[0].needs):
            continue
        lemma = met[0] if met else known[0]
        senses = met or [m for m in known if m.strength != "weak"]
        turned = _turned(view, at, lemma, turning)
        types = list(dict.fromkeys(t for one in senses for t in one.types))
        types += [t for t in turned if t not in types]
        out.append(Candidate(at, hit, lemma, tuple(types), bool(met), tuple(turned)))
    return [c for c in out if not _marches(view, c, out)]


def _is_governed(view: View, at: int, hit: Hit) -> bool:
    """Whether a word read as a verb of the present is a noun that a preposition governs ("in the receipt of rockets").

    Behind "from", which may as well be "who", a verb may stand, as behind what begins a clause.
    """
    before = view.classes[at - 1] if at > view.sentences[view.sentence_at[at]].first else frozenset()
    return hit.form == "imperfect" and not before.isdisjoint(("preposition", "after")) and before.isdisjoint(
        ("from", "subordinate", "relative"))


def _marches(view: View, c: Candidate, found: list[Candidate]) -> bool:
    """Whether who goes out does so "in a march": the noun tells the protest, and the verb no other deed."""
    if c.hit.form not in VERBS or not tells(c.lemma.name, "goes_out"):
        return False
    for other in found:
        if 0 < other.token - c.token <= _TO_MARCH and view.clause_at[other.token] == view.clause_at[c.token]:
            led = other.hit.particles[-1:] == BY or is_word(view, other.token - 1, "where")
            if led and other.hit.form == "noun" and other.types[:1] == (_PROTEST,):
                return True
    return False


def _exchanged(view: View, at: int, before: Candidate) -> bool:
    """Whether a word is what the one before it, with at most sides between, says was exchanged: one event, not two."""
    between = range(before.token + 1, at)
    return ("each_other" in view.classes[before.token]
            and view.sentence_at[before.token] == view.sentence_at[at]
            and all(view.actor_at[i] >= 0 or view.tokens[i].norm in CONJUNCTIONS for i in between)
            and not before.lemma.objects.isdisjoint(without_particles(view.tokens[at].key)))


def _destroyed(view: View, at: int, hit: Hit, before: Candidate) -> bool:
    """Whether a word says, with at most the doer between, that what was intercepted was destroyed too."""
    between = range(before.token + 1, at)
    return (hit.particles[:1] in tuple(CONJUNCTIONS) and tells(hit.lemmas[0].name, "destroys")
            and tells(before.lemma.name, "intercepts") and view.sentence_at[before.token] == view.sentence_at[at]
            and all(view.actor_at[i] >= 0 and not is_word(view, i, "from_air") for i in between))


def _inside_name(view: View, at: int) -> bool:
    number = view.actor_at[at]
    if number >= 0:
        mention = view.actors[number]
        if (
            mention.kind in ("name", "member", "loaded", "composed", "new")
            and mention.last - mention.first > 1
        ):
            # as in "Russian strikes": the head of a composition may itself tell the event
            tells = view.hits[at]
            return not (mention.first == at and mention.kind == "composed" and tells is not None
                        and any(m.strength == "strong" for m in tells.lemmas))
        if mention.first == at and mention.rule.startswith("registry.") and mention.kind == "name":
            return True
        if mention.first < at and mention.rule == BARE_AIR:
            return True  # "suicide drones"
    place = view.place_at[at]
    return (
        place >= 0
        and view.places[place].last - view.places[place].first > 1
        and (view.places[place].score >= 0.5)
    )


def needs_met(view: View, at: int, lemma: Lemma) -> bool:
    """Whether the words that a lemma needs stand near it."""
    if not lemma.objects and not lemma.needs:
        return True
    sentence = view.sentences[view.sentence_at[at]]
    if lemma.objects:
        if object_of(view, at, lemma) is not None:
            return True
        if not lemma.needs:
            return False
    low, high = max(sentence.first, at - 12), min(sentence.last, at + 14)
    if "actor" in lemma.needs and any(view.actor_at[i] >= 0 for i in range(low, high)):
        return True
    return "place" in lemma.needs and any(view.place_at[i] >= 0 for i in range(low, high))


def object_of(view: View, at: int, lemma: Lemma) -> int | None:
    """The nearest word behind that a lemma needs as object, or else the first just before."""
    sentence = view.sentences[view.sentence_at[at]]
    hit = view.hits[at]
    # between a verb and its object there may stand the subject, and what is said of it
    reach = _VERBS_REACH if hit is not None and hit.form in VERBS and lemma.frame != _FALLS else _REACH
    tokens, objects, falls = view.tokens, lemma.objects, lemma.frame == _FALLS
    for here in chain(range(at + 1, min(at + reach, sentence.last)), range(max(sentence.first, at - 3), at)):
        if not objects.isdisjoint(without_particles(tokens[here].key)) and not (falls and _where(view, here, lemma)):
            return here
    return None


def _where(view: View, at: int, lemma: Lemma) -> bool:
    """Whether a word says where something falls, not what falls; "into the hands of" does not."""
    token, before = view.tokens[at], view.tokens[at - 1] if at else None
    if before is not None and "preposition" in view.classes[at - 1]:
        return f"{before.norm} {token.norm}" not in lemma.prepositions
    return "preposition" in view.classes[at] and token.norm not in lemma.prepositions


def _of_what_falls(view: View, at: int, met: list[Lemma]) -> list[Lemma]:
    """Of the senses of a verb of falling, those of the thing named first: a town is taken, a shell hits."""
    first = {m.name: here for m in met if m.frame == _FALLS and (here := object_of(view, at, m)) is not None}
    if len(first) < 2:
        return met
    # "shells fell on the airport": a subject right before its verb is nearer than what stands behind it
    nearest = min(first.values(), key=lambda here: (here < at - 1, here))
    return [m for m in met if first.get(m.name, nearest) == nearest]


def _answers(view: View, one: int, other: int) -> bool:
    """Whether "in answer to" parts two words, which then tell of two deeds."""
    return any(registry().is_link("answer", view.tokens[i].key) for i in range(min(one, other) + 1, max(one, other)))


def _turned(view: View, at: int, lemma: Lemma, turning: list[int]) -> list[str]:
    """The types that words near a trigger turn it to, nearest first; `turning` are the tokens of such words."""
    sentence = view.sentences[view.sentence_at[at]]
    low, high = max(sentence.first, at - 5), min(sentence.last, at + 7)
    book = lexicon().context
    found: list[tuple[int, str]] = []
    read = low
    for here in turning[bisect_left(turning, low) : bisect_left(turning, high)]:
        # what a longer phrase holds does not count by itself: a drone that blows itself up is no bomber
        if here == at or here < read:
            continue
        match = book.longest_at(view.tokens, here, high)
        if match is None or _answers(view, here, at):
            continue
        read = match[0]
        for effect, lemmas, window in match[3]:
            if (
                ("*" in lemmas or lemma.name in lemmas)
                and (window == "near" or (window == "before") == (here < at))
                and effect in event_types()
            ):
                found.append((abs(here - at) + (0 if here > at else 1), effect))
    return list(dict.fromkeys(effect for _, effect in sorted(found)))
