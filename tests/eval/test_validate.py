"""The gold sets hold, and every way in which one can be wrong is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from eval.gold import ItemPoints, KeyPoint
from eval.sets import GoldSet, load_sets, one_set
from eval.validate import filters_of, follows, problems
from pipeline.retrieval.filters import Filters

from .conftest import row, written_lines


def test_the_gold_sets_hold() -> None:
    sets = load_sets()
    assert problems(sets) == []
    questions = [question for one in sets for question in one.questions]
    assert len(questions) >= 900
    assert sum(question.refused or question.type == "false_premise" for question in questions) >= 150


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"type": "riddle"}, "type 未知：riddle", id="type"),
        pytest.param({"style": "sung"}, "style 未知：sung", id="style"),
        pytest.param({"difficulty": "mean"}, "difficulty 未知：mean", id="difficulty"),
        pytest.param({"split": "train"}, "split 未知：train", id="split"),
        pytest.param({"document": "无.txt"}, "没有这份文件：无.txt", id="document"),
        pytest.param({"document": None}, "依据的文件不在 document 中", id="evidence of another document"),
        pytest.param({"evidence": [("一", "市城管局局长吴静")]}, "引文不在文件中", id="quote not there"),
        pytest.param({"evidence": [("二", "市城管局局长周明")]}, "引文不在议题“二”内", id="quote of another item"),
        pytest.param({"evidence": [(None, "市城管局局长周明")]}, "引文不在议题“None”内", id="quote inside an item"),
        pytest.param({"must_include": ["吴静"]}, "必含字串不见于引文：吴静", id="not quoted"),
        pytest.param({"must_include": [], "answers": ["吴静"]}, "没有一个答案见于引文：吴静", id="answer not quoted"),
        pytest.param({"refused": True}, "refused 与 answers、must_include 不符", id="refused with an answer"),
        pytest.param({"answers": [], "must_include": []}, "refused 与 answers", id="no answer"),
        pytest.param({"evidence": [], "must_include": []}, "没有依据", id="no evidence"),
        pytest.param({"type": "follow_up"}, "追问题与 history 不符", id="follow-up without history"),
        pytest.param({"filters": {"colour": "red"}}, "filters 有误", id="filter unknown"),
        pytest.param({"filters": {"from": "昨天"}}, "filters 有误", id="filter not understood"),
    ],
)
def test_a_wrong_question_is_found(changes: dict[str, Any], problem: str, documents: Path, tmp_path: Path) -> None:
    right: dict[str, Any] = {"id": "t1", "question": "谁汇报？", "type": "person", "answers": ["周明"]}
    right |= {"must_include": ["周明"], "evidence": [("一", "市城管局局长周明")]}
    path = tmp_path / "one.jsonl"
    assert problems([one_set(written_lines(path, row(**right)), documents)]) == []
    found = problems([one_set(written_lines(path, row(**right | changes)), documents)])
    assert any(problem in entry for entry in found), found


def test_a_repeated_id_and_a_repeated_question_are_found(small: GoldSet) -> None:
    again = replace(small.questions[0])
    assert problems([replace(small, questions=(*small.questions, again))]) == [
        "t1：编号重复",
        "t1：题目重复",
        "t1：题目重复",
    ]
    other = replace(small, name="乙", questions=tuple(replace(one, set="乙") for one in small.questions))
    assert [entry for entry in problems([small, other]) if "题目" in entry] == []  # over other documents
    assert "t1：编号重复" in problems([small, other])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param({"quote": "会议原则同意"}, "k1：引文不在文件中", id="quote not there"),
        pytest.param({"quote": "市园林局抓紧补种"}, "k1：引文不在议题“一”内", id="quote of another item"),
        pytest.param({"must_include": ("同意",)}, "k1：必含字串不见于引文：同意", id="not quoted"),
        pytest.param({"must_include": ()}, "k1：要点没有 must_include", id="nothing to look for"),
    ],
)
def test_wrong_key_points_are_found(changes: dict[str, Any], problem: str, small: GoldSet) -> None:
    assert problems([small]) == []
    entry: ItemPoints = small.points[0]
    wrong: KeyPoint = replace(entry.points[0], **changes)
    found = problems([replace(small, points=(replace(entry, points=(wrong,)),))])
    assert any(line.startswith(problem) for line in found), found


def test_of_what_is_held_out_the_kind_of_a_problem_alone_is_told(small: GoldSet) -> None:
    held_out = replace(small.questions[3], must_include=("园林处",))
    wrong = replace(small, questions=(*small.questions[:3], held_out))
    assert problems([wrong]) == ["t4：必含字串不见于引文"]
    assert problems([wrong], with_test=True) == ["t4：必含字串不见于引文：园林处"]


@pytest.mark.parametrize(
    ("needed", "quoted", "counted", "derived"),
    [
        pytest.param("6月底", "6 月底前完成", None, True, id="blanks"),
        pytest.param("29000件", "2.9万件", None, True, id="numbers in one form"),
        pytest.param("6家", "16家", None, False, id="part of a longer number"),
        pytest.param("三项", "甲、乙、丙", 3, True, id="a count of the quotes"),
        pytest.param("四项", "甲、乙、丙", 3, False, id="another count"),
        pytest.param("三项", "甲、乙、丙", None, False, id="a count where none is asked"),
    ],
)
def test_what_follows_from_quotes(needed: str, quoted: str, counted: int | None, derived: bool) -> None:
    assert follows(needed, quoted, counted=counted) is derived


def test_filters_are_those_of_the_command_line(small: GoldSet) -> None:
    plain = small.questions[0]
    assert filters_of(plain) is None
    assert filters_of(replace(plain, filters={"meeting": 4, "from": "2017"})) == Filters(meeting=4, from_date="2017")
