"""Reference: which side a mention means, given who was named before, where the article plays and when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from sijill.arabic.tokens import tokenize
from sijill.documents import ActorMention, Document
from sijill.extract.actors.bare_heads import NUMBERED
from sijill.extract.actors.belonging import groups_named_after
from sijill.extract.actors.mention_heads import head_forms, open_group
from sijill.extract.choosing.choice import Feature, Scorer, Weights, likeliest, probabilities, score, scorer
from sijill.extract.reference import names
from sijill.extract.reference.candidates import Candidates
from sijill.extract.reference.homes import ARMED
from sijill.extract.reference.own_voice import own_sides
from sijill.extract.reference.same_men import SameMen
from sijill.extract.reference.told_sides import NO_SENSES
from sijill.extract.tables.actor_rows import Actor
from sijill.extract.tables.registry import ARTICLE

_MEMBER: Final = "member"
_UNIT: Final = "unit"
_OF_GROUPS: Final = (None, "irregular")
_TIED: Final = "+loyal"
_NO_WORDS: Final[frozenset[str]] = frozenset()
_IN_THE_BOOK: Final = ("anaphor", "loaded", "member", "name")


@dataclass(slots=True)
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
    reader, named_after = Reader(document), groups_named_after(document)
    out: list[Resolved] = []
    for at, mention in enumerate(document.actors):
        options = reader.options(at)
        if len(options) == 1:
            chosen, share = options[0][0], mention.score
        else:
            scores = [score(weigh, f) for _, f in options]
            best = likeliest(weigh, [f for _, f in options], scores)
            chosen, share = options[best][0], probabilities(scores)[best]
        men = reader.same_men
        said = men.of_them(at, mention) or men.attackers(at, mention) or men.side(at, mention)
        chosen = said or reader.the_gunmen(at, chosen)
        out.append(Resolved(chosen, share, mention.rule))
        if at not in named_after:
            reader.note(at, chosen)
    for unnamed, named in named_after.items():
        out[unnamed] = Resolved(out[named].id, out[named].score, f"belongs.{out[named].rule}", named)
    for ours, side in own_sides(document, [one.id for one in out]).items():
        out[ours] = Resolved(side, max(out[ours].score, 0.5), f"own.{out[ours].rule}")
    return tuple(out)


class Reader(Candidates):
    """Goes through the mentions of a document in order: describes what each may mean, remembers the choice."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.count: Counter[str] = Counter()
        self._called_here: dict[str, frozenset[str]] = {}
        # the words before each side's name so far ("the organisation X")
        self.same_men = SameMen(document, self.setting.sentence_of)
        self.previous: str | None = None
        self.top: str | None = None
        self._most = 0
        self._standings: dict[str, tuple[Actor | None, str]] = {}
        self._title = self._named_in_title()
        self._blocs = self._present_blocs()

    def note(self, at: int, chosen: str) -> None:
        """Remember that mention `at` meant a side; the state of a news agency is none that is told of."""
        assert self.document.tokens is not None
        mention = self.mentions[at]
        if mention.kind == "country" and mention.first and self.known.is_link(
                "news_of", self.document.tokens[mention.first - 1].key):
            return
        self.met(at, chosen)
        # "a group loyal to X" is not called X
        if not mention.rule.endswith(_TIED):
            self._called_here[chosen] = self._called_here.get(chosen, _NO_WORDS) | self._heads_of(mention)
        self.same_men.note(at, mention, chosen)
        self.count[chosen] += 1
        self.previous = chosen
        if self.count[chosen] > self._most:
            self._most, self.top = self.count[chosen], chosen
        elif self.count[chosen] == self._most:
            # of the most named the one that was named first
            self.top = max(self.count, key=self.count.__getitem__)

    def _heads_of(self, mention: ActorMention) -> frozenset[str]:
        """The words without an article, of no state's forces, that a mention's words follow, the one before it too.

        A unit's word too ("the division 30"): its name is what stands behind it.
        """
        assert self.document.tokens is not None
        out = []
        for token in self.document.tokens[max(0, mention.first - 1) : mention.last - 1]:
            bases, word = head_forms(token.norm)
            of_groups = self.known.head_words.get(word) in _OF_GROUPS
            if of_groups and not any(base.startswith(ARTICLE) for base in bases) or self.known.is_link(_UNIT, word):
                out.append(word)
        return frozenset(out)

    def options(self, at: int) -> list[tuple[str, list[Feature]]]:
        """The ids that mention `at` may mean, each with the features it is chosen by; never empty."""
        mention = self.mentions[at]
        pool = self.pool(at, mention)
        before = self._reviled.meant_before(mention)
        if before is not None and (before in pool or mention.kind == _MEMBER):
            pool = {before: pool.get(before, "memory")}
        if mention.rule == NUMBERED and len(pool) > 1 and self.previous is not None and any(
                how == "country" and self.known.hostile(self.previous, one) for one, how in pool.items()):
            # armies count their brigades: behind a group that fights the army of the land, one is the army's
            pool = {one: how for one, how in pool.items() if not self._of_no_state(one)} or pool
        reviled = self._last_reviled(mention)
        pool = {reviled: pool[reviled]} if reviled in pool else self._called_so(mention, pool)
        if len(pool) == 1:
            return [(next(iter(pool)), ["only"])]
        return self._described(at, mention, pool)

    def _last_reviled(self, mention: ActorMention) -> str | None:
        """Whom a name that reviles ("the terrorist organisation") means: the armed group named last.

        That group goes by the name's first word: so in 24 of 24 in the gold.
        """
        assert self.document.tokens is not None
        last = self.previous
        if mention.kind != "loaded" or last is None or self.kind(last) not in ARMED:
            return None
        _, word = head_forms(self.document.tokens[mention.first].norm)
        goes_by = self.known.head_words.get(word) in _OF_GROUPS and word in self.known.name_heads.get(last, _NO_WORDS)
        return last if goes_by else None

    def _called_so(self, mention: ActorMention, pool: dict[str, str]) -> dict[str, str]:
        """Without those that "the organisation" may mean elsewhere, where this document has called others so."""
        assert self.document.tokens is not None
        bases, word = head_forms(self.document.tokens[mention.last - 1].norm)
        if mention.kind not in ("anaphor", _MEMBER) or not any(base.startswith(ARTICLE) for base in bases):
            return pool
        called = [one for one in self._recent() if word in self._called_here.get(one, _NO_WORDS)]
        if not called:
            return pool
        return {one: pool.get(one, "memory") for one in called} | {
            one: how for one, how in pool.items() if how != "memory" and (one in self.last or one in self.named)}

    def _named_in_title(self) -> frozenset[str]:
        if not self.document.title:
            return frozenset()
        tokens = tokenize(self.document.title)
        found = self.known.book.scan(tokens)
        return frozenset(s.actor for *_, senses in found for s in senses if s.kind in ("name", "country"))

    def _present_blocs(self) -> frozenset[str]:
        ids = set(self.named) | set(self.known.outlet_sides(self.document.source))
        return frozenset(b for one in ids for b in self.known.blocs.get(one, ()))

    def _described(self, at: int, mention: ActorMention, pool: dict[str, str]) -> list[tuple[str, list[Feature]]]:
        assert self.document.tokens is not None
        group = open_group(mention)
        kind = mention.kind
        tag = f"{mention.ids[0]}" if group else kind
        token = self.document.tokens[mention.first]
        bases = head_forms(token.norm)
        definite = "d" if any(b.startswith(ARTICLE) for b in bases[0]) else "i"
        word = bases[1]
        senses = self.senses(mention) if not group and kind in _IN_THE_BOOK else NO_SENSES
        sentence_of = self.setting.sentence_of
        position = sentence_of[at]
        here = self.setting.here[position]
        freshest = next((one for one in reversed(self.last) if one in pool), None)
        previous = self.previous
        if previous is not None and at and sentence_of[at - 1] != position:
            previous = None
        kind_before = self.kind(previous) if previous is not None else "-"
        last, named, title = self.last, self.named, self._title
        out: list[tuple[str, list[Feature]]] = []
        for one, how in pool.items():
            actor, share = self._standing(one)
            akind = self.kind(one)
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

def _bucket(share: float) -> str:
    return "top" if share >= 0.5 else "some" if share >= 0.2 else "little" if share > 0.05 else "none"
