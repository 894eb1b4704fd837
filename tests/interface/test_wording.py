"""The words of the screen."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from pipeline.errors import EmptyQuestion, FileTooLarge, JiyaoError, LibraryBusy, LibraryEmpty, MissingFile
from pipeline.interface.wording import (
    attribute,
    escape,
    filters_in_words,
    named_apart,
    note,
    plain,
    stamp,
    without_paths,
)
from tests.interface.papers import EVIL


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param("无法读取 /srv/jiyao/uploads/纪要.txt：损坏", "无法读取 纪要.txt：损坏", id="in a sentence"),
        pytest.param("/home/office/.jiyao 中还没有文件", ".jiyao 中还没有文件", id="at the start"),
        pytest.param(r"找不到 C:\office\home\a.txt。", "找不到 a.txt。", id="windows"),
        pytest.param("2020/3/7 与 7860/8080 不是路径", "2020/3/7 与 7860/8080 不是路径", id="slashes in figures"),
        pytest.param("见 https://example.org/a", "见 https://example.org/a", id="an address is no path"),
    ],
)
def test_paths_of_the_server_are_cut(said: str, shown: str) -> None:
    assert without_paths(said) == shown


@pytest.mark.parametrize(
    "error",
    [
        EmptyQuestion(),
        LibraryEmpty("/srv/secret/home"),
        LibraryBusy("/srv/secret/home"),
        MissingFile("/srv/secret/home/a.txt"),
        FileTooLarge("a.txt", 9_000_000, 1_000_000),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_on_the_screen_names_no_command_and_no_folder(error: JiyaoError) -> None:
    said = plain(error)
    assert said.endswith("。") and "secret" not in said and "jiyao ask" not in said and "jiyao ingest" not in said


def test_escaping_holds_in_text_and_in_attributes() -> None:
    assert "<" not in escape(EVIL) and '"' not in escape(EVIL) and "'" not in escape(EVIL)
    assert '"' not in attribute({"text": EVIL}) and "<" not in attribute({"text": EVIL})


def test_a_stamp_falls_back_to_the_file() -> None:
    assert stamp({"document_number": None, "meeting": None, "date": None, "file": "通报.txt"}) == "通报"
    assert stamp({"document_number": "甲政纪〔2021〕1号", "meeting": "县政府第1次常务会议", "date": "2021-03"}) == (
        "甲政纪〔2021〕1号 · 县政府第1次常务会议 · 2021年3月"
    )


def test_filters_are_named_in_words() -> None:
    assert filters_in_words({"from": "2020", "meeting": 4}) == "起：2020；会议次数：4"
    # 问题自己说出的范围也用中文
    assert filters_in_words({"body": "甲市", "chair": "林安", "date": "2021"}) == "机关：甲市；主持人：林安；日期：2021"


@pytest.mark.parametrize(
    ("number", "body", "told"),
    [
        ("甲政纪〔2021〕3号", "甲市人民政府", "甲政纪〔2021〕3号"),
        ("第10期", "甲市人民政府", "甲市人民政府，第10期"),
        (None, "甲市人民政府", "甲市人民政府，2021年3月8日"),
        (None, None, "2021年3月8日"),
        ("第10期", "中共常务镇委员会", "第10期"),
    ],
)
def test_a_document_in_a_list_is_told_from_others(number: str | None, body: str | None, told: str) -> None:
    paper = SimpleNamespace(
        name="常务会议纪要", document_number=number, issuing_body=body, date="2021-03-08", file="1.txt"
    )
    assert named_apart(paper) == f"常务会议纪要（{told}）"


def test_a_note_says_nothing_when_there_is_nothing_to_say() -> None:
    assert note("") == ""
    assert 'role="alert"' in note("坏了", tone="bad")
