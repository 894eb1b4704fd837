"""The gold set holds, and every way in which one can be wrong is found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.gold import Place, load_questions, load_texts, outline, places, problems
from pipeline.errors import BadRequest, MissingFile

from .conftest import FILE, TEXT, row


def test_the_gold_set_holds() -> None:
    questions = load_questions()
    assert problems(questions, load_texts()) == []
    assert len(questions) >= 60
    assert sum(question.refused for question in questions) >= 20


def test_every_evidence_of_the_gold_set_has_a_place_that_reads_as_quoted() -> None:
    texts = load_texts()
    for question in load_questions():
        for piece, found in zip(question.evidence, places(question, texts), strict=True):
            assert found, question.id
            assert {texts[place.file][place.start : place.end] for place in found} == {piece.quote}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"type": "riddle"}, "type 未知：riddle", id="type"),
        pytest.param({"style": "sung"}, "style 未知：sung", id="style"),
        pytest.param({"difficulty": "mean"}, "difficulty 未知：mean", id="difficulty"),
        pytest.param({"document": "无.txt"}, "没有这份文件：无.txt", id="document"),
        pytest.param({"evidence": [("一", "市城管局局长吴静")]}, "引文不在文件中", id="quote not there"),
        pytest.param({"evidence": [("二", "市城管局局长周明")]}, "引文不在议题“二”内", id="quote of another item"),
        pytest.param({"evidence": [(None, "市城管局局长周明")]}, "引文不在议题“None”内", id="quote inside an item"),
        pytest.param({"must_include": ["吴静"]}, "必含字串不见于引文：吴静", id="not quoted"),
        pytest.param({"refused": True}, "refused 与 answers、must_include 不符", id="refused with an answer"),
        pytest.param({"answers": [], "must_include": []}, "refused 与 answers", id="no answer"),
        pytest.param({"evidence": [], "must_include": []}, "没有依据", id="no evidence"),
        pytest.param({"type": "follow_up"}, "追问题与 history 不符", id="follow-up without history"),
    ],
)
def test_a_wrong_question_is_found(
    changes: dict[str, Any], problem: str, texts: dict[str, str], tmp_path: Path
) -> None:
    right: dict[str, Any] = {"id": "t1", "question": "谁汇报？", "type": "person", "answers": ["周明"]}
    right |= {"must_include": ["周明"], "evidence": [("一", "市城管局局长周明")]}
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(row(**right)), "utf-8")
    assert problems(load_questions(path), texts) == []
    path.write_text(json.dumps(row(**right | changes)), "utf-8")
    assert any(problem in found for found in problems(load_questions(path), texts))


def test_a_repeated_id_is_found(gold: Path, texts: dict[str, str]) -> None:
    gold.write_text(gold.read_text("utf-8") + gold.read_text("utf-8").splitlines()[0], "utf-8")
    assert problems(load_questions(gold), texts) == ["t1：编号重复"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("{", "第 1 行 不是一道题", id="no JSON"),
        pytest.param("{}", "'document'", id="field missing"),
        pytest.param(
            json.dumps(row(id="t1", question=" ", type="person", evidence=[])), "question 应为文字", id="blank"
        ),
        pytest.param(
            json.dumps(row(id="t1", question="谁", type="person", evidence=[], answers="周明")),
            "answers 应为",
            id="text",
        ),
        pytest.param(
            json.dumps(row(id="t1", question="谁", type="person", evidence=[], refused=1)), "refused 应为", id="number"
        ),
    ],
)
def test_a_line_that_is_no_question_is_refused(line: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(BadRequest, match=problem.replace(" ", r"\s*")):
        load_questions(path)


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"none\.jsonl"):
        load_questions(tmp_path / "none.jsonl")
    with pytest.raises(MissingFile, match=r"\*\.txt"):
        load_texts(tmp_path)


def test_texts_count_offsets_as_the_public_interface_does(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeff一\r\n二\r三".encode())
    assert load_texts(tmp_path) == {"a.txt": "一\n二\n三"}


def test_the_items_of_a_report_are_its_problems() -> None:
    text = "通报\n一、总体\n二、整改\n1.关于“甲”问题的整改。\n(1)做。\n2.关于“乙”问题的整改。\n三、打算\n好"
    found = {label: text[start:end].strip() for label, start, end in outline(text) if label}
    assert found == {"1": "1.关于“甲”问题的整改。\n(1)做。", "2": "2.关于“乙”问题的整改。"}


def test_a_quote_that_stands_twice_has_two_places(tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    asked = row(id="t1", question="谁？", type="person", answers=["周明"], evidence=[("二", "周明"), ("一", "城管局")])
    path.write_text(json.dumps(asked), "utf-8")
    (mine,) = load_questions(path)
    first, second = places(mine, {FILE: TEXT})
    assert first == (Place(FILE, TEXT.rindex("周明"), TEXT.rindex("周明") + 2),)  # the one of item 一 does not count
    assert len(second) == TEXT.count("城管局")


def test_what_a_retriever_is_asked_holds_the_question_before(questions: list[Any]) -> None:
    assert questions[3].query == "绿化工作汇报说了什么？ 那哪个局补种？"
    assert questions[0].query == questions[0].question
