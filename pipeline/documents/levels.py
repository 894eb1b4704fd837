"""Which level of labels numbers the items: every level is scored by how its passages read, and the best one wins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.documents.outline import Block
from pipeline.documents.patterns import BRACKETED, HEADING_VERB, ITEM_OPENER, MEETING
from pipeline.documents.verdicts import find_verdict
from pipeline.patterns import compiled

_VERB = compiled(rf"(?:{MEETING})?{HEADING_VERB}(?!(?:落实|制定|解决|出台|推进|建立|提出|谋划|完善)[^《]*$)")
_MATTER = compiled(r"《|关于|有关|对《|就")
_MATTER_END = compiled(
    r"(?:汇报|报告|请示|方案|议案|提案|问题|事宜|事项|情况|意见|办法|建议|规划|计划|预案|细则|名单"
    r"|说明|通知|决定|工作|议题|草案|规定|申请|项目|协议|预算|决算)(?:\([^()]*\))?[。;:]?$"
)
_TASK = compiled(
    r"(?:加快|加强|强化|提高|严格|落实|完善|做好|抓|突出|坚持|建立|健全|推进|推动|优化|深化|统筹|切实"
    r"|进一步|高度|认真|细化|压实|各|由|请|要|聚焦|围绕|确保|全力|全面|持续|提升|积极|扎实|广泛|规范"
    r"|督促|尽快|严禁|责成|狠抓|牢固|层层|深入|加大|立即|充分|紧盯|提前|始终|注重|稳妥|科学|依法|及时"
    r"|明确|组织|开展|实施|增强|营造|凝聚|把握|树立|守牢|筑牢|用好|盯紧|保障|打造|争取|力争|对标"
    r"|千方百计|继续|主动|共同|会后|下一步|市|县|区|镇)"
)
_GENERIC_SECTION = compiled(
    r"(?:会议|本次|审议|讨论|听取|研究|学习|通报|议定|决定|汇报|传达|有关|召开|出席|董事会|监事会|股东大?会|党委会|议案|和|及|与|的|基本)*(?:事项|议题|议程|内容|情况"
    r"|决定事项|议定事项|会议内容|学习|听取|审议|传达学习|学习传达|研究|议案|其他(?:事项)?|会议议题"
    r"|集体学习|遗留问题|研究事项|主要内容|通报事项|参会人员|参加人员|出席人员|会议(?:时间|地点|要求)"
    r"|(?:有关|相关|工作)?要求|时间|地点|注意事项|时间地点|时间和地点|会议时间和地点|总则|附则|备查文件|附件|概况)"
)
# A section with nothing to decide in it: how the meeting was called, what is kept on file
_NO_MATTERS = compiled(
    r".{0,10}(?:召开|出席|到会|参会|基本)(?:和出席)?(?:的)?(?:基本)?情况|备查文件|附件|(?:会议)?概况|参[会加]人员|时间.*地点|(?:有关|会务|参会)要求|注意事项"
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of labels: the blocks that bear them, and how much they read like items (0 to about 1.5)."""

    depth: int
    style: str
    indexes: tuple[int, ...]
    score: float


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


def levels_of(blocks: Sequence[Block]) -> list[Level]:
    """Return the levels of labels, the outermost first, scored."""
    places: dict[tuple[int, str], list[int]] = {}
    for index, block in enumerate(blocks):
        if block.mark is not None:
            places.setdefault((block.depth, block.mark.style), []).append(index)
    return [
        Level(depth, style, tuple(indexes), _score(blocks, depth, indexes))
        for (depth, style), indexes in sorted(places.items(), key=lambda entry: (entry[0][0], entry[1][0]))
    ]


def _score(blocks: Sequence[Block], depth: int, indexes: Sequence[int]) -> float:
    scores = [_reads_as_item(blocks, depth, index) for index in indexes]
    return sum(scores) / len(scores)


def _reads_as_item(blocks: Sequence[Block], depth: int, index: int) -> float:
    block = blocks[index]
    body = block.body
    first = re.split(r"[。;:]", body, maxsplit=1)[0]
    whole = len(first) >= len(body.rstrip("。;:")) or len(body) <= 60
    score = 0.2
    if block.mark and block.mark.style == "topic":
        score = 1.2
    elif find_verdict(block.passage.part(block.mark.body if block.mark else 0, None).part(0, len(first))):
        score = 0.9
    elif ((_VERB.match(first) or ITEM_OPENER.match(body)) and len(first) <= 120) or (
        _MATTER.match(first) and (len(first) <= 70 or "《" in first[:12])
    ):
        score = 1.0
    elif whole and len(first) <= 45 and _MATTER_END.search(first) and not re.match(r"要|由|请|各", first):
        score = 0.8
    elif whole and len(first) <= 30 and "," not in first:
        score = 0.5 if not _TASK.match(first) else 0.3
    elif _TASK.match(first):
        score = 0.0
    return score + _followed(blocks, depth, index)


