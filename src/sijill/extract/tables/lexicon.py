"""The trigger lexicon: words that may tell an event, in every inflected form, with what they may tell."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from sijill.arabic.clitics import (
    BY,
    CONJUNCTIONS,
    DUAL,
    FEMININE,
    FOR,
    FUTURE,
    HAMZA,
    MINE,
    PREPOSITIONS,
    key,
    readings,
    without_article,
    without_pronoun,
)
from sijill.arabic.folding import fold_word
from sijill.arabic.inflection import imperfect_forms, noun_forms, perfect_forms
from sijill.arabic.phrases import PhraseBook
from sijill.arabic.tokens import tokenize
from sijill.errors import DataError
from sijill.resources import table, words

VERBS: Final = ("perfect", "imperfect")
"""The forms of a word that are verbs."""
REGAINS: Final = "Government regains territory"
OVERTAKES: Final = "Non-state actor overtakes territory"
TAKING: Final = frozenset((REGAINS, OVERTAKES))
"""The types of events that take a place from one side for another."""
FOUGHT: Final = ("Battles", "Explosions/Remote violence")
VIOLENT: Final = (*FOUGHT, "Violence against civilians")
"""The groups of types in which there is fighting, and in which there is violence against people."""
MUTUAL: Final = "mutual"
"""The frame of what two sides do to each other."""
EVENT_TYPES: Final[dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Lemma:
    """A lemma of the lexicon: the types it can tell, likeliest first, its frame and its needs."""

    name: str
    types: tuple[str, ...]
    frame: str
    prepositions: frozenset[str]
    objects: frozenset[str]
    needs: frozenset[str]
    strength: str
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """One reading of a word as a trigger: its lemmas, form (perfect, imperfect, noun, participle, or both
    where perfect and verbal noun are spelled alike) and clitics."""

    lemmas: tuple[Lemma, ...]
    form: str
    definite: bool
    pronoun: bool
    particles: str
    cut: int


def event_types() -> dict[str, str]:
    """Event type by sub-event type (ACLED codebook 2024 and two extensions)."""
    if not EVENT_TYPES:
        for row in table("ontology.tsv", ("sub_event_type", "event_type"), unique=("sub_event_type",)):
            EVENT_TYPES[row["sub_event_type"]] = row["event_type"]
    return EVENT_TYPES


class Lexicon:
    """Every form of every trigger lemma, and the context words that turn its type."""

    def __init__(self) -> None:
        self._forms: dict[str, list[tuple[Lemma, str]]] = {}
        self._hits: dict[str, Hit | None] = {}
        self._both: set[str] = set()
        self.by_name: dict[str, Lemma] = {}
        self.context: PhraseBook[list[tuple[str, frozenset[str], str]]] = PhraseBook()
        self._read_triggers()
        self._read_context()

    def _read_triggers(self) -> None:
        columns = (
            "lemma",
            "perfect",
            "imperfect",
            "irregular",
            "nouns",
            "participles",
            "types",
            "frame",
            "prep_object",
            "needs",
            "strength",
            "note",
        )
        known = event_types()
        for row in table("triggers.tsv", columns, unique=("lemma",)):
            objects: set[str] = set()
            needs: set[str] = set()
            for need in words(row["needs"]):
                if need.startswith("object:"):
                    objects |= {key(form) for w in need[7:].split("/") if w for form in noun_forms(w)}
                else:
                    needs.add(need)
            if unknown := [t for t in words(row["types"]) if t not in known]:
                raise DataError(f"no types of the ontology: {unknown}", where=f"triggers.tsv, {row['lemma']}")
            lemma = Lemma(
                row["lemma"],
                tuple(words(row["types"])),
                row["frame"],
                frozenset(fold_word(w) for w in words(row["prep_object"])),
                frozenset(objects),
                frozenset(needs),
                row["strength"],
                *_stops(row["note"]),
            )
            self.by_name[lemma.name] = lemma
            forms = _inflections(row)
            nouns = {form for form, label in forms if label == "noun"}
            self._both |= {form for form, label in forms if label == "perfect" and form in nouns}
            for form, label in forms:
                inside = self._forms.setdefault(key(form), [])
                if all(lemma is not known_lemma for known_lemma, _ in inside):
                    inside.append((lemma, label))

    def _read_context(self) -> None:
        for row in table("trigger_context.tsv", ("word", "effect", "applies_to", "window")):
            entry = (row["effect"], frozenset(words(row["applies_to"])), row["window"])
            inside = self.context.get(row["word"])
            if inside is None:
                self.context.add(row["word"], [entry])
            else:
                inside.append(entry)

    def hit(self, norm: str) -> Hit | None:
        """The reading of a folded word as a trigger, if it has one."""
        try:
            return self._hits[norm]
        except KeyError:
            if len(self._hits) > 30_000:
                self._hits.clear()
            found = self._hits[norm] = self._look(norm)
            return found

    def _look(self, norm: str) -> Hit | None:
        for reading in readings(norm):
            base = reading.base
            bare = without_article(base)
            definite = bare != base
            attached = [(s, True, p) for s, p in without_pronoun(base)]
            # a verb or verbal noun may itself begin like the article ("met", "threw", "cancelled")
            if definite and (key(base) in self._forms or any(
                    (s.endswith((FEMININE, MINE)) or s.endswith(HAMZA) and len(p) > 1) and key(s) in self._forms
                    for s, _, p in attached)):
                bare, definite = base, False
            stems = [(bare, False, ""), *([] if definite else attached)]
            for stem, pronoun, pronoun_letter in stems:
                found = self._forms.get(key(stem))
                if found is None:
                    continue
                if FUTURE in reading.particles:
                    # only an imperfect takes the particle of the future
                    found = [one for one in found if one[1] == "imperfect"] or found
                label = found[0][1]
                if {form for _, form in found} >= {"noun", "perfect"} or bare in self._both and label != "imperfect":
                    label = "both"
                nominal = definite or any(p in PREPOSITIONS for p in reading.particles)
                # "for it to take": the particle of purpose, or of what follows, before an imperfect
                leads = not definite and reading.particles.strip(CONJUNCTIONS) == FOR
                fitting = [lemma for lemma, form in found if not nominal or form in ("noun", "participle")
                           or leads and form == "imperfect"]
                if pronoun_letter == MINE:
                    continue
                governed = definite or reading.particles.strip(CONJUNCTIONS + FUTURE)
                if leads and label == "imperfect":
                    governed = ""
                if governed and label not in ("noun", "participle"):
                    label = "noun"
                if not fitting or (len(stem) < 3 and (reading.particles.strip(CONJUNCTIONS + BY) or pronoun)):
                    continue
                return Hit(tuple(fitting), label, definite, pronoun, reading.particles, reading.cut)
        return None


def _stops(note: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words after which, and before which, a lemma tells nothing: `not:a/b` and `not+:a/b` in its note."""
    after: set[str] = set()
    before: set[str] = set()
    for part in note.replace(",", " ").replace(";", " ").split():
        if part.startswith("not:"):
            after |= {key(fold_word(w)) for w in part[4:].split("/") if w}
        elif part.startswith("not+:"):
            before |= {key(fold_word(w)) for w in part[5:].split("/") if w}
    return frozenset(after), frozenset(before)


