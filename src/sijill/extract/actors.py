"""Actor mentions: names of the registry, compositions (a head word and its owner), new names, people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sijill.arabic.clitics import key, readings, without_pronoun
from sijill.arabic.folding import raw_offset
from sijill.documents import ActorMention, Document, MentionKind, Token
from sijill.extract.registry import Registry, Sense, registry

requires = ("tokens", "sentences")
assigns = ("actors",)

_BRANCH = {"force": "army", "air": "air", "airdefence": "airdefence", "police": "police", "gov": "gov",
           "fighter": "army"}
_MOST_WORDS_OF_A_NEW_NAME = 4


@dataclass(frozen=True, slots=True)
class _Found:
    end: int
    cut: int
    kind: MentionKind
    ids: tuple[str, ...]
    rule: str
    score: float = 1.0


def find_actors(document: Document) -> Document:
    """Lay the layer of actor mentions over a document that has tokens and sentences."""
    assert document.tokens is not None and document.sentences is not None
    known = registry()
    tokens = document.tokens
    out: list[ActorMention] = []
    for sentence in document.sentences:
        at = sentence.first
        while at < sentence.last:
            found = _at(known, document, tokens, at, sentence.last) if tokens[at].kind == "word" else None
            if found is None:
                at += 1
                continue
            first = tokens[at]
            start = first.start + raw_offset(document.text[first.start : first.end], found.cut)
            out.append(ActorMention(start, tokens[found.end - 1].end, at, found.end, found.kind, found.ids,
                                    found.rule, found.score))
            at = found.end
    return replace(document, actors=tuple(out))


def _at(known: Registry, document: Document, tokens: Sequence[Token], at: int, stop: int) -> _Found | None:
    name = _name(known, tokens, at, stop)
    composed = _composition(known, document, tokens, at, stop)
    best = name
    if composed is not None and (best is None or composed.end > best.end
                                 or (composed.end == best.end and best.kind == "anaphor"
                                     and composed.kind == "composed")):
        best = composed
    new = _new_name(known, document, tokens, at, stop)
    if new is not None and (best is None or (best.kind in ("anaphor", "people") and new.end > best.end)):
        best = new
    return best if best is not None else _nationality(known, tokens, at)


def _name(known: Registry, tokens: Sequence[Token], at: int, stop: int) -> _Found | None:
    found = known.book.longest_at(tokens, at, stop)
    if found is None:
        return None
    end, cut, _, senses = found
    kinds = {s.kind for s in senses}
    kind: MentionKind = "anaphor"
    for better in ("name", "country", "member", "loaded"):
        if better in kinds:
            kind = better  # type: ignore[assignment]
            break
    return _Found(end, cut, kind, tuple(dict.fromkeys(s.actor for s in _ordered(senses))), f"registry.{kind}")


def _ordered(senses: Sequence[Sense]) -> list[Sense]:
    order = ("name", "country", "member", "loaded", "anaphor")
    return sorted(senses, key=lambda s: order.index(s.kind))


def _composition(known: Registry, document: Document, tokens: Sequence[Token], at: int,
                 stop: int) -> _Found | None:
    """A head word (forces, aircraft, fighters, government, people) with the state or side it belongs to."""
    head = known.heads.longest_at(tokens, at, stop)
    if head is None:
        return _possessed(known, tokens, at)
    end, cut, _, group = head
    if group in ("people", "crowd"):
        ids = ("CIVILIANS",) if group == "people" else ("PROTESTERS",)
        return _Found(end, cut, "people", ids, f"people.{group}")
    here = end
    loyal = against = False
    while here < stop:
        token = tokens[here]
        if token.kind == "mark" and token.norm == '"':
            here += 1
            continue
        if token.kind != "word":
            break
        country = known.adjectives.get(token.key)
        if country is not None and not loyal:
            return _of_state(known, document, country, group, here + 1, cut)
        owner = known.book.longest_at(tokens, here, stop) if not against else None
        if owner is not None and owner[2] in ("", "ل", "ب") and any(s.kind != "anaphor" or loyal or owner[2] == "ل"
                                                                   for s in owner[3]):
            return _owned(known, document, owner, group, loyal, cut)
        if known.is_link("loyal", token.key):
            loyal = True
        elif known.is_link("against", token.key):
            against = True
        elif not (known.is_link("tied", token.key) or known.is_link("military", token.key)
                  or (loyal and token.norm in ("من", "قبل"))):
            break
        here += 1
    while end < stop and known.is_link("military", tokens[end].key):
        end += 1
    return _Found(end, cut, "anaphor", ("HEAD:" + group,), f"head.{group}", 0.5)


def _possessed(known: Registry, tokens: Sequence[Token], at: int) -> _Found | None:
    """A head word with a pronoun: "his forces", whoever that is."""
    for reading in readings(tokens[at].norm):
        for stem, _ in without_pronoun(reading.base):
            group = known.head_words.get(key(stem))
            if group is not None:
                ids = ("CIVILIANS",) if group == "people" else ("PROTESTERS",) if group == "crowd" else (
                    "OWN:" + group,)
                return _Found(at + 1, reading.cut, "anaphor", ids, f"possessed.{group}", 0.5)
    return None


def _of_state(known: Registry, document: Document, country: str, group: str, end: int, cut: int) -> _Found | None:
    one = known.branch(country, _BRANCH[group], document.published)
    if one is None:
        return None
    return _Found(end, cut, "composed", (one,), f"composed.{group}+nationality")


def _owned(known: Registry, document: Document, owner: tuple[int, int, str, list[Sense]], group: str, loyal: bool,
           cut: int) -> _Found | None:
    end, _, _, senses = owner
    ids = list(dict.fromkeys(s.actor for s in _ordered(senses)))
    out: list[str] = []
    for one in ids:
        country = one.removeprefix("COUNTRY:") if one.startswith("COUNTRY:") else known.family_of(one)
        if country is None:
            out.append(one)
            continue
        branch = "loyal" if loyal else _BRANCH[group]
        if group == "fighter" and not loyal and not one.startswith("COUNTRY:"):
            out.append(one)
            continue
        if not loyal and not one.startswith("COUNTRY:") and branch == "army" and not one.endswith("_GOV"):
            out.append(one)
            continue
        mapped = known.branch(country, branch, document.published)
        if mapped is None:
            continue
        out.append(mapped)
    if not out:
        return None
    link = "loyal" if loyal else "owner"
    return _Found(end, cut, "composed", tuple(dict.fromkeys(out)), f"composed.{group}+{link}")


def _new_name(known: Registry, document: Document, tokens: Sequence[Token], at: int, stop: int) -> _Found | None:
    """A named group that the registry lacks: a word for a unit or movement, and a name in quotes or after it."""
    for reading in readings(tokens[at].norm):
        if known.is_link("new_head", key(reading.base)):
            break
    else:
        return None
    here = at + 1
    if here < stop and tokens[here].norm == '"':
        end = here + 1
        while end < stop and tokens[end].norm != '"' and end - here <= 6:
            end += 1
        if end < stop and tokens[end].norm == '"' and end > here + 1:
            text = document.text[tokens[here + 1].start : tokens[end - 1].end]
            return _Found(end + 1, reading.cut, "new", ("NEW:" + text,), "new.quoted")
        return None
    return None


def _nationality(known: Registry, tokens: Sequence[Token], at: int) -> _Found | None:
    for reading in readings(tokens[at].norm):
        country = known.adjectives.get(key(reading.base))
        if country is not None and (not reading.particles or reading.particles in ("و", "ل", "ب")):
            return _Found(at + 1, reading.cut, "country", ("COUNTRY:" + country,), "nationality", 0.4)
    return None

