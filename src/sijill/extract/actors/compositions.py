"""Compositions: a head word (forces, aircraft, fighters, government) with the state or side it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import FOR, FOR_THE, WITH, key, readings
from sijill.arabic.tokens import NAMING
from sijill.documents import Document, MentionKind, Token
from sijill.extract.actors.bare_heads import (
    AIR,
    MEN,
    NO_PRONOUN,
    NUMBERED,
    Found,
    bare_head,
    numbered_unit,
    ordered_ids,
    people,
    possessed,
    some_of,
    spelled_otherwise,
)
from sijill.extract.actors.leaders_men import TO, LeadersMen
from sijill.extract.actors.owner_forms import BRANCH, DEFINITE, FORCE
from sijill.extract.tables.actor_rows import Sense
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.registry import ARTICLE, HEARSAY, Registry

_PERSONS: Final = ("fighter", "force")
_NATIONALITY: Final = "+nationality"
_POLICE: Final = "police"
# tokens of the longest composition that may stand in another
_MOST_TOKENS: Final = 16


def composition(known: Registry, document: Document, at: int, stop: int) -> Found | None:
    """The composition that begins at a token; a head without an owner is a bare head, to be resolved.

    A projectile without an owner is none: it flew, and does not say whose it was. Nor is "side" ("from another side").
    """
    assert document.tokens is not None
    tokens = document.tokens
    unit = numbered_unit(known, tokens, at, stop)
    head = known.heads.longest_at(tokens, at, stop)
    if unit is not None:
        end, cut, group = *unit, FORCE
    elif head is not None:
        end, cut, _, group = head
    else:
        return possessed(known, document.text, tokens, at)
    if spelled_otherwise(known, document.text, tokens[at], cut) or _beside(known, tokens, at) or (
            some_of(known, tokens, tokens[at].norm[cut:], end, stop)):
        return None
    if group in ("people", "crowd"):
        if end < stop and (tokens[end].kind == "number" and lexicon().hit(tokens[at].norm) is not None
                           or _captures(document, tokens[at].norm[cut:], end)):
            return None  # "the capture of 10" is spelled like "families"
        return people(known, tokens, end, stop, cut, group)
    owned = _Owner(known, document, at, end, stop, group, cut).find()
    if owned is not None or any(known.is_link(name, key(r.base)) for r in readings(tokens[at].norm)
                                for name in ("projectile", "no_bare")):
        return owned
    if unit is not None:
        return Found(end, cut, "anaphor", ("HEAD:" + group,), NUMBERED, 0.5)
    return bare_head(known, tokens, at, end, stop, cut, group)


def _captures(document: Document, word: str, end: int) -> bool:
    """Whether a word is that for capture, or for families, and those behind it are counted ("of dozens", "of four")."""
    if not deed_words().has(key(word), "captures"):
        return False
    numbers = document.numbers or ()
    behind = bisect_left(numbers, end, key=lambda number: number.first)
    return behind < len(numbers) and numbers[behind].first == end


def _beside(known: Registry, tokens: Sequence[Token], at: int) -> bool:
    """Whether "side" is half a preposition ("on the side of A" who does it, "by the side of A"), and A what is told."""
    lead = tokens[at - 1] if at else None
    return lead is not None and known.is_link("beside", tokens[at].norm) and (
        known.is_link("by", lead.key) or known.is_link("toward", lead.key))


class _Owner(LeadersMen):
    """Looks behind a head word for whose it is, past adjectives, titles, quotes and words of belonging."""

    def __init__(self, known: Registry, document: Document, start: int, end: int, stop: int, group: str, cut: int
                 ) -> None:
        super().__init__(known, document, start, stop, group, cut)
        self.end = end
        """The token behind the head."""
        self.nation: tuple[str, int] | None = None
        """The state of a nationality read behind the head, and the token behind that."""
        self.from_them = self.within = False
        """Whether "of" or "from" has been read, and whether it was "in"."""
        self.official = self.tied = False
        """Whether a word has been read that calls the head official, or says that it belongs to somebody."""

    def find(self) -> Found | None:
        """The composition, where an owner follows the head."""
        here = self.past_a_model(self.end) if self.end < self.stop else self.end
        while here < self.stop:
            token = self.tokens[here]
            if token.kind not in NAMING:
                if token.norm != '"':
                    break
                here += 1
                continue
            nation = self.known.nationality(self.tokens, here, self.stop)
            if nation is not None and self.tie is None:
                if self.nation is not None or self.within or self.from_them and self._flew():
                    break  # "rockets from Syria" come from its soil
                self.nation, here = nation[:2], nation[1]
                continue
            if nation is not None and (led := self.leader_of_a_state(here, nation[1])) is not None:
                return led
            found = self._named(here)
            if found is not None and self._is_another(here, found):
                break
            if found is not None and (self.nation is None or self.tie is not None):
                return self._as_told_behind(here, found)
            theirs = self._by_pronoun(here)
            if theirs is not None:
                return theirs
            if not self._passes(here):
                break
            here += 1
        return self.of_state(*self.nation) if self.nation is not None else None

    def _is_another(self, here: int, found: Found) -> bool:
        """Whether a side that no word ties to the head is another one than its owner.

        Nor are "the security forces, of the army and the police" the police of an army.
        """
        return here > self.end and self.tie is None and (
            self.is_invaded(here) or self._is_cut_off(here)
            or self.from_them and self.group == _POLICE and found.kind == "anaphor")

    def _is_cut_off(self, here: int) -> bool:
        """Whether a side behind an indefinite adjective of a raid is no owner: "an air raid hit A", the verb before."""
        before = self.tokens[here - 1]
        return (self.group == AIR and before.kind == "word" and not self.tokens[here].norm.startswith(FOR)
                and not self.is_definite(self.start) and not before.norm.startswith(ARTICLE)
                and self.known.is_link("military", before.key))

    def _as_told_behind(self, here: int, found: Found) -> Found:
        """The composition with an owner that begins at a token, or what the words behind him say that it is."""
        found = self._further(here, found) if self.from_them else found
        return found if self.tie is not None else (
            self._minister_of_a_state(found) or self.loyal_to_a_leader(found) or found)

    def _further(self, here: int, found: Found) -> Found:
        """Of "soldiers of the forces" those that words of belonging behind the forces name: "which belong to A"."""
        if found.kind != "anaphor" or found.end >= self.stop or not any(
                self.known.is_link(tie, self.tokens[found.end].key) for tie in ("tied", "loyal")):
            return found
        inner = self._inner(here)
        if inner is None or inner.end <= found.end:
            return found
        return Found(inner.end, self.cut, inner.kind, inner.ids, inner.rule)

    def _inner(self, here: int) -> Found | None:
        """The composition at a token behind the head; not far, as a text may be one head word over and over."""
        return composition(self.known, self.document, here, min(self.stop, here + _MOST_TOKENS))

    def _minister_of_a_state(self, found: Found) -> Found | None:
        """The government that the words behind its part name ("the interior minister of A"), as no part of it does."""
        if self.group != "gov" or found.kind != "anaphor" or found.end >= self.stop:
            return None
        nation = self.known.nationality(self.tokens, found.end, self.stop)
        return None if nation is None else self.of_state(nation[0], nation[1])

    def _by_pronoun(self, here: int) -> Found | None:
        """Those whose owner is a pronoun at a token: "which belong to it", "loyal to them", "of his country"."""
        token = self.tokens[here]
        if self.tie is None and self.nation is None and self._homeland(token):
            return Found(here + 1, self.cut, "anaphor", ("OWN:" + self.group,), f"homeland.{self.group}", 0.5)
        if not (self.tied or self.tie is not None) or not self.known.is_link("them", token.key):
            return None
        if self.tie is None:
            # "the militias that belong to it" are its allies, its own forces are itself
            sign = "ALLY:" if self.group == "irregular" else "OWN:"
        else:
            sign = "ALLY:" if self.tie == "loyal" else "FOE:"
        return Found(here + 1, self.cut, "anaphor", (sign + self.group,), f"tied.{self.group}", 0.5)

    def _homeland(self, token: Token) -> bool:
        """Whether a word says "his country": folding writes it as it writes "a town", which no pronoun ends."""
        return self.known.is_link("homeland", token.key) and NO_PRONOUN not in self.text[token.start : token.end]

    def _passes(self, here: int) -> bool:
        """Whether an owner may stand behind a word; what it says of him is kept."""
        known, token = self.known, self.tokens[here]
        link = self.passed(token)
        if (self.nation is not None or self.official) and self.may_be_a_states() and known.is_link("backed", token.key):
            return False  # "the Iraqi forces backed by X" are Iraq's
        self.official = self.official or known.is_link("official", token.key)
        if link in ("loyal", "against"):
            self.tie = link
        elif link == "title" and self.tie is None and self.keeps_its_noun(self.end - 1):
            return False  # a verb before "gunmen the president X" has both as its sides
        elif link == "tied":
            self.tied = True
        elif known.is_link("by", token.key):
            self.from_them = self.from_them or self.tie is None
        elif self.tie is None and self.nation is None and known.is_link("within", token.key) and (
                self.group in _PERSONS or known.is_link("in_charge", self.tokens[self.end - 1].key)):
            # "a leader in the movement" is of the movement, "fighters in Syria" are not Syria's
            self.from_them = self.within = True
        else:
            return link is not None
        return True

    def _flew(self) -> bool:
        """Whether the head is a projectile."""
        return any(self.known.is_link("projectile", key(r.base)) for r in readings(self.tokens[self.start].norm))

    def _named(self, here: int) -> Found | None:
        """The composition with the owner that a token begins to name."""
        direct = here == self.end
        found = self.known.book.longest_at(self.tokens, here, self.stop)
        cell = self._of_a_cell(here) if (direct or self.within) and found is None else None
        if cell is not None:
            return cell
        forces = self._forces_of_a_state(here)
        if forces is not None and (found is None or found[0] < forces.end):
            return forces
        unit = numbered_unit(self.known, self.tokens, here, self.stop) if direct or self.from_them else None
        if unit is not None and self.tie is None and (found is None or found[0] < unit[0]):
            return self._of_a_unit(here, unit[0])
        if found is None or found[2] not in ("", FOR, WITH):
            found = self.known.leader_at(self.tokens, here, self.stop, self.day)
            if found is None or found[2] not in (TO if self.tie == "loyal" else TO[:1]):
                return None
        end, _, particles, senses = found
        if self._bars(here, end, particles, senses):
            return None
        ids = self.owned(ordered_ids(senses))
        if not ids or self._bars_unarmed(here, particles, ids):
            return None
        # what one camp calls its foes may mean others elsewhere
        told = any(s.kind not in HEARSAY for s in senses) or self._of_that_state(here, end, ids)
        kind: MentionKind = "composed" if told else "anaphor"
        return Found(end, self.cut, kind, ids, f"composed.{self.group}+{self.tie or 'owner'}")

    def _of_a_unit(self, here: int, end: int) -> Found | None:
        """The men of a numbered unit, of which only the state behind it, if any, is told ("soldiers of Brigade 52")."""
        if self.is_definite(here - 1):
            return None  # "the opposition shelled the 52nd Brigade" by its order in Arabic: two sides
        state = self.known.nationality(self.tokens, end, self.stop)
        of_state = None if state is None else self.of_state(state[0], state[1])
        return of_state or Found(end, self.cut, "anaphor", ("HEAD:" + FORCE,), NUMBERED, 0.5)

    def _bars(self, here: int, end: int, particles: str, senses: Sequence[Sense]) -> bool:
        """Whether its form, or what it may mean, keeps a side behind a head from being the head's owner."""
        direct, bound = here == self.end, bool(particles)
        if self.says_what_sort(here) or self.is_deed(here):
            return True
        rule = all(s.kind == "country" or self.known.ruling(s.actor) for s in senses)
        if particles == WITH and rule:
            return True  # "a march in Rabat" is no drone of Morocco's
        outright = any(s.kind != "anaphor" for s in senses)
        if not (outright or self.tie is not None or particles == FOR or self._in_construct(here, particles)
                or self.from_them):
            return True
        if direct and not bound and self.group in DEFINITE and self.is_definite(here - 1) > self.is_definite(here):
            # a noun with an article has no owner behind it but one that is told like an adjective
            return True
        if not (self.from_them or bound or self.tie) and self.is_object(here) or direct and self.is_in_other_case(here):
            return True
        if direct and not (bound or self.tie) and self.is_another_side(here, end, senses):
            return True
        if self.from_them and all(s.kind == "country" for s in senses) and (self.within or not self.names_soldiers()):
            return True
        # "fighters in Baghdad" are in a town, not of those who govern from it
        return self.within and (rule or not (outright or self.tokens[here].norm.startswith(ARTICLE)))

    def _bars_unarmed(self, here: int, particles: str, ids: Sequence[str]) -> bool:
        """Whether a side is whom the men or aircraft before it hit: unarmed, one man, or behind what keeps its noun."""
        unarmed = all(map(self.known.unarmed, ids))
        if unarmed and not (particles or self.from_them or self.tie) and self.is_definite(self.start):
            return True  # whom "the gunmen" took is no owner of them
        if not self._in_construct(here, particles):
            return False
        if self.group == AIR and unarmed:
            return True  # the ambulance that a drone struck
        # a sound plural that keeps its noun has no owner behind it: "gunmen killed a candidate", or a leader
        return self.is_full_plural(here - 1) and (
            self.known.leader_at(self.tokens, here, self.stop, self.day) is not None or self.is_definite(here)
            or self.tokens[here].key in self.known.head_words or all(map(self.known.no_gunmens, ids)))

    def _in_construct(self, here: int, particles: str) -> bool:
        """Whether a side stands bare right behind a head without an article."""
        return here == self.end and not self.is_definite(here - 1) and not particles

    def _of_that_state(self, here: int, end: int, ids: Sequence[str]) -> bool:
        """Whether a nationality among some tokens is that of every side they may mean ("the Turkish occupation")."""
        nations = {self.known.adjectives.get(token.key) for token in self.tokens[here + 1 : end]} - {None}
        return all(self.known.family_of(one) in nations for one in ids)

    def _of_a_cell(self, here: int) -> Found | None:
        """The group of a cell that men are of, right behind them: "the leader of a cell that belongs to A"."""
        head = self.known.heads.longest_at(self.tokens, here, self.stop)
        if self.group != _PERSONS[0] or self.is_definite(here - 1) or head is None or head[3] != "irregular" or head[1]:
            return None
        inner = self._inner(here)
        if inner is None or not inner.rule.startswith("composed.irregular+owner"):
            return None
        return Found(inner.end, self.cut, inner.kind, inner.ids, "composed.fighter+owner")

    def _forces_of_a_state(self, here: int) -> Found | None:
        """The forces of a state that own what the head says: "soldiers of the Pakistani army", not "the Pakistani"."""
        bound = here == self.end and not (self.is_definite(here - 1) or self.is_full_plural(here - 1))
        if self.tie is not None or not (bound or self.from_them or self.tokens[here].norm.startswith(FOR)):
            return None
        head = self.known.heads.longest_at(self.tokens, here, self.stop)
        if head is None or head[3] not in BRANCH or head[3] in MEN:
            return None
        inner = self._inner(here)
        if inner is None or not inner.rule.endswith(_NATIONALITY):
            return None
        norm = self.tokens[here].norm
        to_them = norm.startswith(FOR_THE) if inner.cut == 0 else norm[: inner.cut] == FOR
        if not (to_them or inner.cut == 0 and (bound or self.from_them)):
            return None
        # "the border guards" may be the registry's, with the state only behind them
        named, state = self.known.book.longest_at(self.tokens, here, self.stop), self.known.family_of(inner.ids[0])
        known = [one for one in ordered_ids(named[3] if named is not None else ())
                 if one in self.known.actors and state in self.known.actors[one].countries]
        ids = self.owned(known or inner.ids)
        return Found(inner.end, self.cut, "composed", ids, f"composed.{self.group}+owner") if ids else None
