"""Build a wheel whose coder is compiled: the same events, faster; needs a C compiler and some five minutes.

usage: python scripts/compiled.py [--out dist]

The wheel is of this Python version and machine, and its version ends in +compiled, so that pip puts it in place of the
plain one. It is built in a copy: compiled files beside the sources would hide what is changed in them afterwards.
"""

from __future__ import annotations

import argparse
import ast
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
NEEDED = ("pyproject.toml", "README.md", "LICENSE", "src")
"""All that a wheel is built from."""
LEVEL = re.compile(r'(opt_level = )"2"')
VERSION = re.compile(r'^(version = "[^"]+)"', re.MULTILINE)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--out", type=pathlib.Path, default=pathlib.Path("dist"), help="where to put it (default dist)")
    print(build(ask.parse_args().out))


def build(out: pathlib.Path, optimised: bool = True) -> pathlib.Path:
    """The wheel, built in this folder, in a third of the time if it need not be quick; SystemExit with what the
    compiler said if it could not be."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        for name in NEEDED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
            else:
                shutil.copy(source, copy / name)
        project = copy / "pyproject.toml"
        text = VERSION.sub(r'\1+compiled"', project.read_text("utf-8"), count=1)
        quick = LEVEL.sub(r'\1"0", debug_level = "0"', text, count=1)
        project.write_text(text if optimised else quick, encoding="utf-8")
        for source in compiled_sources(copy):
            source.write_text(with_own_inits(source.read_text("utf-8")), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(copy / "built"), str(copy)],
            env=os.environ | {"HATCH_BUILD_HOOKS_ENABLE": "1"}, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"the wheel could not be built:\n{done.stdout}{done.stderr}")
        wheel = next((copy / "built").glob("*.whl"))
        out.mkdir(parents=True, exist_ok=True)
        return pathlib.Path(shutil.move(wheel, out / wheel.name))


def compiled_sources(project: pathlib.Path) -> list[pathlib.Path]:
    """The modules that the build hook compiles."""
    hook = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))
    hook = hook["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    found = {path for pattern in hook["include"] for path in project.glob(pattern)}
    return sorted(found - {path for pattern in hook["exclude"] for path in project.glob(pattern)})


def with_own_inits(source: str) -> str:
    """A module whose data classes have their `__init__` written out: one that is generated is not compiled."""
    lines = source.split("\n")
    for one in reversed([node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]):
        mark = next((mark for mark in one.decorator_list if ast.unparse(mark).startswith("dataclass(")), None)
        if mark is None:
            continue
        fields = [part for part in one.body if isinstance(part, ast.AnnAssign)]
        heads, body = zip(*map(_set, fields), strict=True)
        last = fields[-1].end_lineno
        lines[last:last] = ["", f"    def __init__(self, {', '.join(heads)}) -> None:", *body]
        lines[mark.lineno - 1] = lines[mark.lineno - 1].replace("dataclass(", "dataclass(init=False, ")
    return "\n".join(lines)


def _set(field: ast.AnnAssign) -> tuple[str, str]:
    """The parameter of a data class's field, and the line that sets it, frozen or not."""
    name, kind = ast.unparse(field.target), ast.unparse(field.annotation)
    value = None if field.value is None else ast.unparse(field.value)
    if value is None or not value.startswith("field("):
        return f"{name}: {kind}" + (f" = {value}" if value else ""), f"        self.{name} = {name}  # type: ignore"
    made = re.fullmatch(r"field\(default_factory=(.+)\)", value)
    if made is None:
        assert value == "field(repr=False)", f"what {value} is by default is not known"
        return f"{name}: {kind}", f"        self.{name} = {name}  # type: ignore"
    return (f"{name}: {kind} | None = None",
            f"        self.{name} = {made[1]}() if {name} is None else {name}  # type: ignore")


if __name__ == "__main__":
    main()
