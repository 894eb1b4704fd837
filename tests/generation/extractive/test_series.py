"""A sentence of a list is told with the others; one that stands alone stays as it is."""

from __future__ import annotations

import pytest

from pipeline.generation.extractive.series import asks_for_several, in_full, whole_series
from pipeline.minutes import Document, Span


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        pytest.param(
            "会议同意入股，附以下条件：一是补齐审计报告；二是约定回购条款。其余照旧。",
            "会议同意入股，附以下条件：一是补齐审计报告；",
            "会议同意入股，附以下条件：一是补齐审计报告；二是约定回购条款。",
            id="semicolons",
        ),
        pytest.param(
            "作出修改：扩大学区范围；取消面谈环节。由基教科修改。",
            "取消面谈环节。",
            "作出修改：扩大学区范围；取消面谈环节。",
            id="the-last-of-them",
        ),
        pytest.param(
            "会议要求：1.尽快开工。2.按月调度。3.年底验收。",
            "会议要求：1.尽快开工。",
            "会议要求：1.尽快开工。2.按月调度。3.年底验收。",
            id="numbered",
        ),
        pytest.param(
            "会议比选了两个方案：方案一为重建，方案二为加固。",
            "会议比选了两个方案：",
            "会议比选了两个方案：方案一为重建，方案二为加固。",
            id="announced",
        ),
        pytest.param("会议同意立项。由住建局负责。", "会议同意立项。", "会议同意立项。", id="alone"),
        pytest.param("由甲局负责。1.尽快开工。3.按月调度。", "1.尽快开工。", "1.尽快开工。", id="no-second"),
    ],
)
def test_a_list_is_whole(text: str, part: str, whole: str) -> None:
    start = text.index(part)
    place = whole_series(text, Span(start, start + len(part)), within=Span(0, len(text)))
    assert text[place.start : place.end] == whole


def test_a_long_list_stays_the_sentence_that_it_was() -> None:
    text = "会议要求：" + "；".join(f"{'很长的内容' * 12}" for _ in range(4)) + "。"
    place = Span(0, text.index("；") + 1)
    assert whole_series(text, place, within=Span(0, len(text))) == place


@pytest.mark.parametrize(
    ("question", "several"),
    [("附加了哪些条件", True), ("家长都提了什么意见", True), ("概算是多少", False), ("由谁牵头", False)],
)
def test_only_a_question_for_several_things_asks_for_the_list(question: str, several: bool) -> None:
    assert asks_for_several(question) is several
    document = Document(file="例.txt", text="一是补齐报告；二是约定条款。", kind="minutes", name="例")
    assert (in_full(question, document, Span(0, 7)).end == len(document.text)) is several
