"""The forms that an answer can take: stamped, refused, given back."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import Composing
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.record import quote
from pipeline.generation.understanding.question import understand
from pipeline.minutes import Span


@pytest.fixture
def composing(invented: Assistant) -> Composing:
    question = understand("公交票价", entries=invented.entries(), today=datetime.date(2022, 6, 1))
    return Composing(question, invented.catalogue, lambda query, k: invented.search(query, k=k))


def test_a_draft_over_several_documents_stamps_each_sentence(composing: Composing, sources: list[Source]) -> None:
    pairs = [(source, Sentence("话。", (quote(source, Span(0, 2)),))) for source in sources]
    several = composing.stamped("record", pairs)
    assert [sentence.text for sentence in several.sentences] == [f"{source.stamp}：话。" for source in sources]
    alone = composing.stamped("record", pairs[:1])
    assert alone.sentences[0].text == "话。"


def test_a_sentence_is_said_once(composing: Composing, sources: list[Source]) -> None:
    pair = (sources[0], Sentence("话。", (quote(sources[0], Span(0, 2)),)))
    assert len(composing.draft("record", [pair[1], pair[1]]).sentences) == 1


def test_a_refusal_says_what_was_searched_and_shows_the_nearest(composing: Composing) -> None:
    refused = composing.nothing_found()
    assert refused.refused
    assert refused.reason == "no_evidence"
    assert "已检索 2 份文件" in refused.preface
    assert refused.nearest


def test_a_question_that_fits_too_much_goes_back(composing: Composing, sources: list[Source]) -> None:
    back = composing.ambiguous(sources)
    assert back.reason == "ambiguous"
    assert sources[0].stamp in back.preface


def test_meetings_of_several_bodies_bear_the_name_of_each(tmp_path: Path) -> None:
    for body, chair in (("安陵县", "郑远航"), ("临川县", "秦书怀")):
        (tmp_path / f"{body}政府常务会议纪要.txt").write_text(
            f"{body}人民政府\n常务会议纪要\n\n2022年3月8日，县长{chair}主持召开县政府第3次常务会议。现纪要如下：\n"
            "一、审议《停车管理办法》\n会议听取了县城管局局长周明的汇报。\n会议原则通过该办法。\n",
            encoding="utf-8",
        )
    assistant = Assistant(load_settings(home=tmp_path / "home", encoder="builtin", model=""))
    assert not assistant.ingest([*tmp_path.glob("*.txt")]).failed
    answer = assistant.ask("第3次常务会议由谁主持？")
    lines = answer.answer.splitlines()
    assert sorted(line[:3] for line in lines) == ["临川县", "安陵县"]
    assert {statement.check for statement in answer.statements} == {"verified"}
    assert {citation.body for citation in answer.citations} == {"安陵县人民政府", "临川县人民政府"}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """A library of more documents than are opened for one question: 60, every third of which passes its matter."""
    folder = tmp_path_factory.mktemp("county")
    for number in range(1, 61):
        verdict = "原则通过" if number % 3 == 0 else "不同意"
        due = "6月底前" if number % 20 == 0 else "抓紧"
        (folder / f"桦政纪〔2021〕{number}号.txt").write_text(
            f"桦川县人民政府常务会议纪要\n桦政纪〔2021〕{number}号\n\n"
            f"2021年3月8日，县长苏望舒主持召开县政府第{number}次常务会议。会议纪要如下：\n"
            f"一、审议第{number}号事项的请示\n会议{verdict}该请示，要求修改完善后提交县委常委会讨论。\n"
            f"1. 由县财政局牵头，{due}完成清查。\n2. 由县水务局牵头，抓紧完成登记。\n",
            encoding="utf-8",
        )
    assistant = Assistant(load_settings(home=folder / "home", today=datetime.date(2021, 12, 1)))
    assert not assistant.ingest([*folder.glob("*.txt")]).failed
    return assistant


@pytest.mark.parametrize(
    ("text", "lines", "documents"),
    [
        pytest.param("县财政局牵头了哪些事项？", 60, 60, id="tasks of a unit"),
        pytest.param("哪些议题未获同意？", 40, 40, id="verdicts"),
        pytest.param("哪些议题原则通过？", 20, 20, id="fewer than are shown"),
        pytest.param("6月底前要完成什么？", 3, 3, id="deadlines"),
        pytest.param("哪些议题要提交县委常委会讨论？", 60, 60, id="next steps"),
    ],
)
def test_a_list_over_a_large_library_is_counted_whole(county: Assistant, text: str, lines: int, documents: int) -> None:
    answer = county.ask(text)
    assert not answer.refused
    assert len(answer.statements) == min(lines, 50)
    assert (f"共 {lines} 条，出自 {documents} 份文件" in answer.answer) == (lines > 50)


def test_what_no_document_of_a_large_library_got_is_said(county: Assistant) -> None:
    answer = county.ask("哪些议题暂缓？")
    assert "所查 60 份文件没有再议或暂缓的议题" in answer.answer
