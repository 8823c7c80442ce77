"""Of an official and "his counterpart" each is one party to what they signed or talked of."""

import pytest
from tests.extract.drafted import pointed, sides, told

from sijill.extract.said.peers import peers

UGANDA, CONGO = "NEW:Government of Uganda", "NEW:Government of Democratic Republic of Congo"


@pytest.mark.parametrize(("text", "word"), [
    ("وقع الرئيس الأوغندي ونظيره الكونغولي اتفاقا للسلام في نيروبي.", "اتفاقا"),
    ("وقع الرئيس الأوغندي يويري موسيفيني ونظيره الكونغولي جوزيف كابيلا اتفاقا للسلام في نيروبي.", "اتفاقا"),
    ("أجرى وزير الدفاع الأوغندي، أمس، ونظيره الكونغولي محادثات في نيروبي.", "محادثات"),
])
def test_an_official_and_his_counterpart_are_two_parties(text: str, word: str) -> None:
    """Each is one party, whether their names stand behind them or not."""
    assert sides(told(text, word)) == ([UGANDA], [CONGO])


@pytest.mark.parametrize(("text", "word", "kind"), [
    # a fight is no deal
    ("زار الرئيس الأوغندي ونظيره الكونغولي بلدة شهدت معارك.", "معارك", "Armed clash"),
    # another clause
    ("قال الرئيس الأوغندي ونظيره الكونغولي إن المتمردين وقعوا اتفاقا.", "اتفاقا", "Agreement"),
    # nobody before him, nobody of a state, or a verb between
    ("وقع الخبير ونظيره الكونغولي اتفاقا في نيروبي.", "اتفاقا", "Agreement"),
    ("وقع مسلحون ونظيره الكونغولي اتفاقا في نيروبي.", "اتفاقا", "Agreement"),
    ("غضب الرئيس الأوغندي وانسحب ونظيره الكونغولي وقع اتفاقا.", "اتفاقا", "Agreement"),
    ("حضر الرئيس الأوغندي. ونظيره الكونغولي وقع اتفاقا.", "اتفاقا", "Agreement"),
    ("وقع الرئيس الأوغندي ونظيره الأوغندي اتفاقا في نيروبي.", "اتفاقا", "Agreement"),
    # "with his counterpart" is read elsewhere
    ("وقع الرئيس الأوغندي مع نظيره الكونغولي اتفاقا في نيروبي.", "اتفاقا", "Agreement"),
])
def test_other_counterparts(text: str, word: str, kind: str) -> None:
    """No two parties are named by a counterpart of nobody's, in another clause, or beside a fight."""
    assert peers(*pointed(text, word, kind)) is None
