"""Components: each says which layers it reads and which it fills, and its place in the chain fits that."""

from __future__ import annotations

import datetime as dt
import inspect
from dataclasses import fields, replace

from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.extract.events.events import find_events
from sijill.grounding.component import Grounder
from sijill.pipeline import READING, Component

CHAIN: tuple[Component, ...] = (*READING, find_events, Grounder())


def declared(component: Component) -> tuple[set[str], set[str]]:
    module = inspect.getmodule(component if inspect.isfunction(component) else type(component))
    return set(module.REQUIRES), set(module.ASSIGNS)  # type: ignore[union-attr]


def test_each_component_fills_what_it_says_once_what_it_reads_is_there() -> None:
    """A component needs no layer that is filled behind it, and touches none but those that it assigns."""
    text = "قصف الجيش السوري بلدة حاس أمس، ما أدى إلى مقتل 3 مدنيين، بحسب المرصد السوري."
    tokens = tokenize(text)
    document = Document(text, "d", published=dt.date(2018, 3, 14), tokens=tokens,
                        sentences=split_sentences(text, tokens))
    there = {"tokens", "sentences"}
    for component in CHAIN:
        requires, assigns = declared(component)
        assert requires <= there, component
        needed = replace(document, **dict.fromkeys(there - requires))
        assert component(needed) is not None
        filled = component(document)
        changed = {f.name for f in fields(Document) if getattr(filled, f.name) != getattr(document, f.name)}
        assert changed <= assigns and all(getattr(filled, name) is not None for name in assigns), component
        document, there = filled, there | assigns
    assert document.events and document.speakers and document.casualties
