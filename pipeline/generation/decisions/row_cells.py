"""The cells of a ledger row: what its document, its item, the verdicts and the task give, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.minutes import Document, Item, Outcome, Point, Span


def document_cells(document_id: str, document: Document, row: str) -> dict[str, Any]:
    """Return the cells that all rows of a document share."""
    return {
        "row": row,
        "document_id": document_id,
        "file": document.file,
        "kind": document.kind,
        "document_number": document.document_number,
        "meeting": document.meeting.name,
        "date": document.meeting.date,
        "body": document.issuing_body,
        "meeting_number": document.meeting.number,
    }


def item_cells(
    document: Document, item: Item, stated: Sequence[Outcome], borne: Sequence[Outcome], *, step: bool = True
) -> tuple[dict[str, Any], dict[str, Span]]:
    """Return the cells of a row that come from its item, and their places.

    Args:
        document: the document.
        item: the item.
        stated: its verdicts that the row states itself.
        borne: its verdicts that are on the row's matter.
        step: whether what comes next to the item is said of it too.
    """
    next_step = item.next_step if step else None
    cells: dict[str, Any] = {
        "item": item.label,
        "item_title": item.title,
        **verdict_cells("outcome", stated),
        **verdict_cells("item_outcome", borne),
        "next_step": next_step,
    }
    spans = document_spans(document)
    spans |= {"item_title": item.spans["title"]} if "title" in item.spans else {}
    spans |= {"next_step": item.spans["next_step"]} if next_step and "next_step" in item.spans else {}
    for name, outcomes in (("outcome", stated), ("item_outcome", borne)):
        spans |= {name if n == 0 else f"{name}.{n}": outcome.span for n, outcome in enumerate(outcomes)}
    return cells, spans


def verdict_cells(name: str, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return verdicts as the cells `outcome` or `item_outcome`: the class of the first, all classes, the wording."""
    return {
        name: outcomes[0].class_ if outcomes else None,
        f"{name}s": tuple(dict.fromkeys(outcome.class_ for outcome in outcomes)),
        f"{name}_text": "；".join(outcome.text for outcome in outcomes) or None,
    }


def task_cells(point: Point) -> dict[str, Any]:
    """Return the cells of what somebody is to do."""
    return {
        "point": point.label,
        "lead_units": point.lead_units,
        "support_units": point.support_units,
        "lead_generic": point.lead_generic,
        "support_generic": point.support_generic,
        "deadline_text": point.deadline.text if point.deadline else None,
        "deadline_date": point.deadline.date if point.deadline else None,
        "further_deadlines": point.further_deadlines,
    }


def task_spans(point: Point) -> dict[str, Span]:
    """Return the places of those cells."""
    cells = {"deadline_text" if name == "deadline" else name: span for name, span in point.spans.items()}
    return {
        name: span for name, span in cells.items() if name.split("_")[0] in ("lead", "support", "deadline", "further")
    }


def document_spans(document: Document) -> dict[str, Span]:
    """Return the places of the cells that come from the head of the document."""
    named = {"document_number": "document_number", "meeting": "meeting.name", "date": "meeting.date"}
    named |= {"body": "issuing_body"}
    return {cell: document.spans[name] for cell, name in named.items() if name in document.spans}
