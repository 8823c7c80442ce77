"""Articles cut into windows with their targets."""

from __future__ import annotations

from collections import Counter

from training.encoder.targets import Article, PartTarget, WordTarget
from training.encoder.windows import cut_windows

from sijill.encoder.network import WINDOW
from sijill.encoder.pieces import BEGIN, Pieces

KINDS = ("-", "Attack", "Shelling/artillery/missile attack")
PIECES = Pieces()


def article(words: int) -> Article:
    """A text of one word said many times; every tenth is a candidate, with one mention two words on."""
    text = "قال " * words
    offsets = range(0, 4 * words, 40)
    return Article("one", text, 1.0,
                   tuple(WordTarget(offset, KINDS[:2], KINDS[n % 2]) for n, offset in enumerate(offsets)),
                   tuple(PartTarget("place", offset, (min(offset + 8, 4 * words - 4),), (True,), False)
                         for offset in offsets))


def test_a_target_stands_on_the_first_piece_of_its_word() -> None:
    """The piece at a target's place is that of the word at its offset, one on for the mark of begin."""
    (window,) = cut_windows([article(50)], PIECES, KINDS)
    (piece,) = PIECES.of_word("قال")
    assert window.pieces[0] == BEGIN and set(window.pieces[1:]) == {piece}
    assert [w.place for w in window.words] == [1 + 10 * n for n in range(5)]
    assert [p.mentions[0] - p.trigger for p in window.parts] == [2] * 5


def test_every_target_of_a_long_article_is_in_one_window_and_amid_others() -> None:
    """Windows overlap, yet each candidate and each part is learnt once, with text on both sides where there is any."""
    windows = cut_windows([article(1500)], PIECES, KINDS)
    assert len(windows) > 3 and all(len(w.pieces) <= WINDOW + 1 for w in windows)
    assert sum(len(w.words) for w in windows) == sum(len(w.parts) for w in windows) == 150
    assert min(w.words[0].place for w in windows[1:]) > 80


def test_what_cannot_be_chosen_is_not_learnt() -> None:
    """A right kind that the rules do not allow, and a part whose right mention is no candidate, are left out."""
    odd = Article("one", "قال " * 9, 1.0, (WordTarget(0, KINDS[:2], KINDS[2]), WordTarget(4, KINDS[:2], "-")),
                  (PartTarget("actor1", 0, (4,), (False,), False), PartTarget("actor2", 0, (4,), (False,), True)))
    (window,) = cut_windows([odd], PIECES, KINDS)
    assert [w.place for w in window.words] == [2]
    assert Counter(p.number for p in window.parts) == {1: 1} and window.parts[0].right == (True, False)
