"""What is said of a mention as a part of an event."""

from tests.extract.drafted import view_of

from sijill.extract.choosing.choice import names
from sijill.extract.stance.stance import Stances
from sijill.extract.triggers.triggers import Weighed


def test_who_is_in_the_toll_of_another_deed_is_told_so() -> None:
    """A mention within the toll of its own event is told so, one within that of another event otherwise, others not."""
    view = view_of("قتل 7 من جنود الجيش السوري في تدمر. وقصفت روسيا الرقة.")
    triggers = tuple(Weighed(view).triggers(0.0))
    stances = Stances(view, triggers)

    def toll(word: str, number: int) -> str:
        trigger = next(t for t in triggers if view.document.text[t.start : t.end] == word)
        described = names(stances.of_actor(stances.asked(trigger), number)[0])
        return next(name for name in described if name.startswith("toll="))

    soldiers, russia = range(len(view.actors))
    assert toll("قتل", soldiers) == "toll=own" and toll("قصفت", soldiers) == "toll=else"
    assert toll("قتل", russia) == toll("قصفت", russia) == "toll=none"
