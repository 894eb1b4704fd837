"""Whether a clause names a matter of its own."""

from __future__ import annotations

import pytest

from pipeline.assistant import Assistant
from pipeline.generation.extractive.several.own_matter import names_its_own


@pytest.mark.parametrize(
    ("asked", "said", "beside", "own"),
    [
        pytest.param("校庆日挪到哪天", "校庆日提前至5月20日", "公寓三期不予贷款", True, id="a-thing"),
        pytest.param("校庆日挪到哪天", "校庆日提前至5月20日", "校庆日另定", False, id="told-beside"),
        pytest.param("总投资多少", "总投资1.2亿元", "公寓三期不予贷款", False, id="of-any-matter"),
    ],
)
def test_a_run_that_only_the_answer_has(asked: str, said: str, beside: str, *, own: bool) -> None:
    assert names_its_own(asked, said, beside=beside) is own


@pytest.mark.parametrize(
    "text",
    [
        "荷川县第21次常务会议 班车线路哪天停运 旧船坞仓库能否拆除",
        "想问两件事：荷川县第21次常务会议班车线路哪天停运？旧船坞仓库能不能拆？",
    ],
)
def test_both_questions_are_answered(through_meetings: Assistant, text: str) -> None:
    answer = through_meetings.ask(text).answer
    assert "8月20日" in answer
    assert "同意拆除旧船坞仓库" in answer


def test_two_attributes_of_two_meetings(through_meetings: Assistant) -> None:
    answer = through_meetings.ask("智慧档案馆建设，荷川县第17次、第21次常务会议的结论与预算各是什么？").answer
    assert [told for told in ("暂缓", "360万元", "原则同意", "295万元") if told not in answer] == []
