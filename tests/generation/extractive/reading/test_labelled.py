"""Labels behind a sentence, in a line or a bracket of their own."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.documents.parse import parse_text
from pipeline.generation.extractive.reading.labelled import labelled, task_before
from pipeline.minutes import Span
from tests.libraries import library_of

TODAY = datetime.date(2024, 12, 31)
TEXT = """青野区园林局局长办公会议纪要
青园纪〔2024〕7号

2024年6月3日，局长甘棠主持召开局长办公会议。会议议定：
一、关于行道树修剪
会议听取了养护科的汇报。
1．修剪主干道悬铃木1200株，枝条当日清运。
   责任单位：养护科；配合单位：各街道（镇）、环卫所；完成时限：7月20日前
2．补种枯死的香樟46株。（牵头：绿化科；配合：财务科；时限：11月底前）
3．古树名木逐株挂牌，费用从养护经费列支。〔责任人：工程师祁连山〕
4．清查临街花箱，破损的一律更换。〔市容科；9月10日前〕
5．补植绿篱800米。（绿化科，10月底前）
6．广玉兰（三株）移栽。（本条由绿化科解释）
"""


@pytest.mark.parametrize(
    ("opening", "labels"),
    [
        ("修剪主干道", "责任单位：养护科；配合单位：各街道（镇）、环卫所；完成时限：7月20日前"),
        ("补种枯死", "（牵头：绿化科；配合：财务科；时限：11月底前）"),
        ("古树名木", "〔责任人：工程师祁连山〕"),
        ("清查临街", "〔市容科；9月10日前〕"),
        ("补植绿篱", "（绿化科，10月底前）"),
        ("广玉兰", None),
        ("会议听取", None),
        ("责任单位：养护科", None),
    ],
)
def test_the_labels_of_a_sentence(opening: str, labels: str | None) -> None:
    document = parse_text(TEXT, file="青野区园林局局长办公会议纪要.txt")
    start = document.text.index(opening)
    place = Span(start, document.text.find("。", start) + 1)
    found = labelled(document, place, within=Span(0, len(document.text)))
    assert (document.quote(found) if found else None) == labels


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return library_of({"青野区园林局局长办公会议纪要.txt": TEXT}, tmp_path_factory.mktemp("garden"), today=TODAY)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("主干道的悬铃木要在哪个时间之前修剪完", "7月20日前"),
        ("修剪悬铃木归哪个科管？", "养护科"),
        ("枯死的香樟补种归谁负责？", "绿化科"),
        ("香樟什么时候补种完", "11月底前"),
    ],
)
def test_labels_answer_who_and_by_when(garden: Assistant, text: str, wanted: str) -> None:
    answer = garden.ask(text)
    assert not answer.refused
    assert wanted in answer.answer
    assert all(statement.check == "verified" for statement in answer.statements)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("望江夜市摊主有意见，57号专题会让哪两个人去沟通？", ("邵知微、潘云起",)),
        ("请列出市政府专题会议纪要〔2023〕57号中直饮水机建成投用的责任单位", ("市水务公司", "市城管局")),
        ("市政府57号专题会，跟摊主代表沟通是哪几位负责？", ("邵知微",)),
    ],
)
def test_labels_answer_who_are_several(townhalls: Assistant, text: str, words: tuple[str, ...]) -> None:
    answer = townhalls.ask(text)
    assert not answer.refused, answer.answer
    assert all(word in answer.answer for word in words), answer.answer


def test_a_line_of_labels_belongs_to_the_task_above() -> None:
    text = "（3）首批直饮水机建成投用。\n　　责任单位：市水务公司　　完成时限：2024年3月底前\n"
    document = parse_text(text)
    start = text.index("责任")
    assert task_before(document, Span(start, len(text) - 1)) == "（3）首批直饮水机建成投用。"
    assert task_before(document, Span(0, 15)) == ""
