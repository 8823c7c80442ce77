"""Which event a toll belongs to: the tolls of a document, shared out among its triggers."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from typing import Final

from sijill import resources
from sijill.arabic.clitics import CONJUNCTIONS, PARTICLES, without_article
from sijill.documents import Casualty, CasualtyMention, Document, Sentence, Token
from sijill.extract.speech.words import speech_words
from sijill.extract.tables.lexicon import VIOLENT, lexicon
from sijill.extract.tolls.words import toll_words

_BEFORE_CAUSE: Final = 5  # tokens between a word of cause ("because of", "in") and the trigger it governs
_CAUSE: Final = 8  # what such a link is worth, in tokens of distance
_CONSEQUENCE: Final = 12
_BREAK: Final = 14
_MARK: Final = 1
_ATTACHED: Final = frozenset(PARTICLES.replace("ك", ""))  # "like" begins words of its own
_BINDING: Final = ("achieve", "break", "cause", "consequence", "update")  # the lists of words between the two
_COMMAS: Final = (",", "،")
_CARRY: Final = 1  # sentences over which a toll may look back for its event
_RECALL: Final = 8  # the same where it names the event again
_LED: Final = ("Explosions/Remote violence", "Attack")  # what the sentence behind may tell of the dead of the lead
_NAMED: Final = 3  # the same where it names it by another word ("the incident")
_NEAR: Final = 6  # tokens from a toll to the word that names its event again
_ASIDE: Final = 3  # tokens of "on the other hand"
_CACHE_LIMIT: Final = 20_000
_WEAK, _FALLS = "weak", "victim"
_UPDATE: Final = 14  # tokens before a toll in which it may be said to have risen


@functools.cache
def _classes() -> dict[str, str]:
    rows = resources.table("ontology.tsv", ("sub_event_type", "event_type"), unique=("sub_event_type",))
    return {row["sub_event_type"]: row["event_type"] for row in rows}


class _Words:
    """Where the words that bind tolls to events, or part them, stand in a text, list by list; and commas."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.offsets = [t.start for t in tokens]
        self.commas = [at for at, t in enumerate(tokens) if t.kind == "mark" and t.norm in _COMMAS]
        self.of_list: dict[str, list[int]] = {name: [] for name in _BINDING}
        for at, token in enumerate(tokens):
            lists = _lists_of(token.norm)
            if lists:
                for name in lists:
                    self.of_list[name].append(at)


_LISTS: Final[dict[str, tuple[str, ...]]] = {}


def _lists_of(norm: str) -> tuple[str, ...]:
    """The lists that a word is of, whatever particle it carries."""
    known = _LISTS.get(norm)
    if known is None:
        if len(_LISTS) > _CACHE_LIMIT:
            _LISTS.clear()
        forms = {norm, norm[1:]} if norm[0] in _ATTACHED else {norm}
        known = _LISTS[norm] = tuple([name for name in _BINDING if not forms.isdisjoint(toll_words().lists[name])])
    return known


_LATEST: _Words | None = None


def _words_of(tokens: Sequence[Token]) -> _Words:
    """The words of a text; those of the latest are kept, since tolls are shared out more than once."""
    global _LATEST
    if _LATEST is None or _LATEST.tokens is not tokens:
        _LATEST = _Words(tokens)
    return _LATEST


class _Sharer:
    def __init__(self, document: Document, starts: Sequence[int], denied: frozenset[int]) -> None:
        self.denied = denied
        self.tokens: Sequence[Token] = document.tokens or ()
        self.sentences: Sequence[Sentence] = document.sentences or ()
        self.words = _words_of(self.tokens)
        self.offsets = self.words.offsets
        self.firsts = [s.first for s in self.sentences]
        types = {t.start: t.sub_event_type for t in document.triggers or ()}
        self.fits = toll_words().fits
        self.triggers = sorted({self.token(s): s for s in starts}.items())
        self.by_sentence: dict[int, list[tuple[int, int]]] = {}
        for token, start in self.triggers:
            self.by_sentence.setdefault(self.sentence(token), []).append((token, start))
        self.types = {s: {types[s], _classes().get(types[s], "")} for s in starts if s in types}

    def token(self, offset: int) -> int:
        return max(0, bisect.bisect_right(self.offsets, offset) - 1)

    def sentence(self, token: int) -> int:
        return max(0, bisect.bisect_right(self.firsts, token) - 1)

    def fit(self, trigger: int, kind: str) -> bool:
        known = self.types.get(trigger)
        return known is None or bool(known & self.fits.get(kind, frozenset()))

    def has(self, first: int, last: int, name: str) -> bool:
        """Whether a word of a list stands among tokens."""
        return bool(_between(self.words.of_list[name], first, last))

    def before(self, trigger: int, head: int) -> bool:
        """Whether a toll is told to have come before the deed ahead of it: "struck P after the killing of two"."""
        at, lists = head - 1, toll_words().lists
        if at <= trigger:
            return False
        word = self.tokens[at].norm
        return word.lstrip(CONJUNCTIONS) in lists["aftermath"] or at - 1 > trigger and (
            self.tokens[at - 1].norm.lstrip(CONJUNCTIONS) in lists["in_return"])

    def cost(self, trigger: int, head: int, last: int, first: int) -> float:
        """How far a trigger stands from a toll, in tokens, less what the words between say of a link."""
        if trigger in (head, first):
            return -100.0
        if trigger > head:
            value = float(trigger - (min(head, last) if trigger < last else last))
            if self.has(max(last, trigger - _BEFORE_CAUSE), trigger, "cause") and not self.has(
                    max(last, trigger - _BEFORE_CAUSE), trigger, "achieve") or (
                self.tokens[trigger].norm[:1] in ("ب", "ل")
            ):
                value -= _CAUSE
            span = (last, trigger)
        else:
            value = float(min(head, first) - trigger)
            if self.has(trigger + 1, min(head, first) + 1, "consequence"):
                value -= _CONSEQUENCE
            span = (trigger + 1, min(head, first))
        value += _MARK * _between(self.words.commas, *span)
        return value + _BREAK * self.has(span[0], span[1], "break")


