"""The library tab: files out and back, the structure with its corrections."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.accounts import Role
from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.roles import Caller
from pipeline.interface.shelving import Shelving
from pipeline.interface.uploads import folder, receive


@pytest.fixture
def shelving(sample_home: Path) -> Shelving:
    return Shelving(Assistant(load_settings(home=sample_home)))


def click(**value: object) -> Any:
    return SimpleNamespace(value=value)


def by(role: Role, name: str = "王敏") -> Any:
    """A request as the door lets it in."""
    return SimpleNamespace(state=SimpleNamespace(caller=Caller(name, role)))


def fourth(shelving: Shelving) -> str:
    return next(one.document_id for one in shelving.assistant.entries() if one.meeting_number == 4)


@pytest.mark.parametrize(
    ("role", "uploads", "removes"), [("reader", False, False), ("editor", True, False), ("admin", True, True)]
)
def test_each_role_sees_what_it_may_do(shelving: Shelving, role: Role, uploads: bool, removes: bool) -> None:
    upload, tools, listed, bin = shelving.fill(by(role))
    assert ('type="file"' in upload) is uploads
    assert ("discard_document" in listed) is removes
    assert "list_documents" in tools and bin == ""
    page = shelving.read_structure(click(document_id=fourth(shelving)), by(role))
    assert ("correct_record" in page) is uploads


def test_nobody_known_may_only_read(shelving: Shelving) -> None:
    upload, _, listed, _ = shelving.fill(SimpleNamespace())  # type: ignore[arg-type]
    assert upload == "" and "discard_document" not in listed


def test_the_list_is_narrowed_by_words(shelving: Shelving) -> None:
    page = shelving.find(click(words="昆政纪 2017"), by("reader"))
    assert page.count("<tr data-document") == 1 and "符合条件 1 份，共 3 份" in page
    assert "没有符合条件的文件" in shelving.find(click(words="火星"), by("reader"))


def test_a_removal_is_undone_and_then_made_for_good(shelving: Shelving) -> None:
    document_id = fourth(shelving)
    message, pane = shelving.discard(click(document_id=document_id), by("admin"))
    assert "已移除" in message and "restore_document" in message and pane == ""
    assert "王敏 移除" in shelving.fill(by("admin"))[3] and shelving.fill(by("editor"))[3] == ""
    assert "已恢复" in shelving.restore(click(document_id=document_id))
    assert "已不在文库中" in shelving.restore(click(document_id=document_id))
    assert len(shelving.assistant.entries()) == 3
    shelving.discard(click(document_id=document_id), by("admin"))
    message, left = shelving.forget(click(document_id=document_id), by("admin"))
    assert "彻底删除" in message and left == ""
    assert "已不在文库中" in shelving.discard(click(document_id=document_id), by("admin"))[0]


def test_the_copy_of_an_upload_goes_aside_and_comes_back(shelving: Shelving) -> None:
    text = "县政府第2次常务会议纪要\n一、审议《办法》\n会议原则通过。\n".encode()
    [receipt] = receive(shelving.assistant, iter([("会议.txt", io.BytesIO(text))]))
    kept = folder(shelving.assistant.settings.home) / "会议.txt"
    shelving.discard(click(document_id=receipt.document_id), by("admin"))
    assert not kept.exists()
    shelving.restore(click(document_id=receipt.document_id))
    assert kept.read_bytes() == text
    shelving.discard(click(document_id=receipt.document_id), by("admin"))
    shelving.forget(click(document_id=receipt.document_id), by("admin"))
    assert [path for path in folder(shelving.assistant.settings.home).rglob("*") if path.is_file()] == []


def test_an_editor_corrects_the_record_and_takes_it_back(shelving: Shelving) -> None:
    document_id = fourth(shelving)
    record = {"with": document_id, "kind": "minutes", "date": "2017-05-24", "chair": "金铭"}
    page = shelving.correct(click(**record), by("editor"))
    assert "已保存更正" in page and "主持：杜小刚 → 金铭" in page and page.count("undo_correction") == 1
    assert shelving.assistant.show(document_id)[0].chair == "金铭"
    page = shelving.correct(click(**{**record, "chair": "某某某"}), by("editor"))
    assert "原文中找不到“某某某”" in page and shelving.assistant.show(document_id)[0].chair == "金铭"
    page = shelving.undo(click(document_id=document_id, field="chair"), by("editor"))
    assert "undo_correction" not in page and shelving.assistant.show(document_id)[0].chair == "杜小刚"


def test_items_are_laid_down_by_their_lines(shelving: Shelving) -> None:
    document_id = fourth(shelving)
    starts = [str(item.start) for item in shelving.assistant.show(document_id)[1].items]
    page = shelving.correct_items(click(**{"with": document_id, "starts": starts[1:], "stop": ""}), by("editor"))
    assert "12 项改为 11 项" in page
    shelving.correct_items(click(**{"with": document_id, "starts": starts[0], "stop": "x"}), by("editor"))
    assert len(shelving.assistant.show(document_id)[1].items) == 1


def test_a_file_is_looked_at_before_it_is_read_in(shelving: Shelving) -> None:
    text = "县政府第2次常务会议纪要\n一、审议《停车办法》\n会议原则通过。\n".encode()
    first, second = (
        next(receive(shelving.assistant, iter([(name, io.BytesIO(text))]), look_first=True))
        for name in ("甲.txt", "乙.txt")
    )
    assert first.status == "waiting" and len(shelving.assistant.entries()) == 3
    page = shelving.read_structure(click(document_id=first.document_id), by("editor"))
    assert "停车办法" in page and "correct_record" not in page
    assert "停车办法" in shelving.document(first.document_id)[1].text
    message, pane = shelving.admit(click(document_id=first.document_id))
    assert "已入库" in message and pane == "" and len(shelving.assistant.entries()) == 4
    assert "没有入库" in shelving.turn_away(click(document_id=second.document_id))[0]
    for gone in (first, second):
        assert "已不在文库中" in shelving.admit(click(document_id=gone.document_id))[0]
        assert "已不在文库中" in shelving.turn_away(click(document_id=gone.document_id))[0]
    assert "已不在文库中" in shelving.read_structure(click(document_id="waiting:../../etc"), by("editor"))
