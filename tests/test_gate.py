"""The gate tells armed conflict from anything else, quickly, and never guesses of nothing."""

import itertools
import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sijill.arabic.hashing import word_hashes
from sijill.gate import load_gate

WAR = ("قصفت مدفعية الجيش مواقع المسلحين في ريف المدينة، ما أسفر عن مقتل خمسة مقاتلين وإصابة آخرين بجروح.",
       "دارت اشتباكات عنيفة بين قوات الحكومة وفصائل المعارضة على أطراف البلدة، وسط غارات جوية مكثفة.")
PEACE = ("فاز فريق المدينة بكأس الدوري بعد مباراة مثيرة انتهت بركلات الترجيح أمام جمهور كبير.",
         "أعلنت وزارة التربية موعد امتحانات الثانوية العامة، ودعت الطلاب إلى مراجعة موقعها على الإنترنت.")


def test_conflict_scores_above_anything_else() -> None:
    """Each report on fighting is likelier to pass than each on sport or schools, on either side of the threshold."""
    gate = load_gate()
    chances = [gate(text) or 0.0 for text in WAR], [gate(text) or 0.0 for text in PEACE]
    assert min(chances[0]) > gate.threshold > max(chances[1])


def test_nothing_to_judge_is_none() -> None:
    """A text without an Arabic word has no probability, not a low one."""
    assert load_gate()("2015 - CNN") is None


def test_a_title_counts_and_counts_once() -> None:
    """A title that is no part of the text is judged with it; one that the text begins with changes nothing."""
    gate = load_gate()
    assert (gate(PEACE[0], WAR[0]) or 0.0) > (gate(PEACE[0]) or 0.0)
    whole = f"{WAR[0]}\n{PEACE[0]}"
    # with no room for a word more: a title that counted twice would push others out
    brief = replace(gate, words=len(whole.split()))
    assert brief(whole, WAR[0]) == brief(whole) == gate(whole)


def test_it_reads_the_beginning_by_its_length() -> None:
    """Short texts are judged by weights of their own, and of long ones only the first words are read."""
    gate = load_gate()
    made = ["".join(letters) for letters in itertools.product("بتجدرسفق", repeat=3)]
    long = " ".join(made[:gate.words])
    shut = replace(gate, short=replace(gate.short, slope=0.0, bias=-9.0))
    assert (shut(WAR[0]) or 0.0) < 0.001 and shut(long) == gate(long)
    assert gate(f"{long} {WAR[0]}") == gate(f"{long} {PEACE[0]}") == gate(long)
    few = " ".join(made[:gate.words // 2])
    assert (gate(f"{few} {WAR[0]}") or 0.0) > (gate(f"{few} {PEACE[0]}") or 0.0)


def test_spelling_makes_no_difference() -> None:
    """Marks, hamza forms and attached particles do not change what a word counts as."""
    assert word_hashes("والمدينة المَدينَه مدينة", 9) == word_hashes("مدينه مدينه مدينه", 9)


@given(st.text(max_size=300), st.text(max_size=50) | st.none())
def test_it_is_a_probability(text: str, title: str | None) -> None:
    """Of any text and title it gives None or a number from 0 to 1, the same twice."""
    chance = load_gate()(text, title)
    assert chance is None or 0 <= chance <= 1
    assert load_gate()(text, title) == chance


def test_it_is_fast() -> None:
    """It reads at least 1,000 long articles a second, on a machine that is busy (5,000 on a free one)."""
    gate = load_gate()
    texts = [" ".join((*WAR, *PEACE)) * 5 + f" {n}" for n in range(500)]
    began = time.process_time()
    for text in texts:
        gate(text)
    assert len(texts) / (time.process_time() - began) > 1000
