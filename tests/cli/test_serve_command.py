"""The command `sijill serve`."""

import socket
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sijill.cli import app
from sijill.store import Record


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    """A port that another program uses ends the command with what to do, not with a traceback."""
    Record.open(tmp_path / "a.sijill", create=True).close()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(app, ["serve", str(tmp_path / "a.sijill"), "--port", port, "--no-browser"])
    assert done.exit_code == 2 and f"port {port}" in done.output and "Traceback" not in done.output


def test_a_missing_record_is_told(tmp_path: Path) -> None:
    """A record that is not there is not made unless that is asked for."""
    done = CliRunner().invoke(app, ["serve", str(tmp_path / "none.sijill"), "--no-browser"])
    assert done.exit_code == 2 and "no such record" in done.output
    assert not (tmp_path / "none.sijill").exists()


def test_a_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra `web`, as after the plain installation, the command says how to install it."""
    Record.open(tmp_path / "a.sijill", create=True).close()
    for name in [one for one in sys.modules if one.partition(".")[0] == "fastapi" or one.startswith("sijill.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    done = CliRunner().invoke(app, ["serve", str(tmp_path / "a.sijill"), "--no-browser"])
    assert done.exit_code == 2 and "not installed: fastapi" in done.output and "pip install" in done.output
