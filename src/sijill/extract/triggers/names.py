"""The names of what speaks for a word's telling an event: each fact of a candidate, as features with weights."""

from __future__ import annotations

from sijill.extract.choosing.choice import Names


def lemma(name: str, form: str, group: str, strength: str, frame: str, met: bool, particle: str) -> Names:
    """What a lemma and its form say, wherever they stand."""
    return (
        "bias",
        f"l={name}",
        f"f={form}",
        f"g={group}&f={form}",
        f"str={strength}&f={form}",
        f"met={met}",
        f"met={met}&str={strength}",
        f"part={particle}&f={form}",
        f"frame={frame}&f={form}",
        f"l={name}&f={form}",
    )


def next_to(tag: str, category: str, form: str) -> Names:
    """What stands right before (p1) or after (n1) a candidate, coarsely."""
    return f"{tag}={category}", f"{tag}={category}&f={form}"


def nearest(actor_after: str, actor_before: str, place_after: str) -> Names:
    """How far the nearest sides and place are, by steps."""
    return f"actor_after={actor_after}", f"actor_before={actor_before}", f"place_after={place_after}"


def phrase(doer: str, goal: bool, dated: bool, frame: str, form: str) -> Names:
    """How much of its phrase a candidate has behind it: a doer, a place that it goes to or lies in, a time."""
    full = f"doer={doer != '-'}&goal={goal}"
    return (f"{full}&frame={frame}", f"{full}&f={form}", f"doer={doer}&goal={goal}",
            f"dated={dated}&f={form}", f"dated={dated}&{full}")


def kind_phrase(one: str, doer: str, goal: bool) -> Names:
    """The same, for a type."""
    return f"doer={doer}&t={one}", f"doer={doer}&goal={goal}&t={one}"


def suffered(means: str, deed: bool, side: bool, form: str) -> Names:
    """Of a word for the killed and hurt: by what hand, whether the sentence tells the deed too, a side right behind."""
    return (f"by={means}&deed={deed}&f={form}", f"by={means}&deed={deed}&side={side}", f"by={means}",
            f"deed={deed}&side={side}&f={form}")


def kind_suffered(one: str, means: str, deed: bool, side: bool) -> Names:
    """The same, for a type."""
    return f"by={means}&side={side}&t={one}", f"by={means}&deed={deed}&t={one}"


def position(where: str, group: str) -> Names:
    """Where in the article the sentence stands."""
    return f"sent={where}", f"sent={where}&g={group}"


def sentence(words: Names, colours: Names, length: int, year: bool) -> Names:
    """The words of the sentence whatever their order, what colours it, its length, whether it names a year."""
    return (*[f"S:{word}" for word in words], *[f"s:{colour}" for colour in colours], f"len={length}",
            *(("s:year",) if year else ()))


def elsewhere(tag: str, count: int, definite: str, shared: bool, fuller: bool, placed: bool, same_sides: bool,
              lead: bool) -> Names:
    """How sentences before or after tell the same kind of thing."""
    if not count:
        return (f"{tag}:none&{definite}",)
    return (
        f"{tag}:{count}&{definite}",
        f"{tag}:shared={shared}&fuller={fuller}&placed={placed}",
        f"{tag}:new_place={placed and not shared}&{definite}",
        f"{tag}:same_sides={same_sides}&shared={shared}",
        *((f"{tag}:lead&shared={shared}&fuller={fuller}",) if lead else ()),
    )


def told(group: int, lemma: int, definite: str, full: int) -> Names:
    """How often events of its family and lemma were told before, and how full its clause is."""
    return f"told={group}&{definite}", f"told_lemma={lemma}&{definite}", f"full={full}"


def opening(waw: str, opens: str, form: str) -> Names:
    """Whether a candidate opens its sentence, and with "and" or "then"."""
    return f"waw={waw}&f={form}", f"opens={opens}&f={form}"


def paragraph(number: int, later: bool, same_place: bool, placed: bool) -> Names:
    """The paragraph, and whether later ones tell the same kind of thing, of the same place."""
    plain = f"par={number}", f"par={number}&later={later}"
    return (*plain, f"par={number}&later_same_place={same_place}&placed={placed}") if later else plain


def neighbour(tag: str, kind: str, form: str, same: bool, strength: str, own: str) -> Names:
    """The candidate before (pv) or after (nx) in the sentence, and whether it is of the same clause."""
    return f"{tag}={kind}&f={form}&same={same}", f"{tag}str={strength}&str={own}&same={same}"


