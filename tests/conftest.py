"""Tests see the gazetteer that ships and no other, whatever the user has imported."""

import json
import os
import pathlib
from collections.abc import Callable

import pytest
from hypothesis import settings

# no example has a deadline: a slow machine is no fault. A full check draws the same examples of the same
# commit whenever it runs (scripts/check.py); an everyday run draws new ones
settings.register_profile("everyday", deadline=None)
settings.register_profile("check", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("everyday")

os.environ["SIJILL_PLACES"] = os.devnull + "/no-such-gazetteer"


@pytest.fixture
def article_lines() -> Callable[[pathlib.Path, int], pathlib.Path]:
    """Writes a file of JSON Lines: reports and other news of our own, a broken line and a blank one after every ten."""
    texts = (
        "قصفت قوات النظام السوري مدينة دوما بقذائف الهاون أمس، ما أدى إلى مقتل {n} مدنيين، بحسب المرصد السوري.",
        "سيطرت قوات سوريا الديمقراطية على بلدة هجين بعد معارك عنيفة مع تنظيم داعش قتل فيها {n} من عناصره.",
        "شنت مقاتلات التحالف العربي {n} غارات على مواقع الحوثيين في مديرية صرواح غربي مأرب.",
        "فاز فريق المدينة بكأس الدوري بعد مباراة مثيرة أحرز فيها {n} أهداف أمام جمهور كبير.",
    )
    broken = ("not json", '{"text": ""}', '{"published": "2018-01-01"}', '{"text": "only English words here"}')

    def write(path: pathlib.Path, count: int) -> pathlib.Path:
        lines = []
        for n in range(count):
            article = {"text": texts[n % 4].format(n=3 + n % 7), "doc_id": f"d{n}", "published": "2018-03-14",
                       "source": "مثال"}
            lines.append(json.dumps(article, ensure_ascii=n % 3 == 0))
            if n % 10 == 9:
                lines += [broken[n // 10 % 4], ""]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    return write
