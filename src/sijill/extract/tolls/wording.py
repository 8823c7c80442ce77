"""What the words of a sentence say beside its counts: who is named or hurt, of what side, what is negated or lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key, readings, without_article, without_pronoun
from sijill.arabic.quantity_words import Word, quantity_word
from sijill.documents import ActorMention, CasualtyMention, Number, Sentence, Token
from sijill.extract.actors.mention_heads import LACKING
from sijill.extract.tables.place_words import look_up
from sijill.extract.tables.registry import registry
from sijill.extract.tolls.parts import Item, State
from sijill.extract.tolls.words import DUAL, cue, toll_words

_NEGATION: Final = 3
# how far before the news of harm may stand that none came in
_TIDINGS: Final = 5
QUOTES: Final = frozenset("\"'")
"""Marks that part nothing."""
TANWIN: Final = "ا"
"""How an indefinite object is written, its vowel mark off."""
_UNMARKED: Final = {0x064B: None}
_AMBIGUOUS: Final = ("ة", "ي")
MET: Final = 8
"""Tokens from "met", or "lost", to what was met or lost."""


class Wording:
    """Asks what stands at and around the words of one sentence."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        sentence: Sentence,
        numbers: Sequence[Number],
        actors: Sequence[ActorMention],
        places: frozenset[int] = frozenset(),
    ) -> None:
        self.text, self.tokens, self.sentence = text, tokens, sentence
        self.numbers = {n.first: n for n in numbers}
        self.actors = list(actors)
        self.places = places
        self.words = toll_words()
        self.lists = self.words.lists
        self.out: list[CasualtyMention] = []
        self.state = State()
        self.parts: list[tuple[CasualtyMention, list[Item]]] = []

    def says(self, at: int, name: str) -> bool:
        """Whether the word at a token, "and" or "then" before it, is of a list."""
        norm = self.tokens[at].norm
        return norm in self.lists[name] or norm[:1] in "وف" and norm[1:] in self.lists[name]

    def negated(self, at: int, reach: int = _NEGATION) -> bool:
        """Whether harm at a token is said not to have been done, or no word of it to have come in."""
        low, came = at - reach, False
        for here in range(at - 1, self.sentence.first - 1, -1):
            token = self.tokens[here]
            if here < low or token.kind == "mark" and token.norm not in "\"'":
                return False
            if token.norm in self.lists["except"]:
                return False
            if token.norm in self.lists["tidings"]:
                low, came = here - _TIDINGS, True
            elif came and token.norm in self.lists["came_in"]:
                came = False
            elif (token.norm in self.lists["negation"] or self.says_no(here)) and (
                    self.tokens[here + 1].norm not in self.lists["pilot"]):
                return here >= at - reach or not came
        return False

    def says_no(self, at: int) -> bool:
        """Whether "without" ends at a token in its two words ("from other than"), which alone mean something else."""
        return at > self.sentence.first and self.tokens[at].norm in self.lists["other_than"] and (
            self.tokens[at - 1].norm == "من")

    def befell(self, at: int) -> bool:
        """Whether the word right before a token tells of harm ("the wounding of their father"), and not by hearsay."""
        word = cue(self.tokens[at - 1].norm) if at > self.sentence.first else None
        before = self.tokens[max(self.sentence.first, at - _NEGATION) : at]
        hearsay = any(token.norm in self.lists["hearsay"] for token in before)
        return word is not None and not hearsay and word.role in ("verb", "noun") and (
            word.value in ("killed", "wounded"))

    def of_a_deed(self, at: int) -> bool:
        """Whether "armed", which may as well be "a gunman", says of what sort the attack before it is."""
        known, noun = registry(), self.tokens[max(at - 1, self.sentence.first)].norm
        return known.is_link("armed", self.tokens[at].key) and without_article(noun) == noun and any(
            known.is_link("strife", key(r.base)) for r in readings(noun))

    def named(self, at: int) -> bool:
        """Whether a word is of a longer name, or a group's where no word for harm is before it: no two students."""
        harmed = at > self.sentence.first and cue(self.tokens[at - 1].norm) is not None
        return any(a.first < at < a.last or a.first == at and a.kind == "name" and (
            at < a.last - 1 or not harmed and a.ids[0].startswith(LACKING)) for a in self.actors)

    def inside_name(self, at: int) -> bool:
        """Whether a word goes on with the name of a side begun before it."""
        return any(a.first < at < a.last for a in self.actors)

    def nationals(self, at: int) -> int:
        """How many are told by a country's adjective alone, right behind the word for what befell them."""
        norm = self.tokens[at].norm
        two = norm.endswith(DUAL)
        if at == self.sentence.first or key(norm[:-2] if two else norm) not in registry().adjectives:
            return 0
        word = cue(self.tokens[at - 1].norm)
        if word is None or word.role not in ("verb", "noun") or word.value not in ("killed", "wounded"):
            return 0
        verb = word.role == "verb"
        return 2 * verb if two else int(norm.endswith("ي") or verb and self.tokens[at - 1].norm.endswith("ت"))

    def owned(self, at: int) -> Word | None:
        """The word for people at a token, whose they are written onto it ("his soldiers") or not."""
        norm = self.tokens[at].norm
        word = quantity_word(norm)
        stems = () if word is not None else without_pronoun(norm)
        return word or next((w for w in (quantity_word(stem) for stem, _ in stems) if w is not None), None)

    def owned_by(self, at: int) -> Word | None:
        """The word for people at a token, or for one of somebody's ("its leader", "and his driver").

        "My" ends like a plural does before whose they are, and "his" like a feminine.
        """
        token = self.tokens[at]
        word, end = quantity_word(token.norm), self.text[token.end - 1]
        if word is not None or end in _AMBIGUOUS:
            return word
        word = self.owned(at)
        return word if word is not None and word.kind == "one" else None

    def totalled(self, at: int) -> str | None:
        """The kind of the victims whose number stands before the words for it ("to 23 the number of dead")."""
        if at + 1 >= self.sentence.last or not self.says(at, "count"):
            return None
        word = quantity_word(self.tokens[at + 1].norm)
        return (self.words.nouns.get(word.lemma, ("", ""))[0] or None) if word is not None and (
            word.kind in ("one", "many")) else None

    def whose_alone(self, first: int, last: int) -> bool:
        """Whether tokens say no more than whose the people before them were, if anything."""
        return all(
            self.tokens[at].norm in self.lists["of"] or self.of_sides(at, at + 1)
            or any(a.first <= at < a.last for a in self.actors)
            for at in range(first, last)
        )

    def opens_clause(self, at: int) -> bool:
        """Whether a lone noun opens its clause, so that a verb behind it may be said of it."""
        while at > self.sentence.first and self.tokens[at - 1].norm in QUOTES:
            at -= 1
        return at == self.sentence.first or self.tokens[at - 1].norm in self.lists["that"]

    def is_named(self, at: int) -> bool:
        """Whether a person's first name stands at a token."""
        word = look_up(self.tokens[at].norm) if at < self.sentence.last and self.tokens[at].kind == "word" else None
        return word is not None and word.exact and not word.particles and "given" in word.classes

    def is_accusative(self, at: int) -> bool:
        """Whether an indefinite noun in the singular ends as the object of a verb does."""
        token = self.tokens[at]
        written = self.text[token.start : token.end].translate(_UNMARKED)
        return written.endswith(TANWIN) and without_article(token.norm) == token.norm

    def is_whose(self, first: int, last: int) -> bool:
        """Whether tokens say no more than whose the people before them were ("of X", or X in construct with them)."""
        return first < last and any(a.first <= first and last <= a.last for a in self.actors)

    def of_sides(self, first: int, last: int) -> bool:
        """Whether a word for both sides stands among tokens."""
        sides = self.lists["sides"]
        return any(t.norm in sides or without_article(t.norm.lstrip("لب")) in sides for t in self.tokens[first:last])

    def indeed(self, at: int) -> bool:
        """Whether "lost" is the particle spelled like it: neither who was lost, where nor when is behind it.

        Or a court is right behind a word: "died" is how "gave its verdict" is spelled.
        """
        if at + 1 >= self.sentence.last:
            return False
        if self.tokens[at].norm not in self.lists["indeed"]:
            return self.says(at + 1, "court")
        word = self.tokens[at + 1].norm
        known = self.lists["cause"] | self.lists["since"] | self.lists["another"]
        counted = at + 1 in self.numbers or quantity_word(word) is not None
        return not (counted or without_article(word) != word or word in known)

    def protested(self, at: int) -> bool:
        """Whether what a word tells is what a crowd protests at: "in protest at the killing of", which is another's."""
        return any(self.says(i, "protest") for i in range(max(self.sentence.first, at - 2), at))

    def lost(self, at: int, name: str) -> bool:
        """Whether what was lost is told by a word of a list: no people but their work or homes, or their own life."""
        stop = min(at + MET, self.sentence.last)
        return any(self.tokens[i].norm in self.lists[name] for i in range(at + 1, stop))
