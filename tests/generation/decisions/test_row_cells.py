"""The cells of a row: what the head, the item, its verdicts and a task give, each with its place."""

from __future__ import annotations

from pipeline.generation.decisions.row_cells import (
    document_cells,
    document_spans,
    item_cells,
    task_cells,
    task_spans,
    verdict_cells,
)
from tests.generation.papers import minutes

PAPER = minutes()
ITEM = PAPER.items[0]


def test_the_head_gives_number_meeting_and_date() -> None:
    cells = document_cells("d0", PAPER, "d0:一:1")
    assert (cells["row"], cells["document_number"]) == ("d0:一:1", PAPER.document_number)
    assert PAPER.quote(document_spans(PAPER)["document_number"]) == cells["document_number"]


def test_what_a_row_states_and_what_its_item_does_are_two_cells() -> None:
    cells, spans = item_cells(PAPER, ITEM, (), ITEM.outcomes, step=False)
    assert (cells["outcome"], cells["item_outcome"], cells["next_step"]) == (None, "approved_in_principle", None)
    assert spans["item_outcome"] == ITEM.outcomes[0].span
    assert not {"outcome", "next_step"} & spans.keys()
    both = item_cells(PAPER, ITEM, ITEM.outcomes, ITEM.outcomes)[1]
    assert both["outcome"] == both["item_outcome"]


def test_verdicts_are_the_first_class_all_classes_and_the_wording() -> None:
    assert verdict_cells("outcome", ()) == {"outcome": None, "outcomes": (), "outcome_text": None}
    twice = verdict_cells("item_outcome", ITEM.outcomes * 2)
    assert twice["item_outcomes"] == ("approved_in_principle",)
    assert twice["item_outcome_text"].count("；") == 1


def test_a_task_gives_who_and_when() -> None:
    point = ITEM.points[0]
    assert task_cells(point)["deadline_date"] == "2021-06-30"
    assert set(task_spans(point)) >= {"lead_units.0", "deadline_text"}
