"""Claims of coded articles."""

import sijill
from sijill.documents import Document
from sijill.link.claims import claims_of

TEXT = ("قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل 3 مدنيين.\n"
        "وسيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش.")


def test_a_claim_has_the_sentence_that_tells_it() -> None:
    """Each claim holds the words and the place of the sentence with its trigger, its outlet and the outlet's camp."""
    document = sijill.load(model=None)(TEXT, doc_id="d", published="2018-03-14", source="sana.sy")
    claims = claims_of(document, "original")
    assert len(claims) >= 2 and len({claim.sentence for claim in claims}) == 2
    for claim in claims:
        at = claim.event.trigger.start - claim.sentence_start
        assert TEXT[claim.sentence_start:claim.sentence_start + len(claim.sentence)] == claim.sentence
        assert 0 <= at < len(claim.sentence)
        assert (claim.source_id, claim.bloc, claim.copy_of) == ("SANA", "syr_gov", "original")
        assert claim.article_id == document.article_id and claim.id == claim.event.event_id


def test_an_article_without_events_makes_no_claims() -> None:
    """A document that was not coded has none."""
    assert claims_of(Document(TEXT, "d")) == ()
