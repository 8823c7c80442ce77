"""Totals: tolls over a war, or over a period that words near them name, are no toll of an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, without_article
from sijill.arabic.tokens import BREAKS
from sijill.documents import CasualtyMention, Sentence, Token
from sijill.extract.tolls.words import toll_words

_WAR: Final = 2000  # killed in one event: above it, news tell totals of a war
_PERIOD: Final = 80  # characters between a toll and the words for the period that it sums up
_WORST: Final = 3  # tokens from "the fiercest" to "since"
_JOINED: Final = 15  # characters from a total to what is counted with it ("530 dead, and more than 2,500 wounded")
_HARMED: Final = ("killed", "wounded")


def without_totals(tokens: Sequence[Token], sentence: Sentence, tolls: Sequence[CasualtyMention]
                   ) -> list[CasualtyMention]:
    """The tolls of a sentence that are not totals over a war or a period, nor counted with one, nor overtaken."""
    words, stop = toll_words(), sentence.last
    begun = [at for at in range(sentence.first, stop) if tokens[at].norm in words.lists["since"]]
    summed = [at for at in begun if words.period.longest_at(tokens, at, stop) is not None]
    months = [at for at in begun if _month_behind(tokens, at, stop)]
    war = any(m.kind == "killed" and (m.low or 0) >= _WAR for m in tolls)
    raised = [at for at in range(sentence.first, stop) if tokens[at].norm in words.lists["adds_up"]]
    # "an earlier toll spoke of 9 dead"
    earlier = next((tokens[at].start for at in range(sentence.first, stop - 1) if (
        tokens[at].norm in words.lists["tally"] and tokens[at + 1].norm in words.lists["earlier"])), None)
    totals = [
        m
        for m in tolls
        # the wounded of a war are told with its dead
        if m.kind in _HARMED and war and (m.low or 0) >= _WAR
        or _adds_up(tokens, sentence, tolls, m, raised) or earlier is not None and earlier < m.start
        or m.kind != "displaced" and (
            any(_near(tokens, m, at) for at in summed)
            or any(_since_a_month(tokens, sentence, m, at) for at in months)
            or any(_told_under(tokens, sentence, m, at) for at in summed))
    ]
    return [m for m in tolls if m not in totals and not any(
        0 <= m.start - total.end <= _JOINED and m.kind != total.kind for total in totals)]


def _adds_up(tokens: Sequence[Token], sentence: Sentence, tolls: Sequence[CasualtyMention], total: CasualtyMention,
             raised: Sequence[int]) -> bool:
    """Whether a toll is what the one before it raised a total to: "killing 2, which brings the number of dead to 9".

    In the gold 5 such of 6 are no toll of an event.
    """
    before = max((m.end for m in tolls if m.kind == total.kind and m.end <= total.start), default=total.start)
    at = next((at for at in raised if before <= tokens[at].start < total.start), sentence.last)
    near = (t.norm for t in tokens[at : sentence.last] if t.start <= total.end + _JOINED)
    return any(without_article(norm) in toll_words().lists["count"] for norm in near)


def _month_behind(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether a month stands behind "since", the day at most between."""
    at += 1
    at += at < stop and tokens[at].kind == "number"
    return at < stop and tokens[at].norm in toll_words().lists["month"]


def _near(tokens: Sequence[Token], toll: CasualtyMention, at: int) -> bool:
    """Whether a period stands near a toll; not one that its attack is the worst of ("the fiercest in a month")."""
    start = tokens[at].start
    if start < toll.start:
        return toll.start - _PERIOD // 2 <= start
    record = toll_words().lists["record"]
    worst = any(t.start >= toll.end and t.norm in record for t in tokens[max(0, at - _WORST) : at])
    return toll.end <= start <= toll.end + _PERIOD and not worst


def _told_under(tokens: Sequence[Token], sentence: Sentence, toll: CasualtyMention, at: int) -> bool:
    """Whether a clause begins with a period that stands before a toll, no day between: all that follows sums it up."""
    before = tokens[at - 1].norm
    begins = at == sentence.first or tokens[at].norm[0] in CONJUNCTIONS or before in BREAKS | toll_words().lists["that"]
    return begins and tokens[at].start < toll.start and toll_words().lists["on_the_day"].isdisjoint(
        t.norm.lstrip(CONJUNCTIONS) for t in tokens[at : sentence.last] if t.start < toll.start)


def _since_a_month(tokens: Sequence[Token], sentence: Sentence, toll: CasualtyMention, at: int) -> bool:
    """Whether a toll is one since the month that a token tells: at the clause's head, or in the toll's own clause.

    "The worst since June" and "the attack of yesterday, the first since June" sum nothing up.
    """
    start = tokens[at].start
    if start < toll.start:
        return toll.start - _PERIOD // 2 <= start and (at == sentence.first or tokens[at - 1].norm in BREAKS)
    between = {t.norm for t in tokens[sentence.first : at] if t.start >= toll.end}
    lists = toll_words().lists
    return start <= toll.end + _PERIOD and between.isdisjoint(BREAKS | lists["record"] | lists["on_the_day"])
