"""What is only told to have happened bids nobody."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.happened import happened
from pipeline.generation.decisions.ledger import rows


@pytest.mark.parametrize(
    ("flat", "over"),
    [
        ("7月3日,县公交公司一辆客车侧翻,造成2人受伤。", True),
        ("上半年,县交通运输局组织抽查工地32个,发现隐患45处;", True),
        ("入汛以来,县水利局巡查堤防210公里。", True),
        ("9月3日,县公交公司开展演练3场。", False),
        ("三季度,县交通运输局抽查工地32个。", False),
        ("上半年,县交通运输局要抽查工地32个。", False),
        ("去年冻裂过的6个组,水管站再备2台水车。", False),
        ("县公安局每月夜查4次。", False),
        ("由县住建局牵头,完成改造45处。", False),
    ],
)
def test_what_happened_is_over_when_a_meeting_is_held(flat: str, over: bool) -> None:
    assert happened(flat, date="2025-08-06") is over


def test_what_goes_on_from_it_happened_too() -> None:
    assert happened("县公安局查处酒驾58起。", date="2025-08-06", before=True)
    assert not happened("县公安局查处酒驾58起。", date="2025-08-06")


def test_a_part_of_a_date_tells_of_no_day() -> None:
    assert not happened("7月3日,一辆客车侧翻,造成2人受伤。", date="--08-06")
    assert not happened("2月30日,一辆客车侧翻,造成2人受伤。", date="2025-08-06")


def test_a_report_of_what_was_done_is_no_task() -> None:
    body = (
        "临川县人民政府第12次常务会议纪要\n2025年8月6日，县长高岭主持召开县政府第12次常务会议。\n一、听取安全整治情况汇报\n"
        "会议听取了情况汇报。上半年，县交通运输局组织抽查工地32个，发现隐患45处；县公安局牵头夜查12次，查处酒驾58起。"
        "会议要求，县公安局每月夜查不少于4次。\n"
    )
    tasks = [row.text for row in rows("d", parse_text(body)) if row.lead_units]
    assert len(tasks) == 1 and "每月夜查" in tasks[0]
