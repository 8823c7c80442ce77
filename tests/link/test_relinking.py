"""Relinking a part gives what linking the whole gives."""

import contextlib
import datetime as dt
import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.claims_by_hand import claim as make

from sijill.ledger import Claim, Decision, LinkedEvent
from sijill.link import cuts, linking, relinking
from sijill.link.blocks import block_keys, kind_of
from sijill.link.linking import Linked, Tied, link_claims, link_whole
from sijill.link.relinking import Relinked, relink
from sijill.link.traits import traits_of

SENTENCES = ("قصف على عفرين", "قتل ثلاثة مدنيين بقذائف سقطت على سوق الهال في عفرين", "نفت الوزارة قصف البارة",
             "غارات على كنصفرة والبارة أوقعت قتيلا من عائلة الحسن", "قذائف على مدرسة الحسن في البارة يوم الخميس")


class Kept:
    """A record in memory: its claims, and the events, ties and cuts of the last linking."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self.kept = {c.id: c for c in claims}
        self.event: dict[str, str] = {}
        self.tied: list[Tied] = []
        self.cut: dict[str, int] = {}
        self.read: set[str] = set()

    def holding(self, keys: Mapping[str, Collection[int]]) -> Iterable[tuple[str, int, Claim]]:
        """Claims by key and kind."""
        return [(key, kind, c) for c in self.kept.values() for kind in (kind_of(traits_of(c)),)
                for key in block_keys(c) if kind in keys.get(key, ())]

    def claims(self, ids: Collection[str]) -> Iterable[Claim]:
        """Claims by id."""
        self.read |= set(ids)
        return [self.kept[one] for one in ids if one in self.kept]

    def ties(self, ids: Collection[str]) -> Iterable[Tied]:
        """Ties by claim."""
        return [tie for tie in self.tied if tie[0] in ids or tie[1] in ids]

    def cuts(self, ids: Collection[str]) -> Mapping[str, int]:
        """Cuts by claim."""
        return {one: self.cut[one] for one in ids if one in self.cut}

    def events_of(self, ids: Collection[str]) -> Mapping[str, str]:
        """Events by claim."""
        return {one: self.event[one] for one in ids if one in self.event}

    def members(self, events: Collection[str]) -> Mapping[str, str]:
        """Claims by event."""
        return {one: event for one, event in self.event.items() if event in events}

    def write(self, done: Linked | Relinked) -> None:
        """Keep what a linking found."""
        self.event |= {c.id: e.id for e in done.events for c in e.claims}
        self.tied += done.ties
        self.cut |= done.cuts


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


@settings(max_examples=200, deadline=None)
@given(records(), st.sampled_from([2, 3, 5, 400]), st.integers(1, 3))
def test_what_comes_later_changes_what_it_would_have_changed(record: tuple[list[Claim], int, list[Decision]],
                                                             most: int, lots: int) -> None:
    """Claims that come in lots make the events that all of them make at once, with the same ids, ties and cuts."""
    claims, first, decisions = record
    with mock.patch.object(cuts, "MOST", most), mock.patch.object(relinking, "MOST", most):
        kept = Kept(claims[:first])
        done: Linked | Relinked = link_whole(claims[:first], decisions)
        kept.write(done)
        after = {e.id: e for e in done.events}
        size = max(1, -(-(len(claims) - first) // lots))
        for at in range(first, len(claims), size):
            new = claims[at:at + size]
            known = dict(kept.event)
            kept.kept |= {c.id: c for c in new}
            done = relink(new, decisions, kept)
            assert set(done.gone).isdisjoint(e.id for e in done.events)
            after = {key: e for key, e in after.items() if key not in done.gone} | {e.id: e for e in done.events}
            kept.write(done)
            check(kept, after, link_whole(claims[:at + size], decisions, known))


@settings(max_examples=200, deadline=None)
@given(records(), st.sampled_from([2, 3, 5, 400]), st.data())
def test_a_decision_changes_what_it_would_have_changed(record: tuple[list[Claim], int, list[Decision]], most: int,
                                                       data: st.DataObject) -> None:
    """Decisions that come one after the other, with only the claims they name relinked, do what they do at once."""
    claims, _, decisions = record
    with mock.patch.object(cuts, "MOST", most), mock.patch.object(relinking, "MOST", most):
        kept = Kept(claims)
        begun = link_whole(claims, decisions[:1])
        kept.write(begun)
        after = {e.id: e for e in begun.events}
        at = 1
        while at < len(decisions):
            known = dict(kept.event)
            to = data.draw(st.integers(at + 1, len(decisions)))
            about = {d.id: d for d in decisions}
            named = {c for d in decisions[at:to] for c in (*d.claims, *(about[d.value].claims if d.value else ()))}
            done = relink([kept.kept[one] for one in named], decisions[:to], kept)
            after = {key: e for key, e in after.items() if key not in done.gone} | {e.id: e for e in done.events}
            kept.write(done)
            check(kept, after, link_whole(claims, decisions[:to], known))
            at = to


ALIKE = [make(f"a{n}") for n in range(14)]


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 2**32), st.integers(3, 14), st.sampled_from([2, 3, 4, 5]), st.integers(1, 3), st.booleans())
def test_parts_are_cut_as_the_whole_is(seed: int, count: int, most: int, lots: int, joined: bool) -> None:
    """However claims hang together, those that come later are cut off, join and part as if all had come at once."""
    chance = random.Random(seed)
    claims = chance.sample(ALIKE, count)
    # few of all pairs are tied, so that chains and bridges are as common as knots
    bits = {frozenset((a.id, b.id)): chance.choice((-9.0, -9.0, -9.0, -1.5, 0.5, 1.5, 3.5, 7.0)) for a in claims
            for b in claims if a.id != b.id}
    at = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    pairs = [tuple(c.id for c in chance.sample(claims, 2)) for _ in range(2)]
    said = [Decision(f"d{n}", at + dt.timedelta(minutes=n), "someone", "same", pair) for n, pair in enumerate(pairs)]
    said.append(Decision("w", at + dt.timedelta(hours=1), "someone", "withdraw", (), value="d0"))
    with contextlib.ExitStack() as patched:
        for module in (cuts, relinking):
            patched.enter_context(mock.patch.object(module, "MOST", most))
        for where in (linking, relinking):
            patched.enter_context(mock.patch.object(
                where, "match", lambda one, two: bits.get(frozenset((one.claim.id, two.claim.id)), 9.0)))
        kept = Kept()
        after: dict[str, LinkedEvent] = {}
        there: list[Claim] = []
        steps = [(claims[first::lots], said[:2 * joined]) for first in range(lots)]
        for new, heeded in [*steps, ([], said[:2]), ([], said)]:
            there += new
            kept.kept |= {c.id: c for c in new}
            known = dict(kept.event)
            named = [] if new else [kept.kept[one] for one in {one for pair in pairs for one in pair}]
            done = relink([*new, *named], heeded, kept)
            after = {key: e for key, e in after.items() if key not in done.gone} | {e.id: e for e in done.events}
            kept.write(done)
            check(kept, after, link_whole(there, heeded, known))


def check(kept: Kept, after: Mapping[str, LinkedEvent], whole: Linked) -> None:
    """What the record holds is what linking all of it makes."""
    assert after == {e.id: e for e in whole.events}
    assert kept.cut == whole.cuts
    assert {(min(a, b), max(a, b), w) for a, b, w in kept.tied} == {(min(a, b), max(a, b), w) for a, b, w in whole.ties}
    assert len(kept.tied) == len(whole.ties)


def test_only_what_is_reached_is_linked_again() -> None:
    """A new report of a strike changes no event of another town, nor reads a claim of it."""
    old = [make("a", killed=(3, 3)), make("b", where=("الرقة",), killed=(2, 2))]
    kept = Kept(old)
    kept.write(link_whole(old))
    new = make("c", killed=(3, 3))
    kept.kept[new.id] = new
    (event,) = relink([new], (), kept).events
    assert {c.article_id for c in event.claims} == {"a", "c"}
    assert event.id == kept.event[old[0].id]
    assert old[1].id not in kept.read


def test_an_event_that_keeps_its_claims_is_not_written_again() -> None:
    """Of what hangs together with a new claim only the events that it changes are told."""
    old = [make("a", killed=(3, 3)), make("b", killed=(3, 3), sentence="قصف على سوق الهال")]
    apart = Decision("d", dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "someone", "different", (old[0].id, old[1].id))
    kept = linked(old, (apart,))
    new = make("c", killed=(3, 3))
    kept.kept[new.id] = new
    done = relink([new], (apart,), kept)
    assert [{c.article_id for c in event.claims} for event in done.events] == [{"a", "c"}] and old[1].id in done.cuts


def test_what_a_new_claim_makes_too_many_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a new claim ties together more than is put in groups at once, what was whole is cut too."""
    monkeypatch.setattr(cuts, "MOST", 2)
    monkeypatch.setattr(relinking, "MOST", 2)
    one, two = make("a", killed=(3, 3)), make("b", killed=(3, 3))
    kept = Kept([one, two])
    kept.write(link_whole([one, two]))
    assert set(kept.cut.values()) == {0}
    new = make("c", killed=(3, 3))
    kept.kept[new.id] = new
    done = relink([new], (), kept)
    assert done.cuts == link_whole([one, two, new]).cuts and min(done.cuts.values()) > 0


