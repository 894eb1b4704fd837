"""Lists and counts over the documents in scope, from the record and the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import lists, record, target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST, Composing

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.evidence import Source


def listing(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer lists and counts over the documents in scope."""
    question, aspect = composing.question, composing.question.aspect
    about_whole = not composing.terms.weights or bool(target.about_documents(composing.sources, composing.terms))
    if aspect == "outcome_list" and question.verdicts and about_whole:
        return verdicts(composing, meetings)
    if aspect in ("item_list", "outcome_list", "next_step", None) and lists.WHICH_ITEMS.search(question.text):
        found = lists.by_next_step(meetings, composing.terms)
        if found:
            return composing.stamped("ledger", found)
    if aspect in ("item_count", "item_list", "measure_count"):
        return counts(composing, meetings)
    if aspect == "reported_by":
        found = [(s, one) for s in meetings for one in lists.reported_by(question, s, composing.units)]
        if found:
            return composing.stamped("record", found)
        return composing.refusal("not_stated", "记载中没有这样的汇报。", route="record")
    if aspect == "other_matters":
        found = [(s, one) for s in meetings for one in lists.other_matters(s)]
        return composing.stamped("record", found) if found else None
    if aspect == "unit_matters" or (aspect in ("item_list", "decision") and composing.units and only_units(composing)):
        rows = lists.unit_matters(question, composing.sources, composing.units) if composing.units else []
        return composing.draft("ledger", rows) if rows else None
    if aspect == "deadline_list":
        rows = lists.deadlines(composing.sources)
        return composing.draft("ledger", rows) if rows else None
    return None


def counts(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer how many items or points there are, or list the items, of whole documents or of one item."""
    question = composing.question
    named = target.about_documents(composing.sources, composing.terms)
    if question.item_number is not None and question.aspect == "item_list":
        chosen = target.targets(question, meetings, composing.terms)
        titles = [(one.source, lists.title_line(one.source, one.item)) for one in chosen]
        return composing.stamped("record", titles) if titles else None
    if question.item_number is not None or ((question.topic or question.titles) and not named):
        chosen = target.targets(question, composing.sources, composing.terms)
        found = [(one.source, s) for one in chosen for s in lists.measures(one.source, [one.item])]
        return composing.stamped("ledger", found) if found and question.aspect == "measure_count" else None
    within = named or list(meetings)
    if len(within) > ANSWERED_AT_MOST:
        return composing.ambiguous(within)
    if question.aspect == "measure_count":
        return composing.stamped("ledger", [(s, one) for s in within for one in lists.measures(s)])
    found = [(s, one) for s in within for one in lists.item_list(question, s)]
    return composing.stamped("record", found) if found else None


def only_units(composing: Composing) -> bool:
    """Tell whether the topic is nothing but units."""
    return all(
        any(part in unit or (unit in part and len(unit) >= len(part) - 1) for unit in composing.units)
        for part in composing.question.topic
    )


def verdicts(composing: Composing, meetings: Sequence[Source]) -> Draft:
    """Answer which items got a verdict; an empty list is said, with the verdicts that there are."""
    found, looked = lists.by_outcome(composing.question, meetings)
    if found:
        return composing.draft("ledger", found)
    name = lists.VERDICT_NAMES[composing.question.verdicts[0]]
    where = "、".join(source.meeting for source in meetings[:3])
    others = [
        Sentence(verdict.text, (record.quote(source, verdict.span),)) for source, verdict in looked[:ANSWERED_AT_MOST]
    ]
    preface = f"{where}没有{name}的议题" + ("，载明的结论如下：" if others else "。")
    return composing.draft("ledger", others, preface=preface)
