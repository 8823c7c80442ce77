"""Two parties: of two sides named in a row as those who signed, met or clashed, each is one party to it.

So are foes whom a list names side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import ARTICLE
from sijill.documents import Trigger
from sijill.extract.clauses.view import View, is_verb
from sijill.extract.said.between import SHARED
from sijill.extract.tables.lexicon import MUTUAL, VERBS, event_types
from sijill.extract.tables.registry import registry

# tokens before the first side in which a word says that the two only sponsor the deal
_TO_SPONSORS: Final = 2
# tokens before the first side in which a word says that they sign it
_TO_SIGNING: Final = 2
_FOUGHT: Final = "Battles"
_NO_PARTIES: Final = ("no_party", "invites")
_CALL: Final = "call"
_NATIONALITY: Final = "nationality"


def two_parties(view: View, trigger: Trigger, together: Sequence[int],
                others: Sequence[int] = ()) -> tuple[list[int], list[int]] | None:
    """The one and the other party, of two sides that one list gives as those who sign, meet or clash.

    None where no verb says so and no enmity of theirs, where they sponsor it or call for it, or are allies in a fight;
    and where others are the other party: in a fight, or those whom "with" names as that of a deal.
    """
    if others and (trigger.sub_event_type not in SHARED or _named_by_with(view, others)):
        return None
    parties: dict[str, list[int]] = {}
    for number in together:
        parties.setdefault(view.sides[number].id, []).append(number)
    if len(parties) != 2:
        return None
    (one, ones), (other, others) = parties.items()
    first, second = ones[0], others[0]
    allied = registry().allied(one, other)
    if allied and not (trigger.sub_event_type in SHARED and trigger.frame == MUTUAL):
        # allies may sign a deal with each other; they break a truce, or fight, together
        return None
    mutual = trigger.frame == MUTUAL and (
        trigger.form in VERBS or trigger.sub_event_type not in SHARED and (
            registry().hostile(one, other) or not _wage(view, first, trigger) and not _two_states(one, other)))
    if not (mutual or _sign(view, first, trigger) or _of_both(view, first, second, trigger)):
        return None
    start, begin = view.actors[first].first, view.sentences[view.sentence_at[view.actors[first].first]].first
    before = range(max(begin, start - _TO_SPONSORS), start)
    between = range(view.actors[second].last, trigger.token)
    if any(registry().is_link(name, view.tokens[at].key) for at in before for name in _NO_PARTIES) or any(
            _CALL in view.classes[at] for at in (*before, *between)):
        return None
    return ones, others


def foes_apart(view: View, trigger: Trigger, together: Sequence[int],
               others: Sequence[int]) -> tuple[list[int], list[int]] | None:
    """The first named of sides that one list has, with its friends, and its foes: who fight do nothing together.

    None where the list has no foes of the first, and where others are the other party: of a deal or talks, whom "with"
    names as that.
    """
    kind = trigger.sub_event_type
    if kind not in SHARED and (others or event_types()[kind] != _FOUGHT) or _named_by_with(view, others):
        return None
    ids, known = {number: view.sides[number].id for number in together}, registry()
    first = ids[min(together)] if together else ""
    foes = [number for number in together if known.hostile(first, ids[number])]
    friends = [number for number in together if number not in foes]
    if not foes or any(known.hostile(ids[a], ids[b]) for group in (foes, friends) for a in group for b in group):
        return None
    return friends, foes


def _named_by_with(view: View, others: Sequence[int]) -> bool:
    """Whether "with" stands right before one of some mentions."""
    return any(view.actors[n].first and "with" in view.classes[view.actors[n].first - 1] for n in others)


def _of_both(view: View, first: int, second: int, trigger: Trigger) -> bool:
    """Whether two nationalities in a row stand right behind a word for a deal or talks: "a Russian Turkish deal"."""
    one, other = view.actors[first], view.actors[second]
    return (trigger.sub_event_type in SHARED and one.rule == other.rule == _NATIONALITY
            and one.first == trigger.token + 1)


def _wage(view: View, first: int, trigger: Trigger) -> bool:
    """Whether two sides stand right behind a word like "waged", and what they waged behind them: "A and B waged"."""
    start = view.actors[first].first
    return 0 < start < trigger.token and ("light" in view.classes[start - 1] or is_verb(view, start - 1))


def _two_states(one: str, other: str) -> bool:
    return one in registry().of_states and other in registry().of_states


def _sign(view: View, first: int, trigger: Trigger) -> bool:
    """Whether a verb of signing, reaching or holding governs two sides and their deal."""
    start = view.actors[first].first
    begin = view.sentences[view.sentence_at[start]].first
    return trigger.sub_event_type in SHARED and any(
        registry().is_link("signs", view.tokens[at].key) and not view.tokens[at].norm.startswith(ARTICLE)
        for at in range(max(begin, start - _TO_SIGNING), max(start, trigger.token + 1)))
