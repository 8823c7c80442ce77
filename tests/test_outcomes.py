"""An article is coded, refused or passed over, and always becomes a row."""

import datetime as dt

from sijill.acquire import Article, Rejected
from sijill.documents import Document
from sijill.errors import ArticleRejected
from sijill.outcomes import CoderFailed, NotRelevant, code_article, judge

MATCH = "فاز فريق المدينة بكأس الدوري بعد مباراة مثيرة انتهت بركلات الترجيح أمام جمهور كبير."


def test_a_coder_that_breaks_leaves_a_row() -> None:
    """An exception of the coder is a rejection with the fault's name; a refusal keeps its own code."""
    def broken(text: str, **known: object) -> Document:
        raise (ValueError("odd") if "ب" in text else ArticleRejected("no"))

    failed = code_article(Article("ب", "a.txt", 3), broken)
    refused = code_article(Article("ا", "a.txt"), broken)
    assert isinstance(failed, Rejected) and (failed.code, failed.line) == (CoderFailed.code, 3)
    assert "ValueError odd" in failed.reason
    assert isinstance(refused, Rejected) and refused.code == ArticleRejected.code


def test_the_gate_says_by_how_much() -> None:
    """An article below the threshold is a row with its probability; one above or without words passes."""
    article = Article(MATCH, "a.jsonl", 2, published=dt.date(2018, 1, 1))
    chance, row = judge(article, 0.5)
    assert chance is not None and chance < 0.5
    assert row is not None and row.code == NotRelevant.code and f"{chance:.3f}" in row.reason
    assert judge(article, 0.0)[1] is None
    assert judge(Article("123", "a.txt"), 0.9) == (None, None)
