"""The folder of drafts: names, stamps, and what is left alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.errors import BadRequest
from pipeline.generation.folder import LONGEST_STEM, MANIFEST, DraftFolder, stamp


def test_what_was_written_is_current_until_its_stamp_changes(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path / "out" / "drafts")
    folder.write({"甲.brief.md": "# 甲\n", "甲.brief.json": "{}\n"}, "s1")
    again = DraftFolder(tmp_path / "out" / "drafts")
    assert (again.folder / "甲.brief.md").read_bytes() == "# 甲\n".encode()
    assert again.is_current(["甲.brief.md", "甲.brief.json"], "s1")
    assert not again.is_current(["甲.brief.md"], "s2")
    assert not again.is_current(["甲.brief.md", "乙.brief.md"], "s1")


def test_a_draft_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    folder.write({"甲.brief.md": "甲"}, "s1")
    (tmp_path / "甲.brief.md").unlink()
    assert not DraftFolder(tmp_path).is_current(["甲.brief.md"], "s1")


def test_nothing_unfinished_is_left_behind_by_many_threads(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: folder.write({f"{number}.md": "甲" * 5000}, "s"), range(40)))
    assert {path.name for path in tmp_path.iterdir()} == {MANIFEST, *(f"{number}.md" for number in range(40))}
    assert DraftFolder(tmp_path).is_current([f"{number}.md" for number in range(40)], "s")


@pytest.mark.parametrize("damage", ["{", "[]", "\udcff"], ids=["cut-off", "a-list", "no-utf8"])
def test_a_damaged_memory_counts_as_none(tmp_path: Path, damage: str) -> None:
    (tmp_path / MANIFEST).write_bytes(damage.encode("utf-8", "surrogateescape"))
    (tmp_path / "甲.md").write_text("甲", encoding="utf-8")
    assert not DraftFolder(tmp_path).is_current(["甲.md"], "s")


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
        folder.write({"甲.md": "甲"}, "s")
