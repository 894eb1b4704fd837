"""Tiny files of each public form are read: documents once each, questions with what they rest on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.formats import PublicSet, read_public
from pipeline.errors import BadRequest, MissingFile

PARK, TREE, BOOK = "停车管理办法由城管局牵头。", "绿化工作由园林局牵头。", "图书馆六月开馆。"


def put(path: Path, *trees: Any) -> None:
    """Write one JSON value, or several one a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(tree, ensure_ascii=False) for tree in trees), "utf-8")


def cmrc(folder: Path) -> None:
    asked = {"id": "c1", "question": "谁牵头？", "answers": [{"text": "城管局", "answer_start": 7}] * 2}
    put(
        folder / "dev.json",
        {"version": "1", "data": [{"title": "停车", "paragraphs": [{"context": PARK, "qas": [asked]}]}]},
    )


def cmrc_list(folder: Path) -> None:
    asked = {"query_id": "c1", "query_text": "谁牵头？", "answers": ["城管局"]}
    put(folder / "dev.json", [{"context_id": "x", "context_text": PARK, "qas": [asked]}])


def rgb(folder: Path) -> None:
    one = {"id": 0, "query": "谁牵头？", "answer": ["城管局", "市城管局"], "positive": [PARK], "negative": [TREE, BOOK]}
    put(folder / "zh.json", one)


def rgb_int(folder: Path) -> None:
    one = {
        "id": 0,
        "query": "各由谁牵头？",
        "answer": [["城管局"], ["园林局"]],
        "positive": [[PARK], [TREE]],
        "negative": [BOOK],
    }
    put(folder / "zh_int.json", one)


def domainrag(folder: Path) -> None:
    right, noise = {"title": "停车", "contents": PARK}, {"title": "", "contents": TREE}
    one = {
        "id": 7,
        "question": "谁牵头？",
        "answers": [["城管局"]],
        "positive_reference": right,
        "noisy_reference": [noise],
    }
    put(folder / "noisy_qa" / "noisy_qa.jsonl", {**one, "date": "2023", "history_qa": [{"question": "哪个办法？"}]})
    put(folder / "noisy_qa" / "noisy_qa_retrieved_bm25.jsonl", one)


def crud(folder: Path) -> None:
    one = {"ID": "q1", "event": "停车", "news1": PARK, "questions": "谁牵头？", "answers": "城管局"}
    put(folder / "split_merged.json", {"event_summary": [], "questanswer_1doc": [one]})
    (folder / "80000_docs").mkdir()
    (folder / "80000_docs" / "part_1").write_text(f"{PARK}\n{TREE}\n", "utf-8")


def stard(folder: Path) -> None:
    put(
        folder / "data" / "corpus.jsonl",
        {"id": 1, "name": "甲法第一条", "content": PARK},
        {"id": 2, "name": "乙法第一条", "content": TREE},
    )
    asked = {"query_id": 5, "问题": "谁牵头？", "match_id": [1], "match_name": ["甲法第一条"]}
    put(folder / "data" / "queries.json", [asked, {"query_id": 6, "问题": float("nan"), "match_id": []}])


def beir(folder: Path) -> None:
    put(folder / "corpus.jsonl", {"_id": "d1", "title": "停车", "text": PARK}, {"_id": "d2", "title": "", "text": TREE})
    put(folder / "queries.jsonl", {"_id": "q1", "text": "谁牵头？"}, {"_id": "q2", "text": "没有评判"})
    (folder / "qrels").mkdir()
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\nq1\td2\t0\n", "utf-8")
    (folder / "qrels" / "dev.tsv").write_text("query-id\tcorpus-id\tscore\nq2\td2\t1\n", "utf-8")


FORMS = [
    pytest.param("cmrc", cmrc, 1, id="cmrc as SQuAD"),
    pytest.param("cmrc", cmrc_list, 1, id="cmrc as a list"),
    pytest.param("rgb", rgb, 3, id="rgb"),
    pytest.param("domainrag", domainrag, 2, id="domainrag"),
    pytest.param("crud", crud, 2, id="crud"),
    pytest.param("stard", stard, 2, id="stard"),
    pytest.param("beir", beir, 2, id="beir"),
]


@pytest.mark.parametrize(("format", "write", "documents"), FORMS)
def test_a_form_is_read(format: str, write: Callable[[Path], None], documents: int, tmp_path: Path) -> None:
    write(tmp_path)
    first: PublicSet = read_public(format, tmp_path)[0]
    assert len(first.documents) == documents
    (asked,) = first.questions
    assert asked.question.endswith("谁牵头？")
    assert [first.documents[place].endswith(PARK) for place in asked.relevant] == [True]
    assert not asked.refused
    if format not in ("stard", "beir"):
        assert "城管局" in asked.answers[0]


def test_rgb_is_read_a_second_time_without_the_answer(tmp_path: Path) -> None:
    rgb(tmp_path)
    _, rejecting = read_public("rgb", tmp_path)
    assert sorted(rejecting.documents.values()) == sorted([TREE, BOOK])
    assert [(asked.refused, asked.relevant) for asked in rejecting.questions] == [(True, ())]


def test_several_parts_of_an_answer_are_all_asked_for(tmp_path: Path) -> None:
    rgb_int(tmp_path)
    (asked,) = read_public("rgb", tmp_path)[0].questions
    assert asked.answers == (("城管局",), ("园林局",))
    assert len(asked.relevant) == 2


def test_domainrag_keeps_history_and_year(tmp_path: Path) -> None:
    domainrag(tmp_path)
    (only,) = read_public("domainrag", tmp_path)
    assert (only.questions[0].history, only.questions[0].question) == (("哪个办法？",), "2023年，谁牵头？")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="没有 xml 这种格式。可选：cmrc、rgb"):
        read_public("xml", tmp_path)
    for format in ("cmrc", "rgb", "domainrag", "crud", "stard", "beir"):
        with pytest.raises(MissingFile, match="找不到文件"):
            read_public(format, tmp_path)
    put(tmp_path / "x.json", {"data": [{"paragraphs": [{}]}]})
    with pytest.raises(BadRequest, match=r"不是 cmrc 格式（KeyError"):
        read_public("cmrc", tmp_path)


def test_a_limit_is_for_the_questions(tmp_path: Path) -> None:
    put(
        tmp_path / "zh.json",
        *({"id": n, "query": f"{n}？", "answer": "甲", "positive": [f"甲{n}"], "negative": []} for n in range(5)),
    )
    (only,) = read_public("rgb", tmp_path, limit=2)
    assert (len(only.questions), len(only.documents)) == (2, 5)
