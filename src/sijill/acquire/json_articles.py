"""JSON Lines, JSON files and Telegram's export, read into articles and rejections."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, Final

from sijill.acquire.articles import Article, BadField, BadJson, EmptyInput, Origin, Rejected
from sijill.acquire.decoding import decode, detect
from sijill.acquire.reading import MAX_ARTICLE, MAX_JSON, Defaults, Item, Stream, article, fields_of, too_large
from sijill.acquire.telegram import is_export, posts
from sijill.errors import ArticleRejected

_JSON = "application/json"


def is_object(line: bytes) -> bool:
    """Whether a line is a JSON object."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(decode(line)), dict)
    except (ArticleRejected, ValueError, RecursionError):
        return False


def read_lines(stream: Stream, first: bytes, where: str, defaults: Defaults) -> Iterator[Item]:
    """Each line of a stream of JSON Lines whose first line is `first`; a bad line is a rejection."""
    whole: bytes | None = None
    if first and is_wide(first):
        data = whole = first + stream.read(MAX_JSON + 1 - len(first))
        if len(data) > MAX_JSON:
            raise too_large(MAX_JSON)
        stream = io.BytesIO(decode(data).encode("utf-8", "surrogatepass"))
        first = stream.readline(MAX_ARTICLE + 1)
    number, line, empty = 1, first, True
    while line:
        if len(line) > MAX_ARTICLE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_ARTICLE)
            yield Rejected.of(too_large(), where, number)
            empty = False
        elif line.strip():
            yield _line(line, where, number, defaults, whole)
            empty = False
        number += 1
        line = stream.readline(MAX_ARTICLE + 1)
    if empty:
        raise EmptyInput("the file is empty", next_step="Leave it out")


def is_wide(line: bytes) -> bool:
    """Whether a file that begins so is in UTF-16 or UTF-32, where a line's end is no byte."""
    try:
        return detect(line)[0].startswith(("utf-16", "utf-32"))
    except ArticleRejected:
        return False


def _line(line: bytes, where: str, number: int, defaults: Defaults, whole: bytes | None) -> Item:
    """The article of a line; `whole` is the file as it came where the line's bytes are not those of the file."""
    origin = Origin(whole or line, _JSON, defaults.at, part=f"line {number}")
    try:
        return _object(_parse(decode(line)), where, number, defaults, origin)
    except ArticleRejected as error:
        return Rejected.of(error, where, number)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise BadJson(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}",
                      next_step='Write one JSON object a line, such as {"text": "..."}') from error
    except (ValueError, RecursionError) as error:
        raise BadJson("not JSON that can be read: nested too deep, or a number too long") from error


def read_json(data: bytes, where: str, suffix: str, defaults: Defaults) -> Iterator[Item]:
    """A whole JSON file: one object, an array of them, or a chat that was exported from Telegram."""
    if len(data) > MAX_JSON:
        raise too_large(MAX_JSON)
    text = decode(data)
    try:
        value = _parse(text)
    except BadJson:
        if suffix == ".json" and is_object(data.partition(b"\n")[0]):
            stream = io.BytesIO(data)
            yield from read_lines(stream, stream.readline(MAX_ARTICLE + 1), where, defaults)
            return
        if suffix != ".json":
            # a text may begin with a bracket on a line of its own
            yield article(text, where, None, {}, defaults, Origin(data, "text/plain", defaults.at))
            return
        raise
    if is_export(value):
        yield from _posts(value, data, where, defaults)
        return
    for number, entry in enumerate(value if isinstance(value, list) else [value], start=1):
        part = f"entry {number}" if isinstance(value, list) else None
        try:
            yield _object(entry, where, None, defaults, Origin(data, _JSON, defaults.at, part=part))
        except ArticleRejected as error:
            yield Rejected.of(error, f"{where}, {part}" if part else where)


def _posts(export: Any, data: bytes, where: str, defaults: Defaults) -> Iterator[Item]:
    """The posts of an export that hold text; pictures without words and notes of the service are none."""
    found = False
    for post in posts(export):
        found = True
        found_in = {"published": "message date"} | ({"source": "chat name"} if post.chat else {})
        origin = Origin(data, _JSON, defaults.at, part=f"message {post.id}", found=tuple(found_in.items()))
        known = {"doc_id": post.id, "source": post.chat, "published": post.published, "author": post.author}
        try:
            yield article(post.text, where, None, known, defaults, origin)
        except ArticleRejected as error:
            yield Rejected.of(error, f"{where}, message {post.id}")
    if not found:
        raise EmptyInput("the export holds no message with text", next_step="Export the chat with its messages")


_CALLED: Final = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}


def _object(value: Any, where: str, line: int | None, defaults: Defaults, origin: Origin) -> Article:
    if not isinstance(value, dict):
        raise BadJson("not a JSON object", next_step='Write one JSON object a line, such as {"text": "..."}')
    text = value.get("text")
    if not isinstance(text, str):
        kind = _CALLED.get(type(text), "something else")
        found = "has no text" if text is None else f'has {kind} as its "text", not a string'
        raise BadField(f"the object {found}", next_step='Give the article in the field "text"')
    return article(text, where, line, fields_of(value), defaults, origin)
