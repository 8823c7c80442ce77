"""Frozen records: data classes that are cheap to make, as a text is laid out in hundreds of them."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

_C = TypeVar("_C")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_C]) -> type[_C]:
    """A frozen data class with slots, made in half the time: its fields are written through the slots themselves.

    The standard one looks every field up by name at every making, past its own guard against being changed.
    """
    made = dataclass(frozen=True, slots=True)(cls)
    known: tuple[Field[Any], ...] = fields(made)  # type: ignore[arg-type]
    scope: dict[str, Any] = {}
    heads, lines = [], []
    for one in known:
        scope[f"set_{one.name}"] = getattr(made, one.name).__set__
        if one.default is not MISSING:
            scope[f"default_{one.name}"] = one.default
        heads.append(one.name if one.default is MISSING else f"{one.name}=default_{one.name}")
        lines.append(f" set_{one.name}(self, {one.name})")
    exec("\n".join([f"def __init__(self, {', '.join(heads)}):", *lines]), scope)
    init = scope["__init__"]
    init.__annotations__ = {**made.__init__.__annotations__}
    init.__qualname__ = f"{made.__qualname__}.__init__"
    made.__init__ = init  # type: ignore[method-assign]
    return made
