"""Who is said to have done a deed by who accuses or blames them ("A accused B of shelling", "shelling that A
ascribed to B"), and who only accuses."""

from __future__ import annotations

from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, WITH, readings
from sijill.arabic.tokens import BREAKS
from sijill.documents import Trigger
from sijill.extract.clauses.taking_words import is_word
from sijill.extract.clauses.view import View, is_verb

_REACH: Final = 16
# how many words may stand between "of" and the deed ("of carrying out raids")
_OF: Final = 2
# how many words may stand between the accused and "of" ("yesterday")
_ADVERBS: Final = 1
# how many words may stand between "ascribed" and "to"
_TO_WHOM: Final = 6
_NOBODY: Final[tuple[int | None, tuple[int, ...]]] = (None, ())


def accused(view: View, trigger: Trigger) -> tuple[int | None, tuple[int, ...]]:
    """The side accused of a deed, if there is one, and those between the accusing word and it, who accuse."""
    if trigger.form != "noun":
        return _NOBODY
    ascribed = _ascribed(view, trigger)
    if ascribed is not None:
        return ascribed
    first = view.sentences[view.sentence_at[trigger.token]].first
    of = next((at for at in range(trigger.token, max(first, trigger.token - _OF - 1), -1) if _of(view, at)), None)
    if of is None:
        return _NOBODY
    blamed = "blame" in view.classes[of]
    verb = _verb(view, of, first, "blames" if blamed else "accuses")
    if verb is None:
        return _NOBODY
    between = tuple(dict.fromkeys(view.actor_at[at] for at in range(verb + 1, of) if view.actor_at[at] >= 0))
    if not between or blamed and len(between) == 1:
        return _NOBODY  # "A blamed B" has two sides; "B was accused" has one
    last = view.actors[between[-1]]
    near = of - last.last <= _ADVERBS and (of == last.last or view.place_at[last.last] < 0)
    if not near or not _bare(view, between[-1]):
        return None, between
    return between[-1], between[:-1]


def _ascribed(view: View, trigger: Trigger) -> tuple[int, tuple[int, ...]] | None:
    """The side to which a deed "was ascribed", or A "ascribed it", and who ascribed it; no other deed between."""
    last = view.sentences[view.sentence_at[trigger.token]].last
    word = None
    for at in range(trigger.token + 1, min(trigger.token + _REACH, last - 1)):
        if is_word(view, at, "ascribes"):
            word = at
        elif _another_deed(view, at, trigger) or word is not None and at - word > _TO_WHOM:
            return None
        elif word is not None and is_word(view, at, "to"):
            number, between = view.actor_at[at + 1], dict.fromkeys(view.actor_at[word:at])
            return None if number < 0 else (number, tuple([one for one in between if one >= 0]))
    return None


def _another_deed(view: View, at: int, trigger: Trigger) -> bool:
    """Whether a word tells another deed; right behind the first, without "and", it says of what sort that was."""
    hit = view.hits[at]
    return hit is not None and (at > trigger.token + 1 or hit.particles[:1] == CONJUNCTIONS[0])


def _of(view: View, at: int) -> bool:
    """Whether a word begins what somebody is accused of: "of" at its front, or a word for blame."""
    if "blame" in view.classes[at]:
        return True
    hit = view.hits[at]
    if hit is not None:
        return hit.particles[-1:] == WITH
    return view.tokens[at].norm.startswith(WITH) and view.actor_at[at] < 0 and view.place_at[at] < 0 and any(
        r.particles == WITH for r in readings(view.tokens[at].norm))


def _verb(view: View, of: int, first: int, group: str) -> int | None:
    for at in range(of - 1, max(first - 1, of - _REACH), -1):
        if group in view.classes[at]:
            return at
        if view.tokens[at].norm in BREAKS or "subordinate" in view.classes[at] or is_verb(view, at):
            return None
    return None


def _bare(view: View, number: int) -> bool:
    """Whether nothing but "and" is bound to a mention's first word, so that it may be an object."""
    mention = view.actors[number]
    token = view.tokens[mention.first]
    cut = mention.start - token.start
    return cut == 0 or cut == 1 and token.norm[:1] == CONJUNCTIONS[0]
