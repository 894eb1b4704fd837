"""Answers put together: what one side of a question leaves open is said, and told by no other matter."""

from __future__ import annotations

from pipeline.assistant import Assistant


def test_a_half_that_is_not_found_is_said_beside_the_other(counties: Assistant) -> None:
    answer = counties.ask("渔港灯塔修缮经费多少，由哪家公司施工？")
    assert not answer.refused
    assert "136万元" in answer.answer
    assert "“由哪家公司施工”一问，库中没有查到" in answer.answer


def test_another_matter_that_is_not_found_is_not_told_out_of_the_first(counties: Assistant) -> None:
    answer = counties.ask("渔港灯塔修缮经费多少，哪个项目被搁到一边？")
    assert "136万元" in answer.answer
    assert "“哪个项目被搁到一边”一问，库中没有查到" in answer.answer
