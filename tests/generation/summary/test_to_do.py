"""What was done, or was left open, is no task."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.generation.summary.to_do import is_to_do

HEAD = "江州市政府第12次常务会议纪要\n2021年3月8日，市长贺云主持召开市政府第12次常务会议。\n一、关于渡口\n会议议定：\n"


@pytest.mark.parametrize(
    ("point", "task"),
    [
        ("田舟同志传达了省里会议精神。", False),
        ("田舟问旧船修不修，没有说下去。", False),
        ("市交通局于2月24日补开听证会，25名代表参加。", False),
        ("市交通局于3月24日前补开听证会。", True),
        ("会议通报了违规情况，请纪检组依规处理。", True),
        ("由市交通局5月底前修好旧船。", True),
        ("渡口票价维持2元。", True),
    ],
)
def test_only_what_is_ahead_is_a_task(point: str, task: bool) -> None:
    document = parse_text(f"{HEAD}1.{point}\n2.由市财政局安排资金。\n")
    assert is_to_do(document, document.items[0].points[0]) is task
