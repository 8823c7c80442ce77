"""Where places are: the point, radius and precision of a place argument and of a controlled place"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

TABLES = ('arguments', 'control_claims')


def upgrade() -> None:
    for table in TABLES:
        for column in (sa.Column('place_id', sa.String()), sa.Column('lat', sa.Float()), sa.Column('lon', sa.Float()),
                       sa.Column('radius_km', sa.Float()), sa.Column('geo_precision', sa.Integer()),
                       sa.Column('grounding', sa.Text())):
            op.add_column(table, column)
        op.create_index(f'ix_{table}_place_id', table, ['place_id'], unique=False)


def downgrade() -> None:
    for table in TABLES:
        op.drop_index(f'ix_{table}_place_id', table_name=table)
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in ('grounding', 'geo_precision', 'radius_km', 'lon', 'lat', 'place_id'):
                batch_op.drop_column(column)
