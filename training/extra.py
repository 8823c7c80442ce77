"""What only fitting needs: the extra `train`."""

from __future__ import annotations

import importlib.util


def need(*modules: str) -> None:
    """Leave, in one line that names the extra, where a module is not installed."""
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        raise SystemExit(f"fitting needs {', '.join(missing)}: install the extra with pip install -e '.[train]'")
