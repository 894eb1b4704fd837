"""People and units, and the part each plays."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.parties import (
    names_unit,
    parts_of,
    people,
    posts_of,
    unit_forms,
    unit_of,
    units,
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会议由郑远航主持", "郑远航"),
        ("市水利局局长徐岚作了汇报", "徐岚"),
        ("徐岚副局长汇报", "徐岚"),
        ("主持人:郑远航", "郑远航"),
        ("出席:沈岚、高志成", "高志成"),
        ("郑远航", "郑远航"),
        ("郑远航(市长)", "郑远航"),
        ("欧阳明远强调,要抓紧", "欧阳明远"),
    ],
)
def test_people_are_seen(text: str, name: str) -> None:
    assert name in {reading for readings in people(text) for reading in readings}


@pytest.mark.parametrize(
    "text", ["会议听取了方案汇报", "由相关部门牵头", "名单中没有", "会议指出,要加强管理", "全体人员出席"]
)
def test_words_are_no_people(text: str) -> None:
    assert people(text) == ()


@pytest.mark.parametrize(
    ("run", "source", "named"),
    [
        ("由市水利局", "市水利局牵头", True),
        ("由市水务局", "市水利局牵头", True),
        ("要求水利局", "市水利局牵头", True),
        ("由省水利局", "市水利局牵头", False),
        ("由市教育局", "市水利局牵头", False),
        ("市政府办", "市政府办公室整理", True),
        ("农业农村局", "农村局", False),
    ],
)
def test_a_unit_is_named_under_any_form(run: str, source: str, named: bool) -> None:
    assert names_unit(source, run) is named


def test_units_are_seen_and_words_that_look_like_them_are_not() -> None:
    assert units("市财政局、市发改委,河长办配合") == ["市财政局", "市发改委", "河长办"]
    assert units("打开局面,制定办法,委托办理,城镇建设,举办活动") == []


def test_forms_of_a_unit() -> None:
    assert {"市政府办公室", "市政府办"} <= set(unit_forms("市政府办公室"))


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        ("由甲局牵头,乙局、丙局配合", "甲局", {"lead"}),
        ("由甲局牵头,乙局、丙局配合", "乙局", {"support"}),
        ("牵头单位:甲局;配合单位:乙局", "乙局", {"support"}),
        ("会议听取了徐岚《甲》的说明", "徐岚", {"report"}),
        ("出席:沈岚\n列席:唐宁,\n徐岚", "徐岚", {"observe"}),
        ("沈岚没有出席", "沈岚", {"absent"}),
        ("甲局由徐岚负责,乙局配合", "甲局", set()),
        ("《由沈岚牵头的汇报》", "沈岚", set()),
    ],
)
def test_parts(text: str, name: str, parts: set[str]) -> None:
    assert parts_of(fold(text), name) == parts


def test_posts_and_units_beside_a_name() -> None:
    assert posts_of("市水利局副局长徐岚、徐岚同志", "徐岚") == {"副局长"}
    assert unit_of("听取市水利局副局长徐岚汇报", "徐岚") == {"听取市水利局"}
    assert unit_of("徐岚汇报", "徐岚") == set()


@pytest.mark.parametrize("text", ["智慧河长平台由市数据局牵头", "这条通组路长1200米"])
def test_a_post_within_a_word_is_none(text: str) -> None:
    assert posts_of(text, "智慧") | posts_of(text, "通组") == set()