def crowd(near: int, in_clause: int, first: bool) -> Names:
    """How many candidates stand near, how many in the clause, and whether this one is the clause's first."""
    return f"cand_near={near}", f"in_clause={in_clause}&first={first}"


def beside(count: int, definite: str, first: bool) -> Names:
    """Candidates of the same family in the sentence."""
    return (f"beside={count}&{definite}&first={first}",)


def kind(name: str, form: str, one: str, rank: int, turn: str, turned: str) -> Names:
    """What a lemma and the words that turn its type say for one type; `turn` is this, other or no."""
    return (
        f"t={one}",
        f"rank={rank}",
        f"l={name}&t={one}",
        f"turn={turn}",
        f"turn={turned}&t={one}",
        f"f={form}&t={one}",
        f"rank={rank}&turn={turn != 'no'}&this={turn == 'this'}",
    )


def sides(one: str, before: str, after: str, group: str) -> Names:
    """What the sides before and after say for a type."""
    return (
        f"after={after}&t={one}",
        f"before={before}&t={one}",
        f"sides={before}/{after}&t={one}",
        f"g={group}&after={after}&t={one}",
        f"g={group}&before={before}&t={one}",
    )


def kind_next_to(category: str, one: str, place_after: bool, seen: bool) -> Names:
    """What stands behind a candidate, and whether the article has told the type, for the type."""
    return (f"n1={category}&t={one}", *((f"place_after&t={one}",) if place_after else ()),
            *((f"seen_type&t={one}",) if seen else ()))


def word(tag: str, key: str) -> Names:
    """A word beside a candidate."""
    return (f"{tag}={key}",)


def kind_word(key: str, one: str) -> Names:
    """The word behind a candidate, for a type."""
    return (f"nw={key}&t={one}",)


def between(name: str, after: str, before: str) -> Names:
    """What stands right before and after a lemma, coarsely."""
    return f"l={name}&n1={after}", f"l={name}&p1={before}"


def valency(name: str, frame: str, led: str, form: str) -> Names:
    """The preposition that a word leads on with."""
    return f"l={name}&prep={led}", f"prep={led}&f={form[:2]}&frame={frame}", f"prep={led}&f={form}"


def kind_valency(one: str, led: str) -> Names:
    """The same, for a type."""
    return (f"prep={led}&t={one}",)


def colour(of: str, gap: int, form: str, group: str) -> Names:
    """A word that colours what follows in its sentence, and how far before the candidate it stands."""
    return f"c:{of}&f={form}", f"c:{of}&g={group}", f"c:{of}={gap}&f={form[:2]}"


def had_been(had: bool, form: str, group: str) -> Names:
    """Whether a candidate "was", or "had been", before what is told."""
    return f"was&f={form}", f"was&had={had}&f={form}", f"was&g={group}"


def said(label: str, rule: str, form: str, group: str) -> Names:
    """What a construction says outright of a candidate's having happened."""
    return f"said={label}&f={form}", f"said={rule}&f={form}", f"said={label}&g={group}"


def kind_said(one: str, label: str) -> Names:
    """The same, for a type."""
    return (f"said={label}&t={one}",)


def particle(prefix: str, before: str, form: str) -> Names:
    """A particle written onto a candidate, and what stands before it ("seeks to clear", "an operation to clear")."""
    return (f"part={prefix}&p1={before}&f={form}",)


def kind_particle(one: str, prefix: str) -> Names:
    """The same, for a type."""
    return (f"part={prefix}&t={one}",)


def kind_sentence(one: str, words: Names) -> Names:
    """The words of the sentence whatever their order, for a type."""
    return tuple([f"S:{word}&t={one}" for word in words])


def light(name: str, verb: str, form: str) -> Names:
    """The light verb before a candidate."""
    return f"light={verb}&f={form}", f"light={verb}&l={name}"


def wanted(name: str, word: str, side: str, form: str) -> Names:
    """The object that a lemma asks for, as it is met."""
    return f"l={name}&obj={word}", f"l={name}&objp={side}", f"objp={side}&f={form}"


def kind_wanted(one: str, word: str) -> Names:
    """The same, for a type."""
    return (f"obj={word}&t={one}",)


def around(side: str, word: str, group: str) -> Names:
    """A word on one side of a candidate, whatever its place there, alone and for the candidate's family."""
    return f"{side}:{word}", f"{side}:{word}&g={group}"
