"""A line on who and when is for all orders, for its sentence, or says only once more who does what."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.decisions.ledger import rows
from pipeline.generation.decisions.order_labels import is_for_all

HEAD = (
    "榕港县政府第8次常务会议纪要\n2023年5月9日，县长安澜主持召开县政府第8次常务会议。\n一、关于渡口改造\n会议议定：\n"
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("修路。补墙。责任单位：甲局", True),
        ("修路。补墙（牵头单位：甲局）。", True),
        ("修路（牵头单位：甲局）。由乙局补墙。", False),
        ("由甲局修路。由乙局补墙。", False),
        ("由甲局修路。上述任务由乙局督办。", True),
        ("由甲局修路。以上工作由副县长李明负责统筹协调。", False),
    ],
)
def test_which_lines_are_for_all(text: str, whole: bool) -> None:
    assert is_for_all(text) is whole


def test_a_line_that_repeats_who_does_each_part_leaves_each_his_own() -> None:
    body = "1.东岸引道由县交通运输局6月底前修整，西岸引道由县水利局7月底前修整。\n责任单位：县交通运输局、县水利局\n"
    own = [(row.lead_units, row.deadline_text) for row in rows("d", parse_text(HEAD + body))]
    assert own == [(("县交通运输局",), "6月底前"), (("县水利局",), "7月底前")]


def test_a_line_that_names_another_is_for_all() -> None:
    body = "1.东岸引道由县交通运输局修整，西岸引道由县水利局修整。\n责任单位：县财政局\n"
    assert len(rows("d", parse_text(HEAD + body))) == 1
