"""Where and when a benchmark ran: date, commit, machine, Python."""

from __future__ import annotations

import datetime as dt
import os
import pathlib
import platform
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
CPUS = pathlib.Path("/proc/cpuinfo")


def described() -> str:
    """One line for the head of a results file."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True,
                            check=False).stdout.strip()
    changed = subprocess.run(["git", "status", "--porcelain", "--untracked-files=no"], cwd=ROOT, capture_output=True,
                             text=True, check=False).stdout.strip()
    model = next((line.split(":", 1)[1].strip() for line in CPUS.read_text().splitlines()
                  if line.startswith("model name")), platform.processor()) if CPUS.exists() else ""
    state = " with uncommitted changes" if changed else ""
    return (f"{dt.date.today().isoformat()}, commit {commit}{state}, Python {platform.python_version()}, "
            f"{os.cpu_count()} cores, {model or platform.machine()}")
