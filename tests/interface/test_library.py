"""The list of documents, the field for files, the bin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface import library
from pipeline.interface.library import render_bin, render_library, render_removed, render_tools, render_upload
from pipeline.retrieval.bin import Removed
from tests.interface.papers import EVIL, assert_harmless

REMOVED = Removed(
    document_id="d1", file="a.txt", name="第4次纪要", document_number=None, date=None, source="/a.txt", sha256="1",
    by="王敏", at="2024-05-06T08:00:00+00:00",
)  # fmt: skip


def test_the_samples_are_listed_newest_first_with_their_facts(sample_home: Path) -> None:
    entries = Assistant(load_settings(home=sample_home)).entries()
    page = render_library(entries, doubts={entries[0].document_id: 2})
    assert page.index("第50次") < page.index("第4次")
    assert "昆政纪〔2017〕4号" in page and "2017年5月24日" in page and 'data-value="12"' in page
    assert "2 处请核对" in page and str(sample_home) not in page
    assert page.count('data-send="discard_document"') == 3
    assert "discard_document" not in render_library(entries, may_remove=False)


def test_an_empty_library_says_so() -> None:
    assert "文库还是空的" in render_tools(documents=0) and render_library([]) == ""
    assert "没有符合条件的文件" in render_library([], total=3)


def test_a_large_library_is_cut_and_says_so(sample_home: Path) -> None:
    entry = Assistant(load_settings(home=sample_home)).entries()[0]
    page = render_library([entry] * (library.MOST_ROWS + 1))
    assert page.count("<tr data-document") == library.MOST_ROWS and f"显示前 {library.MOST_ROWS} 份" in page


def test_the_bounds_of_an_upload_are_said() -> None:
    page = render_upload(kinds={".txt", ".html"}, max_bytes=50_000_000, max_files=50)
    assert "可读 文本 .txt .md，网页 .html；每份不超过 50 MB，一次不超过 50 份" in page
    assert 'data-max-bytes="50000000"' in page and "webkitdirectory" in page and "先核对结构" in page


def test_the_bin_says_who_until_when_and_the_way_back() -> None:
    page = render_bin([REMOVED], may_restore=True)
    assert "2024年5月6日 王敏 移除，保留到 2024年6月5日" in page and "restore_document" in page
    assert render_bin([REMOVED], may_restore=False) == render_bin([], may_restore=True) == ""
    assert "restore_document" in render_removed("第4次纪要", "d1")


def test_markup_in_names_is_text(sample_home: Path) -> None:
    entry = Assistant(load_settings(home=sample_home)).entries()[0]
    assert_harmless(render_library([replace(entry, name=EVIL, document_number=EVIL, document_id=EVIL)]))
    assert_harmless(render_bin([replace(REMOVED, name=EVIL, by=EVIL)], may_restore=True))
    assert_harmless(render_removed(EVIL, EVIL))
