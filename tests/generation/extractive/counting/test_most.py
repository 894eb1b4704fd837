"""Who has the most to do, over invented minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import Settings

POINTS = {
    3: ("由市财政局牵头，市水务局配合，6月底前完成清查。", "由市水务局牵头，年底前完成登记。", "各区镇要做好配合。"),
    4: ("市财政局要安排资金。", "由财政部门牵头，市公安局、市水务局配合，抓紧拟订办法。", "由市公安局牵头，整治违停。"),
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("town")
    for number, points in POINTS.items():
        told = "".join(f"{place}. {point}\n" for place, point in enumerate(points, start=1))
        (folder / f"岚政纪〔2021〕{number}号.txt").write_text(
            f"岚川市人民政府常务会议纪要\n岚政纪〔2021〕{number}号\n\n"
            f"2021年3月9日，市长孟叙言主持召开市政府第{number}次常务会议。会议纪要如下：\n"
            f"一、审议《岚川市停车管理办法》\n会议原则通过该办法，会议要求：\n{told}",
            encoding="utf-8",
        )
    assistant = Assistant(Settings(home=folder / "home"))
    assistant.ingest([*folder.glob("*.txt")])
    return assistant


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("哪个单位牵头的任务最多？", "市财政局牵头或负责的事项共3项", id="leads, under any name"),
        pytest.param("牵头任务最多的是哪个部门", "市财政局牵头或负责的事项共3项", id="the other way round"),
        pytest.param("哪个部门配合的事项最多", "市水务局配合的事项共2项", id="supports"),
    ],
)
def test_the_unit_with_the_most_tasks_is_counted(town: Assistant, text: str, first: str) -> None:
    answer = town.ask(text)
    assert not answer.refused
    assert answer.statements[0].text.startswith(first)
    assert "各区镇" not in answer.answer
    assert {statement.check for statement in answer.statements} == {"verified"}


@pytest.mark.parametrize("text", ["哪个单位牵头停车管理办法", "哪个部门的经费最多"])
def test_what_asks_for_something_else_is_left_to_others(town: Assistant, text: str) -> None:
    assert "由多到少" not in town.ask(text).answer
