"""What became of a matter after it was put off is told by a later meeting, or not at all."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant


def test_a_later_verdict_is_not_told_by_the_one_that_put_off(put_off: Assistant) -> None:
    answer = put_off.ask("第14次常务会议的夜市经营管理办法重新修改后通过了吗？")
    assert (answer.refused, answer.reason) == (True, "not_stated")
    assert "暂缓审议" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("榉川县夜市经营管理办法重新修改后通过了吗？", id="a later meeting passed it"),
        pytest.param("榉川县公共自行车运营方案通过了吗？", id="asks for no later verdict"),
    ],
)
def test_a_verdict_that_is_held_is_told(put_off: Assistant, question: str) -> None:
    assert not put_off.ask(question).refused
