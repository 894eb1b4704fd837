"""The decision ledger (决定台账): one row per decision, each cell with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pipeline.documents.spoken.hearing import class_of
from pipeline.generation.bearing import bears_step, borne_by, keeps_step, opens_at
from pipeline.generation.one_row import with_verdict
from pipeline.generation.orders import keyed, keyed_orders
from pipeline.minutes import (
    Deadline,
    Document,
    Item,
    Kind,
    OtherMatter,
    Outcome,
    OutcomeClass,
    Point,
    Span,
    as_json,
    with_pages,
)

NO_POINT = "verdict"
"""Stands for the point in the id of a row whose item has a verdict but no points."""
NO_VERDICT = "heard"
"""The same where the item has no verdict and was heard or learnt of."""
TAIL, BESIDE = "tail", "beside"
"""Stand for the item in the id of a row: another matter (会议还审议了…), what else was decided (会议还议定：…)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An item of another meeting on the same matter: `same` by its title, `named` where a decision names that title."""

    relation: Literal["same", "named"]
    document_id: str
    document_number: str | None
    meeting: str | None
    date: str | None
    item: str | None
    item_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One decision (议定事项), measure (整改措施) or other matter, with what the record states about it.

    `row` is `<document_id>:<item>:<point>` and stays the same over re-ingest. The verdicts are those on this decision,
    never that of another part of its item (`bearing.borne_by`). `outcome` is the class of the first, `outcomes` holds
    all classes, `outcome_text` is the wording; all are empty where none is stated.
    `lead_generic`, `support_generic` are those told to act without a name, as written (相关部门): neither units nor
    "not stated"; `further_deadlines` are other limits of the same decision. `spans` names the place of each cell
    (`text`, `outcome`, `lead_units.0`, …), `confirmed` the cells that a person has signed (`signing.overlay`). `links`
    are the items of other meetings on the same matter. `start` and `end` are code points of the document's text.
    """

    row: str
    document_id: str
    file: str
    kind: Kind
    document_number: str | None
    meeting: str | None
    date: str | None
    item: str | None
    item_title: str
    point: str | None = None
    text: str
    outcome: OutcomeClass | None
    outcomes: tuple[OutcomeClass, ...]
    outcome_text: str | None
    lead_units: tuple[str, ...] = ()
    support_units: tuple[str, ...] = ()
    deadline_text: str | None = None
    deadline_date: str | None = None
    next_step: str | None
    start: int
    end: int
    lead_generic: tuple[str, ...] = ()
    support_generic: tuple[str, ...] = ()
    further_deadlines: tuple[Deadline, ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)
    confirmed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the row as the `ledger` JSON of the public interface."""
        tree: dict[str, Any] = as_json(self)
        return tree


def rows(document_id: str, document: Document) -> list[LedgerRow]:
    """Return the decisions of a document in the order of the text.

    A row for every point, one for an item's verdicts where there are no points, one for a verdict whose sentence
    charges somebody with a task (要求相关部门修改完善后提交…) or that no point bears, one for an item without verdict
    that was heard or learnt of (会议听取了…的汇报), one for every other matter of the tail; what was decided outside
    the items has rows like theirs, with `item` `None`.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> [row] = rows("d0", EXAMPLE_MINUTES)
    >>> row.row, row.outcome, row.lead_units, row.deadline_date
    ('d0:一:1', 'approved_in_principle', ('市城管局',), '2021-06-30')
    """
    found: list[LedgerRow] = []
    beside = [(item, f"{BESIDE}{position}") for position, item in enumerate(document.beside, start=1)]
    for whole, item_key in (*keyed(document.items), *beside):
        ordered = list(keyed_orders(whole.points))
        item = replace(whole, points=tuple(order for order, _ in ordered))
        taken: list[Outcome | None] = []
        for order, key in ordered:
            shown, verdict = with_verdict(item, order, _charging(item), document.text)
            taken.append(verdict)
            found.append(_point_row(document_id, document, item, order, shown, f"{document_id}:{item_key}:{key}"))
        apart = [told for told in _told_apart(item, document.text) if told[-1] not in taken]
        for position, told in enumerate(apart, start=1):
            row = f"{document_id}:{item_key}:{NO_POINT}{f'~{position}' if position > 1 else ''}"
            found.append(_verdict_row(document_id, document, item, told, row))
        if not item.outcomes and "heard" in item.spans:
            found.append(_heard_row(document_id, document, item, f"{document_id}:{item_key}:{NO_VERDICT}"))
    for position, matter in enumerate(document.other_matters, start=1):
        found.append(_matter_row(document_id, document, matter, f"{document_id}:{TAIL}:{position}"))
    return sorted(found, key=lambda row: row.start)


def ledger_json(among: Sequence[LedgerRow], documents: Mapping[str, Document] | None = None) -> list[dict[str, Any]]:
    """Return rows as the `ledger` JSON; where `documents` (by id) have pages, each place names its page."""
    trees = [row.to_json() for row in among]
    if not documents:
        return trees
    paged = {key: document for key, document in documents.items() if document.pages}
    return [with_pages(tree, paged[tree["document_id"]]) if tree["document_id"] in paged else tree for tree in trees]


def _stamp(document_id: str, document: Document, row: str) -> dict[str, Any]:
    """Return the cells that all rows of a document share."""
    return {
        "row": row,
        "document_id": document_id,
        "file": document.file,
        "kind": document.kind,
        "document_number": document.document_number,
        "meeting": document.meeting.name,
        "date": document.meeting.date,
    }


def _item_cells(
    document: Document, item: Item, outcomes: Sequence[Outcome], *, step: bool = True
) -> tuple[dict[str, Any], dict[str, Span]]:
    """Return the cells of a row that come from its item, and their places.

    Args:
        document: the document.
        item: the item.
        outcomes: its verdicts that are on the row's decision.
        step: whether what comes next to the item is said of it too.
    """
    next_step = item.next_step if step else None
    cells: dict[str, Any] = {
        "item": item.label,
        "item_title": item.title,
        "outcome": outcomes[0].class_ if outcomes else None,
        "outcomes": tuple(dict.fromkeys(outcome.class_ for outcome in outcomes)),
        "outcome_text": "；".join(outcome.text for outcome in outcomes) or None,
        "next_step": next_step,
    }
    spans = _document_spans(document)
    spans |= {"item_title": item.spans["title"]} if "title" in item.spans else {}
    spans |= {"next_step": item.spans["next_step"]} if next_step and "next_step" in item.spans else {}
    for position, outcome in enumerate(outcomes):
        spans["outcome" if position == 0 else f"outcome.{position}"] = outcome.span
    return cells, spans


def _point_row(document_id: str, document: Document, item: Item, point: Point, shown: Point, row: str) -> LedgerRow:
    """Return the row of a point as it is `shown`, with the verdict and the next step that are said of it."""
    borne, step = borne_by(item, point, document.text), bears_step(item, point, document.text)
    cells, spans = _item_cells(document, item, borne, step=step)
    spans["text"] = shown.span
    return LedgerRow(
        **_stamp(document_id, document, row),
        **cells,
        **_task_cells(shown),
        text=shown.text,
        start=shown.start,
        end=shown.end,
        spans=spans | _task_spans(shown),
    )


def _task_cells(point: Point) -> dict[str, Any]:
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


def _task_spans(point: Point) -> dict[str, Span]:
    """Return the places of those cells."""
    cells = {"deadline_text" if name == "deadline" else name: span for name, span in point.spans.items()}
    return {
        name: span for name, span in cells.items() if name.split("_")[0] in ("lead", "support", "deadline", "further")
    }


def _told_apart(item: Item, text: str) -> list[tuple[Outcome, ...]]:
    """Return the verdicts of an item that have rows beside its points, those of each row together."""
    if not item.points:
        return [item.outcomes] if item.outcomes else []
    # each by itself, lest a row hold the points between them
    borne = {one.start for point in item.points for one in borne_by(item, point, text)}
    charging = _charging(item)
    return [(one,) for one in item.outcomes if one is charging or one.start not in borne]


def _charging(item: Item) -> Outcome | None:
    """Return the verdict whose sentence charges somebody with a task."""
    charge = item.charge
    if charge is None or not item.outcomes:
        return None
    return max(item.outcomes, key=lambda one: (one.start <= charge.start, one.start))


def _verdict_row(document_id: str, document: Document, item: Item, told: tuple[Outcome, ...], row: str) -> LedgerRow:
    """Return the row of verdicts of an item: their wording, the task with which they charge somebody, the next step."""
    charge = item.charge if _charging(item) in told else None
    cells, spans = _item_cells(document, item, told, step=keeps_step(item, told, document.text))
    outcomes = [outcome.span for outcome in told]
    ends = [part.end for part in (*outcomes, *((charge,) if charge else ()))]
    if "next_step" in spans and (not item.points or spans["next_step"].start <= max(ends)):
        ends.append(spans["next_step"].end)
    # beside the items no title says what the verdict is on
    place = (
        item.span
        if item in document.beside and not item.points
        else Span(opens_at(document.text, item, min(one.start for one in outcomes)), max(ends))
    )
    return LedgerRow(
        **_stamp(document_id, document, row),
        **cells,
        **(_task_cells(charge) if charge else {}),
        text=document.quote(place),
        start=place.start,
        end=place.end,
        spans=spans | {"text": place} | (_task_spans(charge) if charge else {}),
    )


def _heard_row(document_id: str, document: Document, item: Item, row: str) -> LedgerRow:
    """Return the row of what a meeting heard or learnt of without giving a verdict: no task, whatever follows."""
    cells, spans = _item_cells(document, item, ())
    place = item.spans["heard"]
    said = document.quote(place)
    class_ = class_of(said)
    spans.pop("next_step", None)
    return LedgerRow(
        **_stamp(document_id, document, row),
        **cells | {"outcome": class_, "outcomes": (class_,), "outcome_text": said, "next_step": None},
        text=said,
        start=place.start,
        end=place.end,
        spans=spans | {"text": place, "outcome": place},
    )


def _matter_row(document_id: str, document: Document, matter: OtherMatter, row: str) -> LedgerRow:
    """Return the row of another matter of the tail."""
    return LedgerRow(
        **_stamp(document_id, document, row),
        item=None,
        item_title=matter.title,
        text=document.quote(matter.span),
        outcome=matter.outcome,
        outcomes=(matter.outcome,) if matter.outcome else (),
        outcome_text=document.quote(matter.span) if matter.outcome else None,
        next_step=None,
        start=matter.start,
        end=matter.end,
        spans=_document_spans(document) | {"text": matter.span} | ({"outcome": matter.span} if matter.outcome else {}),
    )


def _document_spans(document: Document) -> dict[str, Span]:
    """Return the places of the cells that come from the head of the document."""
    named = {"document_number": "document_number", "meeting": "meeting.name", "date": "meeting.date"}
    return {cell: document.spans[name] for cell, name in named.items() if name in document.spans}
