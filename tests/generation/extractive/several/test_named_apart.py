"""Which documents a question names beside each other, however it names them."""

from __future__ import annotations

import datetime

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.several.named_apart import named_apart
from pipeline.generation.understanding.question import understand

TODAY = datetime.date(2025, 12, 1)
MARCH, MAY, BOARD = "芷政常纪〔2025〕4号", "芷政常纪〔2025〕7号", "兴芷董决〔2025〕3号"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("对比芷溪县21次和24次常务会，梨花节补助各多少？", [MARCH, MAY], id="the-first-lacks-its-kind"),
        pytest.param("石桥停水，从3月的会到5月的会怎么变的？", [MARCH, MAY], id="months"),
        pytest.param("渡口专班组长，芷溪县政府第21次、第24次会议先后是谁？", [MARCH, MAY], id="two-numbers"),
        pytest.param(
            "石桥水厂，芷溪县政府常务会（21次）和兴芷集团董事会（6次）给的期限？",
            [MARCH, BOARD],
            id="numbers-behind",
        ),
        pytest.param("芷溪县政府第21次常务会议同意入股后，兴芷集团董事会怎么表决的？", [MARCH, BOARD], id="two-bodies"),
        pytest.param("芷溪县政府第21次常务会议谁主持？", [], id="one-meeting"),
        pytest.param("梨花节财政补助是多少？", [], id="none"),
    ],
)
def test_each_document_is_named_by_itself(two_bodies: Assistant, text: str, named: list[str]) -> None:
    question = understand(text, entries=two_bodies.entries(), today=TODAY)
    found = [[entry.document_number for entry in scope.entries] for _, _, scope in named_apart(question)]
    assert (found if len(found) > 1 else []) == [[one] for one in named]


def test_what_stands_between_two_namings_of_one_meeting_is_asked_about(two_bodies: Assistant) -> None:
    text = "芷溪渡口的专班，县政府第21次、第24次会议定的组长是谁？"
    question = understand(text, entries=two_bodies.entries(), today=TODAY)
    assert [text[start:end] for start, end, _ in named_apart(question)] == ["县政府第21次", "第24次会议"]
