"""The ledger gold (台账金标): the decisions of documents as a reader without the program took them down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.gold import SPLITS, Evidence
from eval.locate import places_of
from eval.rows import Row, read_rows
from eval.scorers import plain

VERDICTS: dict[str, str | None] = {
    "原则通过": "approved_in_principle",
    "原则同意": "agreed_in_principle",
    "通过": "approved",
    "同意": "approved",
    "批准": "approved",
    "不同意": "rejected",
    "暂缓": "deferred",
    "听取": None,
    "其他": None,
}
"""Every verdict of the gold with the ledger's class for it; `None` where nothing was decided for or against."""
DEADLINE_KINDS = ("date", "recurring", "condition")
"""What a time limit hangs on: the calendar, a repetition (每月), an event (大桥通车前)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision (决定): its item, its quote, and what the quote and its heading say of verdict, duties and time.

    `verdict` is one of `VERDICTS` and `verdict_words` its wording; both are `None` where the quote states none.
    `lead` and `support` are the units and persons named, vague ones too (相关部门). `deadline` is the wording of the
    time limit, `deadline_kind` what it hangs on; `further_deadlines` are others that the quote states, right where the
    ledger has them and not missed where it has not.
    """

    id: str
    split: str
    document: str
    item: str | None
    quote: str
    verdict: str | None
    verdict_words: str | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    deadline: str | None
    deadline_kind: str | None
    further_deadlines: tuple[str, ...] = ()
    set: str = ""

    @property
    def evidence(self) -> Evidence:
        """The quote with its document and item."""
        return Evidence(document=self.document, item=self.item, quote=self.quote)


def load_decisions(path: Path, *, name: str = "") -> list[Decision]:
    """Read the decisions of a set with that name, one JSON object a line.

    Raises:
        MissingFile: no such file.
        BadRequest: a line is no decision; the message names the line and the field.
    """
    return read_rows(path, lambda row: _decision(row, name), noun="一条决定")


def wrong_with(decision: Decision, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with one decision; an empty stream means that it holds."""
    text = texts.get(decision.document)
    if text is None:
        yield f"没有这份文件：{decision.document}"
        return
    if decision.split not in SPLITS:
        yield f"split 未知：{decision.split}"
    if decision.quote not in text:
        yield f"引文不在文件中：{decision.quote}"
    elif not places_of(decision.evidence, text):
        yield f"引文不在议题“{decision.item}”内：{decision.quote}"
    if (decision.verdict is None) != (decision.verdict_words is None):
        yield "verdict 与 verdict_words 不符"
    if decision.verdict is not None and decision.verdict not in VERDICTS:
        yield f"verdict 未知：{decision.verdict}"
    if (decision.deadline is None) != (decision.deadline_kind is None):
        yield "deadline 与 deadline_kind 不符"
    if decision.deadline_kind is not None and decision.deadline_kind not in DEADLINE_KINDS:
        yield f"deadline_kind 未知：{decision.deadline_kind}"
    if decision.verdict_words is not None and plain(decision.verdict_words) not in plain(decision.quote):
        yield f"结论的原话不见于引文：{decision.verdict_words}"
    whole = plain(text)
    limits = ([decision.deadline] if decision.deadline else []) + list(decision.further_deadlines)
    for named in (*decision.lead, *decision.support, *limits):
        if plain(named) not in whole:
            yield f"不见于文件：{named}"


def _decision(row: Row, name: str) -> Decision:
    """Return the decision of a row."""
    return Decision(
        set=name,
        id=row.text("id"),
        split=row.text("split"),
        document=row.text("document"),
        item=row.text_or_none("item"),
        quote=row.text("quote"),
        verdict=row.text_or_none("verdict"),
        verdict_words=row.text_or_none("verdict_words"),
        lead=row.texts("lead"),
        support=row.texts("support"),
        deadline=row.text_or_none("deadline"),
        deadline_kind=row.text_or_none("deadline_kind"),
        further_deadlines=row.texts("further_deadlines", needed=False),
    )
