"""Actor mentions: names of the registry, compositions (a head word and its owner), new names, people."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from sijill.arabic.clitics import CONJUNCTIONS, FOR, WITH, key, readings, without_article
from sijill.arabic.folding import raw_offset
from sijill.arabic.inflection import NISBAS, THEM
from sijill.arabic.tokens import NAMING, closed
from sijill.documents import ActorMention, Document, MentionKind, Token
from sijill.extract.actors.bare_heads import NO_PRONOUN, Found, ends_otherwise, ordered_ids
from sijill.extract.actors.bases import the_bases
from sijill.extract.actors.compositions import composition
from sijill.extract.actors.multitudes import multitude
from sijill.extract.actors.namesakes import namesakes
from sijill.extract.actors.new_names import MOST_WORDS_IN_QUOTES, OF_A_SORT, new_name
from sijill.extract.actors.no_sides import Told, no_side
from sijill.extract.actors.nobody_there import of_camp
from sijill.extract.actors.owner_forms import BRANCH
from sijill.extract.tables.gazetteer import gazetteer
from sijill.extract.tables.lexicon import VERBS, lexicon, word_classes
from sijill.extract.tables.registry import ARTICLE, Registry, registry
from sijill.replacing import replace

REQUIRES: Final = ("tokens", "sentences", "numbers")
ASSIGNS: Final = ("actors",)

_STATE_OR_PEOPLE: Final = "nationality"
_LAST_KIND: Final[MentionKind] = "anaphor"
_VICTIM: Final = "victim"
_OF_WOMEN_AND_THINGS: Final = ("ه", "ة", "ات")
_COUNTRY: Final = "COUNTRY:"
_FEMININE: Final = "ه"
_OF_MEN: Final = ("ان", "ون", "ين")
_HE: Final = "ي"
_BARE: Final = "head."
_POSSESSED: Final = ("ها", *THEM)
# how the rules end of those who belong to another side, and the words that say that they do
_OWNED: Final = "+owner"
_FROM: Final = ("by", "within")
_TO: Final = (FOR, WITH)
_KINDS: Final[tuple[MentionKind, ...]] = ("name", "country", "member", "loaded")


def find_actors(document: Document) -> Document:
    """Lay the layer of actor mentions over a document that has tokens and sentences."""
    assert document.tokens is not None and document.sentences is not None
    known = registry()
    tokens = document.tokens
    numbers = {number.first: number for number in document.numbers or ()}
    counted = frozenset([number.last for number in document.numbers or ()])
    passed = the_bases(known, tokens) | namesakes(known, tokens)
    passed_in_order = sorted(passed)
    told = Told(known, tokens)
    out = told.mentions
    for sentence in document.sentences:
        at, of_place = sentence.first, -1
        while at < sentence.last:
            opens = tokens[at].kind in NAMING and at not in passed and known.opens(tokens[at].norm)
            found = None
            if opens:
                behind = bisect_right(passed_in_order, at)
                stop = min([sentence.last, *passed_in_order[behind : behind + 1]])
                found = _at(known, document, tokens, at, stop, at in counted)
            if found is None and opens and out and out[-1].last == at:
                found = _joined(known, document, tokens, at, sentence.last)
            if found is not None and at > sentence.first and known.is_link("dress", tokens[at - 1].key):
                at = found.end  # who wears the uniform of the police is not of the police
                continue
            if found is not None and found.rule == _STATE_OR_PEOPLE and out and out[-1].last == at:
                found = _second_state(known, document, tokens, out[-1], found)
            if found is not None and at > sentence.first and _is_of_a_place(known, tokens, at, of_place):
                at = of_place = at + 1
                continue
            if found is None and at in numbers:
                found = multitude(tokens, numbers[at], sentence.first, sentence.last)
            if found is not None and out and _goes_on(known, tokens, found, at, out[-1]):
                at += 1
                continue
            if found is not None and (of_camp(tokens, found, at, sentence.first) or (
                    out and _backs(known, tokens, found, at, out[-1]))):
                at = found.end
                continue
            if found is None or ends_otherwise(document.text, tokens[at], found, at) or _is_town(
                    known, tokens, found, at, sentence.first) or _is_adjective(
                    known, tokens, found, at, sentence.first, out) or (
                    at not in counted and _describes(known, document.text, tokens, found, at, sentence.first)
                    ) or no_side(known, tokens, found, at, sentence.first, told):
                at += 1
                continue
            if found.rule == _STATE_OR_PEOPLE and (at in counted or _hurt(known, tokens, found, at, sentence.first)):
                found = replace(found, kind="people", ids=("CIVILIANS",), rule="nationality.counted")
            told.add(_mention(document.text, tokens, found, at))
            at = found.end
    return replace(document, actors=_one_id_a_group(out, tokens))


def _mention(text: str, tokens: Sequence[Token], found: Found, at: int) -> ActorMention:
    """What was found at a token as a mention: from behind its particles to the quotation mark that closes it."""
    start = tokens[at].start + raw_offset(text[tokens[at].start : tokens[at].end], found.cut)
    end = closed(text, start, tokens[found.end - 1].end)
    return ActorMention(start, end, at, found.end, found.kind, found.ids, found.rule, found.score)


def _backs(known: Registry, tokens: Sequence[Token], found: Found, at: int, before: ActorMention) -> bool:
    """Whether a country is named only as what backs the side before it ("the government's forces, backed by X")."""
    here = at - 1 - known.is_link("by", tokens[at - 1].key)
    return (here == before.last and known.is_link("backed", tokens[here].key)
            and any(one.startswith(_COUNTRY) for one in found.ids))


def _is_town(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether a capital, behind a word for a town or province, is that place and no government.

    So is any town behind "in", or such a word, that only at times stands for who rules it; "farmer" before a town is
    "the farms of".
    """
    if at == first or found.end != at + 1:
        return False
    if known.is_link("grounds", tokens[at].norm[found.cut :]):
        place = gazetteer().at(tokens, at + 1, min(at + MOST_WORDS_IN_QUOTES, len(tokens)))
        return place is not None and place.cut == 0
    particles, town = tokens[at].norm[: found.cut], tokens[at].norm[found.cut :]
    behind_town = any(known.is_link("town", key(r.base)) for r in readings(tokens[at - 1].norm))
    if found.kind == _LAST_KIND and (behind_town or particles == WITH
                                     or known.is_link("within_town", tokens[at - 1].key)):
        return bool(gazetteer().find(town))
    return behind_town and tokens[at].key in known.capitals


