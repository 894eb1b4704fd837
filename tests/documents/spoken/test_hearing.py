"""What a meeting heard or learnt of, as sentences and headings say it."""

from __future__ import annotations

import pytest

from pipeline.documents.spoken.hearing import class_of, heads_hearing, heard_in, told_in
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("会议听取了市水利局关于水库除险的汇报。", "会议听取了市水利局关于水库除险的汇报"),
        ("会议还听取并讨论了《年度审计报告》,要求限期整改。", "会议还听取并讨论了《年度审计报告》"),
        ("会上,首先传达学习全省会议精神。", "会上,首先传达学习全省会议精神"),
        ("区委常委会专题听取了综合治理情况的汇报;", "区委常委会专题听取了综合治理情况的汇报"),
        ("会议通报了上月考核结果。", "会议通报了上月考核结果"),
        ("听周敏通报了近三个月的投诉,共41起。", "听周敏通报了近三个月的投诉"),
        ("会议听了物业经理李强的介绍。", "会议听了物业经理李强的介绍"),
        ("本项只听取情况,不作决定。", "本项只听取情况"),
        ("这件事只是听一听,等通知来了再安排。", "这件事只是听一听"),
    ],
)
def test_what_was_heard_ends_at_the_first_comma(sentence: str, heard: str) -> None:
    place = heard_in(sentence)
    assert place is not None
    assert sentence[slice(*place)] == heard


@pytest.mark.parametrize(
    "sentence",
    [
        "会议要求每季度听取一次汇报。",
        "请市教育局向人大常委会汇报。",
        "市财政局汇报了预算执行情况。",  # who reported, of which a row may or may not follow
        "会前听取了各方意见。",
        "各单位要认真学习文件精神。",
        "会议同意该方案。",
        "学习时间定为周五。",
        "要多听居民的意见。",
    ],
)
def test_what_is_to_be_heard_or_was_told_by_somebody_is_not(sentence: str) -> None:
    assert heard_in(sentence) is None


def test_a_heading_says_it_by_its_verb() -> None:
    assert heads_hearing("听取")
    assert heads_hearing("传达学习")
    assert not heads_hearing("审议")


def test_what_was_learnt_is_studied() -> None:
    assert class_of("会议传达学习了会议精神") == "studied"
    assert class_of("会议听取了关于学习情况的汇报") == "heard"
    assert class_of("会议通报了考核结果") == "heard"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("会议听取了汇报，不作议决。", "会议听取了汇报"),
        ("会议意见:听取汇报，不另作决议。", "听取汇报"),
        ("决定：会议听取了教务处的汇报。", "会议听取了教务处的汇报"),
        ("听取情况通报。", "听取情况通报"),
        ("会前,会议集体学习了《统计法》，王敏领学。", "会前,会议集体学习了《统计法》"),
    ],
)
def test_what_was_heard_may_be_told_in_two_words(sentence: str, said: str) -> None:
    flat = passage(sentence).flat
    place = heard_in(flat)
    assert place is not None
    assert flat[slice(*place)] == passage(said).flat


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("区委巡察办主任周敏同志通报了巡察情况,共发现问题9个。", "区委巡察办主任周敏同志通报了巡察情况"),
        ("会议通报了上月考核结果。", None),
        ("由周敏通报了结。", None),
    ],
)
def test_what_somebody_told(sentence: str, told: str | None) -> None:
    place = told_in(sentence)
    assert (sentence[slice(*place)] if place else None) == told


def test_who_passed_on_the_spirit_of_a_meeting_told_it() -> None:
    assert told_in("市应急局局长武长征传达了会议精神,要求抓好落实。") == (0, 16)
    assert told_in("要把精神传达到每个村。") is None
