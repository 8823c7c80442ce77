"""The documentation's commands and examples run as printed."""

import os
import pathlib
import re
import shlex
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from sijill.cli import app

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.ar.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"(<!-- not run: .+? -->\n)?```(console|python)\n(.*?)```", re.DOTALL)
SHELL = re.compile(r"[|<>&;*$`\\]")
RUN = CliRunner()


def blocks(page: pathlib.Path) -> list[tuple[str, str]]:
    """The runnable blocks of a page, in order: (kind, text)."""
    return [(kind, text) for skip, kind, text in BLOCK.findall(page.read_text("utf-8")) if not skip]


def ran(command: str | list[str], folder: pathlib.Path) -> tuple[int, str]:
    """The exit code of a command run in a folder, and what it printed.

    A command of sijill alone is run in this process: each new one would read all tables again.
    """
    if isinstance(command, str) and command.startswith("sijill ") and not SHELL.search(command):
        done = RUN.invoke(app, shlex.split(command)[1:])
        return done.exit_code, f"{done.output}\n{done.exception or ''}"
    path = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    finished = subprocess.run(command, shell=isinstance(command, str), cwd=folder, capture_output=True, text=True,
                              env=os.environ | {"PATH": path, "PYTHONUTF8": "1"}, encoding="utf-8", timeout=120)
    return finished.returncode, f"{finished.stdout}\n{finished.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_example_runs(page: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command and each Python example of a page succeeds, run in the page's order in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for kind, text in blocks(page):
        commands: list[str | list[str]] = (
            [line[2:] for line in text.splitlines() if line.startswith("$ ")]
            if kind == "console"
            else [[sys.executable, "-c", text]]
        )
        assert commands
        for command in commands:
            code, printed = ran(command, tmp_path)
            assert code == 0, f"{command}\n{printed}"


def test_an_example_that_fails_is_noticed(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that does not succeed, of sijill or of the shell, has another exit code than 0."""
    monkeypatch.chdir(tmp_path)
    for command in ("sijill code missing.txt", "sijill no-such-command", "cat missing.txt | sijill code - --format x"):
        code, printed = ran(command, tmp_path)
        assert code != 0, printed


@pytest.mark.parametrize("page", ["README", "docs/tutorial"])
def test_both_languages_show_the_same(page: str) -> None:
    """A page in Arabic has the sections and the examples of the one in English, in its order."""
    def shown(path: pathlib.Path) -> list[str]:
        # what an example says may be another text; its command is the same
        return re.findall(r"^(?:##(?= )|```\w+|\$ (?:sijill \w+|\S+)|(?:import|print|coder|doc)\b)",
                          path.read_text("utf-8"), re.MULTILINE)

    assert shown(ROOT / f"{page}.ar.md") == shown(ROOT / f"{page}.md")


def test_the_test_command_is_the_one_of_ci() -> None:
    """The command that the README gives for the tests is the one that continuous integration runs."""
    command = ".venv/bin/pip install -q -e '.[dev]' && .venv/bin/python scripts/check.py"
    assert command in (ROOT / "README.md").read_text("utf-8")
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")


def test_pages_name_files_that_exist() -> None:
    """Every relative link of the documentation leads to a file of the project."""
    for page in [*PAGES, ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
