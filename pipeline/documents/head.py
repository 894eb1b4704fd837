"""What stands before the items: title, issuing body, document number, and the facts of the meeting itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.documents.clean import Paper, Passage
from pipeline.documents.meeting import MeetingReader
from pipeline.documents.numerals import FoundDate, find_dates, find_document_numbers, parse_document_number
from pipeline.documents.outline import Block
from pipeline.documents.patterns import DATE_LINE, FOOT, LABELS, RECORD_OPENER, SESSION
from pipeline.documents.points import named
from pipeline.minutes import Meeting, Notice, Span

_TITLE_WORD = re.compile(
    r"纪要|决议|通报|记录|公告|公报|报告|通知|议程|纪实|决定|方案|意见|办法|规定|情况|函|公示|讲话|规划|细则|新闻|简报"
)
_BODY = re.compile(
    r"(?P<body>[\u4e00-\u9fff()]{2,28}?(?:人民政府|政府|委员会|常务委员会|办公室|办公厅|管委会"
    r"|管理委员会|党组|党委|公司|大学|学院|学校|中学|小学|医院|党支部|党总支|街道办事处|村民委员会"
    r"|村委会|居委会|集团|厅|局|协会|学会|董事会|监事会|理事会|股东大?会|支部委员会|指挥部|领导小组"
    r"|中心|工会|妇联|医院|研究所|研究院))(?:文件|\(.{1,12}\))?(?:[ ]+\d{4}[ ]?年.{3,8})?$"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The record of a document: its fields, and the place of each."""

    title: str | None = None
    document_number: str | None = None
    issuing_body: str | None = None
    meeting: Meeting = field(default_factory=Meeting)
    issued_date: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def head_length(blocks: Sequence[Block]) -> int:
    """Return how many blocks, from the first, belong to the head: all up to the end of the lead paragraph."""
    length = 0
    for index, block in enumerate(blocks[:25]):
        flat = block.passage.flat
        if block.mark is not None:
            break
        if _is_lead(flat):
            length = index + 1
            break
        if not _is_heading_line(flat):
            break
    length = length or _heading_lines(blocks)
    while length < len(blocks) and blocks[length].mark is None and RECORD_OPENER.fullmatch(blocks[length].passage.flat):
        length += 1
    return length


def _is_lead(flat: str) -> bool:
    if LABELS.match(flat):
        return False
    held = re.search(r"召开|主持|举行|召集", flat) and re.search(r"[,。]", flat)
    formal = re.match(r"(?:根据|按照|为)", flat) and re.search(r"[,。]", flat) and len(flat) > 30
    return bool(held or formal) and not re.match(r"会议(?:听取|审议|指出|强调|认为|要求)", flat)


def _is_heading_line(flat: str) -> bool:
    return bool(LABELS.match(flat)) or (len(flat) <= 60 and not re.search(r"[。;]", flat))


def foot_start(blocks: Sequence[Block]) -> int:
    """Return the index at which the foot starts: signature, date, who prepared it, to whom it goes."""
    start = len(blocks)
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 12), -1):
        flat = blocks[index].passage.flat
        label = LABELS.match(flat)
        foot = (
            FOOT.match(flat)
            or DATE_LINE.fullmatch(flat)
            or (label and label.lastgroup in ("issued", "recorder"))
            or (start < len(blocks) and _BODY.fullmatch(flat))
        )
        if blocks[index].mark is not None or not foot:
            break
        start = index
    return start


def _heading_lines(blocks: Sequence[Block]) -> int:
    length = 0
    for block in blocks[:25]:
        flat = block.passage.flat
        if LABELS.match(flat) or (block.mark is None and len(flat) <= 60 and flat[-1] not in "。;:,"):
            length += 1
        else:
            break
    return length


def read_facts(paper: Paper, head: Sequence[Block], foot: Sequence[Block], *, is_meeting: bool) -> Facts:
    """Read the record from the head, the foot and, failing these, the file's name."""
    passages = [block.passage for block in head]
    spans: dict[str, Span] = {}
    title = find_title(passages)
    if title:
        spans["title"] = title.span()
    number = _document_number(paper, passages, spans)
    body = _issuing_body(paper, passages, foot, spans)
    issued = _issued(foot, passages, spans)
    meeting, notices = Meeting(), list[Notice]()
    if is_meeting:
        reader = MeetingReader(paper, passages, title, number, issued, spans)
        meeting, notices = reader.read(), reader.notices
    return Facts(
        title=named(paper, spans["title"]) if title else None,
        document_number=number,
        issuing_body=body,
        meeting=meeting,
        issued_date=issued.iso if issued else None,
        spans=spans,
        notices=tuple(notices),
    )


