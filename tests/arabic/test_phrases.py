"""Phrase books find names of several words, with particles before and quotes inside."""

from sijill.arabic.phrases import PhraseBook, phrase_keys
from sijill.arabic.tokens import tokenize


def book(*phrases: str) -> PhraseBook[str]:
    out: PhraseBook[str] = PhraseBook()
    for phrase in phrases:
        out.add(phrase, phrase)
    return out


def found(phrases: PhraseBook[str], text: str) -> list[tuple[str, str]]:
    return [(particles, value) for _, _, _, particles, value in phrases.scan(tokenize(text))]


def test_the_longest_phrase_wins() -> None:
    """Where one phrase begins another the longer is found."""
    assert found(book("الجيش", "الجيش السوري"), "تقدم الجيش السوري") == [("", "الجيش السوري")]


def test_a_longer_phrase_that_breaks_off_hides_no_shorter_one() -> None:
    """Where the words go on otherwise than the longer phrase, the shorter one is found; a mere beginning is none."""
    assert found(book("الجيش", "الجيش السوري الحر"), "تقدم الجيش السوري شمالا") == [("", "الجيش")]
    assert found(book("الجيش السوري الحر"), "تقدم الجيش السوري شمالا") == []


def test_particles_before_the_first_word() -> None:
    """The first word may carry particles, which are reported."""
    assert found(book("وحدات حماية الشعب"), "قتال لوحدات حماية الشعب") == [("ل", "وحدات حماية الشعب")]


def test_quotes_inside_are_passed_over() -> None:
    """Quotes between the words of a phrase do not hide it; another mark does."""
    phrases = book("تنظيم الدولة الإسلامية")
    assert found(phrases, 'هاجم تنظيم "الدولة الإسلامية"') == [("", "تنظيم الدولة الإسلامية")]
    assert found(phrases, "تنظيم، الدولة الإسلامية") == []


def test_case_endings_do_not_matter() -> None:
    """A phrase is found in any case of its words."""
    assert found(book("مقاتلو المعارضة"), "قتل مقاتلي المعارضة") == [("", "مقاتلو المعارضة")]


def test_get_and_begins() -> None:
    """A phrase can be looked up whole, and its first word known."""
    phrases = book("جبهة النصرة")
    assert phrases.get("جبهة النصره") == "جبهة النصرة"
    assert phrases.get("جبهة") is None
    assert phrases.begins(phrase_keys("جبهة")[0])


def test_openings_are_the_words_that_begin_a_phrase() -> None:
    """A book names every token with which one of its phrases may begin, particles attached, and no other."""
    book: PhraseBook[int] = PhraseBook()
    book.add("الجيش الحر", 1)
    tokens = tokenize("قال إن الجيش والجيش الحر انسحبا")
    assert [tokens[at].norm for at in book.openings(tokens)] == ["الجيش", "والجيش"]
