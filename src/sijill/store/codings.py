"""Blind coding in a record: articles given to people, the steps of their work, and the settlement of differences."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, RowMapping, func, insert, select

from sijill.agreement.codings import Assignment, Coding, Step, all_finished, coding_of, machine_events
from sijill.agreement.settling import Outcome, Settlement, Verdict, settled_claim, settlement
from sijill.documents import Document, Event
from sijill.errors import RecordError
from sijill.ledger import Decision, Words
from sijill.link.corrections import with_words
from sijill.store import schema
from sijill.store.chain import Chain
from sijill.store.coding_tables import assignments, coding_steps
from sijill.store.connection import Database
from sijill.store.decisions import add_decision
from sijill.store.linked_tables import linked_articles
from sijill.store.rows import Rows, read_document, settled_rows

MOST_CODERS = 12
"""People that one article can be given to."""


class BadCoding(RecordError):
    """A step of blind coding cannot be taken: of someone who is not asked, or when it is too early or too late."""

    code = "E420"


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """An assignment with its article and all that was done: `codings` in the order of its coders.

    `people` are the claims of the article that settlements made.
    """

    assignment: Assignment
    document: Document
    steps: tuple[Step, ...]
    codings: tuple[Coding, ...]
    people: tuple[Event, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether all coders have finished."""
        return all_finished(self.codings)

    @property
    def settlement(self) -> Settlement:
        """What is settled of it; only to be shown once all have finished."""
        return settlement(self.codings, self.steps)

    def coding(self, person: str) -> Coding | None:
        """One person's coding; None if they were not asked to code it."""
        return next((coding for coding in self.codings if coding.by == person), None)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The ids of the articles that each person codes blind while not all of their coders have finished.

    `read` are the last assignment and step that were read for it.
    """

    read: tuple[int, int] = (0, 0)
    articles: Mapping[str, frozenset[str]] = field(default_factory=dict)


class CodedRecord:
    """The part of a record that keeps what people code blind."""

    where: str
    _database: Database

    def assign(self, article_id: str, coders: Sequence[str], *, start: str, by: str) -> Assignment:
        """Give an article to two or more people to code blind; BadCoding where that cannot be.

        `start` is what they begin with: "machine" or "nothing".
        """
        names = tuple(dict.fromkeys(" ".join(name.split()) for name in coders))
        with self._database.writing() as connection:
            if start not in ("machine", "nothing"):
                raise BadCoding(f"a coder cannot begin with {start!r}", where=self.where,
                                next_step="Give machine or nothing")
            if not 2 <= len(names) <= MOST_CODERS or not all(names):
                raise BadCoding(f"an article is given to 2 to {MOST_CODERS} people", where=self.where,
                                next_step="Give the name of each, two different ones or more")
            articles = schema.articles.c
            if connection.execute(select(articles.id).where(articles.id == article_id)).scalar() is None:
                raise BadCoding(f"no article has the id {article_id!r}", where=self.where,
                                next_step="Take an id from the list of articles")
            at = dt.datetime.now(dt.UTC)
            row = {"key": "", "at": at.isoformat(timespec="microseconds"), "by": by, "article_id": article_id,
                   "start": start, "coders": json.dumps(names, ensure_ascii=False)}
            row["key"] = hashlib.blake2b(json.dumps([row, secrets.token_hex(8)]).encode(), digest_size=6).hexdigest()
            self._append(connection, "assignments", row)
            return Assignment(row["key"], at, by, article_id, "machine" if start == "machine" else "nothing", names)

    def assignments(self) -> tuple[Assignment, ...]:
        """Every assignment in the order in which they were given."""
        with self._database.reading() as connection:
            rows = connection.execute(select(assignments).order_by(assignments.c.id))
            return tuple(_assignment(row._mapping) for row in rows)

    def unfinished(self, known: Unfinished | None = None) -> Unfinished:
        """What is being coded blind now; what is `known`, where nothing was given or done since."""
        before = known or Unfinished()
        given, step = assignments.c, coding_steps.c
        with self._database.reading() as connection:
            last = (connection.execute(select(func.coalesce(func.max(given.id), 0))).scalar_one(),
                    connection.execute(select(func.coalesce(func.max(step.id), 0))).scalar_one())
            if last == before.read:
                return before
            ends = {(row.assignment, row.by): row.verb == "finish" for row in connection.execute(
                select(step.assignment, step.by, step.verb).where(step.verb.in_(("finish", "reopen")))
                .order_by(step.id))}
            articles: dict[str, set[str]] = {}
            for row in connection.execute(select(given.id, given.article_id, given.coders)):
                coders = json.loads(row.coders)
                if not all(ends.get((row.id, name)) for name in coders):
                    for name in coders:
                        articles.setdefault(name, set()).add(row.article_id)
        return Unfinished(last, {name: frozenset(ids) for name, ids in articles.items()})

    def coded_articles(self, keys: Iterable[str] | None = None) -> tuple[CodedArticle, ...]:
        """All assignments, or those with these ids, with what was done."""
        with self._database.reading() as connection:
            wanted = None if keys is None else list(keys)
            query = select(assignments).order_by(assignments.c.id)
            if wanted is not None:
                query = query.where(assignments.c.key.in_(wanted))
            return tuple(_read(connection, row._mapping) for row in connection.execute(query).all())

    def coded_article(self, key: str) -> CodedArticle:
        """The assignment with this id, its article and what was done; BadCoding if there is none."""
        with self._database.reading() as connection:
            return self._find(connection, key)

    def add_step(self, key: str, make: Callable[[CodedArticle], Sequence[Step]]) -> CodedArticle:
        """Append the steps that `make` gives of the assignment as it is now; as it is afterwards.

        Nobody else writes in between, so that what `make` checks still holds.
        """
        with self._database.writing() as connection:
            found = self._find(connection, key)
            self._add(connection, key, make(found))
            return self._find(connection, key)

    def close_settlement(self, key: str, by: str, make: Callable[[CodedArticle], Outcome],
                         note: str) -> list[Decision]:
        """End a settlement by what `make` says that it comes to, all of it or nothing; BadCoding if open.

        Its verdicts become decisions; the events that no claim tells become claims, which whoever ends it accepts.
        """
        with self._database.writing() as connection:
            found = self._find(connection, key)
            settled = found.settlement
            if not found.finished or settled.closed_by is not None or settled.open:
                raise BadCoding("it is settled already" if settled.closed_by else "not everything is settled",
                                where=key, next_step="Settle every difference first, once all coders have finished")
            at, said = dt.datetime.now(dt.UTC), make(found)
            taken = [add_decision(connection, _decision(one, found.document.text, at, by, note), self.where)
                     for one in said.verdicts]
            self._add(connection, key, [Step(at, by, "close")])
            new = [settled_claim(found.document, key, one) for one in said.unclaimed]
            self._claim(connection, found.document, new, at)
            return [*taken, *(add_decision(connection, Decision("", at, by, "accept", (one.event_id,), note=note),
                                           self.where) for one in new)]

    def _claim(self, connection: Connection, document: Document, new: Sequence[Event], at: dt.datetime) -> None:
        """Write claims that people settled, by the last step, and prepare them to be linked."""
        if not new:
            return
        article = document.article_id
        chain = Chain(connection, at=at.isoformat(timespec="microseconds"), where=self.where)
        claims, arguments = schema.claims.c, schema.arguments.c
        number, argument = (connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()
                            for column in (claims.id, arguments.id))
        position = connection.execute(select(func.coalesce(func.max(claims.position), -1))
                                      .where(claims.article_id == article)).scalar_one()
        step = connection.execute(select(func.max(coding_steps.c.id))).scalar_one()
        rows: Rows = {"claims": [], "arguments": []}
        for place, event in enumerate(new, 1):
            for name, own in settled_rows(event, document.text, position + place, article, number + place,
                                          step).items():
                rows[name] += own
        for at_row, row in enumerate(rows["arguments"], argument + 1):
            row["id"] = at_row
        for name, own in rows.items():
            if own:
                connection.execute(insert(schema.metadata.tables[name]), own)
        chain.add("settled", step, rows)
        chain.write()
        prepared = linked_articles.c.article_id
        if connection.execute(select(prepared).where(prepared == article)).scalar() is not None:
            # comparing claims takes much that reading does without
            from sijill.store.preparing import prepare_claims

            prepare_claims(connection, {article: document.text}, range(number + 1, number + len(new) + 1))

    def _find(self, connection: Connection, key: str) -> CodedArticle:
        row = connection.execute(select(assignments).where(assignments.c.key == key)).one_or_none()
        if row is None:
            raise BadCoding(f"no assignment has the id {key!r}", where=self.where,
                            next_step="Take one from the page of codings")
        return _read(connection, row._mapping)

    def _add(self, connection: Connection, key: str, steps: Iterable[Step]) -> None:
        number = connection.execute(select(assignments.c.id).where(assignments.c.key == key)).scalar_one()
        for one in steps:
            self._append(connection, "coding_steps", {
                "assignment": number, "at": one.at.isoformat(timespec="microseconds"), "by": one.by, "verb": one.verb,
                "unit": one.unit, "field": one.field, "value": one.value})

    def _append(self, connection: Connection, table: str, row: Mapping[str, object]) -> None:
        known = schema.metadata.tables[table]
        # the chain first: of a database it makes other writers wait
        chain = Chain(connection, at=str(row["at"]), where=self.where)
        number = connection.execute(select(func.coalesce(func.max(known.c.id), 0))).scalar_one() + 1
        whole = {"id": number} | dict(row)
        connection.execute(insert(known).values(**whole))
        chain.add("assignment" if table == "assignments" else "coding_step", number, {table: [whole]})
        chain.write()


def _read(connection: Connection, row: RowMapping) -> CodedArticle:
    given = _assignment(row)
    whole = read_document(connection, given.article_id, people=True)
    document = read_document(connection, given.article_id)
    table = coding_steps.c
    steps = tuple(Step(dt.datetime.fromisoformat(one.at), one.by, one.verb, one.unit, one.field, one.value)
                  for one in connection.execute(
                      select(coding_steps).where(table.assignment == row["id"]).order_by(table.id)))
    beginning = machine_events(document) if given.start == "machine" else ()
    return CodedArticle(given, document, steps, tuple(coding_of(name, beginning, steps) for name in given.coders),
                        (whole.events or ())[len(document.events or ()):])


def _assignment(row: RowMapping) -> Assignment:
    return Assignment(row["key"], dt.datetime.fromisoformat(row["at"]), row["by"], row["article_id"], row["start"],
                      tuple(json.loads(row["coders"])))


def _decision(verdict: Verdict, text: str, at: dt.datetime, by: str, note: str) -> Decision:
    """A verdict of a settlement as a decision, with the words of the article's text that say so."""
    value = verdict.value
    if value is not None and verdict.span is not None:
        value = with_words(value, Words(*verdict.span, text[slice(*verdict.span)]))
    return Decision("", at, by, verdict.verb, (verdict.claim,), verdict.field, value, note)
