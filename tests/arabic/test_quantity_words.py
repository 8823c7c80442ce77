"""Words of quantity: their classes and values."""

from sijill.arabic.quantity_words import quantity_word


def test_quantity_of_a_word() -> None:
    """A counted noun says one, two or many, whatever particles it carries."""
    def said(norm: str) -> tuple[str, int | None, str] | None:
        word = quantity_word(norm)
        return word and (word.kind, word.low, word.particles)

    assert said("جندي") == ("one", 1, "")
    assert said("وجنديان") == ("two", 2, "و")
    assert said("لجنود") == ("many", None, "ل")
    assert said("مدينه") is None
