"""The names of what speaks for a mention's playing a part in an event: each fact, as features with weights."""

from __future__ import annotations

from sijill.extract.choosing.choice import Names

# --- where a mention stands ---------------------------------------------------------------------------


def stands(where: str, order: str, governor: str) -> Names:
    """The order and distance of a mention in the trigger's sentence, and what governs it."""
    return where, f"{order}&prep={governor}", f"{where}&prep={governor}"


def between(order: str, clauses: int, triggers: int, verbs: int, sides: int, places: int) -> Names:
    """How much lies between a trigger and a mention of its sentence."""
    return (
        f"{order}&clauses={clauses}",
        f"{order}&triggers={triggers}",
        f"{order}&verbs={verbs}",
        f"{order}&sides={sides}",
        f"{order}&places={places}",
        f"{order}&sides={min(sides, 2)}&clauses={min(clauses, 2)}",
    )


def nearest(rank: int, governor: str, clauses: int) -> Names:
    """How near a mention before its trigger is among those that are free to be a subject."""
    return f"nearest={rank}&prep={governor}", f"nearest={rank}&clauses={clauses}"


# --- a mention as a side ------------------------------------------------------------------------------


def formed(where: str, order: str, clauses: int, triggers: int, verbs: int, form: str) -> Names:
    """The stance of a side in the trigger's sentence, with the trigger's form."""
    return (f"{where}&form={form}", f"{order}&clauses={clauses}&form={form}",
            f"{order}&triggers={triggers}&form={form}", f"{order}&verbs={verbs}&form={form}")


def framed(where: str, frame: str, form: str) -> Names:
    """The stance of a side with the trigger's frame."""
    return (f"{where}&frame={frame}&{form}",)


def away(where: str, form: str, event_type: str) -> Names:
    """The stance of a side in another sentence."""
    return f"{where}&form={form}", f"{where}&t={event_type}"


def governed(where: str, order: str, governor: str, frame: str) -> Names:
    """What governs a side, for the trigger's frame."""
    return f"{order}&prep={governor}&frame={frame}", f"{where}&prep={governor}&frame={frame}"


def governed_form(order: str, governor: str, form: str, event_type: str) -> Names:
    """What governs a side, for the trigger's form and the event's type."""
    return f"{order}&prep={governor}&form={form}", f"{order}&prep={governor}&t={event_type}"


def governed_lemma(order: str, governor: str, lemma: str) -> Names:
    """What governs a mention, for the trigger's lemma."""
    return (f"{order}&prep={governor}&l={lemma}",)


def mention(kind: str, named: str, rule: str, sure: bool, speaks: str) -> Names:
    """What a mention is, whatever the event: armed, civilian...; a name, an anaphor...; and whether it speaks."""
    return ("some", f"kind={kind}", f"mention={named}", f"mention={rule}", *(() if sure else ("unsure",)),
            *((speaks, f"{speaks}&kind={kind}") if speaks else ()))


def kind(one: str, event_type: str, frame: str) -> Names:
    """A mention's kind, for the type and frame of an event."""
    return f"kind={one}&t={event_type}", f"kind={one}&frame={frame}"


def kind_lemma(one: str, lemma: str) -> Names:
    """A mention's kind, for a lemma."""
    return (f"kind={one}&l={lemma}",)


def kind_stands(one: str, named: str, where: str) -> Names:
    """A mention's kind, where it stands."""
    return f"kind={one}&{where}", f"mention={named}&{where}"


def words(order: str, two_before: str | None, before: str, after: str, frame: str) -> Names:
    """The words on either side of a mention, with its order to the trigger."""
    plain = f"{order}&pw={before}", f"{order}&nw={after}", f"{order}&pw={before}&frame={frame}"
    if two_before is None:
        return plain
    return (*plain, f"{order}&pw2={two_before}_{before}", f"{order}&ppw={two_before}")


def holder(order: str, relative: bool) -> Names:
    """A side named as the holder of a place ("held by")."""
    return f"holder&{order}", f"holder&{order}&rel={relative}"


def behind_a_subject(form: str, event_type: str) -> Names:
    """A side that stands before another one which is nearer to the verb."""
    return "a_nearer_subject", f"a_nearer_subject&form={form}", f"a_nearer_subject&t={event_type}"


def which(subjects: int, form: str) -> Names:
    """A side with a relative clause that leads to the verb."""
    return "which", f"which&subjects={subjects}&form={form}"


def its_light_verb(form: str) -> Names:
    """A side right behind the light verb of the trigger."""
    return "its_light_verb", f"its_light_verb&form={form}"


