"""Reference: which side a mention means, given who was named before, where the article plays and when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sijill.arabic.clitics import key, readings, without_article
from sijill.documents import ActorMention, Document
from sijill.extract.choice import Weights, probabilities, score, weights
from sijill.extract.registry import Registry, registry

_KEEP = 8
_ARMED = frozenset(("rebel_group", "political_militia", "identity_militia"))
_STATE = frozenset(("state_forces", "external_forces"))


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention's side: a registry id, NEW:..., or COUNTRY:... where the branch depends on the event."""

    id: str
    score: float
    rule: str


@dataclass(slots=True)
class _Memory:
    """What the article has said so far: who was named, when last, and in which country it plays."""

    last: dict[str, int]
    count: Counter[str]
    countries: Counter[str]


def document_countries(document: Document) -> Counter[str]:
    """How strongly an article points to each country: by its unambiguous names and nationalities."""
    assert document.actors is not None
    known = registry()
    out: Counter[str] = Counter()
    for mention in document.actors:
        if mention.kind == "anaphor" or mention.kind == "people":
            continue
        countries: set[str] = set()
        for one in mention.ids:
            if one.startswith("COUNTRY:"):
                countries.add(one.removeprefix("COUNTRY:"))
            elif one in known.actors and known.actors[one].valid(document.published):
                countries |= known.actors[one].countries
        if len(countries) == 1:
            out[next(iter(countries))] += 1 if mention.kind == "country" else 2
        elif len(countries) == 2:
            for c in countries:
                out[c] += 1
    return out


def resolve(document: Document, values: Weights | None = None) -> tuple[Resolved, ...]:
    """The side of each actor mention of a document, in the order of its layer."""
    assert document.actors is not None
    values = weights("reference") if values is None else values
    known = registry()
    memory = _Memory({}, Counter(), document_countries(document))
    names_later = _named_anywhere(document, known)
    out: list[Resolved] = []
    for at, mention in enumerate(document.actors):
        options = candidates(known, document, mention, memory, names_later)
        if not options:
            out.append(Resolved(_unidentified(mention), 0.2, mention.rule + ">unidentified"))
            continue
        scores = [score(values, f) for _, f in options]
        shares = probabilities(scores)
        best = max(range(len(options)), key=lambda i: scores[i])
        chosen = options[best][0]
        out.append(Resolved(chosen, shares[best], mention.rule))
        note(memory, chosen, at)
    return tuple(out)


def note(memory: _Memory, chosen: str, at: int) -> None:
    """Remember that a side was just mentioned."""
    memory.last[chosen] = at
    memory.count[chosen] += 1


def _unidentified(mention: ActorMention) -> str:
    group = mention.ids[0].partition(":")[2] if mention.ids else ""
    return {"air": "UNIDENTIFIED_AIRCRAFT", "force": "STATE_SECURITY_GEN", "police": "STATE_SECURITY_GEN"}.get(
        group, "UNIDENTIFIED_GUNMEN")


def _named_anywhere(document: Document, known: Registry) -> Counter[str]:
    """How often each actor is named outright, or may be, in the whole article and its title."""
    out: Counter[str] = Counter()
    for mention in document.actors or ():
        if mention.kind in ("name", "composed", "member", "country", "new"):
            valid = [i for i in mention.ids if i not in known.actors or known.actors[i].valid(document.published)]
            if len(valid) <= 2:
                for one in valid:
                    out[one] += 1
    return out


def candidates(known: Registry, document: Document, mention: ActorMention, memory: _Memory,
               named: Counter[str]) -> list[tuple[str, list[str]]]:
    """The ids that a mention may mean, each with its features."""
    pool: dict[str, str] = {}
    heads = [i for i in mention.ids if i.startswith(("HEAD:", "OWN:"))]
    for rank, one in enumerate(mention.ids):
        if not one.startswith(("HEAD:", "OWN:")):
            actor = known.actors.get(one)
            if actor is None or actor.valid(document.published):
                pool[one] = "own" if rank == 0 else "also"
    if mention.kind in ("anaphor", "loaded") or heads or len(pool) > 1 or not pool:
        recent = sorted(memory.last, key=lambda i: -memory.last[i])[:_KEEP]
        for one in recent:
            if heads or mention.kind in ("anaphor", "loaded") or not pool:
                pool.setdefault(one, "memory")
    if heads:
        group = heads[0].partition(":")[2]
        for country, _ in memory.countries.most_common(2):
            branch = {"force": "army", "air": "air", "police": "police", "gov": "gov",
                      "airdefence": "airdefence"}.get(group)
            if branch:
                one_branch = known.branch(country, branch, document.published)
                if one_branch:
                    pool.setdefault(one_branch, "country")
        pool.setdefault({"air": "UNIDENTIFIED_AIRCRAFT"}.get(group, "UNIDENTIFIED_GUNMEN"), "unidentified")
    elif not pool:
        pool = dict.fromkeys(mention.ids, "expired")
    return [(one, _features(known, document, mention, one, how, memory, named, len(pool)))
            for one, how in pool.items()]


def _features(known: Registry, document: Document, mention: ActorMention, one: str, how: str, memory: _Memory,
              named: Counter[str], size: int) -> list[str]:
    assert document.tokens is not None
    if size == 1:
        return ["only"]
    actor = known.actors.get(one)
    token = document.tokens[mention.first]
    bases = {key(without_article(r.base)) for r in readings(token.norm)}
    kind = mention.kind
    out = [f"how={how}", f"how={how}&kind={kind}"]
    group = mention.ids[0].partition(":")[2] if mention.ids and mention.ids[0].startswith(("HEAD:", "OWN:")) else ""
    own = mention.ids[0].startswith("OWN:") if mention.ids else False
    akind = actor.kind if actor else one.partition(":")[0]
    tag = f"{kind}/{group}" if group else kind
    out.append(f"{tag}&akind={akind}")
    if how != "memory" and group == "":
        out.append("rank0" if mention.ids[0] == one else "rank+")
    if actor is not None:
        share = _country_share(actor.countries, memory.countries)
        out.append(f"country={share}")
        out.append(f"{kind}&country={share}")
        heads = known.name_heads.get(one, frozenset())
        if bases & heads:
            out += ["head_match", f"{how}&head_match"]
        elif group or kind == "anaphor":
            out.append("head_differs")
        if actor.valid_to is not None and document.published and (document.published - actor.valid_to).days > -400:
            out.append("ending")
    if one in memory.last:
        back = max(memory.last.values()) - memory.last[one]
        bucket = "0" if back == 0 else "1" if back == 1 else "2-3" if back < 4 else "4-8" if back < 9 else "9+"
        out += [f"before={bucket}", f"{kind}&before={bucket}", f"{how}&before={bucket}"]
        if own:
            out.append(f"own&before={bucket}")
        out.append(f"count={min(memory.count[one], 4)}")
    else:
        out += ["not_before", f"{kind}&not_before"]
    times = named.get(one, 0)
    out.append(f"named={'0' if not times else '1' if times == 1 else '2+'}")
    out.append(f"{kind}&named={'y' if times else 'n'}")
    if memory.count:
        top = memory.count.most_common(1)[0][0]
        if top == one:
            out.append("most_named")
    return out


def _country_share(countries: frozenset[str], seen: Counter[str]) -> str:
    if not countries:
        return "any"
    total = sum(seen.values())
    if not total:
        return "unknown"
    share = sum(seen[c] for c in countries) / total
    return "top" if share >= 0.5 else "some" if share >= 0.15 else "trace" if share > 0 else "none"
