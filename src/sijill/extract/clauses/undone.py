"""Undone: what did not come about, as a construction says it: denied, "did not see any", failed in, tried, awaited."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, FOR, WITH
from sijill.arabic.tokens import BREAKS
from sijill.documents import Factuality, Sentence
from sijill.extract.clauses.reported import covered
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View, is_verb, undoes
from sijill.extract.speech.words import speech_words
from sijill.extract.tables.lexicon import VERBS

_DENIAL_REACH: Final = 8
# how far before "that it has been" who denies it may be named, with an office, a name and the paper that was told
_DENIER_REACH: Final = 18
_ANY_REACH: Final = 9
_FAIL_REACH: Final = 8
_DONE_REACH: Final = 4
_AWAITED_REACH: Final = 5
_VICTIM: Final = "victim"
_ORDERED_REACH: Final = 8
_THAT_REACH: Final = 4
_FORCED_REACH: Final = 10
_IMMINENT_REACH: Final = 3
_LEAD_REACH: Final = 4
_LIGHT_REACH: Final = 4
_ALMOST_REACH: Final = 6
_UNTIL_REACH: Final = 6
# the classes of words one of which makes a noun awaited, and a deed unreal
_AWAITING: Final = frozenset(("awaits", "allows", "supposed", "imminent", "possible", "priority"))
_AVENGED_REACH: Final = 8
_FOR_WHAT: Final = frozenset(("from", "on"))
_UNREAL: Final = frozenset(("almost", "maybe", "if_only", "if"))
_MAY: Final = frozenset(("does", "may_lead"))
_ACCORDS: Final = frozenset(("Agreement", "Talks"))
_PRIORITY_REACH: Final = 12
_GOING_REACH: Final = 16


def denial(view: View, at: int, first: int) -> int | None:
    """The word of denial that a trigger depends on; "that it has been" carries it on to what follows."""
    if "denies" not in view.classes_in(view.sentence_at[at]):
        return None
    low = at - _DENIAL_REACH
    for i in range(at - 1, first - 1, -1):
        if i < low:
            return None
        if "denies" in view.classes[i]:
            return None if _parted(view, i, at) else i
        if asserts(view, i):
            return None
        other = view.hits[i]
        if other is not None and other.form == "perfect" and "light" not in view.classes[i] and not _feminine(view, i):
            return None
        if undoes(view, i, "be") and i > first and "subordinate" in view.classes[i - 1]:
            low = i - _DENIER_REACH
    return None


def asserts(view: View, at: int) -> bool:
    """Whether a word ends a denial before it: "and said", "explaining", or a turn ("while", "but")."""
    return _asserts(speech_words().spelled_out(view.tokens[at], view.document.text).key)


@functools.lru_cache(maxsize=20_000)
def _asserts(form: str) -> bool:
    lex = speech_words()
    cue = lex.cues.get(form)
    said = form in lex.joined and (cue == "say" or form in lex.accusing)
    return said or cue == "carry" or form in lex.sets["turn"]


def _parted(view: View, denying: int, at: int) -> bool:
    """Whether a verb of the past begins a clause of its own behind a denial: "denied it, and its aircraft struck"."""
    hit = view.hits[at]
    return hit is not None and hit.form == "perfect" and not hit.pronoun and hit.particles[:1] in tuple(
        CONJUNCTIONS) and not any("subordinate" in view.classes[i] for i in range(denying + 1, at))


def until(view: View, at: int, first: int) -> int | None:
    """The word that says that what goes on will end with a trigger: "shall go on until the clearing of"."""
    before = at - 1
    while before > first and (view.tokens[before].kind == "mark" or undoes(view, before, "comes_about")):
        before -= 1
    if before - 1 > first and undoes(view, before, "that") and undoes(view, before - 1, "up_to"):
        before -= 1  # "till", in two words
    elif before <= first or not undoes(view, before, "until"):
        return None
    for i in range(before - 1, max(first, before - _UNTIL_REACH) - 1, -1):
        if undoes(view, i, "goes_on") and not _past(view, i, first) or (
                undoes(view, i, "stops") and i > first and "will_not" in view.classes[i - 1]):
            return i
        if view.tokens[i].norm in BREAKS:
            break
    return None


def to_be_held(view: View, at: int, first: int) -> int | None:
    """The word that says that somebody will go to do what a verbal noun tells ("will fly to P to hold talks")."""
    hold = at - 1
    if hold <= first or not undoes(view, hold, "to_hold") or not view.tokens[hold].norm.startswith(FOR):
        return None
    for i in range(hold - 1, max(first, hold - _GOING_REACH) - 1, -1):
        if undoes(view, i, "will_go"):
            return i
        other = view.hits[i]
        if view.clause_at[i] != view.clause_at[at] or other is not None and other.form in VERBS:
            break
    return None


def _past(view: View, at: int, first: int) -> bool:
    """Whether "was" or "remained" stands before a word, whose going on is over then."""
    return any(view.classes[i] & {"was", "became"} for i in range(max(first, at - _UNTIL_REACH), at))


def contrary(view: View, at: int, first: int) -> int | None:
    """The word that says of a report of a trigger that the facts are otherwise: "contrary to what was said of"."""
    if "contrary" not in view.undoing_in(view.sentence_at[at]):
        return None
    for i in range(at - 1, max(first, at - _DENIAL_REACH) - 1, -1):
        if view.tokens[i].norm in BREAKS:
            break
        if undoes(view, i, "contrary"):
            said = undoes(view, i + 1, "report") or undoes(view, i + 1, "what") and any(
                undoes(view, k, "reported") for k in range(i + 2, min(i + 4, at)))
            return i if said and _is_of_report(view, i + 2, at) else None
    return None


def _is_of_report(view: View, first: int, at: int) -> bool:
    """Whether a trigger is what a report is of: a verb behind its "that", a noun behind its "of" or "that"."""
    hit = view.hits[at]
    noun = hit is not None and hit.form == "noun"
    return any("subordinate" in view.classes[k] or noun and undoes(view, k, "over_what")
               for k in range(first, at))


def _feminine(view: View, at: int) -> bool:
    """Whether a word ends as nouns alone do, though folding spells "ministry" like "and he visited him"."""
    return view.document.text[view.tokens[at].end - 1] == "ة"


def none_befell(view: View, at: int, first: int) -> bool:
    """Whether "any" before a verbal noun is the object of a negated happening ("did not witness any clashes")."""
    if at - 1 > first and undoes(view, at - 1, "operations"):
        at -= 1  # "any operation of shelling"
    if at - 2 < first or not undoes(view, at - 1, "any") or "preposition" in view.classes[at - 2]:
        return False
    for i in range(at - 2, max(first, at - _ANY_REACH) - 1, -1):
        if view.clause_at[i] != view.clause_at[at]:
            return False
        if "negation" in view.classes[i]:
            return undoes(view, i + 1, "befalls") or undoes(view, i + 1, "does")
    return False


def tried(view: View, at: int) -> tuple[Factuality, str] | None:
    """A taking failed in is denied, one not prevented told; one tried, or that operations are for, is planned."""
    sentence = view.sentences[view.sentence_at[at]]
    first = sentence.first
    unprevented = at > first and undoes(view, at - 1, "preventing")
    start = at - 1 if unprevented or at > first and undoes(view, at - 1, "achieving") else at
    failing = start > first and undoes(view, start - 1, "fails_in")
    operation = start > first and undoes(view, start - 1, "operations")
    if operation:
        start -= 1
        failing = start > first and undoes(view, start - 1, "fails_in")
        if start > first and undoes(view, start - 1, "fails"):
            return "denied", f"failed.{view.tokens[start - 1].key}"
    done = operation and any(undoes(view, i, "done") for i in range(max(first, start - _DONE_REACH), start))
    tries = undoes(view, start, "attempts")
    for i in range(start - 1, max(first, start - _FAIL_REACH) - 1, -1):
        unmanaged = i > first and undoes(view, i, "manages") and "not" in view.classes[i - 1]
        if failing and (unmanaged or undoes(view, i, "fails")):
            return "asserted" if unprevented else "denied", f"failed.{view.tokens[i].key}"
        tries = tries or not failing and undoes(view, i, "attempts")
        other = view.hits[i]
        if tries or view.clause_at[i] != view.clause_at[at] or other is not None and other.form in VERBS:
            break
    if not tries:
        return ("planned", f"operation.{view.tokens[start].key}") if operation and not done else None
    stop = next((i for i in range(at + 1, min(at + _FAIL_REACH, sentence.last)) if undoes(view, i, "fails")), None)
    return ("planned", "tried") if stop is None else ("denied", f"failed.{view.tokens[stop].key}")


def unmanaged(view: View, at: int, first: int) -> int | None:
    """The word that says that nobody managed what a noun behind "to" tells ("have not managed to arrest")."""
    if at - 1 <= first or not undoes(view, at - 1, "fails_in"):
        return None
    for i in range(at - 2, max(first, at - _FAIL_REACH), -1):
        if undoes(view, i, "manages"):
            return i if "not" in view.classes[i - 1] else None
        if view.tokens[i].norm in BREAKS or is_verb(view, i):
            break
    return None


def failed(view: View, at: int, first: int) -> bool:
    """Whether a noun names what failed ("the failure of the attack"), which was begun: in 14 of 14 in the gold."""
    before = at - 1
    while before > first and view.tokens[before].kind == "mark" and view.tokens[before].norm not in BREAKS:
        before -= 1
    return before >= first and undoes(view, before, "fails")


def aimed(view: View, at: int) -> tuple[Factuality, str] | None:
    """A taking is planned that another deed is for: "for the taking of"; not "thanks to", "led to" or "feasted for"."""
    hit = view.hits[at]
    first = view.sentences[view.sentence_at[at]].first
    if at == first or hit is None:
        return None
    before = at - 1
    if hit.particles[-1:] == FOR:
        return None if undoes(view, before, "brings") or _to_control(view, at) or any(
            undoes(view, i, "leads") or undoes(view, i, "over") for i in range(max(first, at - _LEAD_REACH), at)
        ) else ("planned", "aim")
    return ("planned", f"aim.{view.tokens[before].key}") if undoes(view, before, "aims") else None


def _to_control(view: View, at: int) -> bool:
    """Whether a word is that of "came to the control of X", which is no aim as "for the control of P" is one."""
    hit = view.hits[at]
    return "held" in view.classes[at] and hit is not None and not hit.definite


def ordered(view: View, at: int, first: int) -> int | None:
    """The verb of ordering or threatening whose "with" a noun has, no other verb between.

    A court that orders a release frees; of what is threatened 20 of 20 were planned in the gold.
    """
    hit = view.hits[at]
    if hit is None or hit.particles[-1:] != WITH or tells(hit.lemmas[0].name, "releases"):
        return None
    for i in range(at - 1, max(first, at - _ORDERED_REACH) - 1, -1):
        if undoes(view, i, "orders"):
            return None if _has_done(view, at) else i
        if undoes(view, i, "threatens"):
            return i
        if view.tokens[i].norm in BREAKS or is_verb(view, i) or "light" in view.classes[i]:
            return None
    return None


def _has_done(view: View, at: int) -> bool:
    """Whether "so" and a verb say what came of what was ordered: "ordered the shelling, and ten were killed"."""
    for i in range(at + 1, view.sentences[view.sentence_at[at]].last):
        hit = view.hits[i]
        if hit is not None and hit.particles[:1] == CONJUNCTIONS[1] and (
                hit.form != "noun" or hit.lemmas[0].frame == _VICTIM):
            return True
    return False


def awaited(view: View, at: int, form: str) -> int | None:
    """The word that says something is yet to come: agreed to, a term of that, supposed, threatened, imminent."""
    sentence = view.sentences[view.sentence_at[at]]
    if form == "imperfect":
        if at == sentence.first or not undoes(view, at - 1, "that"):
            return None
        if at - 1 > sentence.first and "on" in view.classes[at - 2]:
            # "provided that X withdraw", a term of what was agreed; who was forced to withdraw has done so
            forced = any(undoes(view, i, "forces") for i in range(max(sentence.first, at - _FORCED_REACH), at - 2))
            return None if forced else at - 2
        behind = range(at - 2, max(sentence.first, at - _THAT_REACH) - 1, -1)
        return next((i for i in behind if _awaits(view, i)), None)
    if form != "noun" or covered(view, at, sentence.first) or (
            _AWAITING.isdisjoint(view.undoing_in(view.sentence_at[at]))):
        return None
    for i in range(at - 1, max(sentence.first, at - _AWAITED_REACH) - 1, -1):
        if _awaits(view, i):
            return None if undoes(view, i, "agrees") and names_accord(view, at) else i
        other = view.hits[i]
        if view.clause_at[i] != view.clause_at[at] or other is not None and other.form == "perfect":
            break
    priority = _priority(view, at, sentence.last)
    if priority is not None:
        return priority
    ahead = range(at + 1, min(at + 1 + _IMMINENT_REACH, sentence.last))
    return next((i for i in ahead if undoes(view, i, "imminent") or undoes(view, i, "possible") and not _hurt(
        view, sentence, view.clause_at[at])), None)


def _priority(view: View, at: int, last: int) -> int | None:
    """The word behind a verbal noun that says it is what somebody wants most: "is at the head of the priorities"."""
    for i in range(at + 1, min(at + _PRIORITY_REACH, last)):
        if undoes(view, i, "priority"):
            return i
        hit = view.hits[i]
        if view.tokens[i].norm in BREAKS or hit is not None and hit.form == "perfect" or (
                "relative" in view.classes[i]):
            break
    return None


def _hurt(view: View, sentence: Sentence, clause: int) -> bool:
    """Whether a clause counts who was hurt: what is possible there is only of what sort the deed was."""
    tolls = view.tolls_in(view.sentence_at[sentence.first])
    return any(view.clause_at[view.token_at(toll.start)] == clause for toll in tolls)


def unreal(view: View, at: int, form: str, first: int) -> tuple[Factuality, str] | None:
    """What "almost", "may" and "if" make of a deed behind them: undone, uncertain, and planned; "if only" uncertain.

    A verbal noun is what its light verb is ("may launch an attack"), or the one that leads to it.
    """
    if _UNREAL.isdisjoint(view.undoing_in(view.sentence_at[at])):
        return None
    maybe = _may_be(view, at, first)
    if maybe is not None:
        return "uncertain", f"maybe.{view.tokens[maybe].key}"
    verb = at
    if form == "noun":
        light = (i for i in range(at - 1, max(first, at - _LIGHT_REACH) - 1, -1)
                 if "light" in view.classes[i] or undoes(view, i, "may_lead"))
        verb = next(light, at)
        if verb < at and view.clause_at[verb] != view.clause_at[at]:
            return None
    clause = view.clause_at[verb]
    for i in range(verb - 1, max(first, verb - _ALMOST_REACH) - 1, -1):
        if undoes(view, i + 1, "that"):
            clause = view.clause_at[i]
        if view.clause_at[i] != clause:
            break
        if undoes(view, i, "almost"):
            return "denied", f"almost.{view.tokens[i].key}"
    before = verb - 1
    if before < first or form == "noun" and verb == at:
        return None
    imperfect = form == "imperfect" if verb == at else not _MAY.isdisjoint(view.undoing[verb])
    if imperfect and undoes(view, before, "maybe"):
        return "uncertain", f"maybe.{view.tokens[before].key}"
    if undoes(view, before, "if_only"):
        return "uncertain", f"if.{view.tokens[before].key}"
    return ("planned", f"if.{view.tokens[before].key}") if undoes(view, before, "if") else None


def _may_be(view: View, at: int, first: int) -> int | None:
    """The "may" of "may be" or "may have been" before a deed, with no other verb or break between.

    Of "the attack may be an answer" the attack, right behind "be", is known, and only what it may be is not.
    """
    hit = view.hits[at]
    if hit is not None and hit.definite and undoes(view, at - 1, "be"):
        return None
    for i in range(at - 1, max(first, at - _ALMOST_REACH), -1):
        if undoes(view, i, "be") and undoes(view, i - 1, "maybe"):
            return i - 1
        if view.tokens[i].norm in BREAKS or is_verb(view, i):
            return None
    return None


def avenged(view: View, at: int, first: int) -> bool:
    """Whether a noun is a deed that revenge, or an answer, is for: it was done (in 43 of 47 of the gold; 4 alleged)."""
    hit, before = view.hits[at], at - 1
    if hit is None or hit.form != "noun":
        return False
    if before > first and "within" in view.classes[before]:
        # "for the killing of A in a raid"
        return any(avenged(view, i, first) for i in _nouns_before(view, before, first))
    if hit.particles[-1:] != FOR:
        if before <= first or not view.classes[before] & _FOR_WHAT:
            return False
        before -= 1
    return before >= first and undoes(view, before, "avenges")


def _nouns_before(view: View, at: int, first: int) -> Iterator[int]:
    """The nouns for deeds before a token, up to the first verb or break.

    Not those behind "in" in their turn: asked about all before them, a row of raids "in" raids would take time that
    doubles with each.
    """
    for i in range(at - 1, max(first, at - _AVENGED_REACH) - 1, -1):
        if view.tokens[i].norm in BREAKS or is_verb(view, i):
            return
        if view.hits[i] is not None and "within" not in view.classes[i - 1]:
            yield i


def _awaits(view: View, at: int) -> bool:
    """Whether a word says that something is awaited; "the supposed" doubts a thing, "it is supposed" awaits it.

    What is allowed is yet to come: planned in 4 of 5 in the gold; in the other it was brought about ("was allowed").
    """
    if undoes(view, at, "allows"):
        return not (at > 0 and is_word(view, at - 1, "brought_about"))
    return undoes(view, at, "awaits") or at > 0 and undoes(view, at, "supposed") and "from" in view.classes[at - 1]


def names_accord(view: View, at: int) -> bool:
    """Whether a word tells first of all of an accord or of talks."""
    hit = view.hits[at]
    return hit is not None and not _ACCORDS.isdisjoint(hit.lemmas[0].types[:1])
