"""Words that tell events: weighed once, decided with and without the encoder."""

from collections.abc import Sequence

import pytest
from tests.extract import drafted
from tests.extract.drafted import drafts, view_of

from sijill.encoder.reading import Reading
from sijill.extract.triggers import triggers
from sijill.extract.triggers.triggers import Weighed

TEXT = ("قصف الطيران الحربي بلدة الشدادي. واندلعت اشتباكات عنيفة في محيط البلدة بين الجيش وتنظيم داعش. "
        "وتجدد القصف على البلدة فجرا. وأدت الاشتباكات إلى مقتل ستة عناصر. وقال الوزير إن المعرض مفتوح.")


class Doubt(Reading):
    """An encoder that takes every second word for no event, and is sure of the others."""

    def __init__(self) -> None:
        self.asked = 0

    def of_types(self, offset: int, kinds: Sequence[str]) -> list[float]:
        self.asked += 1
        return [(9.0 if self.asked % 2 else -9.0) * (kind == "-") for kind in kinds]


def test_words_weighed_once_are_decided_as_if_weighed_anew() -> None:
    """Triggers with an encoder are equal whether the rules alone had decided them before or not."""
    view = view_of(TEXT)
    words = Weighed(view)
    assert words.worth_reading()
    view.reading = Doubt()
    after = words.triggers(0.0)
    view.reading = Doubt()
    assert len(after) > 3 and after == Weighed(view).triggers(0.0)
    view.reading = None
    assert words.triggers(0.0) == Weighed(view).triggers(0.0) != after


def test_what_is_kept_of_the_words_before_decides_all_that_is_asked_of_them() -> None:
    """Whatever was told before a candidate, its options are those kept for what `told_before` says of it."""
    view = view_of(TEXT)
    words = Weighed(view)
    features, known = words._features, {}
    for told in range(1 << min(7, len(words.found))):
        features.forget()
        for number, c in enumerate(words.found):
            key = (number, features.told_before(number))
            options = features.options(number)
            assert known.setdefault(key, options) == options
            features.told(c, c.types[0] if told >> number & 1 and c.types else "-")


def test_sentences_are_worth_reading_from_the_bar_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence is read where a word of it reaches WORTH by the rules alone, and its span is the sentence's."""
    view = view_of(TEXT)
    words = Weighed(view)
    shares = {view.sentence_at[t.token]: t.score for t in sorted(words.triggers(0.0), key=lambda t: t.score)}
    middle = sorted(shares.values())[len(shares) // 2]
    monkeypatch.setattr(triggers, "WORTH", middle - 0.001)
    worth = [number for number, share in sorted(shares.items()) if share >= middle]
    assert 0 < len(worth) < len(view.sentences)
    assert words.worth_reading() == [(view.sentences[n].start, view.sentences[n].end) for n in worth]


class Silent(Reading):
    """An encoder that has nothing to say."""

    def __init__(self) -> None:
        pass

    def of_types(self, offset: int, kinds: Sequence[str]) -> list[float]:
        return [0.0] * len(kinds)


def test_what_is_drafted_depends_on_whether_the_encoder_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a threshold events are those over DRAFTED_READ where the encoder reads, and over DRAFTED where not."""
    view = view_of(TEXT)
    shares = sorted(t.score for t in Weighed(view).triggers(0.0))
    low, high = shares[1] - 0.001, shares[-2] - 0.001
    monkeypatch.setattr(triggers, "DRAFTED", high)
    monkeypatch.setattr(triggers, "DRAFTED_READ", low)
    alone = Weighed(view).triggers()
    view.reading = Silent()
    assert alone == Weighed(view).triggers(high) != Weighed(view).triggers() == Weighed(view).triggers(low)


def test_only_an_event_that_may_be_counts_for_the_words_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is likelier than LEAST is told to the candidates after it: with another bar their scores are others."""
    view = view_of(TEXT)
    usual = [t.score for t in Weighed(view).triggers(0.0)]
    for bar in (-1.0, 1.0):
        monkeypatch.setattr(triggers, "LEAST", bar)
        assert [t.score for t in Weighed(view).triggers(0.0)] != usual


def test_weights_that_are_given_are_the_ones_that_weigh() -> None:
    """With weights that weigh nothing every type of a candidate is as likely as no event."""
    view = view_of(TEXT)
    bare = Weighed(view, {}).triggers(0.0)
    assert bare and all(t.score >= 0.5 for t in bare)
    assert [t.score for t in bare] != [t.score for t in Weighed(view).triggers(0.0)]


def test_an_attack_on_a_house_of_prayer_or_pleasure_is_on_civilians() -> None:
    """An attack on a night club, a synagogue or two mosques is on civilians; one on barracks is a fight."""
    text = "شن مسلحون هجوما على {} في مدينة لاغوس."
    for where in ("ملهى", "كنيس", "مسجدين", "مطعم"):
        assert [e.sub_event_type for e in drafts(text.format(where))] == ["Attack"], where
    assert [e.sub_event_type for e in drafts(text.format("ثكنة"))] == ["Armed clash"]


@pytest.mark.parametrize(("shell", "kind"), [
    ("قذيفة لم تنفجر بعد", "Remote explosive/landmine/IED"),
    ("قذيفة غير منفجرة", "Remote explosive/landmine/IED"),
    ("صاروخ من مخلفات المعارك", "Remote explosive/landmine/IED"),
    ("قذيفة هاون", "Shelling/artillery/missile attack"),
])
def test_what_an_earlier_fight_left_goes_off_by_itself(shell: str, kind: str) -> None:
    """A shell that lay unexploded or is left from a fight is none that is fired."""
    assert drafted.told(f"أصيب طفلان بانفجار {shell} في قرية العريمة بريف الباب.", "بانفجار").sub_event_type == kind
