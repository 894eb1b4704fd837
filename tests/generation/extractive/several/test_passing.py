"""A body named in passing does not hide what another body's minutes say of it, and lends it nothing else."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.draft import Draft, Quote, Searched, Sentence
from pipeline.generation.extractive import compose
from pipeline.generation.extractive.several.passing import in_passing, told_elsewhere
from pipeline.generation.understanding.question import understand
from pipeline.retrieval.search import Hit

TODAY = datetime.date(2022, 6, 1)
HEAD = (
    "{body}人民政府\n常务会议纪要\n{mark}政纪〔2022〕{number}号\n\n"
    "2022年3月8日，{chair}主持召开县政府第{number}次常务会议。现纪要如下：\n"
)
ANLING = (
    HEAD.format(body="安陵县", mark="安", number=3, chair="县长郑远航")
    + "一、听取关于河道联防工作情况的汇报\n会议听取了县水务局局长何川的汇报。\n会议明确：\n"
    + "1. 县水务局与临川县签订河道联防协议，4月15日前完成。\n2. 县财政局安排经费80万元。\n"
    + "二、审议《安陵县出租车运价方案》\n会议听取了县交通局局长周明的汇报。\n会议原则同意该方案。\n"
    + "三、关于借鉴临川县停车收费做法\n会议明确，道路停车收费首小时定为4元。\n"
)
LINCHUAN = (
    HEAD.format(body="临川县", mark="临", number=5, chair="县长秦书怀")
    + "一、审议《临川县停车管理办法》\n会议听取了县城管局局长钟立的汇报。\n会议原则通过该办法。\n"
)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The minutes of two invented counties, one of which speaks of the other."""
    folder: Path = tmp_path_factory.mktemp("two")
    (folder / "安政纪〔2022〕3号.txt").write_text(ANLING, encoding="utf-8")
    (folder / "临政纪〔2022〕5号.txt").write_text(LINCHUAN, encoding="utf-8")
    assistant = Assistant(load_settings(home=folder / "home", encoder="builtin", model=""))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


def test_what_others_say_of_a_body_is_found_and_said_to_be_theirs(two: Assistant) -> None:
    answer = two.ask("跟临川签的河道联防协议，汇报人是谁？")
    assert not answer.refused, answer.answer
    assert "何川" in answer.answer
    assert "临川的文件没有载明，以下出自提到它的其他文件" in answer.answer
    assert {citation.document_number for citation in answer.citations} == {"安政纪〔2022〕3号"}


def test_another_body_lends_no_facts(two: Assistant) -> None:
    asked = understand("临川的出租车运价方案由谁汇报？", entries=two.catalogue.entries(), today=TODAY)
    wider = in_passing(asked)
    assert wider is not None

    def find(query: str, k: int) -> list[Hit]:
        return two.search(query, k=k)

    draft = compose(wider, catalogue=two.catalogue, find=find)
    assert not draft.refused, "the other county had such an item"
    assert told_elsewhere(draft, asked, two.catalogue) is None, "which does not speak of the one that was named"


def test_a_line_that_only_names_the_body_tells_nothing_else(two: Assistant) -> None:
    asked = understand("临川去哪些城市考察夜市经济？", entries=two.catalogue.entries(), today=TODAY)
    entry, document = two.show("安政纪〔2022〕3号.txt")
    start = document.text.index("县水务局与临川县")
    end = document.text.index("。", start) + 1
    line = Sentence(document.text[start:end], (Quote(entry.document_id, start, end),))
    assert told_elsewhere(Draft("passages", Searched(1, {}), (line,)), asked, two.catalogue) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("临川路边停车费一小时收多少钱？", True, id="in other words"),
        pytest.param("临川轮渡船票一小时收多少钱？", False, id="of something else"),
    ],
)
def test_a_line_may_speak_of_the_matter_in_words_of_its_own(two: Assistant, question: str, told: bool) -> None:
    asked = understand(question, entries=two.catalogue.entries(), today=TODAY)
    entry, document = two.show("安政纪〔2022〕3号.txt")
    start = document.text.index("会议明确，道路停车")
    end = document.text.index("。", start) + 1
    line = Sentence(document.text[start:end], (Quote(entry.document_id, start, end),))
    draft = told_elsewhere(Draft("passages", Searched(1, {}), (line,)), asked, two.catalogue)
    assert (draft is not None) is told


@pytest.mark.parametrize("question", ["停车管理办法通过了吗", "临川县第5次常务会议由谁主持"])
def test_only_a_name_by_itself_is_in_passing(two: Assistant, question: str) -> None:
    asked = understand(question, entries=two.catalogue.entries(), today=TODAY)
    assert in_passing(asked) is None


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("第1次联席会定的白鹭水库汛限水位是多少米？", ("92.4米", "91.6米"), id="and what decides anew"),
        pytest.param("第1次联席会谁主持？", (), id="not who chaired"),
        pytest.param("第1次联席会定的渡口票价是多少？", (), id="not another matter"),
    ],
)
def test_a_meeting_not_held_is_told_by_a_later_one(tmp_path: Path, question: str, told: tuple[str, ...]) -> None:
    text = (
        "霖州市防汛工作联席会议纪要\n2023年第2次\n\n2023年6月9日，副市长童彦主持召开市防汛工作联席会议2023年第2次会议。\n\n"
        "（一）关于白鹭水库汛限水位\n4月第1次联席会议确定白鹭水库汛限水位为92.4米。近期发现渗漏，会议同意将汛限水位降至91.6米。\n"
    )
    (tmp_path / "防汛联席会议.txt").write_text(text, encoding="utf-8")
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model="", today=TODAY))
    assistant.ingest([tmp_path / "防汛联席会议.txt"])
    answer = assistant.ask(question)
    assert answer.refused is not bool(told)
    assert all(each in answer.answer for each in told)
