"""Plots where people would rather look than read: bars of our own HTML, each a button that narrows the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from pipeline.interface.language import say
from pipeline.interface.narrowed import Narrowed
from pipeline.interface.wording import OUTCOMES, attribute, day, escape

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow

MOST_BARS = 12
_MOST_COLUMNS = 36
"""Months shown one by one; a longer stretch is shown by years."""


def render_plots(rows: Sequence[LedgerRow], narrowed: Narrowed, *, today: date) -> str:
    """Return the plots of decisions: by unit, by verdict, by month, and the deadlines.

    Args:
        rows: the decisions that are looked at.
        narrowed: the conditions that they met; a click adds one.
        today: from which day on a deadline is ahead.
    """
    units = Counter(unit for row in rows for unit in row.lead_units)
    ruled = sorted(rows, key=lambda row: row.item_outcome is not None)  # the last of an item stands for it
    by_item = {(row.document_id, row.item, row.item_title): row for row in ruled}
    outcomes = Counter(row.item_outcome or "none" for row in by_item.values())
    named = {"none": say("未写明"), **{name: say(words) for name, words in OUTCOMES.items()}}
    return (
        '<div class="plots">'
        + _plot(
            say("牵头最多的单位"),
            _bars([(unit, unit, count) for unit, count in units.most_common(MOST_BARS)], "unit", narrowed),
            say("另有 {n} 个单位", n=len(units) - MOST_BARS) if len(units) > MOST_BARS else "",
        )
        + _plot(
            say("结论（按事项）"),
            _bars([(name, named[name], count) for name, count in outcomes.most_common()], "outcome", narrowed),
        )
        + _plot(
            say("决定（按会议日期）"),
            _columns(Counter(row.date for row in rows if row.date and row.date[0] != "-"), narrowed),
            _without(rows, lambda row: row.date, say("{n} 条没有会议日期")),
        )
        + _plot(
            say("时限（按到期日）"),
            _columns(Counter(row.deadline_date for row in rows if row.deadline_date), narrowed, today=today),
            _without(rows, lambda row: row.deadline_date, say("{n} 条未写明时限或推不出日期")),
        )
        + "</div>"
    )


def _without(rows: Sequence[LedgerRow], value: Any, words: str) -> str:
    missing = sum(1 for row in rows if not value(row))
    return words.format(n=missing) if missing else ""


def _plot(title: str, body: str, aside: str = "") -> str:
    """Return one plot with its title; nothing to show says so."""
    shown = body or f'<p class="aside">{say("没有数据")}</p>'
    said = f'<p class="aside">{escape(aside)}</p>' if aside else ""
    return f'<section class="plot"><h3>{escape(title)}</h3>{shown}{said}</section>'


def _bars(counted: Sequence[tuple[str, str, int]], name: str, narrowed: Narrowed) -> str:
    """Return counts as bars beneath each other."""
    most = max((count for _, _, count in counted), default=1)
    return _listed(
        "bars",
        [
            f'<button type="button" {_narrowing(narrowed, {name: value})} aria-label="{escape(words)}：{count}">'
            f'<span class="name">{escape(words)}</span><span class="track">'
            f'<span class="bar" style="width:{max(1, round(100 * count / most))}%"></span></span>'
            f'<span class="value">{count:,}</span></button>'
            for value, words, count in counted
        ],
    )


def _columns(counted: Mapping[str | None, int], narrowed: Narrowed, *, today: date | None = None) -> str:
    """Return counts of dates as columns, by month, or by year where the months are too many."""
    months = Counter[str]()
    for stated, count in counted.items():
        months[(stated or "")[:7]] += count
    by_year = any(len(month) < 7 for month in months) or len(_stretch(months)) > _MOST_COLUMNS
    if by_year:
        years = Counter[str]()
        for month, count in months.items():
            years[month[:4]] += count
        months = years
    stretch = _stretch(months)
    most = max(months.values(), default=1)
    columns = []
    for place, period in enumerate(stretch):
        count = months.get(period, 0)
        ahead = today is not None and f"{period}~" >= today.isoformat()
        shown = place % max(1, -(-len(stretch) // 9)) == 0
        condition = {} if today else {"from_date": period, "to_date": period}
        tag, extra = (
            ("button", f'type="button" {_narrowing(narrowed, condition)}') if not today else ("span", 'role="img"')
        )
        columns.append(
            f'<{tag} {extra} class="column{" ahead" if ahead else ""}" aria-label="{day(period)}：{count}" '
            f'title="{day(period)}：{count}"><span class="value">{count or ""}</span>'
            f'<span class="bar" style="height:{round(100 * count / most)}%"></span></{tag}>'
            f'<span class="tick">{_tick(period) if shown else ""}</span>'
        )
    return _listed("columns", columns)


def _stretch(periods: Mapping[str, int]) -> list[str]:
    """Return every month, or year, from the first to the last.

    >>> _stretch({"2020-11": 1, "2021-01": 1}), _stretch({"2019": 1, "2021": 2})
    (['2020-11', '2020-12', '2021-01'], ['2019', '2020', '2021'])
    """
    if not periods:
        return []
    first, last = min(periods), max(periods)
    if len(first) < 7 or len(last) < 7:
        return [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)]
    start, end = (int(one[:4]) * 12 + int(one[5:7]) - 1 for one in (first, last))
    return [f"{month // 12}-{month % 12 + 1:02d}" for month in range(start, end + 1)]


def _tick(period: str) -> str:
    """Return how a month or a year is written under its column."""
    return period if len(period) < 7 else f"{period[2:4]}/{int(period[5:7])}"


def _narrowing(narrowed: Narrowed, condition: Mapping[str, str]) -> str:
    """Return the attributes of a button that adds a condition and shows the table."""
    value = {**replace(narrowed, **condition).given, "view": "table", "set": dict(condition)}
    return f'data-send="list_decisions" data-value="{attribute(value)}"'


def _listed(name: str, entries: Sequence[str]) -> str:
    return f'<ol class="{name}">{"".join(f"<li>{entry}</li>" for entry in entries)}</ol>' if entries else ""
