"""Which level of labels numbers the items: every level is scored by how its passages read, and the best one wins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.matters.item_likeness import VERB, Level, levels_of, score_of, treated
from pipeline.documents.patterns import BRACKETED, ITEM_OPENER, MEETING
from pipeline.documents.text.outline import Block
from pipeline.patterns import compiled

_GENERIC_SECTION = compiled(
    r"(?:会议|本次|审议|讨论|听取|研究|学习|通报|议定|决定|汇报|传达|有关|召开|出席|董事会|监事会|股东大?会|党委会|议案|和|及|与|的|基本)*(?:事项|议题|议程|内容|情况"
    r"|决定事项|议定事项|会议内容|学习|听取|审议|传达学习|学习传达|研究|议案|其他(?:事项)?|会议议题"
    r"|集体学习|遗留问题|研究事项|主要内容|通报事项|参会人员|参加人员|出席人员|会议(?:时间|地点|要求)"
    r"|(?:有关|相关|工作)?要求|时间|日期|地点|主持人?|记录人?|(?:参加|参会|出席|列席|缺席|请假|与会)(?:会议)?的?(?:人员|领导|单位|同志)?|注意事项|时间地点|时间和地点|会议时间和地点|总则|附则|备查文件|附件|概况)"
)
# A section with nothing to decide in it: how the meeting was called, what is kept on file
_NO_MATTERS = compiled(
    r".{0,10}(?:召开|出席|到会|参会|基本)(?:和出席)?(?:的)?(?:基本)?情况|备查文件|附件|(?:会议)?概况|参[会加]人员|时间.*地点|(?:有关|会务|参会)要求|注意事项"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How the body divides: where items start, where sections start, and whether another reading was close.

    `how` is `labels` (each start bears a label), `prose` (each start opens a matter: 会议听取了…), `single` (one matter
    whose points are the labels) or `none`.
    """

    how: str
    items: tuple[int, ...] = ()
    sections: tuple[int, ...] = ()
    close: bool = False


def choose(
    blocks: Sequence[Block], *, first: int, every: bool = False, titled: bool = False, bare: Sequence[int] = ()
) -> Plan:
    """Decide what numbers the items of a meeting's record.

    Args:
        blocks: the blocks up to the attendance or the foot.
        first: the index of the first block behind the head.
        every: each paragraph that begins with the meeting treats one matter (a readout).
        titled: the title names the only matter (关于…的专题会议纪要); labels are points unless they read as matters.
        bare: the headings that bear a sign and no number.
    """
    if bare:
        return Plan("prose", tuple(bare))
    levels = levels_of(blocks)
    prose = _paragraphs(blocks, first, _SPEAKS if every else ITEM_OPENER)
    bracketed = tuple(index for index in range(first, len(blocks)) if BRACKETED.fullmatch(blocks[index].passage.flat))
    if len(bracketed) >= 2 and len(bracketed) * 3 >= len(prose):
        return Plan("prose", bracketed)
    if not levels:
        return Plan("prose", prose) if prose else Plan("none")
    levels = [_without_agenda(blocks, level) for level in levels]
    outer = max(
        (level for level in levels if level.depth == 0), key=lambda level: level.score + len(level.indexes) / 50
    )
    parted = _are_sections(blocks, outer)
    inner = [
        level
        for level in levels
        if level.depth >= 1 and len(level.indexes) >= 2 and (level.score >= 0.75 or (parted and _heads(blocks, level)))
    ]
    best_inner = max(inner, key=lambda level: level.score, default=None)
    listed = [index for level in levels if level.depth >= 1 for index in level.indexes if _on_the_agenda(blocks, index)]
    if listed and parted:
        return Plan("labels", tuple(sorted(listed)), tuple(outer.indexes))
    if best_inner is not None and (outer.style == "chapter" or parted):
        kept = tuple(index for index in best_inner.indexes if not _beside_the_matter(blocks, index))
        return Plan("labels", kept or best_inner.indexes, _sections(blocks, best_inner))
    if len(prose) >= 4 and len(prose) >= 2 * len(outer.indexes) and prose[0] < outer.indexes[0]:
        # 「会议讨论了…。会议明确：①…；②…」 in one of many paragraphs that each treat a matter
        return Plan("prose", prose)
    if titled and sum(_opens_matter(blocks, outer.depth, index) for index in outer.indexes) * 2 < len(outer.indexes):
        return Plan("single", (_single_start(first, outer),), close=outer.score >= 0.45)
    if outer.score >= 0.45:
        indexes = _same_depth(levels, outer)
        sections = tuple(index for index in outer.indexes if _lists_matters(blocks, index))
        inner_items = [item for index in sections for item in _beneath(blocks, index)]
        items = tuple(sorted({*indexes, *inner_items} - {*sections}))
        return Plan("labels", items, sections, close=outer.score < 0.55)
    if len(prose) >= 2 or (prose and _restarts(blocks, outer)):
        return Plan("prose", prose)
    return Plan("single", (_single_start(first, outer),), close=outer.score > 0.35)


