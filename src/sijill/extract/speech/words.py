"""Speech words: the words of speech and of speakers, and the sources that a publisher's name stands for."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import key
from sijill.arabic.folding import fold_word, is_marked_object
from sijill.arabic.phrases import PhraseBook
from sijill.documents import Token
from sijill.replacing import replace
from sijill.resources import table, words

_MOST_PUBLISHERS: Final = 10_000
_JOINED: Final = ("adverb", "clause", "turn", "been", "negation", "topic", "within", "relative", "gainsays",
                  "claiming")
_CUES: Final = ("say", "weak", "told", "record", "appear", "noun", "published", "source", "carry")
# classes that have words that tanwin ends; not adverbs: "said too to the agency" would be the agency's word
_SPELLED_OUT: Final = (*_CUES, "gainsays")


class SpeechWords:
    """The words of speech and of speakers, by lookup key."""

    def __init__(self) -> None:
        self.cues: dict[str, str] = {}
        self.joined: set[str] = set()
        self.sets: dict[str, set[str]] = {}
        self.heads: PhraseBook[tuple[str, str]] = PhraseBook()
        self.sources: PhraseBook[tuple[str, str]] = PhraseBook()
        self.aims: PhraseBook[str] = PhraseBook()
        self.civil: set[str] = set()
        self.domains: set[str] = set()
        self.qualifiers: dict[str, str] = {}
        self.official: set[str] = set()
        self.anaphors: set[str] = set()
        self.own_kind: set[str] = set()
        self.body: set[str] = set()
        self.plain: set[str] = set()
        self.distant: set[str] = set()
        self.ranks: dict[str, str] = {}
        self.factions: set[str] = set()
        self.martial: set[str] = set()
        self._read_speech()
        self._read_speakers()
        self._publishers: dict[str, set[str]] = {}
        self._own: dict[str | None, set[str]] = {}
        for row in table("sources.tsv", ("id", "name_en", "name_ar", "aliases_ar", "kind"), unique=("id",)):
            self._publishers.setdefault(_latin(row["name_en"]), set()).add(row["id"])
            if not row["id"].startswith("GEN_"):
                for name in (row["name_ar"], *words(row["aliases_ar"])):
                    self.sources.add(name, (row["kind"], row["id"]))

    def _read_speech(self) -> None:
        lines = table("speech.tsv", ("class", "words"), unique=("class",))
        rows = {row["class"]: words(row["words"]) for row in lines}
        past, present = rows.pop("ending_past"), rows.pop("ending_present")
        prefixes, joins = rows.pop("prefix_present"), rows.pop("join")
        self.joins = frozenset(joins)
        self.bound_ties = tuple(rows.pop("bound_tie"))
        self.bound = "".join(rows.pop("bound"))
        self.accusative = "".join(rows.pop("accusative"))
        self.relation = tuple(fold_word(word) for word in rows.pop("relation"))
        for group, entries in sorted(rows.items(), key=lambda row: row[0] != "source"):
            forms: set[str] = set()
            for entry in entries:
                before, _, now = entry.partition(":")
                forms.add(before)
                if now:
                    forms.update(before + ending for ending in past)
                    forms.update(p + now[1:] + ending for p in prefixes for ending in ("", *present))
            keys = {key(fold_word(form)) for form in forms}
            if group in _JOINED:
                keys |= {key(fold_word(join + form)) for join in joins for form in forms}
            self.sets[group] = keys
            if group in _CUES:
                for form in forms:
                    self.cues.setdefault(key(fold_word(form)), group)
                    for join in joins:
                        self.cues.setdefault(key(fold_word(join + form)), group)
                        self.joined.add(key(fold_word(join + form)))
        for group in _CUES:
            self.joined -= self.sets[group]
        self.objects = {form for group in _SPELLED_OUT for form in self.sets[group]}
        self.voiced = self._with_joins("voice", joins)
        self.relays = self._with_joins("relay", joins)
        self.ascribing = self._with_joins("ascribe", joins)
        self.accusing = self._with_joins("accuse", joins)
        self.told_it = {form + it for group in ("say", "record") for form in self.sets[group]
                        for it in self.sets["it"]}

    def _with_joins(self, group: str, joins: Sequence[str]) -> set[str]:
        return self.sets[group] | {join + form for join in joins for form in self.sets[group]}

    def _read_speakers(self) -> None:
        for row in table("speakers.tsv", ("class", "kind", "words")):
            group, kind = row["class"], row["kind"]
            for word in words(row["words"]):
                form = key(fold_word(word))
                if group == "qualifier":
                    self.qualifiers[form] = kind
                elif group == "official":
                    self.official.add(form)
                elif group == "anaphor":
                    self.anaphors.add(form)
                    if kind == "own":
                        self.own_kind.add(form)
                elif group in ("body", "plain"):
                    (self.body if group == "body" else self.plain).add(form)
                elif group == "rank":
                    self.ranks[form] = kind
                elif group == "aim":
                    self.aims.add(word, kind)
                elif group in ("civil", "domain"):
                    (self.civil if group == "civil" else self.domains).add(form)
                elif group == "distant":
                    self.distant.add(word)
                elif group in ("faction", "martial"):
                    (self.factions if group == "faction" else self.martial).add(form)
                else:
                    self.heads.add(word, (group, kind))

    def published_by(self, publisher: str | None) -> set[str]:
        """The registry ids of sources that a publisher's name stands for."""
        known = self._own.get(publisher)
        if known is None:
            if len(self._own) > _MOST_PUBLISHERS:
                self._own.clear()
            known = self._own[publisher] = self._published_by(_latin(publisher or ""))
        return known

    def _published_by(self, name: str) -> set[str]:
        return {one for known, ids in self._publishers.items() if name and (known in name or name in known)
                for one in ids}

    def spelled_out(self, token: Token, text: str) -> Token:
        """A token of a text with the ending that folding took off with its mark, where the speech table has it so."""
        form = key(token.norm + self.accusative)
        if form in self.objects and is_marked_object(text[token.start : token.end]):
            return replace(token, key=form)
        return token

    def has(self, group: str, token: Token) -> bool:
        """Whether a token belongs to a class of the speech table."""
        return token.key in self.sets[group]

    def aside(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the two words before a token turn to another matter ("on the other hand")."""
        return 1 < at <= len(tokens) and self.has("other", tokens[at - 1]) and self.has("aside", tokens[at - 2])


@functools.cache
def speech_words() -> SpeechWords:
    """The words of the package's data, read once."""
    return SpeechWords()


def _latin(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())
