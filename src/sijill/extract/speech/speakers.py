"""Speakers: whom an article names as its sources, and how far the text goes on their word."""

from __future__ import annotations

from typing import Final

from sijill.documents import Document, Sentence, SpeakerMention, Token
from sijill.extract.speech.names import Said
from sijill.extract.speech.parts import QUOTE, plain_tokens, statements, unclosed
from sijill.extract.speech.phrases import phrase_at
from sijill.extract.speech.sources import Scope, Sources
from sijill.extract.tables.lexicon import lexicon as trigger_words
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences")
ASSIGNS: Final = ("speakers",)
# tokens from who relays to "that", over where it was ("from the region, that")
_TO_RELAYED: Final = 5
# tokens from an opening quotation mark to the end of a name in quotes
_QUOTED_NAME: Final = 9


def find_speakers(document: Document) -> Document:
    """The document with its speakers: one mention for each stretch of text that is told on a word."""
    if document.tokens is None or document.sentences is None:
        raise ValueError("speakers need tokens and sentences")
    tokens = plain_tokens(document)
    reader = _Reader(tokens, document.source)
    end = 0
    for sentence in document.sentences:
        if "\n" in document.text[end : sentence.start]:
            reader.open_quote = ()
        for statement in statements(tokens, sentence):
            reader.read(statement)
        end = sentence.end
    mentions = {
        (scope.said.start, tokens[scope.first].start, tokens[scope.last - 1].end): SpeakerMention(
            scope.said.start, scope.said.end, scope.said.kind, tokens[scope.first].start,
            tokens[scope.last - 1].end, scope.rule, scope.said.actor_id)
        for scope in reader.scopes if scope.last > scope.first
    }
    ordered = sorted(mentions.values(), key=lambda m: (m.scope_start, m.start))
    return replace(document, speakers=tuple(ordered))


