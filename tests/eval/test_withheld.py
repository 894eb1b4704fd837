"""What is left when the papers of a question are taken out: refusals counted, papers brought back, test kept unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval import withheld
from eval.__main__ import main
from eval.sets import GoldSet, one_set
from eval.withheld import Left, misses, table, withhold
from pipeline.errors import BadRequest

from .conftest import row, written_lines

NEAR, FAR = "云湖市人民政府常务会议纪要.txt", "金渡县人民政府常务会议纪要.txt"
PAPER = """{place}人民政府常务会议纪要

{mark}〔2021〕3号

2021年{day}，{chair}主持召开{place}政府第{number}次常务会议。

一、审议《停车管理办法》
会议原则通过《停车管理办法》。由{place}城管局牵头，{due}前完成停车位普查。
"""
ASKED = (
    ("n1", "dev", "云湖市政府第5次常务会议由谁主持？", NEAR, "周明", "周明主持"),
    ("n2", "dev", "停车位普查什么时候完成？", NEAR, "6月底", "6月底前完成停车位普查"),
    ("n3", "test", "停车位普查什么时候完成，由谁牵头？", FAR, "9月底", "9月底前完成停车位普查"),
)


@pytest.fixture
def two(tmp_path: Path) -> GoldSet:
    """A set over the papers of two bodies that decided on the same matter."""
    folder = tmp_path / "papers"
    folder.mkdir()
    near = PAPER.format(place="云湖市", mark="云政纪", day="3月8日", chair="市长周明", number=5, due="6月底")
    far = PAPER.format(place="金渡县", mark="金政纪", day="4月9日", chair="县长李青", number=7, due="9月底")
    (folder / NEAR).write_text(near, "utf-8")
    (folder / FAR).write_text(far, "utf-8")
    rows = [
        row(id=one, split=split, question=asked, type="date", document=file, answers=[said], evidence=[(None, quote)])
        for one, split, asked, file, said, quote in ASKED
    ]
    refused = row(id="n4", question="谁请假？", type="unanswerable", refused=True, evidence=[])
    return one_set(written_lines(tmp_path / "questions.jsonl", *rows, refused), folder, name="two")


def test_what_names_a_paper_that_is_gone_is_refused_and_what_another_says_is_counted(two: GoldSet) -> None:
    found = {left.id: left for left in withhold([two])}
    assert set(found) == {"n1", "n2", "n3"}  # what no paper answers is not asked
    assert (found["n1"].named, found["n1"].refused) == (True, True)
    assert (found["n2"].named, found["n2"].refused, found["n2"].wrong) == (False, False, True)
    assert "9月底" in found["n2"].answer  # the other paper's
    assert "6月底" in found["n3"].answer  # the first is back
    assert not any(left.leaked for left in found.values())


def left(identity: str, **changes: object) -> Left:
    made = {"set": "s", "id": identity, "split": "dev", "papers": (identity,), "asked": "问", "answer": "答"}
    return Left(**{**made, "named": True, "refused": False, "told": False, "leaked": False, **changes})  # type: ignore[arg-type]


def test_the_table_counts_both_parts_side_by_side_and_the_misses_are_of_dev_alone() -> None:
    found = [
        left("a", refused=True),
        left("b", told=True, named=False),
        left("c"),
        left("d", split="test", asked="留出的"),
    ]
    rows = {name: [cell.split("  ")[0] for cell in cells] for name, *cells in table(found)[1:]}
    assert rows == {
        "拒答": ["33.3", "0.0"],
        "作答，与标准答案相合": ["33.3", "0.0"],
        "作答，不相合": ["33.3", "100.0"],
        "点明了抽走的文件的题，拒答": ["50.0", "0.0"],
        "没有点明的题，拒答": ["0.0", "—"],
        "引了抽走的文件": ["0.0", "0.0"],
    }
    assert list(misses(found)) == ["s\tc\t点明\t问\t答"]


def test_the_interval_draws_papers_and_not_questions() -> None:
    alone = table([left(str(at), refused=at % 2 == 0) for at in range(20)])
    together = table([left(str(at), refused=at % 2 == 0, papers=(str(at % 2),)) for at in range(20)])
    assert alone[1][1] != together[1][1]
    assert together[1][1] == "50.0  [0.0–100.0]  20"


def test_questions_are_sampled_from_each_part_and_one_that_leaves_no_paper_is_not_asked(two: GoldSet) -> None:
    assert {left.id for left in withhold([two], sample=1)} == {"n1", "n3"}
    alone = GoldSet(
        name="one", files={NEAR: two.files[NEAR]}, texts={NEAR: two.texts[NEAR]}, questions=two.questions[:2]
    )
    with pytest.raises(BadRequest, match="没有一道可答的题"):
        withhold([alone])


def test_a_paper_that_the_user_narrowed_to_is_said_not_to_be_there(two: GoldSet, tmp_path: Path) -> None:
    asked = row(
        id="f1",
        question="由谁主持？",
        type="person",
        document=NEAR,
        answers=["周明"],
        evidence=[(None, "周明主持")],
        filters={"document": NEAR},
    )
    one = one_set(written_lines(tmp_path / "filtered.jsonl", asked), two.files[NEAR].parent)
    [found] = withhold([one])
    assert (found.named, found.refused) == (True, True)
    assert "没有文件" in found.answer


def test_the_command(two: GoldSet, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(withheld, "load_sets", lambda names: [two])
    assert main(["withheld", "--jobs", "1", "--misses"]) == 0
    told = capsys.readouterr().out
    assert "two\tn2\t未点明\t停车位普查什么时候完成？" in told
    assert "n3" not in told
    assert "拒答" in told
