"""Of several lines with the same labels, the one that a question names is read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from tests.generation.extractive.roads import roads_in
from tests.libraries import library_of


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


def test_the_sentence_that_names_what_is_asked_of(tmp_path: Path) -> None:
    text = """岑山学院院长办公会纪要

2025年3月4日，院长主持召开院长办公会。

一、研究年度预算
同意校园网改造经费300万元。图书馆申请的期刊经费80万元，今年暂不安排，下半年再议。
"""
    library = library_of({"岑山学院院长办公会.txt": text}, tmp_path, today=datetime.date(2025, 12, 31))
    assert "暂不安排" in library.ask("岑山学院图书馆想要钱订期刊，答应了吗，什么时候再谈？").answer
