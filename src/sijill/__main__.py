"""`python -m sijill`: the command `sijill`."""

from sijill.cli import app

if __name__ == "__main__":
    app()
