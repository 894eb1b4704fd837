"""Signing cells of the ledger (签认): confirming, correcting, taking back; what people signed goes before the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pipeline.documents.tasks.deadlines import find_deadline
from pipeline.documents.text.clean import Passage
from pipeline.errors import BadRequest
from pipeline.generation.decisions.following import follow, is_same_wording
from pipeline.generation.decisions.signable import FIELDS, VERDICTS, cell_of, value_of, value_words
from pipeline.minutes import Span
from pipeline.retrieval.signoffs import SignOff, Value

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow


@dataclass(frozen=True, slots=True)
class Signed:
    """Rows with what people signed laid over them, and the acts whose decision is found no more."""

    rows: tuple[LedgerRow, ...]
    lost: tuple[SignOff, ...] = ()


def overlay(rows: Sequence[LedgerRow], acts: Iterable[SignOff]) -> Signed:
    """Return the rows of one document with every signed cell as it was signed.

    A signed value stays whatever the text says now. `confirmed` names each signed cell: `by` and `at` of the last
    signature, `action` (confirm or correct), `former` (what a correction replaced), `signatures` (everybody's, oldest
    first), `extracted` (what is read from the text today) and `changed` (whether the text was reworded since).
    """
    acts = list(acts)
    if not acts:
        return Signed(tuple(rows))
    followed = follow(rows, acts)
    signed = [_signed(row, followed.by_row[row.row]) if row.row in followed.by_row else row for row in rows]
    return Signed(tuple(signed), followed.lost)


def standing(acts: Iterable[SignOff]) -> dict[str, list[SignOff]]:
    """Return the acts of one row that hold, by cell, oldest first: one that was taken back holds no more."""
    held: dict[str, list[SignOff]] = {}
    for act in acts:
        stack = held.setdefault(act.field, [])
        if act.action != "undo":
            stack.append(act)
            continue
        own = [place for place, earlier in enumerate(stack) if earlier.by == act.by]
        if own:
            del stack[own[-1]]
    return {field: stack for field, stack in held.items() if stack}


def confirming(row: LedgerRow, fields: Iterable[str], *, by: str, at: str) -> list[SignOff]:
    """Return the acts by which a person confirms cells of a row as they stand."""
    cells = dict.fromkeys(cell_of(row, field) for field in fields)
    return [_act(row, field, "confirm", by=by, at=at, value=value_of(row, field)) for field in cells]


def correcting(row: LedgerRow, values: Mapping[str, Value], *, by: str, at: str) -> list[SignOff]:
    """Return the acts by which a person corrects cells of a row; a new deadline brings its date with it.

    The date of a corrected deadline is the one that follows from its wording and the meeting's date, or none.
    """
    given = {cell_of(row, field): value for field, value in values.items()}
    if "deadline_text" in given and "deadline_date" not in given:
        wording = given["deadline_text"]
        given["deadline_date"] = _due(wording, row.date) if isinstance(wording, str) else None
    return [
        _act(row, field, "correct", by=by, at=at, value=value, former=value_of(row, field))
        for field, value in given.items()
    ]


def undoing(row: LedgerRow, fields: Iterable[str], *, by: str, at: str) -> list[SignOff]:
    """Return the acts by which a person takes back the last signature of their own on cells of a row.

    Raises:
        BadRequest: that person signed none of them.
    """
    wanted = list(dict.fromkeys(cell_of(row, field) for field in fields))
    own = [field for field in wanted if any(one["by"] == by for one in _signatures(row, field))]
    if not own:
        signers = {str(one["by"]) for field in wanted for one in _signatures(row, field)}
        known = f"已签认的人：{'、'.join(sorted(signers))}" if signers else "这一行还没有人签认"
        raise BadRequest(f"“{by}”没有签认过 {row.row}", instead=f"{known}，用 --by 指明")
    return [_act(row, field, "undo", by=by, at=at) for field in own]


def signed_words(row: LedgerRow) -> str:
    """Return who signed which cells of a row and what a correction replaced, for an export; empty where nobody did.

    >>> from pipeline.generation.decisions.ledger import rows
    >>> from pipeline.minutes import EXAMPLE_MINUTES
    >>> row, _ = rows("d0", EXAMPLE_MINUTES)
    >>> [signed] = overlay([row], confirming(row, ["lead_units"], by="李敏", at="2021-03-09T01:00:00+00:00")).rows
    >>> signed_words(signed)
    '李敏 2021-03-09 确认牵头单位'
    """
    grouped: dict[tuple[str, str], list[str]] = {}
    cells = len({cell_of(row, field) for field in FIELDS})
    for field, mark in row.confirmed.items():
        if cell_of(row, field) != field:
            continue
        corrected = mark["action"] == "correct"
        if field == "deadline_date" and corrected and row.confirmed.get("deadline_text", {}).get("at") == mark["at"]:
            continue  # a corrected deadline brought its date with it
        former = f"（原为“{value_words(mark['former'])}”）" if corrected else ""
        changed = "，其后内容有改动" if mark["changed"] else ""
        signed = (f"{mark['by']} {str(mark['at'])[:10]} {'更正' if corrected else '确认'}", changed)
        grouped.setdefault(signed, []).append(f"{FIELDS[field]}{former}")
    return "；".join(
        f"{who}{'全部各栏' if len(fields) == cells else '、'.join(fields)}{changed}"
        for (who, changed), fields in grouped.items()
    )


def _act(
    row: LedgerRow, field: str, action: Any, *, by: str, at: str, value: Value = None, former: Value = None
) -> SignOff:
    """Return one act on a cell of a row."""
    return SignOff(
        document_id=row.document_id,
        document_number=row.document_number,
        row=row.row,
        item_title=row.item_title,
        text=row.text,
        field=field,
        action=action,
        value=value,
        former=former,
        by=by,
        at=at,
    )


def _signed(row: LedgerRow, acts: Iterable[SignOff]) -> LedgerRow:
    """Return a row with its signed cells."""
    cells: dict[str, Any] = {}
    marks: dict[str, dict[str, Any]] = {}
    spans = dict(row.spans)
    for field, stack in standing(replace(act, field=cell_of(row, act.field)) for act in acts).items():
        last, read = stack[-1], value_of(row, field)
        corrected = next((act for act in reversed(stack) if act.action == "correct"), None)
        marks[field] = {
            "by": last.by,
            "at": last.at,
            "action": "correct" if corrected else "confirm",
            "former": corrected.former if corrected else None,
            "extracted": read,
            "changed": not is_same_wording(last, row),
            "signatures": [
                {"by": act.by, "at": act.at, "action": act.action, "value": act.value, "former": act.former}
                for act in stack
            ],
        }
        if last.value != read:
            cells[field] = last.value
            spans = _respanned(row, spans, field, last.value)
    if "deadline_text" in cells:
        cells["further_deadlines"] = ()
        spans = {name: span for name, span in spans.items() if not name.startswith("further_")}
    for field, generic in (("lead_units", "lead_generic"), ("support_units", "support_generic")):
        if field in cells:
            # a person has said who it is: 「相关部门」 is answered
            cells[generic] = ()
            spans = {name: span for name, span in spans.items() if not name.startswith(f"{generic}.")}
    if "outcome" in marks and row.outcome:
        marks["item_outcome"] = marks["outcome"]
    if "outcome" in cells and (row.outcome or "item_outcome" not in marks):
        cells["item_outcome"] = cells["outcome"]  # what a row states is on its matter too
        spans = _respanned(row, spans, "item_outcome", None)
    for field in VERDICTS:
        if field in cells:
            cells[f"{field}s"] = (cells[field],) if cells[field] else ()
    return replace(row, **cells, spans=spans, confirmed=marks)


def _respanned(row: LedgerRow, spans: Mapping[str, Span], field: str, value: Value) -> dict[str, Span]:
    """Return the places of a row's cells after one was signed otherwise: where the value stands in the decision."""
    kept = {name: span for name, span in spans.items() if name != field and not name.startswith(f"{field}.")}
    named = enumerate(value) if isinstance(value, tuple) else [(None, value)]
    for position, wording in named:
        at = row.text.find(wording) if wording and field != "deadline_date" else -1
        if wording and at >= 0 and field not in VERDICTS:
            place = Span(row.start + at, row.start + at + len(wording))
            kept[field if position is None else f"{field}.{position}"] = place
    return kept


def _due(wording: str, meeting: str | None) -> str | None:
    """Return the date that follows from a deadline's wording and the meeting's date."""
    found = find_deadline(Passage(wording, range(len(wording))), date=meeting)
    return found[0].date if found else None


def _signatures(row: LedgerRow, field: str) -> Sequence[Mapping[str, Any]]:
    """Return the signatures that hold on a cell."""
    mark: Mapping[str, Any] = row.confirmed.get(field, {})
    found: Sequence[Mapping[str, Any]] = mark.get("signatures", ())
    return found
