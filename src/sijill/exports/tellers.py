"""Who tells an event: outlets by name and scale, voices that do not depend on each other, whose own word it is."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sijill.arabic.folding import fold_word
from sijill.arabic.tokens import split_sentences, tokenize
from sijill.documents import Document
from sijill.exports.actor_names import is_branch
from sijill.exports.columns import settings
from sijill.exports.countries import country
from sijill.extract.actors.actors import find_actors
from sijill.ledger import INDEPENDENT, UNKNOWN_BLOC, Claim, LinkedEvent
from sijill.link.outlets import Outlet, outlet_of

_OWN_SPEAKER = "belligerent"


@functools.lru_cache(maxsize=4096)
def _outlet(source: str | None, url: str | None) -> Outlet | None:
    return outlet_of(source, url)


def outlet(claim: Claim) -> Outlet | None:
    """The outlet that published a claim, where the table of sources has it."""
    return _outlet(claim.source_id or claim.source, claim.url)


def outlet_name(claim: Claim) -> str | None:
    """The English name of a claim's outlet, or its name as the record has it."""
    known = outlet(claim)
    return known.name if known else claim.source


def outlet_names(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The outlets of claims, each once, by name."""
    return tuple(sorted({name for claim in claims if (name := outlet_name(claim))}))


def asserting(event: LinkedEvent) -> tuple[Claim, ...]:
    """The claims that tell the event as having happened."""
    return tuple(claim for claim in event.claims if claim.event.factuality == "asserted")


def ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of claims."""
    return tuple(claim.id for claim in claims)


def voices(claims: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Claims by voice: an independent outlet, a camp, or a publisher that is not known; reprints with their original.

    Outlets of one camp are one voice, and so are all articles of which no publisher is known.
    """
    first = {claim.article_id: claim for claim in claims}
    out: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        out.setdefault(_voice(first.get(claim.original, claim)), []).append(claim)
    return out


def _voice(claim: Claim) -> tuple[str, str]:
    known = outlet(claim)
    if claim.bloc not in (INDEPENDENT, UNKNOWN_BLOC):
        return "bloc", claim.bloc
    if known is not None:
        return "outlet", known.id
    if claim.source:
        return "source", " ".join(fold_word(word) for word in claim.source.split())
    return "unknown", ""


def first_told(claims: Iterable[Claim]) -> dt.date | None:
    """The day on which claims were first published; None where none says."""
    return min((claim.published for claim in claims if claim.published), default=None)


def scale(claims: Iterable[Claim], where: str | None) -> str | None:
    """ACLED's source_scale of the outlets of claims for a country; None where no outlet is known."""
    found = {label for claim in claims if (known := outlet(claim)) and (label := _scale(known, where))}
    return "-".join(sorted(found, key=lambda label: (label != "Other", label))) or None


def _scale(known: Outlet, where: str | None) -> str | None:
    by_kind: dict[str, str] = settings()["acled"]["scale"]
    if known.kind in by_kind:
        return by_kind[known.kind]
    home, there = country(known.country), country(where)
    if there is None:
        return None
    if home is None:
        return "International"
    return "National" if home.iso3 == there.iso3 else "Regional" if home.region == there.region else "International"


def own_word(claim: Claim, sides: Iterable[str]) -> str | None:
    """How a claim is the word of one of the sides itself: "outlet" or "speaker"; None where it is not.

    An outlet is a side's own where it belongs to a belligerent or a state that is that side; a speaker, where the
    words that name it in the claim's sentence name that side.
    """
    wanted = tuple(sides)
    known = outlet(claim)
    if known is not None and known.kind in settings()["airwars"]["own_word"] and any(
            is_branch(one, side) for one in known.leaning for side in wanted):
        return "outlet"
    for speaker in claim.event.attribution:
        if speaker.kind == _OWN_SPEAKER:
            first, last = speaker.start - claim.sentence_start, speaker.end - claim.sentence_start
            if 0 <= first < last <= len(claim.sentence) and any(
                    is_branch(one, side) for one in _named(claim.sentence[first:last]) for side in wanted):
                return "speaker"
    return None


@functools.lru_cache(maxsize=4096)
def _named(words: str) -> tuple[str, ...]:
    """The sides that words name, the likeliest reading of each mention."""
    tokens = tokenize(words)
    document = Document(words, "", tokens=tokens)
    document = find_actors(replace(document, sentences=split_sentences(words, tokens)))
    return tuple(mention.ids[0] for mention in document.actors or () if mention.ids)
