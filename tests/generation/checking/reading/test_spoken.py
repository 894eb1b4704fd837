"""What is said over a counter, read as papers write it; what only looks like it stays."""

from __future__ import annotations

import pytest

from pipeline.generation.checking.check import check
from pipeline.generation.checking.reading.spoken import as_written


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("暂时还没有谈", "还没有谈"),
        ("暂时没有获同意", "暂时没有获同意"),
        ("由他来包保", "由他包保"),
        ("以来负责", "以来负责"),
        ("分两回交", "分两次交"),
        ("第三回合", "第三回合"),
        ("首年租金", "第一年租金"),
        ("每个星期五对账", "每周五对账"),
        ("三个星期一次", "三个星期一次"),
        ("劳动节假期", "五一假期"),
        ("跟去年同期比", "同比"),
        ("一个个谈", "逐个谈"),
        ("至少要有九成", "至少九成"),
        ("不许高过3%", "不得高于3%"),
        ("每方水2元", "每立方米水2元"),
        ("两个人在场", "两人在场"),
        ("两个人才项目", "两个人才项目"),
        ("一个人一个月补", "每人每月补"),
        ("上限六角", "上限0.6元"),
        ("三角地带", "三角地带"),
        ("千分之六", "0.6%"),
        ("12‰", "1.2%"),
        ("不能没有人", "要有人"),
        ("改到27号。", "改到27日。"),
        ("〔2021〕9号", "〔2021〕9号"),
        ("3号楼", "3号楼"),
        ("9月中以前", "9月15日以前"),
        ("改后再报", "修改后再报"),
        ("会上答应了", "会上同意"),
        ("会上没答应", "会上没答应"),
    ],
)
def test_a_turn_of_speech(said: str, written: str) -> None:
    assert as_written(said) == written


QUOTE = (
    "由县水务局牵头、县财政局配合,10月底前完成除险加固,总投资不超过2400万元。未取得取水许可证不得通水。"
    "会议不同意上调停车费,仍按每车每月120元收取。工业增加值同比增长6.2%。例会推迟至5月27日。"
)


@pytest.mark.parametrize(
    "statement",
    [
        "除险加固由县水务局来牵头，县财政局来配合，总投资最多不超过0.24亿元。",
        "得先取得取水许可证，才能通水。",
        "上调停车费会上没有同意，还是一辆车一个月120块钱。",
        "工业增加值跟去年同期比增长百分之六点二。",
        "例会推迟到5月27号了。",
    ],
)
def test_a_spoken_paraphrase_is_verified(statement: str) -> None:
    assert check(statement, [QUOTE], context="第8次常务会议\n2024-05-14") == []


@pytest.mark.parametrize(
    "statement",
    [
        "除险加固由县财政局来牵头，县水务局来配合。",
        "没有取水许可证也可以先通水。",
        "上调停车费会上答应了。",
        "停车费还是一辆车一年120块钱。",
        "工业增加值跟去年同期比下降百分之六点二。",
        "例会推迟到5月28号了。",
    ],
)
def test_a_spoken_invention_is_flagged(statement: str) -> None:
    assert check(statement, [QUOTE], context="第8次常务会议\n2024-05-14")
