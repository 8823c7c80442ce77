"""The network over whole articles."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.encoder.network import MOST, OVERLAP, WINDOW, encoder, windows

SHORT = "سيطرت قوات الجيش على بلدة الميادين أمس وقتل ثلاثة مدنيين."


@given(st.integers(0, 20_000))
def test_windows_cover_an_article_evenly_and_end_at_the_bound(size: int) -> None:
    """Every piece up to the bound is in a window; all are of one length, at most WINDOW; neighbours share OVERLAP."""
    ranges = windows(size)
    assert ranges[0][0] == 0 and ranges[-1][1] == min(size, MOST)
    assert len({last - first for first, last in ranges}) == 1 and ranges[0][1] <= WINDOW
    assert all(first[1] - second[0] >= OVERLAP for first, second in zip(ranges, ranges[1:], strict=False))
    assert (size > WINDOW) == (len(ranges) > 1)


def test_shares_are_probabilities_and_the_trigger_beats_a_function_word() -> None:
    """Shares over kinds sum to 1, and the verb that tells a capture is likelier an event than the preposition."""
    reading = encoder()(SHORT)
    kinds = ("-", "Government regains territory", "Non-state actor overtakes territory")
    verb = reading.of_types(SHORT.index("سيطرت"), kinds)
    word = reading.of_types(SHORT.index("على"), kinds)
    assert sum(math.exp(v) for v in verb) == pytest.approx(1.0, abs=1e-4)
    assert verb[0] < word[0]


def test_the_nearest_side_and_place_are_likeliest() -> None:
    """Of nobody, the army and the town, the place of the capture is the town."""
    reading = encoder()(SHORT)
    town, army = SHORT.index("الميادين"), SHORT.index("الجيش")
    found = reading.of_part("place", SHORT.index("سيطرت"), [army, town])
    assert max(range(3), key=found.__getitem__) == 2


def test_words_beyond_the_bound_are_left_to_the_rules() -> None:
    """What no window reads gets the same logarithm for every kind: nothing is said of it."""
    reading = encoder()("قصف " * 9000)
    assert reading.of_types(4 * 8999, ("-", "Attack")) == pytest.approx([0.0, 0.0])
    assert reading.of_part("place", 0, [4 * 8999]) == pytest.approx([0.0, 0.0])


def test_only_the_stretches_given_are_read() -> None:
    """Of a word outside them nothing is said; words inside have what the encoder says of the stretch by itself."""
    before, kinds = "وقال الوزير إن المعرض مفتوح. ", ("-", "Government regains territory")
    text = before + SHORT
    reading, alone = encoder()(text, [(len(before), len(text))]), encoder()(SHORT)
    verb = SHORT.index("سيطرت")
    assert reading.of_types(len(before) + verb, kinds) == pytest.approx(alone.of_types(verb, kinds), abs=1e-4)
    assert reading.of_types(0, kinds) == [0.0, 0.0]
    assert reading.of_part("place", 0, [len(before)]) == [0.0, 0.0]


def test_what_was_read_ends_with_its_stretches() -> None:
    """An offset is read from the first of a stretch to the last before its end, and nowhere between two."""
    first, second = (0, 10), (SHORT.index(" ", 20), len(SHORT) - 2)
    reading = encoder()(SHORT, [first, second])
    assert [at for at in range(len(SHORT)) if reading.has_read(at)] == [*range(*first), *range(*second)]
    assert not encoder()(SHORT, []).has_read(0)


def test_a_mention_that_was_not_read_is_neither_likely_nor_unlikely() -> None:
    """It has the mean of what nobody and the other mentions have, which have what they had without it."""
    before = "وكان الوزير في دمشق. "
    text = before + SHORT
    reading = encoder()(text, [(len(before), len(text))])
    verb, army, town = (text.index(word) for word in ("سيطرت", "الجيش", "الميادين"))
    nobody, first, unread, second = reading.of_part("place", verb, [army, text.index("دمشق"), town])
    assert [nobody, first, second] == reading.of_part("place", verb, [army, town])
    assert unread == pytest.approx((nobody + first + second) / 3)


def test_an_empty_text_has_nothing_to_say() -> None:
    """No words: no error, and nothing said."""
    assert encoder()("").of_types(0, ("-", "Attack")) == pytest.approx([0.0, 0.0])