def target(preposition: str, event_type: str, frame: str) -> Names:
    """A side under a preposition over one noun of its own ("against positions of ...")."""
    return f"target={preposition}", f"target={preposition}&t={event_type}", f"target={preposition}&frame={frame}"


def toll(hit: str, one: str, frame: str, event_type: str) -> Names:
    """Whether a mention stands in a toll of the event, of another, or in none."""
    return f"toll={hit}", f"toll={hit}&kind={one}", f"toll={hit}&frame={frame}", f"toll={hit}&kind={one}&t={event_type}"


def played(tag: str, part: str, inside: str, form: str, same_type: bool) -> Names:
    """The part that a side had in the event told last, or last in the sentence."""
    return (f"{tag}:{part}", f"{tag}:{part}&{inside}", f"{tag}:{part}&form={form}",
            *((f"{tag}:{part}&same_type",) if same_type else ()))


def standing(rank: int, country: str | None, one: str, inside: str, form: str) -> Names:
    """How often the article names a side, and whether it is of the article's country."""
    often = f"rank={rank}", f"rank={rank}&{inside}", f"rank={rank}&form={form}"
    return often if country is None else (*often, f"country={country}&kind={one}")


# --- a mention beside the first side ------------------------------------------------------------------


def beside_first(hostile: bool, event_type: str, where: str, one: str, first: str) -> Names:
    """A candidate for the second side that is neither the first one nor its ally."""
    return (
        "other_side",
        f"hostile={hostile}",
        f"hostile={hostile}&t={event_type}",
        f"hostile={hostile}&{where}",
        f"other_side&{one}/{first}",
    )


def foe(inside: str, event_type: str) -> Names:
    """A candidate that fought the first side before in the article."""
    return "foe", f"foe&{inside}", f"foe&t={event_type}"


def next_to_first(governor: str) -> Names:
    """A candidate that is the first mention behind the first side."""
    return "next_to_first", f"next_to_first&prep={governor}"


# --- nobody ------------------------------------------------------------------------------------------


def nobody(event_type: str, frame: str, form: str, hurt: str, lemma: str) -> Names:
    """What an event says for leaving a part empty."""
    return (
        f"nobody&toll={hurt}",
        f"nobody&toll={hurt}&frame={frame}",
        f"nobody&toll={hurt}&t={event_type}",
        "nobody",
        f"nobody&t={event_type}",
        f"nobody&frame={frame}",
        f"nobody&form={form}",
        f"nobody&l={lemma}",
        f"nobody&frame={frame}&{form}",
    )


# --- a place -----------------------------------------------------------------------------------------


def place(one: str, side: str, event_type: str) -> Names:
    """A place's kind."""
    return "some", f"kind={one}", f"kind={one}&{side}", f"kind={one}&t={event_type}"


def place_named(rule: str, extent: str, side: str, sure: str, where: str) -> Names:
    """How a place was found, and how much of it is meant."""
    return f"rule={rule}", sure, f"{sure}&{where}", f"extent={extent}", f"extent={extent}&{side}"


def place_stands(where: str, frame: str, form: str) -> Names:
    """The stance of a place with the trigger's frame and form."""
    return f"{where}&frame={frame}", f"{where}&form={form}"


def place_governed(order: str, governor: str, frame: str, event_type: str, sure: str) -> Names:
    """What governs a place of the trigger's sentence."""
    return f"{order}&prep={governor}&frame={frame}", f"{order}&prep={governor}&t={event_type}", (
        f"{order}&prep={governor}&{sure}")


def place_away(own: int, where: str, form: str) -> Names:
    """A place of another sentence, and how many places the trigger's own sentence has."""
    return f"own={own}&{where}", f"own={own}&{where}&def={form}"


def place_led(order: str, lead: str, before: str, after: str, frame: str, event_type: str) -> Names:
    """What leads to a place, the words on either side of the phrase, and its order to the trigger."""
    return (f"{order}&lead={lead}", f"{order}&lead={lead}&frame={frame}", f"{order}&lead={lead}&t={event_type}",
            f"{order}&before={before}", f"{order}&before={before}_{lead}", f"{order}&after={after}")


def place_behind(rank: int, opening: bool, own: int, extent: str, form: str) -> Names:
    """How many other places were named since, whether the article opens with this one, and how much of it is meant."""
    return (f"behind={rank}", f"behind={rank}&own={own}", f"behind={rank}&form={form}", f"opening={opening}&own={own}",
            f"opening={opening}&behind={rank}", f"behind={rank}&extent={extent}")
