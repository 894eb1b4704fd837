"""The plots hold every figure that there is, within their frame, and take no markup from a name."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from eval.plots import LEFT, RIGHT, WIDTH, bars, differences

SHARE = {"value": 0.5, "low": 0.25, "high": 0.75, "n": 8}


def test_a_bar_is_as_long_as_its_value() -> None:
    svg = bars([("甲", SHARE), ("乙", None)], title="正确率")
    span = WIDTH - LEFT - RIGHT
    assert f'class="bar" x="{LEFT}" y="7" width="{span / 2:.1f}"' in svg
    assert f'x1="{LEFT + span / 4:.1f}" x2="{LEFT + span * 3 / 4:.1f}"' in svg
    assert "50.0 [25.0–75.0] n=8" in svg
    assert "乙" not in svg


def test_a_difference_stands_on_its_side_of_nothing() -> None:
    change = {"value": -0.1, "low": -0.2, "high": 0.0, "n": 8}
    svg = differences([("甲", change)], title="差")
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    (center,) = re.findall(r'cx="([\d.]+)"', svg)
    assert float(center) < middle
    assert f'x1="{LEFT:.1f}" x2="{middle:.1f}"' in svg  # the widest interval fills its half
    assert "-10.0 [-20.0, +0.0]" in svg


@pytest.mark.parametrize("draw", [bars, differences])
def test_names_are_escaped_and_nothing_is_no_plot(draw: Callable[..., str]) -> None:
    svg = draw([("<b>", SHARE)], title='"&')
    assert "&lt;b&gt;" in svg
    assert "<b>" not in svg
    assert draw([("甲", None)], title="空") == ""