_TREATED = compiled(
    rf"{MEETING}?(?:听取了|听了|审议了|原则|认为|指出|强调|要求|明确|决定|同意|议定|研究)|汇报人|(?:同意|赞成)\d+票"
)


def _followed(blocks: Sequence[Block], depth: int, index: int) -> float:
    """What stands beneath a heading of an item: a report was heard, points were set out."""
    for later in blocks[index + 1 : index + 4]:
        if later.mark is not None and later.depth <= depth:
            return 0.0
        if later.mark is None and _TREATED.match(later.passage.flat):
            return 0.5
    return 0.0


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
    inner = [level for level in levels if level.depth >= 1 and level.score >= 0.75 and len(level.indexes) >= 2]
    best_inner = max(inner, key=lambda level: level.score, default=None)
    listed = [index for level in levels if level.depth >= 1 for index in level.indexes if _on_the_agenda(blocks, index)]
    if listed and _are_sections(blocks, outer):
        return Plan("labels", tuple(sorted(listed)), tuple(outer.indexes))
    if best_inner is not None and (outer.style == "chapter" or _are_sections(blocks, outer)):
        kept = tuple(index for index in best_inner.indexes if not _beside_the_matter(blocks, index))
        return Plan("labels", kept or best_inner.indexes, _sections(blocks, outer, best_inner))
    if len(prose) >= 4 and len(prose) >= 2 * len(outer.indexes) and prose[0] < outer.indexes[0]:
        # 「会议讨论了…。会议明确：①…；②…」 in one of many paragraphs that each treat a matter
        return Plan("prose", prose)
    if titled and sum(_opens_matter(blocks, outer.depth, index) for index in outer.indexes) * 2 < len(outer.indexes):
        return Plan("single", (_single_start(blocks, first, outer),), close=outer.score >= 0.45)
    if outer.score >= 0.45:
        indexes = _same_depth(levels, outer)
        sections = tuple(index for index in outer.indexes if _lists_matters(blocks, index))
        inner_items = [item for index in sections for item in _beneath(blocks, index)]
        items = tuple(sorted({*indexes, *inner_items} - {*sections}))
        return Plan("labels", items, sections, close=outer.score < 0.55)
    if len(prose) >= 2 or (prose and _restarts(blocks, outer)):
        return Plan("prose", prose)
    return Plan("single", (_single_start(blocks, first, outer),), close=outer.score > 0.35)


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
    treated = _followed(blocks, depth, index) or _heads_a_record(blocks, index)
    return bool(_VERB.match(body) or body.startswith("《") or treated)


def _heads_a_record(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a label is a title with a report beneath it and, beneath that, tasks with labels of their own."""
    titled = len(blocks[index].body) <= 40 and not re.search("[。,]", blocks[index].body)
    told = index + 1 < len(blocks) and blocks[index + 1].mark is None
    return titled and told and bool(_beneath(blocks, index))


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
    """The labels of the chosen level; another style at the same depth counts when it too reads as items."""
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
    return len(beneath) >= 2 and _score(blocks, blocks[index].depth + 1, beneath) >= 0.75


def _beside_the_matter(blocks: Sequence[Block], index: int) -> bool:
    above = next((block for block in reversed(blocks[:index]) if block.mark and block.depth == 0), None)
    return above is not None and bool(_NO_MATTERS.fullmatch(above.body.strip("。:; ")))


_AGENDA = compiled(r"(?:会议|审议|讨论|研究|主要|拟审议|有关)*(?:议程|议题|日程)(?:安排|内容|事项)?")


def _on_the_agenda(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a label stands in the section 「三、会议议程」 of a notice."""
    above = next((block for block in reversed(blocks[:index]) if block.mark and block.depth == 0), None)
    return above is not None and bool(_AGENDA.fullmatch(above.body.strip("。:; ")))


def _sections(blocks: Sequence[Block], outer: Level, inner: Level) -> tuple[int, ...]:
    return tuple(index for index in range(len(blocks)) if blocks[index].mark and 0 <= blocks[index].depth < inner.depth)


def _restarts(blocks: Sequence[Block], outer: Level) -> bool:
    return sum(1 for index in outer.indexes if (mark := blocks[index].mark) and mark.value == 1) > 1


def _single_start(blocks: Sequence[Block], first: int, outer: Level) -> int:
    """A single matter starts behind the head; what was said before its points belongs to it."""
    return min(first, outer.indexes[0])
