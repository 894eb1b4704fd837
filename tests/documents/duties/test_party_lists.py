"""Lists of parties: where each entry stands, 和 inside a name, 「等部门」, and lists of any length."""

from __future__ import annotations

import time

import pytest

from pipeline.documents.duties.party_lists import first_party, open_list, read_list


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市财政局、市审计局", ["市财政局", "市审计局"]),
        ("自然资源和规划局和住建局", ["自然资源和规划局", "住建局"]),
        ("市文化广电和旅游局与市体育局", ["市文化广电和旅游局", "市体育局"]),
        ("财政、发改、住建等部门", ["财政", "发改", "住建"]),
        ("县教科体局、县住建局两家单位", ["县教科体局", "县住建局"]),
        ("市财政局及相关部门", ["市财政局", "相关部门"]),
        ("市财政局、各相关部门", ["市财政局", "各相关部门"]),
        ("有关部门和单位", ["有关部门和单位"]),
        ("各县(市、区)、市水务局", ["各县(市、区)", "市水务局"]),
        ("县委常委、常务副县长钱明", ["县委常委、常务副县长钱明"]),
        ("财政部门", ["财政部门"]),
        ("有关部门", ["有关部门"]),
    ],
)
def test_the_entries_of_a_list(text: str, names: list[str]) -> None:
    assert [text[slice(*place)] for place in read_list(text, 0, len(text)) or []] == names


@pytest.mark.parametrize("text", ["完善工作机制", "市财政局、提高认识", "工业技改、园区定位等工作"])
def test_what_is_no_list(text: str) -> None:
    assert not read_list(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("县林业局、县水利局制定细则", ["县林业局", "县水利局"], "制定细则"),
        ("交通、城管等部门开展整治", ["交通", "城管"], "开展整治"),
        ("市财政局安排市教育局经费", ["市财政局"], "安排市教育局经费"),
        ("市政府办公室拨付", ["市政府办公室"], "拨付"),
        ("有关部门研究", ["有关部门"], "研究"),
        ("提高认识", [], "提高认识"),
    ],
)
def test_the_list_that_opens_a_stretch(text: str, names: list[str], rest: str) -> None:
    places, stop = open_list(text, 0, len(text))
    assert [text[slice(*place)] for place in places] == names
    assert text[stop:] == rest


def test_the_first_party_of_a_stretch() -> None:
    assert first_party("平安区应急局值守", 0, 8) == 6
    assert first_party("提高认识", 0, 4) is None


def test_a_long_list_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        text = "、".join(f"{chr(0x5B89 + index % 40)}{chr(0x6C5F + index // 40)}县财政局" for index in range(count))
        started = time.process_time()
        places, _ = open_list(f"{text}落实", 0, len(text) + 2)
        assert len(places) == count
        return time.process_time() - started

    seconds(300)
    assert min(seconds(1200) for _ in range(3)) < 12 * max(seconds(300), 0.002)
