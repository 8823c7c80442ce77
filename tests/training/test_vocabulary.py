"""Which pieces are kept."""

from __future__ import annotations

from training.encoder.vocabulary import cut

PIECES = [("<s>", 0.0), ("\u2581", -4.0), ("في", -5.0), ("\u2581في", -3.0), ("cat", -9.0), ("\u2581dog", -9.0),
          ("#", -6.0), ("a\tb", -6.0), ("7", -7.0), ("2015", -7.0), ("d", -8.0), ("o", -8.0), ("g", -8.0), ("x", -8.0)]
SPECIAL = frozenset([0])


def kept(*texts: str) -> list[str]:
    return [PIECES[row][0] for row in cut(PIECES, texts, SPECIAL)]


def test_arabic_pieces_and_short_numbers_are_kept_though_no_text_has_them() -> None:
    """Without any text the pieces with Arabic letters, digits and marks stay, and a year goes."""
    assert {"في", "\u2581في", "7"} <= set(kept())
    assert not {"cat", "2015", "\u2581dog"} & set(kept())


def test_a_foreign_piece_is_kept_from_its_second_occurrence() -> None:
    """What occurs once is dropped, what occurs twice is kept."""
    assert "\u2581dog" not in kept("dog")
    assert "\u2581dog" in kept("dog", "dog")


def test_what_a_line_of_the_table_cannot_hold_is_dropped() -> None:
    """A comment's sign and a piece with a tab would break pieces.tsv; special rows have rows of their own."""
    assert not {"#", "a\tb", "<s>"} & set(kept("# #", "a\tb a\tb"))


def test_rows_rise() -> None:
    """The rows are in the order of the vocabulary, which is that of the embeddings."""
    rows = cut(PIECES, ["dog dog"], SPECIAL)
    assert rows == sorted(set(rows))
