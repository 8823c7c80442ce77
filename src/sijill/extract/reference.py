"""Reference: which side a mention means, given who was named before, where the article plays and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.tokens import tokenize
from sijill.documents import ActorMention, Document
from sijill.extract import reference_names as names
from sijill.extract.belonging import groups_named_after
from sijill.extract.choice import Feature, Scorer, Weights, likeliest, probabilities, score, scorer
from sijill.extract.mention_heads import (
    BRANCHES_OF_HEADS,
    OPEN,
    head_branch,
    head_forms,
    names_irregulars,
    open_group,
    opponents,
)
from sijill.extract.own_voice import own_sides
from sijill.extract.registry import ARTICLE, HEARSAY, UNARMED, Actor, Registry, Sense, registry
from sijill.extract.reviled import Reviled
from sijill.extract.setting import setting_of
from sijill.extract.sides import AIR_FORCES

_KEEP: Final = 8
_MOST_COUNTRIES: Final = 2
_AIR: Final = "air"
# heads that only one branch of a state's forces goes by, whichever was named
_OF_ONE_BRANCH: Final = (_AIR, "airdefence", "police")
_UNNAMED: Final = {"air": "UNIDENTIFIED_AIRCRAFT", "force": "STATE_SECURITY_GEN", "police": "STATE_SECURITY_GEN"}
_IN_THE_BOOK: Final = ("anaphor", "loaded", "member", "name")
_ARMED: Final = frozenset(("rebel_group", "political_militia", "identity_militia"))
_STATE: Final = frozenset(("state_forces", "external_forces"))
_NO_REBELS: Final = _STATE | {"international_organisation"}
_OF_SOME_STATE: Final = ("anaphor", "member")
_OUTRIGHT: Final = ("name", "composed")
_NO_SENSES: Final[dict[str, Sense]] = {}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention's side: a registry id, NEW:..., or COUNTRY:... where the branch depends on the event."""

    id: str
    score: float
    rule: str
    named: int | None = None
    """The mention that names it, where that is another: of "gunmen of a movement called X" it is X."""


def resolve(document: Document, values: Weights | None = None) -> tuple[Resolved, ...]:
    """The side of each actor mention of a document, in the order of its layer."""
    assert document.actors is not None
    weigh = scorer("reference") if values is None else Scorer(values, 0.0)
    reader = Reader(document)
    out: list[Resolved] = []
    for at, mention in enumerate(document.actors):
        options = reader.options(at)
        if len(options) == 1:
            chosen, share = options[0][0], mention.score
        else:
            scores = [score(weigh, f) for _, f in options]
            best = likeliest(weigh, [f for _, f in options], scores)
            chosen, share = options[best][0], probabilities(scores)[best]
        out.append(Resolved(chosen, share, mention.rule))
        reader.note(at, chosen)
    for unnamed, named in groups_named_after(document).items():
        out[unnamed] = Resolved(out[named].id, out[named].score, f"belongs.{out[named].rule}", named)
    for ours, side in own_sides(document, [one.id for one in out]).items():
        out[ours] = Resolved(side, max(out[ours].score, 0.5), f"own.{out[ours].rule}")
    return tuple(out)


