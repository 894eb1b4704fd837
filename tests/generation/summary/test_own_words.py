"""A verdict in its own words: whole, with what it is on, and never on a title that asks."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.brief import brief_parts
from pipeline.generation.summary.own_words import Shown, in_own_words, title_of
from pipeline.generation.summary.told import Source

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n"


@pytest.mark.parametrize(
    ("heading", "body", "told", "wrong"),
    [
        ("关于书店延长开放时间的建议", "会议认为条件不具备，暂不同意通宵开放。", "暂不同意通宵开放", "不同意通宵，"),
        ("关于某厂延期开工的申请", "会议决定暂不研究该事项，弄清原因后再议。", "暂不研究", "该事，"),
        ("年底办不办庙会", "讨论后，会议不同意办。", "年底办不办庙会：会议不同意办", "不同意年底办不办"),
        ("关于路桥改造实施方案", "会议原则同意该实施方案。", "会议原则同意路桥改造实施方案", "同意关于"),
        (
            "公交票价",
            "会议同意调整方案。甲明建议换乘免费，会议请市交通局研究，暂不写入方案。",
            "换乘免费，",
            "；暂不写入",
        ),
    ],
    ids=["whole", "no half word", "a title that asks", "no 关于", "what is left out"],
)
def test_a_verdict_is_told_with_what_it_is_on(heading: str, body: str, told: str, wrong: str) -> None:
    [part] = brief_parts("d0", parse_text(f"{HEAD}一、{heading}\n{body}\n"))
    said = "".join(one.text for one in part.told)
    assert told in said
    assert wrong not in said


def test_the_title_and_the_words_can_be_had_apart() -> None:
    source = Source("d0", parse_text(f"{HEAD}一、关于夜市\n会议同意在南街设摊20个。\n"))
    item = source.document.items[0]
    assert title_of(source, item, Shown(short=True)) == "夜市"
    told = in_own_words(source, item, Shown())
    assert told is not None
    assert "会议同意在南街设摊20个" in told.text


def test_no_verdict_stands_bare_beside_another() -> None:
    names = "、".join(f"某某研究所第{number}批实验员编制" for number in "一二三四五六七")
    body = f"会议同意人才引进计划，博士60名。甲院所提{names}，因总量限制，不予安排。"
    [part] = brief_parts("d0", parse_text(f"{HEAD}一、人才引进\n{body}\n"))
    assert "；不予安排" not in "".join(one.text for one in part.told)
