"""Many reviewers at once lose no decision."""

import shutil
from pathlib import Path

import pytest
from benchmarks.web.many import reviewed, whole


@pytest.mark.slow
def test_many_reviewers_lose_no_decision(coded: Path, tmp_path: Path) -> None:
    """Ten seconds of eight reviewers: every decision that was answered is in the record, and no answer is a 5xx."""
    path = tmp_path / "a.sijill"
    shutil.copy(coded, path)
    work = reviewed(path, 8, 10)
    assert len(work.decided) > 8 and work.troubles == []
    assert whole(work, path)
