"""Triggers of PostgreSQL that refuse to change what is only added to.

SQLite records have none: who can write to the file can drop them, and a change is found by the chain. A database
has many users, and the error tells one of them at once.
"""

_REFUSE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'runs' AND TG_OP = 'UPDATE' THEN
    IF OLD.finished_at IS NULL AND NEW.id = OLD.id AND NEW.version = OLD.version
       AND NEW.settings_hash = OLD.settings_hash AND NEW.data_checksums = OLD.data_checksums
       AND NEW.started_at = OLD.started_at THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the table % is append-only', TG_TABLE_NAME;
END $$
"""


def statements(*tables: str) -> list[str]:
    """What makes the triggers of tables, in order: no row may be changed or deleted, and a run may be ended once.

    A migration that must change such a table takes them away first.
    """
    out = [_REFUSE]
    for table in tables:
        out += [f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()",
                f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"]
    return out
