"""Articles given to several people to code blind, and the steps of their work"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'assignments',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('key', sa.String(), nullable=False),
        sa.Column('at', sa.String(), nullable=False),
        sa.Column('by', sa.String(), nullable=False),
        sa.Column('article_id', sa.String(), nullable=False),
        sa.Column('start', sa.String(), nullable=False),
        sa.Column('coders', sa.Text(), nullable=False),
        sa.CheckConstraint("start IN ('machine', 'nothing')", name=op.f('ck_assignments_start')),
        sa.ForeignKeyConstraint(['article_id'], ['articles.id'], name=op.f('fk_assignments_article_id_articles')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_assignments')),
        sa.UniqueConstraint('key', name=op.f('uq_assignments_key')))
    op.create_index(op.f('ix_assignments_article_id'), 'assignments', ['article_id'], unique=False)
    op.create_table(
        'coding_steps',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('assignment', sa.Integer(), nullable=False),
        sa.Column('at', sa.String(), nullable=False),
        sa.Column('by', sa.String(), nullable=False),
        sa.Column('verb', sa.String(), nullable=False),
        sa.Column('unit', sa.String()),
        sa.Column('field', sa.String()),
        sa.Column('value', sa.Text()),
        sa.CheckConstraint(
            "verb IN ('add', 'drop', 'set', 'undo', 'finish', 'reopen', 'settle', 'keep', 'close')",
            name=op.f('ck_coding_steps_verb')),
        sa.ForeignKeyConstraint(
            ['assignment'], ['assignments.id'], name=op.f('fk_coding_steps_assignment_assignments')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_coding_steps')))
    op.create_index(op.f('ix_coding_steps_assignment'), 'coding_steps', ['assignment'], unique=False)
    if op.get_bind().dialect.name == 'postgresql':
        from sijill.store.append_only import statements

        for statement in statements('assignments', 'coding_steps'):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table('coding_steps')
    op.drop_table('assignments')
