"""Factuality: told as having happened, denied, planned or uncertain (codebook section 5)."""

from __future__ import annotations

import functools
from typing import Final

from sijill.arabic.clitics import FOR, FUTURE
from sijill.arabic.tokens import BREAKS
from sijill.documents import Factuality, Trigger
from sijill.extract.choosing.choice import Scorer, Weights, score, weights
from sijill.extract.clauses.promised import joined_to, promised, undone_light
from sijill.extract.clauses.reported import disputed, occasion, rumoured, taken_for
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.undone import (
    aimed,
    asserts,
    avenged,
    awaited,
    contrary,
    denial,
    failed,
    none_befell,
    ordered,
    to_be_held,
    tried,
    unmanaged,
    unreal,
    until,
)
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.tables.lexicon import TAKING, VERBS, Hit
from sijill.extract.takings.losing import word_of_loss
from sijill.extract.triggers.outright import infamous, launched_on_a_day

LABELS: Final[tuple[Factuality, ...]] = ("asserted", "denied", "planned", "uncertain")
_GROUPS: Final = ("negation", "denial", "purpose", "plan", "uncertain", "call")


def features(view: View, trigger: Trigger) -> list[str]:
    """What colours a trigger: negations, denials, plans and doubts before and after it, and its form."""
    at = trigger.token
    sentence = view.sentences[view.sentence_at[at]]
    first, last = sentence.first, sentence.last
    hit = view.hits[at]
    form = trigger.form[:2]
    future = bool(hit and FUTURE in hit.particles) or (at > first and "will" in view.classes[at - 1])
    purpose = bool(hit and hit.particles[-1:] == FOR)
    out = [
        "bias",
        f"form={form}",
        f"t={trigger.sub_event_type}",
        f"future={future}",
        f"for={purpose}&form={form}",
    ]
    clause = view.clause_at[at]
    here = view.classes_in(view.sentence_at[at])
    for group in _GROUPS:
        if group not in here:
            continue
        near = next((i for i in range(at - 1, max(first, at - 12) - 1, -1)
                     if group in view.classes[i] and i not in view.counted), -1)
        if near >= 0 and not (group == "denial" and any(asserts(view, i) for i in range(near + 1, at))):
            gap = at - near
            size = "1" if gap == 1 else "2" if gap == 2 else "4" if gap <= 4 else "7" if gap <= 7 else "12"
            between = any(
                view.hits[i] is not None and view.hits[i].form in ("perfect",)  # type: ignore[union-attr]
                for i in range(near + 1, at)
            )
            out += [
                f"{group}<{size}",
                f"{group}<{size}&form={form}",
                f"{group}&verb={between}",
                f"{group}&clause={min(clause - view.clause_at[near], 2)}",
                f"{group}:{view.tokens[near].key}",
                f"{group}<{size}&clause={min(clause - view.clause_at[near], 2)}",
            ]
        if any(
            group in view.classes[i] and view.clause_at[i] == clause for i in range(at + 1, min(last, at + 7))
        ):
            out.append(f"{group}>")
    if form == "im" and at > first and "not" in view.classes[at - 1]:
        out.append("not=" + view.tokens[at - 1].norm)
    return out


# of the features: a word for a plan behind a trigger, and one before it
_PLAN_BEHIND, _PLAN_BEFORE = "plan>", "plan<"
_PLAN_REACH: Final = 4
_LIGHT_REACH: Final = 5
_LACK_REACH: Final = 5
# words from a verbal noun to its own verb
_VERB_REACH: Final = 3
# behind "after", and "has", nothing is planned
_DONE: Final = frozenset(("after", "had"))
# what parts a verbal noun from a verb behind it that is not its own; "was to" tells what did not come
_PARTING: Final = frozenset(("relative", "subordinate", "preposition", "was"))


def said(view: View, at: int, form: str, kind: str) -> tuple[Factuality, str] | None:
    """What a construction says outright: a denial, a negation, "without", a future, a plan; or None.

    `at` is the token of a word of a form that tells, or may tell, an event of a type; found once for a word.
    """
    asked = at, form, kind in TAKING
    if asked not in view.said:
        view.said[asked] = _said(view, *asked)
    return view.said[asked]


