"""What kind of source a described speaker is."""

import pytest

from sijill.extract.speaker_kinds import kind_of


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
