"""Gazetteers of users are read row by row; what is wrong is refused with its reason."""

import pathlib

import openpyxl
import pytest

from sijill.errors import DataError
from sijill.grounding.file import PlaceFile
from sijill.grounding.imports import Imported, import_places

WOF = "id\tname\tplacetype\tlat\tlon\tar\tar_variants\ten\tparent\tpopulation\tdeprecated\tsuperseded"


def imported(folder: pathlib.Path, kind: str, name: str, text: str) -> tuple[Imported, PlaceFile]:
    path = folder / name
    path.write_text(text, "utf-8")
    file = PlaceFile.open(folder / "places.sqlite", create=True)
    return import_places(kind, [path], file), file


def test_whosonfirst_rows_are_checked(tmp_path: pathlib.Path) -> None:
    """(0, 0), a half point, a deprecated row, a repeated id and a row without Arabic are refused; the rest is in."""
    rows = ["1\tA\tregion\t35\t38\tمنطقة الوهم\t\tA\t\t\t\t",
            "2\tB\tlocality\t35.1\t38.1\tالمدينة الوهمية\tوهم\tB\t1\t9000\t\t",
            "3\tC\tlocality\t0\t0\tصفر\t\tC\t1\t\t\t", "4\tD\tlocality\t35\t\tنصف\t\tD\t1\t\t\t",
            "5\tE\tlocality\t35\t38\tقديم\t\tE\t1\t\t2019-01-01\t", "2\tB\tlocality\t35\t38\tمكرر\t\tB\t1\t\t\t",
            "6\tF\tlocality\t35\t38\t\t\tF\t1\t\t\t", "7\tG\tlocality\tx\t38\tحرف\t\tG\t1\t\t\t"]
    done, file = imported(tmp_path, "whosonfirst", "sy.tsv", "\n".join([WOF, *rows]) + "\n")
    assert (done.read, done.written, sum(done.refusals.counts.values())) == (8, 2, 6)
    place = file.get("wof:2")
    assert place is not None and place.kind == "town" and place.within == ("منطقة الوهم",)


def test_importing_again_changes_nothing(tmp_path: pathlib.Path) -> None:
    """The same dump twice leaves as many places, and each name leads to one of them."""
    text = f"{WOF}\n2\tB\tlocality\t35.1\t38.1\tالمدينة الوهمية\t\tB\t\t\t\t\n"
    imported(tmp_path, "whosonfirst", "sy.tsv", text)[1].close()
    _, file = imported(tmp_path, "whosonfirst", "sy.tsv", text)
    assert len(list(file.all())) == 1 and len(file.near(35, 38, 0.5)) == 1


def test_geonames_dumps_take_more_names_from_beside(tmp_path: pathlib.Path) -> None:
    """A row of 19 columns is a place by its feature code; Arabic names come from alternateNames too."""
    cells = ["9", "Wahm", "Wahm", "Ouahm", "36.1", "39.1", "P", "PPL", "SY", "", "", "", "", "", "100", "", "", "", ""]
    (tmp_path / "alternateNamesV2.txt").write_text("1\t9\tar\tوهم الكبيرة\t\t\t\t\n", "utf-8")
    done, file = imported(tmp_path, "geonames", "SY.txt", "\t".join(cells) + "\nshort\n")
    place = file.get("geonames:9")
    assert done.written == 1 and place is not None
    assert (place.name, place.country, place.kind) == ("وهم الكبيرة", "SYR", "village")
    assert done.refusals.counts["fewer than 15 columns"] == 1


def test_cod_ab_spreadsheets_give_codes_and_chains(tmp_path: pathlib.Path) -> None:
    """Each level of an administrative table is a place with its p-code, inside the level above."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["admin2Name_en", "admin2Name_ar", "admin2Pcode", "admin1Name_ar", "admin1Pcode", "lat", "lon"])
    sheet.append(["Wahm", "ناحية الوهم", "SY9901", "محافظة الوهم", "SY99", 35.0, 38.0])
    path = tmp_path / "syr_adm.xlsx"
    book.save(path)
    file = PlaceFile.open(tmp_path / "places.sqlite", create=True)
    import_places("cod-ab", [path], file)
    inner, outer = file.get("cod:SY9901"), file.get("cod:SY99")
    assert inner is not None and outer is not None
    assert (inner.pcode, inner.within, outer.lat) == ("SY9901", ("محافظة الوهم",), None)


def test_a_file_of_another_program_is_left_alone(tmp_path: pathlib.Path) -> None:
    """A file that is no gazetteer is an error that names it, and keeps its bytes."""
    other = tmp_path / "other.sqlite"
    other.write_text("not a database")
    with pytest.raises(DataError, match="not a gazetteer"):
        PlaceFile.open(other, create=True)
    assert other.read_text() == "not a database"
    with pytest.raises(DataError, match="no such gazetteer"):
        PlaceFile.open(tmp_path / "missing.sqlite")


def test_an_unknown_format_is_told(tmp_path: pathlib.Path) -> None:
    """A format that is none of the four is an error that lists them."""
    with pytest.raises(DataError, match="no such format"):
        import_places("shapefile", [tmp_path], PlaceFile.open(None, create=True))