def _between(places: list[int], low: int, high: int) -> int:
    return max(0, bisect.bisect_left(places, high) - bisect.bisect_left(places, low))


def casualties_for(
    document: Document, trigger_starts: Sequence[int], carried: bool = True, denied: frozenset[int] = frozenset()
) -> dict[int, tuple[Casualty, ...]]:
    """The tolls of each event told by a trigger at one of these offsets; events without one are absent.

    A toll of a sentence without an event goes to the event that it names again or, if `carried`, to the one before.
    What is told in a clause of its own beside something `denied` is no toll of that: 0 of 186 in the gold.
    """
    if not document.casualties:
        return {}
    sharer = _Sharer(document, trigger_starts, denied)
    chosen: dict[int, list[tuple[int, bool, CasualtyMention]]] = {}
    waiting = []
    for number, chain in enumerate(_chains(sharer, document.casualties)):
        trigger, own = _owner(sharer, chain, carried)
        if trigger is None:
            waiting.append((number, chain))
        else:
            for mention in chain:
                if sharer.fit(trigger, mention.kind):
                    chosen.setdefault(trigger, []).append((number, own, mention))
    for number, chain in waiting if carried else ():
        trigger = _later(sharer, chain)
        if trigger is None or trigger in chosen or any(m.low is None for m in chain):
            continue
        if not any(m.kind == o.kind and m.low == o.low and m is not o for m in chain for o in document.casualties):
            chosen[trigger] = [(number, False, mention) for mention in chain]
    return {trigger: _settle(sharer, mentions) for trigger, mentions in chosen.items()}


def _chains(sharer: _Sharer, mentions: Sequence[CasualtyMention]) -> list[list[CasualtyMention]]:
    """Tolls told in one breath: same sentence, no trigger and no new clause between them."""
    chains: list[list[CasualtyMention]] = []
    for mention in mentions:
        if chains:
            last = chains[-1][-1]
            a, b = sharer.token(last.start), sharer.token(mention.start)
            same = sharer.sentence(a) == sharer.sentence(b)
            between = bisect.bisect_right(sharer.triggers, (b, sharer.offsets[-1])) > bisect.bisect_right(
                sharer.triggers, (a, sharer.offsets[-1])
            )
            if same and not between and not sharer.has(a, b, "break"):
                chains[-1].append(mention)
                continue
        chains.append([mention])
    return chains


def _owner(sharer: _Sharer, chain: list[CasualtyMention], carried: bool) -> tuple[int | None, bool]:
    """The trigger that a chain of tolls goes to, and whether it stands in their sentence."""
    first, end = chain[0], max(sharer.token(m.end - 1) + 1 for m in chain)
    at = sharer.token(first.start)
    here = sharer.sentence(at)
    heads = {sharer.token(m.trigger_start) for m in chain} | {sharer.token(m.start) for m in chain}
    best: tuple[float, int, int] | None = None
    for token, start in sharer.by_sentence.get(here, ()):
        if not any(sharer.fit(start, m.kind) for m in chain):
            continue
        if token < min(heads) and token not in heads and sharer.before(token, min(heads)):
            carried = False
            continue
        if start in sharer.denied and sharer.has(min(token, at), max(token, at), "break"):
            continue
        head = token if token in heads else min(heads)
        value = sharer.cost(token, head, end, at)
        if best is None or (value, token) < best[:2]:
            best = (value, token, start)
    if best is not None and all(sharer.fit(best[2], m.kind) for m in chain):
        return best[2], True
    earlier = _earlier(sharer, chain, here, carried)
    if best is not None and (earlier is None or not all(sharer.fit(earlier, m.kind) for m in chain)):
        return best[2], True
    return earlier, False


def _stem(token: Token) -> str:
    """A word for an event without its particles and article, so that it is known when named again."""
    return without_article(token.norm.lstrip(PARTICLES)).rstrip("اه")