def find_title(passages: Sequence[Passage]) -> Passage | None:
    """Return the title: the heading line that names the kind, the meeting's number before all."""
    best: tuple[float, Passage] | None = None
    for index, passage in enumerate(passages[:15]):
        flat = passage.flat
        if (
            len(flat) > 80
            or "。" in flat
            or "|" in flat
            or LABELS.match(flat)
            or _is_lead(flat)
            or (parse_document_number(flat) and len(flat) < 24)
        ):
            continue
        if DATE_LINE.fullmatch(flat) or (RECORD_OPENER.fullmatch(flat) and flat.endswith(":")):
            continue
        score = (
            (2.0 if _TITLE_WORD.search(flat) else 0.0)
            + (1.5 if SESSION.search(flat) else 0.0)
            + min(len(flat), 40) / 80
            - index / 20
        )
        if _BODY.fullmatch(flat) and not _TITLE_WORD.search(flat):
            score -= 1.0
        if best is None or score > best[0]:
            best = (score, passage)
    if best is None or best[0] < 0.1:
        return None
    flat = best[1].flat
    lead = len(flat) - len(flat.lstrip("#*> "))
    return best[1].part(lead, len(flat.rstrip("*# ")))


def _document_number(paper: Paper, passages: Sequence[Passage], spans: dict[str, Span]) -> str | None:
    for passage in passages:
        for span, _ in find_document_numbers(passage.flat):
            if len(passage.flat) > 60 and not LABELS.match(passage.flat):
                continue
            place = passage.span(span.start, span.end)
            spans["document_number"] = place
            return paper.text[place.start : place.end]
    for passage in passages[:8]:
        # 「〔2022〕14号」 on a line of its own: the body stands in the title
        if match := _BARE_NUMBER.match(passage.flat):
            place = spans["document_number"] = passage.span(*match.span("number"))
            return paper.text[place.start : place.end]
    return None


_BARE_NUMBER = re.compile(r"(?P<number>[〔\[(【]\d{4}[〕\])】][ ]?第?[ ]?\d{1,4}[ ]?[号期])(?=$|[ ]{2})")


def _issuing_body(
    paper: Paper, passages: Sequence[Passage], foot: Sequence[Block], spans: dict[str, Span]
) -> str | None:
    for passage in passages[:6]:
        match = _BODY.fullmatch(passage.flat)
        if match:
            spans["issuing_body"] = passage.span(*match.span("body"))
            return named(paper, spans["issuing_body"])
    for block in foot:
        match = _BODY.fullmatch(block.passage.flat)
        if match:
            spans["issuing_body"] = block.passage.span(*match.span("body"))
            return named(paper, spans["issuing_body"])
    # 「临江县人民政府第23次常务会议纪要」: a title that opens with the body
    for passage in passages[:4]:
        match = re.match(
            r"[\u4e00-\u9fff]{2,20}?(?:人民政府|委员会|股份有限公司|有限公司|大学|学院"
            r"|村民委员会)(?=.{0,24}(?:会议|纪要|决议))",
            passage.flat,
        )
        if match and not _is_lead(passage.flat):
            spans["issuing_body"] = passage.span(*match.span())
            return named(paper, spans["issuing_body"])
    return None


_TOPICS = (
    re.compile(
        r"关于(?:召开)?(?P<topic>[^,。;]{2,60}?)的?(?:专题|协调|现场|推进|调度|办公|工作|联席"
        r"|座谈)*(?:会议?|会商会)?(?:会议)?纪要"
    ),
    re.compile(
        r"(?:专题|现场|集中)?(?:研究|讨论|部署|协调|推进|调度|听取|商讨)(?:部署|解决|讨论|推进"
        r"|落实)?(?:了)?(?P<topic>[^,。;]{4,60}?)(?=[,。;]|$)"
    ),
    re.compile(r"(?:就|围绕|针对)(?P<topic>[^,。;]{4,50}?)(?:进行|作|召开|开展|有关事|,|展开)"),
)


def topic_of(passages: Sequence[Passage]) -> Passage | None:
    """Return what the only matter of a meeting is called: in the title (关于…的专题会议纪要), else in the lead."""
    titled = find_title(passages)
    if titled is not None and (match := _TOPICS[0].search(titled.flat)):
        return titled.part(*match.span("topic"))
    for pattern in _TOPICS[1:]:
        for passage in passages:
            if (
                _is_lead(passage.flat)
                and (match := pattern.search(passage.flat))
                and not re.search(r"(?:有关|如下|以下|相关)?事项$|纪要", match["topic"])
            ):
                return passage.part(*match.span("topic"))
    if titled is not None and (
        match := re.match(r"(?P<topic>.{4,60}?)(?:的?(?:专题|协调|现场|推进|调度|联席|座谈)*会议?)?纪要", titled.flat)
    ):
        return titled.part(*match.span("topic"))
    return titled


def _issued(foot: Sequence[Block], passages: Sequence[Passage], spans: dict[str, Span]) -> FoundDate | None:
    for passage in [*(block.passage for block in foot), *passages[:12]]:
        if len(passage.flat) > 60:
            continue
        if DATE_LINE.search(passage.flat) and (
            passage not in passages or DATE_LINE.fullmatch(passage.flat) or "印发" in passage.flat
        ):
            for date in find_dates(passage.flat):
                spans["issued_date"] = passage.span(date.span.start, date.span.end)
                return date
    return None
