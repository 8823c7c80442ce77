"""Articles with other names in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.training.test_targets import example
from training.encoder.renaming import Renamer, renamed
from training.encoder.targets import Article, Name, PartTarget, WordTarget, targets

TEXT = "قصف الجيش حماة ثم دخل حماة وقصف الأبرق."


def named(doc_id: str, text: str, *names: tuple[str, str]) -> Article:
    """An article with a candidate at "قصف", a mention at each name, and these (name, sort) wherever they stand."""
    found = sorted((at, at + len(name), sort) for name, sort in names
                   for at in range(len(text)) if text.startswith(name, at))
    return Article(doc_id, text, 1.0, (WordTarget(text.index("قصف"), ("-",), "-"),),
                   (PartTarget("place", text.index("قصف"), tuple(at for at, _, _ in found),
                               (True,) * len(found), False),), tuple(Name(*name) for name in found))


@given(st.lists(st.tuples(st.text("ابت ", min_size=1, max_size=6), st.text("ثجح", max_size=9)), min_size=1, max_size=8))
def test_what_stands_outside_the_names_stays_and_targets_go_with_it(parts: list[tuple[str, str]]) -> None:
    """Every character between the names is found at its new offset, and a target in a name stays inside the new one."""
    text, cuts, kept = "", [], []
    for between, other in parts:
        kept += range(len(text), len(text) + len(between))
        text += between
        cuts.append((len(text), len(text) + 3, other or "خ"))
        text += "ددد"
    whole = Article("one", text, 1.0, tuple(WordTarget(at, ("-",), "-") for at in range(len(text))), ())
    found = renamed(whole, cuts)
    assert [found.text[found.words[at].offset] for at in kept] == [text[at] for at in kept]
    assert found.text == "".join(between + (other or "خ") for between, other in parts)
    for start, end, other in cuts:
        first = found.words[start].offset
        assert found.text.startswith(other, first)
        assert all(first <= found.words[at].offset < first + len(other) for at in range(start, end))


def test_a_name_gives_way_to_one_of_its_sort_wherever_the_article_has_it() -> None:
    """Both mentions of a town become the same other town, never a side; what is said of them stays as it was."""
    one = named("one", TEXT, ("حماة", "place city"), ("الجيش", "side army"))
    other = named("two", "قصف الثوار درعا", ("درعا", "place city"), ("الثوار", "side rebels"))
    found = {Renamer([one, other], seed)(one).text for seed in range(40)}
    assert found == {TEXT, TEXT.replace("حماة", "درعا")}


def test_an_article_written_together_with_for_loses_its_alif() -> None:
    """"For" before a name that begins with the article is written with two lams and no alif."""
    one = named("one", "قصف لحماة", ("حماة", "place city"))
    other = named("two", "قصف البصرة", ("البصرة", "place city"))
    assert {Renamer([one, other], seed)(one).text for seed in range(40)} == {"قصف لحماة", "قصف للبصرة"}


def test_the_names_of_a_report_are_its_places_and_sides() -> None:
    """A town and an army that a report names may be renamed, each at its own offsets; no candidate word is one."""
    found = targets(example())
    spelled = {found.text[n.start : n.end]: n.sort.split()[0] for n in found.names}
    assert spelled["قوات الجيش السوري"] == "side" and {"الميادين", "دوما"} <= {s.split()[-1] for s in spelled}
    assert not any(n.start <= w.offset < n.end for n in found.names for w in found.words)
