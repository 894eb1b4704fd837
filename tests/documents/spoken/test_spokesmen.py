from __future__ import annotations

import pytest

from pipeline.documents.spoken.spokesmen import is_person, reporters_in, unit_and_post
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("市住房城乡建设局", ["市住房城乡建设局"]),
        ("市自然资源和规划局和市财政局", ["市自然资源和规划局", "市财政局"]),
        ("教务处、学生处", ["教务处", "学生处"]),
        ("学校教务处", ["学校教务处"]),
        ("公司财务部", ["公司财务部"]),
        ("石湾镇", ["石湾镇"]),
        ("各乡镇", ["各乡镇"]),
        ("设计单位", ["设计单位"]),
        ("第二采油厂、勘探院", ["第二采油厂", "勘探院"]),
        ("区财政局（国资局）", ["区财政局(国资局)"]),
        ("县教育局（牵头）", ["县教育局"]),
        ("市财政局主要负责同志", ["市财政局主要负责同志"]),
        ("市委常委、副市长", ["市委常委、副市长"]),
        ("总经理", ["总经理"]),
        ("相关部门", []),
        ("上次会议市教育局", []),
        ("市发改委向市委常委会", []),
        ("市财政局每季度", []),
        ("市政府工作", []),
        ("公司", []),
        ("石明远", []),
    ],
)
def test_who_can_report(who: str, found: list[str]) -> None:
    assert [one.flat for one in reporters_in(passage(who))] == found


@pytest.mark.parametrize(
    ("who", "unit", "post"),
    [
        ("市财政局", "市财政局", None),
        ("市财政局分管负责同志", "市财政局", "分管负责同志"),
        ("县水务局副局长", "县水务局", "副局长"),
        ("分管副市长", None, "分管副市长"),
    ],
)
def test_unit_and_post(who: str, unit: str | None, post: str | None) -> None:
    found = unit_and_post(passage(who))
    assert tuple(part.flat if part else None for part in found) == (unit, post)


def test_a_name_behind_the_unit_is_a_person() -> None:
    assert is_person("县林业和草原局(李光明)")
    assert not is_person("区财政局(国资局)")
