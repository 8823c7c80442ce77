"""Who is told dead behind a noun for an attack, in its sentence: they did not do it."""

from __future__ import annotations

from typing import Final

from sijill.documents import Trigger
from sijill.extract.clauses.view import View
from sijill.extract.tolls.words import toll_words

_KILLED: Final = "killed"
# how a verb ends that others than the dead are the subject of: who foiled an attack may have killed its doers
_KILLERS: Final = ("ت", "وا")


def dead_behind(view: View, trigger: Trigger) -> list[int]:
    """The sides that a toll behind a noun counts: "an attack in which ten of A's men were killed" (in gold 0 of 44)."""
    if trigger.form != "noun":
        return []
    here = view.sentence_at[trigger.token]
    last, out = view.sentences[here].last, list[int]()
    for toll in view.tolls_in(here):
        begin, end = view.token_at(toll.start), view.token_at(toll.end - 1) + 1
        norm = view.tokens[view.token_at(toll.trigger_start)].norm
        killers = norm.endswith(_KILLERS) or norm in toll_words().lists["neutralises"]
        if toll.kind == _KILLED and trigger.token < begin and not killers:
            whose = end + 1 if end + 1 < last and "from" in view.classes[end] else end - 1
            out += {view.actor_at[at] for at in (*range(begin, end), whose) if view.actor_at[at] >= 0}
    return out
