"""Rows of the ledger are chosen by unit, verdict, date, deadline and words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.generation.decisions.ledger import rows
from pipeline.generation.decisions.selecting import select
from pipeline.minutes import EXAMPLE_MINUTES


def test_every_condition_narrows() -> None:
    row, verdict = rows("d0", EXAMPLE_MINUTES)
    assert select([row], unit="城管局") == [row]
    assert select([row], unit="城管局", lead_only=True) == [row]
    assert select([row], unit="市教育局") == []
    assert select([row], outcome="approved_in_principle") == [row]
    assert row.outcome is None, "a task is found by the verdict on its matter"
    assert select([row, verdict], outcome="approved_in_principle") == [row, verdict]
    assert select([row], outcome="rejected") == []
    assert select([row], due_by="2021-06-30") == [row]
    assert select([row], due_by="2021-06-29") == []
    assert select([row], deadline=False) == []
    assert select([row], containing=row.text[:4]) == [row]
    assert select([row], containing="没有的字") == []


@pytest.mark.parametrize(
    ("first", "last", "kept"), [("2022", None, False), (None, "2020", False), ("2021", "2021", True)]
)
def test_days_of_the_meeting_narrow_as_far_as_they_go(first: str | None, last: str | None, kept: bool) -> None:
    own = [replace(row, date="2021-03") for row in rows("d0", EXAMPLE_MINUTES)]
    assert bool(select(own, from_date=first, to_date=last)) is kept


def test_a_day_without_a_year_lies_nowhere() -> None:
    own = [replace(row, date="--03-08") for row in rows("d0", EXAMPLE_MINUTES)]
    assert select(own, from_date="2020") == []
