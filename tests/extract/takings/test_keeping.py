"""Keeping: what a side keeps, sits in still or is left with, and places that are free of it."""

import datetime as dt

import pytest

import sijill


def claims(text: str) -> set[tuple[str, str, str]]:
    document = sijill.load(model=None)(text, published=dt.date(2019, 1, 9))
    return {(c.holder, c.place.name, c.polarity) for c in document.control or ()}


@pytest.mark.parametrize(
    "text",
    [
        "لا يزال تنظيم داعش يحتفظ ببلدة هجين، وكذلك بقرية السوسة.",
        "ما زال تنظيم داعش متحصنا في بلدة هجين وقرية السوسة.",
        "لا يزال مقاتلو تنظيم داعش يتمركزون في بلدة هجين وقرية السوسة.",
        "يحتفظ تنظيم داعش ببلدة هجين وقرية السوسة.",
        "لم يبق لتنظيم داعش سوى جيوب في بلدة هجين وقرية السوسة.",
        "لم يتبق لتنظيم داعش إلا بلدة هجين وقرية السوسة.",
    ],
)
def test_what_a_side_keeps_it_holds(text: str) -> None:
    """Who keeps places, still sits in them or is left with nothing but them holds each of them."""
    assert claims(text) == {("IS", "هجين", "holds"), ("IS", "السوسة", "holds")}


@pytest.mark.parametrize(
    "text",
    [
        "لا يحتفظ تنظيم داعش ببلدة هجين.",
        "ستحتفظ قوات سوريا الديمقراطية ببلدة هجين.",
        "يعتزم تنظيم داعش أن يحتفظ ببلدة هجين.",
        "نفى ناشط أن تنظيم داعش يحتفظ ببلدة هجين.",
        "كان تنظيم داعش يتمركز في بلدة هجين.",
        "يحتفظ تنظيم داعش برهائن في بلدة هجين.",
        "يتمركز تنظيم داعش في بلدة هجين ثم يغادرها.",
        "لا تزال القوات الأميركية متمركزة في سوريا.",
        "لا يزال الجوع يتمركز في بلدة هجين.",
        "لم يبق لتنظيم داعش سوى مئات المقاتلين في بلدة هجين.",
        "لم يبق للأهالي سوى بلدة هجين.",
    ],
)
def test_what_is_not_kept_is_not_held(text: str) -> None:
    """No holding is read from "not", the future, a plan, a denial, the past, a kept thing, or whoever bears no arms."""
    assert claims(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "لم يعد تنظيم داعش يحتفظ ببلدة هجين.",
        "لم يعد تنظيم داعش يتمركز في بلدة هجين.",
        "أصبحت بلدة هجين خالية تماما من مسلحي تنظيم داعش.",
        "قال ناشط إن بلدة هجين باتت خالية من تنظيم داعش.",
        "قال ناشط إن معارك دارت قرب الباغوز، وإن بلدة هجين صارت خالية من تنظيم داعش.",
        "أعلنت القوات خلو بلدة هجين من تنظيم داعش.",
    ],
)
def test_what_is_kept_no_longer_or_is_free_of_a_side_is_lost(text: str) -> None:
    """What a side no longer keeps is lost to it, and so is a place that has become free of it."""
    assert claims(text) == {("IS", "هجين", "lost")}


@pytest.mark.parametrize(
    "text",
    [
        "لم تصبح بلدة هجين خالية من تنظيم داعش.",
        "نفى ناشط خلو بلدة هجين من تنظيم داعش.",
        "صارت بلدة هجين خالية من السكان.",
        "صارت بلدة هجين خالية من السكان، بسبب تنظيم داعش.",
        "أصبحت بلدة هجين خالية من ألغام تنظيم داعش.",
        "أصبحت بلدة هجين خالية من هجمات تنظيم داعش.",
        "عاد الأهالي إلى بيوت خالية من الأثاث في بلدة هجين.",
    ],
)
def test_a_place_free_of_others_is_lost_to_no_side(text: str) -> None:
    """A place that is not free of a side, or only of its people, is not lost to it."""
    assert claims(text) == set()
