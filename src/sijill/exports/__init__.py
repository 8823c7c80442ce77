"""Exports: several codings of one record, each cell with its rule and claims, in formats of other tools."""
