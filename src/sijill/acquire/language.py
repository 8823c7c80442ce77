"""Whether a text is Arabic, and if not, what it is."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sijill import resources
from sijill.acquire.articles import BinaryInput, BrokenEncoding, EmptyInput, NotArabic, OtherLanguage

SAMPLE = 200_000
"""Characters of a long text that are looked at."""
SHARE = 0.3
"""Least share of Arabic letters among all letters: reports quote names and tweets in Latin letters."""

_ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc"
)
_WORD = re.compile(f"[{_ARABIC}\u0640\u064b-\u0652\u200c\u200d]+")
_LETTER = re.compile(r"[^\W\d_]")
_HEBREW = re.compile("[\u05d0-\u05ea\ufb1d-\ufb4f]")
ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
_MARKS = re.compile("[\u0640\u064b-\u0652\u200c\u200d]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ALLOWED_CONTROL = 0.01


@dataclass(frozen=True, slots=True)
class _Language:
    name: str
    letters: re.Pattern[str] | None
    starts: tuple[str, ...]
    words: frozenset[str]

    def votes(self, words: list[str]) -> int:
        """How many of the words are marked as this language's."""
        return sum(map(self._marks, words))

    def _marks(self, word: str) -> bool:
        return (word in self.words or (len(word) > 4 and bool(self.starts) and word.startswith(self.starts))
                or (self.letters is not None and self.letters.search(word) is not None))


@functools.cache
def _languages() -> tuple[_Language, ...]:
    return tuple(
        _Language(row["language"], re.compile(f"[{row['letters']}]") if row["letters"] else None,
                  resources.words(row["starts"]), frozenset(resources.words(row["words"])))
        for row in resources.table("languages.tsv", ("language", "letters", "starts", "words"), ("language",))
    )


def votes(text: str) -> dict[str, int]:
    """How many words of a text speak for each language that is written in Arabic letters."""
    words = [_MARKS.sub("", w) for w in _WORD.findall(text[:SAMPLE])]
    return {language.name: language.votes(words) for language in _languages()}


def check_arabic(text: str) -> None:
    """Raise ArticleRejected, saying why, if a text is empty, damaged, not text, or not Arabic."""
    sample = text[:SAMPLE]
    if not sample.strip() and not text.strip():
        raise EmptyInput("the text is empty", next_step="Leave it out")
    if _SURROGATE.search(text):
        raise BrokenEncoding("the text holds half of a character (a lone surrogate)",
                             next_step="Get the text again from its source")
    if "\x00" in text or len(_CONTROL.findall(sample)) > _ALLOWED_CONTROL * len(sample):
        raise BinaryInput("this is not text", next_step="Give the text of the article, not a document file")
    letters, arabic = len(_LETTER.findall(sample)), len(ARABIC_LETTER.findall(sample))
    if not arabic or arabic < SHARE * letters:
        if len(_HEBREW.findall(sample)) > max(arabic, letters // 2):
            raise OtherLanguage("the text is Hebrew", next_step="Sijill reads Arabic only")
        raise NotArabic(f"{arabic} of the text's {letters} letters are Arabic",
                        next_step="Sijill reads Arabic only")
    found = votes(text)
    ours = found.pop("Arabic")
    other = max(found, key=lambda name: found[name])
    if found[other] > ours:
        raise OtherLanguage(f"the text looks {other}: {found[other]} of its words are, {ours} are Arabic",
                            next_step="Sijill reads Arabic only")
