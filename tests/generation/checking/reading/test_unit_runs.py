"""Tests of where a text seems to name a unit."""

from __future__ import annotations

from pipeline.generation.checking.reading.unit_runs import units


def test_a_street_is_no_unit() -> None:
    assert units("学院路的车位由甲学院管") == ["甲学院"]
