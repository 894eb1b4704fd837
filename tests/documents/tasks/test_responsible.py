"""What stands behind 「责任单位：」: who leads, who helps, for which tasks, by when."""

from __future__ import annotations

import time

import pytest

from pipeline.documents.tasks.responsible import bare_of_doing, number_of, shares_of
from tests.documents.paper import passage

ONE_SHARE = [
    ("市文旅局、市体育局", "市文旅局|市体育局", "", ""),
    ("市文旅局 市体育局", "市文旅局|市体育局", "", ""),
    ("区水务局牵头，区财政局、各街道配合", "区水务局", "区财政局|各街道", ""),
    ("区水务局牵头、区财政局、各街道配合", "区水务局", "区财政局|各街道", ""),
    ("区水务局牵头；区财政局、各街道配合。", "区水务局", "区财政局|各街道", ""),
    ("区水务局（牵头），区财政局、各街道（配合）", "区水务局", "区财政局|各街道", ""),
    ("区水务局（牵头）、区财政局、各街道", "区水务局", "区财政局|各街道", ""),
    ("牵头：区水务局；配合：区财政局", "区水务局", "区财政局", ""),
    ("主办区水务局，协办区财政局、区审计局", "区水务局", "区财政局|区审计局", ""),
    ("由区水务局牵头，会同区财政局、各街道落实", "区水务局", "区财政局|各街道", ""),
    ("区水务局会同区财政局", "区水务局", "区财政局", ""),
    ("贺云牵头，燃气科落实", "贺云", "燃气科", ""),
    ("东塘村负责组织实施，规划办负责技术把关", "东塘村", "规划办", ""),
    ("东塘村负责土地，西塘村负责筹资", "东塘村|西塘村", "", ""),
    ("教学督导组配合，教务处牵头", "教务处", "教学督导组", ""),
    ("安全监督部、市质量监督站", "安全监督部|市质量监督站", "", ""),
    ("平安物业、项目部老贺", "平安物业|项目部老贺", "", ""),
    ("东塘街道办事处（主要负责人）", "东塘街道办事处(主要负责人)", "", ""),
    ("党政办；3月1日起执行", "党政办", "", "3月1日起执行"),
    ("应急科牵头，财务科配合；9月10日前到位", "应急科", "财务科", "9月10日前到位"),
    ("应急科，2023年6月30日", "应急科", "", "2023年6月30日"),
    ("应急科；尽快", "应急科", "", "尽快"),
    ("应急科；4月上旬动工，明年2月底前通车", "应急科", "", "4月上旬动工|明年2月底前通车"),
    ("各镇（街道）、市直有关部门，长期坚持", "各镇(街道)|市直有关部门", "", "长期坚持"),
    ("——", "", "", ""),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("words", "leads", "supports", "when"), ONE_SHARE, ids=[case[0] for case in ONE_SHARE])
def test_who_leads_and_who_helps(words: str, leads: str, supports: str, when: str) -> None:
    found = shares_of(passage(words))
    assert len(found) <= 1
    told = [(one.leads, one.supports, one.deadlines) for one in found] or [([], [], [])]
    assert ["|".join(name.flat for name in names) for names in told[0]] == [leads, supports, when]
    assert all(one.task is None and one.topic is None and not one.numbers for one in found)


def test_what_is_due_in_words_of_its_own_is_no_name() -> None:
    [share] = shares_of(passage("规划办（牵头），财政所（配合）；8月20日前完成勘察，开工须避开汛期。"))
    assert [name.flat for name in (*share.leads, *share.supports)] == ["规划办", "财政所"]
    assert share.task is not None and share.task.flat == "8月20日前完成勘察,开工须避开汛期"
    assert share.deadlines == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("第（1）（2）条，县住建局牵头，县城管局配合；第（3）条，县审计局", [([1, 2], 1, 1), ([3], 1, 0)]),
        ("第1、3项：县住建局；第2项：县审计局、县财政局", [([1, 3], 1, 0), ([2], 2, 0)]),
        ("第一至三项由县住建局负责，第四项由县财政局会同县审计局负责", [([1, 2, 3], 1, 0), ([4], 1, 1)]),
        ("（1）县住建局；（2）县审计局", [([1], 1, 0), ([2], 1, 0)]),
    ],
)
def test_the_numbers_of_the_tasks_are_told(words: str, told: list[tuple[list[int], int, int]]) -> None:
    found = shares_of(passage(words))
    assert [(sorted(one.numbers), len(one.leads), len(one.supports)) for one in found] == told


def test_a_part_may_name_its_task() -> None:
    first, second, third = shares_of(passage("补植树木由园林所牵头，各社区配合；路灯检修：供电所；粮价公示由粮站负责"))
    assert [one.topic.flat for one in (first, second, third) if one.topic] == ["补植树木", "路灯检修", "粮价公示"]
    assert [name.flat for name in first.supports] == ["各社区"]
    assert third.place is not None and third.place.flat == "粮价公示由粮站负责"


def test_a_label_is_a_number() -> None:
    assert [number_of(label) for label in ("（2）", "二、", "③", "4.", None)] == [2, 2, 3, 4, None]


def test_a_time_limit_stands_without_what_is_done_by_then() -> None:
    found = [bare_of_doing(passage(words)).flat for words in ("12月1日起执行", "合同到期（6月3日）前完成", "6月底前")]
    assert found == ["12月1日起", "合同到期(6月3日)前", "6月底前"]


@pytest.mark.parametrize("sign", ["一", "1", "(", "第", "、", "在", "持续", "由", "(1)", "牵头", "市", "甲,", "会同"])
def test_a_long_run_is_read_in_no_time(sign: str) -> None:
    began = time.perf_counter()
    for length in (1990, 60_000):
        shares_of(passage((sign * length)[:length]))
    assert time.perf_counter() - began < 2
