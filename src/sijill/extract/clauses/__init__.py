"""Clauses: what stands at each token, and what the words of a clause say of its deed."""
