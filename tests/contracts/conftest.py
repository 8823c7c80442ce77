"""Records of both kinds, empty, for the suites that every kind must pass."""

import os
import pathlib
import uuid
from collections.abc import Iterator

import pytest

SERVER = os.environ.get("SIJILL_TEST_POSTGRES")
WITHOUT = "SIJILL_TEST_POSTGRES names no PostgreSQL server (scripts/postgres.sh starts one)"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.skipif(not SERVER, reason=WITHOUT))])
def address(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> Iterator[str]:
    """Where a record may be made: a file's path, or the address of a database of its own."""
    if request.param == "sqlite":
        yield str(tmp_path / "a.sijill")
        return
    import psycopg

    assert SERVER is not None
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type, unused-ignore]
    yield f"{SERVER.rpartition('/')[0]}/{name}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type, unused-ignore]
