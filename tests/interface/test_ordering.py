"""The orders of the ledger."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.interface.ordering import ORDERS, by_sound, ordered
from tests.interface.papers import evil_rows
from tests.interface.test_ledger import ROWS, SIGNED

ROW = ROWS[0]
DUE = (
    replace(ROW, row="soon", deadline_text="尽快", deadline_date=None, date="2021-04-01"),
    replace(ROW, row="none", deadline_text=None, deadline_date=None, date="2021-05-01"),
    replace(ROW, row="june", deadline_text="6月底前", deadline_date="2021-06-30", date="2021-01-01"),
    replace(ROW, row="may", deadline_text="5月", deadline_date="2021-05", date="2021-02-01"),
)


@pytest.mark.parametrize(
    ("order", "rows"),
    [
        ("deadline", ["may", "june", "soon", "none"]),
        ("-deadline", ["june", "may", "soon", "none"]),
        ("meeting", ["june", "may", "soon", "none"]),
        ("", ["none", "soon", "may", "june"]),
        ("no such column", ["none", "soon", "may", "june"]),
    ],
)
def test_what_is_not_stated_stands_at_the_end_either_way(order: str, rows: list[str]) -> None:
    assert [row.row for row in ordered(DUE, order)] == rows


def test_names_stand_by_their_sound_and_numbers_by_their_size() -> None:
    units = [replace(ROW, lead_units=(name,)) for name in ("市住建局", "市财政局", "市审计局")]
    assert [row.lead_units[0] for row in ordered(units, "units")] == ["市财政局", "市审计局", "市住建局"]
    assert by_sound("第2项") < by_sound("第10项") and by_sound("𠮷") and by_sound("\ud800")


def test_every_column_orders_any_row() -> None:
    among = [*DUE, *evil_rows(), replace(ROW, confirmed=SIGNED), replace(ROW, outcome=None, lead_units=())]
    for column in ORDERS:
        assert len(ordered(among, column)) == len(ordered(among, f"-{column}")) == len(among)
    assert ordered(among, "sign")[0].confirmed and ordered(among, "-outcome")[-1].outcome is None
