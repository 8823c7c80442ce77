"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('runs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version', sa.String(), nullable=False),
    sa.Column('settings_hash', sa.String(), nullable=False),
    sa.Column('data_checksums', sa.Text(), nullable=False),
    sa.Column('started_at', sa.String(), nullable=False),
    sa.Column('finished_at', sa.String(), nullable=True),
    sa.Column('read', sa.Integer(), nullable=True),
    sa.Column('kept', sa.Integer(), nullable=True),
    sa.Column('repeated', sa.Integer(), nullable=True),
    sa.Column('rejected', sa.Integer(), nullable=True),
    sa.CheckConstraint('read IS NULL OR read = kept + repeated + rejected', name=op.f('ck_runs_adds_up')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_runs'))
    )
    op.create_table('articles',
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('run_id', sa.Integer(), nullable=False),
    sa.Column('doc_id', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=True),
    sa.Column('url', sa.String(), nullable=True),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('published', sa.String(), nullable=True),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('original', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['run_id'], ['runs.id'], name=op.f('fk_articles_run_id_runs')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_articles'))
    )
    with op.batch_alter_table('articles', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_articles_doc_id'), ['doc_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_articles_sha256'), ['sha256'], unique=False)

    op.create_table('rejected',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('run_id', sa.Integer(), nullable=False),
    sa.Column('where', sa.String(), nullable=False),
    sa.Column('line', sa.Integer(), nullable=True),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['run_id'], ['runs.id'], name=op.f('fk_rejected_run_id_runs')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rejected'))
    )
    with op.batch_alter_table('rejected', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rejected_run_id'), ['run_id'], unique=False)

    op.create_table('claims',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('article_id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('event_id', sa.String(), nullable=False),
    sa.Column('event_type', sa.String(), nullable=False),
    sa.Column('sub_event_type', sa.String(), nullable=False),
    sa.Column('trigger_start', sa.Integer(), nullable=False),
    sa.Column('trigger_end', sa.Integer(), nullable=False),
    sa.Column('trigger_token', sa.Integer(), nullable=False),
    sa.Column('trigger_text', sa.String(), nullable=False),
    sa.Column('trigger_type', sa.String(), nullable=False),
    sa.Column('lemma', sa.String(), nullable=False),
    sa.Column('form', sa.String(), nullable=False),
    sa.Column('frame', sa.String(), nullable=False),
    sa.Column('rule', sa.String(), nullable=False),
    sa.Column('score', sa.Float(), nullable=False),
    sa.Column('time_start', sa.Integer(), nullable=True),
    sa.Column('time_end', sa.Integer(), nullable=True),
    sa.Column('earliest', sa.String(), nullable=True),
    sa.Column('latest', sa.String(), nullable=True),
    sa.Column('time_rule', sa.String(), nullable=False),
    sa.Column('factuality', sa.String(), nullable=False),
    sa.Column('factuality_rule', sa.String(), nullable=False),
    sa.CheckConstraint(
        "factuality IN ('asserted', 'denied', 'planned', 'uncertain')", name=op.f('ck_claims_factuality')),
    sa.CheckConstraint(
        'trigger_start >= 0 AND trigger_start < trigger_end', name=op.f('ck_claims_trigger_span')),
    sa.ForeignKeyConstraint(['article_id'], ['articles.id'], name=op.f('fk_claims_article_id_articles')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_claims')),
    sa.UniqueConstraint('article_id', 'position', name=op.f('uq_claims_article_id_position'))
    )
    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claims_earliest'), ['earliest'], unique=False)
        batch_op.create_index(batch_op.f('ix_claims_event_id'), ['event_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_claims_sub_event_type'), ['sub_event_type'], unique=False)

    op.create_table('arguments',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('claim_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=True),
    sa.Column('extent', sa.String(), nullable=True),
    sa.Column('within', sa.String(), nullable=True),
    sa.Column('low', sa.Integer(), nullable=True),
    sa.Column('high', sa.Integer(), nullable=True),
    sa.Column('who', sa.String(), nullable=True),
    sa.Column('rule', sa.String(), nullable=False),
    sa.Column('score', sa.Float(), nullable=True),
    sa.CheckConstraint('start >= 0 AND start <= "end"', name=op.f('ck_arguments_span')),
    sa.ForeignKeyConstraint(['claim_id'], ['claims.id'], name=op.f('fk_arguments_claim_id_claims')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arguments')),
    sa.UniqueConstraint('claim_id', 'role', 'position', name=op.f('uq_arguments_claim_id_role_position'))
    )
    with op.batch_alter_table('arguments', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_arguments_value'), ['value'], unique=False)

    op.create_table('control_claims',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('article_id', sa.String(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('claim_id', sa.Integer(), nullable=True),
    sa.Column('holder', sa.String(), nullable=False),
    sa.Column('polarity', sa.String(), nullable=False),
    sa.Column('at', sa.String(), nullable=True),
    sa.Column('start', sa.Integer(), nullable=True),
    sa.Column('end', sa.Integer(), nullable=True),
    sa.Column('text', sa.String(), nullable=True),
    sa.Column('place_start', sa.Integer(), nullable=False),
    sa.Column('place_end', sa.Integer(), nullable=False),
    sa.Column('place_name', sa.String(), nullable=False),
    sa.Column('extent', sa.String(), nullable=False),
    sa.Column('within', sa.String(), nullable=True),
    sa.Column('place_rule', sa.String(), nullable=False),
    sa.Column('place_score', sa.Float(), nullable=False),
    sa.Column('rule', sa.String(), nullable=False),
    sa.CheckConstraint("polarity IN ('holds', 'lost')", name=op.f('ck_control_claims_polarity')),
    sa.ForeignKeyConstraint(
        ['article_id'], ['articles.id'], name=op.f('fk_control_claims_article_id_articles')),
    sa.ForeignKeyConstraint(['claim_id'], ['claims.id'], name=op.f('fk_control_claims_claim_id_claims')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_control_claims')),
    sa.UniqueConstraint('article_id', 'position', name=op.f('uq_control_claims_article_id_position'))
    )
    with op.batch_alter_table('control_claims', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_control_claims_holder'), ['holder'], unique=False)
        batch_op.create_index(batch_op.f('ix_control_claims_place_name'), ['place_name'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('control_claims', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_control_claims_place_name'))
        batch_op.drop_index(batch_op.f('ix_control_claims_holder'))

    op.drop_table('control_claims')
    with op.batch_alter_table('arguments', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_arguments_value'))

    op.drop_table('arguments')
    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_claims_sub_event_type'))
        batch_op.drop_index(batch_op.f('ix_claims_event_id'))
        batch_op.drop_index(batch_op.f('ix_claims_earliest'))

    op.drop_table('claims')
    with op.batch_alter_table('rejected', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rejected_run_id'))

    op.drop_table('rejected')
    with op.batch_alter_table('articles', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_articles_sha256'))
        batch_op.drop_index(batch_op.f('ix_articles_doc_id'))

    op.drop_table('articles')
    op.drop_table('runs')
