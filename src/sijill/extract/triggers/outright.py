"""Deeds that a construction tells outright, however rarely its words tell one elsewhere."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import BY, CONJUNCTIONS
from sijill.arabic.tokens import BREAKS
from sijill.extract.actors.sides import side_kind
from sijill.extract.clauses.taking_words import is_word, tells
from sijill.extract.clauses.view import View
from sijill.extract.tables.registry import registry
from sijill.extract.triggers.candidates import Candidate

BY_CONSTRUCTION: Final = ">outright"
"""Marks the rule of a trigger that a construction tells outright: no review drops it."""
OUTRIGHT: Final = 0.6
"""The least probability of what a construction tells outright: of such words in the training gold seven in eight do."""
_WHERE: Final = frozenset(("preposition", "within"))
_GROUP, _UNKNOWN = "rebel", "UNIDENTIFIED"
_CLASH: Final = "Armed clash"
# words from an operation to the relative pronoun behind its name
_NAME: Final = 7
# words from the verb of a launch to its day
_DAY: Final = 8
_VERB: Final = 3
_AIM: Final = 2
# tokens from an attack over what it is called to "that"
_CALLED: Final = 4


def outright(view: View, c: Candidate) -> str | None:
    """The type of what a construction tells with a candidate; None where none does."""
    if c.hit.form != "noun":
        return None
    if tells(c.lemma.name, "settles"):
        return c.types[0] if _settling(view, c) else None
    if _CLASH not in c.types or not is_operation(view, c):
        return None
    return _CLASH if launched_on_a_day(view, c.token) or _to_be_carried_out(view, c.token) else None


def _settling(view: View, c: Candidate) -> bool:
    """Whether "and settling in A", "by settling in A" goes on with what a side did: no "points of settling"."""
    joined = c.hit.particles[:1] in tuple(CONJUNCTIONS + BY)
    return joined and c.hit.definite and _leads_on(view, c.token + 1)


def is_operation(view: View, c: Candidate) -> bool:
    """Whether a noun is one for an armed operation; states vaccinate and collect in drives of theirs."""
    return tells(c.lemma.name, "campaign") and (not tells(c.lemma.name, "drive") or _of_arms(view, c.token))


def _of_arms(view: View, at: int) -> bool:
    """Whether a drive is called military, or an armed group launched it."""
    if at + 1 < len(view.tokens) and registry().is_link("military", view.tokens[at + 1].key):
        return True
    verb = launch(view, at)
    number = view.actor_at[verb + 1] if verb is not None and verb + 1 < len(view.tokens) else -1
    launcher = view.sides[number].id if number >= 0 else _UNKNOWN
    return side_kind(launcher) == _GROUP and not launcher.startswith(_UNKNOWN)


def _leads_on(view: View, at: int) -> bool:
    """Whether a word leads on to where something is."""
    return at < len(view.tokens) and not view.classes[at].isdisjoint(_WHERE)


def launch(view: View, at: int) -> int | None:
    """The verb of "that A launched", as its token, behind an operation and its name; None where there is none."""
    sentence = view.sentences[view.sentence_at[at]]
    for here in range(at + 1, min(at + _NAME, sentence.last - 1)):
        if "relative" in view.classes[here]:
            return here + 1 if is_word(view, here + 1, "that_began") else None
        if view.tokens[here].norm in BREAKS:
            break
    return None


def launched_on_a_day(view: View, at: int) -> bool:
    """Whether an operation's launch is told with its day, which says that it came about, and which one is meant."""
    verb = launch(view, at)
    if verb is None:
        return False
    return tells_a_day(view, verb + 1, min(verb + _DAY, view.sentences[view.sentence_at[verb]].last))


def tells_a_day(view: View, first: int, last: int) -> bool:
    """Whether the expression for one day begins at one of some tokens, no break before it."""
    for here in range(first, last):
        if view.tokens[here].norm in BREAKS:
            return False
        time = view.time_from.get(view.tokens[here].start)
        if time is not None and time.earliest is not None and time.earliest == time.latest:
            return True
    return False


def infamous(view: View, at: int) -> bool:
    """Whether a word for one attack has "deadly", "suicidal" or the like behind it, and then "that hit" or "that was".

    By its adjective a report says which of the attacks that readers know of is meant.
    """
    called, last = False, view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _CALLED, last - 1)):
        if is_word(view, here, "who_one"):
            return called and is_word(view, here + 1, "befell")
        if view.tokens[here].norm in BREAKS:
            break
        called = called or is_word(view, here, "infamous")
    return False


def _to_be_carried_out(view: View, at: int) -> bool:
    """Whether "that will be carried out against A" stands behind operations."""
    last = view.sentences[view.sentence_at[at]].last
    for here in range(at + 1, min(at + _VERB, last)):
        if is_word(view, here, "to_be_done"):
            return any(is_word(view, i, "against") and view.actor_at[i + 1] >= 0
                       for i in range(here + 1, min(here + 1 + _AIM, last - 1)))
    return False
