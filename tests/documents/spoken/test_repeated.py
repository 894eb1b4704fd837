"""Tests of what a further verdict says again."""

from __future__ import annotations

import pytest

from pipeline.documents.parse import parse_text
from pipeline.documents.spoken.repeated import repeat_of
from pipeline.documents.spoken.verdicts import find_verdict
from pipeline.minutes import Outcome, OutcomeClass
from tests.documents.paper import passage

HEAD = "榆泉县人民政府第12次常务会议纪要\n2023年5月9日，县长郭远主持召开县政府第12次常务会议。\n一、研究渡口改造\n"


@pytest.mark.parametrize(
    ("before", "sentence", "repeat"),
    [
        ("rejected", "责成重新核查，下次会议研究。", "again"),
        ("rejected", "该渡口改造暂缓实施。", "again"),
        ("rejected", "东岸渡口改造因征地未完成，暂缓实施。", None),
        ("rejected", "3号渡口，暂缓，待客流调查后再议。", None),
        ("deferred", "该渡口不列入今年计划。", "follows"),
        ("approved", "西岸码头不列入今年计划。", None),
        ("approved", "是否今年开航，待县政府明确编制后再定。", None),
        ("approved", "旧码头的用途，留待下次会议讨论。", None),
        ("approved", "具体金额待审计后再定。", "again"),
        ("approved", "与会委员均无异议。", "counted"),
        ("deferred", "县港务站提出的扩容申请一并届时研究。", None),
        (None, "会议同意改造。", None),
    ],
)
def test_what_it_says_again(before: OutcomeClass | None, sentence: str, repeat: str | None) -> None:
    found = find_verdict(passage(sentence))
    assert found is not None
    former = [Outcome(class_=before, text="…", start=0, end=1)] if before else []
    assert repeat_of(found, passage(sentence).flat, former) == repeat


def test_turned_down_until_something_changes_is_turned_down() -> None:
    item = parse_text(f"{HEAD}会议对夜航申请不予采纳，待航标改造完成后再议。\n二、研究预算\n会议同意。\n").items[0]
    assert [one.class_ for one in item.outcomes] == ["rejected"]
    assert item.next_step == "待航标改造完成后再议"


def test_another_part_turned_down_behind_a_consent_counts() -> None:
    item = parse_text(
        f"{HEAD}1.关于范围。同意东岸码头改造。西岸码头因涉及征收，不纳入本年度改造范围。\n二、研究预算\n会议同意。\n"
    ).items[0]
    assert [one.class_ for one in item.outcomes] == ["approved", "rejected"]


def test_what_is_left_for_later_behind_a_consent_is_another_matter() -> None:
    former = [Outcome(class_="approved", text="会议同意设立更新科", start=0, end=9)]
    for text in ("两站合并事宜,涉及人员安置较多,留待下半年研究。", "南岭县因审计未过,此次不推荐。"):
        found = find_verdict(passage(text))
        assert found is not None and found.class_ == "deferred"
        assert repeat_of(found, text, former) is None


def test_a_matter_of_its_own_that_waits_for_weighing_is_put_off() -> None:
    before = [Outcome(class_="approved", text="同意甲项目入园", start=0, end=7)]
    own, same = "“云电池拆解”项目风险较高,待进一步论证。", "该项目风险较高,待进一步论证。"
    for sentence, wanted in ((own, None), (same, "again")):
        found = find_verdict(passage(sentence))
        assert found is not None
        assert repeat_of(found, sentence, before) == wanted
