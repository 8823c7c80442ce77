"""Linking: copies, block keys and links of claims, and the events that they make"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

INDICES = (
    ('linked_articles', 'copy_of'), ('linked_claims', 'article_id'), ('linked_claims', 'event_id'),
    ('claim_keys', 'claim_row'), ('events', 'event_type'), ('events', 'sub_event_type'), ('events', 'earliest'),
    ('events', 'latest'), ('events', 'status'), ('events', 'killed'), ('event_places', 'place_id'),
    ('event_places', 'lat'), ('event_names', 'key'), ('event_actors', 'actor'), ('event_outlets', 'key'))
TABLES = ('linked_articles', 'copy_keys', 'linked_claims', 'claim_keys', 'event_places', 'event_names', 'event_actors',
          'event_outlets', 'events', 'linkings', 'linked_decisions')


def key_of(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f'{other}.id'], name=op.f(f'fk_{table}_{column}_{other}'))


def primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f'pk_{table}'))


def upgrade() -> None:
    op.create_table(
        'linked_articles',
        sa.Column('article_id', sa.String(), nullable=False),
        sa.Column('source_id', sa.String()),
        sa.Column('bloc', sa.String(), nullable=False),
        sa.Column('copy_of', sa.String()),
        sa.Column('signature', sa.LargeBinary()),
        key_of('linked_articles', 'article_id', 'articles'), primary('linked_articles', 'article_id'))
    op.create_table(
        'copy_keys',
        sa.Column('key', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('article_id', sa.String(), nullable=False),
        key_of('copy_keys', 'article_id', 'articles'), primary('copy_keys', 'key', 'article_id'),
        sqlite_with_rowid=False)
    op.create_table(
        'linked_claims',
        sa.Column('claim_row', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('claim_id', sa.String(), nullable=False),
        sa.Column('article_id', sa.String(), nullable=False),
        sa.Column('sentence_start', sa.Integer(), nullable=False),
        sa.Column('sentence_end', sa.Integer(), nullable=False),
        sa.Column('event_id', sa.String()),
        sa.Column('position', sa.Integer()),
        sa.Column('other', sa.String()),
        sa.Column('weight', sa.Float()),
        sa.Column('contributions', sa.Text()),
        sa.Column('by', sa.String()),
        key_of('linked_claims', 'claim_row', 'claims'), key_of('linked_claims', 'article_id', 'articles'),
        primary('linked_claims', 'claim_row'),
        sa.UniqueConstraint('claim_id', name=op.f('uq_linked_claims_claim_id')))
    op.create_table(
        'claim_keys',
        sa.Column('key', sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column('claim_row', sa.Integer(), autoincrement=False, nullable=False),
        key_of('claim_keys', 'claim_row', 'claims'), primary('claim_keys', 'key', 'claim_row'),
        sqlite_with_rowid=False)
    op.create_table(
        'events',
        sa.Column('id', sa.String(), nullable=False),
        sa.Column('event_type', sa.String(), nullable=False),
        sa.Column('sub_event_type', sa.String()),
        sa.Column('earliest', sa.String()),
        sa.Column('latest', sa.String()),
        sa.Column('time_precision', sa.Integer()),
        sa.Column('status', sa.String(), nullable=False),
        sa.Column('one_sided', sa.String()),
        sa.Column('killed', sa.Integer()),
        sa.Column('claims', sa.Integer(), nullable=False),
        sa.Column('fields', sa.Text(), nullable=False),
        primary('events', 'id'))
    op.create_table(
        'event_places',
        sa.Column('event_id', sa.String(), nullable=False),
        sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('place_id', sa.String()),
        sa.Column('lat', sa.Float()),
        sa.Column('lon', sa.Float()),
        key_of('event_places', 'event_id', 'events'), primary('event_places', 'event_id', 'position'))
    for table, column in (('event_names', 'key'), ('event_actors', 'actor'), ('event_outlets', 'key')):
        op.create_table(
            table,
            sa.Column('event_id', sa.String(), nullable=False),
            sa.Column(column, sa.String(), nullable=False),
            key_of(table, 'event_id', 'events'), primary(table, 'event_id', column), sqlite_with_rowid=False)
    op.create_table(
        'linkings',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('at', sa.String(), nullable=False),
        sa.Column('settings', sa.String(), nullable=False),
        sa.Column('whole', sa.Integer(), nullable=False),
        sa.Column('fresh', sa.Integer(), nullable=False),
        sa.Column('changed', sa.Integer(), nullable=False),
        primary('linkings', 'id'))
    op.create_table(
        'linked_decisions',
        sa.Column('decision_id', sa.String(), nullable=False),
        primary('linked_decisions', 'decision_id'))
    for table, column in INDICES:
        op.create_index(op.f(f'ix_{table}_{column}'), table, [column], unique=False)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
