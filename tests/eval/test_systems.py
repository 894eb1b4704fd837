"""The product is asked as everybody asks it; without its checks it says what it would not."""

from __future__ import annotations

from typing import Any

import pytest

from eval.bench import Bench
from eval.systems import Unchecked
from pipeline.retrieval.filters import Filters

from .conftest import Written, said


def test_filters_reach_the_product(bench: Bench) -> None:
    question = "会议由谁主持？"
    everywhere = bench.product.ask(question)
    narrowed = bench.product.ask(question, filters=Filters(meeting=4))
    assert len({entry["file"] for entry in everywhere["citations"]}) > 1
    assert len({entry["file"] for entry in narrowed["citations"]}) == 1
    found = bench.product.search("主持", k=5, filters=Filters(meeting=4))
    assert {place.file for place in found} == {narrowed["citations"][0]["file"]}


NEAREST = {"file": "示例.txt", "start": 0, "end": 3, "item": "一", "text": "甲乙丙"}


@pytest.mark.parametrize(
    ("changes", "answer", "refused"),
    [
        pytest.param({}, "周明", False, id="an answer stays"),
        pytest.param({"refused": True, "nearest": [NEAREST]}, "甲乙丙", False, id="a refusal becomes the passage"),
        pytest.param({"refused": True}, "周明", True, id="a refusal without a passage stays"),
        pytest.param({"dropped": [{"text": "编的", "problems": []}]}, "周明\n编的", False, id="what was dropped"),
        pytest.param(
            {"statements": [{"text": "疑的", "citations": [], "check": "flagged"}]}, "周明\n疑的", False, id="flagged"
        ),
    ],
)
def test_without_its_checks_the_product_says_everything(changes: dict[str, Any], answer: str, refused: bool) -> None:
    system = Unchecked(Written({"谁？": said("周明", "市城管局局长周明") | changes}))
    found = system.ask("谁？")
    assert (found["answer"], found["refused"]) == (answer, refused)
    assert system.search("谁", k=1) == Written({}).search("谁", k=1)
