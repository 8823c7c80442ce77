"""Which claims are tied, and how often what they hang together with was cut; PostgreSQL refuses changes

A record that was linked before is linked anew.
"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('linked_claims', sa.Column('cuts', sa.Integer()))
    op.create_table(
        'claim_ties',
        sa.Column('one', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('other', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('weight', sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(['one'], ['claims.id'], name=op.f('fk_claim_ties_one_claims')),
        sa.ForeignKeyConstraint(['other'], ['claims.id'], name=op.f('fk_claim_ties_other_claims')),
        sa.PrimaryKeyConstraint('one', 'other', name=op.f('pk_claim_ties')),
        sqlite_with_rowid=False)
    if op.get_bind().dialect.name == 'postgresql':
        from sijill.store.append_only import statements

        for statement in statements('articles', 'claims', 'arguments', 'control_claims', 'rejected', 'decisions',
                                    'audit', 'runs'):
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('DROP FUNCTION refuse_change() CASCADE')
    op.drop_table('claim_ties')
    op.drop_column('linked_claims', 'cuts')
