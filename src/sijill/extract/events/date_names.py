"""The names of what speaks for a day of an event: each fact of an option, as features with weights."""

from __future__ import annotations

from sijill.extract.choosing.choice import Names


def reach(rank: int, cost: int, coarse: bool, beyond: bool) -> Names:
    """How far a date of the event's own sentence is, and how many of it are nearer."""
    return "own", f"rank={rank}", f"cost={cost}", f"cost={cost}&coarse={coarse}", f"beyond={beyond}"


def between(side: str, words: int, clauses: int, triggers: int, commas: int) -> Names:
    """What stands between the event's word and a date of its sentence."""
    return (f"{side}&words={words}", f"{side}&clauses={clauses}", f"{side}&triggers={triggers}",
            f"{side}&commas={commas}", f"{side}&triggers={triggers}&clauses={min(clauses, 2)}")


def words(rule: str, side: str, form: str) -> Names:
    """How a date of the sentence is worded, and on which side of what form it stands."""
    return f"rule={rule}", f"rule={rule}&{side}", f"{side}&f={form}"


def day(age: str, rank: int, clauses: int) -> Names:
    """How long before publication a date of the sentence is."""
    return f"age={age}", f"age={age}&rank={rank}", f"age={age}&clauses={clauses}"


def day_told(age: str, side: str, told: str) -> Names:
    """The same, as the event is told to have happened or not."""
    return f"age={age}&told={told}", f"{side}&told={told}"


def statement(dated: bool, form: str, age: str) -> Names:
    """Whether a date dates what is said and not what happened."""
    return f"said={dated}", f"said={dated}&f={form}", f"said={dated}&age={age}"


def rivals(count: int, rank: int) -> Names:
    """How many dates the sentence has."""
    return (f"dates={count}&rank={rank}",)


def elsewhere(kind: str, age: str, rule: str, dated: bool) -> Names:
    """A date of another sentence: how it comes into question, how it is worded, how old it is."""
    return ("far", f"k={kind}", f"k={kind}&age={age}", f"k={kind}&rule={rule}", f"far:age={age}", f"far:rule={rule}",
            f"far:said={dated}&age={age}")


def elsewhere_from(kind: str, back: int, definite: bool, form: str) -> Names:
    """From how far, and for a word of which form."""
    return f"k={kind}&back={back}", f"k={kind}&the={definite}&f={form}"


def elsewhere_for(kind: str, definite: bool, age: str, was: bool, told: str) -> Names:
    """For an event that is taken up again, that had been, or is told to be."""
    return f"k={kind}&the={definite}&age={age}", f"k={kind}&was={was}", f"k={kind}&told={told}"


def elsewhere_beside(kind: str, near: str, this: bool) -> Names:
    """Beside dates of the event's own sentence, and where a word points back ("that day", "these attacks")."""
    return f"k={kind}&near={near}", f"k={kind}&this={this}"


def elsewhere_opened(kind: str, word: str, second: str) -> Names:
    """In a sentence that opens with these words ("in another development")."""
    return f"k={kind}&opens={word}", f"far&opens={word}", f"far&opens={word} {second}"


def news(near: str, age: str, told: str, form: str) -> Names:
    """Undated news, beside the nearest date of the sentence and its age."""
    return "news", f"news&near={near}", f"news&age={age}", f"news&told={told}", f"news&f={form}"


def background(near: str, told: str, kind: str) -> Names:
    """Undated background."""
    return "past", f"past&near={near}", f"past&told={told}", f"past&t={kind}"


def form(name: str, definite: bool, toll: bool, particles: str) -> Names:
    """The form of the event's word, whether people are counted in its sentence, what is attached to it."""
    return f"past&f={name}&the={definite}", f"past&f={name}&toll={toll}", f"past&part={particles}"


def position(sentence: int, left: int, share: int, name: str) -> Names:
    """Where in the article the sentence stands."""
    return f"past&sent={sentence}", f"past&left={left}", f"past&at={share}", f"past&lead={sentence == 0}&f={name}"


def had_been(was: bool, opens: bool, far: int, had: bool, name: str) -> Names:
    """A word for "was" before the event's word in its sentence, and one for "had" right before it."""
    if not was:
        return f"past&was=False&f={name}", f"past&had={had}"
    return f"past&was=True&f={name}", f"past&was&opens={opens}", f"past&was<{far}", f"past&was&had={had}"


def before(apart: int, word: str) -> Names:
    """The word one or two words before the event's."""
    return (f"past&p{apart}={word}",)


def colour(name: str, far: int) -> Names:
    """A word that colours the event, and how far before it."""
    return (f"past&{name}<{far}",)
