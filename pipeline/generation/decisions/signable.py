"""The cells of a row that a person may sign: how they are called, how a value is read and told, which are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pipeline.errors import BadRequest
from pipeline.generation.columns import one_line
from pipeline.generation.wording import NOT_STATED, OUTCOME_NAMES
from pipeline.patterns import compiled
from pipeline.retrieval.signoffs import Value

if TYPE_CHECKING:
    from pipeline.generation.decisions.ledger import LedgerRow

FIELDS: Mapping[str, str] = {
    "outcome": "结论",
    "item_outcome": "本项结论",
    "lead_units": "牵头单位",
    "support_units": "配合单位",
    "deadline_text": "时限",
    "deadline_date": "时限日期",
    "next_step": "下一步",
}
"""The cells that a person may sign, and their Chinese names; the wording of a decision is the document's alone."""
OF_ITEM = ("item_outcome", "next_step")
"""Cells that rows of an item may share (`bearing.share`): corrected in one, they are corrected in the others."""
VERDICTS = ("outcome", "item_outcome")
"""The verdict of a row and that on its matter: one cell to sign, `outcome`, where the row states the verdict itself."""

_UNITS = compiled(r"[、，,;；]+")
_ISO = compiled(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_WORDINGS: Mapping[str, str] = {
    **{name: name for name in OUTCOME_NAMES},
    **{word: name for name, words in OUTCOME_NAMES.items() for word in words.split("、")},
    "批准": "approved",
    "未同意": "rejected",
    "不通过": "rejected",
    "不予同意": "rejected",
    "暂缓": "deferred",
    "再议": "deferred",
}
_UNSTATED = ("", "未载明", "无", "null")


def cell_of(row: LedgerRow, field: str) -> str:
    """Return the cell on which a signature stands: where a row states its verdict, that on its matter is the same."""
    return "outcome" if field == "item_outcome" and _states(row) else field


def spreading(row: LedgerRow, fields: Iterable[str]) -> set[str]:
    """Return the cells of `OF_ITEM` that a signature on cells of a row is on."""
    own = {"item_outcome"} if "outcome" in fields and _states(row) else set()
    return own | {field for field in fields if field in OF_ITEM}


def value_of(row: LedgerRow, field: str) -> Value:
    """Return what a cell of a row holds."""
    value: Value = getattr(row, field)
    return value


def read_field(name: str) -> str:
    """Return the cell that a person names, in English or Chinese.

    Raises:
        BadRequest: there is no such cell, or it cannot be signed.

    >>> read_field("牵头单位"), read_field("deadline_text")
    ('lead_units', 'deadline_text')
    """
    for field, chinese in FIELDS.items():
        if name in (field, chinese):
            return field
    raise BadRequest(f"台账没有可签认的“{name}”一栏", instead=f"可选：{'、'.join(FIELDS.values())}")


def read_value(field: str, text: str) -> Value:
    """Return what a person writes into a cell.

    Raises:
        BadRequest: it is no value of that cell.

    >>> read_value("lead_units", "市财政局、市发改委"), read_value("outcome", "原则通过"), read_value("next_step", "")
    (('市财政局', '市发改委'), 'approved_in_principle', None)
    """
    wording = text.strip()
    if field in ("lead_units", "support_units"):
        return () if wording in _UNSTATED else tuple(dict.fromkeys(filter(None, map(str.strip, _UNITS.split(wording)))))
    if wording in _UNSTATED:
        return None
    if field in VERDICTS:
        if wording not in _WORDINGS:
            raise BadRequest(f"没有“{wording}”这种结论", instead=f"可选：{'、'.join(OUTCOME_NAMES.values())}、未载明")
        return _WORDINGS[wording]
    if field == "deadline_date" and not _ISO.fullmatch(wording):
        raise BadRequest(f"时限日期“{wording}”无效", instead="应写作 2020-06-30、2020-06 或 2020")
    return wording


def value_words(value: Value) -> str:
    """Return the content of a signed cell as a person reads it.

    >>> value_words(("市财政局", "市发改委")), value_words("deferred"), value_words(None), value_words("6月底前")
    ('市财政局、市发改委', '再议、暂缓', '未载明', '6月底前')
    """
    if not value:
        return NOT_STATED
    names: Mapping[str, str] = dict(OUTCOME_NAMES.items())
    return one_line(names.get(value, value)) if isinstance(value, str) else "、".join(map(one_line, value))


def _states(row: LedgerRow) -> bool:
    """Tell whether the text of a row states a verdict, whatever a person has put in its place."""
    mark = row.confirmed.get("outcome")
    return bool(mark["extracted"] if mark else row.outcome)
