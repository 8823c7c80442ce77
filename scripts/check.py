"""Every check of the project: style, types, room contracts, tests (the slow ones too).

usage: python scripts/check.py
"""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(sys.executable).parent
CHECKS = (
    (str(BIN / "ruff"), "check", "."),
    (str(BIN / "mypy"),),
    (str(BIN / "lint-imports"),),
    # a process for each core, and one more, since many tests wait; who is done takes tests over from the others
    (sys.executable, "-m", "pytest", "-m", "slow or not slow", "-n", str((os.cpu_count() or 1) + 1),
     "--dist", "worksteal", "--hypothesis-profile=check"),
)


def main() -> int:
    # tests start hundreds of processes, each of which would compile the sources anew
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for command in CHECKS:
        print(
            "$", " ".join(pathlib.Path(command[0]).name if i == 0 else c for i, c in enumerate(command)), flush=True
        )
        done = subprocess.run(command, cwd=ROOT, env=kept, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
