"""Texts cut along marks: nothing is lost, and every piece knows the marks on it."""

from hypothesis import given
from hypothesis import strategies as st

from sijill.web.pages.drawing import query, raw_text
from sijill.web.spans import Mark, pieces

TEXT = st.text(alphabet=st.sampled_from("قصفً ّA1🙂\r\n<&\"'\x00"), max_size=30)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark], int]:
    """A text at some offset of its article, with marks in it and around it."""
    text, first = draw(TEXT), draw(st.integers(0, 5))
    marks = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, 35))
        marks.append(Mark(start, start + draw(st.integers(1, 8)), "place", "c", number))
    return text, marks, first


@given(marked())
def test_pieces_are_the_text(case: tuple[str, list[Mark], int]) -> None:
    """The pieces put together are the text, each begins where it says, and bears the marks that cover it."""
    text, marks, first = case
    found = pieces(text, marks, first)
    assert "".join(piece.text for piece in found) == text
    at = first
    for piece in found:
        assert piece.start == at
        at += len(piece.text)
        assert set(piece.marks) == {m for m in marks if m.start <= piece.start and m.end >= at and m.end > piece.start}


def test_the_shortest_mark_comes_first() -> None:
    """Of marks that lie in one another the innermost colours the words."""
    outer, inner = Mark(0, 9, "attribution", "c", 0), Mark(2, 4, "place", "c", 0)
    assert pieces("abcdefghi", [outer, inner])[1].marks == (inner, outer)


def test_text_is_never_markup_and_keeps_its_length() -> None:
    """What HTML would drop, join or run is shown as a character of its own."""
    assert raw_text("<b>\r\n") == "&lt;b&gt;&#13;\n"
    assert raw_text("a\x00b\ud800") == "a\ufffdb\ufffd"


def test_a_query_says_only_what_is_filled() -> None:
    """Empty parameters are left out, and every character is encoded."""
    assert query({"a": "1", "b": ""}, c="x&y", a="") == "?c=x%26y"
    assert query({}) == ""