def _is_of_a_place(known: Registry, tokens: Sequence[Token], at: int, of_place: int) -> bool:
    """Whether a nationality is of a land, border or house before it, or of one as the word before `of_place` is.

    "The Iraqi Syrian border"; one that does not agree may be of another word, as of "the border guards".
    """
    noun, word = tokens[at - 1], tokens[at].norm
    if not (word.startswith(ARTICLE) and word.endswith(NISBAS)) or known.nationality(
            tokens, at, at + 1) is None:
        return False
    if of_place in (at, at - 1) and (of_place == at or noun.kind == "mark"):
        return True
    for reading in readings(noun.norm):
        if known.is_link("land", key(reading.base)):
            return word.endswith(_FEMININE)
        if known.is_link("house", key(reading.base)):
            return word.endswith(_FEMININE) == reading.base.endswith(_FEMININE)
    return False


def _goes_on(known: Registry, tokens: Sequence[Token], found: Found, at: int, before: ActorMention) -> bool:
    """Whether a word is a second adjective of the side before it ("the opposing and fighting factions")."""
    word = tokens[at].norm[found.cut :]
    return (before.last == at and found.end == at + 1 and found.kind == _LAST_KIND
            and tokens[at].norm[: found.cut] == CONJUNCTIONS[0] and known.is_link("military", key(word))
            and word.endswith(_FEMININE) and tokens[at - 1].norm.endswith(_FEMININE))


