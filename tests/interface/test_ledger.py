"""The table of decisions, the list of deadlines, the form of a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.generation.decisions.ledger import rows
from pipeline.generation.exports import LEDGER_FORMATS
from pipeline.interface import ledger
from pipeline.interface.ledger import render_due, render_editing, render_ledger, render_narrowing
from pipeline.interface.narrowed import Narrowed
from pipeline.minutes import EXAMPLE_MINUTES
from tests.interface.papers import EVIL, assert_harmless, evil_rows

EVERY = rows("d1", EXAMPLE_MINUTES)
ROWS = EVERY[:1]
TODAY = date(2021, 6, 10)
SIGNED: dict[str, Any] = {
    "lead_units": {"by": "王敏", "at": "2024-05-06T08:00:00+00:00", "action": "correct", "former": ["市城管局"]},
    "outcome": {"by": "李平", "at": "2024-05-07T08:00:00+00:00", "action": "confirm", "former": None},
}


def test_a_decision_has_its_cells_and_leads_to_its_place() -> None:
    page = render_ledger(ROWS, Narrowed(document="d1"))
    point = EXAMPLE_MINUTES.items[0].points[0]
    for said in ("一、《城区停车管理办法》", point.text, "原则通过", "市城管局", "6月底前", "2021年3月8日", "共 1 条"):
        assert said in page
    assert f"&quot;start&quot;: {point.start}" in page
    assert 'data-value="2021-06-30"' in page  # deadlines sort by date, not by wording
    assert "download/ledger.csv?document=d1" in page
    assert all(f"download/ledger.{format}?" in page for format in ("xlsx", "ics") if format in LEDGER_FORMATS)


def test_the_verdict_of_a_row_and_that_of_its_item_stand_in_columns_of_their_own() -> None:
    task, verdict = (render_ledger([row]) for row in EVERY)
    assert '<td class="outcome" data-label="结论"><i>—</i></td>' in task
    assert '<td class="ruled" data-label="本项结论">原则通过' in task
    assert '<td class="outcome" data-label="结论"><span class="badge">原则通过</span></td>' in verdict
    assert '<td class="ruled" data-label="本项结论">原则通过' in verdict
    assert "<i>见各条</i>" in render_ledger([replace(ROWS[0], item_outcome=None)])
    assert "<i>未写明</i>" in render_ledger([replace(ROWS[0], item_outcome=None, item_outcome_text=None)])


def test_a_form_asks_for_the_verdict_of_the_item_only_where_the_row_states_none() -> None:
    task, verdict = (render_editing(row) for row in EVERY)
    assert 'name="outcome"' in task and 'name="item_outcome"' in task
    assert 'name="outcome"' in verdict and 'name="item_outcome"' not in verdict


def test_a_matter_named_above_is_set_lighter() -> None:
    assert render_ledger([ROWS[0], ROWS[0], replace(ROWS[0], item="二")]).count('class="item again"') == 1


def test_many_rows_are_cut_and_counted() -> None:
    page = render_ledger(list(ROWS) * (ledger.MOST_ROWS + 1))
    assert f"共 {ledger.MOST_ROWS + 1} 条，显示前 {ledger.MOST_ROWS} 条" in page
    assert page.count("<tr") == ledger.MOST_ROWS + 1


def test_a_row_without_meeting_and_number_bears_the_name_of_its_file() -> None:
    bare = replace(ROWS[0], meeting=None, document_number=None, file="整改通报.txt")
    for page in (render_ledger([bare]), render_due([bare], Narrowed(), today=TODAY)):
        assert "整改通报" in page and "整改通报.txt" not in page


def test_the_server_orders_and_the_head_says_by_what() -> None:
    page = render_ledger(ROWS, order="-deadline")
    assert 'class="deadline" aria-sort="descending"' in page and page.count("aria-sort") == 1
    assert 'data-order="deadline"' in page and "data-sort" not in page
    assert 'name="order" value="-deadline"' in render_narrowing([], [], order="-deadline")


def test_no_rows_say_so() -> None:
    assert "没有符合条件的决定" in render_ledger([])


def test_a_signed_cell_says_who_when_and_what_it_was() -> None:
    page = render_ledger([replace(ROWS[0], confirmed=SIGNED)], may_sign=True)
    assert "牵头单位：王敏 2024年5月6日 更正（原为：市城管局）" in page and "结论：李平 2024年5月7日 确认" in page
    assert "已签认 1 条" in page and "李平 2024-05-07" in page
    assert "edit_row" in page and "confirm_row" not in page
    assert "confirm_row" in render_ledger(ROWS, may_sign=True) and "edit_row" not in render_ledger(ROWS)


def test_the_form_holds_the_cells_as_they_stand() -> None:
    form = render_editing(replace(ROWS[0], confirmed=SIGNED))
    assert 'value="市城管局"' in form and 'value="6月底前"' in form and "undo_row" in form
    assert '<option value="approved_in_principle" selected>' in form
    assert "undo_row" not in render_editing(ROWS[0])


def test_deadlines_stand_in_order_and_what_states_none_is_counted() -> None:
    among = [
        ROWS[0],
        replace(ROWS[0], deadline_date="2021-02-01"),
        replace(ROWS[0], deadline_date="2022-02"),
        replace(ROWS[0], deadline_text="尽快", deadline_date=None),
        replace(ROWS[0], deadline_text=None, deadline_date=None),
    ]
    page = render_due(among, Narrowed(), today=TODAY)
    places = [page.index(f"{name} · 1") for name in ("30 天内到期", "以后到期", "已过期", "写明了时限，推不出日期")]
    assert places == sorted(places) and "另有 1 条未写明时限" in page


def test_the_form_shows_what_holds_and_counts_it_for_a_phone() -> None:
    held = Narrowed(unit="市城管局", outcome="none", due="soon")
    form = render_narrowing([], ["市城管局"], chosen=held, view="due")
    assert '<b class="narrowed">3</b>' in form and 'value="市城管局"' in form
    assert '<option value="none" selected>' in form and 'value="due" checked' in form
    empty = render_narrowing([], [])
    assert '<b class="narrowed" hidden></b>' in empty and 'data-clear-form="1" hidden' in empty


def test_markup_of_a_document_is_text() -> None:
    signed = [replace(row, confirmed={"outcome": {**SIGNED["outcome"], "by": EVIL}}) for row in evil_rows()]
    assert_harmless(render_ledger(signed, Narrowed(words=EVIL), may_sign=True))
    assert_harmless(render_editing(signed[0]))
    assert_harmless(render_due(signed, Narrowed(), today=TODAY))
    assert_harmless(render_narrowing([], [EVIL]))
