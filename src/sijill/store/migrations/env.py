"""Alembic's entry: runs the migrations on the connection that sijill.store hands over."""

from alembic import context

from sijill.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
# the caller holds the transaction, so that two processes cannot migrate one file at once
context.run_migrations()
