"""A chat or channel as Telegram Desktop exports it (result.json): its posts with text, day and author."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_CHANNELS = ("public_channel", "private_channel", None)
_OF_PERSONS = ("personal_chat", "saved_messages")


@dataclass(frozen=True, slots=True)
class Post:
    """A message that holds text: id (chat/message), chat's name, name that an author signs with in a channel, day.

    Whom somebody talks to and who writes in a group are persons, not publishers: they stand in the export alone.
    """

    id: str
    chat: str | None
    author: str | None
    published: dt.date | None
    text: str


def is_export(value: Any) -> bool:
    """Whether a JSON value is an export of Telegram: one chat, or all of an account."""
    return isinstance(value, dict) and "text" not in value and (
        isinstance(value.get("messages"), list) or isinstance(_chats(value), list))


def _chats(value: dict[str, Any]) -> Any:
    chats = value.get("chats")
    return chats.get("list") if isinstance(chats, dict) else None


def posts(export: dict[str, Any]) -> Iterator[Post]:
    """The posts of an export in their order; service notes and messages without text are passed over."""
    chats = _chats(export)
    for chat in chats if isinstance(chats, list) else [export]:
        if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list):
            continue
        kind = chat.get("type")
        name = None if kind in _OF_PERSONS else _string(chat.get("name"))
        for message in chat["messages"]:
            if not isinstance(message, dict) or message.get("type") == "service":
                continue
            text = _text(message.get("text")).strip()
            if text:
                signed = _string(message.get("author")) if kind in _CHANNELS else None
                yield Post(f"{chat.get('id', '')}/{message.get('id', '')}".strip("/"), name,
                           signed if signed != name else None, _day(message), text)


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _text(value: Any) -> str:
    """A message's words: a string, or a list of strings and of pieces with a style or link."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list):
        return ""
    pieces = (piece.get("text") if isinstance(piece, dict) else piece for piece in value)
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _day(message: dict[str, Any]) -> dt.date | None:
    """The day as the export writes it, in the time zone of who exported; by the clock of 1970 where it does not."""
    try:
        return dt.datetime.fromisoformat(str(message["date"])).date()
    except (KeyError, ValueError):
        pass
    try:
        return dt.datetime.fromtimestamp(int(message["date_unixtime"]), dt.UTC).date()
    except (KeyError, ValueError, OverflowError, OSError, TypeError):
        return None
