"""Questions of several parts, and parts that go on from the one before."""

from __future__ import annotations

import pytest

from pipeline.retrieval.clauses import MOST, clauses, follow_up


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param("停车费由谁收？后来涨到多少？", ["停车费由谁收", "后来涨到多少"], id="two-questions"),
        pytest.param(
            "停车费由哪个局来收，后来又涨到了多少？", ["停车费由哪个局来收", "后来又涨到了多少"], id="later-on"
        ),
        pytest.param("停车费由谁收？", [], id="one-question"),
        pytest.param("停车费由谁收？对吗？", [], id="too-short-for-a-part"),
    ],
)
def test_a_question_has_parts(question: str, parts: list[str]) -> None:
    assert clauses(question) == parts


def test_not_too_many_parts() -> None:
    assert len(clauses("停车费由谁来收？" * 9)) == MOST


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("谁主持？ 那第9次呢？", "那第9次呢"),
        ("谁主持？ 第三项呢", "第三项呢"),
        ("谁主持？ 停车费多少？", None),
        ("那谁主持？", None),
    ],
)
def test_a_part_goes_on(question: str, last: str | None) -> None:
    assert follow_up(question) == last
