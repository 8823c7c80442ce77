"""The names of what speaks for a mention's meaning a side: each fact, as features with weights."""

from __future__ import annotations

from sijill.extract.choosing.choice import Names


def meant(how: str, tag: str, definite: str, akind: str, word: str) -> Names:
    """How an id came to be an option, and its kind, for the mention's kind and head word."""
    return how, f"{tag}&{how}", f"{tag}{definite}&{akind}", f"{word}&{akind}", f"{word}{definite}&{how}"


def actor(one: str, share: str, kind: str, place: str, head: str, how: str, ending: bool) -> Names:
    """What the registry has of an id: where it is at home, what its name begins with, whether its time ends."""
    return (
        f"id={one}",
        f"country={share}",
        f"{kind}&country={share}",
        *((place,) if place else ()),
        *(("head_match", f"{how}&head_match") if head == "head_match" else (head,) if head else ()),
        *(("ending",) if ending else ()),
    )


def sense(kind: str, bloc: str) -> Names:
    """As what the registry has the words, and whether the camp that says so is in the article."""
    return (f"sense={kind}", bloc) if bloc else (f"sense={kind}",)


def unseen(tag: str, definite: str) -> Names:
    """A side that the article has not named yet."""
    return "unseen", f"{tag}{definite}&unseen"


def seen(tag: str, definite: str, how: str, apart: int, back: int, count: int, freshest: bool, previous: bool) -> Names:
    """How many sentences and mentions ago a side was named last, how often, and whether it is the one named last."""
    near = "far" if apart >= 4 else "2" if apart >= 2 else str(apart)
    step = "far" if back >= 10 else "5-9" if back >= 5 else "3-4" if back >= 3 else str(back)
    return (
        f"apart={near}",
        f"{tag}{definite}&apart={near}",
        f"back={step}",
        f"{tag}&back={step}",
        f"{how}&back={step}",
        f"count={count}",
        *(("freshest", f"{tag}&freshest") if freshest else ()),
        *((f"{tag}&previous",) if previous else ()),
    )


def named(tag: str, kind: str, akind: str, times: int, seen: bool, title: bool, top: bool) -> Names:
    """How often names of a side stand anywhere in the article, in its title, and whether it is the most named."""
    return (
        f"named={times}",
        f"{kind}&named={'y' if times else 'n'}",
        f"{kind}&{akind}&named={'y' if times or seen else 'n'}",
        *(("title", f"{kind}&title") if title else ()),
        *(("most_named", f"{tag}&most_named") if top else ()),
    )
