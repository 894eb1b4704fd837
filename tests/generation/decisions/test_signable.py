"""The cells that a person may sign: their names, values as people write them, and which two are one."""

from __future__ import annotations

import pytest

from pipeline.errors import BadRequest
from pipeline.generation.decisions.ledger import rows
from pipeline.generation.decisions.signable import FIELDS, cell_of, read_field, read_value, spreading
from pipeline.generation.decisions.signing import correcting, overlay
from pipeline.retrieval.signoffs import Value
from tests.generation.papers import minutes


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("lead_units", "市财政局、 市发改委，市财政局", ("市财政局", "市发改委")),
        ("support_units", "未载明", ()),
        ("outcome", "原则同意", "agreed_in_principle"),
        ("outcome", "rejected", "rejected"),
        ("outcome", "", None),
        ("item_outcome", "暂缓", "deferred"),
        ("deadline_date", "2020-06", "2020-06"),
        ("next_step", " 报市委常委会 ", "报市委常委会"),
    ],
)
def test_values_as_people_write_them(field: str, text: str, value: Value) -> None:
    assert read_value(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("结论", "大概同意", "没有“大概同意”这种结论。可选：原则通过"),
        ("时限日期", "六月底", "时限日期“六月底”无效。应写作 2020-06-30"),
        ("内容", "改写", "台账没有可签认的“内容”一栏。可选：结论、本项结论、牵头单位"),
    ],
)
def test_what_is_no_value_is_refused_with_what_is_legal(field: str, text: str, said: str) -> None:
    with pytest.raises(BadRequest, match=said):
        read_value(read_field(field), text)


def test_where_a_row_states_its_verdict_the_two_are_one_cell() -> None:
    task, verdict = (row for row in rows("d1", minutes()) if row.row in ("d1:一:1", "d1:一:verdict"))
    assert [cell_of(task, name) for name in ("outcome", "item_outcome")] == ["outcome", "item_outcome"]
    assert [cell_of(verdict, name) for name in ("outcome", "item_outcome")] == ["outcome", "outcome"]
    assert (spreading(task, ["outcome"]), spreading(verdict, ["outcome"])) == (set(), {"item_outcome"})
    assert spreading(task, FIELDS) == {"item_outcome", "next_step"}
    [unsaid] = overlay([verdict], correcting(verdict, {"item_outcome": None}, by="李敏", at="2021-03-09")).rows
    assert (unsaid.outcome, unsaid.item_outcome, cell_of(unsaid, "item_outcome")) == (None, None, "outcome")
