"""The encoder's files, of a fit from annotated articles or of the mean of several fits."""

from __future__ import annotations

import json
import pathlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import islice

import numpy as np
import torch

from sijill.encoder.pieces import BEGIN, Pieces, read_pieces
from sijill.extract.roles.roles import PARTS
from training.encoder.fitting import Network, fit
from training.encoder.folds import third
from training.encoder.further import load_layers, open_texts, passages, pretrain, save_layers
from training.encoder.network import Layers
from training.encoder.onnx_file import save_network
from training.encoder.pretrained import Pretrained, pretrained
from training.encoder.settings import Settings
from training.encoder.targets import Article, kinds_of, targets
from training.encoder.vocabulary import cut
from training.encoder.weights import (
    EMBEDDINGS,
    FILES,
    Array,
    averaged,
    checksums,
    load_state,
    save_names,
    save_pieces,
    save_state,
    save_tables,
)
from training.encoder.windows import cut_windows
from training.views import examples
from training.written import written

_GOLD_WEIGHT = 1.3
"""What an article of gold/train counts beside one of our own annotations, or a report of ours."""


_EVERY, _WINDOW = 40, 400
"""One report of so many is a sample, and of it so many pieces at most."""
_SHORT = 900
"""Characters of the articles that are pretrained on besides the news: our reports, and other short ones."""


def further(shared: pathlib.Path, out: pathlib.Path, epochs: int) -> None:
    """Pretrain further on the open news and our reports, and keep the layers for `fit_encoder`."""
    articles = read_articles(shared)
    rows, pieces = _pieces(articles, pretrained(), out)
    told = [*open_texts(shared), *((1, a.text) for a in articles if len(a.text) < _SHORT)]
    texts = [passage for times, text in told for passage in passages(text, pieces) for _ in range(times)]
    _tell(f"{len(texts)} passages, {sum(len(t.window.pieces) for t in texts)} pieces")
    layers = Layers(pretrained(), rows, frozen=0)
    _tell(f"loss {pretrain(layers, texts, epochs, _tell)}")
    save_layers(layers, out)


def fit_encoder(
    shared: pathlib.Path, out: pathlib.Path, left_out: int | None, settings: Settings, start: pathlib.Path | None = None
) -> None:
    """Fit the encoder from annotated articles, a third of them aside, and write its files; `start` has the layers that
    `further` has kept (None: the pretrained ones)."""
    begun = time.monotonic()
    articles = [a for a in read_articles(shared) if left_out is None or third(a.doc_id) != left_out]
    source = pretrained()
    rows, pieces = _pieces(articles, source, out)
    kinds = kinds_of(articles)
    windows = cut_windows(articles, pieces, kinds)
    _tell(f"{len(articles)} articles, {len(rows)} pieces, {len(kinds)} kinds, {time.monotonic() - begun:.0f} s")
    network = Network(source, rows, len(kinds), settings.frozen)
    if start is not None:
        load_layers(network.layers, start)
    losses = fit(network, windows, settings, _tell)
    save_names(kinds, PARTS, out)
    state = {name: values.detach().float().numpy() for name, values in network.state_dict().items()}
    save_state(state, out)
    _write(state, out, {
        "settings": asdict(settings), "left_out": left_out, "further": start is not None, "articles": len(articles),
        "windows": len(windows), "words": sum(len(w.words) for w in windows),
        "parts": sum(len(w.parts) for w in windows), "losses": losses, "seconds": round(time.monotonic() - begun),
        "threads": torch.get_num_threads(), "torch": torch.__version__})


def _pieces(articles: Sequence[Article], source: Pretrained, out: pathlib.Path) -> tuple[list[int], Pieces]:
    """The rows of the vocabulary that are kept, and the split that the package will make of them."""
    special = frozenset((source.begin, source.pad, source.unknown))
    rows = cut(source.pieces, (a.text for a in articles), special)
    # scores as the table keeps them, so that the fit sees the very split that the package will make
    save_pieces([source.pieces[row] for row in rows], out)
    return rows, _split(out)


def _split(folder: pathlib.Path) -> Pieces:
    """The split into the pieces that a folder keeps."""
    return Pieces(read_pieces((folder / "pieces.tsv").read_text("utf-8")))


def average(folders: Sequence[pathlib.Path], out: pathlib.Path) -> None:
    """Write the files of the mean of the weights in some folders; embeddings, which no fit changes, are the first's.

    SystemExit where the folders' types or parts differ. Fits of articles that changed a little may differ in a piece.
    """
    if len({(folder / "names.toml").read_bytes() for folder in folders}) > 1:
        raise SystemExit("these weights cannot be averaged: their names.toml differ. Fit them of the same types")
    for name in ("pieces.tsv", "names.toml"):
        (out / name).write_bytes((folders[0] / name).read_bytes())
    states = [load_state(folder) for folder in folders]
    fitted = averaged([{name: values for name, values in state.items() if name != EMBEDDINGS} for state in states])
    _write(fitted | {EMBEDDINGS: states[0][EMBEDDINGS]}, out, {"averaged": [f.name for f in folders]})


def _write(state: Mapping[str, Array], out: pathlib.Path, told: dict[str, object]) -> None:
    save_tables(state, out)
    save_network(state, pretrained().shape, out, sample(state, _split(out)))
    told |= {"bytes": {name: (out / name).stat().st_size for name in FILES}, "sha256": checksums(out)}
    (out / "fit.json").write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    _tell(json.dumps(told, indent=2))


def sample(state: Mapping[str, Array], pieces: Pieces) -> list[Array]:
    """What the network is given (1, t, H) of some of the reports that we wrote."""
    out = []
    for report in islice(written(), 0, None, _EVERY):
        row = [BEGIN, *pieces.of_text(report["text"])[2][:_WINDOW]]
        out.append((state[EMBEDDINGS][row] + state["layers.positions"][:len(row)]).astype(np.float32)[None])
    return out


def read_articles(shared: pathlib.Path) -> list[Article]:
    """The targets of gold/train, of our own annotations and of the reports that we wrote."""
    gold = shared / "gold" / "train"
    ours = {path.stem for path in gold.glob("*.json")}
    return [targets(example, _GOLD_WEIGHT if example.view.document.doc_id in ours else 1.0)
            for example in examples(gold, shared / "data" / "news" / "conflict.jsonl")]


def _tell(line: str) -> None:
    print(line, flush=True)
