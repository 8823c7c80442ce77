"""Facts of a mention's playing a part that are often seen together, each weighed by one look-up (see `choice`)."""

from __future__ import annotations

from sijill.extract.choosing.choice import Facts, Feature
from sijill.extract.stance import names

# --- where a mention stands ---------------------------------------------------------------------------


def placed(where: str, order: str, governor: str, clauses: int, triggers: int, verbs: int, sides: int, places: int,
           rank: int, opens: bool) -> Facts:
    """A mention of the trigger's sentence; `rank` is its nearness among free subjects, 0 behind the trigger."""
    out: list[Feature] = [(names.stands, where, order, governor),
                          (names.between, order, clauses, triggers, verbs, sides, places)]
    if rank:
        out.append((names.nearest, rank, governor, min(clauses, 2)))
    if opens:
        out.append("opens")
    return tuple(out)


def coloured(order: str, groups: tuple[str, ...]) -> Facts:
    """The words between a trigger and a mention that colour a clause."""
    return tuple([f"{order}&has={group}" for group in groups])


# --- a mention as a side ------------------------------------------------------------------------------


def side(kind: str, named: str, rule: str, sure: bool, speaks: str, where: str) -> Facts:
    """What a mention is, and where it stands."""
    return (names.mention, kind, named, rule, sure, speaks), (names.kind_stands, kind, named, where)


def side_stands(where: str, order: str, governor: str, clauses: int, triggers: int, verbs: int, frame: str, form: str,
                event_type: str) -> Facts:
    """The stance of a side in the trigger's sentence, for the trigger."""
    return ((names.framed, where, frame, form), (names.formed, where, order, clauses, triggers, verbs, form),
            (names.governed, where, order, governor, frame), (names.governed_form, order, governor, form, event_type))


def side_away(where: str, frame: str, form: str, event_type: str) -> Facts:
    """The stance of a side in another sentence, for the trigger."""
    return where, (names.framed, where, frame, form), (names.away, where, form, event_type)


def side_suits(kind: str, hit: str, frame: str, event_type: str, lemma: str) -> Facts:
    """A mention's kind and the toll that it stands in, for the trigger."""
    return ((names.kind, kind, event_type, frame), (names.kind_lemma, kind, lemma),
            (names.toll, hit, kind, frame, event_type))


def history(last: tuple[str, ...] | None, same_sentence: bool, same_type: bool, ever: tuple[str, ...], inside: str,
            form: str) -> Facts:
    """The parts that a side had in the event told last (None: there is none), and in any event before."""
    out: list[Feature] = []
    for tag, parts in (("last", last), ("same", last if same_sentence else None)):
        if parts is None:
            out.append(f"{tag}:none")
        else:
            out += [(names.played, tag, part, inside, form, same_type) for part in parts]
    return (*out, *[f"ever:{part}" for part in ever])


# --- a mention beside the first side ------------------------------------------------------------------


def no_foe(relation: str, inside: bool, order: str, governor: str, where: str) -> Facts:
    """A candidate for the second side that is the first one or its ally, or that has no first side beside it."""
    nobody = relation == "no_first"
    own = (f"n1={not nobody}&{order}&prep={governor}",) if inside else ()
    return (*own, f"no_first&{where}" if nobody else relation)


def opponent(inside: bool, order: str, governor: str, where: str, hostile: bool, fought: bool, event_type: str,
             one: str, first: str, after: bool, next_to: str | None) -> Facts:
    """A candidate for the second side beside a first one that is another; `next_to` governs the first one behind it."""
    out: list[Feature] = [f"n1=True&{order}&prep={governor}"] if inside else []
    out.append((names.beside_first, hostile, event_type, where, one, first))
    if fought:
        out.append((names.foe, "in" if inside else "out", event_type))
    out.append(f"after_first={after}&{where}")
    if next_to is not None:
        out.append((names.next_to_first, next_to))
    return tuple(out)


# --- a place -----------------------------------------------------------------------------------------


def place(rule: str, extent: str, side: str, sure: str, where: str, count: int, is_actor: bool, speaks: bool,
          holds: bool, inside: bool) -> Facts:
    """How a place was found and how often, where it stands, and whether it holds, or lies in, another candidate."""
    out: list[Feature] = [(names.place_named, rule, extent, side, sure, where), f"count={count}"]
    out += [name for name, said in (("is_actor", is_actor), ("speaks", speaks), ("inside_other", inside)) if said]
    return (*out, "holds_other", f"holds_other&{where}") if holds else tuple(out)


def place_stands(kind: str, where: str, order: str, governor: str, frame: str, form: str, event_type: str,
                 sure: str) -> Facts:
    """A place of the trigger's sentence, for the trigger."""
    return ((names.place, kind, order, event_type), (names.place_stands, where, frame, form),
            (names.place_governed, order, governor, frame, event_type, sure))


def place_away(kind: str, where: str, own: int, frame: str, form: str, event_type: str) -> Facts:
    """A place of another sentence, for the trigger; `own` is how many its own sentence has."""
    return (where, (names.place, kind, where, event_type), (names.place_stands, where, frame, form),
            (names.place_away, own, where, form))


def place_history(there: bool, same_sentence: bool, same_type: bool, inside: str) -> Facts:
    """Whether the event told last, where it has a place, was in this one."""
    out: list[str] = []
    for tag in ("last", "same") if same_sentence else ("last",):
        if not there:
            out.append(f"{tag}:other&{inside}")
            continue
        out += [f"{tag}:place", f"{tag}:place&{inside}"]
        if same_type:
            out.append(f"{tag}:place&same_type")
    return tuple(out)
