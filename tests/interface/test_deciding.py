"""The ledger tab: conditions, sign-offs, deadlines, plots."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.accounts import Role
from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.interface.deciding import Deciding
from pipeline.interface.language import speaking
from pipeline.interface.roles import Caller


@pytest.fixture
def deciding(sample_home: Path) -> Deciding:
    return Deciding(Assistant(load_settings(home=sample_home)))


def click(**value: object) -> Any:
    return SimpleNamespace(value=value)


def by(role: Role) -> Any:
    """A request as the door lets it in."""
    return SimpleNamespace(state=SimpleNamespace(caller=Caller("王敏", role)))


def test_the_tab_opens_with_its_form_and_the_latest_meeting_first(deciding: Deciding) -> None:
    form, table = deciding.open({}, by("reader"))
    assert 'name="unit"' in form and "市财政局" in form
    assert "edit_row" not in table and "edit_row" in deciding.open({}, by("editor"))[1]
    assert table.index("2020年3月7日") < table.index("2017年5月24日")


@pytest.mark.parametrize(
    ("view", "shown"), [("table", "<table"), ("due", "class='dues'"), ("plots", 'class="plots"'), ("x", "<table")]
)
def test_the_same_decisions_in_three_ways(deciding: Deciding, view: str, shown: str) -> None:
    kept, page, editing = deciding.narrow(click(unit="市财政局", view=view), by("reader"))
    assert shown in page and editing == "" and kept["unit"] == "市财政局"
    assert "download/ledger.csv?unit=" in page


def test_an_order_holds_for_all_rows_and_through_a_sign_off(deciding: Deciding) -> None:
    kept, table, _ = deciding.narrow(click(order="deadline"), by("editor"))
    assert kept["order"] == "deadline" and 'aria-sort="ascending"' in table
    first = min(row.deadline_date for row in deciding.assistant.ledger() if row.deadline_date)
    row = next(one for one in deciding.assistant.ledger() if one.deadline_date == first)
    assert f'data-row="{row.row}"' in table.partition("</tr>")[2].partition("</tr>")[0]
    _, signed = deciding.confirm(kept, click(row=row.row), by("editor"))
    assert (
        'aria-sort="ascending"' in signed and 'name="order" value="deadline"' in deciding.reopen(kept, by("reader"))[0]
    )
    assert deciding.narrow(click(order="<script>"), by("reader"))[0]["order"] == ""


def test_an_empty_library_leads_to_where_documents_go_in(home: Path) -> None:
    form, table = Deciding(Assistant(load_settings(home=home))).open({}, by("reader"))
    assert form == "" and "文库还是空的" in table and 'data-tab="library"' in table


def test_another_language_keeps_the_conditions(deciding: Deciding) -> None:
    kept, _, _ = deciding.narrow(click(unit="市财政局", view="due"), by("reader"))
    with speaking("en"):
        form, table, editing = deciding.reopen(kept, by("reader"))
    assert 'value="市财政局"' in form and "Filters" in form and 'value="due" checked' in form
    assert "class='dues'" in table and editing == ""


def test_nothing_found_says_so(deciding: Deciding) -> None:
    for view in ("table", "due", "plots"):
        assert "没有符合条件" in deciding.narrow(click(words="火星", view=view), by("reader"))[1]
    assert 'class="note' in deciding.narrow(click(from_date="昨天"), by("reader"))[1]


def test_a_row_is_corrected_confirmed_and_taken_back(deciding: Deciding) -> None:
    row = next(one for one in deciding.assistant.ledger() if one.lead_units and one.deadline_text)
    form = deciding.edit(click(row=row.row))
    assert "、".join(row.lead_units) in form and "correct_row" in form
    as_it_is = {
        "with": row.row, "outcome": row.outcome or "", "lead_units": "、".join(row.lead_units),
        "support_units": "、".join(row.support_units), "deadline_text": row.deadline_text,
        "next_step": row.next_step or "",
    }  # fmt: skip
    deciding.correct({}, click(**as_it_is), by("editor"))
    assert not any(one.confirmed for one in deciding.assistant.ledger())
    message, table = deciding.correct({}, click(**{**as_it_is, "lead_units": "市审计局"}), by("editor"))
    assert "已保存更正" in message and "市审计局" in table and "王敏" in table and "原为" in table
    signed = next(one for one in deciding.assistant.ledger() if one.row == row.row)
    assert signed.lead_units == ("市审计局",) and set(signed.confirmed) == {"lead_units"}
    assert "undo_row" in deciding.edit(click(row=row.row))
    assert "已撤回" in deciding.undo({}, click(row=row.row), by("editor"))[0]
    assert "已确认" in deciding.confirm({}, click(row=row.row), by("editor"))[0]
    assert deciding.close() == ""


def test_a_row_or_a_value_that_is_none_says_so(deciding: Deciding) -> None:
    assert 'class="note bad"' in deciding.edit(click(row="d0:一:1"))
    assert 'class="note bad"' in deciding.confirm({}, click(row="d0:一:1"), by("editor"))[0]
    row = deciding.assistant.ledger()[0]
    message, table = deciding.correct({}, click(**{"with": row.row, "outcome": "大概通过"}), by("editor"))
    assert "没有“大概通过”这种结论" in message and not isinstance(table, str)
