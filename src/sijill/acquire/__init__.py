"""Articles come in: files, folders, JSON Lines and standard input."""

from sijill.acquire.articles import Article, Rejected, parse_date
from sijill.acquire.inputs import input_size, read_articles

__all__ = ["Article", "Rejected", "input_size", "parse_date", "read_articles"]
