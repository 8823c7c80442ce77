"""What a record holds is counted without what may not be seen."""

import datetime as dt
from pathlib import Path

import sijill
from sijill.store import Record

REPORT = (
    "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل ثلاثة مدنيين وجرح آخرين. "
    "وقال المرصد السوري لحقوق الإنسان إن القصف طال سوقا شعبيا في وسط المدينة، وإن فرق الإسعاف نقلت الجرحى."
)
OUTLETS = ("وكالة أولى", "صحيفة ثانية", "موقع ثالث")


def test_a_reprint_of_what_is_hidden_is_not_told_to_be_one(tmp_path: Path) -> None:
    """Outlets count their reprints of articles that may be seen; where the original is hidden, none is told."""
    coder = sijill.load(model=None)
    with Record.open(tmp_path / "a.sijill", create=True) as record:
        with record.start_run(version="test") as run:
            for day, outlet in enumerate(OUTLETS, 1):
                run.add(coder(REPORT, doc_id=outlet, source=outlet, published=dt.date(2018, 3, day)))
        record.link()
        ids = {line.source: line.article_id for line in record.article_lines()[0]}
        for hidden, copies in ((None, [0, 1, 1]), (OUTLETS[0], [0, 0]), (OUTLETS[1], [0, 1])):
            lines = record.outlet_lines(without={ids[hidden]} if hidden else ())
            assert [line.copies for line in sorted(lines, key=lambda one: str(one.first))] == copies, hidden