def _earlier(sharer: _Sharer, chain: list[CasualtyMention], here: int, carried: bool) -> int | None:
    """The event of a sentence before, for a toll whose own sentence tells none: the one it names again."""
    sentence = sharer.sentences[here]
    fitting = [
        (token, start)
        for back in range(max(_RECALL, _CARRY), 0, -1)
        for token, start in sharer.by_sentence.get(here - back, ())
        if any(sharer.fit(start, m.kind) for m in chain)
    ]
    if not fitting:
        return None
    named = {
        _stem(t)
        for t in sharer.tokens[sentence.first : sentence.last]
        if t.kind == "word" and (t.norm.startswith("ال") or t.norm[1:].startswith("ال"))
    }
    for token, start in reversed(fitting):
        if _stem(sharer.tokens[token]) in named and here - sharer.sentence(token) <= _RECALL:
            return start
    again = _named_near(sharer, chain, sentence)
    for token, start in reversed(fitting):
        if here - sharer.sentence(token) <= _NAMED and not again.isdisjoint(sharer.types.get(start, set())):
            return start
    if not carried or _opens_another(sharer.tokens, sentence) or (
            here not in sharer.by_sentence and _has_a_deed(sharer.tokens, sentence)):
        return None
    opened = min(sentence.first + _BEFORE_CAUSE, sharer.token(chain[0].start))
    if all(m.low is None for m in chain) and not sharer.has(sentence.first, opened, "consequence"):
        return None
    for back in range(1, _CARRY + 1):
        told = [start for token, start in fitting if sharer.sentence(token) == here - back]
        if told:
            return told[0]
    return None


def _opens_another(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a sentence opens with words for another matter, place or day ("on the other hand", "in Hama")."""
    opens, behind = tokens[sentence.first].norm.removeprefix("و"), sentence.first + _ASIDE
    return opens in toll_words().lists["another_opens"] or behind <= sentence.last and (
        speech_words().aside(tokens, behind))


def _has_a_deed(tokens: Sequence[Token], sentence: Sentence) -> bool:
    """Whether a sentence tells of a deed of its own, though of no event: its dead are of no event before, 0 of 8.

    A noun with an article or a pronoun may name what was told before.
    """
    hits = (lexicon().hit(t.norm) for t in tokens[sentence.first : sentence.last] if t.kind == "word")
    return any(lemma.strength != _WEAK and lemma.frame != _FALLS and _classes()[lemma.types[0]] in VIOLENT
               for hit in hits if hit is not None and not hit.definite and not hit.pronoun
               for lemma in hit.lemmas if lemma.types)


def _named_near(sharer: _Sharer, chain: list[CasualtyMention], sentence: Sentence) -> frozenset[str]:
    """The types of event that a definite noun close to a toll may name again ("the attack left", "in the blast")."""
    first = min(sharer.token(min(m.start, m.trigger_start)) for m in chain)
    last = max(sharer.token(m.end - 1) for m in chain)
    near = sharer.tokens[max(sentence.first, first - _NEAR) : min(sentence.last, last + _NEAR)]
    again = toll_words().again
    return frozenset().union(*(again.get(_stem(t), frozenset()) for t in near if t.kind == "word" and (
        t.norm.startswith("ال") or t.norm[1:].startswith("ال"))))


def _later(sharer: _Sharer, chain: list[CasualtyMention]) -> int | None:
    """The event of the sentence behind, for a toll before which none is told: the lead of the report."""
    behind = sharer.sentence(sharer.token(chain[0].start)) + 1
    if not sharer.triggers or sharer.sentence(sharer.triggers[0][0]) != behind:
        return None
    told = [start for _, start in sharer.by_sentence[behind]
            if all(sharer.fit(start, m.kind) for m in chain)]
    return told[0] if told and not sharer.types.get(told[0], set()).isdisjoint(_LED) else None


def _vague(mention: CasualtyMention) -> bool:
    return mention.low is None or mention.high is not None and mention.high > 2 * mention.low


def _settle(sharer: _Sharer, mentions: list[tuple[int, bool, CasualtyMention]]) -> tuple[Casualty, ...]:
    """One toll of a kind: the fullest breath's, unless a later one says that the toll has risen."""
    kept: list[tuple[int, bool, CasualtyMention]] = []
    for number, own, mention in mentions:
        rivals = [k for k in kept if k[2].kind == mention.kind and k[0] != number]
        if rivals:
            token = sharer.token(mention.start)
            risen = sharer.has(max(sharer.sentences[sharer.sentence(token)].first, token - _UPDATE), token, "update")
            vague = mention.low is not None and all(_vague(r[2]) for r in rivals) and not _vague(mention)
            sides = own and all(r[2].who not in (None, mention.who) for r in rivals) and mention.who is not None
            if not sides:
                if not (risen and mention.low is not None or vague):
                    continue
                kept = [k for k in kept if k not in rivals]
        kept.append((number, own, mention))
    return tuple(Casualty(m.start, m.end, m.kind, m.low, m.high, m.who, m.rule) for _, _, m in kept)
