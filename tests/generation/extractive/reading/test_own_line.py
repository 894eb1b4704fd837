"""Of several lines with the same labels, the one that a question names is read."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.roads import roads_in


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return roads_in(tmp_path_factory.mktemp("roads"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("环湖路改造专题会　东桥那一段　包段的县领导", "闵若水", id="key words"),
        pytest.param("环湖路改造，东桥那一段的包段领导是谁", "闵若水", id="a question"),
        pytest.param("环湖路改造，东桥北至柳湾那一段的包段领导是谁", "蓝素秋", id="another stretch"),
    ],
)
def test_the_line_that_opens_with_what_is_named_answers(roads: Assistant, text: str, name: str) -> None:
    answer = roads.ask(text)
    assert not answer.refused
    assert name in answer.answer
    assert "温伯言" not in answer.answer


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        pytest.param("榆河县专题会　物资仓库　搬迁后的新库址", True, id="nothing is said of it"),
        pytest.param("榆河县专题会　物资仓库　搬迁", False, id="that it moves is said"),
    ],
)
def test_key_words_end_on_what_is_asked(roads: Assistant, text: str, refused: bool) -> None:
    assert roads.ask(text).refused is refused
