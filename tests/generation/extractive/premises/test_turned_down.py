"""What was turned down: its verdict answers what follows from it, but not a question about something else."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.by_reading import sources_of
from pipeline.generation.extractive.premises.turned_down import turned_down
from tests.libraries import composing_of, library_of


def told(assistant: Assistant, text: str, *, answered: str | None = None) -> str:
    composing = composing_of(assistant, text, today=datetime.date(2023, 9, 1))
    question = composing.question
    held = sources_of(composing, [one.document_id for one in assistant.entries()]).values()
    source = next(one for one in held if "青政纪" in one.stamp)
    item = next(one for one in source.document.items if "保育费" in one.title)
    return "".join(line.text for line in turned_down(question, source, item, answered=answered))


@pytest.mark.parametrize(
    ("text", "answered", "verdict"),
    [
        pytest.param("公办幼儿园保育费从哪个学期开始收", None, True, id="what follows"),
        pytest.param("公办幼儿园保育费涨了没有", "会议听取了汇报。", True, id="whether it came to pass"),
        pytest.param("公办幼儿园保育费由哪个局重新测算", None, False, id="what does not follow"),
        pytest.param("公办幼儿园保育费由谁牵头", "由县教育局牵头，提出测算方案。", False, id="an order to propose"),
        pytest.param("公办幼儿园保育费由谁牵头", "县教育局提出牵头测算。", True, id="a proposal"),
        pytest.param("公办幼儿园保育费涨了能增加多少收入", None, False, id="what it would bring"),
        pytest.param("公办幼儿园被退回的保育费请示什么时候补报", None, False, id="said by the question"),
        pytest.param("渔港码头从什么时候开始施工", None, False, id="another matter"),
    ],
)
def test_the_verdict_answers_what_follows_from_it(
    counties: Assistant, text: str, answered: str | None, verdict: bool
) -> None:
    assert ("不同意该请示" in told(counties, text, answered=answered)) is verdict


PAPER = """望河镇政府
镇长办公会议纪要
（2023年第6期）

2023年9月6日，镇长施远主持召开2023年第6次镇长办公会议。现将议定事项纪要如下。

一、渔市搬迁
会议听取了经发办的汇报。到现在还有12户摊主没有签字。搬迁时间改到12月15日前，由经发办负责，城管中队配合。搬迁补助不加。老渔市腾出来的地做什么用，意见不一致，这件事暂缓，待片区规划批复后再议。
"""


def test_what_was_decided_before_the_rest_was_put_off_is_not_turned_down(tmp_path: Path) -> None:
    assistant = library_of({"望河6.txt": PAPER}, tmp_path, today=datetime.date(2023, 12, 1))
    assert "暂缓" not in assistant.ask("渔市搬迁跟谁签？").answer