def _said(view: View, at: int, form: str, takes: bool) -> tuple[Factuality, str] | None:
    first = view.sentences[view.sentence_at[at]].first
    losing = _of_loss(view, at) if takes else None
    if losing is not None:
        return losing
    if form == "noun" and launched_on_a_day(view, at):
        return "asserted", "launched"
    if form == "noun" and infamous(view, at):
        return "asserted", "infamous"
    undone = _undone(view, at, form, takes, first)
    if undone is not None:
        return undone
    differing = disputed(view, at, first) if form == "noun" else None
    if differing is not None:
        return "uncertain", f"differ.{view.tokens[differing].key}"
    thought = taken_for(view, at, first) if form == "noun" else None
    if thought is not None:
        return "uncertain", f"thought.{view.tokens[thought].key}"
    rumour = rumoured(view, at, first) if form == "noun" else None
    if rumour is not None:
        return rumour
    if takes and (form == "noun" or _may_be_noun(view.hits[at])):
        taken = tried(view, at) or aimed(view, at)
        if taken is not None:
            return taken
    return _planned(view, at, form, first)


def _undone(view: View, at: int, form: str, takes: bool, first: int) -> tuple[Factuality, str] | None:
    """What a construction says of a deed that did not come about: denied, "without" it, "almost", negated."""
    denying = denial(view, at, first)
    if denying is None:
        denying = contrary(view, at, first)
    if denying is not None:
        return "denied", f"denies.{view.tokens[denying].key}"
    if form == "noun" and not takes and failed(view, at, first):
        return "asserted", "failed"
    vain = unmanaged(view, at, first) if form == "noun" and not takes else None
    if vain is not None:
        return "denied", f"failed.{view.tokens[vain].key}"
    before = [view.classes[i] if i >= first else frozenset() for i in (at - 1, at - 2)]
    if form == "noun" and _after_without(view, at, first):
        return "asserted", "after"
    if form == "noun" and any("without" in b for b in before):
        return "denied", "without"
    never = unreal(view, at, form, first)
    if never is not None:
        return never
    if form == "imperfect" and before[0] & {"did_not", "will_not"}:
        return "denied", "negated"
    if form == "noun" and "lack" in before[0]:
        return "denied", "lack"
    if form == "noun" and (none_befell(view, at, first) or undone_light(view, at, first) is not None):
        return "denied", "negated.any"
    return None


def _planned(view: View, at: int, form: str, first: int) -> tuple[Factuality, str] | None:
    """What a construction says of a deed that is yet to come: of the future, ordered, planned, awaited, promised."""
    hit = view.hits[at]
    if form == "imperfect" and hit is not None and (
            FUTURE in hit.particles or at > first and "will" in view.classes[at - 1]):
        return "planned", "future"
    going = until(view, at, first) if form in ("noun", "imperfect") else None
    if going is not None:
        return "planned", f"until.{view.tokens[going].key}"
    if form == "noun" and (_under_future(view, at, first) or _of_future(view, at)):
        return "planned", "future.light"
    order = ordered(view, at, first) if form == "noun" else None
    if order is not None:
        return "planned", f"orders.{view.tokens[order].key}"
    held = to_be_held(view, at, first) if form == "noun" else None
    if held is not None:
        return "planned", f"to_hold.{view.tokens[held].key}"
    for i in range(at - 1, max(first, at - _PLAN_REACH) - 1, -1):
        if view.clause_at[i] != view.clause_at[at]:
            break
        if "plans" in view.classes[i] and i not in view.counted and view.classes[at - 1].isdisjoint(_DONE) and (
                not occasion(view, at, first)):
            return "planned", f"plans.{view.tokens[i].key}"
    awaiting = awaited(view, at, form)
    if awaiting is not None:
        return "planned", f"awaits.{view.tokens[awaiting].key}"
    return _promised(view, at, first) if form == "noun" else None


