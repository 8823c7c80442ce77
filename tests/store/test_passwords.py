"""Passwords are kept as hashes that only they match; those that anyone would try are refused."""

from typing import Literal

import argon2
import pytest

from sijill.store import passwords
from sijill.store.administration import BadAdministration
from sijill.store.passwords import LONGEST, hashed, matches, outdated

GOOD = "four words nobody joins"


@pytest.mark.parametrize(("password", "name"), [
    ("nine sign", ""), ("x" * 4 + "yz" * LONGEST, ""), ("aaaaabbbbbccccc", ""), ("Mona Al Hasan", "mona al hasan")],
    ids=["short", "long", "three letters", "the name"])
def test_what_anyone_would_try_is_refused(password: str, name: str) -> None:
    """A password that is too short or too long, of three different letters, or the person's name is refused."""
    with pytest.raises(BadAdministration):
        hashed(password, name)


def test_only_the_password_matches_its_hash() -> None:
    """A hash is Argon2id, tells nothing of the password, and matches it however a keyboard writes its letters."""
    kept = hashed("كلمات أربع لا تجتمع")
    assert kept.startswith("$argon2id$") and "كلمات" not in kept and kept != hashed("كلمات أربع لا تجتمع")
    assert matches(kept, "كلمات ا\u0654ربع لا تجتمع")
    assert not matches(kept, "كلمات أربع لا تجتمع ") and not matches(None, GOOD) and not matches("no hash", GOOD)


def test_a_hash_of_weaker_settings_is_outdated() -> None:
    """A hash that took less time and memory than those of today is to be made anew, one of today is not."""
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=1024).hash(GOOD)
    assert matches(weak, GOOD) and outdated(weak) and not outdated(hashed(GOOD))


def test_a_name_without_an_account_costs_as_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no hash one is checked all the same, so that time does not tell which names have accounts."""
    checked: list[str] = []

    class Counting(argon2.PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            checked.append(str(hash))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting)
    assert not matches(None, GOOD) and len(checked) == 1 and checked[0].startswith("$argon2id$")
