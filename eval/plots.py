"""Plots as HTML that fits any width: bars with intervals, and differences around nothing, one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

Rows = Sequence[tuple[str, Mapping[str, float] | None]]
"""Name and figure (`value`, `low`, `high`, `n`) of each line, from the top; those without a figure are left out."""
HEIGHT = 14
"""Units of the height of a bar; its width has 100, whatever the screen's is."""


def bars(rows: Rows, *, title: str) -> str:
    """Return a plot of shares: a bar for each value, a line for its interval, the figure with n beside it.

    >>> bars([("甲", {"value": 0.5, "low": 0.4, "high": 0.6, "n": 9})], title="正确率").count("<rect")
    2
    """
    lines = []
    for name, figure in rows:
        if figure is not None:
            low, value, high = (min(max(figure[key], 0.0), 1.0) * 100 for key in ("low", "value", "high"))
            drawn = (
                f'<rect class="full" width="100" height="{HEIGHT}"/>'
                f'<rect class="bar" width="{value:.2f}" height="{HEIGHT}"/>{_interval(low, high)}'
            )
            lines.append(_line(name, drawn, f"{figure['value'] * 100:.1f}", _span(figure, "{:.1f}"), figure["n"]))
    return _plot(lines, title)


def differences(rows: Rows, *, title: str) -> str:
    """Return a plot of differences of shares around nothing: a bar to its side, a line for its interval."""
    shown = [figure for _, figure in rows if figure is not None]
    most = max([0.05, *(max(abs(figure["low"]), abs(figure["high"])) for figure in shown)])
    lines = []
    for name, figure in rows:
        if figure is not None:
            low, value, high = (50 + figure[key] / most * 50 for key in ("low", "value", "high"))
            side = "better" if figure["low"] > 0 else "worse" if figure["high"] < 0 else "even"
            drawn = (
                f'<rect class="full" width="100" height="{HEIGHT}"/>'
                f'<rect class="bar {side}" x="{min(value, 50):.2f}" width="{abs(value - 50):.2f}" height="{HEIGHT}"/>'
                f'<line class="zero" x1="50" x2="50" y1="0" y2="{HEIGHT}"/>{_interval(low, high)}'
            )
            lines.append(_line(name, drawn, f"{figure['value'] * 100:+.1f}", _span(figure, "{:+.1f}"), figure["n"]))
    return _plot(lines, title)


def _plot(lines: Sequence[str], title: str) -> str:
    """Return the lines as one plot, nothing where there is none."""
    return f'<div class="plot" role="group" aria-label="{escape(title)}">{"".join(lines)}</div>' if lines else ""


def _line(name: str, drawn: str, value: str, span: str, n: float) -> str:
    """Return one line: name, drawing, figure."""
    return (
        f'<div class="line"><span class="name">{escape(name)}</span>'
        f'<svg viewBox="0 0 100 {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
        f'<span class="figure"><b>{value}</b> <small>{span} n={n}</small></span></div>'
    )


def _interval(low: float, high: float) -> str:
    """Return the line of an interval."""
    middle = HEIGHT / 2
    return f'<line class="span" x1="{low:.2f}" x2="{high:.2f}" y1="{middle}" y2="{middle}"/>'


def _span(figure: Mapping[str, float], form: str) -> str:
    """Return the interval of a figure in words."""
    return f"[{form.format(figure['low'] * 100)}, {form.format(figure['high'] * 100)}]"
