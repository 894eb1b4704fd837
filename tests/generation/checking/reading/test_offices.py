"""Units: seen in a text, and found in another under any form of their names."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.reading.offices import shortest_name, unit_named
from pipeline.generation.checking.reading.unit_runs import units


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由财务管理部、人事处办理", ["由财务管理部", "人事处"]),
        ("未经股东会批准", ["未经股东会"]),
        ("由县供销社负责", ["由县供销社"]),
        ("约谈了11人次镇街道负责人", ["镇街道"]),
        ("全部完成,到处检查,学科建设,厅务会研究,一千二百余处", []),
    ],
)
def test_units_are_seen(text: str, found: list[str]) -> None:
    assert units(text) == found


@pytest.mark.parametrize(
    ("source", "run", "known"),
    [
        ("由后勤保障处负责", "由后勤处", True),
        ("鼎盛置业有限公司的申请", "鼎盛公司", True),
        ("鼎盛置业有限公司的申请", "鼎新置业有限公司", False),
        ("市财政局牵头", "市政局", False),
        ("市水利局牵头", "由省水利局", False),
        ("县发展和改革委员会", "县发改委", True),
    ],
)
def test_a_unit_is_known_under_its_forms(source: str, run: str, known: bool) -> None:
    assert (unit_named(source, run) is not None) is known


def test_the_shortest_name_is_the_unit_alone() -> None:
    assert shortest_name("对接市规划局", "积极对接市规划局") == "规划局"


def test_a_distance_or_a_day_ends_in_no_office() -> None:
    assert units("设在上游1800米处,从11月7日办到18日") == []


@pytest.mark.parametrize(
    ("source", "run", "known"),
    [
        ("由建设管理处负责", "由厅建管处", True),
        ("由办公室汇总", "局办公室", True),
        ("由综合办公室牵头", "由集团综合办公室", True),
        ("由建设管理处负责", "由厅监督处", False),
        ("市水文中心配合", "市水文水资源中心", True),
        ("市水文中心配合", "市水利工程中心", False),
        ("青龙街道负责", "赤岭街道", False),
        ("大桥镇负责", "大桥镇政府", True),
        ("大桥镇负责", "大河镇政府", False),
        ("石渡县负责", "石渡县政府", True),
        ("石渡县负责", "石桥县政府", False),
    ],
)
def test_a_department_of_the_house_and_a_full_name_are_known(source: str, run: str, known: bool) -> None:
    assert (unit_named(source, run) is not None) is known


def test_what_is_dealt_with_ends_in_no_office() -> None:
    text = "由村委会来办,按现行政策办,打算办,三个镇,加装九部电梯,每部电梯,反馈到各科"
    assert units(text) == ["由村委会"]


@pytest.mark.parametrize(
    ("run", "source", "name"),
    [
        ("贷款利率财资部", "财务资产部谈定贷款利率", "财资部"),
        ("市县要等法院", "待法院判决后拆除", "法院"),
        ("区市场监督管理局", "区监督管理局负责市场", None),
    ],
)
def test_a_name_ends_where_its_task_begins(run: str, source: str, name: str | None) -> None:
    assert unit_named(source, run) == name


@pytest.mark.parametrize("text", ["全镇设卡点", "跟着骆镇长走", "全部办妥", "都照此办", "证还没办"])
def test_no_unit_is_read(text: str) -> None:
    assert units(text) == []
