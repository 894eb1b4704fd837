"""Plots as inline SVG: bars with intervals, one line each, and the strip of gains and losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

WIDTH, LEFT, RIGHT, LINE = 760, 210, 190, 24
"""Pixels: the whole plot, the names at its left, the figures at its right, and one line."""


def bars(rows: Sequence[tuple[str, Mapping[str, float] | None]], *, title: str) -> str:
    """Return a plot of shares: a bar for each value, a line for its interval, the figure with n beside it.

    Args:
        rows: name and figure (`value`, `low`, `high`, `n`) of each line, from the top; those without one are left out.
        title: what is shown, for those who do not see it.

    >>> bars([("甲", {"value": 0.5, "low": 0.4, "high": 0.6, "n": 9})], title="正确率").count("<rect")
    2
    """
    shown = [(name, figure) for name, figure in rows if figure is not None]
    if not shown:
        return ""
    span, height = WIDTH - LEFT - RIGHT, LINE * len(shown) + 18
    parts = [_grid(span, height)]
    for place, (name, figure) in enumerate(shown):
        top = place * LINE + 4
        parts.append(_line(name, figure, top=top, span=span))
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def differences(rows: Sequence[tuple[str, Mapping[str, float] | None]], *, title: str) -> str:
    """Return a plot of differences of shares around nothing: a dot for each value, a line for its interval."""
    shown = [(name, figure) for name, figure in rows if figure is not None]
    if not shown:
        return ""
    most = max(0.05, *(max(abs(figure["low"]), abs(figure["high"])) for _, figure in shown))
    half, height = (WIDTH - LEFT - RIGHT) / 2, LINE * len(shown) + 6
    middle = LEFT + half
    parts = [f'<line class="zero" x1="{middle}" x2="{middle}" y1="0" y2="{height}"/>']
    for place, (name, figure) in enumerate(shown):
        center = place * LINE + 14
        low, value, high = (middle + figure[key] / most * half for key in ("low", "value", "high"))
        told = f"{figure['value'] * 100:+.1f} [{figure['low'] * 100:+.1f}, {figure['high'] * 100:+.1f}]"
        parts.append(f'<text x="{LEFT - 8}" y="{center + 4}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<line class="span" x1="{low:.1f}" x2="{high:.1f}" y1="{center}" y2="{center}"/>')
        parts.append(f'<circle cx="{value:.1f}" cy="{center}" r="4"/>')
        parts.append(f'<text class="n" x="{WIDTH - RIGHT + 8}" y="{center + 4}">{told}</text>')
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def _grid(span: int, height: int) -> str:
    """Return the lines at every quarter with their per cents below."""
    parts = []
    for quarter in range(5):
        x = LEFT + span * quarter / 4
        parts.append(f'<line class="grid" x1="{x}" x2="{x}" y1="0" y2="{height - 16}"/>')
        parts.append(f'<text class="axis" x="{x}" y="{height - 3}" text-anchor="middle">{quarter * 25}</text>')
    return "".join(parts)


def _line(name: str, figure: Mapping[str, float], *, top: int, span: int) -> str:
    """Return one line: name, bar, interval, figure."""
    low, value, high = (min(max(figure[key], 0.0), 1.0) * span for key in ("low", "value", "high"))
    told = f"{figure['value'] * 100:.1f} [{figure['low'] * 100:.1f}–{figure['high'] * 100:.1f}] n={figure['n']}"
    return (
        f'<text x="{LEFT - 8}" y="{top + 14}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="full" x="{LEFT}" y="{top + 3}" width="{span}" height="14"/>'
        f'<rect class="bar" x="{LEFT}" y="{top + 3}" width="{value:.1f}" height="14"/>'
        f'<line class="span" x1="{LEFT + low:.1f}" x2="{LEFT + high:.1f}" y1="{top + 10}" y2="{top + 10}"/>'
        f'<text class="n" x="{WIDTH - RIGHT + 8}" y="{top + 14}">{told}</text>'
    )
