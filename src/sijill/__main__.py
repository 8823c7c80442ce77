"""`python -m sijill`, and the command `sijill`."""

import atexit
import os
import sys

from sijill.cli import app


def main() -> None:
    """Run the command.

    Once Daft has moved shards the process ends without Python's own last steps: threads that Daft leaves behind crash
    in them now and then, after all work is done.
    """
    try:
        app()
    except SystemExit as end:
        if "daft" not in sys.modules:
            raise
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 0 if end.code is None else 1)


if __name__ == "__main__":
    main()
