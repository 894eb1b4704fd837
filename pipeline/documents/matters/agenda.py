"""A meeting's record divides into matters: by labels, by paragraphs that open one, or by an agenda told in prose."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.context import Context
from pipeline.documents.matters.bare_headings import bare_headings
from pipeline.documents.matters.beside import opens_tail
from pipeline.documents.matters.items import Shape, build_item
from pipeline.documents.matters.levels import Plan, choose, names_section
from pipeline.documents.matters.tables import Table, find_table, items_of
from pipeline.documents.matters.tail import clauses_of
from pipeline.documents.matters.topics import titled_topic, topic_of
from pipeline.documents.numerals import CHINESE, chinese_to_int
from pipeline.documents.patterns import HEADING_VERB
from pipeline.documents.tasks.closing_lists import list_start
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Paper, Passage
from pipeline.documents.text.outline import Block, Mark
from pipeline.minutes import Item, Notice, Section, Span
from pipeline.patterns import compiled


@dataclass(frozen=True, slots=True)
class Matters:
    """The items of a record, the index of the first block that belongs to them, and of the first behind them."""

    first: int
    items: tuple[Item, ...]
    stop: int
    sections: tuple[Section, ...] = ()
    notices: tuple[Notice, ...] = ()
    head_end: int | None = None


def read_matters(
    context: Context,
    blocks: Sequence[Block],
    *,
    first: int,
    readout: bool = False,
    record: Sequence[Passage] = (),
    lists: Span | None = None,
) -> Matters:
    """Read the items of a record.

    Args:
        context: the document.
        blocks: the blocks up to the attendance or the foot.
        first: the index of the first block behind the head.
        readout: each paragraph treats one matter of the lead's agenda.
        record: the head, where an only matter and the agenda of a readout are named.
        lists: the place of the attendance lists.
    """
    table = find_table(context.paper)
    if table is not None and _stands_apart(blocks, table, lists):
        return _from_table(context, blocks, table)
    bare = bare_headings(context.paper, blocks)
    plan = choose(blocks, first=first, every=readout, titled=titled_topic(record) is not None, bare=bare)
    if plan.how in ("none", "single"):
        told = _told_agenda(blocks)
        if told is not None:
            return _from_agenda(context, *told)
    if plan.how == "prose" and (told := _told_agenda(blocks)) is not None:
        matters = _treated_in_turn(context, blocks, max(first, told[0] + 1), told[1])
        if matters is not None:
            return matters
    if not plan.items:
        return Matters(len(blocks), (), len(blocks))
    stop = _tail_start(blocks, plan)
    starts = sorted(index for index in {*plan.items, *plan.sections} if index < stop)
    items, sections = list[Item](), list[Section]()
    label: str | None = None
    single = plan.how == "single"
    opening = [block.passage for block in itertools.takewhile(lambda block: not block.mark, blocks[first:])]
    for place, index in enumerate(starts):
        following = starts[place + 1] if place + 1 < len(starts) else stop
        end = blocks[following - 1].passage.end
        if index in plan.sections:
            section = _section(context.paper, blocks[index], end)
            sections.append(section)
            label = section.label
            continue
        within = bool(sections) and blocks[index].depth > blocks[plan.sections[0]].depth
        label = label if within else None
        shape = Shape(section=label, single=single, topic=topic_of(record, opening) if single else None)
        items.append(build_item(context, blocks[index:following], end=end, shape=shape))
        if within:
            sections[-1] = replace(sections[-1], end=end)
    if readout and plan.how == "prose":
        items = _titled(context.paper, items, record)
    return Matters(starts[0], tuple(items), stop, tuple(sections), _doubt(blocks, plan))


_AGENDA_VERB = compiled(
    rf"(?P<verb>{HEADING_VERB}|讨论通过|审议通过|决定|通过)(?:并?(?:原则)?通过)?了?(?P<title>[^,。;]+)"
)


def _titled(paper: Paper, items: list[Item], record: Sequence[Passage]) -> list[Item]:
    """Give the paragraphs of a readout the matters that its lead lists, one for one where the counts agree."""
    lead = next((passage for passage in reversed(record) if re.search(r"召开|主持", passage.flat)), None)
    if lead is None:
        return items
    start = max(lead.flat.find("会议"), 0)
    agenda = []
    for left, right in clauses_of(lead.flat):
        match = _AGENDA_VERB.match(lead.flat, left, right)
        if left >= start and match:
            agenda.append(lead.part(*match.span("title")))
    # 「研究甲、乙、丙等工作，审议《丁》《戊》」: told one by one where that gives as many as there are paragraphs
    apart = [piece for title in agenda for piece in _apart(title)]
    for told in (agenda, apart):
        if len(told) == len(items):
            return [_with_title(item, title, paper) for item, title in zip(items, told, strict=True)]
    return [_best_title(paper, item, apart) for item in items]


_LISTED = compiled(r"《[^》]*》|[^、《》]+")


def _apart(title: Passage) -> list[Passage]:
    etc = _ETC.search(title.flat)
    body = title.part(0, etc.start()) if etc else title
    if "《" in body.flat and not body.flat.startswith("《"):
        return [body]
    return [body.part(*match.span()) for match in _LISTED.finditer(body.flat) if match.group().strip("、 和及")]


_ETC = compiled(r"等(?:工作|事项|文件|问题|事宜|议题)?$")


def _with_title(item: Item, title: Passage, paper: Paper) -> Item:
    return replace(item, title=named(paper, title.span()), spans={**item.spans, "title": title.span()})


def _shared(title: str, body: str) -> float:
    """Return which part of a title's pairs of characters a text holds."""
    return sum(1 for place in range(len(title) - 1) if title[place : place + 2] in body) / max(1, len(title) - 1)


