"""The score of the check: what passed and should not, what was flagged and should not, by kind."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from eval.__main__ import main
from eval.checks import FOLDER, misses, score, table
from pipeline.errors import BadRequest

QUOTE = "由市财政局牵头，6月底前完成，安排资金1200万元。"


def write(folder: Path, name: str, *rows: dict[str, object]) -> None:
    lines = [json.dumps({"document": "甲政纪〔2021〕6号.txt", "kind": "k", **row}, ensure_ascii=False) for row in rows]
    (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(
        tmp_path,
        "inventions",
        {"id": "i1", "quotes": [QUOTE], "statement": "安排资金1300万元。", "kind": "digit"},
        {"id": "i2", "quotes": [QUOTE], "statement": "由市财政局牵头。", "kind": "digit"},
    )
    write(
        tmp_path,
        "paraphrases",
        {"id": "p1", "quotes": [QUOTE], "statement": "2021年6月底前完成。", "kind": "date"},
        {"id": "p2", "quotes": ["一、停车办法", QUOTE], "statement": "停车办法安排资金0.12亿元。", "kind": "amount"},
        {"id": "p3", "quotes": [QUOTE], "statement": "由市水务局牵头。", "kind": "alias"},
    )
    return tmp_path


def test_what_passed_and_what_was_flagged(folder: Path) -> None:
    verdicts = score(folder)
    assert [(verdict.id, verdict.wrong) for verdict in verdicts] == [
        ("i1", False),
        ("i2", True),
        ("p1", False),
        ("p2", False),
        ("p3", True),
    ]
    lines = table(verdicts).splitlines()
    assert lines[0].split("\t")[:3] == ["编造而未标出", "1/2", "50.0%"]
    assert [line.split("\t")[0].strip() for line in lines] == [
        "编造而未标出",
        "digit",
        "转述而被标出",
        "alias",
        "amount",
        "date",
    ]
    assert [line.split("\t")[1] for line in misses(verdicts).splitlines()] == ["i2", "p3"]


def test_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks", str(folder), "--misses"]) == 0
    told = capsys.readouterr().out
    assert "i2\tdigit" in told
    assert "转述而被标出\t1/3" in told


def test_a_folder_without_the_files(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="没有 inventions"):
        score(tmp_path)


def test_a_line_that_is_no_record(folder: Path) -> None:
    (folder / "paraphrases.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    with pytest.raises(BadRequest, match="第 1 行"):
        score(folder)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("folder", "at_most", "by_rules"),
    [(FOLDER, 8, True), (FOLDER / "b", 1, True), (FOLDER / "d", 2, True), (FOLDER / "d", 1, False)],
    ids=["first", "second", "fourth", "fourth-read-twice"],  # a sentence of the fourth takes the second reading
)
def test_the_check_is_as_good_as_it_was_on_what_it_was_mended_with(folder: Path, at_most: int, by_rules: bool) -> None:
    verdicts = score(folder, by_rules=by_rules)
    passed = [verdict for verdict in verdicts if verdict.set == "inventions" and verdict.wrong]
    flagged = [verdict for verdict in verdicts if verdict.set == "paraphrases" and verdict.wrong]
    assert len(passed) <= at_most
    assert len(flagged) * 40 <= sum(verdict.set == "paraphrases" for verdict in verdicts)


@pytest.mark.slow
def test_the_second_reading_finds_what_the_rules_let_pass_and_flags_little_else() -> None:
    wrong = {by_rules: _wrong(FOLDER / "i", by_rules=by_rules) for by_rules in (True, False)}
    assert wrong[False]["inventions"] <= wrong[True]["inventions"] / 2
    assert wrong[False]["paraphrases"] <= wrong[True]["paraphrases"] + 15  # of 144


def _wrong(folder: Path, *, by_rules: bool) -> Counter[str]:
    return Counter(verdict.set for verdict in score(folder, by_rules=by_rules) if verdict.wrong)


def test_quotes_stand_in_the_items_of_their_document(tmp_path: Path) -> None:
    name = "昆政纪〔2017〕4号_市政府第4次常务会议纪要.txt"
    quotes = ["会议原则同意这个汇报，要求提交市委常委会讨论。"]
    title = "关于进一步加强花桥经济开发区商品房价格管理工作的汇报"
    row: dict[str, object] = {"document": name, "quotes": quotes, "id": "p1", "statement": f"《{title}》获原则同意。"}
    write(tmp_path, "inventions", {**row, "statement": f"《{title}》获批准。"})
    write(tmp_path, "paraphrases", row)
    assert [verdict.wrong for verdict in score(tmp_path)] == [False, False]
