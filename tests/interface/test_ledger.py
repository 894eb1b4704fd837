"""The table of decisions."""

from __future__ import annotations

from dataclasses import replace

from pipeline.generation.ledger import rows
from pipeline.interface import ledger
from pipeline.interface.ledger import render_ledger
from pipeline.minutes import EXAMPLE_MINUTES
from tests.interface.papers import assert_harmless, evil_rows

ROWS = rows("d1", EXAMPLE_MINUTES)


def test_a_decision_has_its_cells_and_leads_to_its_place() -> None:
    page = render_ledger(ROWS, filters={"document": "d1", "unit": ""})
    point = EXAMPLE_MINUTES.items[0].points[0]
    for said in ("一、《城区停车管理办法》", point.text, "原则通过", "市城管局", "6月底前", "2021年3月8日", "共 1 条"):
        assert said in page
    assert f"&quot;start&quot;: {point.start}" in page
    assert 'data-value="2021-06-30"' in page  # deadlines sort by date, not by wording
    assert "download/ledger.csv?document=d1" in page


def test_an_outcome_that_is_not_stated_says_so() -> None:
    assert "<i>未写明</i>" in render_ledger([replace(ROWS[0], outcome=None)])


def test_a_matter_named_above_is_set_lighter() -> None:
    assert render_ledger([ROWS[0], ROWS[0], replace(ROWS[0], item="二")]).count('class="item again"') == 1


def test_many_rows_are_cut_and_counted() -> None:
    page = render_ledger(list(ROWS) * (ledger.MOST_ROWS + 1))
    assert f"共 {ledger.MOST_ROWS + 1} 条，显示前 {ledger.MOST_ROWS} 条" in page
    assert page.count("<tr>") == ledger.MOST_ROWS + 1


def test_no_rows_say_so() -> None:
    assert "没有符合条件的决定" in render_ledger([])


def test_markup_of_a_document_is_text() -> None:
    assert_harmless(render_ledger(evil_rows()))
