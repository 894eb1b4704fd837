"""Figures: value, unit and bound, votes, movements, rates, and what each is a figure of."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.figures.figures import figure_problems
from pipeline.generation.checking.reading.fold import fold
from pipeline.generation.checking.reading.source import Source

SOURCE = Source(
    "新增绿色工厂6家，新增5G工厂4家，补贴由每月800元提高到1000元，年租金1.5万，每亩补贴30元，K3+200段护岸改造。"
    "同意7票，反对1票，弃权1票。建设期24个月，费用按4∶6分担，亩均投资、税收分别不低于280万元、18万元。",
    "",
)


@pytest.mark.parametrize(
    "statement",
    [
        "新增绿色工厂六家",
        "建设期两年",
        "年租金15000元",
        "从每月800元提到1000元",
        "7票同意、1票反对、1票弃权",
        "按四比六分担",
        "亩均税收不低于18万元",
        "补贴按每亩30元",
    ],
)
def test_what_the_source_says(statement: str) -> None:
    assert list(figure_problems(fold(statement), SOURCE)) == []


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("新增绿色工厂4家", "number"),
        ("新增绿色工厂6座", "number"),
        ("反对7票，同意1票", "number"),
        ("补贴由1000元降到800元", "number"),
        ("每户补贴30元", "number"),
        ("K3+300段护岸改造", "number"),
        ("按6:4分担", "number"),
        ("亩均税收18万元", "bound"),
    ],
)
def test_what_it_does_not_say(statement: str, kind: str) -> None:
    assert kind in {problem.kind for problem in figure_problems(fold(statement), SOURCE)}


def test_a_counted_number_needs_no_wording() -> None:
    assert list(figure_problems("共9项议题", SOURCE, counted=9)) == []


@pytest.mark.parametrize(
    ("statement", "source", "flagged"),
    [
        ("上限由20万元提高一倍,达到40万元", "上限由20万元提高到40万元", False),
        ("上限由20万元提高两倍,达到40万元", "上限由20万元提高到40万元", True),
        ("计划由300人减少一半,为150人", "计划由300人减至150人", False),
        ("计划由300人减少一倍,为150人", "计划由300人减至150人", True),
        ("补贴每天80元", "补贴80元/天", False),
        ("补贴每次80元", "补贴80元/天", True),
        ("误餐费25元/人/天", "误餐费每人每餐25元", True),
        ("温度低于26℃的", "温度不达26℃的", False),
        ("温度26℃的", "温度不达26℃的", True),
        ("预约等候4.5天", "预约要等4.5天", False),
        ("费用补贴三分之二", "费用补贴三分之一", True),
        ("总投资5000万元", "总投资8650万元,其中中央资金5000万元", True),
        ("每季度报告一次", "每季度报告", False),
    ],
)
def test_shares_rates_and_labels(statement: str, source: str, flagged: bool) -> None:
    assert bool(list(figure_problems(fold(statement), Source(source, "第三届十九次会议")))) is flagged