def _promised(view: View, at: int, first: int) -> tuple[Factuality, str] | None:
    """A noun for what is promised, or joined by "and" to one of something planned."""
    word = promised(view, at, first)
    if word is not None:
        return "planned", word
    other = joined_to(view, at, first)
    told = said(view, other, "noun", "") if other is not None else None
    return ("planned", "joined") if told is not None and told[0] == "planned" else None


def _of_loss(view: View, at: int) -> tuple[Factuality, str] | None:
    """What is said of the word of loss that a taking is the object of: "did not lose", "may lose control"."""
    word = word_of_loss(view, at)
    if word is None or word == at:
        return None
    hit = view.hits[word]
    return said(view, word, hit.form if hit is not None else "noun", "")


def _after_without(view: View, at: int, first: int) -> bool:
    """Whether a noun follows "after", behind what was lacking: "without a fight after the withdrawal"."""
    return at > first and is_word(view, at - 1, "since") and any(
        is_word(view, i, "lacking") for i in range(max(first, at - _LACK_REACH), at - 2))


def _may_be_noun(hit: Hit | None) -> bool:
    """Whether a word read as a verb may be a verbal noun with a pronoun: "she took it back" and "to take it back"."""
    return hit is not None and hit.form == "perfect" and hit.pronoun


def _under_future(view: View, at: int, first: int) -> bool:
    """Whether the light verb of a verbal noun is of the future ("will launch an attack")."""
    for i in range(at - 1, max(first, at - _LIGHT_REACH) - 1, -1):
        ahead = i > first and "will" in view.classes[i - 1]
        if "light_ahead" in view.classes[i] or (ahead and "light" in view.classes[i]):
            return True
        if view.clause_at[i] != view.clause_at[at] or "light" in view.classes[i]:
            return False
        other = view.hits[i]
        if other is not None and other.form in VERBS:
            # a verb of the future with nobody but its subject before its object ("will lay hands on")
            return other.form == "imperfect" and FUTURE in other.particles and all(
                number >= 0 for number in view.actor_at[i + 1 : at])
    return False


def _of_future(view: View, at: int) -> bool:
    """Whether the verb of a verbal noun, close behind it, is of the future ("operations that will be carried out")."""
    last = view.sentences[view.sentence_at[at]].last
    for i in range(at + 1, min(at + 1 + _VERB_REACH, last)):
        hit = view.hits[i]
        if "light_ahead" in view.classes[i] or hit is not None and hit.form == "imperfect" and FUTURE in hit.particles:
            return True
        verb = is_verb(view, i) and view.place_at[i] < 0 and view.actor_at[i] < 0
        if verb or not _PARTING.isdisjoint(view.classes[i]) or view.tokens[i].norm in BREAKS:
            break
    return False


@functools.cache
def _scorers() -> dict[Factuality, Scorer[float]]:
    """The scorer of each label by feature (in the file each feature carries its label: feature@label)."""
    out: dict[Factuality, Weights] = {label: {} for label in LABELS}
    for name, value in weights("factuality").items():
        feature, _, label = name.rpartition("@")
        for known in LABELS:
            if known == label:
                out[known][feature] = value
    return {label: Scorer(values, 0.0) for label, values in out.items()}


def factuality(view: View, trigger: Trigger) -> tuple[Factuality, str]:
    """The factuality of an event, and what decided it: a construction, or the words that colour it."""
    outright = said(view, trigger.token, trigger.form, trigger.sub_event_type)
    if outright is not None:
        return outright
    values = _scorers()
    found = features(view, trigger)
    best = max(LABELS, key=lambda label: score(values[label], found))
    if best == "asserted":
        return best, "told"
    first = view.sentences[view.sentence_at[trigger.token]].first
    if best != "uncertain" and avenged(view, trigger.token, first):
        return "asserted", "avenged"
    if best != "uncertain" and trigger.form == "noun" and occasion(view, trigger.token, first):
        return "asserted", "occasion"
    top = max(found, key=lambda f: values[best][f])
    if top == _PLAN_BEHIND and not any(one.startswith(_PLAN_BEFORE) for one in found):
        # "reinforcements in preparation for": in 7 of 7 of the gold they had come
        return "asserted", "told"
    return best, f"colour.{top}"
