"""Who bore a name on its day: the heirs of a state's branches, and whom a report of earlier years means by a name."""

from __future__ import annotations

from typing import Final

from sijill.documents import ActorMention, Document
from sijill.extract.actors.mention_heads import head_forms
from sijill.extract.reference.setting import Setting
from sijill.extract.tables.classed_words import deed_words
from sijill.extract.tables.registry import ARTICLE, Registry

_COMPOSED, _ANAPHOR = "composed", "anaphor"
_GOVERNMENT: Final = "gov"
_BY_NAME: Final = ("name", "composed", "member")
_YEARS: Final = range(1900, 2100)
_SINCE: Final = "ever_since"
_REACH: Final = 2  # tokens from "since" to its year ("since the year 2011")


class TheirDay:
    """Tells of names, by the days on which those who bore them were in being, whom they mean."""

    def __init__(self, document: Document, known: Registry, setting: Setting) -> None:
        assert document.tokens is not None and document.actors is not None
        self._document, self._known, self._setting = document, known, setting
        self._tokens, self._day = document.tokens, document.published
        self._of_places = frozenset([place.first for place in document.places or ()])
        self._years_in: dict[int, list[int]] = {}
        self._named = frozenset([m.ids[0] for m in document.actors if len(m.ids) == 1])

    def alive(self, one: str) -> bool:
        """Whether a side was in being when the article appeared; one that the registry lacks always is."""
        actor = self._known.actors.get(one)
        return actor is None or actor.valid(self._day)

    def bearers(self, at: int, mention: ActorMention) -> list[str]:
        """Who bore a name before, where the article tells of them and not of those who bear it when it appears.

        So it is where a sentence tells of an earlier year, of which those who live now are not ("in 2014 A fought the
        X front"), and where those who live now are strangers to the country of the article, and none else is meant.
        """
        known = [one for one in mention.ids if one in self._known.actors]
        gone = [one for one in known if self._gone(one)]
        alive = [one for one in known if self.alive(one)]
        if mention.kind not in _BY_NAME or not gone or not alive or len(known) < len(mention.ids):
            return []
        number = self._setting.sentence_of[at]
        if number not in self._years_in:
            self._years_in[number] = self._years(number)
        years = self._years_in[number]
        then = [one for one in known if any(self._was(one, year) for year in years)]
        if then and not any(one in then for one in alive):
            return then
        main = self._setting.main[:1]
        homes = {one: self._known.actors[one].countries for one in known}
        if not main or not self._named.isdisjoint(alive) or any(
                not homes[one] or main[0] in homes[one] for one in alive):
            return []
        return [one for one in gone if main[0] in homes[one]]

    def of_the_day(self, mention: ActorMention, one: str) -> str:
        """Whom a name for a state's forces means on the day: its heir, where that goes by such a name as well."""
        heir = self._known.heir(one, self._day)
        told = range(mention.first, mention.last)
        words = [head_forms(self._tokens[at].norm)[1] for at in told]
        # the forces of a fallen leader are still his
        his = any(self._known.owners.longest_at(self._tokens, at, mention.last) for at in told)
        such = heir is not None and not his and (
            mention.kind == _COMPOSED or not self._known.name_heads[heir].isdisjoint(words)
            or any(self._known.is_link("title", ARTICLE + word) for word in words))
        return heir if heir is not None and such else self.before_its_time(one)

    def before_its_time(self, one: str) -> str:
        """A side, of a state's branch that was not yet in being the one of that day."""
        actor, day = self._known.actors.get(one), self._day
        coming = actor is not None and actor.valid_from is not None and day is not None and day < actor.valid_from
        return (self._known.heir(one, day) if coming else None) or one

    def rulers_then(self, mention: ActorMention) -> dict[str, str]:
        """Who governed a town's country before those did who rule there now: "Sanaa" of 2009 is Yemen's government."""
        if mention.kind != _ANAPHOR or mention.first not in self._of_places:
            return {}
        homes = [self._known.actors[one].countries for one in mention.ids if one in self._known.actors]
        rulers = [self._known.branch(country, _GOVERNMENT, self._day)
                  for country in sorted(frozenset[str]().union(*homes))]
        return {one: "expired" for one in rulers if one is not None}

    def _years(self, number: int) -> list[int]:
        """The years before the article's own of which a sentence tells; "since" a year is until now."""
        assert self._document.sentences is not None
        if self._day is None:
            return []
        sentence, words, out = self._document.sentences[number], deed_words(), []
        for at in range(sentence.first, sentence.last):
            token = self._tokens[at]
            if token.kind != "number" or not token.norm.isdigit() or int(token.norm) not in _YEARS:
                continue
            before = self._tokens[max(sentence.first, at - _REACH):at]
            if int(token.norm) < self._day.year and not any(words.has(one.key, _SINCE) for one in before):
                out.append(int(token.norm))
        return out

    def _gone(self, one: str) -> bool:
        """Whether a side was no more when the article appeared."""
        end = self._known.actors[one].valid_to
        return end is not None and self._day is not None and end < self._day

    def _was(self, one: str, year: int) -> bool:
        """Whether a side was in being in some part of a year."""
        actor = self._known.actors[one]
        return (actor.valid_from is None or actor.valid_from.year <= year) and (
            actor.valid_to is None or actor.valid_to.year >= year)
