"""Build a wheel whose coder is compiled: the same events, faster; needs a C compiler and some five minutes.

usage: python scripts/compiled.py [--out dist]

The wheel is of this Python version and machine, and its version ends in +compiled, so that pip puts it in place of the
plain one. It is built in a copy: compiled files beside the sources would hide what is changed in them afterwards.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NEEDED = ("pyproject.toml", "README.md", "LICENSE", "src")
"""All that a wheel is built from."""
VERSION = re.compile(r'^(version = "[^"]+)"', re.MULTILINE)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=pathlib.Path, default=pathlib.Path("dist"), help="where to put it (default dist)")
    print(build(ask.parse_args().out))


def build(out: pathlib.Path) -> pathlib.Path:
    """The wheel, built in this folder; SystemExit with what the compiler said if it could not be."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        for name in NEEDED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
            else:
                shutil.copy(source, copy / name)
        project = copy / "pyproject.toml"
        project.write_text(VERSION.sub(r'\1+compiled"', project.read_text("utf-8"), count=1), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(copy / "built"), str(copy)],
            env=os.environ | {"HATCH_BUILD_HOOKS_ENABLE": "1"}, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"the wheel could not be built:\n{done.stdout}{done.stderr}")
        wheel = next((copy / "built").glob("*.whl"))
        out.mkdir(parents=True, exist_ok=True)
        return pathlib.Path(shutil.move(wheel, out / wheel.name))


if __name__ == "__main__":
    main()
