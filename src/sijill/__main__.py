"""The command `sijill` as `python -m sijill`."""

from sijill.cli import app

app()
