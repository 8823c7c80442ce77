"""Compositions: a head word (forces, aircraft, fighters, government) with the state or side it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import FOR, FOR_THE, MINE, key, readings, without_article, without_pronoun
from sijill.arabic.folding import raw_offset
from sijill.arabic.inflection import HAMZAS, NOMINATIVE, OBLIQUE
from sijill.arabic.tokens import NAMING
from sijill.documents import Document, MentionKind, Token
from sijill.extract.registry import ARTICLE, HEARSAY, Registry, Sense

BRANCH: Final = {"force": "army", "air": "air", "airdefence": "airdefence", "police": "police", "gov": "gov",
                 "fighter": "army", "irregular": "army"}
"""The branch of a state that a group of head words means."""
_ORDER: Final = ("name", "country", "member", "loaded", "anaphor")
_CACHE_LIMIT: Final = 100_000
# the letters cut off a head word that carries a pronoun, and its group
_POSSESSED: Final[dict[str, tuple[int, str] | None]] = {}
_NO_PRONOUN: Final = "ة"
_AIR: Final = "air"
_FORCE: Final = "force"
_PERSONS: Final = ("fighter", "force")
_MEN: Final = ("fighter", "irregular")
# heads that are no titles: "the leader A" is one person
_DEFINITE: Final = ("force", "irregular", "air", "airdefence", "police")
_NOUNS: Final = (NOMINATIVE, OBLIQUE)
_ACCUSATIVE: Final = "ا"
_TO: Final = ("", FOR)
_NATIONALITY: Final = "+nationality"
# words between a force and "loyal": "believed", "which remained"
_ASIDE: Final = ("hedge", "stays")
_PASSED: Final = ("loyal", "against", "tied", "military", *_ASIDE, "title", "others")
_PASSED_BY_AIR: Final = (*_PASSED, "adjectival")


@dataclass(slots=True)
class Found:
    """A mention that begins at a token: its end token, the letters cut off in front, and what it may mean."""

    end: int
    cut: int
    kind: MentionKind
    ids: tuple[str, ...]
    rule: str
    score: float = 1.0


def ordered_ids(senses: Sequence[Sense]) -> tuple[str, ...]:
    """The actors of some senses, outright names first."""
    return tuple(dict.fromkeys(s.actor for s in sorted(senses, key=lambda s: _ORDER.index(s.kind))))


def composition(known: Registry, document: Document, at: int, stop: int) -> Found | None:
    """The composition that begins at a token; a head without an owner is a bare head, to be resolved.

    A projectile without an owner is none: it flew, and does not say whose it was. Nor is "side" ("from another side").
    """
    assert document.tokens is not None
    tokens = document.tokens
    head = known.heads.longest_at(tokens, at, stop)
    if head is None:
        return _possessed(known, document.text, tokens, at)
    end, cut, _, group = head
    if _spelled_otherwise(known, document.text, tokens[at], cut):
        return None
    if group in ("people", "crowd"):
        return _people(known, tokens, end, stop, cut, group)
    owned = _Owner(known, document, at, stop, group, cut).after(end)
    if owned is not None or any(known.is_link(name, key(r.base)) for r in readings(tokens[at].norm)
                                for name in ("projectile", "no_bare")):
        return owned
    return _bare(known, tokens, at, end, stop, cut, group)


def _bare(known: Registry, tokens: Sequence[Token], at: int, end: int, stop: int, cut: int, group: str) -> Found:
    definite = without_article(tokens[end - 1].norm) != tokens[end - 1].norm
    things = definite and not _are_men(known, tokens[at].norm[cut:])
    of_sorts = ("military", "adjectival") if group == _AIR else ("military",)
    while end < stop and any(known.is_link(sort, tokens[end].key) for sort in of_sorts) and (
            tokens[end].norm.startswith(ARTICLE) or not definite) and not (things and _men(tokens[end].norm)):
        end += 1
    return Found(end, cut, "anaphor", ("HEAD:" + group,), f"head.{group}", 0.5)


def _are_men(known: Registry, word: str) -> bool:
    """Whether a head word is one for men, whose adjectives are sound plurals, and not for a body."""
    base = without_article(word)
    return known.is_link("men", key(base)) or known.head_words.get(key(base)) in _MEN or base.endswith(_NOUNS)


def _men(word: str) -> bool:
    return word.startswith(ARTICLE) and word.endswith(_NOUNS)


def _people(known: Registry, tokens: Sequence[Token], end: int, stop: int, cut: int,
            group: str) -> Found:
    while end < stop and known.nationality(tokens, end, stop) is not None:
        if tokens[end].norm.endswith(_ACCUSATIVE) and tokens[end - 1].norm.endswith(_NOUNS):
            break  # a country's bare name is spelled like the adjective of one man
        end += 1
    ids = ("CIVILIANS",) if group == "people" else ("PROTESTERS",)
    return Found(end, cut, "people", ids, f"people.{group}")


def _spelled_otherwise(known: Registry, text: str, token: Token, cut: int) -> bool:
    """Whether a word that begins with an alif has another one than the head words that folding writes alike."""
    base, raw = token.norm[cut:], text[token.start + raw_offset(text[token.start : token.end], cut) : token.end]
    if raw.startswith(ARTICLE):
        base, raw = without_article(base), without_article(raw)
    spelled = known.hamzas.get(key(base))
    if spelled is None:
        return False
    # "imam" without its hamza is the word for "in front of"
    return raw[0] not in spelled if raw[:1] in HAMZAS else known.is_link("hamza_told", key(base))


def _possessed(known: Registry, text: str, tokens: Sequence[Token], at: int) -> Found | None:
    """A head word with a pronoun: "his forces", whoever that is; folding writes a feminine ending like "his".

    What ends like "my" is an adjective ("security", "principal").
    """
    norm = tokens[at].norm
    if text[tokens[at].end - 1] == _NO_PRONOUN:
        return None
    if norm not in _POSSESSED:
        if len(_POSSESSED) > _CACHE_LIMIT:
            _POSSESSED.clear()
        _POSSESSED[norm] = next(((reading.cut, group) for reading in readings(norm)
                                 for stem, pronoun in without_pronoun(reading.base) if pronoun != MINE
                                 if (group := known.head_words.get(key(stem))) is not None), None)
    found = _POSSESSED[norm]
    if found is None:
        return None
    cut, group = found
    if group in ("people", "crowd"):
        ids = ("CIVILIANS",) if group == "people" else ("PROTESTERS",)
        return Found(at + 1, cut, "people", ids, f"possessed.{group}", 0.5)
    return Found(at + 1, cut, "anaphor", ("OWN:" + group,), f"possessed.{group}", 0.5)


class _Owner:
    """Looks behind a head word for whose it is, past adjectives, titles, quotes and words of belonging."""

    def __init__(self, known: Registry, document: Document, start: int, stop: int, group: str, cut: int) -> None:
        assert document.tokens is not None
        self.known, self.document, self.text, self.tokens = known, document, document.text, document.tokens
        self.start, self.stop, self.day = start, stop, document.published
        self.group, self.cut = group, cut
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
                if state is not None or within:
                    break
                state, here = nation[0], nation[1]
                state_end = here
                continue
            found = self._named(here, here == end, from_them, within)
            if found is not None and (state is None or self.tie is not None):
                return found if self.tie is not None else (
                    self._minister_of_a_state(found) or self._loyal_to_a_leader(found) or found)
            link = self._passed(token)
            if (state is not None or official) and self._is_a_states() and known.is_link("backed", token.key):
                break  # "the Iraqi forces backed by X" are Iraq's
            official = official or known.is_link("official", token.key)
            if link in ("loyal", "against"):
                self.tie = link
            elif link == "title" and self.tie is None and self._keeps_its_noun(end - 1):
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
            elif self.tie is None and state is None and self.group in _PERSONS and known.is_link("within", token.key):
                # "a leader in the movement" is of the movement, "fighters in Syria" are not Syria's
                from_them = within = True
            elif link is None:
                break
            here += 1
        return self._of_state(state, state_end) if state is not None else None

    def _passed(self, token: Token) -> str | None:
        """The class of a word that stands between a head and its owner; behind a tie a title has "to" before it."""
        links = self.known.links.get(token.key, ())
        link = next((g for g in (_PASSED_BY_AIR if self.group == _AIR else _PASSED) if g in links), None)
        if link is None and self.tie is not None and token.norm.startswith(FOR_THE) and self.known.is_link(
                "title", key(ARTICLE + token.norm[len(FOR_THE):])):
            return "title"
        return link

    def _minister_of_a_state(self, found: Found) -> Found | None:
        """The government that the words behind its part name ("the interior minister of A"), as no part of it does."""
        if self.group != "gov" or found.kind != "anaphor" or found.end >= self.stop:
            return None
        nation = self.known.nationality(self.tokens, found.end, self.stop)
        return None if nation is None or nation[2] else self._of_state(nation[0], nation[1])

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
                ids = self._owned(ordered_ids(named[3]))
                return Found(named[0], self.cut, "composed", ids, f"composed.{self.group}+loyal")
            if self._passed(self.tokens[here]) != "title":
                break
        self.tie = None
        return None

    def _homeland(self, token: Token) -> bool:
        """Whether a word says "his country": folding writes it as it writes "a town", which no pronoun ends."""
        return self.known.is_link("homeland", token.key) and _NO_PRONOUN not in self.text[token.start : token.end]

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
        forces = self._forces_of_a_state(here, direct, from_them)
        if forces is not None and (found is None or found[0] < forces.end):
            return forces
        if found is None or found[2] not in ("", "ل", "ب"):
            found = self.known.leader_at(self.tokens, here, self.stop, self.day)
            if found is None or found[2] not in (_TO if self.tie == "loyal" else _TO[:1]):
                return None
        if self._is_adjective(here):
            return None
        senses = found[3]
        outright = any(s.kind != "anaphor" for s in senses)
        construct = direct and not self.tokens[here - 1].norm.startswith(ARTICLE) and found[2] == ""
        if not (outright or self.tie is not None or found[2] == "ل" or construct or from_them):
            return None
        if direct and not found[2] and self.group in _DEFINITE and self._definite(here - 1) > self._definite(here):
            # a noun with an article has no owner behind it but one that is told like an adjective
            return None
        if not (from_them or found[2] or self.tie) and self._is_object(here) or direct and self._in_other_case(here):
            return None
        if from_them and all(s.kind == "country" for s in senses) and (within or not self._soldiers()):
            return None
        if within and (not (outright or self.tokens[here].norm.startswith(ARTICLE))
                       or all(s.kind == "country" or self._governs(s.actor) for s in senses)):
            # "fighters in Baghdad" are in a town, not of those who govern from it
            return None
        ids = self._owned(ordered_ids(senses))
        if not ids or construct and self._full_plural(here - 1) and (
                self._definite(here) or self.tokens[here].key in self.known.head_words
                or all(map(self.known.unarmed, ids))):
            # a sound plural that keeps its noun has no owner behind it ("gunmen killed a candidate")
            return None
        # what one camp calls its foes may mean others elsewhere
        kind: MentionKind = "composed" if any(s.kind not in HEARSAY for s in senses) else "anaphor"
        return Found(found[0], self.cut, kind, ids, f"composed.{self.group}+{self.tie or 'owner'}")

    def _forces_of_a_state(self, here: int, direct: bool, from_them: bool) -> Found | None:
        """The forces of a state that own what the head says: "soldiers of the Pakistani army", not "the Pakistani"."""
        bound = direct and not (self._definite(here - 1) or self._full_plural(here - 1))
        if self.tie is not None or not (bound or from_them or self.tokens[here].norm.startswith(FOR)):
            return None
        head = self.known.heads.longest_at(self.tokens, here, self.stop)
        if head is None or head[3] not in BRANCH or head[3] in _MEN:
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

    def _is_adjective(self, here: int) -> bool:
        """Whether a word for men says of what sort an aircraft is, or something behind an army ("a suicide drone")."""
        if not self.known.is_link("adjectival", self.tokens[here].key):
            return False
        return self.group == _AIR or self.group == _FORCE and self._definite(self.start) > self._definite(here)

    def _definite(self, at: int) -> bool:
        return self.tokens[at].norm.startswith(ARTICLE)

    def _is_object(self, here: int) -> bool:
        """Whether men told in a plural do not agree with a definite head of things: "the forces bombed the rebels".

        What ends in a word with the article is definite too ("the forces of security").
        """
        word = self.tokens[self.start].norm[self.cut :]
        return (self.group in BRANCH and self.group not in _MEN
                and (word.startswith(ARTICLE) or self._definite(here - 1))
                and _men(self.tokens[here].norm) and not _are_men(self.known, word))

    def _soldiers(self) -> bool:
        """Whether the head is one for soldiers: those "from" a country are its own."""
        first = without_article(self.tokens[self.start].norm[self.cut :])
        return self.group == "force" and self.known.is_link("men", key(first))

    def _is_a_states(self) -> bool:
        """Whether the head has the article and is one for forces, as a state's are called, and no militias."""
        return self.group in _DEFINITE and self.group != "irregular" and self.tokens[self.start].norm[
            self.cut :].startswith(ARTICLE)

    def _keeps_its_noun(self, at: int) -> bool:
        """Whether a head is an indefinite sound plural that no owner follows."""
        return not self._definite(at) and self._full_plural(at)

    def _in_other_case(self, at: int) -> bool:
        """Whether two sound plurals side by side do not agree: "the gunmen" (who killed) "the captives"."""
        words = [self.tokens[i].norm for i in (at - 1, at)]
        return all(map(self._full_plural, (at - 1, at))) and words[0][-2:] != words[1][-2:]

    def _full_plural(self, at: int) -> bool:
        return self.tokens[at].norm.endswith(_NOUNS)

    def _governs(self, one: str) -> bool:
        """Whether a side is the government of a state."""
        state = self.known.family_of(one)
        return state is not None and one in self.known.families[state].branches["gov"]

    def _owned(self, owners: Sequence[str]) -> tuple[str, ...]:
        out: list[str] = []
        for one in owners:
            if self.tie is not None:
                own = self.tie == "loyal" and self.known.armed_group(one)
                out += [one] if own else self._tied_to(one)
                continue
            state = one[8:] if one.startswith("COUNTRY:") else self.known.state_of(one)
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
        return groups if groups and self.group == "irregular" else tied

    def _called_there(self, state: str) -> tuple[str, ...]:
        """The sides of a state whom the head means without a nationality too: "the rebels" of "the Yemeni rebels"."""
        found, actors = self.known.book.longest_at(self.tokens, self.start, self.start + 1), self.known.actors
        return tuple([one for one in ordered_ids(found[3] if found is not None else ())
                      if one in actors and state in actors[one].countries and actors[one].valid(self.day)])

    def _of_state(self, state: str, end: int) -> Found | None:
        if self.group == "irregular":
            ids = self._called_there(state) or self.known.families[state].branches["fighters"] or ("HEAD:irregular",)
            kind: MentionKind = "composed" if ids[0] != "HEAD:irregular" else "anaphor"
            return Found(end, self.cut, kind, ids, "composed.irregular+nationality", 0.7)
        one = self.known.branch(state, BRANCH[self.group], self.day)
        if one is None:
            return None
        return Found(end, self.cut, "composed", (one,), f"composed.{self.group}+nationality")
