"""Words split into pieces."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.encoder.pieces import UNKNOWN, Pieces

PIECES = Pieces()
LETTERS = "ابتسمونيةأإى ـًَ0123٤٥«»\"،.abc🙂\n"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=LETTERS, max_size=80))
def test_every_word_starts_where_the_raw_text_says(text: str) -> None:
    """Offsets of words are those of the raw text, with a first piece for each, in order."""
    starts, firsts, pieces = PIECES.of_text(text)
    assert starts == [m.start() for m in re.finditer(r"\S+", text)]
    assert firsts == sorted(firsts)
    assert not firsts or firsts[0] == 0
    assert all(first <= len(pieces) for first in firsts)


def test_marks_and_tatweel_do_not_change_the_pieces_of_a_word() -> None:
    """A word with diacritics or tatweel has the pieces of the bare word."""
    bare = PIECES.of_text("قصف الجيش")[2]
    assert PIECES.of_text("قَصَفَ الجيـــش")[2] == bare


def test_a_common_word_is_one_piece_and_a_strange_sign_is_unknown() -> None:
    """The likeliest split is taken: a known word whole; a sign outside the vocabulary is UNKNOWN."""
    assert len(PIECES.of_word("في")) == 1
    assert UNKNOWN in PIECES.of_word("🙂")
    assert UNKNOWN not in PIECES.of_word("المدينة")
