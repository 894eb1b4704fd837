from __future__ import annotations

import pytest

from pipeline.documents.verdicts import comma_outside, find_verdict, next_step_sentence, sentences
from tests.documents.paper import passage


@pytest.mark.parametrize(
    ("sentence", "class_", "wording", "step"),
    [
        (
            "会议原则通过上述文件，要求相关部门修改完善后组织实施。",
            "approved_in_principle",
            "会议原则通过上述文件",
            "要求相关部门修改完善后组织实施",
        ),
        (
            "会议原则同意这个汇报，要求提交市委常委会讨论。",
            "agreed_in_principle",
            "会议原则同意这个汇报",
            "要求提交市委常委会讨论",
        ),
        ("原则通过《办法（试行）》。", "approved_in_principle", "原则通过《办法(试行)》", None),
        ("会议审议并原则通过了《规划》。", "approved_in_principle", "会议审议并原则通过了《规划》", None),
        ("会议经研究，同意该请示。", "approved", "会议经研究,同意该请示", None),
        ("会议一致同意采用该方式，由刘某负责。", "approved", "会议一致同意采用该方式", "由刘某负责"),
        ("不同意县住建局的请示。", "rejected", "不同意县住建局的请示", None),
        ("本议案未获通过。", "rejected", "本议案未获通过", None),
        (
            "本议案获得通过，尚需提交股东大会审议。",
            "approved",
            "本议案获得通过",
            "尚需提交股东大会审议",
        ),
        ("代表们没有意见，鼓掌通过。", "approved", "鼓掌通过", None),
        ("会议没有同意该建议。", "rejected", "会议没有同意该建议", None),
        ("会议议定，此事待进一步论证后再议。", "deferred", "此事待进一步论证后再议", None),
        ("会议决定，该办法暂缓审议，由市发改委补充测算。", "deferred", "该办法暂缓审议", "由市发改委补充测算"),
        (
            "原则同意地块设计，高度按36米控制，修改后报主任审定。",
            "agreed_in_principle",
            "原则同意地块设计",
            "修改后报主任审定",
        ),
        ("会议认为名单还需核实，未予通过。", "rejected", "未予通过", None),
        ("关于用地问题，会议决定暂缓，待查清后再议。", "deferred", "会议决定暂缓", "待查清后再议"),
        ("认为条件尚不成熟，决定下次会议再议。", "deferred", "决定下次会议再议", None),
        ("会议经表决，同意11票，反对2票，通过5户为对象，公示7天后上报。", "approved", "通过5户为对象", "公示7天后上报"),
        ("经表决，赞成30票，反对8票，获得通过。", "approved", "获得通过", None),
    ],
)
def test_verdict(sentence: str, class_: str, wording: str, step: str | None) -> None:
    part = passage(sentence)
    found = find_verdict(part)
    assert found is not None
    assert (found.class_, part.flat[found.start : found.end]) == (class_, wording)
    assert (part.flat[slice(*found.next_step)] if found.next_step else None) == step


@pytest.mark.parametrize(
    "sentence",
    [
        "会议听取了市水务局的汇报。",
        "经市政府常务会审议通过后在全市推行。",
        "通过建立健全机制等方式加强管理。",
        "要通过多种渠道宣传。",
        "同意4票，反对0票。",
        "会议认为，各方意见不一。",
        "讨论《办法》",
        "要统一思想，提高同意度。",
        "",
    ],
)
def test_no_verdict_is_invented(sentence: str) -> None:
    assert find_verdict(passage(sentence)) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("会议要求相关部门修改完善后提交市委常委会讨论。", "要求相关部门修改完善后提交市委常委会讨论"),
        ("会议明确，县住建局要征求意见，修改完善后报县委常委会审定。", "修改完善后报县委常委会审定"),
        ("会议要求抓好落实。", None),
    ],
)
def test_next_step_in_its_own_sentence(text: str, step: str | None) -> None:
    part = passage(text)
    found = next_step_sentence(part)
    assert (part.flat[slice(*found)] if found else None) == step


def test_sentences_and_commas() -> None:
    assert ["甲。乙;"[start:end] for start, end in sentences("甲。乙;")] == ["甲。", "乙;"]
    assert comma_outside("《甲,乙》,丙", 0, 7) == 5
    assert comma_outside("甲乙", 0, 2) is None
