"""The coder gives the same answer twice, in any process."""

import os
import subprocess
import sys

# a group of two countries, which tie
TEXT = "هاجم مسلحون من تنظيم الدولة الإسلامية قرية قرب الحدود أمس، ما أدى إلى مقتل شخصين."
CODE = """
import dataclasses
from sijill.extract.reference.reference import resolve
from sijill.extract.roles.roles import Roles
from sijill.extract.reference.setting import Setting
from sijill.extract.clauses.view import View
from sijill.pipeline import read_document
document = read_document(TEXT)
named = document.actors[0]
of_two = dataclasses.replace(document, actors=(dataclasses.replace(named, ids=("COUNTRY:SYR", "COUNTRY:IRQ")),))
print(Roles(View(document, resolve(document)), ()).country, Setting(of_two).main)
"""


LEAVING = "انسحب مقاتلو وحدات حماية الشعب وقوات النظام السوري من مدينة الحسكة أمس."
EVIDENCE = """
import sijill
from sijill.territory.evidence import evidence_of
print([e.subjects for e in evidence_of(sijill.load([], model=None)(TEXT, published="2018-03-14"))])
"""


def told(seed: str, text: str = TEXT, code: str = CODE) -> str:
    """What a process that orders its sets by this seed prints of a text."""
    return subprocess.run([sys.executable, "-c", code.replace("TEXT", ascii(text))],
                          env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True).stdout


def test_the_order_of_a_set_decides_nothing() -> None:
    """Processes that order sets differently take a text to play in the same country, by the same shares."""
    first = told("1")
    assert "None" not in first
    assert all(told(seed) == first for seed in "2345678")


def test_who_leaves_together_is_named_in_one_order() -> None:
    """Two sides that leave a place are named in the same order by processes that order sets differently."""
    first = told("1", LEAVING, EVIDENCE)
    assert "SYR_ARMY" in first and first.count("'") == 4
    assert all(told(seed, LEAVING, EVIDENCE) == first for seed in "23456")
