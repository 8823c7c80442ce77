"""The coder with and without the encoder."""

import sijill

TEXT = "سيطرت قوات سوريا الديمقراطية على بلدة الشدادي أمس بعد معارك مع تنظيم داعش. وقصف الطيران حي غويران."


def test_the_encoder_changes_how_sure_a_trigger_is_but_not_where_it_stands() -> None:
    """Spans of events coded with the encoder are those of the rules' candidates; their scores are its own."""
    with_it = sijill.load([])(TEXT, published="2016-02-20")
    without = sijill.load([], model=None)(TEXT, published="2016-02-20")
    scores = {e.trigger.start: e.trigger.score for e in with_it.events or ()}
    plain = {e.trigger.start: e.trigger.score for e in without.events or ()}
    both = scores.keys() & plain.keys()
    assert both
    assert any(scores[at] != plain[at] for at in both)
    for event in with_it.events or ():
        assert TEXT[event.trigger.start : event.trigger.end].strip()
