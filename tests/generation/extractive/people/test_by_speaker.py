"""What somebody said: the sentences that the text ascribes to them, and nothing where it ascribes none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.extractive.people.by_speaker import ASKED, people

TEXT = """安陵县人民政府
常务会议纪要
安政纪〔2022〕4号

2022年3月8日，县长郑远航主持召开县政府第4次常务会议。副县长李安平参加会议。现纪要如下：
一、听取关于防汛工作情况的汇报
会议听取了县水务局局长何川的汇报。
李安平要求：各镇要在5月底前备足防汛物资。县水务局每周通报一次水情。
会议原则同意该汇报。
出席：郑远航  李安平
列席：县水务局何川。
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The minutes of one invented meeting."""
    folder: Path = tmp_path_factory.mktemp("speaker")
    (folder / "安政纪〔2022〕4号.txt").write_text(TEXT, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model=""))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


ANNOUNCED = """东川水务集团有限公司
总经理办公会会议纪要
东水纪〔2023〕2号

2023年3月8日，总经理郑远航主持召开第2次总经理办公会。
一、听取节日保供安排
会议听取了生产部的汇报。郑远航要求：
一是各水厂3月15日前完成检查；
二是调度中心双人双岗。
出席：郑远航  何川
"""


def test_what_is_announced_is_told_with_what_announces_it(tmp_path: Path) -> None:
    (tmp_path / "东水纪〔2023〕2号.txt").write_text(ANNOUNCED, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assistant.ingest([*tmp_path.glob("*.txt")])
    told = assistant.ask("郑远航在会上要求了什么？").answer
    assert "3月15日前" in told
    assert "双人双岗" in told


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("第4次会议上李副县长说了什么", id="surname-and-post"),
        pytest.param("第4次会议上李安平要求了什么？", id="name"),
        pytest.param("李安平同志在会上强调了哪些", id="no-meeting-named"),
    ],
)
def test_what_is_ascribed_to_somebody_is_quoted(held: Assistant, question: str) -> None:
    answer = held.ask(question)
    assert not answer.refused, answer.answer
    assert "各镇要在5月底前备足防汛物资" in answer.answer
    assert "原则同意" not in answer.answer


def test_nothing_is_put_into_a_mouth(held: Assistant) -> None:
    answer = held.ask("第4次会议上郑县长说了什么")
    assert (answer.refused, answer.reason) == (True, "not_stated")
    assert "没有写明郑远航说了什么" in answer.answer


@pytest.mark.parametrize("question", ["会议要求了什么", "防汛工作由谁汇报", "会议强调了哪些"])
def test_what_a_meeting_says_is_nobodys(held: Assistant, question: str) -> None:
    assert "没有写明" not in held.ask(question).answer


def test_the_people_of_a_record(held: Assistant) -> None:
    document = held.catalogue.document(held.entries()[0].document_id)
    assert people(document) == ["郑远航", "李安平", "何川"]


@pytest.mark.parametrize(
    ("question", "asked"), [("李市长讲了些什么", True), ("王明表示了什么", True), ("谁主持的会议", False)]
)
def test_the_question_is_told(question: str, asked: bool) -> None:
    assert bool(ASKED.search(question)) is asked
