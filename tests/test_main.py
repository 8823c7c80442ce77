"""`python -m sijill`, as a process of its own."""

import subprocess
import sys

RUN = """
import atexit, sys, types
if {daft}:
    sys.modules["daft"] = types.ModuleType("daft")
atexit.register(print, "left in order")
sys.argv = ["sijill", *{words}]
from sijill.__main__ import main
main()
"""


def test_a_process_that_used_daft_ends_as_any_other() -> None:
    """With Daft loaded the exit code, what was written and what is to be done at the end are the same."""
    for words, code in ((["code", "nowhere.txt"], 1), (["--help"], 0)):
        plain, daft = (subprocess.run([sys.executable, "-c", RUN.format(daft=used, words=words)],
                                      capture_output=True, text=True, check=False) for used in (False, True))
        assert (daft.returncode, daft.stdout, daft.stderr) == (plain.returncode, plain.stdout, plain.stderr)
        assert daft.returncode == code and "left in order" in daft.stdout
