"""Another sentence of the item goes before the one that was told only where it plainly tells more of what is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.second_look.told_better import told_better
from tests.generation.extractive.second_look.meeting import drafted

LISTED = "会议同意将福利院电路改造列入2025年第二批民生项目，预算39.5万元。"
DUE = "由县民政局组织实施，县财政局负责资金拨付，7月18日前完工。"
PROPOSED = "会议同意县交通运输局提出的资金安排意见，安排1240万元用于危桥加固。"
PASSED = "会议原则同意该方案，由县城管局按会议意见修改后印发实施。"
BEFORE = "会议指出，第15次常务会议曾议定自2025年3月1日起调整居民水价，但听证程序尚未完成。"
SPREAD = "散会后各分管领导要当天传达，县政府办每月通报进展。"


@pytest.mark.parametrize(
    ("text", "told", "better"),
    [
        ("福利院电路改造啥时候得弄完？", LISTED, "7月18日前完工"),
        ("危桥加固的钱，有哪个部门一路查账？", PROPOSED, "县审计局"),
        ("江滩公园试开放结束以后由哪个部门来评估？", PASSED, "县统计局"),
        ("居民水价什么时候开始按新价算？", BEFORE, "2026年1月1日"),
        ("汛前避险的事分给了哪几家单位去做？", SPREAD, "芦口镇"),
    ],
    ids=["year of a budget", "who proposed", "another act", "what was so before", "no unit named"],
)
def test_what_tells_more_goes_before(reeds: Assistant, text: str, told: str, better: str) -> None:
    composing, draft = drafted(reeds, text, told)
    again = told_better(composing.question, draft, composing.catalogue)
    assert again.said != draft.said and better in again.said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("福利院电路改造啥时候得弄完？", DUE),
        ("福利院电路改造列入了哪一年的民生项目？", LISTED),
        ("江滩公园方案由哪个部门修改后印发？", PASSED),
        ("居民水价原来定的什么时候调整？", BEFORE),
        ("收购清溪水站股权由谁继续洽谈？", "会议不同意按对方报价收购。"),
    ],
    ids=["told", "a year is asked", "its act", "what was before is asked", "turned down"],
)
def test_what_tells_stays(reeds: Assistant, text: str, told: str) -> None:
    composing, draft = drafted(reeds, text, told)
    assert told_better(composing.question, draft, composing.catalogue) is draft


def test_what_was_counted_stays(reeds: Assistant) -> None:
    composing, draft = drafted(reeds, "福利院电路改造啥时候得弄完？", LISTED)
    counted = replace(draft, sentences=tuple(replace(line, counted=1) for line in draft.sentences))
    assert told_better(composing.question, counted, composing.catalogue) is counted


def test_what_stands_in_two_items_stays(reeds: Assistant) -> None:
    composing, draft = drafted(reeds, "福利院电路改造啥时候得弄完？", LISTED, PROPOSED)
    assert told_better(composing.question, draft, composing.catalogue) is draft
