"""Clauses: what stands at each token (`view`), and what the words and sides of a clause say of its deed."""
