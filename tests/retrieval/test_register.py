"""Entering documents: what is the same document, what is another, what is a duplicate."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.minutes import Document
from pipeline.retrieval import register as register_module
from pipeline.retrieval.catalogue import Catalogue
from pipeline.retrieval.register import Added, Register, content_hash
from tests.retrieval.examples import minutes, renamed, report_of


class Desk:
    """A register with files on disk beside it."""

    def __init__(self, home: Path, folder: Path) -> None:
        home.mkdir()
        self.register = Register(home)
        self.catalogue = Catalogue(home)
        self.folder = folder

    def enter(self, document: Document, *, where: str = "in") -> Added:
        source = self.folder / where / document.file
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(document.text, encoding="utf-8")
        digest = hashlib.sha256(document.text.encode()).hexdigest()
        return self.register.enter(document, source=source, sha256=digest)

    def gone(self, file: str, *, where: str = "in") -> None:
        (self.folder / where / file).unlink()

    def files(self) -> list[str]:
        return [entry.file for entry in self.catalogue.entries()]


@pytest.fixture
def desk(home: Path, tmp_path: Path) -> Desk:
    return Desk(home, tmp_path)


def test_the_id_follows_the_name_of_the_file(desk: Desk) -> None:
    document = minutes()
    digest = hashlib.sha256(document.file.encode()).hexdigest()
    assert desk.enter(document) == Added(f"d{digest[:8]}", "added")


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    first = desk.enter(minutes())
    before = (desk.catalogue.generation(), desk.catalogue.entries())
    assert desk.enter(minutes()) == Added(first.document_id, "unchanged")
    assert (desk.catalogue.generation(), desk.catalogue.entries()) == before


def test_a_changed_file_replaces_its_former_self(desk: Desk) -> None:
    first = desk.enter(minutes())
    changed = minutes(agenda=(("《全新的方案》", ("抓紧落实。",)),))
    assert desk.enter(changed) == Added(first.document_id, "replaced")
    assert desk.catalogue.document(first.document_id) == changed
    assert [piece.text for piece in desk.catalogue.chunks() if "停车" in piece.text] == []
    assert [heading.title for heading in desk.catalogue.agenda()] == ["《全新的方案》"]


def test_a_better_reading_of_the_same_bytes_replaces_the_record(desk: Desk) -> None:
    first = desk.enter(minutes())
    better = replace(minutes(), title="市政府第3次常务会议纪要")
    assert desk.enter(better) == Added(first.document_id, "replaced")
    assert desk.catalogue.document(first.document_id).title == "市政府第3次常务会议纪要"


def test_a_moved_file_keeps_its_id(desk: Desk) -> None:
    first = desk.enter(minutes(), where="old")
    desk.gone(minutes().file, where="old")
    assert desk.enter(minutes(), where="new") == Added(first.document_id, "unchanged")
    assert Path(desk.catalogue.entries()[0].source).parent.name == "new"
    assert desk.catalogue.count() == 1


def test_a_file_moved_and_changed_replaces_its_former_self(desk: Desk) -> None:
    first = desk.enter(report_of("旧的正文。"), where="old")
    desk.gone("杂文.txt", where="old")
    assert desk.enter(report_of("新的正文。"), where="new") == Added(first.document_id, "replaced")


def test_a_living_namesake_is_another_document(desk: Desk) -> None:
    first = desk.enter(report_of("甲县的正文。"), where="甲县")
    second = desk.enter(report_of("乙县的正文。"), where="乙县")
    third = desk.enter(report_of("丙县的正文。"), where="丙县")
    assert [added.status for added in (first, second, third)] == ["added"] * 3
    assert len({added.document_id for added in (first, second, third)}) == 3
    expected = hashlib.sha256("乙县/杂文.txt".encode()).hexdigest()[:8]
    assert second.document_id == f"d{expected}"
    assert desk.enter(report_of("乙县改过的正文。"), where="乙县") == Added(second.document_id, "replaced")


@pytest.mark.parametrize("text", ["通知：会议改期。", "通知：\r\n会议　改期。\n"], ids=["equal", "other-blanks"])
def test_the_same_content_under_a_second_name_is_reported_and_not_stored(desk: Desk, text: str) -> None:
    first = desk.enter(report_of("通知：会议改期。"))
    assert desk.enter(report_of(text, file="副本.txt")) == Added(first.document_id, "duplicate", first.document_id)
    assert desk.files() == ["杂文.txt"]


def test_a_copy_in_another_folder_is_a_duplicate(desk: Desk) -> None:
    first = desk.enter(minutes(), where="a")
    assert desk.enter(minutes(), where="b") == Added(first.document_id, "duplicate", first.document_id)


def test_a_file_that_becomes_a_copy_of_another_no_longer_answers(desk: Desk) -> None:
    first = desk.enter(report_of("甲。"))
    second = desk.enter(report_of("乙。", file="b.txt"))
    assert desk.enter(report_of("甲。", file="b.txt")) == Added(first.document_id, "duplicate", first.document_id)
    assert desk.files() == ["杂文.txt"]
    assert second.document_id in desk.catalogue.changed_since(2)


def test_taking_out_leaves_nothing_behind(desk: Desk) -> None:
    first = desk.enter(minutes())
    desk.register.take_out([first.document_id, "d00000000"])
    with sqlite3.connect(desk.catalogue.path) as connection:
        for table in ("documents", "items", "people", "units", "chunks"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert desk.catalogue.changed_since(1) == [first.document_id]
    assert desk.enter(minutes()) == Added(first.document_id, "added")


def test_people_are_listed_by_role_with_their_place(desk: Desk) -> None:
    document = replace(minutes(), attendance=replace(minutes().attendance, recorder="李记"))  # type: ignore[type-var]
    desk.enter(document)
    roles = {(person.role, person.unit, person.name) for person in desk.catalogue.people()}
    assert roles == {
        ("chair", None, "周明"),
        ("present", None, "周明"),
        ("present", None, "吴江"),
        ("observer", "市城管局", "郑华"),
        ("observer", "市财政局", "王平"),
        ("recorder", None, "李记"),
    }
    (found,) = desk.catalogue.people("吴江")
    assert found.start is not None
    assert found.end is not None
    assert document.text[found.start : found.end] == "吴  江"


def test_a_failure_half_way_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = desk.enter(minutes())

    def broken(*_: object, **__: object) -> tuple[()]:
        raise OSError("disk")

    monkeypatch.setattr(register_module, "chunk", broken)
    with pytest.raises(OSError, match="disk"):
        desk.enter(minutes(agenda=(("《别的》", ("改。",)),)))
    assert desk.catalogue.document(first.document_id) == minutes()
    assert desk.catalogue.generation() == 1


def test_cutting_anew_moves_the_generation(desk: Desk) -> None:
    first = desk.enter(minutes())
    pieces = desk.catalogue.chunks()
    desk.register.rechunk([(first.document_id, minutes())])
    assert desk.catalogue.chunks() == pieces
    assert desk.catalogue.changed_since(1) == [first.document_id]


def test_how_far_a_cache_followed_is_kept(desk: Desk) -> None:
    desk.enter(minutes())
    desk.register.followed("keywords", 1)
    state = desk.catalogue.state()
    assert state is not None
    assert state.caches == {"keywords": 1}


def test_content_is_compared_without_blanks() -> None:
    assert content_hash("会 议\n") == content_hash("会议")
    assert content_hash("会议") != content_hash("会议。")
    assert renamed(minutes(), "b.txt").text == minutes().text
