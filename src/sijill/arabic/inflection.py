"""Inflection: the forms of a verb from its perfect and imperfect stems, folded (third person, and "we")."""

from __future__ import annotations

from typing import Final

from sijill.arabic.folding import fold_word

NISBA_ENDINGS: Final = ("", "ة", "ا", "ين", "ان", "ات", "تين", "تان")
"""How a nationality may end."""
NISBAS: Final = ("ي", "يه")
"""The endings of adjectives that say of what a thing is, masculine and feminine."""
VERB_HEADS: Final = ("يت", "تت", "است", "يست", "تست", "سي", "ست")
"""How only verbs begin."""
THEY: Final = "وا"
"""The ending of a verb's masculine plural."""
SHE: Final = "ت"
"""The ending of a verb's feminine, in the perfect."""
THEM: Final = ("هم", "هما")
"""How a word ends that carries "them" or "their"."""
HAMZAS: Final = ("أ", "إ", "آ")
"""The forms of alif that folding writes alike."""
ADVERBIAL: Final = "ا"
"""How an indefinite accusative ends ("in protest at")."""
NOMINATIVE: Final = "ون"
"""How the sound plural of men ends as a subject."""
OBLIQUE: Final = "ين"
"""How it ends as an object and behind a preposition."""
OF_WOMEN: Final = "ات"
"""How the sound plural of women ends."""
PLURALS: Final = (OF_WOMEN, OBLIQUE, NOMINATIVE, "تان", THEY)
"""How sound plurals and the dual of women end, and the plural of a verb."""
TWO_GROUPS: Final = "تين"
"""How the dual of a word for a group ends behind a preposition ("between two tribes")."""
OF_OTHERS: Final = ("ها", *THEM, "هن")
"""How a word ends that has a pronoun of third persons other than "his"."""
OWNED: Final = (*OF_OTHERS, "نا", "كم")
"""How an indefinite word ends that has a pronoun."""
HIS: Final = ("ه", "اً")
"""How, unfolded, a word ends with "his", or in the marked accusative."""
HE: Final = "ي"
"""How a third person's imperfect begins."""
IMPERFECT: Final = ("ي", "ت", "ن")
"""How the imperfects that news use begin."""
TWO: Final = "ان"
"""How the dual of an imperfect ends."""
DEEDS: Final = ("ا", "ت", "مت", "مس")
"""How nouns of action and participles of derived verbs begin."""
_ENDINGS: Final = ("ت", "وا", "ا", "تا", "ن")
_WEAK_ENDINGS: Final = ("ت", "وا", "تا")
_PASSIVE_ENDINGS: Final = ("ت", "تا")
# the long vowel of a hollow verb of a derived form, which its passive changes
_LONG: Final = "ا"
_DERIVED: Final = 5
_PLURALS: Final = ("ون", "وا", "ان")
_OF_MEN: Final = ("ون", "وا")
# how a stem ends whose last consonant is a hamza, which is not weak, and how it is written before the plural
_ON_HAMZA: Final = ("أ", "ئ", "ؤ", "ء")
_BEFORE_THEY: Final = fold_word("ؤ")
_OF_THEM: Final = ("ه", "ها", "هم")
_NOUN_ENDINGS: Final = ("ا", "ين", "ي", *_OF_THEM)
_FEMININE_ENDINGS: Final = ("تين", "تي", "ات", *("ت" + pronoun for pronoun in _OF_THEM))


def perfect_forms(stem: str) -> list[str]:
    """The third persons of a perfect: he, she, they (masculine, dual, feminine), passive where it is spelled apart."""
    base = fold_word(stem)
    if stem[-1] in _ON_HAMZA:
        # "they (feminine) resorted" would be spelled like "committees"
        return [base, *(base + ending for ending in _ENDINGS[:-1]), base[:-1] + _BEFORE_THEY + THEY]
    if base[-1] in "يا":
        passive = [base + ending for ending in _PASSIVE_ENDINGS] if base[-1] == HE else []
        return [base, *(base[:-1] + ending for ending in _WEAK_ENDINGS), *passive]
    active = [base, *(base + ending for ending in _ENDINGS)]
    if base[0] == base[-2] == _LONG and len(base) >= _DERIVED:
        return active + [base[:-2] + HE + base[-1] + ending for ending in ("", *_ENDINGS)]
    return active


def imperfect_forms(stem: str) -> list[str]:
    """The third persons of an imperfect from its stem without the prefix, jussive of weak verbs, and "we"."""
    base = fold_word(stem)
    hamza = stem[-1] in _ON_HAMZA
    weak = base[:-1] if base[-1] in "يوا" and not hamza else base
    out: list[str] = []
    for head in "يت":
        out += [head + base, *(head + weak + ending for ending in _PLURALS)]
        if weak != base:
            out.append(head + weak)
        if hamza:
            out += [head + base[:-1] + _BEFORE_THEY + ending for ending in _OF_MEN]
    return [*out, "ن" + base]


def noun_forms(noun: str) -> list[str]:
    """A noun, its indefinite accusative, sound plural and dual, with and without the pronouns of third persons."""
    base = fold_word(noun)
    if len(base) < 3:
        return [base]
    if base[-1] == "ه":
        return [base, *(base[:-1] + ending for ending in _FEMININE_ENDINGS)]
    if len(base) > 5 and base.endswith("ين"):
        return [base, base[:-1], *(base[:-1] + pronoun for pronoun in _OF_THEM)]
    if base[-1] in "اي" or base.endswith("ين"):
        return [base]
    return [base, *(base + ending for ending in (_OF_THEM if base.endswith("ات") else _NOUN_ENDINGS))]
