"""Gazetteers of users are read row by row; what is wrong is refused with its reason."""

import pathlib
import zipfile

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


GEONAME = ["9", "Wahm", "Wahm", "وهم", "36.1", "39.1", "P", "PPL", "SY", "", "", "", "", "", "100", "", "", "", ""]
TSV = "place_id\tname_ar\tvariants_ar\tname_en\tkind\twithin_ar\tcountry\tlat\tlon\tradius_km\tknown\tambiguous"
OUTER = "admin1Name_ar,admin1Pcode,lat,lon\nمحافظة الوهم,SY99,35.5,38.5\n"
INNER = ("admin2Name_ar,admin2Name_en,admin2Pcode,admin1Name_ar,admin1Name_en,admin1Pcode,lat,lon\n"
         "منطقة الوهم,Wahm,SY9901,محافظة الوهم,Wahm Governorate,SY99,35.0,38.0\n")


def geoname(**cells: str) -> str:
    number = {"id": 0, "lat": 4, "people": 14}
    row = list(GEONAME)
    for name, value in cells.items():
        row[number[name]] = value
    return "\t".join(row) + "\n"


@pytest.mark.parametrize("name", ["SY.txt", "alternateNamesV2.txt", "alternatenames-SY.txt"])
def test_a_dump_that_is_not_utf_8_is_told(tmp_path: pathlib.Path, name: str) -> None:
    """Broken UTF-8 in a dump or in its alternative names is an error that names the file, and writes nothing."""
    (tmp_path / "SY.txt").write_text(geoname(), "utf-8")
    with (tmp_path / name).open("ab") as stream:
        stream.write(b"1\t9\tar\t\xff\xfe\n")
    file = PlaceFile.open(None, create=True)
    with pytest.raises(DataError, match=f"not UTF-8.*{name}"):
        import_places("geonames", [tmp_path / "SY.txt"], file)
    assert not list(file.all())


@pytest.mark.parametrize("number", ["inf", "-inf", "nan", "1e400", "1e300"])
def test_numbers_that_are_not_finite_are_refused(tmp_path: pathlib.Path, number: str) -> None:
    """A population or a point that is infinite or no number refuses its row alone."""
    done, _ = imported(tmp_path, "geonames", "SY.txt", geoname() + geoname(id="10", people=number)
                       + geoname(id="11", lat=number))
    assert done.written == 1 and done.read == 3 and sum(done.refusals.counts.values()) == 2
    row = f"2\tB\tlocality\t35.1\t38.1\tوهم\t\tB\t\t{number}\t\t"
    assert imported(tmp_path, "whosonfirst", "sy.tsv", f"{WOF}\n{row}\n")[0].refusals.counts == {"no number": 1}


