"""Notes taken in haste: who does what without a word for the meeting, and what only tells how things stand."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.terse import bids_barely, nobody_speaks, tells_how_it_is
from pipeline.generation.decisions.ledger import rows
from tests.documents.paper import passage

_HEAD = """云桥市防寒保供指挥部
会 议 纪 要
（第2期）
时间：2025年1月6日19:00
主持：副市长 穆青山
到场：市商务局局长 古成林；市供热公司 卞小舟
视频：石桥县、柳河县、东岭区

1. 保供
"""


def _leads(line: str) -> list[tuple[str, ...]]:
    document = parse_text(f"{_HEAD}{line}\n2. 其他\n略。\n")
    return [row.lead_units + row.lead_generic for row in rows("d", document) if row.item == "1"]


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("热线电话开到零点，市商务局派人接。", ("市商务局",)),
        ("市供热公司每栋楼留一名师傅。", ("市供热公司",)),
        ("三县区8日6时前备足盐。", ("三县区",)),
        ("老旧管线，产权单位自查。", ("产权单位",)),
        ("石桥县、东岭区明天上午把大棚看一遍。", ("石桥县", "东岭区")),
        ("各县区主要负责同志20:30前到岗。", ("各县区主要负责同志",)),
        ("古成林带一组去石桥县，今晚就走。", ("古成林",)),
        ("消息统一归市委宣传部，市商务局供稿。", ("市委宣传部",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bare_line_bids_who_opens_it(line: str, leads: tuple[str, ...]) -> None:
    assert _leads(line) == [leads]


@pytest.mark.parametrize(
    "line",
    [
        "市供热公司：锅炉12台，能用11台，1台在修。",
        "市商务局报：库存猪肉320吨，余不多。",
        "古成林说市供热公司人手紧。",
        "石桥县担心路上结冰。",
        "委员古成林回避。",
        "市商务局目前派出两组人。",
    ],
)
def test_what_tells_how_things_stand_is_no_task(line: str) -> None:
    assert _leads(line) == []


def test_a_line_due_by_a_day_is_a_task_of_nobody() -> None:
    assert _leads("三号锅炉1月12日前修好。") == [()]
    assert tells_how_it_is("三号锅炉去年1月12日前修好。")


def test_where_the_meeting_speaks_a_bare_line_stays_a_telling() -> None:
    assert nobody_speaks([passage("市商务局派人接。")])
    assert not nobody_speaks([passage("会议要求抓紧。"), passage("市商务局派人接。")])
    assert not nobody_speaks([passage("雪" * 100)])
    assert bids_barely(passage("市商务局派人接。"), frozenset())
    assert not bids_barely(passage("市商务局派人接"), frozenset())


def test_places_that_took_part_by_video_are_no_persons() -> None:
    attendance = parse_text(f"{_HEAD}市商务局派人接。\n").attendance
    assert attendance is not None
    assert ([one.name for one in attendance.present], attendance.observers) == (["古成林", "卞小舟"], ())


def test_heard_in_one_word() -> None:
    item = parse_text(f"{_HEAD}听取，不议定。\n2. 其他\n略。\n").items[0]
    assert (item.outcomes, "heard" in item.spans) == ((), True)
