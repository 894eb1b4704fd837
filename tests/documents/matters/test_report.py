from __future__ import annotations

import pytest

from pipeline.documents.context import Context
from pipeline.documents.matters.report import problem_title, read_report
from tests.documents.paper import blocks, paper, passage

TEXT = (
    "根据部署，现公布如下。\n一、组织领导\n高度重视。\n一是加强领导。\n二是压实责任。\n二、整改情况\n1.关于“甲不快”问题的整改。\n(1)建设体系。加强引导。\n(2)加快突破。\n"
    "2.关于“乙不强”问题的整改。\n(3)强链补链。\n三、下一步打算\n继续努力。\n欢迎监督。联系电话：000。"
)


def test_sections_problems_and_measures() -> None:
    found = read_report(Context(paper(TEXT), with_outcomes=False, obliged=False), blocks(TEXT))
    assert [(section.label, section.title) for section in found.sections] == [
        ("一", "组织领导"),
        ("二", "整改情况"),
        ("三", "下一步打算"),
    ]
    assert [(item.label, item.title, item.section) for item in found.items] == [
        ("1", "甲不快", "二"),
        ("2", "乙不强", "二"),
    ]
    assert [point.label for item in found.items for point in item.points] == ["1", "2", "3"]
    assert blocks(TEXT)[found.stop].passage.flat.startswith("欢迎")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("关于“产业升级不快”问题的整改。", "产业升级不快"),
        ("关于“学习质量不高”的问题", "学习质量不高"),
        ("针对以会代训问题的整改情况", "以会代训"),
        ("加强领导", "加强领导"),
    ],
)
def test_problem_title(heading: str, title: str) -> None:
    assert problem_title(passage(heading)).flat == title


def test_nothing_numbered() -> None:
    text = "整改情况的说明。"
    assert read_report(Context(paper(text), with_outcomes=False, obliged=False), blocks(text)).items == ()
