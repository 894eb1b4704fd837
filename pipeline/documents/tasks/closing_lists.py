"""A list behind the last item of who does what (议定事项责任分工): its tasks, by the items that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents.text.clean import Passage
from pipeline.documents.text.outline import Block
from pipeline.patterns import compiled

# 「议定事项责任分工」「分段包保任务分解」「附：会议议定事项清单」 on a line of its own
_HEADING = compiled(
    r"(?:附(?:件|表)?[\d一二三四五六七八九十]?[: ])?[ ]*(?P<title>[\u4e00-\u9fff\d、]{0,30}?"
    r"(?:责任|任务|职责|工作|事项|督办|包保|落实|推进)[\u4e00-\u9fff]{0,4}?(?:(?:分工|分解|清单|台账|交办|一览)(?:安排|情况|表)?|(?:落实|督办|跟踪)表))(?:如下)?[:]?"
)
_GAP = compiled(r"(?<=[\u4e00-\u9fff\d)%】》。;])[ ]+(?=[\u4e00-\u9fff《“])")
# 「附：议定事项责任分工表」「会议决定事项清单」
_OF_MEETING = compiled(r"附|会议|议定|决定|议决")
_SHORTEST = 6
_BLANKS = compiled(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Tasks:
    """Tasks of a closing list that belong to one matter: a passage each, and what heads them."""

    blocks: tuple[Block, ...]
    heading: Passage


def list_start(blocks: Sequence[Block], items: Sequence[int]) -> int | None:
    """Return the index of the line that opens a closing list behind the last item, or `None`.

    The list names the items anew (议题一 …) or has no labels of theirs at all; a table is of the whole meeting only
    where its heading says so (附：…, 会议议定事项…).

    Args:
        blocks: the blocks up to the attendance or the foot.
        items: the indexes of what seems to head items, the first of the list's own labels included.
    """
    for index in range(items[0] + 1, len(blocks) - 1):
        if blocks[index].mark is not None or not _HEADING.fullmatch(blocks[index].passage.flat):
            continue
        rest = blocks[index + 1 :]
        before = {mark.value for item in items if item < index and (mark := blocks[item].mark)}
        anew = [mark.value for item in items if item > index and (mark := blocks[item].mark)]
        if any("|" in block.passage.flat for block in rest) and not _of_the_meeting(blocks[index], rest):
            return None
        if all(value in before for value in anew) and (not anew or anew[0] == min(before, default=0)):
            return index
    return None


def _of_the_meeting(heading: Block, rest: Sequence[Block]) -> bool:
    """Tell whether a table right behind a heading, and nothing more, lists the tasks of the whole meeting."""
    return _OF_MEETING.search(heading.passage.flat) is not None and all("|" in block.passage.flat for block in rest)


def tasks_of(behind: Sequence[Block], titles: Mapping[int, Passage]) -> Iterator[Tasks]:
    """Yield the tasks of a closing list, those of each item by themselves where its labels name items.

    Args:
        behind: the blocks of the tail.
        titles: what the items are called, by their numbers.
    """
    if not behind or (opened := _HEADING.fullmatch(behind[0].passage.flat)) is None or behind[0].mark:
        return
    heading = behind[0].passage.part(*opened.span("title"))
    by_item = all(_names_item(block, titles) for block in behind[1:] if block.mark and block.depth == 0)
    held: list[Block] = []
    current = heading
    for block in behind[1:]:
        if by_item and _names_item(block, titles) and block.mark is not None:
            if held:
                yield Tasks(tuple(held), current)
            current, held = titles[block.mark.value], []
            block = Block(block.passage.part(block.mark.body))
        held += [block] if block.mark else [Block(piece) for piece in _apart(block.passage)]
    if held:
        yield Tasks(tuple(held), current)


def _names_item(block: Block, titles: Mapping[int, Passage]) -> bool:
    """Tell whether a label of the list is that of an item: 「议题三　…」."""
    return block.mark is not None and block.mark.style == "topic" and block.mark.value in titles


def _apart(passage: Passage) -> list[Passage]:
    """Return the tasks of a line that only blanks set apart, or the line: each of them is a clause."""
    pieces = list(_cut(passage, _GAP))
    return pieces if all(len(piece.flat) >= _SHORTEST for piece in pieces) else [passage]


def is_list(behind: Sequence[Block]) -> bool:
    """Tell whether the tail opens with the heading of a closing list."""
    return bool(behind) and behind[0].mark is None and _HEADING.fullmatch(behind[0].passage.flat) is not None


def columns_of(passage: Passage) -> list[Passage]:
    """Return the pieces of a line between blanks: 「摊位登记　区市场监管局　6月15日前」."""
    return [piece for one in _cut(passage, _BLANKS) if (piece := one.bare_end("。;,")).flat]


def _cut(passage: Passage, gaps: re.Pattern[str]) -> Iterator[Passage]:
    """Yield the pieces of a line between its gaps."""
    start = 0
    for gap in gaps.finditer(passage.flat):
        yield passage.part(start, gap.start())
        start = gap.end()
    yield passage.part(start)