class _Reader(Sources):
    """One pass over the sentences, laying scopes."""

    def __init__(self, tokens: tuple[Token, ...], publisher: str | None) -> None:
        super().__init__(tokens, publisher)
        self._unclosed = unclosed(tokens)

    def read(self, sentence: Sentence) -> None:
        """Read one sentence: its cues from left to right, then how far each one reaches."""
        tokens, first, last = self.tokens, sentence.first, sentence.last
        found: list[Scope] = []
        if self.open_quote and self._another_says(first, last):
            self.open_quote = ()
        at = self._headed(found, first, last)
        while at < last:
            group = self.lex.cues.get(tokens[at].key) if tokens[at].kind == "word" else None
            says_it = group == "published" or tokens[at].key in self.lex.told_it
            if says_it and at > first and self.lex.has("what", tokens[at - 1]):
                # "what X announced it of"
                at = self._what(found, at, first, last)
            elif group is None:
                at += 1
            elif group == "source":
                at = self._source(found, at, first, last)
            elif group == "published":
                at = self._published(found, at, last)
            elif group == "carry":
                at = self._carry(found, at, first, last)
            elif group == "appear":
                at = self._appears(found, at, last)
            else:
                at = self._say(found, at, first, last, group)
        if any(s.rule == "source" for s in found):
            found = [s for s in found if not s.rule.startswith("weak")]
        self._quotations(found, first, last)
        self.scopes.extend(found)
        self.previous = (first, last)

    def _say(self, found: list[Scope], at: int, first: int, last: int, group: str) -> int:
        """A verb of speech: what follows it in the sentence is on its subject's word."""
        tokens, lex = self.tokens, self.lex
        if at > first and lex.has("negation", tokens[at - 1]):
            return at + 1
        if tokens[at].key in lex.voiced and at + 1 < last and lex.has("that", tokens[at + 1]):
            return at + 1
        nested = self._nested(found, at) and not self.resumes(at, first, last)
        if nested and group in ("weak", "told", "record"):
            return at + 1
        if tokens[at].key in lex.relays and at + 1 < last and tokens[at + 1].key in lex.sets["quoting"] and (
                self.before(at, first) is None):
            return self._quoted_from(found, at, first, last)
        said, end, rule = self._subject(at, first, last, group)
        if said is None or self._says_nothing(said, at, end, last, group):
            return at + 1
        if not nested or group == "noun":
            self._cut(found, at)
        if tokens[at].key in lex.ascribing or tokens[at].key in lex.relays:
            relayed = self._relays(found, said, at, end, last)
            if relayed is None:
                return at + 1
            said, end = relayed
        else:
            stop = last if rule == "say.who" else self.relative_end(at, end, last)
            found.append(Scope(said, at, stop, rule))
            found.extend(Scope(other, at, stop, rule + ".with") for other in self.joined(end, last))
            self._recipient(found, end, last)
        if rule == "say.again":
            found.extend(Scope(other, at, last, "outer.again", outer=True) for other in self.outer)
        elif not nested:
            self.current = said
            self.outer = tuple(s.said for s in found if s.rule in ("recipient", "relay") and s.first == at)
        return max(end, at + 1)

    def _quoted_from(self, found: list[Scope], at: int, first: int, last: int) -> int:
        """A verb of passing on without a subject ("was quoted from X"): the sentence, or what follows, is X's word."""
        inner = self._relayed(at + 1, at + 2)
        if inner is None:
            return at + 1
        held = any(not s.outer and s.last > at for s in found)
        start = at if held or self.joined_at(at) else first
        found.append(Scope(inner[0], start, last, "relayed"))
        return inner[1]

    def _says_nothing(self, said: Said, at: int, end: int, last: int, group: str) -> bool:
        """Whether a word that may be a verb of speech is none with its subject, or with what stands behind that."""
        if group == "told" and not (self.opens_clause(end, min(last, end + 3)) or self.goes_on_to_say(end, last)):
            return True
        if self.tokens[at].key in self.lex.sets["homograph"] and (
                end >= last or self.tokens[end].key not in self.lex.sets["opening"]):
            return True
        return group == "record" and said.kind in ("belligerent", "international") and said.rule != "source"

    def _relays(self, found: list[Scope], said: Said, at: int, end: int, last: int) -> tuple[Said, int] | None:
        """Whose word a speaker passes on, or his own, and where its name ends; None where he passes on nobody's."""
        tokens, lex = self.tokens, self.lex
        ascribed = tokens[at].key in lex.ascribing
        inner = self._relayed(end, min(last, end + 8), ascribed)
        own = any(tokens[k].key in lex.sets["own_word"] for k in range(end, min(last, end + 14)))
        if ascribed and not own:
            return None
        if inner is None and not own and not self.opens_clause(end, min(last, end + _TO_RELAYED)):
            return None
        found.append(Scope(said, at, last, "relay"))
        if inner is None:
            return said, end
        found.append(Scope(inner[0], min(at + 1, last - 1), last, "relayed"))
        return inner

    def _subject(self, at: int, first: int, last: int, group: str) -> tuple[Said | None, int, str]:
        """Who says it: the phrase before the verb, after it, a name, or the one who spoke last."""
        tokens, lex = self.tokens, self.lex
        here = self.pass_adverbs(at + 1, last)
        if tokens[at].key in lex.sets["report"]:
            if at + 2 >= last or tokens[at + 1].key not in lex.sets["out_of"]:
                return None, at, group
            here = at + 2
        before = self._subject_before(at, here, first, last) if group != "noun" else None
        if before is not None:
            if tokens[at].key in lex.accusing and here < last and (
                    tokens[here].norm[0] in lex.bound and not lex.has("that", tokens[here])):
                return None, at, group
            return before, here, group + ".before"
        joined = at == first or self.joined_at(at) or self.opens(at)
        doubts = group == "weak" and joined and here < last
        if doubts and (lex.has("what", tokens[here]) or here == at + 1 and lex.has("opening", tokens[here])):
            return self.current, here, "say.again"
        behind = self._subject_behind(at, here, first, last, group, joined) if here < last else None
        if behind is not None:
            return behind
        if here < last and tokens[here].key in lex.sets["on"]:
            here += 1
        if group in ("say", "told") and joined and self._says_more(at, here, first, last, group):
            return self.doer(at, first) or self.current, here, "say.again"
        return None, at, group

    def _subject_before(self, at: int, here: int, first: int, last: int) -> Said | None:
        """The phrase before a verb, unless the verb is joined to what that one does and its own subject follows."""
        before = self.before(at, first)
        if before is not None and (self.tokens[at].key in self.lex.joined and here < last and (
                phrase_at(self.tokens, here, last) is not None) or self.resumes(at, first, last)):
            return None
        return before

    def _subject_behind(self, at: int, here: int, first: int, last: int, group: str,
                        joined: bool) -> tuple[Said | None, int, str] | None:
        """What stands behind a verb where its subject may be, or whom its clause describes; None where neither is."""
        said, end = self._named_behind(here, last, group)
        relative = at > first and self.tokens[at - 1].key in self.lex.sets["relative"]
        if relative and said is None and group == "say":
            clause = self.opens_clause(here, min(last, here + 3))
            return self.antecedent(at - 1, first) if clause else None, here, "say.who"
        if said is None:
            return None
        if (relative or not joined and group != "noun") and not self.says_that(end, min(last, end + 9)):
            return None, end, group
        if self.tokens[at].key in self.lex.accusing and joined and (
                end < last and self.tokens[end].norm[0] in self.lex.sets["with"]):
            return self.current, end, "say.again"  # who is accused of it right behind the verb has not said it
        return said, end, group

    def _named_behind(self, here: int, last: int, group: str) -> tuple[Said | None, int]:
        """The speaker whom a token behind a verb begins to name, and where his name ends."""
        phrase = phrase_at(self.tokens, here, last)
        if phrase is not None and self.tokens[here].norm == QUOTE and not any(
                token.norm == QUOTE for token in self.tokens[here + 1 : min(last, here + _QUOTED_NAME)]):
            phrase = None  # what is said, not who says it
        if phrase is not None:
            said = self.known(phrase)
            self.learn_names(said, phrase.last, last)
            return said, phrase.last
        if group == "noun":
            return None, here
        pointed, end = self.pointed(here, last)
        return (pointed, end) if pointed is not None else self.by_name(here, last)

    def _says_more(self, at: int, here: int, first: int, last: int, group: str) -> bool:
        """Whether a verb without a subject is of who spoke last: "that", a quotation or a deed is all that follows."""
        tokens, lex = self.tokens, self.lex
        if at > first and tokens[at - 1].norm in lex.sets["pause"] and not self.joined_at(at):
            return False
        if self.says_that(here, min(last, here + 1)) or here < last and (
                tokens[here].norm[0] in lex.sets["with"] and tokens[here].key not in self.names) or (
                here > at + 1 and self.opens_clause(here, min(last, here + 6))):
            return True
        deed = trigger_words().hit(tokens[here].norm) if group == "say" and here < last else None
        return deed is not None and deed.form == "noun" and not deed.particles

    def _carry(self, found: list[Scope], at: int, first: int, last: int) -> int:
        """A participle of speech (adding that) under no verb of speech: the sentence's subject says it."""
        going = [s for s in found if s.last > at and not s.outer]
        if going and self.tokens[at - 1].norm in self.lex.sets["pause"]:
            for scope in going:
                if scope.first > going[0].first and scope.rule.endswith(".before"):
                    scope.last = at  # whom the speaker quotes has not added what follows
        if any(s.last > at for s in found) or self.open_quote or (
                not self.opens_clause(at + 1, min(last, at + 4))):
            return at + 1
        for here in range(first, min(at, first + 3)):
            if self.tokens[here].kind == "word" and (phrase := phrase_at(self.tokens, here, at)) is not None and (
                    not self.dateline(phrase, first)):
                self.current = self.known(phrase)
                found.append(Scope(self.current, at, last, "carry"))
                break
        return at + 1

    def _another_says(self, first: int, last: int) -> bool:
        """Whether a sentence opens with "and A said that": a quotation that seems open was closed without its mark."""
        if self.lex.cues.get(self.tokens[first].key) != "say" or not self.joined_at(first) or first + 1 >= last:
            return False
        phrase = phrase_at(self.tokens, first + 1, last)
        return phrase is not None and self.opens_clause(phrase.last, min(last, phrase.last + _TO_RELAYED))

    def _nested(self, found: list[Scope], at: int) -> bool:
        """Whether a verb stands inside another's speech: in its quotation, or in its that-clause."""
        holder = next((s for s in reversed(found) if not s.outer and s.last > at), None)
        if holder is None:
            return bool(self.open_quote)
        spoken = [self.tokens[k].start for k in range(holder.first, at) if self._quotes(k)]
        named = sum(holder.said.start <= start < holder.said.end for start in spoken)
        marks = len(spoken) - named - named % 2  # not the quotes of the speaker's own name
        if marks:
            return marks % 2 == 1
        return not self.joined_at(at) and not self.lex.aside(self.tokens, at) and not any(
            self.lex.has("turn", self.tokens[k]) for k in range(holder.first, at))

    def _quotes(self, at: int) -> bool:
        """Whether a token opens or closes a quotation."""
        return self.tokens[at].norm == QUOTE and at not in self._unclosed

    def _quotations(self, found: list[Scope], first: int, last: int) -> None:
        """Carry speech over full stops inside an open quotation."""
        marks = [k for k in range(first, last) if self._quotes(k)]
        if self.open_quote:
            stop = marks[0] + 1 if marks else last
            found.extend(Scope(said, first, stop, "quote") for said in self.open_quote)
            if not marks:
                return
            marks = marks[1:]
            self.open_quote = ()
        spoken = [s for s in found if marks and not s.outer and s.last == last and s.first < marks[-1]]
        if len(marks) % 2 and spoken:
            self.open_quote = tuple(s.said for s in spoken)
