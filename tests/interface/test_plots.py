"""Plots as bars that narrow the ledger."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from pipeline.generation.decisions.ledger import rows
from pipeline.interface import plots
from pipeline.interface.narrowed import Narrowed
from pipeline.interface.plots import render_plots
from pipeline.minutes import EXAMPLE_MINUTES
from tests.interface.papers import EVIL, assert_harmless, evil_rows

ROW, VERDICT = rows("d1", EXAMPLE_MINUTES)
TODAY = date(2021, 4, 1)


def values(page: str) -> list[dict[str, object]]:
    return [json.loads(unescape(found)) for found in re.findall(r'data-value="([^"]*)"', page)]


def test_counts_are_said_and_a_click_narrows_further() -> None:
    among = [
        replace(ROW, lead_units=("市财政局",)),
        VERDICT,
        ROW,
        replace(ROW, lead_units=("市财政局",), item="二", item_outcome=None),
    ]
    page = render_plots(among, Narrowed(due="stated"), today=TODAY)
    assert "市财政局：2" in page and "市城管局：1" in page and "原则通过：1" in page and "未写明：1" in page
    first = values(page)[0]
    assert first["unit"] == "市财政局" and first["due"] == "stated" and first["set"] == {"unit": "市财政局"}


def test_only_deadlines_from_today_on_are_ahead() -> None:
    among = [ROW, replace(ROW, deadline_date="2021-02-01")]
    page = render_plots(among, Narrowed(), today=TODAY)
    assert page.count("column ahead") == 3  # April, May, June
    assert "2021年2月：1" in page and "2021年6月：1" in page


@pytest.mark.parametrize(
    ("dates", "columns"),
    [(("2021-01-04", "2021-03-01"), 3), (("2010-01-01", "2021-03-01"), 12), (("2020", "2021-03-01"), 2), ((None,), 0)],
    ids=["months", "too many months", "a year alone", "no date"],
)
def test_time_goes_by_months_or_by_years(dates: tuple[str | None, ...], columns: int) -> None:
    page = render_plots([replace(ROW, date=one, deadline_date=None) for one in dates], Narrowed(), today=TODAY)
    assert page.count('<span class="tick">') == columns


def test_more_units_than_bars_are_counted() -> None:
    among = [replace(ROW, lead_units=(f"第{number}局",)) for number in range(plots.MOST_BARS + 3)]
    assert "另有 3 个单位" in render_plots(among, Narrowed(), today=TODAY)


def test_markup_is_text() -> None:
    among = [replace(row, lead_units=(EVIL,)) for row in evil_rows()]
    assert_harmless(render_plots(among, Narrowed(words=EVIL), today=TODAY))