def _hurt(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether an indefinite nationality is a man or men to whom something is done, or who are joined to others."""
    word = tokens[at].norm
    bare = word[found.cut:]
    if found.end != at + 1 or at == first or bare.startswith(ARTICLE) or bare.endswith(_OF_WOMEN_AND_THINGS):
        return False
    if word[:found.cut] == CONJUNCTIONS[0] or known.is_link("no_noun", tokens[at - 1].key):
        return bare.endswith(_OF_MEN)
    hit = lexicon().hit(tokens[at - 1].norm)
    return found.cut == 0 and hit is not None and any(lemma.frame == _VICTIM for lemma in hit.lemmas)


def _is_adjective(known: Registry, tokens: Sequence[Token], found: Found, at: int, first: int,
                  before: Sequence[ActorMention]) -> bool:
    """Whether a word that may stand for a side ("the National") is of the noun before it ("the National Museum")."""
    word = tokens[at].norm
    if found.kind != _LAST_KIND or found.ids[0] == "CIVILIANS" or found.end != at + 1 or at == first:
        return False
    if not (word.startswith(ARTICLE) and word.endswith(NISBAS)) or before and before[-1].last == at:
        return False
    noun = tokens[at - 1]
    return noun.kind == "word" and noun.norm.startswith(ARTICLE) and not known.is_link("no_noun", noun.key)


def _describes(known: Registry, text: str, tokens: Sequence[Token], found: Found, at: int, first: int) -> bool:
    """Whether a word that names people or describes a noun ("military") describes the one before it.

    Behind a verb, or a noun that says what is done to people ("the killing of a soldier"), it names them. What it
    describes may have its owner behind ("a military site of A"), or as a pronoun ("his military site").
    """
    if found.end != at + 1 and not tokens[at + 1].norm.startswith(FOR) or at == first:
        return False
    noun = tokens[at - 1]
    definite = noun.norm.startswith(ARTICLE)
    if known.is_link("armed", tokens[at].key):
        # "an armed attack"; "in the attack a gunman was killed" is of another
        return definite == tokens[at].norm.startswith(ARTICLE) and any(
            known.is_link("strife", key(r.base)) for r in readings(noun.norm))
    if not known.is_link("adjectival", tokens[at].key):
        return False
    article = tokens[at].norm.startswith(ARTICLE)
    owned = text[noun.end - 1] != NO_PRONOUN and not (article and noun.norm.startswith(_HE)) and (
        noun.norm.endswith((*_POSSESSED, _FEMININE) if article else _POSSESSED))
    # what has a pronoun is definite, and so is an adjective behind it (but "drives it, a bomber")
    if noun.kind != "word" or (definite or owned) != article or known.is_link("no_noun", noun.key):
        return False
    hit = lexicon().hit(noun.norm)
    if hit is not None and (hit.form in VERBS or any(lemma.frame == _VICTIM for lemma in hit.lemmas)):
        return False
    return word_classes().get(noun.norm) is None


def _one_id_a_group(mentions: Sequence[ActorMention], tokens: Sequence[Token]) -> tuple[ActorMention, ...]:
    """The mentions, a group of some sort under the id of the unit of its name ("the X groups", "X Battalions")."""
    units: dict[tuple[str, ...], str] = {}
    words: list[tuple[str, ...]] = []
    for mention in mentions:
        spelled = tuple([t.norm for t in tokens[mention.first : mention.last] if t.norm != '"'])
        words.append(spelled[1:])
        if mention.kind == "new" and mention.rule != OF_A_SORT:
            for name in (spelled, spelled[1:]):
                units.setdefault(name, mention.ids[0])
    return tuple([replace(m, ids=(units.get(name, m.ids[0]),)) if m.rule == OF_A_SORT else m
                  for m, name in zip(mentions, words, strict=True)])


def _at(known: Registry, document: Document, tokens: Sequence[Token], at: int, stop: int,
        counted: bool) -> Found | None:
    best = _name(known, tokens, at, stop)
    if best is not None and best.kind == "country" and at and (
            tokens[at - 1].kind == "number" or known.is_link("prayer", tokens[at - 1].key)):
        best = None  # no country is an accusative nationality without its tanwin ("12 Syrians"), or the sunset
    composed = composition(known, document, at, stop)
    if best is not None and composed is not None and best.kind == "name" and composed.end > best.end:
        best = _of_the_state(known, best, composed)
    if composed is not None and (best is None or composed.end > best.end and not _only_described(best, composed) or (
            composed.end == best.end and best.kind == "anaphor" and composed.kind == "composed")):
        best = composed
    if best is None or best.kind in ("anaphor", "people"):
        new = new_name(known, document, tokens, at, stop)
        if new is not None and (best is None or new.end > best.end):
            best = new
    return best if best is not None else _nationality(known, tokens, at, stop, counted)


def _joined(known: Registry, document: Document, tokens: Sequence[Token], at: int, stop: int) -> Found | None:
    """A leader's name that "and" joins to the side before it ("the militias of A and B")."""
    found = known.leader_at(tokens, at, stop, document.published)
    if found is None or found[2] != CONJUNCTIONS[0]:
        return None
    return Found(found[0], found[1], "name", ordered_ids(found[3]), "registry.joined")


def _second_state(known: Registry, document: Document, tokens: Sequence[Token], before: ActorMention,
                  found: Found) -> Found:
    """A second nationality with a head's article: of that head's branch ("the Turkish and Russian forces")."""
    at = before.last
    branch = BRANCH.get(known.head_words.get(key(without_article(tokens[before.first].norm))) or "")
    if branch is None or before.last == before.first + 1 or tokens[at].norm[: found.cut] != CONJUNCTIONS[0] or not (
            tokens[at].norm[found.cut :].startswith(ARTICLE) == tokens[at - 1].norm.startswith(ARTICLE)
            and tokens[at].norm[-1] == tokens[at - 1].norm[-1] and known.nationality(tokens, at - 1, at) is not None):
        return found
    one = known.branch(found.ids[0].removeprefix(_COUNTRY), branch, document.published)
    return found if one is None else replace(found, kind="composed", ids=(one,), rule="registry.joined", score=1.0)


def _of_the_state(known: Registry, best: Found, composed: Found) -> Found:
    """A name with a nationality behind it: of the sides of that name those that are of that state, if there are any."""
    state = known.family_of(composed.ids[0]) if composed.rule.endswith(_STATE_OR_PEOPLE) else None
    ids = tuple([one for one in best.ids if one in known.actors and state in known.actors[one].countries])
    return replace(best, ids=ids, end=composed.end) if ids else best


def _only_described(best: Found, composed: Found) -> bool:
    """Whether the longer one of two adds no owner to a name, but words that describe it."""
    return best.kind == "name" and composed.rule.startswith(_BARE)


def _name(known: Registry, tokens: Sequence[Token], at: int, stop: int) -> Found | None:
    found = known.book.longest_at(tokens, at, stop)
    if found is None:
        return None
    end, cut, _, senses = found
    kinds = {s.kind for s in senses}
    kind: MentionKind = next((k for k in _KINDS if k in kinds), _LAST_KIND)
    return Found(end, cut, kind, ordered_ids(senses), f"registry.{kind}")


def name_span(mention: ActorMention, document: Document) -> tuple[int, int]:
    """The span of what a mention calls its side: of the group "X", a man from X, or positions of X it is X."""
    tokens = document.tokens
    assert tokens is not None
    if mention.rule == OF_A_SORT:
        return tokens[mention.first + 2].start, tokens[mention.last - 2].end
    owner = _named_owner(mention, document.text, tokens) if mention.rule.endswith(_OWNED) else None
    return mention.start if owner is None else owner, mention.end


def _named_owner(mention: ActorMention, text: str, tokens: Sequence[Token]) -> int | None:
    """Where the name begins of whom a mention's men are "from", or whose things it tells of, if it ends with that."""
    known = registry()
    things = any(known.is_link("thing", key(r.base)) for r in readings(tokens[mention.first].norm))
    for at in range(mention.first + 1, mention.last):
        found = known.book.longest_at(tokens, at, mention.last)
        if found is None or found[0] != mention.last or all(sense.kind != "name" for sense in found[3]):
            continue
        if not (things or found[2] in _TO or any(known.is_link(joins, tokens[at - 1].key) for joins in _FROM)):
            return None
        first = tokens[at]
        return first.start + raw_offset(text[first.start : first.end], found[1])
    return None


def _nationality(known: Registry, tokens: Sequence[Token], at: int, stop: int, counted: bool) -> Found | None:
    """A nationality that stands alone: the state's, or its people; those that are counted are people."""
    found = known.nationality(tokens, at, stop, particles=True)
    if found is None:
        return None
    country, end, cut = found
    if country in known.peoples:
        return Found(end, cut, "people", ("CIVILIANS",), "nationality.people") if counted or _persons(
            tokens, at, cut) else None
    return Found(end, cut, "country", ("COUNTRY:" + country, "CIVILIANS"), _STATE_OR_PEOPLE, 0.4)


def _persons(tokens: Sequence[Token], at: int, cut: int) -> bool:
    """Whether a nationality alone is a noun: in a plural, a dual or the accusative, or behind a word for a deed."""
    word = tokens[at].norm[cut:]
    bare = without_article(word)
    if bare.endswith(_OF_WOMEN_AND_THINGS):
        return False
    if not bare.endswith(NISBAS):
        return True
    return bare == word and at > 0 and lexicon().hit(tokens[at - 1].norm) is not None
