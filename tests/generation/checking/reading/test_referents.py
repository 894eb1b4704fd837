"""Whom a text names in passing: 该局, 两局."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.referents import with_referents


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("市财政局提出方案,由该局会同市司法局修改", "市财政局提出方案,由市财政局会同市司法局修改"),
        ("物业科提出,该科负责", "物业科提出,物业科负责"),
        ("气象、水文两局汇报", "气象局、水文局汇报"),
        ("由青棠、澜溪两区政府负责", "由青棠区政府、澜溪区政府负责"),
        ("石渡县、青棠区两地政府配合", "石渡县政府、青棠区政府配合"),
        ("交通、水利、农业三部门", "交通、水利、农业三部门"),
        ("河东、河西两片", "河东、河西两片"),
        ("该局要加强管理", "该局要加强管理"),
        ("该局长期亏损", "该局长期亏损"),
    ],
)
def test_whom_a_text_means(text: str, told: str) -> None:
    assert with_referents(text) == told


QUOTE = "市气象局、市水文局汇报雨情。市财政局提出方案，由市财政局会同市司法局修改。"


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        ("气象、水文两局汇报雨情。", True),
        ("气象、水利两局汇报雨情。", False),
        ("市财政局提出的方案由该局会同市司法局修改。", True),
        ("市财政局提出的方案由该局会同市审计局修改。", False),
        ("市司法局提出方案，由该局会同市财政局修改。", False),
    ],
)
def test_it_is_compared_by_its_name(statement: str, holds: bool) -> None:
    assert (check(statement, [QUOTE]) == []) is holds


def test_what_the_source_puts_so_itself_stays() -> None:
    text = "邀请灵石、周口、千岭、陆埠四镇企业加入联盟"
    assert with_referents(text, text) == text
    assert with_referents(text, "邀请灵石镇企业") == "邀请灵石镇、周口镇、千岭镇、陆埠镇企业加入联盟"
