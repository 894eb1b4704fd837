"""Lists and counts over the documents in scope, from the record and the ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive import record, target
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST, Composing
from pipeline.generation.extractive.counting import lists
from pipeline.generation.extractive.counting.due import due, due_asked, due_of_units
from pipeline.generation.extractive.counting.enumerated import enumerated
from pipeline.generation.extractive.counting.tally import (
    ASKED,
    ITEM_COUNT,
    ITEMS,
    OF_THE_PAPER,
    asks_step,
    every_task,
    tally,
    whole,
)
from pipeline.generation.extractive.counting.verdict_lines import every_verdict
from pipeline.generation.extractive.counting.whole_meeting import counts_items
from pipeline.generation.extractive.several.splitting import without
from pipeline.generation.understanding import asking
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Entry
    from pipeline.retrieval.digest import Digest, DigestItem


NOT_PASSED = compiled(r"没(?:有|能)?(?:获得?)?(?:批准?|通过|同意|过)(?![^。？?]*(?:不含|不算|除))")
"""没通过: what was put off did not pass either; each line gives its own words."""

CONTENTS = compiled(
    r"(?:讲|说|写|谈|载|记)(?:的|了)?(?:都|主要)?(?:是)?(?:些)?(?:什么|啥|哪些)(?:事|内容)?|主要内容|内容(?:是什么|有哪些|概要)|大意|概要"
)
"""What a paper tells of: its items."""

_RESULTS = compiled(
    r"会议|上|给我|请|帮|看看|列出|告诉|[0-9两一二三四五六七八九十]+(?=[项个件])|[逐每][项个件条]|各?(?:项|个|件)?(?:议题|事项|议案|提案|议程)|各|分别|最[后终]|都|审议|讨论|表决|结果|结论|意见|情况|怎么|怎样|如何|决?定|的|了|是|有|什么|哪些|啥|咋样?|呢|吗|[，。？?、\s]"
)


def listing(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer lists and counts over the documents in scope."""
    question, aspect = composing.question, composing.question.aspect
    told = aspect in (None, "decision") and question.item_number is None
    if told and question.scope.named and whole(composing) and CONTENTS.search(question.text):
        composing.question = question = replace(question, aspect="item_list")
        aspect = "item_list"
    if (counted := enumerated(composing) or tally(composing, meetings)) is not None:
        return counted
    if question.verdicts and _verdicts_asked(composing) and whole(composing):
        composing.question = _with_every_verdict(question)
        asked = composing.question
        among = every_meeting(composing, meetings, lambda paper, item: lists.has_verdict(asked, paper, item))
        return verdicts(composing, among)
    # 夜间门诊头一批开哪些科 asks for no item that goes on anywhere, though one is to be revised
    goes_on = aspect in ("item_list", "outcome_list", "next_step") or (aspect is None and asks_step(question.text))
    if goes_on and lists.WHICH_ITEMS.search(question.text):
        found = lists.by_next_step(meetings, composing.terms)
        if found:
            return composing.stamped("ledger", found)
    if aspect == "measure_count" and OF_THE_PAPER.search(question.text):
        return None
    if aspect == "measure_count" and composing.units and only_units(composing):
        return of_units(composing)  # 市水利局有几项任务: those of a unit, not of the items that speak of it
    if aspect in ("item_count", "item_list", "measure_count") or (aspect is None and items_counted(composing)):
        return counts(composing, meetings)
    if aspect == "outcome" and of_every_item(composing):
        found = [(source, line) for source in meetings for line in every_verdict(source)]
        return composing.listed("ledger", found) if found and len(meetings) <= ANSWERED_AT_MOST else None
    if aspect == "reported_by":
        units = composing.units
        among = every_meeting(composing, meetings, lambda _, item: lists.is_reporter(question, item.presenters, units))
        found = [(s, one) for s in among for one in lists.reported_by(question, s, composing.units)]
        if found:
            return composing.listed("record", found)
        return composing.refusal("not_stated", "记载中没有这样的汇报。", route="record")
    if aspect == "other_matters":
        found = [(s, one) for s in meetings for one in lists.other_matters(s)]
        return composing.stamped("record", found) if found else None
    if due_asked(question.text) and not composing.units:
        return due(composing)
    if composing.units and (of_units_by_then := due_of_units(composing)) is not None:
        return of_units_by_then
    if aspect == "unit_matters" or (aspect in ("item_list", "decision") and composing.units and only_units(composing)):
        return of_units(composing)
    if aspect == "deadline_list":
        return due(composing)
    return None


