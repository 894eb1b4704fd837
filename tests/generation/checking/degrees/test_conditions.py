"""Conditions: what a statement must keep of them."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.degrees.conditions import lost_conditions


@pytest.mark.parametrize(
    ("statement", "source", "lost"),
    [
        ("提交常委会讨论", "修改完善后提交常委会讨论", 1),
        ("修改后提交常委会讨论", "修改完善后提交常委会讨论", 0),
        ("全市推行试点办法", "如条件成熟,在全市推行试点办法", 1),
        ("支持企业发展壮大", "在满足环保要求的前提下,支持企业发展壮大", 1),
        ("撤站后另设代售点", "北门车站撤站后另设代售点", 0),
        ("查完再提交大会", "待线索核查结束后提交大会", 0),
        ("提交大会", "待线索核查结束后提交大会", 1),
        ("今后要加强管理", "今后要加强管理", 0),
        ("公示后上报", "按程序公示5个工作日后上报", 0),
        ("会议同意整合6所小学(含站前小学)", "会议同意整合6所小学,站前小学除外", 1),
        ("所有企业都要安装在线监测", "除停产企业外,所有企业都要安装在线监测", 1),
        ("除停产企业外,所有企业都要安装在线监测", "除停产企业外,所有企业都要安装在线监测", 0),
    ],
)
def test_conditions(statement: str, source: str, lost: int) -> None:
    assert len(lost_conditions(statement, source)) == lost
