"""Headings without a number: short lines that bear one sign (▍, ■, ◆), are bold, Markdown's, or 关于…."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from pipeline.documents.front.head import is_heading_line
from pipeline.documents.front.title import is_lead
from pipeline.documents.matters.levels import names_section
from pipeline.documents.patterns import FOOT, LABELS, SIGNS
from pipeline.documents.text.clean import Paper
from pipeline.documents.text.outline import Block
from pipeline.patterns import compiled

_LONGEST = 40
_BOLD = compiled(r"(?:\*\*|__)[^*\n]+(?:\*\*|__)")
_HASHES = compiled(r"#{1,6}(?=[ ])")
# 「关于塘坝清淤」 on a line of its own
_ABOUT = compiled(r"关于[^,:]{3,}(?<!的通知)(?<!的函)(?<!的公告)(?<!纪要)")
# 「◆ 村级事项」: a part of the record
_PART = compiled(r"[\u4e00-\u9fff]{0,6}(?:事项|工作|议题|部分|方面|事务|议案|情况|人员|名单|要求|结果|意见)")


def bare_headings(paper: Paper, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the indexes of the blocks that head matters by one and the same sign; none where another order shows.

    Each has its matter beneath it; no list of labels runs on from one to the next, and none stands before the first.

    >>> from pipeline.documents.text.clean import prepare
    >>> from pipeline.documents.text.outline import blocks_of
    >>> sheet = prepare("▍修渠\\n会上同意修渠。\\n▍低保\\n会议同意新增低保户。", file="a.txt")
    >>> bare_headings(sheet, blocks_of(sheet.paragraphs))
    (0, 2)
    """
    groups: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        if (sign := _sign(paper, block)) is not None:
            groups.setdefault(sign, []).append(index)
    for indexes in groups.values():
        heads = [index for index in indexes if _heads(blocks, index)]
        behind = [index for index in indexes if heads and index >= heads[0]]
        if len(heads) >= 2 and heads == behind and not _numbered(blocks, heads):
            return tuple(heads)
    return ()


def _sign(paper: Paper, block: Block) -> str | None:
    """Return the sign by which a short line without a label stands out."""
    flat = block.passage.flat
    if block.mark is not None or not 2 <= len(flat) <= _LONGEST or re.search("[。;|]|:$", flat) or LABELS.match(flat):
        return None
    if flat[0] in SIGNS:
        return flat[0]
    if _ABOUT.fullmatch(flat):
        return "关于"
    start = paper.text.rfind("\n", 0, block.passage.start) + 1
    stop = paper.text.find("\n", block.passage.end)
    line = paper.text[start : stop if stop >= 0 else None].strip()
    hashes = _HASHES.match(line)
    return hashes.group() if hashes else "**" if _BOLD.fullmatch(line) else None


def _heads(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a line names a matter that the paragraph beneath it treats."""
    name = blocks[index].passage.flat.lstrip(f"{SIGNS} ")
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or not name or names_section(name) or _PART.fullmatch(name) or FOOT.match(name):
        return False
    flat = below.passage.flat
    if below.mark is not None:
        return below.mark.value == 1
    return not (is_lead(flat) or LABELS.match(flat) or is_heading_line(flat))


def _numbered(blocks: Sequence[Block], heads: Sequence[int]) -> bool:
    """Tell whether labels number something else than the points beneath each heading."""
    marks = [(index, block.mark) for index, block in enumerate(blocks) if block.mark is not None and block.depth == 0]
    if marks and marks[0][0] < heads[0]:
        return True
    places = [index for index, _ in marks]
    opened = {bisect.bisect_right(places, head) for head in heads} - {len(places)}
    return any(marks[place][1].value != 1 for place in opened)