def every_meeting(
    composing: Composing, meetings: Sequence[Source], count: Callable[[Digest, DigestItem], bool]
) -> Sequence[Source]:
    """Return the meetings with an item that counts, where not all of them were opened; else those that were."""
    if not composing.narrowed:
        return meetings

    def lines(entry: Entry, digest: Digest) -> int:
        recorded = entry.meeting_name or entry.meeting_number
        return sum(count(digest, item) for item in digest.items) if recorded else 0

    return composing.every(count=lines) or meetings


def of_units(composing: Composing) -> Draft | None:
    """Answer what a unit leads, supports or has to do; with another topic beside it, only what concerns that too."""
    if not composing.units:
        return None
    beside = composing.terms.without("".join(composing.units) + lists.DUTY_WORDS)
    found = every_task(composing, beside=beside)
    if found or not only_units(composing):
        return composing.listed("ledger", found) if found else None
    role = next(
        (word for word in ("牵头", "配合", "负责", "承担", "主办", "协办") if word in composing.question.text), ""
    )
    told = f"没有载明由{'、'.join(composing.units)}{role}的事项。"
    return composing.refusal("not_stated", told, route="ledger")


def _verdicts_asked(composing: Composing) -> bool:
    """Tell whether verdicts are listed or counted: 哪些议题未获通过, 结论是“原则同意”的有几件."""
    text = composing.question.text
    return composing.question.aspect == "outcome_list" or bool(ASKED.search(text) and ITEMS.search(text))


def _with_every_verdict(question: Question) -> Question:
    """Return a question with every verdict that it joins: 没有通过或暂缓的."""
    every = asking.verdicts_asked(question.text)
    if every == ("rejected",) and NOT_PASSED.search(question.text) and not lists.COUNT_ASKED.search(question.text):
        every = ("rejected", "deferred")
    return replace(question, verdicts=every) if set(question.verdicts) < set(every) else question


def counts(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer how many items or points there are, or list the items, of whole documents or of one item."""
    question = composing.question
    named = target.about_documents(composing.sources, composing.terms)
    if question.item_number is not None and question.aspect == "item_list":
        chosen = target.targets(question, meetings, composing.terms)
        titles = [(one.source, lists.title_line(one.source, one.item)) for one in chosen]
        return composing.stamped("record", titles) if titles else None
    if question.item_number is not None or (not whole(composing) and not named):
        chosen = target.targets(question, composing.sources, composing.terms)
        found = [(one.source, s) for one in chosen for s in lists.measures(one.source, [one.item])]
        return composing.stamped("ledger", found) if found and question.aspect == "measure_count" else None
    within = named or list(meetings)
    if len(within) > ANSWERED_AT_MOST or (composing.narrowed and not named):
        return composing.ambiguous(within)
    if question.aspect == "measure_count":
        return composing.stamped("ledger", [(s, one) for s in within for one in lists.measures(s)])
    found = [(s, one) for s in within for one in lists.item_list(question, s)]
    return composing.stamped("record", found) if found else None


def items_counted(composing: Composing) -> bool:
    """Tell whether a question without another aspect counts the items of a meeting that it names: 议定了几项."""
    question = composing.question
    counted = ITEM_COUNT.search(question.text) and counts_items(question.text)
    return question.scope.named and whole(composing) and bool(counted)


def of_every_item(composing: Composing) -> bool:
    """Tell whether the results of a meeting are asked for, and of no item of it: 第3次会议的结论, 第3次会议怎么定的."""
    question = composing.question
    left = _RESULTS.sub("", without(question.text, question.scope.mentions))
    return question.scope.named and question.item_number is None and len(left) < 2


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
        return composing.listed("ledger", found)
    name = "、".join(lists.VERDICT_NAMES[verdict] for verdict in composing.question.verdicts)
    where = record.named_few(meetings)
    where += f"等 {len(meetings)} 次会议" if len(meetings) > 3 else ""
    where = f"所查 {len(composing.question.scope.entries)} 份文件" if composing.narrowed else where
    others = [
        Sentence(verdict.text, (record.quote(source, verdict.span),)) for source, verdict in looked[:ANSWERED_AT_MOST]
    ]
    preface = f"{where}没有{name}的议题" + ("，载明的结论如下：" if others else "。")
    return composing.draft("ledger", others, preface=preface)
