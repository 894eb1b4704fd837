"""The sources of an answer as HTML and as text."""

from __future__ import annotations

import html
import re

import pytest

from pipeline.interface.sources import SOURCES_SHOWN, chips, copy_text, render_sources, shortened
from tests.interface.papers import EVIL, answer, assert_harmless, citation


def test_each_number_opens_its_own_quote() -> None:
    told = answer()
    for index, statement in enumerate(told["statements"]):
        value = html.unescape(re.findall(r'data-value="([^"]*)"', chips(told, statement))[0])
        assert f'"start": {told["citations"][index]["start"]},' in value and f'"number": {index + 1}' in value


def test_a_stamp_and_a_heading_stand_once_over_their_sources() -> None:
    page = render_sources(answer())
    assert page.count('class="source"') == 2 and page.count('class="group"') == 1
    assert page.count('class="where"') == 1 and "一、《城区停车管理办法》" in page


@pytest.mark.parametrize(("many", "folded"), [(SOURCES_SHOWN, 0), (SOURCES_SHOWN + 1, 0), (SOURCES_SHOWN + 2, 2)])
def test_sources_beyond_the_first_are_folded_but_never_a_single_one(many: int, folded: int) -> None:
    page = render_sources(answer(citations=[citation(start, start + 3) for start in range(many)]))
    assert page.count('class="source"') == many
    assert (f"其余 {folded} 处来源" in page) == bool(folded)


def test_documents_are_told_apart() -> None:
    mixed = [citation(start, start + 3, document_id="d1" if start < 2 else "d2") for start in range(4)]
    assert render_sources(answer(citations=mixed)).count('class="group"') == 2


def test_a_page_is_named_where_there_is_one() -> None:
    assert "第 3 页" in render_sources(answer(citations=[citation(0, 4, page=3)]))
    assert render_sources(answer(citations=[])) == ""


def test_the_copy_has_every_statement_and_every_citation() -> None:
    copied = copy_text(answer())
    assert copied.startswith(
        "《城区停车管理办法》：原则通过[1]\n由市城管局牵头，6月底前完成。[2]\n\n[1] 市政府第1次常务会议"
    )
    assert copied.endswith("“由市城管局牵头，6月底前完成。”")


def test_the_copy_leaves_out_what_was_not_proven() -> None:
    loose = {"text": "全市推广。", "citations": [], "check": "flagged", "problems": []}
    told = answer(mode="model", model="某模型", statements=[*answer()["statements"], loose])
    assert "全市推广" not in copy_text(told)


def test_a_long_quote_is_cut_on_one_line() -> None:
    assert shortened("一\n 二") == "一 二"
    assert len(shortened("字" * 500)) < 100


def test_markup_is_text() -> None:
    cited = citation(0, 9, quote=EVIL, item_title=EVIL, meeting=EVIL, document_number=EVIL, file=EVIL)
    assert_harmless(render_sources(answer(citations=[cited])))
