"""The documentation's commands and examples run as printed."""

import os
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.ar.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"(<!-- not run: .+? -->\n)?```(console|python)\n(.*?)```", re.DOTALL)


def blocks(page: pathlib.Path) -> list[tuple[str, str]]:
    """The runnable blocks of a page, in order: (kind, text)."""
    return [(kind, text) for skip, kind, text in BLOCK.findall(page.read_text("utf-8")) if not skip]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_example_runs(page: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """Each command and each Python example of a page succeeds, run in the page's order in an empty folder."""
    path = f"{pathlib.Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "PYTHONUTF8": "1"}
    for kind, text in blocks(page):
        commands = (
            [line[2:] for line in text.splitlines() if line.startswith("$ ")]
            if kind == "console"
            else [[sys.executable, "-c", text]]
        )
        assert commands
        for command in commands:
            done = subprocess.run(
                command,
                shell=isinstance(command, str),
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=120,
            )
            assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


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
