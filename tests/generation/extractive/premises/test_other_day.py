"""A day that the record gives otherwise is corrected; one that it has is left alone."""

from __future__ import annotations

from pipeline.assistant import Assistant


def test_another_day_is_corrected(county: Assistant) -> None:
    answer = county.ask("檀川县粮库烘干塔9月底前建成，由谁负责？").answer
    assert answer.startswith("与记载不符")
    assert "8月底前" in answer


def test_the_day_of_the_record_is_left_alone(county: Assistant) -> None:
    assert not county.ask("檀川县粮库烘干塔8月底前建成，由谁负责？").answer.startswith("与记载不符")


def test_the_day_of_one_of_several_tasks_is_corrected(county: Assistant) -> None:
    answer = county.ask("檀川县桑园步道8月20日前发布招标公告，由谁负责？").answer
    assert answer.startswith("与记载不符")
    assert "7月20日前发布招标公告" in answer
    assert "9月15日" not in answer
