"""The folder of drafts: names, stamps, and what is left alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.errors import BadRequest
from pipeline.generation.folder import LOCK, LONGEST_STEM, STAMPS, DraftFolder, stamp


def _written(folder: Path, *files: str, stamp: str = "s1") -> DraftFolder:
    with DraftFolder(folder) as drafts:
        drafts.write({file: f"# {file}\n".encode() for file in files}, stamp)
    return drafts


def test_what_was_written_is_current_until_its_stamp_changes(tmp_path: Path) -> None:
    _written(tmp_path / "out" / "drafts", "甲.brief.md", "甲.brief.json")
    again = DraftFolder(tmp_path / "out" / "drafts")
    assert (again.folder / "甲.brief.md").read_bytes() == "# 甲.brief.md\n".encode()
    assert again.is_current("甲.brief.md", "s1")
    assert again.is_current("甲.brief.json", "s1")
    assert not again.is_current("甲.brief.md", "s2")
    assert not again.is_current("乙.brief.md", "s1")


def test_a_draft_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    _written(tmp_path, "甲.md")
    (tmp_path / "甲.md").unlink()
    assert not DraftFolder(tmp_path).is_current("甲.md", "s1")


def test_nothing_unfinished_is_left_behind_by_many_threads(tmp_path: Path) -> None:
    with DraftFolder(tmp_path) as folder, ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: folder.write({f"{number}.md": b"a" * 5000}, "s"), range(40)))
    assert {path.name for path in tmp_path.iterdir()} - {LOCK} == {STAMPS, *(f"{number}.md" for number in range(40))}
    again = DraftFolder(tmp_path)
    assert all(again.is_current(f"{number}.md", "s") for number in range(40))


def test_what_a_killed_run_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".140.unfinished").write_bytes(b"# ")
    _written(tmp_path, "甲.md")
    assert not list(tmp_path.glob(".*.unfinished"))


def test_the_memory_of_the_first_version_is_still_read(tmp_path: Path) -> None:
    (tmp_path / ".jiyao-drafts.json").write_text('{"甲.md": "s1"}', encoding="utf-8")
    (tmp_path / "甲.md").write_text("甲", encoding="utf-8")
    assert DraftFolder(tmp_path).is_current("甲.md", "s1")
    _written(tmp_path, "甲.md", stamp="s2")
    assert DraftFolder(tmp_path).is_current("甲.md", "s2")


@pytest.mark.parametrize("damage", ["{", "[]", "\udcff"], ids=["cut-off", "a-list", "no-utf8"])
def test_a_damaged_memory_counts_as_none(tmp_path: Path, damage: str) -> None:
    for name in (".jiyao-drafts.json", STAMPS):
        (tmp_path / name).write_bytes(damage.encode("utf-8", "surrogateescape"))
    (tmp_path / "甲.md").write_text("甲", encoding="utf-8")
    assert not DraftFolder(tmp_path).is_current("甲.md", "s")


def test_another_process_waits_its_turn(tmp_path: Path) -> None:
    with DraftFolder(tmp_path), pytest.raises(BadRequest, match="另一个程序正在往"), DraftFolder(tmp_path):
        pass
    with DraftFolder(tmp_path) as folder:
        folder.replies().put({"k": "说过的话"})
    assert DraftFolder(tmp_path).replies().get("k") == "说过的话"


@pytest.mark.parametrize(
    ("stems", "names"),
    [
        ({"d1": "纪要", "d2": "通报"}, {"d1": "纪要", "d2": "通报"}),
        ({"d1": "纪要", "d2": "纪要"}, {"d1": "纪要.d1", "d2": "纪要.d2"}),
        ({"d1": "Minutes", "d2": "minutes"}, {"d1": "Minutes.d1", "d2": "minutes.d2"}),
    ],
    ids=["different", "same", "same-but-for-case"],
)
def test_no_two_documents_share_a_name(tmp_path: Path, stems: dict[str, str], names: dict[str, str]) -> None:
    assert DraftFolder(tmp_path).names(stems) == names


def test_a_long_name_is_cut_between_characters(tmp_path: Path) -> None:
    name = DraftFolder(tmp_path).names({"d1": "纪" * 100})["d1"]
    assert name == "纪" * (LONGEST_STEM // 3)


def test_a_stamp_tells_document_style_and_maker_apart() -> None:
    made = {"sha256": "a", "style": "brief", "maker": "extractive"}
    others = [made | {"sha256": "b"}, made | {"style": "full"}, made | {"maker": "model"}]
    assert len({stamp(**made), *(stamp(**other) for other in others)}) == 4


def test_a_folder_that_cannot_be_made_is_a_wrong_request(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadRequest, match="无法写入文件夹"):
        DraftFolder(tmp_path / "file" / "out")


def test_a_place_that_is_taken_by_a_folder_is_a_wrong_request(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    (tmp_path / "甲.md").mkdir()
    with pytest.raises(BadRequest, match="无法写入文件夹"):
        folder.write({"甲.md": b"a"}, "s")
