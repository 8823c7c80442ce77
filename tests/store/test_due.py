"""What is to be linked again."""

import pathlib
import re

from sijill import link
from sijill.resources import manifest
from sijill.store import due

LINK = pathlib.Path(link.__file__).parent
NAMED = re.compile(r'"(\w+\.(?:tsv|toml))"')


def test_every_table_that_linking_reads_is_among_its_data() -> None:
    """No module of linking names a data file that could change without records being linked again."""
    named = {name for path in LINK.glob("*.py") for name in NAMED.findall(path.read_text("utf-8"))}
    assert "link_weights.toml" in named and named <= due.LINKING_DATA <= set(manifest())
