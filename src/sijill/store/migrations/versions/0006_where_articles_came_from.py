"""Where articles came from: the digest of their bytes, and the record of the archive that keeps them"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'origins',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('article_id', sa.String(), nullable=False),
        sa.Column('sha256', sa.String(), nullable=False),
        sa.Column('size', sa.BigInteger(), nullable=False),
        sa.Column('exact', sa.Integer(), nullable=False),
        sa.Column('media_type', sa.String(), nullable=False),
        sa.Column('at', sa.String(), nullable=False),
        sa.Column('target', sa.String(), nullable=False),
        sa.Column('part', sa.String()),
        sa.Column('found', sa.Text(), nullable=False),
        sa.Column('tool', sa.String(), nullable=False),
        sa.Column('warc_record', sa.String(), nullable=False),
        sa.Column('offset', sa.BigInteger()),
        sa.Column('length', sa.BigInteger()),
        sa.ForeignKeyConstraint(['article_id'], ['articles.id'], name=op.f('fk_origins_article_id_articles')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_origins')))
    for column in ('article_id', 'sha256'):
        op.create_index(op.f(f'ix_origins_{column}'), 'origins', [column], unique=False)
    if op.get_bind().dialect.name == 'postgresql':
        from sijill.store.append_only import statements

        for statement in statements('origins'):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table('origins')
