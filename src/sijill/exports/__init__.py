"""Exports: several codings of one record, each cell with its rule and claims, in the formats of other people's tools."""
