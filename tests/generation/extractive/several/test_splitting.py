"""Questions that ask two things: what is a side of them, what is none."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.several.splitting import sides, without
from pipeline.generation.understanding.question import understand

TODAY = datetime.date(2023, 9, 1)


def asked(assistant: Assistant, text: str) -> list[str]:
    question = understand(text, entries=assistant.entries(), today=TODAY)
    return [side.question.text for side in sides(question)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "第20次常务会议和第9次常务会议加装电梯每部各补助多少？",
            ["加装电梯每部补助多少？"] * 2,
            id="two-documents",
        ),
        pytest.param(
            "第20次常务会议的云栖水库二期和第9次常务会议的渔港灯塔，哪个投资大？",
            ["云栖水库二期，投资多少？", "渔港灯塔，投资多少？"],
            id="a-matter-of-each",
        ),
        pytest.param(
            "云栖水库二期何时开工？灯塔修缮由谁汇报？",
            ["云栖水库二期何时开工？", "灯塔修缮由谁汇报？"],
            id="two-clauses",
        ),
        pytest.param(
            "云栖水库一期和二期的总投资分别是多少？",
            ["云栖水库一期的总投资是多少？", "二期的总投资是多少？"],
            id="what-both-are-asked-for",
        ),
        pytest.param(
            "加装电梯住建局和财政局分别怎么定的？",
            ["加装电梯住建局怎么定的？", "加装电梯财政局怎么定的？"],
            id="two-units-on-one-matter",
        ),
        pytest.param(
            "青麓县保育费的请示与加装电梯补助办法结论有何不同？",
            ["保育费的请示结论是什么？", "加装电梯补助办法结论是什么？"],
            id="two-matters",
        ),
        pytest.param(
            "云栖水库二期和渔港灯塔哪个花钱多？各多少？",
            ["云栖水库二期花多少钱？", "渔港灯塔花多少钱？"],
            id="the-size-asked-again-is-no-side",
        ),
        pytest.param(
            "加装电梯台数和水库的库容，哪个数字大？",
            ["加装电梯台数，多少？", "水库的库容，多少？"],
            id="a-size-of-the-first-alone",
        ),
        pytest.param(
            "云栖水库二期开工时间 渔港灯塔修缮牵头单位",
            ["云栖水库二期开工时间 ", "渔港灯塔修缮牵头单位"],
            id="key-words",
        ),
    ],
)
def test_each_side_is_a_question_of_its_own(counties: Assistant, text: str, expected: list[str]) -> None:
    assert asked(counties, text) == expected


def test_each_document_is_searched_by_itself(counties: Assistant) -> None:
    question = understand("第20次常务会议和第9次常务会议加装电梯各补助多少？", entries=counties.entries(), today=TODAY)
    numbers = [entry.document_number for side in sides(question) for entry in side.question.scope.entries]
    assert numbers == ["青政纪〔2023〕3号", "白政纪〔2023〕7号"]


def test_what_stands_before_a_named_document_is_searched_everywhere(counties: Assistant) -> None:
    question = understand("云栖水库二期、白汀县的渔港灯塔，分别由谁负责？", entries=counties.entries(), today=TODAY)
    first, second = sides(question)
    assert len(first.question.scope.entries) == len(counties.entries())
    assert [entry.document_number for entry in second.question.scope.entries] == ["白政纪〔2023〕7号"]


@pytest.mark.parametrize(
    "text",
    [
        "云栖水库二期何时开工？",
        "县政府第20次常务会议不同意的事项有几项，是哪几项？",
        "青麓县每部电梯补助18万元，对吗？",
        "县财政局和县审计局要做好哪些工作？",
        "县政府第77次常务会议谁主持，何时召开？",
        "加装电梯补助办法是哪个部门、谁汇报的？",
        "加装电梯能补多少？青麓县怎么规定的？",
        "县政府第20次常务会议“不同意”或“不予同意”的申请、请求共有几项？",
        "加装电梯到底补不补？第20次常务会议最后怎么定的？",
    ],
)
def test_a_question_of_one_thing_has_no_sides(counties: Assistant, text: str) -> None:
    assert asked(counties, text) == []


def test_places_that_overlap_are_left_out_once() -> None:
    assert without("甲县第3次会议的事", [(0, 7), (0, 2), (2, 7)]) == "的事"


def test_what_the_first_meeting_did_is_said_and_the_second_is_asked(through_meetings: Assistant) -> None:
    question = understand(
        "荷川县智慧档案馆建设5月没定下来，8月怎么定的？",
        entries=through_meetings.entries(),
        today=datetime.date(2024, 12, 1),
    )
    (side,) = sides(question)
    assert [entry.date for entry in side.question.scope.entries] == ["2024-08-15"]
    assert "智慧档案馆" in side.question.text
    assert "怎么定的" in side.question.text


def test_what_two_bodies_have_between_them_is_one_matter() -> None:
    from pipeline.generation.extractive.several.splitting import BETWEEN_THEM

    assert BETWEEN_THEM.match("校医院跟临川医院的医联体协议一签几年")
    assert not BETWEEN_THEM.match("和临川医院的合同分别签了几年")