def linked(claims: Sequence[Claim], decisions: Sequence[Decision] = ()) -> Kept:
    """A record of claims that was linked with some decisions."""
    kept = Kept(claims)
    kept.write(link_whole(claims, decisions))
    return kept


def test_an_event_that_is_merged_is_gone() -> None:
    """Where a person joins two events, the id of the one that is no more is told."""
    one, two = make("a", published="2022-01-20"), make("b", where=("الرقة",), published="2022-01-21")
    same = Decision("d", dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "someone", "same", (one.id, two.id))
    kept = linked([one, two])
    done = relink([one], (same,), kept)
    assert [event.id for event in done.events] == [kept.event[one.id]] and done.gone == (kept.event[two.id],)


def test_an_event_that_falls_apart_is_linked_anew_with_all_its_claims() -> None:
    """Where a person's `same` is withdrawn, every claim of the event is in an event again."""
    one, two = make("a"), make("b", where=("الرقة",))
    at = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    same = Decision("d", at, "someone", "same", (one.id, two.id))
    back = Decision("w", at + dt.timedelta(hours=1), "someone", "withdraw", (), value="d")
    done = relink([one], (same, back), linked([one, two], (same,)))
    assert sorted(c.id for event in done.events for c in event.claims) == sorted((one.id, two.id))
    # also where no decision leads from the one to the other
    assert len(relink([one], (), linked([one, two], (same,))).events) == 2


def test_an_id_that_an_event_elsewhere_bears_is_not_given_again() -> None:
    """A new event gets an id of its own where another event, reached by nothing, bears the one of its claims."""
    new, far = make("a"), make("b", where=("الرقة",))
    kept = linked([far])
    kept.event[far.id] = link_claims([new])[0].id
    kept.kept[new.id] = new
    (event,) = relink([new], (), kept).events
    assert event.id != kept.event[far.id]


def test_nothing_new_changes_nothing() -> None:
    """Without new claims no event is written."""
    done = relink([], (), linked([make("a")]))
    assert done.events == () and done.gone == () and done.ties == ()
