"""What kind of source a described speaker is."""

import pytest

from sijill.extract.speech.kinds import kind_of


@pytest.mark.parametrize(("official", "actor", "kind"), [
    (True, "", "state_media"), (False, "SYR_ARMY", "state_media"), (False, "UN", "international"), (False, "", "media"),
])
def test_a_paper_that_is_official_or_a_states_is_state_media(official: bool, actor: str, kind: str) -> None:
    """An official paper, and one of a state, is state media; an agency of the United Nations is none of news."""
    assert kind_of("head", "media", None, None, official, actor) == kind


@pytest.mark.parametrize(("qualified", "kind"), [
    ("belligerent", "anonymous_official"), ("local_source", "local_source"), (None, "anonymous_official"),
])
def test_an_official_of_a_party_is_an_official(qualified: str | None, kind: str) -> None:
    """A party's adjective makes an unnamed official no party; that of a place says what kind of source it is."""
    assert kind_of("head", "anonymous_official", None, qualified, False, "") == kind


def test_a_source_of_a_party_is_the_party() -> None:
    """Of a source that nothing else describes, the adjective says whose it is."""
    assert kind_of("head", "unspecified", None, "belligerent", False, "") == "belligerent"


@pytest.mark.parametrize(("group", "kind"), [("head", "belligerent"), ("whole", "international")])
def test_only_a_head_is_of_the_body_that_it_serves(group: str, kind: str) -> None:
    """An envoy of a party speaks for it; the name of a whole body says its kind, whom it serves or not."""
    assert kind_of(group, "international", "belligerent", None, False, "") == kind


@pytest.mark.parametrize(("served", "actor", "kind"), [
    ("belligerent", "", "belligerent"), ("state_media", "", "state_media"), ("monitor", "", "media"),
    (None, "HOUTHIS", "media"), ("belligerent", "HOUTHIS", "media"), ("belligerent", "COUNTRY:IRN", "media"),
])
def test_a_paper_of_a_body_without_a_row_is_of_it(served: str | None, actor: str, kind: str) -> None:
    """A paper of a party that the registry lacks speaks for it; of a group with a row, and of a nation, it is media."""
    assert kind_of("head", "media", served, None, False, actor) == kind


@pytest.mark.parametrize(("group", "kind", "served", "qualified", "told"), [
    ("role", "unspecified", "monitor", None, "monitor"), ("role", "unspecified", None, None, "unspecified"),
    ("head", "witness", "belligerent", None, "witness"), ("head", "international", "media", None, "international"),
    ("head", "witness", None, "activist", "witness"), ("head", "unspecified", "monitor", None, "monitor"),
])
def test_an_office_is_of_its_body_and_a_witness_a_witness(group: str, kind: str, served: str | None,
                                                          qualified: str | None, told: str) -> None:
    """A spokesman is what he speaks for; who is told by what he saw is that, whatever else is said of him."""
    assert kind_of(group, kind, served, qualified, False, "") == told
