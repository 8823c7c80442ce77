"""Bulk work: many articles, coded shard by shard on one machine or a cluster, and resumed where it was killed."""
