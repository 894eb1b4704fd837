"""The plots hold every figure that there is, within their frame, and take no markup from a name."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from eval.plots import bars, differences

SHARE = {"value": 0.5, "low": 0.25, "high": 0.75, "n": 8}


def test_a_bar_is_as_long_as_its_value() -> None:
    plot = bars([("甲", SHARE), ("乙", None)], title="正确率")
    assert 'class="bar" width="50.00"' in plot
    assert 'x1="25.00" x2="75.00"' in plot
    assert "<b>50.0</b> <small>[25.0, 75.0] n=8</small>" in plot
    assert "乙" not in plot


@pytest.mark.parametrize(
    ("change", "side", "bar"),
    [
        pytest.param({"value": -0.1, "low": -0.2, "high": -0.05}, "worse", (25.0, 25.0), id="worse"),
        pytest.param({"value": 0.1, "low": 0.05, "high": 0.2}, "better", (50.0, 25.0), id="better"),
        pytest.param({"value": -0.1, "low": -0.2, "high": 0.0}, "even", (25.0, 25.0), id="may be chance"),
    ],
)
def test_a_difference_stands_on_its_side_of_nothing(
    change: dict[str, float], side: str, bar: tuple[float, float]
) -> None:
    plot = differences([("甲", change | {"n": 8})], title="差")
    ((found, x, width),) = re.findall(r'class="bar (\w+)" x="([\d.]+)" width="([\d.]+)"', plot)
    assert (found, float(x), float(width)) == (side, *bar)
    assert f"<b>{change['value'] * 100:+.1f}</b>" in plot


def test_the_widest_interval_fills_its_half() -> None:
    plot = differences([("甲", {"value": 0.1, "low": 0.0, "high": 0.4, "n": 3})], title="差")
    assert 'x1="50.00" x2="100.00"' in plot


@pytest.mark.parametrize("draw", [bars, differences])
def test_names_are_escaped_and_nothing_is_no_plot(draw: Callable[..., str]) -> None:
    plot = draw([("<b>", SHARE)], title='"&')
    assert '<span class="name">&lt;b&gt;</span>' in plot
    assert 'aria-label="&quot;&amp;"' in plot
    assert draw([("甲", None)], title="空") == ""
