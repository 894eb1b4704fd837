"""Words on which a meaning turns."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.pivots import pivot_problems
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

SOURCE = Source(
    "平均浓度同比下降8.4%，优良天数比例提高3.5个百分点。种子储备充足。未纳入计划的小区不得擅自开工。"
    "拟建设污水处理厂。党内警告以上处分。应急中心列席。",
    "",
)


@pytest.mark.parametrize(
    "statement",
    [
        "平均浓度同比降低8.4%",
        "优良天数比例上升3.5个百分点",
        "种子储备是充足的",
        "计划建设污水处理厂",
        "未纳入计划的小区不得擅自开工",
    ],
)
def test_other_words_for_the_same(statement: str) -> None:
    assert list(pivot_problems(fold(statement), SOURCE)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "平均浓度同比上升8.4%",
        "优良天数比例下降3.5个百分点",
        "种子储备不足",
        "议案获全票通过",
        "未纳入计划的小区可以先行开工",
        "污水处理厂已建设完毕",
        "党内警告以下处分",
        "应急中心出席",
        "小区免费改造",
    ],
)
def test_words_that_turn_it(statement: str) -> None:
    assert list(pivot_problems(fold(statement), SOURCE))


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("其余6处渡口均须在汛期前修好", True),
        ("工期和投资均保持不变", True),
        ("48件提案均已办复", False),
    ],
)
def test_all_of_what_is_counted_or_listed(said: str, holds: bool) -> None:
    source = Source("其余6处渡口须在汛期前修好,其中2处由船务科修;工期不变,投资不变。48件提案已办复45件。", "")
    assert (list(pivot_problems(fold(said), source)) == []) is holds


def test_a_source_of_signs_alone_holds_nothing_and_breaks_nothing() -> None:
    assert [problem.text for problem in pivot_problems(fold("全部12项都已整改"), Source("。", ""))]
