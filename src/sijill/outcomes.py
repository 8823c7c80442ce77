"""What becomes of one article: a coded document, or the row that says why it was not coded."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from sijill.acquire.articles import Article, Rejected
from sijill.documents import Document
from sijill.errors import ArticleRejected, SijillError


class CodesArticles(Protocol):
    """What `sijill.load` gives."""

    def __call__(self, text: str, *, doc_id: str | None = None, source: str | None = None,
                 url: str | None = None, title: str | None = None,
                 published: dt.date | str | None = None) -> Document:
        """One article, coded."""


class CoderFailed(ArticleRejected):
    """The coder broke on an article: a fault of Sijill."""

    code = "E312"


class NotRelevant(ArticleRejected):
    """The gate holds that an article is not about armed conflict."""

    code = "E350"


def judge(article: Article, threshold: float) -> tuple[float | None, Rejected | None]:
    """How likely an article is about armed conflict, and the row for it where that is below a threshold.

    An article that the gate cannot judge (None) passes.
    """
    from sijill.gate import load_gate

    chance = load_gate()(article.text, article.title)
    if chance is None or chance >= threshold:
        return chance, None
    trouble = NotRelevant(f"not about armed conflict: probability {chance:.3f}, asked for {threshold:g}")
    return chance, Rejected.of(trouble, article.where, article.line)


def code_article(article: Article, coder: CodesArticles) -> Document | Rejected:
    """The coded document of an article; a Rejected row where the coder refuses it or breaks."""
    try:
        return coder(article.text, doc_id=article.doc_id, source=article.source, url=article.url,
                     title=article.title, published=article.published)
    except ArticleRejected as error:
        return Rejected.of(error, article.where, article.line)
    except SijillError:
        raise
    except Exception as error:
        # one article must not stop a run of thousands; the row says that the fault is ours
        trouble = CoderFailed(f"the coder failed: {type(error).__name__} {error}",
                              next_step="Please report it with the text: it is a fault of Sijill")
        return Rejected.of(trouble, article.where, article.line)
