"""Text that can be written down."""

from hypothesis import given
from hypothesis import strategies as st

from sijill.arabic.writable import writable


@given(st.text(st.characters() | st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF, categories=["Cs"])))
def test_any_text_can_be_written_down(text: str) -> None:
    """Every character keeps its place, halves of characters alone are replaced, and UTF-8 holds the rest."""
    made = writable(text)
    made.encode()
    assert len(made) == len(text)
    assert all(new == ("\ufffd" if 0xD800 <= ord(old) <= 0xDFFF else old) for old, new in zip(text, made, strict=True))
