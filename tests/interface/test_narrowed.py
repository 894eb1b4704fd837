"""What a reader narrows the ledger to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.generation.decisions.ledger import rows
from pipeline.interface.narrowed import Narrowed, is_due
from pipeline.minutes import EXAMPLE_MINUTES

ROW, VERDICT = rows("d1", EXAMPLE_MINUTES)
TODAY = date(2021, 6, 10)


@pytest.mark.parametrize(
    ("due", "changed", "fits"),
    [
        ("", {}, True),
        ("stated", {}, True),
        ("none", {}, False),
        ("none", {"deadline_text": None, "deadline_date": None}, True),
        ("undated", {"deadline_date": None}, True),
        ("soon", {}, True),
        ("soon", {"deadline_date": "2021-08-01"}, False),
        ("soon", {"deadline_date": "2021-06-01"}, False),
        ("soon", {"deadline_date": "2021-06"}, True),
        ("overdue", {"deadline_date": "2021-05"}, True),
        ("overdue", {"deadline_date": "2021-06"}, False),
        ("overdue", {"deadline_date": "2020"}, True),
    ],
)
def test_a_deadline_is_of_a_kind(due: str, changed: dict[str, Any], fits: bool) -> None:
    assert is_due(replace(ROW, **changed), due, today=TODAY) is fits


def test_what_a_browser_sends_is_not_trusted() -> None:
    assert Narrowed.read({"outcome": "<b>", "due": "x", "signed": "maybe", "words": "a" * 999}).given == {
        "words": "a" * 200
    }
    assert (
        Narrowed.read({"unit": "市财政局", "due": "soon"}).query == "unit=%E5%B8%82%E8%B4%A2%E6%94%BF%E5%B1%80&due=soon"
    )


@pytest.fixture
def assistant(sample_home: Path) -> Assistant:
    return Assistant(load_settings(home=sample_home))


def test_conditions_hold_together(assistant: Assistant) -> None:
    every = Narrowed().rows(assistant)
    unsaid = Narrowed(outcome="none").rows(assistant)
    assert 0 < len(unsaid) < len(every) and not any(row.item_outcome_text for row in unsaid)
    passed = Narrowed(outcome="approved_in_principle", words="采购").rows(assistant)
    assert passed and all("采购" in row.item_title + row.text for row in passed)
    assert Narrowed(signed="yes").rows(assistant) == []
    assistant.decisions.confirm([every[0].row], by="王敏")
    assert [row.row for row in Narrowed(signed="yes").rows(assistant)] == [every[0].row]
    assert len(Narrowed(signed="no").rows(assistant)) == len(every) - 1
    assert all(
        (row.date or "").startswith("2017") for row in Narrowed(from_date="2017", to_date="2017").rows(assistant)
    )