def _inflections(row: dict[str, str]) -> list[tuple[str, str]]:
    spelled = [form for column in ("perfect", "imperfect", "irregular", "nouns", "participles")
               for form in words(row[column])]
    if spaced := [form for form in spelled if " " in form]:
        raise DataError(f"a trigger is one word, what stands beside it a need: {spaced}",
                        where=f"triggers.tsv, {row['lemma']}")
    out: list[tuple[str, str]] = []
    for noun in words(row["nouns"]):
        out.append((fold_word(noun), "noun"))
    out += [(form, "perfect") for stem in words(row["perfect"]) for form in perfect_forms(stem)]
    out += [(form, "imperfect") for stem in words(row["imperfect"]) for form in imperfect_forms(stem)]
    out += [(fold_word(w), "perfect") for w in words(row["irregular"])]
    out += [(fold_word(w), "participle") for w in words(row["participles"])]
    return out


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon of the package's data, read once."""
    return Lexicon()


@functools.lru_cache(maxsize=20_000)
def is_object(norm: str) -> bool:
    """Whether a word that is spelled like the dual of a verb is its verbal noun as an object: "saw bombing"."""
    if not norm.endswith(DUAL):
        return False
    dual, bare = lexicon().hit(norm), lexicon().hit(norm[: -len(DUAL)])
    return dual is not None and dual.form == "perfect" and bare is not None and bare.form == "both"


@functools.cache
def is_of(lemma: str, group: str) -> bool:
    """Whether a lemma, whatever form of it stands in a text, is a word of a class of words.tsv."""
    tokens = tokenize(lemma.partition(".")[0])
    return any(group in classes for *_, classes in word_classes().scan(tokens))


@functools.cache
def word_classes() -> PhraseBook[frozenset[str]]:
    """Function words and other words that colour a clause, by class (words.tsv)."""
    found: dict[str, set[str]] = {}
    for row in table("words.tsv", ("class", "words"), unique=("class",)):
        for word in words(row["words"]):
            found.setdefault(word, set()).add(row["class"])
    book: PhraseBook[frozenset[str]] = PhraseBook()
    merged: dict[tuple[str, ...], set[str]] = {}
    spelled: dict[tuple[str, ...], str] = {}
    for word, classes in found.items():
        keys = tuple(key(fold_word(w)) for w in word.split())
        merged.setdefault(keys, set()).update(classes)
        spelled[keys] = word
    for keys, classes in merged.items():
        book.add(spelled[keys], frozenset(classes))
    return book
