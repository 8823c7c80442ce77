"""Compositions: a head word (forces, aircraft, fighters, government) with the state or side it belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import FOR, FOR_THE, WITH, key, readings, without_article
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
    spelled_otherwise,
)
from sijill.extract.actors.owner_forms import BRANCH, DEFINITE, FORCE, OwnerForms
from sijill.extract.actors.sides import AIR_FORCES, side_kind
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.lexicon import lexicon
from sijill.extract.tables.registry import ARTICLE, HEARSAY, Registry

_PERSONS: Final = ("fighter", "force")
_TO: Final = ("", FOR)
_NATIONALITY: Final = "+nationality"
_POLICE: Final = "police"
# words between a force and "loyal": "believed", "which remained"
_ASIDE: Final = ("hedge", "stays")
_PASSED: Final = ("loyal", "against", "tied", "military", *_ASIDE, "title", "others")
# strikes and aircraft "against A" are told of whom they hit, and are nobody's for it
_PASSED_BY_AIR: Final = (*[name for name in _PASSED if name != "against"], "adjectival")


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
    if spelled_otherwise(known, document.text, tokens[at], cut) or _beside(known, tokens, at):
        return None
    if group in ("people", "crowd"):
        if end < stop and (tokens[end].kind == "number" and lexicon().hit(tokens[at].norm) is not None
                           or _captures(document, tokens[at].norm[cut:], end)):
            return None  # "the capture of 10" is spelled like "families"
        return people(known, tokens, end, stop, cut, group)
    owned = _Owner(known, document, at, stop, group, cut).after(end)
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


class _Owner(OwnerForms):
    """Looks behind a head word for whose it is, past adjectives, titles, quotes and words of belonging."""

    def __init__(self, known: Registry, document: Document, start: int, stop: int, group: str, cut: int) -> None:
        super().__init__(known, document, start, stop, group, cut)
        self.day = document.published
        self.tie: str | None = None

    def after(self, end: int) -> Found | None:
        """The composition, where an owner follows the head that ends at a token."""
        known, tokens, stop = self.known, self.tokens, self.stop
        here, state, state_end, from_them, within = end, None, end, False, False
        tied = official = False
        while here < stop:
            token = tokens[here]
            if token.kind not in NAMING:
                if token.norm != '"':
                    break
                here = self._past_a_model(here) if here == end else here + 1
                continue
            nation = known.nationality(tokens, here, stop)
            if nation is not None and self.tie is None:
                if state is not None or within or from_them and self._flew():
                    break  # "rockets from Syria" come from its soil
                state, here = nation[0], nation[1]
                state_end = here
                continue
            if nation is not None and (led := self._leader_of_a_state(here, nation[1])) is not None:
                return led
            found = self._named(here, here == end, from_them, within)
            if found is not None and here > end and self.tie is None and (
                    self.is_invaded(here) or not from_them and self._is_cut_off(here)
                    or from_them and self.group == _POLICE and found.kind == "anaphor"):
                break  # nor are "the security forces, of the army and the police" the police of an army
            found = self._further(here, found) if found is not None and from_them else found
            if found is not None and (state is None or self.tie is not None):
                return found if self.tie is not None else (
                    self._minister_of_a_state(found) or self._loyal_to_a_leader(found) or found)
            link = self._passed(token)
            if (state is not None or official) and self.may_be_a_states() and known.is_link("backed", token.key):
                break  # "the Iraqi forces backed by X" are Iraq's
            official = official or known.is_link("official", token.key)
            if link == "against" and self._closed(here) and not self.is_definite(here):
                break  # "the army" against "the corps": two sides
            if link in ("loyal", "against"):
                self.tie = link
            elif link == "title" and self.tie is None and self.keeps_its_noun(end - 1):
                break  # a verb before "gunmen the president X" has both as its sides
            elif link == "tied":
                tied = True
            elif tied and self.tie is None and known.is_link("them", token.key):
                # "the militias that belong to it" are its allies, its own forces are itself
                sign = "ALLY:" if self.group == "irregular" else "OWN:"
                return Found(here + 1, self.cut, "anaphor", (sign + self.group,), f"tied.{self.group}", 0.5)
            elif self.tie is None and state is None and self._homeland(token):
                ids = ("OWN:" + self.group,)
                return Found(here + 1, self.cut, "anaphor", ids, f"homeland.{self.group}", 0.5)
            elif self.tie is not None and known.is_link("them", token.key):
                sign = "ALLY:" if self.tie == "loyal" else "FOE:"
                return Found(here + 1, self.cut, "anaphor", (sign + self.group,), f"tied.{self.group}", 0.5)
            elif known.is_link("by", token.key):
                from_them = from_them or self.tie is None
            elif self.tie is None and state is None and known.is_link("within", token.key) and (
                    self.group in _PERSONS or known.is_link("in_charge", self.tokens[end - 1].key)):
                # "a leader in the movement" is of the movement, "fighters in Syria" are not Syria's
                from_them = within = True
            elif link is None:
                break
            here += 1
        return self._of_state(state, state_end) if state is not None else None

    def _further(self, here: int, found: Found) -> Found:
        """Of "soldiers of the forces" those that words of belonging behind the forces name: "which belong to A"."""
        if found.kind != "anaphor" or self.tie is not None or found.end >= self.stop or not any(
                self.known.is_link(tie, self.tokens[found.end].key) for tie in ("tied", "loyal")):
            return found
        inner = composition(self.known, self.document, here, self.stop)
        if inner is None or inner.end <= found.end or not inner.rule.startswith(("composed.", "tied.")):
            return found
        return Found(inner.end, self.cut, inner.kind, inner.ids, inner.rule)

    def _is_cut_off(self, here: int) -> bool:
        """Whether a side behind an indefinite adjective of a raid is no owner: "an air raid hit A", the verb before."""
        before = self.tokens[here - 1]
        return (self.group == AIR and before.kind == "word" and not self.tokens[here].norm.startswith(FOR)
                and not self.is_definite(self.start) and not before.norm.startswith(ARTICLE)
                and self.known.is_link("military", before.key))

    def _passed(self, token: Token) -> str | None:
        """The class of a word that stands between a head and its owner; behind a tie a title has "to" before it."""
        links = self.known.links.get(token.key, ())
        link = next((g for g in (_PASSED_BY_AIR if self.group == AIR else _PASSED) if g in links), None)
        if link is None and self.tie is not None and token.norm.startswith(FOR_THE) and self.known.is_link(
                "title", key(ARTICLE + token.norm[len(FOR_THE):])):
            return "title"
        return link

    def _minister_of_a_state(self, found: Found) -> Found | None:
        """The government that the words behind its part name ("the interior minister of A"), as no part of it does."""
        if self.group != "gov" or found.kind != "anaphor" or found.end >= self.stop:
            return None
        nation = self.known.nationality(self.tokens, found.end, self.stop)
        return None if nation is None else self._of_state(nation[0], nation[1])

    def _loyal_to_a_leader(self, found: Found) -> Found | None:
        """A state's forces that the words behind them say are loyal to a leader's side ("of the army, loyal to A")."""
        here = found.end
        if here + 1 < self.stop and any(self.known.is_link(group, self.tokens[here].key) for group in _ASIDE):
            here += 1
        if here >= self.stop or not any(one in self.known.of_states for one in found.ids) or not self.known.is_link(
                "loyal", self.tokens[here].key):
            return None
        self.tie = "loyal"
        while here + 1 < self.stop:
            here += 1
            named = self.known.leader_at(self.tokens, here, self.stop, self.day)
            if named is not None and named[2] in _TO:
                states = {self.known.family_of(s.actor) for s in named[3]}
                own = tuple([one for one in found.ids if self.known.family_of(one) in states - {None}])
                ids = own or self._owned(ordered_ids(named[3]))
                return Found(named[0], self.cut, "composed", ids, f"composed.{self.group}+loyal")
            if self._passed(self.tokens[here]) != "title":
                break
        self.tie = None
        return None

    def _leader_of_a_state(self, here: int, after: int) -> Found | None:
        """Those tied to a leader named behind a title and its nationality ("loyal to the Yemeni president A").

        Where no name follows, nor which president it is, they are tied to that state's government.
        """
        if self._passed(self.tokens[here - 1]) != "title":
            return None
        nation = self.known.nationality(self.tokens, here, self.stop)
        behind = self.tokens[after] if after < self.stop else None
        while after < self.stop and self._passed(self.tokens[after]) == "title":
            after += 1
        named = self.known.leader_at(self.tokens, after, self.stop, self.day) if after < self.stop else None
        if named is None and nation is not None and (behind is None or not self.is_definite(nation[1])):
            ruling = self.known.branch(nation[0], "gov", self.day)
            ids = self._owned((ruling,)) if ruling is not None else ()
            return Found(nation[1], self.cut, "composed", ids, f"composed.{self.group}+{self.tie}") if ids else None
        if named is None or named[2]:
            return None
        ids = self._owned(ordered_ids(named[3]))
        return Found(named[0], self.cut, "composed", ids, f"composed.{self.group}+{self.tie}") if ids else None

    def _flew(self) -> bool:
        """Whether the head is a projectile."""
        return any(self.known.is_link("projectile", key(r.base)) for r in readings(self.tokens[self.start].norm))

    def _homeland(self, token: Token) -> bool:
        """Whether a word says "his country": folding writes it as it writes "a town", which no pronoun ends."""
        return self.known.is_link("homeland", token.key) and NO_PRONOUN not in self.text[token.start : token.end]

    def _closed(self, here: int) -> bool:
        """Whether a quote mark right before a token closes the one that stands right before the head."""
        return self.start > 0 and self.tokens[here - 1].norm == '"' == self.tokens[self.start - 1].norm

    def _past_a_model(self, quote: int) -> int:
        """The token after a quoted model name with a number in it ("F 16"), or after the quote mark."""
        for close in range(quote + 2, min(self.stop, quote + 6)):
            if self.tokens[close].norm == '"':
                inside = self.tokens[quote + 1 : close]
                return close + 1 if any(t.kind != "word" for t in inside) else quote + 1
        return quote + 1

    def _named(self, here: int, direct: bool, from_them: bool, within: bool) -> Found | None:
        """The owner named at a token."""
        found = self.known.book.longest_at(self.tokens, here, self.stop)
        cell = self._of_a_cell(here) if (direct or within) and found is None else None
        if cell is not None:
            return cell
        forces = self._forces_of_a_state(here, direct, from_them)
        if forces is not None and (found is None or found[0] < forces.end):
            return forces
        unit = numbered_unit(self.known, self.tokens, here, self.stop) if direct or from_them else None
        if unit is not None and self.tie is None and (found is None or found[0] < unit[0]):
            if direct and self.is_definite(here - 1):
                return None  # "the opposition shelled the 52nd Brigade" by its order in Arabic: two sides
            state = self.known.nationality(self.tokens, unit[0], self.stop)
            of_state = None if state is None else self._of_state(state[0], state[1])
            return of_state or Found(unit[0], self.cut, "anaphor", ("HEAD:" + FORCE,), NUMBERED, 0.5)
        if found is None or found[2] not in ("", "ل", "ب"):
            found = self.known.leader_at(self.tokens, here, self.stop, self.day)
            if found is None or found[2] not in (_TO if self.tie == "loyal" else _TO[:1]):
                return None
        if self.says_what_sort(here) or direct and self.is_deed(here):
            return None
        senses = found[3]
        if found[2] == WITH and all(s.kind == "country" or self.known.ruling(s.actor) for s in senses):
            return None  # "a march in Rabat" is no drone of Morocco's
        outright = any(s.kind != "anaphor" for s in senses)
        construct = direct and not self.is_definite(here - 1) and found[2] == ""
        if not (outright or self.tie is not None or found[2] == "ل" or construct or from_them):
            return None
        if direct and not found[2] and self.group in DEFINITE and self.is_definite(here - 1) > self.is_definite(here):
            # a noun with an article has no owner behind it but one that is told like an adjective
            return None
        if not (from_them or found[2] or self.tie) and self.is_object(here) or direct and self.is_in_other_case(here):
            return None
        if direct and not (found[2] or self.tie) and self.is_another_side(here, found[0], senses):
            return None
        if from_them and all(s.kind == "country" for s in senses) and (within or not self.names_soldiers()):
            return None
        if within and (not (outright or self.tokens[here].norm.startswith(ARTICLE))
                       or all(s.kind == "country" or self.known.ruling(s.actor) for s in senses)):
            # "fighters in Baghdad" are in a town, not of those who govern from it
            return None
        ids = self._owned(ordered_ids(senses))
        unarmed = all(map(self.known.unarmed, ids))
        if unarmed and not (found[2] or from_them or self.tie) and self.is_definite(self.start):
            return None  # whom "the gunmen" took is no owner of them
        if construct and self.is_full_plural(here - 1) and self.known.leader_at(
                self.tokens, here, self.stop, self.day) is not None:
            return None  # nor is the leader whom "gunmen killed"
        if not ids or construct and (self.group == AIR and unarmed or self.is_full_plural(here - 1) and (
                self.is_definite(here) or self.tokens[here].key in self.known.head_words
                or all(map(self.known.no_gunmens, ids)))):
            # a sound plural that keeps its noun has no owner behind it ("gunmen killed a candidate"), nor has a drone
            # the ambulance that it struck
            return None
        # what one camp calls its foes may mean others elsewhere
        told = any(s.kind not in HEARSAY for s in senses) or self._of_that_state(here, found[0], ids)
        kind: MentionKind = "composed" if told else "anaphor"
        return Found(found[0], self.cut, kind, ids, f"composed.{self.group}+{self.tie or 'owner'}")

    def _of_that_state(self, here: int, end: int, ids: Sequence[str]) -> bool:
        """Whether a nationality among some tokens is that of every side they may mean ("the Turkish occupation")."""
        nations = {self.known.adjectives.get(token.key) for token in self.tokens[here + 1 : end]} - {None}
        return all(self.known.family_of(one) in nations for one in ids)

    def _of_a_cell(self, here: int) -> Found | None:
        """The group of a cell that men are of, right behind them: "the leader of a cell that belongs to A"."""
        head = self.known.heads.longest_at(self.tokens, here, self.stop)
        if self.group != _PERSONS[0] or self.is_definite(here - 1) or head is None or head[3] != "irregular" or head[1]:
            return None
        inner = composition(self.known, self.document, here, self.stop)
        if inner is None or not inner.rule.startswith("composed.irregular+owner"):
            return None
        return Found(inner.end, self.cut, inner.kind, inner.ids, "composed.fighter+owner")

    def _forces_of_a_state(self, here: int, direct: bool, from_them: bool) -> Found | None:
        """The forces of a state that own what the head says: "soldiers of the Pakistani army", not "the Pakistani"."""
        bound = direct and not (self.is_definite(here - 1) or self.is_full_plural(here - 1))
        if self.tie is not None or not (bound or from_them or self.tokens[here].norm.startswith(FOR)):
            return None
        head = self.known.heads.longest_at(self.tokens, here, self.stop)
        if head is None or head[3] not in BRANCH or head[3] in MEN:
            return None
        inner = composition(self.known, self.document, here, self.stop)
        if inner is None or not inner.rule.endswith(_NATIONALITY) or inner.kind != "composed":
            return None
        norm = self.tokens[here].norm
        to_them = norm.startswith(FOR_THE) if inner.cut == 0 else norm[: inner.cut] == FOR
        if not (to_them or inner.cut == 0 and (bound or from_them)):
            return None
        # "the border guards" may be the registry's, with the state only behind them
        named, state = self.known.book.longest_at(self.tokens, here, self.stop), self.known.family_of(inner.ids[0])
        known = [one for one in ordered_ids(named[3] if named is not None else ())
                 if one in self.known.actors and state in self.known.actors[one].countries]
        ids = self._owned(known or inner.ids)
        return Found(inner.end, self.cut, "composed", ids, f"composed.{self.group}+owner") if ids else None

    def _owned(self, owners: Sequence[str]) -> tuple[str, ...]:
        out: list[str] = []
        for one in owners:
            if self.tie is not None:
                own = self.tie == "loyal" and (self.known.armed_group(one) or side_kind(one) == "rebel")
                out += [one] if own else self._tied_to(one)
                continue
            state = self.known.state_of(one)
            branch = BRANCH[self.group]
            seat = self.known.is_link("seat", self.tokens[self.start].norm[self.cut :])
            # the command of the air force is the air force
            keeps = state is None or (one != "COUNTRY:" + state and branch in ("army", "gov") and (
                self.group in ("fighter", "irregular") or seat or self.known.ruling(one) is None))
            mapped = one if keeps or state is None else self.known.branch(state, branch, self.day)
            if mapped is not None:
                out.append(mapped)
        return tuple(dict.fromkeys(out))

    def _tied_to(self, one: str) -> tuple[str, ...]:
        """The sides that a side backs, or that fight it; irregulars are of no state's forces."""
        tied = self.known.backed(one) if self.tie == "loyal" else self.known.opposed(one)
        groups = tuple([other for other in tied if self.known.armed_group(other)])
        if groups and self.group == "irregular":
            return groups
        if self.group in (AIR, FORCE):
            # forces are of no government, but of its army, and aircraft of its air force
            tied = tuple([i for i in tied if self.known.ruling(i) is None]) or tied
            tied = (self.group == AIR and tuple([i for i in tied if i.endswith(AIR_FORCES)])) or tied
        family = self.known.families.get(self.known.family_of(one) or "")
        return tied if family is None else tuple([other for other in tied if other not in family.branches["fighters"]
                                                  or other in family.branches["loyal"]])

    def _called_there(self, state: str) -> tuple[str, ...]:
        """The sides of a state whom the head means without a nationality too: "the rebels" of "the Yemeni rebels"."""
        found, actors = self.known.book.longest_at(self.tokens, self.start, self.start + 1), self.known.actors
        return tuple([one for one in ordered_ids(found[3] if found is not None else ())
                      if one in actors and state in actors[one].countries and actors[one].valid(self.day)])

    def _of_state(self, state: str, end: int) -> Found | None:
        one = self.known.branch(state, BRANCH[self.group], self.day)
        if self.group == "irregular":
            word = key(without_article(self.tokens[self.start].norm[self.cut :]))
            army = self.known.branch(state, "army", self.day)
            soldiers = (army,) if army is not None and self.known.is_link("soldiers_too", word) else ()
            fighters = self._called_there(state) or self.known.families[state].branches["fighters"]
            ids = (*soldiers, *fighters) or ("HEAD:irregular",)
            kind: MentionKind = "composed" if ids[0] != "HEAD:irregular" else "anaphor"
            return Found(end, self.cut, kind, ids, "composed.irregular+nationality", 0.7)
        return None if one is None else Found(end, self.cut, "composed", (one,), f"composed.{self.group}+nationality")
