"""Sets are read from a list or made of a file and a folder; questions are chosen by split, type and number."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from eval.sets import TODAY, GoldSet, choose, find_files, load_sets, load_texts, one_set, questions_of
from pipeline.errors import BadRequest, MissingFile

from .conftest import DECISION, FILE, TEXT, row, written_lines


@pytest.fixture
def manifest(gold: Path, documents: Path, points: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sets.toml"
    entry = f'questions = "{gold.name}"\ndocuments = "{documents.name}"\n'
    written_lines(tmp_path / "decisions.jsonl", DECISION)
    first = f'{entry}points = "{points.name}"\ndecisions = "decisions.jsonl"\ntoday = 2021-12-31\n'
    path.write_text(f"[first]\n{first}[second]\n{entry}", "utf-8")
    return path


def test_the_list_names_questions_documents_points_and_day(manifest: Path) -> None:
    first, second = load_sets(manifest)
    assert (first.name, len(first.questions), len(first.points), len(first.decisions)) == ("first", 4, 1, 1)
    assert [len(one.decisions) for one in choose([first, second], split="test")] == [0, 0]
    assert (first.compared, second.compared) == (False, False)
    assert (first.today, second.today) == (datetime.date(2021, 12, 31), TODAY)
    assert {question.set for question in second.questions} == {"second"}
    assert dict(first.texts) == {FILE: TEXT}
    assert [one.name for one in load_sets(manifest, names=["second"])] == ["second"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("[first", "无法读取", id="no TOML"),
        pytest.param('[first]\nquestions = "gold.jsonl"', "documents", id="no documents"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(text: str, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "sets.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadRequest, match=problem):
        load_sets(path)


def test_what_is_not_there_is_named(manifest: Path, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="没有题集 third。可选：first、second"):
        load_sets(manifest, names=["third"])
    with pytest.raises(MissingFile, match=r"none\.toml"):
        load_sets(tmp_path / "none.toml")
    with pytest.raises(MissingFile, match=r"\*\.txt"):
        find_files(tmp_path / "nowhere")


def test_a_set_may_stand_over_several_folders(gold: Path, documents: Path, tmp_path: Path) -> None:
    further = tmp_path / "further"
    further.mkdir()
    (further / "再一份.txt").write_text("会议原则通过上述文件。", "utf-8")
    path = tmp_path / "sets.toml"
    entry = f'questions = "{gold.name}"\ndocuments = ["{documents.name}", "further"]\n'
    path.write_text(f"[both]\n{entry}compared = true\n", "utf-8")
    (both,) = load_sets(path)
    assert (list(both.files), list(both.texts), both.compared) == ([FILE, "再一份.txt"], [FILE, "再一份.txt"], True)
    (further / FILE).write_text("同名", "utf-8")
    with pytest.raises(BadRequest, match=f"两个文件夹里都有 {FILE}"):
        load_sets(path)


def test_texts_count_offsets_as_the_public_interface_does(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeff一\r\n二\r三".encode())
    (tmp_path / "b.txt").write_bytes("会议原则通过上述文件。".encode("gb18030"))
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    assert load_texts(find_files(tmp_path)) == {"a.txt": "一\n二\n三", "b.txt": "会议原则通过上述文件。"}


def test_questions_are_chosen_by_split_type_and_number(small: GoldSet) -> None:
    def ids(**chosen: object) -> list[str]:
        return [question.id for question in questions_of(choose([small], **chosen))]  # type: ignore[arg-type]

    assert ids() == ["t1", "t2", "t3", "t4"]
    assert (ids(split="dev"), ids(split="test")) == (["t1", "t2", "t3"], ["t4"])
    assert (ids(limit=2), ids(only=["verdict", "person"]), ids(split="test", only=["person"])) == (
        ["t1", "t2"],
        ["t1", "t3"],
        [],
    )
    assert [len(one.points) for split in ("dev", "test") for one in choose([small], split=split)] == [1, 0]
    with pytest.raises(BadRequest, match="没有题型 riddle。可选：follow_up、list"):
        choose([small], only=["riddle"])
    with pytest.raises(BadRequest, match="没有 train 这一部分"):
        choose([small], split="train")


def test_a_limit_counts_over_all_sets(small: GoldSet, tmp_path: Path) -> None:
    more = row(id="u1", question="谁？", type="person", answers=["周明"], evidence=[("一", "周明")])
    other = one_set(written_lines(tmp_path / "more.jsonl", more), small.files[FILE].parent, name="更多")
    assert [len(one.questions) for one in choose([small, other], limit=5)] == [4, 1]
    assert [len(one.questions) for one in choose([small, other], limit=3)] == [3, 0]