def test_alternative_names_are_no_dump(tmp_path: pathlib.Path) -> None:
    """A folder's alternateNames give names to its dump and are not read as one."""
    (tmp_path / "SY.txt").write_text(geoname(), "utf-8")
    (tmp_path / "alternateNamesV2.txt").write_text("1\t9\tar\tوهم الكبيرة\t\t\t\t\n", "utf-8")
    file = PlaceFile.open(None, create=True)
    done = import_places("geonames", [tmp_path], file)
    assert (done.read, done.written) == (1, 1) and not done.refusals.counts
    assert [place.name for place in file.all()] == ["وهم الكبيرة"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("at_once", [True, False])
def test_levels_of_cod_ab_come_in_any_order(tmp_path: pathlib.Path, order: tuple[int, int], at_once: bool) -> None:
    """The table of an inner level never takes the point of an outer one, in one import or two, in either order."""
    tables = [tmp_path / "adm1.csv", tmp_path / "adm2.csv"]
    for path, text in zip(tables, (OUTER, INNER), strict=True):
        path.write_text(text, "utf-8")
    file = PlaceFile.open(None, create=True)
    paths = [tables[n] for n in order]
    for batch in [paths] if at_once else [[path] for path in paths]:
        done = import_places("cod-ab", batch, file)
        assert done.read == len(batch) and not done.refusals.counts
    outer, inner = file.get("cod:SY99"), file.get("cod:SY9901")
    assert outer is not None and inner is not None and len(list(file.all())) == 2
    assert (outer.lat, outer.lon, outer.name_en) == (35.5, 38.5, "Wahm Governorate")
    assert (inner.lat, inner.within, inner.parent) == (35.0, ("محافظة الوهم",), "cod:SY99")


def test_newer_cod_ab_tables_number_their_languages(tmp_path: pathlib.Path) -> None:
    """Of adm1_name and adm1_name1 the one whose column lang or lang1 says "ar" is the Arabic name."""
    head = "adm1_name,adm1_name1,adm1_name2,adm1_pcode,lang,lang1,lang2,center_lat,center_lon"
    for number, (head_line, row) in enumerate((
            (head, "Wahm,وەهم,وهم,IQ99,en,ku,ar,35,44"), (head, "وهم,Wahm,,IQ99,ar,en,,35,44"),
            ("adm1_name,adm1_name1,adm1_pcode,center_lat,center_lon", "Wahm,وهم,IQ99,35,44"))):
        (tmp_path / str(number)).mkdir()
        done, file = imported(tmp_path / str(number), "cod-ab", "adm1.csv", f"{head_line}\n{row}\n")
        place = file.get("cod:IQ99")
        assert done.written == 1 and place is not None
        assert (place.name, place.name_en, place.country, place.lat) == ("وهم", "Wahm", "IRQ", 35)


def test_kinds_and_countries_of_ones_own_table_are_known_ones(tmp_path: pathlib.Path) -> None:
    """A row of an unknown kind or country is refused with it; codes of two letters become those of three."""
    rows = ["a\tوهم\t\t\tvilage\t\tSYR\t36\t37\t\t\t0", "b\tوهم\t\t\tvillage\t\tSYX\t36\t37\t\t\t0",
            "c\tوهم\t\t\troundabout\t\tsy\t36\t37\t\t\t0", "d\tوهم\t\t\tvillage\t\t\t36\t37\t\t\t0"]
    done, file = imported(tmp_path, "tsv", "mine.tsv", "\n".join([TSV, *rows]) + "\n")
    assert dict(done.refusals.counts) == {"no such kind: vilage": 1, "no such country: SYX": 1}
    assert [(place.id, place.country) for place in file.all()] == [("c", "SYR"), ("d", None)]


def test_a_name_that_holds_a_bar_is_several(tmp_path: pathlib.Path) -> None:
    """Names parted by `|` are variants: each of them leads to the place."""
    row = "a\tوهمستان | خيالستان\tسرابستان\t\tvillage\t\tSYR\t36\t37\t\t\t0"
    _, file = imported(tmp_path, "tsv", "mine.tsv", f"{TSV}\n{row}\n")
    place = file.get("a")
    assert place is not None and (place.name, place.names) == ("وهمستان", ("خيالستان", "سرابستان"))


@pytest.mark.parametrize(("kind", "text", "why"), [
    ("tsv", "", "the file is empty"), ("tsv", "a\tb\nc\td\n", "columns are missing: place_id"),
    ("tsv", TSV + "\n", "the file holds no rows"), ("whosonfirst", "a\tb\n", "columns are missing: id"),
    ("cod-ab", "", "the file is empty"), ("cod-ab", "a,b\n1,2\n", "no column of p-codes"),
    ("geonames", "", "the file holds no rows")])
def test_a_file_of_another_form_is_told(tmp_path: pathlib.Path, kind: str, text: str, why: str) -> None:
    """A file without a row of its format is reported with the reason, and no gazetteer is asked for."""
    path = tmp_path / "dump.txt"
    path.write_text(text, "utf-8")

    def never() -> PlaceFile:
        raise AssertionError("the gazetteer was made")

    done = import_places(kind, [path], never)
    assert (done.read, done.written) == (0, 0) and len(done.troubles) == 1 and why in done.troubles[0]


def test_rows_read_are_lines(tmp_path: pathlib.Path) -> None:
    """A line of three levels counts as one row read, and blank lines as none."""
    text = INNER + "\n" + "خيال,Khayal,SY9902,محافظة الوهم,Wahm Governorate,SY99,35.2,38.2\n"
    done, _ = imported(tmp_path, "cod-ab", "adm2.csv", text)
    assert (done.read, done.written) == (2, 3)


def test_a_packed_dump(tmp_path: pathlib.Path) -> None:
    """SY.zip is read as the SY.txt in it, a village of many people as a town; an archive without it is told."""
    for name, inner in (("SY.zip", "SY.txt"), ("IQ.zip", "readme.txt")):
        with zipfile.ZipFile(tmp_path / name, "w") as out:
            out.writestr(inner, geoname(people="9000"))
    file = PlaceFile.open(None, create=True)
    assert import_places("geonames", [tmp_path / "SY.zip"], file).written == 1
    assert [place.kind for place in file.all()] == ["town"]
    with pytest.raises(DataError, match="holds no IQ.txt"):
        import_places("geonames", [tmp_path / "IQ.zip"], file)


def test_a_radius_that_is_none_is_refused(tmp_path: pathlib.Path) -> None:
    """A radius below nothing, or wider than any country, refuses its row."""
    rows = [f"{n}\tوهم\t\t\tvillage\t\tSYR\t36\t37\t{radius}\t\t0" for n, radius in enumerate((-1, 9000, 2))]
    done, _ = imported(tmp_path, "tsv", "mine.tsv", "\n".join([TSV, *rows]) + "\n")
    assert done.written == 1 and done.refusals.counts == {"a radius that is none": 2}