# 「为巩固成果，会议审议通过了《…》」 among paragraphs that open with what the meeting heard
_ON_A_MATTER = compiled(
    rf"[^。;]{{4,80}}[,。]{MEETING}(?:不同意|原则同意|同意)[^,。;]{{2,30}}关于[^,。;]{{2,40}}(?:请示|申请|方案|报告)"
)
_THEN_DECIDED = compiled(
    rf"[^。;]{{4,80}}[,。]{MEETING}(?:一致|研究)*(?:审议|原则|同意|不同意|通过|听取|研究了|讨论了)"
)


def _paragraphs(blocks: Sequence[Block], first: int, opener: re.Pattern[str]) -> tuple[int, ...]:
    """Return the paragraphs without a label that each open a matter."""
    bare = [index for index in range(first, len(blocks)) if blocks[index].mark is None]
    strict = [index for index in bare if opener.match(blocks[index].passage.flat)]
    if len(strict) < 3 or len(bare) != len(range(first, len(blocks))):
        return tuple(strict)
    more = [
        index
        for index in sorted({*bare} - {*strict})
        if strict[0] < index and _THEN_DECIDED.match(blocks[index].passage.flat)
    ]
    flats = {index: blocks[index].passage.flat for index in more}
    opened = [index for index, flat in flats.items() if not _SAYS_ON.match(flat) or _ON_A_MATTER.match(flat)]
    return tuple(sorted([*strict, *opened]))


_SAYS_ON = compiled(rf"{MEETING}(?:指出|强调|要求|认为|明确|决定)|[^,。;]{{2,30}}(?:汇报|介绍|说明|通报)")


def _opens_matter(blocks: Sequence[Block], depth: int, index: int) -> bool:
    body = blocks[index].body
    heads = treated(blocks, depth, index) or _heads_a_record(blocks, index)
    return bool(VERB.match(body) or body.startswith("《") or heads)


