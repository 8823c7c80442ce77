"""Articles come in: files of every kind, folders, standard input, feeds and the web, with the bytes they came as."""

from sijill.acquire.articles import Article, Origin, Rejected, parse_date
from sijill.acquire.inputs import input_size, passed_over, read_articles

__all__ = ["Article", "Origin", "Rejected", "input_size", "parse_date", "passed_over", "read_articles"]
