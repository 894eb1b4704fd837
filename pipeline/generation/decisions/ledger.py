"""The decision ledger (决定台账): one row per decision, each cell with its place in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pipeline.documents.spoken.hearing import class_of
from pipeline.generation.decisions.bearing import (
    bears_step,
    borne_by,
    charging,
    is_of_one_matter,
    joined,
    keeps_step,
    opens_at,
    parted,
    stated_by,
    told_apart,
)
from pipeline.generation.decisions.granted import granted_to
from pipeline.generation.decisions.one_row import with_charge
from pipeline.generation.decisions.orders import keyed, keyed_orders
from pipeline.generation.decisions.row_cells import (
    document_cells,
    document_spans,
    item_cells,
    task_cells,
    task_spans,
    verdict_cells,
)
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
    body: str | None = None
    meeting_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A sentence of a later meeting that puts something else in the place of what a decision says.

    `replaces` are the leads and time limits of the row that it puts others in the place of; `start` and `end` are code
    points of the later document's text.
    """

    document_id: str
    document_number: str | None
    meeting: str | None
    meeting_number: int | None
    body: str | None
    date: str | None
    item: str | None
    text: str
    replaces: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One decision (议定事项), measure (整改措施) or other matter, with what the record states about it.

    `row` is `<document_id>:<item>:<point>` and stays the same over re-ingest. `outcome` is the verdict that the row's
    own sentence states (`bearing.stated_by`), empty in a row that is only a task; `item_outcome` is the one on its
    matter: the same, or where it states none that of its item, never that of another part (`bearing.borne_by`). Each is
    the class of the first; `outcomes` holds all classes, `outcome_text` is the wording. `item_outcome_text` without a
    class is what the item rules on its other parts (同意甲；暂缓乙).
    `lead_generic`, `support_generic` are those told to act without a name, as written (相关部门): neither units nor
    "not stated"; `further_deadlines` are other limits of the same decision. `spans` names the place of each cell
    (`text`, `outcome`, `lead_units.0`, …), `confirmed` the cells that a person has signed (`signing.overlay`). `links`
    are the items of other meetings on the same matter, `changes` what later ones of them put in the place of what the
    row says. `body` is the issuing body. `start` and `end` are code points of the document's text.
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
    item_outcome: OutcomeClass | None
    item_outcomes: tuple[OutcomeClass, ...]
    item_outcome_text: str | None
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
    body: str | None = None
    meeting_number: int | None = None
    changes: tuple[Change, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the row as the `ledger` JSON of the public interface."""
        tree: dict[str, Any] = as_json(self)
        return tree


def is_verdict_row(row: str) -> bool:
    """Tell whether the id of a row is that of an item's verdict, not of one of its points.

    >>> is_verdict_row("d1:一:verdict~2"), is_verdict_row("d1:一:2")
    (True, False)
    """
    return row.rpartition(":")[2].partition("~")[0] == NO_POINT


def rows(document_id: str, document: Document) -> list[LedgerRow]:
    """Return the decisions of a document in the order of the text.

    A row for every point, one for the verdicts of each sentence where there are no points, one for a verdict whose
    sentence charges somebody with a task (要求相关部门修改完善后提交…) or that no point states, one for an item without
    verdict that was heard or learnt of (会议听取了…的汇报), one for every other matter of the tail; what was decided
    outside the items has rows like theirs, with `item` `None`.

    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> task, verdict = rows("d0", EXAMPLE_MINUTES)
    >>> task.row, task.outcome, task.item_outcome, task.lead_units, task.deadline_date
    ('d0:一:1', None, 'approved_in_principle', ('市城管局',), '2021-06-30')
    >>> verdict.row, verdict.outcome
    ('d0:一:verdict', 'approved_in_principle')
    """
    found: list[LedgerRow] = []
    beside = [(item, f"{BESIDE}{position}") for position, item in enumerate(document.beside, start=1)]
    for whole, item_key in (*keyed(document.items), *beside):
        ordered = list(keyed_orders(whole.points, whole.outcomes))
        item = replace(whole, points=tuple(order for order, _ in ordered))
        found += [
            _point_row(document_id, document, item, order, f"{document_id}:{item_key}:{key}") for order, key in ordered
        ]
        for position, told in enumerate(told_apart(item, document.text), start=1):
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


def _point_row(document_id: str, document: Document, item: Item, point: Point, row: str) -> LedgerRow:
    """Return the row of a point, with the verdict and the next step that are said of it.

    Its wording takes in the verdict that makes one sentence with it (会议原则同意该方案，由市财政局6月底前拨付).
    """
    text = document.text
    stated, borne = stated_by(item, point, text), borne_by(item, point, text)
    cells, spans = item_cells(document, item, stated, borne, step=bears_step(item, point, text))
    if not borne and is_of_one_matter(item):
        cells |= verdict_cells("item_outcome", item.outcomes) | {"item_outcome": None, "item_outcomes": ()}
    beside = joined(item, point, text)
    task = with_charge(point, item.charge) if beside and item.charge and beside is charging(item) else point
    opened = opens_at(text, item, beside.start if beside else point.start) if stated else point.start
    place = Span(min(opened, point.start), max(beside.end if beside else 0, point.end))
    return LedgerRow(
        **document_cells(document_id, document, row),
        **cells,
        **task_cells(task),
        text=document.quote(place),
        start=place.start,
        end=place.end,
        spans=spans | {"text": place} | task_spans(task),
    )


def _verdict_row(document_id: str, document: Document, item: Item, told: tuple[Outcome, ...], row: str) -> LedgerRow:
    """Return the row of verdicts of an item: their wording, the task with which they charge somebody, the next step."""
    charge = item.charge if charging(item) in told else None
    cells, spans = item_cells(document, item, told, told, step=keeps_step(item, told))
    outcomes = [outcome.span for outcome in told]
    ends = [part.end for part in (*outcomes, *((charge,) if charge else ()))]
    ends.append(granted_to(item, document.text, max(ends)))
    if "next_step" in spans and not parted(item, max(ends), spans["next_step"].start):
        ends.append(spans["next_step"].end)
    # beside the items no title says what the verdict is on
    place = (
        item.span
        if item in document.beside and not item.points
        else Span(opens_at(document.text, item, min(one.start for one in outcomes)), max(ends))
    )
    return LedgerRow(
        **document_cells(document_id, document, row),
        **cells,
        **(task_cells(charge) if charge else {}),
        text=document.quote(place),
        start=place.start,
        end=place.end,
        spans=spans | {"text": place} | (task_spans(charge) if charge else {}),
    )


def _heard_row(document_id: str, document: Document, item: Item, row: str) -> LedgerRow:
    """Return the row of what a meeting heard or learnt of without giving a verdict: no task, whatever follows."""
    place = item.spans["heard"]
    said = document.quote(place)
    heard = [Outcome(class_=class_of(said), text=said, start=place.start, end=place.end)]
    cells, spans = item_cells(document, item, heard, heard, step=False)
    return LedgerRow(
        **document_cells(document_id, document, row),
        **cells,
        text=said,
        start=place.start,
        end=place.end,
        spans=spans | {"text": place},
    )


def _matter_row(document_id: str, document: Document, matter: OtherMatter, row: str) -> LedgerRow:
    """Return the row of another matter of the tail."""
    said = document.quote(matter.span)
    told = [Outcome(class_=matter.outcome, text=said, start=matter.start, end=matter.end)] if matter.outcome else []
    places = {"outcome": matter.span, "item_outcome": matter.span} if told else {}
    return LedgerRow(
        **document_cells(document_id, document, row),
        item=None,
        item_title=matter.title,
        text=said,
        **verdict_cells("outcome", told),
        **verdict_cells("item_outcome", told),
        next_step=None,
        start=matter.start,
        end=matter.end,
        spans=document_spans(document) | {"text": matter.span} | places,
    )
