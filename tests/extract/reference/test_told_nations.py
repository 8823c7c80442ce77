"""An occupation that was named with its nation keeps it."""

import datetime as dt

from sijill.extract.reference.reference import resolve
from sijill.pipeline import read_document


def meant(text: str) -> list[str]:
    document = read_document(text, published=dt.date(2024, 12, 20))
    return [one.id for one, m in zip(resolve(document), document.actors or (), strict=True) if m.kind == "loaded"]


def test_an_occupation_told_with_its_nation_keeps_it() -> None:
    """Behind "the Turkish occupation" the army of the occupation is Turkey's, behind "the Israeli" one Israel's."""
    assert meant("قصف الاحتلال التركي حاس. ثم دخل جيش الاحتلال القرية.")[1] == "TUR_ARMED"
    assert meant("قصف الاحتلال الإسرائيلي حاس. ثم دخل جيش الاحتلال القرية.")[1] == "IDF"


def test_an_occupation_is_whose_it_was_last_told() -> None:
    """The nation told last counts, and without any the name stays as open as it was."""
    text = "قصف الاحتلال التركي حاس. وقصف جيش الاحتلال الإسرائيلي غزة. ثم دخل جيش الاحتلال رفح."
    assert meant(text)[-1] == "IDF"
    assert meant("دخل جيش الاحتلال خان يونس.") == ["IDF"]


def test_the_state_of_an_occupation_is_the_nations_too() -> None:
    """A name that means another nation's state alone means the state of the nation that was told with its word."""
    assert meant("قصفت دولة الاحتلال التركي قرى. ثم قصفت دولة الاحتلال بلدة حاس.") == ["TUR_GOV", "TUR_GOV"]
    assert meant("قصف الجيش التركي قرى. ثم قصفت دولة الاحتلال بلدة خان يونس.") == ["ISR_GOV"]
