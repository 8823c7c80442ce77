"""People: accounts and restricted articles as a sealed list of acts, passwords and sessions beside it"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

VERBS = "verb IN ('add', 'role', 'disable', 'enable', 'password', 'restrict', 'release')"


def upgrade() -> None:
    op.create_table(
        'administration',
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('at', sa.String(), nullable=False),
        sa.Column('by', sa.String(), nullable=False),
        sa.Column('verb', sa.String(), nullable=False),
        sa.Column('subject', sa.String(), nullable=False),
        sa.Column('value', sa.Text()),
        sa.CheckConstraint(VERBS, name=op.f('ck_administration_verb')),
        sa.PrimaryKeyConstraint('number', name=op.f('pk_administration')))
    if op.get_bind().dialect.name == 'postgresql':
        from sijill.store.append_only import statements

        for statement in statements('administration'):
            op.execute(statement)
    op.create_table(
        'credentials',
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('hash', sa.String(), nullable=False),
        sa.PrimaryKeyConstraint('name', name=op.f('pk_credentials')))
    op.create_table(
        'sessions',
        sa.Column('digest', sa.String(), nullable=False),
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('until', sa.String(), nullable=False),
        sa.PrimaryKeyConstraint('digest', name=op.f('pk_sessions')))
    op.create_index(op.f('ix_sessions_name'), 'sessions', ['name'], unique=False)


def downgrade() -> None:
    for table in ('sessions', 'credentials', 'administration'):
        op.drop_table(table)
