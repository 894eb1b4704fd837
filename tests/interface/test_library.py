"""The list of documents and the field for files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface import library
from pipeline.interface.library import render_library, render_top, render_upload
from tests.interface.papers import EVIL, assert_harmless


def test_the_samples_are_listed_newest_first_with_their_facts(sample_home: Path) -> None:
    page = render_library(Assistant(load_settings(home=sample_home)).entries())
    assert page.index("第50次") < page.index("第4次")
    assert "昆政纪〔2017〕4号" in page and "2017年5月24日" in page and "12 项" in page
    assert str(sample_home) not in page and page.count('data-event="discard_document"') == 3


def test_an_empty_library_says_so() -> None:
    assert "文库还是空的" in render_library([])


def test_a_large_library_is_cut_and_says_so(sample_home: Path) -> None:
    entry = Assistant(load_settings(home=sample_home)).entries()[0]
    page = render_library([entry] * (library.MOST_ROWS + 1))
    assert page.count("<li") == library.MOST_ROWS and "共 501 份" in page


def test_markup_in_names_is_text(sample_home: Path) -> None:
    entry = Assistant(load_settings(home=sample_home)).entries()[0]
    assert_harmless(render_library([replace(entry, name=EVIL, document_number=EVIL, document_id=EVIL)]))
    assert_harmless(render_top(documents=1, mode=EVIL, account=EVIL))


def test_the_bounds_of_an_upload_are_said() -> None:
    page = render_upload(kinds={".txt", ".html"}, max_bytes=50_000_000, max_files=50)
    assert "可读 .html .txt；每份不超过 50 MB，一次不超过 50 份" in page
    assert 'data-max-bytes="50000000"' in page


def test_the_way_out_is_shown_only_to_who_is_signed_in() -> None:
    assert "退出" not in render_top(documents=3, mode="摘录模式")
    assert "退出" in render_top(documents=3, mode="摘录模式", account="王丽")
