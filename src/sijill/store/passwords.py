"""Passwords: hashed with Argon2id, and checked in the same time whether or not there is such an account."""

from __future__ import annotations

import functools
import threading
import unicodedata
from typing import TYPE_CHECKING

from sijill.errors import InputError
from sijill.store.administration import BadAdministration

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 10, 500
"""Characters of a password: NIST SP 800-63B asks for length, not for signs of every kind."""
# each check takes 64 MB: strangers must not be able to fill the memory
_AT_ONCE = threading.Semaphore(2)


def hashed(password: str, name: str = "") -> str:
    """The hash to keep of a new password; BadAdministration if it is too short, too long, or the person's name."""
    plain = _normal(password)
    if not SHORTEST <= len(plain) <= LONGEST:
        raise BadAdministration(f"a password has {SHORTEST} to {LONGEST} characters", where="password",
                                next_step="Take several words that do not belong together")
    if len(set(plain)) < 4 or plain.casefold() == _normal(name).casefold():
        raise BadAdministration("this password is the first that anyone would try", where="password",
                                next_step="Take several words that do not belong together")
    with _AT_ONCE:
        return _hasher().hash(plain)


def matches(kept: str | None, password: str) -> bool:
    """Whether a password is the one whose hash was kept; where there is none (None) it takes as long to say no."""
    from argon2.exceptions import InvalidHashError, VerificationError

    plain = _normal(password)[:LONGEST + 1]
    with _AT_ONCE:
        try:
            return _hasher().verify(kept or _nobody(), plain) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Whether a hash was made with weaker settings than those of today."""
    return _hasher().check_needs_rehash(kept)


def _normal(password: str) -> str:
    # keyboards write one Arabic or accented letter in several ways
    return unicodedata.normalize("NFC", password)


@functools.cache
def _hasher() -> PasswordHasher:
    try:
        from argon2 import PasswordHasher
    except ModuleNotFoundError:
        raise InputError("this needs a library that is not installed: argon2", where="passwords",
                         next_step="Install it with: pip install 'sijill[web]'") from None
    return PasswordHasher()


@functools.cache
def _nobody() -> str:
    import secrets

    return _hasher().hash(secrets.token_urlsafe())