def _best_title(paper: Paper, item: Item, agenda: Sequence[Passage]) -> Item:
    body = paper.plain[item.start : item.end]
    scored = [(_shared(title.flat, body), title) for title in agenda]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return _with_title(item, best[1], paper) if best[1] is not None and best[0] >= 0.4 else item


def _stands_apart(blocks: Sequence[Block], table: Table, lists: Span | None) -> bool:
    """Tell whether the table's rows are blocks of the body, and no list or foot was read out of them."""
    outside = [block for block in blocks if block.mark and not table.span.start <= block.passage.start < table.span.end]
    outer = [block for block in outside if block.depth == 0]
    if table.is_of_tasks and len(outer) >= 2:
        # 「二、任务分工如下：」 with the table beneath it
        return False
    around = [block.passage.start < table.span.start for block in outer if not names_section(block.body)]
    if table.tells_who and len(around) >= 3 and any(around) and not all(around):
        # 「五、实验室检查情况」 with the table of what is to be mended, then 「六、…」
        return False
    rows = sum(1 for block in blocks if table.span.start <= block.passage.start and block.passage.end <= table.span.end)
    return rows >= len(table.rows) and (lists is None or lists.end <= table.span.start or lists.start >= table.span.end)


def _from_table(context: Context, blocks: Sequence[Block], table: Table) -> Matters:
    first = next((index for index, block in enumerate(blocks) if block.passage.end > table.span.start), len(blocks))
    stop = next((index for index, block in enumerate(blocks) if block.passage.start >= table.span.end), len(blocks))
    return Matters(first, items_of(context, table), stop)


def _doubt(blocks: Sequence[Block], plan: Plan) -> tuple[Notice, ...]:
    if not plan.close:
        return ()
    place = blocks[plan.items[0]].passage.start
    return (Notice(code="outline_doubtful", message="议题的划分有两种可能，请核对", start=place, end=place),)


def _tail_start(blocks: Sequence[Block], plan: Plan) -> int:
    if plan.how == "labels" and (closing := list_start(blocks, plan.items)) is not None:
        return closing
    for index in range(plan.items[-1] + (0 if plan.how == "prose" else 1), len(blocks)):
        own = sum(1 for block in blocks[plan.items[-1] + 1 : index] if block.mark)
        if index > plan.items[0] and opens_tail(blocks[index], own=own, alone=plan.how == "single"):
            return index
    return len(blocks)


def _section(paper: Paper, block: Block, end: int) -> Section:
    mark = block.mark
    title = block.passage.part(mark.body if mark else 0)
    title = title.bare_end("。:;,")
    label = named(paper, block.passage.span(*mark.label)) if mark else None
    return Section(label=label, title=named(paper, title.span()), start=block.passage.start, end=end)


# 「会议共有九项议题:一是…」, but not 「主要存在三个方面的问题:一是…」
_TELLS_AGENDA = compiled(
    r"(?:议题|议程|事项|内容|方面)(?![^。;]{0,4}(?:问题|原因|不足|困难|短板|矛盾|特点|差距|隐患|风险|成效|成绩|压力))[^。;]{0,16}(?=一是)"
)
_CLAUSE_LABEL = compiled(rf"(?P<label>[{CHINESE}]{{1,3}})(?:是|、)")


def _told_agenda(blocks: Sequence[Block]) -> tuple[int, list[Block]] | None:
    """Find 「会议共有九项议题：一是…；二是…；九是…。」 and return its block and the clauses as blocks."""
    for index, block in enumerate(blocks[:20]):
        flat = block.passage.flat
        opener = _TELLS_AGENDA.search(flat)
        if opener is None:
            continue
        cuts: list[tuple[int, Mark]] = []
        for match in _CLAUSE_LABEL.finditer(flat, opener.end()):
            value = chinese_to_int(match["label"])
            if value == len(cuts) + 1:
                cuts.append(
                    (match.start(), Mark("yi_shi", value, (0, len(match["label"])), match.end() - match.start()))
                )
        if len(cuts) < 2:
            continue
        stop = flat.find("。", cuts[-1][0])
        ends = [start for start, _ in cuts[1:]] + [stop + 1 if stop >= 0 else len(flat)]
        clauses = [
            Block(block.passage.part(start, end), mark, 0) for (start, mark), end in zip(cuts, ends, strict=True)
        ]
        return index, clauses
    return None


def _from_agenda(context: Context, index: int, clauses: list[Block]) -> Matters:
    items = tuple(build_item(context, [clause], end=clause.passage.end) for clause in clauses)
    return Matters(index, items, index + 1, head_end=clauses[0].passage.start)


def _treated_in_turn(context: Context, blocks: Sequence[Block], first: int, clauses: list[Block]) -> Matters | None:
    """Give each paragraph the matter of the told agenda that stands in its place, where the two go in step."""
    paragraphs = blocks[first:]
    if len(paragraphs) != len(clauses) or any(block.mark for block in paragraphs):
        return None
    told = [build_item(context, [clause], end=clause.passage.end) for clause in clauses]
    shared = sum(_shared(item.title, block.passage.flat) >= 0.4 for item, block in zip(told, paragraphs, strict=True))
    if shared < 0.6 * len(told):
        return None
    items = []
    for named_item, block in zip(told, paragraphs, strict=True):
        item = build_item(context, [block], end=block.passage.end)
        spans = {**item.spans, **{key: span for key, span in named_item.spans.items() if key in ("title", "verb")}}
        items.append(replace(item, title=named_item.title, verb=named_item.verb or item.verb, spans=spans))
    return Matters(first, tuple(items), len(blocks))
