"""How much each level of labels reads like one that numbers items: by what its passages say and what follows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.documents.patterns import HEADING_VERB, ITEM_OPENER, MEETING
from pipeline.documents.spoken.verdicts import find_verdict
from pipeline.documents.text.outline import Block
from pipeline.patterns import compiled

VERB = compiled(rf"(?:{MEETING})?{HEADING_VERB}(?!(?:落实|制定|解决|出台|推进|建立|提出|谋划|完善)[^《]*$)")
"""What the heading of a matter opens with: 「讨论《办法》」; 「研究制定…」 opens a task."""
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
_TREATED = compiled(
    rf"{MEETING}?(?:听取了|听了|审议了|原则|认为|指出|强调|要求|明确|决定|同意|议定|研究)|汇报人|(?:同意|赞成)\d+票"
)
# 「一、停车收费：市发改委主任某某汇报了…」: the title and the record of the matter in one paragraph
_RUN_IN = compiled(
    rf"[^,。;:]{{2,30}}[:。](?:{MEETING}(?:一致|经)?(?:听取|审议|研究|讨论|原则|同意|通过)"
    r"|(?!由|请|要|各)[^,。;:]{2,24}?(?:汇报|介绍|说明|通报|提出|报告)(?!制|会)(?:了|,|:|《|关于))"
)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of labels: the blocks that bear them, and how much they read like items (0 to about 1.5)."""

    depth: int
    style: str
    indexes: tuple[int, ...]
    score: float


def levels_of(blocks: Sequence[Block]) -> list[Level]:
    """Return the levels of labels, the outermost first, scored."""
    places: dict[tuple[int, str], list[int]] = {}
    for index, block in enumerate(blocks):
        if block.mark is not None:
            places.setdefault((block.depth, block.mark.style), []).append(index)
    return [
        Level(depth, style, tuple(indexes), score_of(blocks, depth, indexes))
        for (depth, style), indexes in sorted(places.items(), key=lambda entry: (entry[0][0], entry[1][0]))
    ]


def score_of(blocks: Sequence[Block], depth: int, indexes: Sequence[int]) -> float:
    """Return how much the labels of one depth read like those of items, on average."""
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
    elif _RUN_IN.match(body) or find_verdict(
        block.passage.part(len(block.passage.flat) - len(body)).part(0, len(first))
    ):
        score = 0.9
    elif ((VERB.match(first) or ITEM_OPENER.match(body)) and len(first) <= 120) or (
        _MATTER.match(first) and (len(first) <= 70 or "《" in first[:12])
    ):
        score = 1.0
    elif whole and len(first) <= 45 and _MATTER_END.search(first) and not re.match(r"要|由|请|各", first):
        score = 0.8
    elif whole and len(first) <= 30 and "," not in first:
        score = 0.5 if not _TASK.match(first) else 0.3
    elif _TASK.match(first):
        score = 0.0
    return score + treated(blocks, depth, index)


def treated(blocks: Sequence[Block], depth: int, index: int) -> float:
    """Return what it adds to a label's likeness that a report was heard, or points were set out, beneath it."""
    for later in blocks[index + 1 : index + 4]:
        if later.mark is not None and later.depth <= depth:
            return 0.0
        if later.mark is None and _TREATED.match(later.passage.flat):
            return 0.5
    return 0.0
