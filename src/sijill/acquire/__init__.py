"""Articles come in: files, folders, JSON Lines and standard input."""

from sijill.acquire.articles import Article, Rejected, parse_date
from sijill.acquire.inputs import count_files, read_articles

__all__ = ["Article", "Rejected", "count_files", "parse_date", "read_articles"]
