"""What people see of an article on a terminal."""

import io
from dataclasses import replace

import sijill
from sijill.cli.render import Printer
from sijill.documents import Document

CODER = sijill.load([], model=None)


def shown(document: Document) -> str:
    out = io.StringIO()
    Printer(out, plain=True).article(document)
    return out.getvalue()


def test_what_is_said_twice_of_a_place_has_one_line() -> None:
    """Two claims of the same holder, place and day are one line; of two holders they are two."""
    document = CODER("انسحب تنظيم داعش من بلدة الميادين أمس.", published="2017-10-14")
    (claim,) = document.control or ()
    assert shown(replace(document, control=(claim, replace(claim, event=None)))).count("has lost") == 1
    assert shown(replace(document, control=(claim, replace(claim, holder="YPG")))).count("has lost") == 2


def test_a_long_cell_is_cut() -> None:
    """A place's name of thousands of letters takes some lines of the table, a short one stands whole."""
    document = CODER("قصف الجيش السوري مدينة حلب أمس.", published="2017-10-14")
    (event,) = document.events or ()
    long = replace(event, places=(replace(event.places[0], name="ب" * 20_000),))
    assert len(shown(replace(document, events=(long,))).splitlines()) < 30
    assert "…" not in shown(document) and "حلب" in shown(document)