def _heads_a_record(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a label is a title with a record beneath it: tasks with labels of their own, or a paragraph."""
    titled = len(blocks[index].body) <= 40 and not re.search("[。,;:]", blocks[index].body)
    told = blocks[index + 1].passage.flat if titled and index + 1 < len(blocks) and not blocks[index + 1].mark else ""
    # 「1. 关于征地拆迁」 with a paragraph of several sentences beneath it
    return titled and (bool(_beneath(blocks, index)) or told.count("。") > 1)


def _heads(blocks: Sequence[Block], level: Level) -> bool:
    """Tell whether nearly every label of a level is a title with a record beneath it: 「（一）高空坠物整治」."""
    heading = sum(_heads_a_record(blocks, index) for index in level.indexes)
    return level.depth == 1 and heading >= 0.8 * len(level.indexes)


_SPEAKS = compiled(rf"{MEETING}|随后")


def _without_agenda(blocks: Sequence[Block], level: Level) -> Level:
    """Leave out a list of the agenda that the headings repeat: 会议议题：1.…2.…, then 1.…, 2.… at length."""
    restarts = [
        place for place, index in enumerate(level.indexes) if place and (mark := blocks[index].mark) and mark.value == 1
    ]
    if not restarts or level.depth > 0:
        return level
    first, rest = level.indexes[: restarts[0]], level.indexes[restarts[0] :]
    bare = all(later - index == 1 for index, later in itertools.pairwise(first))
    if bare and len(rest) >= len(first) and all("。" not in blocks[index].body[:-1] for index in first):
        return replace(level, indexes=rest)
    return level


def _same_depth(levels: Sequence[Level], outer: Level) -> tuple[int, ...]:
    """Return the labels of the chosen level; another style at the same depth counts when it too reads as items."""
    joined = set(outer.indexes)
    for level in levels:
        if level.depth == outer.depth and level.style != outer.style and level.score >= 0.6:
            joined |= set(level.indexes)
    return tuple(sorted(joined))


def names_section(body: str) -> bool:
    """Tell whether a heading names a part of the record and no matter.

    >>> names_section("会议议定事项"), names_section("实验室检查情况")
    (True, False)
    """
    return _GENERIC_SECTION.fullmatch(re.split("[:。]", body.strip("。:; "), maxsplit=1)[0]) is not None


def _are_sections(blocks: Sequence[Block], outer: Level) -> bool:
    generic = sum(1 for index in outer.indexes if names_section(blocks[index].body))
    return generic >= max(1, 0.6 * len(outer.indexes))


# 「三、审议事项」 with 「（一）会议审议通过《…》」 beneath it, among headings that are matters themselves
_OF_MATTERS = compiled(
    r"(?:会议)?(?:审议|议定|研究|讨论|审定|表决|汇报|通报|听取)(?:和|并|、)?(?:审议|议定|研究|讨论|决定|通过)?(?:的)?(?:有关|相关|其他)?(?:事项|议题|议案)"
)


def _beneath(blocks: Sequence[Block], index: int) -> list[int]:
    """Return the labels one level beneath a heading."""
    found = []
    for later in range(index + 1, len(blocks)):
        if blocks[later].mark is None:
            continue
        if blocks[later].depth <= blocks[index].depth:
            break
        if blocks[later].depth == blocks[index].depth + 1:
            found.append(later)
    return found


def _lists_matters(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a heading names no matter but opens a list of matters, each of which reads as one."""
    if not _OF_MATTERS.fullmatch(blocks[index].body.strip("。:; ")):
        return False
    beneath = _beneath(blocks, index)
    return len(beneath) >= 2 and score_of(blocks, blocks[index].depth + 1, beneath) >= 0.75


def _beside_the_matter(blocks: Sequence[Block], index: int) -> bool:
    above = next((block for block in reversed(blocks[:index]) if block.mark and block.depth == 0), None)
    return above is not None and bool(_NO_MATTERS.fullmatch(above.body.strip("。:; ")))


_AGENDA = compiled(r"(?:会议|审议|讨论|研究|主要|拟审议|有关)*(?:议程|议题|日程)(?:安排|内容|事项)?")


def _on_the_agenda(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a label stands in the section 「三、会议议程」 of a notice."""
    above = next((block for block in reversed(blocks[:index]) if block.mark and block.depth == 0), None)
    return above is not None and bool(_AGENDA.fullmatch(above.body.strip("。:; ")))


def _sections(blocks: Sequence[Block], inner: Level) -> tuple[int, ...]:
    return tuple(index for index in range(len(blocks)) if blocks[index].mark and 0 <= blocks[index].depth < inner.depth)


def _restarts(blocks: Sequence[Block], outer: Level) -> bool:
    return sum(1 for index in outer.indexes if (mark := blocks[index].mark) and mark.value == 1) > 1


def _single_start(first: int, outer: Level) -> int:
    """Return where a single matter starts: behind the head; what was said before its points belongs to it."""
    return min(first, outer.indexes[0])
