"""People and units: named by the source, in this part, post and unit, and for this matter."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.acts.who import people_problems, unit_problems
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

SOURCE = Source(
    """区长沈嘉树主持召开区规划委员会第4次会议。副区长陆怀谷、何敏参加会议。
会议听取了区住建局局长方志远关于停车场建设的汇报。
由区园林局会同区水务局优化公园设计；由区供销社调运化肥；区市监局每周检查一次农资市场。
列席：区发改委 温如玉，区水务局 汪洋
记录：苏晓""",
    "",
)


@pytest.mark.parametrize(
    "statement",
    [
        "区长沈嘉树主持会议",
        "副区长何敏参加会议",
        "何敏、陆怀谷两位副区长参加会议",
        "方志远局长就停车场建设作了汇报",
        "区发展和改革委员会温如玉列席",
        "会议由苏晓记录",
        "区园林局与区水务局一起优化公园设计",
        "区市场监督管理局每周检查一次农资市场",
    ],
)
def test_what_the_source_says(statement: str) -> None:
    clause = fold(statement)
    assert [*people_problems(clause, SOURCE), *unit_problems(clause, SOURCE)] == []


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("区长沈家树主持会议", "person"),
        ("方志明就停车场建设作了汇报", "person"),
        ("钟离列席了会议", "person"),
        ("停车场专班由木远山担任组长", "person"),
        ("授权厉行之签署文件", "person"),
        ("区长何敏参加会议", "post"),
        ("会议记录由温如玉负责", "part"),
        ("陆怀谷指出要抓紧", "part"),
        ("区水务局会同区园林局优化公园设计", "part"),
        ("区财政局局长方志远汇报", "unit"),
        ("区供销社每周检查一次农资市场", "unit"),
        ("由区交通局调运化肥", "unit"),
        ("区政府第4次会议", "meeting"),
    ],
)
def test_what_it_does_not_say(statement: str, kind: str) -> None:
    clause = fold(statement)
    assert kind in {problem.kind for problem in (*people_problems(clause, SOURCE), *unit_problems(clause, SOURCE))}


def test_whom_something_is_reported_to_has_no_task_by_that() -> None:
    source = Source("县文旅局要抓紧修缮戏楼并补齐设施,7月底前将方案报县政府办公室审核", "")
    assert list(unit_problems(fold("县文旅局须在7月底前将方案报县政府办公室审核"), source)) == []


MOVE = Source(
    "市财政局统筹解决缺口资金,一周内报副市长;会议不同意该公司复工,由市应急局负责督促", "", "市第二人民医院迁建"
)


def test_a_unit_that_the_clause_is_about_does_nothing_of_what_another_does() -> None:
    assert list(unit_problems(fold("市第二人民医院迁建的缺口资金由市财政局统筹解决"), MOVE)) == []
    assert list(unit_problems(fold("市第二人民医院要统筹解决缺口资金,一周内报副市长"), MOVE)) != []


def test_a_verb_between_two_units_ends_the_list() -> None:
    source = Source("街道补助到账后开工,副主任牵头;甲局负责,乙局配合", "")
    assert list(unit_problems(fold("街道补助到账后才开工,副主任牵头"), source)) == []
    assert [problem.text for problem in unit_problems(fold("乙局负责,甲局配合"), source)] != []
