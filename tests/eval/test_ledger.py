"""The ledger is scored decision by decision; figures worked out by hand; what is held out stays unsaid."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.decisions import Decision
from eval.ledger import Score, figures, misses, score, score_ledger, table
from eval.sets import GoldSet, load_sets
from eval.tables import aligned
from pipeline.documents.parse import parse
from pipeline.documents.read import read_file
from pipeline.errors import BadRequest
from pipeline.minutes import Document

FILE = "云政纪〔2021〕3号.txt"
TEXT = """云湖市人民政府常务会议纪要

云政纪〔2021〕3号

2021年3月8日，市长周明主持召开市政府第5次常务会议。

一、讨论《停车管理办法》
市城管局局长李青汇报了《停车管理办法》起草情况。会议明确：
1. 由市城管局牵头，市财政局配合，6月底前完成停车位普查。
2. 每月通报一次进度。
会议原则通过上述文件。

二、绿化工作
1. 市园林局抓紧补种。

出席：周明  吴静
"""
QUOTES = (
    ("一", "由市城管局牵头，市财政局配合，6月底前完成停车位普查"),
    ("一", "每月通报一次进度"),
    ("一", "会议原则通过上述文件"),
    ("二", "市园林局抓紧补种"),
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / FILE
    path.write_text(TEXT, "utf-8")
    return parse(read_file(path, max_bytes=100_000))


@pytest.fixture
def decisions() -> list[Decision]:
    bare = [
        Decision(
            id=f"d{number}",
            split="dev",
            document=FILE,
            item=item,
            quote=quote,
            verdict=None,
            verdict_words=None,
            lead=(),
            support=(),
            deadline=None,
            deadline_kind=None,
        )
        for number, (item, quote) in enumerate(QUOTES, 1)
    ]
    first = replace(bare[0], lead=("城管局",), support=("市财政局",), deadline="６月底前", deadline_kind="date")
    second = replace(bare[1], deadline="每月", deadline_kind="recurring")
    third = replace(bare[2], verdict="原则通过", verdict_words="原则通过")
    return [first, second, third, replace(bare[3], lead=("市园林局",))]


def values(scores: list[Score], *, split: str = "dev") -> dict[str, float]:
    return {name: one.value for name, one in figures(scores, split=split).items()}


def test_a_ledger_that_has_everything_is_right_throughout(document: Document, decisions: list[Decision]) -> None:
    scores = score(document, decisions)
    assert misses(scores) == ""
    assert {one for name, one in values(scores).items()} == {1.0}
    counted = figures(scores, split="dev")
    assert [counted[f"{name}.recall"].n for name in ("rows", "verdict", "lead", "support", "deadline")] == [
        4,
        1,
        2,
        1,
        1,
    ]


def test_a_further_time_limit_is_right_and_not_missed(document: Document, decisions: list[Decision]) -> None:
    first, second, third, fourth = decisions
    other = replace(second, deadline=None, deadline_kind=None, further_deadlines=("每月", "每周"))
    counted = values(score(document, [first, other, third, fourth]))
    assert (counted["deadline.precision"], counted["deadline.recall"]) == (1.0, 1.0)


def test_a_person_is_the_same_as_a_comrade(document: Document, decisions: list[Decision]) -> None:
    scores = score(document, [replace(decisions[0], lead=("市城管局同志",)), *decisions[1:]])
    assert values(scores)["lead.f1"] == 1.0


def test_wrong_cells_are_counted_by_hand(document: Document, decisions: list[Decision]) -> None:
    first, second, third, fourth = decisions
    other = replace(first, lead=("市城管局", "市公安局"), support=(), deadline="5月底前")
    scores = score(document, [other, second, replace(third, verdict="原则同意"), fourth])
    assert values(scores) == pytest.approx(
        {
            "rows.precision": 1.0,
            "rows.recall": 1.0,
            "rows.f1": 1.0,
            "verdict.precision": 0.0,
            "verdict.recall": 0.0,
            "verdict.f1": 0.0,
            "lead.precision": 1.0,
            "lead.recall": 2 / 3,
            "lead.f1": 0.8,
            "support.precision": 0.0,
            "deadline.precision": 0.5,
            "deadline.recall": 0.0,
            "deadline.f1": 0.0,
            "own_row": 3 / 4,
            "own_verdict": 3 / 4,
        }
    )
    told = misses(scores)
    assert "lead.recall：缺“市公安局”，得 市城管局" in told
    assert "应为 原则同意，得 approved_in_principle" in told


def test_a_verdict_where_nothing_was_decided_is_seen(document: Document, decisions: list[Decision]) -> None:
    heard = replace(decisions[2], verdict="听取")
    scores = score(document, [*decisions[:2], heard, decisions[3]])
    assert values(scores)["no_verdict"] == 0.0
    assert values(scores)["verdict.precision"] == 0.0


def test_a_decision_that_the_ledger_lacks_and_a_row_that_is_none(document: Document, decisions: list[Decision]) -> None:
    scores = score(
        document, [replace(decisions[0], quote="市长周明主持召开", item=None, lead=("周明",)), *decisions[2:]]
    )
    found = values(scores)
    assert found["rows.recall"] == pytest.approx(2 / 3)
    assert found["rows.precision"] == pytest.approx(1 / 2)
    assert "不是决定“1. 由市城管局牵头" in misses(scores) or "不是决定“由市城管局牵头" in misses(scores)


def test_what_is_held_out_is_not_told_unless_asked_for(document: Document, decisions: list[Decision]) -> None:
    scores = score(document, [replace(one, split="test", lead=("市商务局",)) for one in decisions])
    assert misses(scores) == ""
    assert "市商务局" in misses(scores, with_test=True)
    assert "留出题 test" in aligned(table(scores))
    assert "开发题 dev" not in aligned(table(scores))


def test_the_gold_of_the_sets_is_scored(capsys: pytest.CaptureFixture[str]) -> None:
    scores = score_ledger(load_sets(names=["samples"]))
    counted = figures(scores, split="dev")
    assert counted["rows.recall"].n == 114
    assert counted["verdict.recall"].value == 1.0  # 原则通过 and 原则同意 are never mixed up
    assert main(["ledger", "--set", "samples", "--misses"]) == 0
    printed = capsys.readouterr().out
    assert "牵头单位F1" in printed
    assert "rows.recall：台账没有" in printed


def test_a_ledger_that_no_list_names_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / FILE).write_text(TEXT, "utf-8")
    line = {"id": "x1", "split": "dev", "document": FILE, "item": "二", "quote": QUOTES[3][1], "lead": ["园林局"]}
    bare = dict.fromkeys(("verdict", "verdict_words", "deadline", "deadline_kind"))
    (tmp_path / "own.jsonl").write_text(json.dumps({**bare, **line, "support": []}, ensure_ascii=False), "utf-8")
    assert main(["ledger", "--decisions", str(tmp_path / "own.jsonl"), "--documents", str(folder)]) == 0
    assert "牵头单位查全" in capsys.readouterr().out
    assert main(["ledger", "--decisions", str(tmp_path / "own.jsonl")]) == 2
    assert "--decisions 与 --documents 要一起写" in capsys.readouterr().err


def test_those_who_are_not_named_count_as_the_gold_takes_them_down(tmp_path: Path, decisions: list[Decision]) -> None:
    path = tmp_path / FILE
    path.write_text(TEXT.replace("会议原则通过上述文件。", "会议原则通过上述文件，请相关部门修改完善。"), "utf-8")
    scores = score(parse(read_file(path, max_bytes=100_000)), [replace(decisions[2], lead=("相关部门",))])
    assert values(scores)["lead.recall"] == 1.0


def test_a_set_without_a_ledger_is_refused(small: GoldSet) -> None:
    with pytest.raises(BadRequest, match="所选题集没有台账"):
        score_ledger([small])


def test_a_text_that_is_read_otherwise_is_refused(small: GoldSet, decisions: list[Decision]) -> None:
    (name,) = small.files
    wrong = replace(small, texts={name: "别的"}, decisions=(replace(decisions[0], document=name),))
    with pytest.raises(BadRequest, match="读入后的文字与原文不同"):
        score_ledger([wrong])


def test_who_and_when_must_stand_in_the_row_of_their_own_decision(
    document: Document, decisions: list[Decision]
) -> None:
    first, second, third, fourth = decisions
    assert values(score(document, decisions))["own_row"] == 1.0
    swapped = [replace(first, lead=fourth.lead), second, third, replace(fourth, lead=first.lead)]
    assert values(score(document, swapped))["own_row"] == pytest.approx(1 / 2)
    told = misses(score(document, [replace(first, deadline="5月底前"), second, third, fourth]))
    assert "own_row：" in told
    assert "应为 城管局，5月底前" in told


def test_a_task_is_not_held_against_the_verdict_of_its_item(document: Document, decisions: list[Decision]) -> None:
    first, second, third, fourth = decisions
    assert values(score(document, decisions))["own_verdict"] == 1.0
    ruled = replace(first, verdict="原则通过", verdict_words="原则通过")
    scores = score(document, [ruled, second, replace(third, verdict=None), fourth])
    assert values(scores)["own_verdict"] == 1 / 2
    assert "own_verdict：" in misses(scores)
    assert values(score(document, [first, second, replace(third, verdict="听取"), fourth]))["own_verdict"] == 3 / 4
