"""The scorer: sums of weights, and shares that add up to one."""

import gzip
import inspect
import json
import math

import pytest

from sijill import resources
from sijill.extract.choosing import choice
from sijill.extract.choosing.choice import (
    Scorer,
    forget,
    likeliest,
    named,
    names,
    paired_scorer,
    probabilities,
    score,
    score_pair,
    scorer,
    weights,
)
from sijill.extract.reference import names as reference_names
from sijill.extract.stance import facts as role_facts
from sijill.extract.stance import names as role_names
from sijill.extract.triggers import names as trigger_names
from sijill.pipeline import load


def test_unknown_features_weigh_nothing() -> None:
    """A feature without a weight changes no score."""
    assert score(Scorer({"a": 1.5, "b": -0.5}, 0.0), ["a", "b", "c"]) == 1.0


def near(what: str, distance: int) -> tuple[str, ...]:
    return what, f"{what}={distance}"


def test_a_fact_weighs_what_its_names_weigh() -> None:
    """A fact's weight is the sum of the weights of the names that it stands for, however often it is asked for."""
    values = {"side": 0.5, "side=2": 0.25, "place=2": 4.0}
    facts = [(near, "side", 2), (near, "place", 2), "side"]
    assert names(facts) == ["side", "side=2", "place", "place=2", "side"]
    scorer = Scorer(values, 0.0)
    assert score(scorer, facts) == score(scorer, facts) == sum(values.get(name, 0.0) for name in names(facts)) == 5.25
    pairs = Scorer({name: complex(0.0, value) for name, value in values.items()}, 0j)
    assert score_pair(pairs, facts) == 5.25j


def test_a_scorer_is_bounded() -> None:
    """A scorer that has seen very many features forgets some, and weighs them as before."""
    scorer = Scorer({"0": 1.0, "49999": 2.0}, 0.0)
    assert sum(scorer[str(n)] for n in range(50_000)) == 3.0
    assert len(scorer) < 50_000
    assert scorer["0"] == 1.0


def test_shares_add_up() -> None:
    """The shares of the options of a choice add up to one, in the order of their scores."""
    shares = probabilities([2.0, 1.0, -700.0])
    assert math.isclose(sum(shares), 1.0)
    assert shares[0] > shares[1] > shares[2] >= 0.0
    assert probabilities([]) == []


def test_every_choice_has_weights() -> None:
    """The package ships weights for every choice that the coder makes."""
    for name in ("reference", "trigger", "actor1", "actor2", "place", "factuality"):
        assert weights(name)


def test_forgotten_weights_are_read_again() -> None:
    """After the weights' file has changed, no scorer keeps what the old ones weighed."""
    before = scorer("trigger"), paired_scorer("actor1", "actor2")
    forget()
    assert scorer("trigger") is not before[0]
    assert paired_scorer("actor1", "actor2") is not before[1]


def test_every_kind_of_fact_has_weights() -> None:
    """Each kind of fact that the coder asks for names something that the fitted weights know."""
    coder = load(model=None)
    for line in resources.read_text("demo/hasakah-2015.jsonl").splitlines():
        row = json.loads(line)
        coder(row["text"], source=row["source"], published=row["published"])
    weighed: dict[str, bool] = {}
    choices = ("reference", "trigger", "actor1", "actor2", "place")
    for asked in (*map(scorer, choices), paired_scorer("actor1", "actor2")):
        for fact in asked:
            if isinstance(fact, tuple):
                kind = f"{fact[0].__module__}.{fact[0].__name__}"
                weighed[kind] = weighed.get(kind, False) or any(name in asked.known for name in named(fact))
    assert {kind for kind, known in weighed.items() if not known} == set()
    written = {f"{kind.__module__}.{kind.__name__}" 
               for module in (reference_names, role_facts, role_names, trigger_names)
               for kind in vars(module).values() if inspect.isfunction(kind) and kind.__module__ == module.__name__}
    assert written <= weighed.keys()


def _pair(*parts: str) -> tuple[str, ...]:
    return parts


def _nest(*parts: str) -> tuple[object, ...]:
    return (_pair, *parts[:2]), *parts[2:]


def test_a_fact_of_facts_weighs_what_all_their_names_weigh() -> None:
    """A fact that stands for smaller facts has their names, and their weights added up."""
    fact = (_nest, "a", "b", "c")
    assert names([fact, "d"]) == ["a", "b", "c", "d"]
    assert Scorer({"a": 1.0, "b": 2.0, "c": 4.0}, 0.0)[fact] == 7.0


def test_bundling_decides_no_tie() -> None:
    """Options that differ by a rounding error are told apart by the sum of their names in order, not of their facts."""
    values = Scorer({"a": 0.1, "b": 0.2, "c": 0.3}, 0.0)
    bundled = [[(_pair, "a"), (_pair, "b", "c")], ["a", "b", "c"]]
    scores = [score(values, option) for option in bundled]
    assert scores[0] != scores[1]
    assert likeliest(values, bundled, scores) == likeliest(values, bundled[::-1], scores[::-1]) == 0
    assert likeliest(values, [["a"], ["c"]], [0.1, 0.3]) == 1


def test_the_file_of_weights_is_read_once_until_it_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two choices read the file once; what has been written into it since counts only once the old is forgotten."""
    files = [gzip.compress(b'{"one": {"a": 1.0}, "two": {"a": 2.0}}'), gzip.compress(b'{"one": {"a": 3.0}}')]
    forget()
    monkeypatch.setattr(choice, "read_bytes", lambda name: files.pop(0))
    assert (weights("one"), weights("two"), len(files)) == ({"a": 1.0}, {"a": 2.0}, 1)
    forget()
    assert (weights("one"), weights("two")) == ({"a": 3.0}, {})
    forget()
