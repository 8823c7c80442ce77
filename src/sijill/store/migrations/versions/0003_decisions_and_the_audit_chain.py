"""Decisions, and the audit chain; the id that `sijill code` prints is called claim_id"""

import datetime as dt

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

# columns as they are called now and were called before
RENAMED = (('arguments', 'claim_row', 'claim_id'), ('control_claims', 'claim_row', 'claim_id'),
           ('claims', 'claim_id', 'event_id'))


def upgrade() -> None:
    for table, now, before in RENAMED:
        op.execute(f'ALTER TABLE {table} RENAME COLUMN {before} TO {now}')
    op.drop_index('ix_claims_event_id', table_name='claims')
    op.create_index('ix_claims_claim_id', 'claims', ['claim_id'], unique=False)
    op.create_table(
        'decisions',
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('id', sa.String(), nullable=False),
        sa.Column('at', sa.String(), nullable=False),
        sa.Column('by', sa.String(), nullable=False),
        sa.Column('verb', sa.String(), nullable=False),
        sa.Column('claims', sa.Text(), nullable=False),
        sa.Column('field', sa.String()),
        sa.Column('value', sa.Text()),
        sa.Column('note', sa.Text()),
        sa.CheckConstraint("verb IN ('accept', 'reject', 'correct', 'same', 'different', 'withdraw')",
                           name=op.f('ck_decisions_verb')),
        sa.PrimaryKeyConstraint('number', name=op.f('pk_decisions')),
        sa.UniqueConstraint('id', name=op.f('uq_decisions_id')),
    )
    op.create_table(
        'audit',
        sa.Column('seq', sa.Integer(), nullable=False),
        sa.Column('form', sa.Integer(), nullable=False),
        sa.Column('kind', sa.String(), nullable=False),
        sa.Column('row_id', sa.String(), nullable=False),
        sa.Column('at', sa.String(), nullable=False),
        sa.Column('content', sa.String(), nullable=False),
        sa.Column('marks', sa.LargeBinary(), nullable=False),
        sa.Column('totals', sa.Text(), nullable=False),
        sa.Column('digest', sa.String(), nullable=False),
        sa.PrimaryKeyConstraint('seq', name=op.f('pk_audit')),
    )
    op.create_table(
        'audit_head',
        sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('seq', sa.Integer(), nullable=False),
        sa.Column('digest', sa.String(), nullable=False),
        sa.Column('totals', sa.Text(), nullable=False),
        sa.CheckConstraint('id = 1', name=op.f('ck_audit_head_single')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_head')),
    )
    op.create_index('ix_audit_kind_row_id', 'audit', ['kind', 'row_id'], unique=False)
    from sijill.store.chain import begin
    from sijill.store.search import MAKE, fill

    connection = op.get_bind()
    begin(connection, at=dt.datetime.now(dt.UTC).isoformat(timespec='seconds'))
    for statement in MAKE[connection.dialect.name]:
        op.execute(statement)
    fill(connection)


def downgrade() -> None:
    for table in ('search', 'audit_head', 'audit', 'decisions'):
        op.drop_table(table)
    op.drop_index('ix_claims_claim_id', table_name='claims')
    for table, now, before in reversed(RENAMED):
        op.execute(f'ALTER TABLE {table} RENAME COLUMN {now} TO {before}')
    op.create_index('ix_claims_event_id', 'claims', ['event_id'], unique=False)
