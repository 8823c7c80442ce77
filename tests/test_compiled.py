"""The compiled coder, as `scripts/compiled.py` builds it."""

import json
import os
import pathlib
import runpy
import shutil
import subprocess
import sys
import zipfile
from typing import Any

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
CODE = """
import json, random
import sijill
from sijill.extract.events import events
from sijill.records import document_record
from tests.test_fuzz import REPORTS, examples, mutated
coder = sijill.load(model=None)
texts = [*REPORTS, *(mutated(random.Random(seed), 500) for seed in range(300)), *examples()]
records = [document_record(coder(text, doc_id="d", published="2015-07-31")) for text in texts]
print(json.dumps({"file": events.__file__, "records": records}))
"""


def coded(package: pathlib.Path) -> dict[str, Any]:
    """What a process codes with the package in a folder, and the file its events come from."""
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=False,
                          env=os.environ | {"PYTHONPATH": os.pathsep.join((str(package), str(ROOT)))})
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.slow
@pytest.mark.timeout(2400)
@pytest.mark.skipif(not (shutil.which("cc") or shutil.which("gcc")), reason="no C compiler")
def test_the_compiled_coder_codes_the_same(tmp_path: pathlib.Path) -> None:
    """Reports, 300 mutated ones and the sentences of all rules give the same records, byte for byte, compiled too."""
    wheel = runpy.run_path(str(ROOT / "scripts" / "compiled.py"))["build"](tmp_path / "dist", optimised=False)
    assert "+compiled-" in wheel.name
    zipfile.ZipFile(wheel).extractall(tmp_path / "package")
    plain, quick = coded(ROOT / "src"), coded(tmp_path / "package")
    assert plain["file"].endswith(".py")
    assert not quick["file"].endswith(".py")
    assert json.dumps(quick["records"]) == json.dumps(plain["records"])
    assert any(record["events"] for record in quick["records"])


CLASS = '''
from dataclasses import dataclass, field

@dataclass(slots=True)
class Toll:
    """A toll."""

    kind: str
    low: int | None = None
    names: list[str] = field(default_factory=list)
'''


def test_inits_written_out_set_what_generated_ones_do() -> None:
    """A written-out `__init__` takes the same arguments and defaults, and makes a new list for every object."""
    plain: dict[str, Any] = {}
    own: dict[str, Any] = {}
    written = runpy.run_path(str(ROOT / "scripts" / "compiled.py"))["with_own_inits"](CLASS)
    assert "def __init__(self, kind: str, low: int | None = None" in written
    exec(CLASS, plain)
    exec(written, own)
    for args in (("killed",), ("killed", 3), ("killed", None, ["a"])):
        assert repr(own["Toll"](*args)) == repr(plain["Toll"](*args))
    assert own["Toll"]("killed").names is not own["Toll"]("killed").names
