"""A rectification report (整改通报): sections, problems (问题) as items, measures (整改措施) as their points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.documents.context import Context
from pipeline.documents.matters.agenda import Matters
from pipeline.documents.matters.items import Shape, build_item
from pipeline.documents.tasks.points import named
from pipeline.documents.text.clean import Paper, Passage
from pipeline.documents.text.outline import Block
from pipeline.minutes import Item, Section
from pipeline.patterns import compiled

_PROBLEM = compiled(r"(?:关于|针对|对于|反馈)?.{0,40}(?:问题|方面|不[够力足到位实深严高强]|“)")
_PROBLEM_TITLE = compiled(
    r"(?:关于|针对|对于"
    r"|对)?(?:反馈)?(?:指出)?(?:的)?“(?P<quoted>.{2,120}?)”(?:的)?(?:等)?(?:反馈)?(?:问题|方面"
    r"|情况)?(?:的)?(?:整改)?(?:落实)?(?:情况|方面)?"
    r"|(?:关于|针对|对于)(?P<plain>.{2,120}?)(?:的)?(?:反馈)?(?:问题|方面)(?:的)?(?:整改)?(?:落实)?(?:情况)?"
)
_CLOSING = compiled(r"(?:欢迎|联系(?:方式|电话|人)|监督(?:电话|方式)|如有意见|邮政信箱|电子邮箱|通信地址|通讯地址)")


def read_report(context: Context, blocks: Sequence[Block]) -> Matters:
    """Read sections, problems and measures.

    Args:
        context: the document.
        blocks: its blocks without the foot.
    """
    stop = _closing(blocks)
    depth = _problem_depth(blocks[:stop])
    heads = [
        index
        for index, block in enumerate(blocks[:stop])
        if block.mark and 0 <= block.depth <= depth and (block.depth < depth or block.mark.style != "yi_shi")
    ]
    if not heads:
        return Matters(stop, (), stop)
    sections: list[Section] = []
    items: list[Item] = []
    label: str | None = None
    for place, index in enumerate(heads):
        following = heads[place + 1] if place + 1 < len(heads) else stop
        end = blocks[following - 1].passage.end
        if blocks[index].depth == depth and (depth > 0 or _reads_as_problem(blocks[index])):
            items.append(_problem(context, blocks[index:following], end, label))
            if sections and _continues(sections[-1], items[-1], label):
                sections[-1] = replace(sections[-1], end=end)
            continue
        sections.append(_section(context.paper, blocks[index], end))
        label = sections[-1].label
    return Matters(heads[0], tuple(items), stop, tuple(sections))


def _continues(section: Section, item: Item, label: str | None) -> bool:
    return section.label == label and item.start >= section.end


def _closing(blocks: Sequence[Block]) -> int:
    stop = len(blocks)
    while stop > 0 and blocks[stop - 1].mark is None and _CLOSING.match(blocks[stop - 1].passage.flat):
        stop -= 1
    return stop


def _problem_depth(blocks: Sequence[Block]) -> int:
    """Return the depth whose labels most read as problems; without any, the second level, else the first."""
    counts: dict[int, list[int]] = {}
    for block in blocks:
        if block.mark and block.mark.style != "yi_shi":
            counts.setdefault(block.depth, []).append(1 if _reads_as_problem(block) else 0)
    scored = [(sum(marks), depth) for depth, marks in counts.items() if sum(marks) >= 0.5 * len(marks)]
    if scored:
        return max(scored)[1]
    return min(1, max(counts, default=0))


def _reads_as_problem(block: Block) -> bool:
    first = block.body.split("。")[0]
    return len(first) <= 120 and bool(_PROBLEM.match(first)) and not re.search(r"[,;].{30,}", first)


def _problem(context: Context, blocks: Sequence[Block], end: int, section: str | None) -> Item:
    shape = Shape(section=section, title_of=problem_title, every_paragraph=True)
    return build_item(context, blocks, end=end, shape=shape)


def problem_title(passage: Passage) -> Passage:
    """Return the problem itself out of a heading: 关于“…”问题的整改 → …

    >>> text = "关于“产业升级不快”问题的整改。"
    >>> problem_title(Passage(text, range(len(text)))).flat
    '产业升级不快'
    """
    match = _PROBLEM_TITLE.fullmatch(passage.flat.rstrip("。:;, "))
    if match is None:
        return passage
    return passage.part(*match.span("quoted" if match["quoted"] else "plain"))


def _section(paper: Paper, block: Block, end: int) -> Section:
    mark = block.mark
    start = mark.body if mark else 0
    stop = block.passage.flat.find("。", start)
    title = block.passage.part(start, stop if stop >= 0 else None)
    title = title.bare_end(":;,")
    label = named(paper, block.passage.span(*mark.label)) if mark else None
    return Section(label=label, title=named(paper, title.span()), start=block.passage.start, end=end)
