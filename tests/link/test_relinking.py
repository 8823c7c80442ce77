"""Relinking a part gives what linking the whole gives."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from claims_by_hand import claim as make
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.link.blocks import block_keys
from sijill.link.linking import link_claims
from sijill.link.relinking import relink

SENTENCES = ("قصف على عفرين", "قتل ثلاثة مدنيين بقذائف سقطت على سوق الهال في عفرين", "نفت الوزارة قصف البارة",
             "غارات على كنصفرة والبارة أوقعت قتيلا من عائلة الحسن", "قذائف على مدرسة الحسن في البارة يوم الخميس")


class Kept:
    """A record in memory: its claims, the events of the last linking, and its decisions."""

    def __init__(self, claims: Iterable[Claim], decisions: Sequence[Decision]) -> None:
        self.kept = {c.id: c for c in claims}
        self.said = decisions
        self.event: dict[str, str] = {}
        self.asked = 0

    def sharing(self, keys: Collection[str]) -> Iterable[Claim]:
        """Claims by key."""
        wanted = set(keys)
        found = [c for c in self.kept.values() if wanted & set(block_keys(c))]
        self.asked = max(self.asked, len(found))
        return found

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """Claims by id."""
        return [self.kept[one] for one in ids if one in self.kept]

    def events_of(self, ids: Collection[str]) -> Mapping[str, str]:
        """Events by claim."""
        return {one: self.event[one] for one in ids if one in self.event}

    def members(self, events: Collection[str]) -> Iterable[Claim]:
        """Claims by event."""
        return [self.kept[one] for one, event in self.event.items() if event in events]

    def decisions(self, ids: Collection[str]) -> Iterable[Decision]:
        """Decisions by claim, with their withdrawals."""
        about = [d for d in self.said if set(ids) & set(d.claims)]
        named = {d.id for d in about}
        return about + [d for d in self.said if d.verb == "withdraw" and d.value in named]

    def write(self, events: Iterable[LinkedEvent]) -> None:
        """Keep which event each claim is of."""
        self.event |= {c.id: e.id for e in events for c in e.claims}


claims_ = st.builds(
    make, article=st.sampled_from([f"a{n}" for n in range(9)]),
    day=st.sampled_from([None, *(f"2022-01-{day}" for day in (18, 19, 20, 21, 24))]),
    where=st.sampled_from([("عفرين",), ("كنصفرة",), ("البارة",), ("كنصفرة", "البارة"), ("الجوزة",), ()]),
    kind=st.sampled_from(["Shelling/artillery/missile attack", "Air/drone strike", "Armed clash", "Talks"]),
    doer=st.sampled_from([(), ("SDF",), ("SYR_ARMY",)]), killed=st.sampled_from([None, (1, 1), (3, 3), (3, None)]),
    factuality=st.sampled_from(["asserted", "asserted", "denied"]), sentence=st.sampled_from(SENTENCES))


@st.composite
def records(draw: st.DrawFn) -> tuple[list[Claim], int, list[Decision]]:
    """Claims, how many of them are there first, and decisions about some."""
    claims = list({c.id: c for c in draw(st.lists(claims_, min_size=1, max_size=16))}.values())
    at = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    decisions = [
        Decision(f"d{n}", at + dt.timedelta(minutes=n), "someone", verb,  # type: ignore[arg-type]
                 tuple(claims[i % len(claims)].id for i in sorted(which)))
        for n, (verb, which) in enumerate(draw(st.lists(st.tuples(
            st.sampled_from(["same", "different", "reject", "accept"]),
            st.sets(st.integers(0, 15), min_size=2, max_size=3)), max_size=3)))]
    if decisions and draw(st.booleans()):
        decisions.append(Decision("w", at + dt.timedelta(hours=1), "someone", "withdraw", (), value=decisions[0].id))
    return claims, draw(st.integers(0, len(claims))), decisions


@settings(max_examples=150, deadline=None)
@given(records())
def test_what_comes_later_changes_what_it_would_have_changed(record: tuple[list[Claim], int, list[Decision]]) -> None:
    """Claims that come in two lots make the events that all of them make at once, with the same ids."""
    claims, first, decisions = record
    kept = Kept(claims[:first], decisions)
    before = link_claims(claims[:first], decisions)
    kept.write(before)
    known = dict(kept.event)
    kept.kept |= {c.id: c for c in claims[first:]}
    done = relink(claims[first:], kept)
    whole = link_claims(claims, decisions, known)
    changed = {e.id: e for e in done.events}
    after = {e.id: e for e in before if e.id not in done.gone} | changed
    assert after == {e.id: e for e in whole}
    assert {c.id for e in after.values() for c in e.claims} == {c.id for c in claims}
    assert set(done.gone).isdisjoint(changed)


@settings(max_examples=60, deadline=None)
@given(records())
def test_a_decision_changes_what_it_would_have_changed(record: tuple[list[Claim], int, list[Decision]]) -> None:
    """Decisions taken after a linking, with only the claims that they name relinked, do what they do from the start."""
    claims, _, decisions = record
    kept = Kept(claims, decisions)
    before = link_claims(claims)
    kept.write(before)
    named = [kept.kept[one] for one in {c for d in decisions for c in d.claims}]
    done = relink(named, kept)
    after = {e.id: e for e in before if e.id not in done.gone} | {e.id: e for e in done.events}
    assert after == {e.id: e for e in link_claims(claims, decisions, kept.event)}


def test_only_what_is_reached_is_linked_again() -> None:
    """A new report of a strike changes no event of another town."""
    old = [make("a", killed=(3, 3)), make("b", where=("الرقة",), killed=(2, 2))]
    kept = Kept(old, ())
    kept.write(link_claims(old))
    new = make("c", killed=(3, 3))
    kept.kept[new.id] = new
    (event,) = relink([new], kept).events
    assert {c.article_id for c in event.claims} == {"a", "c"}
    assert event.id == kept.event[old[0].id]


def linked(claims: Sequence[Claim], before: Sequence[Decision], after: Sequence[Decision] = ()) -> Kept:
    """A record of claims that was linked with some decisions, and then heard of others."""
    kept = Kept(claims, before)
    kept.write(link_claims(claims, before))
    kept.said = (*before, *after)
    return kept


def test_an_event_that_is_merged_is_gone() -> None:
    """Where a person joins two events, the id of the one that is no more is told."""
    one, two = make("a", published="2022-01-20"), make("b", where=("الرقة",), published="2022-01-21")
    same = Decision("d", dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "someone", "same", (one.id, two.id))
    kept = linked([one, two], (), (same,))
    done = relink([one], kept)
    assert [event.id for event in done.events] == [kept.event[one.id]] and done.gone == (kept.event[two.id],)


def test_an_event_that_falls_apart_is_linked_anew_with_all_its_claims() -> None:
    """Where a person's `same` is withdrawn, every claim of the event is in an event again."""
    one, two = make("a"), make("b", where=("الرقة",))
    at = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    same = Decision("d", at, "someone", "same", (one.id, two.id))
    back = Decision("w", at + dt.timedelta(hours=1), "someone", "withdraw", (), value="d")
    done = relink([one], linked([one, two], (same,), (back,)))
    assert sorted(c.id for event in done.events for c in event.claims) == sorted((one.id, two.id))
    # also where no decision leads from the one to the other
    kept = linked([one, two], (same,))
    kept.said = ()
    assert len(relink([one], kept).events) == 2


def test_nothing_new_changes_nothing() -> None:
    """Without new claims no event is written."""
    done = relink([], Kept([make("a")], ()))
    assert done.events == () and done.gone == ()
