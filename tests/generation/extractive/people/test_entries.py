"""One entry of the lists, as it is told: with unit and post, and what stands behind the name."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from tests.libraries import library_of

PAPER = """澄湾县人民政府办公室
2024年3月5日，县长柏承远主持召开县政府第8次常务会议。纪要如下：
一、研究渡口改造
会议同意渡口改造方案，由县交通运输局负责。
出席：柏承远，副县长郁清和、祁  山。
请假：县财政局副局长路遥（因公出差）。
列席：县交通运输局局长甘棠、县水利局麦冬、县档案局简宁（第二项议题）。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("county")
    return library_of({"a.txt": PAPER}, folder, today=datetime.date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("甘棠是什么职务？", "县交通运输局局长甘棠列席了"),
        ("甘棠是干什么的", "县交通运输局局长甘棠列席了"),
        ("麦冬是哪个单位的？", "县水利局麦冬列席了"),
        ("路遥参加会议了吗？", "县财政局副局长路遥请假"),
        ("谁请假了？", "请假：县财政局副局长路遥（因公出差）"),
    ],
)
def test_a_person_is_told_with_unit_and_post(county: Assistant, text: str, told: str) -> None:
    assert told in county.ask(text).answer


def test_why_somebody_was_away_is_told(county: Assistant) -> None:
    assert "“因公出差”" in county.ask("路遥参加会议了吗？").answer
