"""Claims that people settled and the machine had not read"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('claims', sa.Column('settled', sa.Integer(), nullable=True))
    op.create_index(op.f('ix_claims_settled'), 'claims', ['settled'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_claims_settled'), table_name='claims')
    op.drop_column('claims', 'settled')
