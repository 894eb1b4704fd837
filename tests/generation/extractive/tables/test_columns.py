"""Which columns a question asks for."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.tables.columns import asked_in, bare, held_by, unit_of

HEADS = ["序号", "任务", "牵头单位", "配合单位", "责任人", "完成时限", "单价（元）", "金额（万元）", "联系电话"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("修桥由谁配合", ["配合单位"]),
        ("修桥由哪个单位牵头", ["牵头单位"]),
        ("谁负责修桥", ["牵头单位", "责任人"]),
        ("修桥的责任人是谁", ["责任人"]),
        ("修桥由谁牵头、谁配合、什么时候完成", ["牵头单位", "责任人", "配合单位", "完成时限"]),
        ("修桥多少钱", ["金额（万元）"]),
        ("修桥的单价是多少", ["单价（元）"]),
        ("每亩多少钱", ["单价（元）"]),
        ("修桥的责任人是谁，电话多少", ["责任人", "联系电话"]),
        ("修桥有什么意义", []),
    ],
)
def test_asked_in(text: str, columns: list[str]) -> None:
    assert [HEADS[place] for place in asked_in(text, HEADS)] == columns


def test_held_by() -> None:
    assert held_by(["组别", "组长", "成员", "什么时候完", "谁来办"]) == ["name", "person", "person", "when", "lead"]


def test_bare_and_unit_of() -> None:
    assert (bare("金额（万元）"), unit_of("金额（万元）"), unit_of("金额")) == ("金额", "万元", "")
