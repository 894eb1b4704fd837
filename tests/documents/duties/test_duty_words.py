"""The words by which a party is told to act: what they match, and the names and other words that they leave alone."""

from __future__ import annotations

import pytest

from pipeline.documents.duties.duty_words import ACT, ACT_OPENS, BIDDEN_BY, LEAD, OPENERS


@pytest.mark.parametrize("text", ["要加快", "应完善", "须在", "牵头", "总牵头", "会同", "按程序", "做好"])
def test_words_of_action(text: str) -> None:
    assert ACT.match(text)
    assert text[0] in ACT_OPENS


@pytest.mark.parametrize(
    "text", ["要素保障", "应急响应", "需求", "组织部", "研究院", "负责人", "联合会", "商务局", "编制办"]
)
def test_words_that_only_look_alike(text: str) -> None:
    assert not ACT.match(text)


def test_every_first_character_of_a_word_of_action_opens_one() -> None:
    for character in ACT_OPENS:
        assert f"|{character}" in f"|{ACT.pattern}", character


@pytest.mark.parametrize("text", ["由于", "自由", "理由", "申请", "提请", "请示", "授权书", "委托人", "已由"])
def test_nobody_is_bidden(text: str) -> None:
    assert not BIDDEN_BY.search(text)


@pytest.mark.parametrize("text", ["由市", "请市", "责成市", "会议要求市", "委托市"])
def test_somebody_is_bidden(text: str) -> None:
    assert BIDDEN_BY.search(text)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("牵头", True),
        ("具体负责", True),
        ("为牵头单位", True),
        ("牵头部门", False),
        ("负责同志", False),
        ("主办方", False),
    ],
)
def test_who_leads_in_so_many_words(text: str, lead: bool) -> None:
    assert bool(LEAD.match(text)) is lead


def test_what_stands_before_a_subject() -> None:
    match = OPENERS.match("会议同时明确,6月底前由")
    assert match is not None
    assert match.end() == len("会议同时明确,6月底前")