class Reader:
    """Goes through the mentions of a document in order: offers what each may mean, remembers the choice."""

    def __init__(self, document: Document) -> None:
        assert document.actors is not None and document.tokens is not None
        self.document = document
        self.known: Registry = registry()
        self.mentions = document.actors
        self.setting = setting_of(document)
        self.last: dict[str, int] = {}
        self.count: Counter[str] = Counter()
        self.previous: str | None = None
        self.top: str | None = None
        self._most, self._reviled = 0, Reviled(document)
        self._standings: dict[str, tuple[Actor | None, str]] = {}
        self._named = self._named_anywhere()
        self._title = self._named_in_title()
        self._blocs = self._present_blocs()

    def note(self, at: int, chosen: str) -> None:
        """Remember that mention `at` meant a side."""
        self.last.pop(chosen, None)
        self.last[chosen] = at
        self.count[chosen] += 1
        self.previous = chosen
        self._reviled.note(self.mentions[at], chosen)
        if self.count[chosen] >= self._most:
            self._most = self.count[chosen]
            self.top = max(self.count, key=self.count.__getitem__)

    def options(self, at: int) -> list[tuple[str, list[Feature]]]:
        """The ids that mention `at` may mean, each with the features it is chosen by; never empty."""
        mention = self.mentions[at]
        pool = self._pool(at, mention)
        if len(pool) == 1:
            return [(next(iter(pool)), ["only"])]
        return self._described(at, mention, pool)

    def _named_anywhere(self) -> Counter[str]:
        out: Counter[str] = Counter()
        for mention in self.mentions:
            if mention.kind in ("name", "composed", "member", "country", "new"):
                valid = [i for i in mention.ids if self._valid(i)]
                if len(valid) <= 2:
                    out.update(valid)
        return out

    def _named_in_title(self) -> frozenset[str]:
        if not self.document.title:
            return frozenset()
        tokens = tokenize(self.document.title)
        found = self.known.book.scan(tokens)
        return frozenset(s.actor for *_, senses in found for s in senses if s.kind in ("name", "country"))

    def _present_blocs(self) -> frozenset[str]:
        ids = set(self._named) | set(self.known.outlet_sides(self.document.source))
        return frozenset(b for one in ids for b in self.known.blocs.get(one, ()))

    def _valid(self, one: str) -> bool:
        actor = self.known.actors.get(one)
        return actor is None or actor.valid(self.document.published)

    def _pool(self, at: int, mention: ActorMention) -> dict[str, str]:
        pool: dict[str, str] = {}
        countries = self._countries(at)
        group, soldiers = open_group(mention), head_branch(self.document, mention)
        for rank, one in enumerate(mention.ids):
            if not one.startswith(OPEN) and self._valid(one):
                pool[one] = "own" if rank == 0 else "also"
            elif mention.kind == "member":
                # soldiers of a state are of its army of the day
                heir = self.known.heir(one, self.document.published)
                if heir is not None:
                    pool.setdefault(heir, "own" if rank == 0 else "also")
        composed = mention.rule.startswith("composed")
        if (composed or mention.kind not in HEARSAY) and len(pool) > 1:
            pool = self._without_borrowed(mention, pool, mention.first + composed)
        if len(pool) > 1:
            pool = self._at_home(at, pool)
        far: dict[str, str] = {}
        if mention.kind in HEARSAY and pool:
            near = {i: how for i, how in pool.items() if self._near(i)}
            if near or not self.setting.main:
                pool = self._plausible(near or pool)
            else:
                far, pool = self._plausible(pool), {}
        if mention.kind in _OF_SOME_STATE and self.setting.main and (pool or far) and all(
                map(self._of_another_state, pool or far)):
            pool = {"STATE_SECURITY_GEN": "own"}
        sign = mention.ids[0].partition(":")[0] if mention.ids else ""
        if sign == "OWN" and group == "irregular" and self._after_a_state() and not opponents(self.document, mention):
            # a state's irregulars are the groups that it backs
            self._add_tied(pool, self._groups_backed, self._recent()[:1])
        elif sign in ("ALLY", "FOE"):
            self._add_tied(pool, self.known.backed if sign == "ALLY" else self.known.opposed, self._recent()[:3])
        elif group:
            self._add_open(pool, group, countries)
        elif not pool and mention.kind in _OUTRIGHT:
            # a name says whom it means, also before or after its time
            pool = {one: "expired" for one in mention.ids if not one.startswith(OPEN)}
        elif mention.kind in HEARSAY or not pool:
            unarmed = not mention.ids or any(self._kind(one) in UNARMED for one in mention.ids)
            flies = self._flies(mention)
            aloft = flies or bool(pool or far) and all(one.endswith(AIR_FORCES) for one in pool or far)
            rebels = names_irregulars(self.document, mention)
            official = soldiers is not None and mention.kind == "loaded" and all(
                self._kind(one) in _STATE for one in pool or far or ("",))
            for one in map(self._aloft, self._recent()) if aloft else self._recent():
                if flies and self._grounded(one) or official and self._kind(one) in _ARMED or self._reviled.bars(
                        mention, one):
                    continue
                if soldiers is not None and self.known.ruling(one) is not None:
                    # of a government that was named its soldiers
                    one = self.known.branch(str(self.known.ruling(one)), soldiers, self.document.published) or one
                # "the army" is no crowd and no civilians, "a group of terrorists" no army, whoever was named last
                if not one.startswith("COUNTRY:") and (unarmed or self._kind(one) not in UNARMED) and not (
                        rebels and self._no_rebels(one)):
                    pool.setdefault(one, "memory")
        if "STATE_SECURITY_GEN" in pool:
            self._add_state(pool, (soldiers,) if soldiers else ("army", "police"), countries)
        pool = pool or far
        if not pool:
            pool = {one: "expired" for one in mention.ids if not one.startswith(OPEN)}
        return pool or {_UNNAMED.get(group, "UNIDENTIFIED_GUNMEN"): "unidentified"}

    def _after_a_state(self) -> bool:
        """Whether the side named last is a state, or its government or forces."""
        last = next(reversed(self.last), "")
        return last.startswith("COUNTRY:") or self._kind(last) in _STATE

    def _flies(self, mention: ActorMention) -> bool:
        """Whether a mention's first word is one for aircraft."""
        assert self.document.tokens is not None
        return self.known.head_words.get(head_forms(self.document.tokens[mention.first].norm)[1]) == _AIR

    def _grounded(self, one: str | None) -> bool:
        """Whether a side has no aircraft: an armed group, or the forces at home of a state without an air force."""
        return one is not None and not one.endswith(AIR_FORCES) and (
            self._kind(one) in _ARMED or self._kind(one) == "state_forces")

    def _aloft(self, one: str) -> str:
        """A side where its aircraft are meant: a state's air force."""
        country = one[8:] if one.startswith("COUNTRY:") else self.known.family_of(one)
        return (self.known.branch(country, "air", self.document.published) if country else None) or one

    def _without_borrowed(self, mention: ActorMention, pool: dict[str, str], first: int) -> dict[str, str]:
        """A name of one camp for a side, from token `first`, means who bears it, unless the outlet is of that camp."""
        senses = self._senses(mention, first)
        camps = {b for one in self.known.outlet_sides(self.document.source) for b in self.known.blocs.get(one, ())}
        fair = {one: how for one, how in pool.items()
                if one not in senses or senses[one].kind != "loaded" or senses[one].bloc in camps}
        return fair or pool

    def _at_home(self, at: int, pool: dict[str, str]) -> dict[str, str]:
        """Of a group and its branches, the one where the sentence's places lie, or its sides, or else the article."""
        ways = {one: actors.parent for one in pool if (actors := self.known.actors.get(one)) and actors.kind in _ARMED
                and actors.parent in pool and actors.countries}
        if not ways:
            return pool
        homes = {one: self.known.actors[one].countries for one in (*ways, *ways.values()) if one is not None}
        play = next((play for play in self.setting.plays(self.setting.sentence_of[at])
                     if any(play & home for home in homes.values())), None)
        if play is None:
            return pool
        return {one: how for one, how in pool.items() if one not in homes or not homes[one] or play & homes[one]}

    def _plausible(self, pool: dict[str, str]) -> dict[str, str]:
        """Where a state's forces may be meant, a group that is named nowhere is not."""
        actors = self.known.actors
        if not any(one in actors and actors[one].kind in _STATE for one in pool):
            return pool
        named = self._named.keys() | self.last.keys()
        return {one: how for one, how in pool.items()
                if one in named or one not in actors or actors[one].kind not in _ARMED}

    def _countries(self, at: int) -> tuple[str, ...]:
        """Where a mention may play: the country that weighs most in the article, then those that its sentence names."""
        here = self.setting.here[self.setting.sentence_of[at]]
        main = self.setting.main[:1]
        return main + tuple(sorted(here.difference(main)))[:_MOST_COUNTRIES]

    def _add_open(self, pool: dict[str, str], group: str, countries: Sequence[str]) -> None:
        """A bare head ("the aircraft", "his forces"): recent sides, in the branch that the head names."""
        branch = BRANCHES_OF_HEADS.get(group)
        day = self.document.published
        for one in self._recent():
            of_state = self.known.family_of if group in _OF_ONE_BRANCH else self.known.ruling
            country = one[8:] if one.startswith("COUNTRY:") else of_state(one)
            mapped = self.known.branch(country, branch, day) if country and branch else one
            if group == _AIR and self._grounded(mapped):
                continue
            if mapped is not None and not mapped.startswith("COUNTRY:"):
                pool.setdefault(mapped, "memory")
        if branch:
            for country in dict.fromkeys((*self.setting.main[:2], *countries)):
                mapped = self.known.branch(country, branch, day)
                if mapped is not None and not (group == _AIR and self._grounded(mapped)):
                    pool.setdefault(mapped, "country")
        pool.setdefault("UNIDENTIFIED_AIRCRAFT" if group == "air" else "UNIDENTIFIED_GUNMEN", "unidentified")

    def _groups_backed(self, one: str) -> tuple[str, ...]:
        return tuple([other for other in self.known.backed(one) if self.known.armed_group(other)])

    def _add_tied(self, pool: dict[str, str], tied: Callable[[str], tuple[str, ...]], them: Sequence[str]) -> None:
        """Allies or foes of "them": of the sides named last, in the countries where the article plays."""
        for one in them:
            for other in tied(one):
                if self._valid(other) and self._near(other):
                    pool.setdefault(other, "tied")
        pool.setdefault("UNIDENTIFIED_GUNMEN", "unidentified")

    def _add_state(self, pool: dict[str, str], branches: tuple[str, ...], countries: Sequence[str]) -> None:
        for country in countries:
            for branch in branches:
                one = self.known.branch(country, branch, self.document.published)
                if one is not None:
                    pool.setdefault(one, "country")

    def _of_another_state(self, one: str) -> bool:
        """Whether a side is the forces of one state, no coalition's, where the article does not play."""
        return self._kind(one) in _STATE and not self._coalition(one) and not self._near(one)

    def _no_rebels(self, one: str) -> bool:
        """Whether a side is the forces of a state or an organisation of states; a coalition may be called a group."""
        return one in self.known.of_states or self._kind(one) in _NO_REBELS and not self._coalition(one)

    def _coalition(self, one: str) -> bool:
        """Whether a side is forces from abroad that are no state's own."""
        return self._kind(one) == "external_forces" and self.known.family_of(one) is None

    def _recent(self) -> list[str]:
        return list(reversed(self.last))[:_KEEP]

    def _near(self, one: str) -> bool:
        actor = self.known.actors.get(one)
        if actor is None or not actor.countries or one in self._named or one in self.last:
            return True
        countries = actor.countries
        if self._coalition(one):
            # a coalition is where those are whom it came to help
            helped = (self.known.actors.get(ally) for ally in actor.allies)
            countries = countries.union(*(ally.countries for ally in helped if ally is not None))
        return self.setting.share(countries) >= 0.08

    def _described(self, at: int, mention: ActorMention, pool: dict[str, str]) -> list[tuple[str, list[Feature]]]:
        assert self.document.tokens is not None
        group = open_group(mention)
        kind = mention.kind
        tag = f"{mention.ids[0]}" if group else kind
        token = self.document.tokens[mention.first]
        bases = head_forms(token.norm)
        definite = "d" if any(b.startswith(ARTICLE) for b in bases[0]) else "i"
        word = bases[1]
        senses = self._senses(mention) if not group and kind in _IN_THE_BOOK else _NO_SENSES
        sentence_of = self.setting.sentence_of
        position = sentence_of[at]
        here = self.setting.here[position]
        freshest = next((one for one in reversed(self.last) if one in pool), None)
        previous = self.previous
        if previous is not None and at and sentence_of[at - 1] != position:
            previous = None
        kind_before = self._kind(previous) if previous is not None else "-"
        last, named, title = self.last, self._named, self._title
        out: list[tuple[str, list[Feature]]] = []
        for one, how in pool.items():
            actor, share = self._standing(one)
            akind = self._kind(one)
            f: list[Feature] = [(names.meant, how, tag, definite, akind, word)]
            if actor is not None:
                place = ("" if not here or not actor.countries else "here" if actor.countries & here
                         else "elsewhere")
                heads = self.known.name_heads.get(one)
                head = ("" if not heads else "head_match" if word in heads
                        else "head_differs" if kind == "anaphor" else "")
                f.append((names.actor, one, share, kind, place, head, how, self._ending(actor)))
            sense = senses.get(one)
            if sense is not None:
                f.append((names.sense, sense.kind, "" if not sense.bloc else
                          "bloc_here" if sense.bloc in self._blocs else "bloc_absent"))
            when = last.get(one)
            if when is None:
                f.append((names.unseen, tag, definite))
            else:
                apart, back, count = position - sentence_of[when], at - when, self.count[one]
                f.append((names.seen, tag, definite, how, 4 if apart > 4 else apart, 10 if back > 10 else back,
                          4 if count > 4 else count, one == freshest, one == previous))
            times = named.get(one, 0)
            f.append((names.named, tag, kind, akind, 2 if times > 2 else times, when is not None, one in title,
                      one == self.top))
            if previous is not None and one != previous:
                tie = ("ally" if self.known.allied(one, previous)
                       else "foe" if self.known.hostile(previous, one) else "other")
                f.append(f"after:{kind_before}&{akind}&{tie}")
            out.append((one, f))
        return out

    def _standing(self, one: str) -> tuple[Actor | None, str]:
        """What the registry has of an id, and how strongly the article points to its countries."""
        known = self._standings.get(one)
        if known is None:
            actor = self.known.actors.get(one)
            share = _bucket(self.setting.share(actor.countries)) if actor and actor.countries else "any"
            known = self._standings[one] = actor, share
        return known

    def _ending(self, actor: Actor) -> bool:
        """Whether an actor's time was about to end, or over, when the article was published."""
        day = self.document.published
        return actor.valid_to is not None and day is not None and (day - actor.valid_to).days > -400

    def _kind(self, one: str) -> str:
        actor = self.known.actors.get(one)
        return actor.kind if actor else one.partition(":")[0]

    def _senses(self, mention: ActorMention, first: int = -1) -> dict[str, Sense]:
        assert self.document.tokens is not None
        found = self.known.book.longest_at(self.document.tokens, max(first, mention.first), mention.last)
        return {s.actor: s for s in reversed(found[3])} if found is not None else _NO_SENSES


def _bucket(share: float) -> str:
    return "top" if share >= 0.5 else "some" if share >= 0.2 else "little" if share > 0.05 else "none"
