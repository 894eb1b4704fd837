"""What stands before the items: title, issuing body, document number, and the facts of the meeting itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.documents.front.letterhead import (
    BODY,
    Told,
    as_read,
    document_number,
    is_short,
    issue,
    issuing_body,
)
from pipeline.documents.front.meeting import MeetingReader
from pipeline.documents.front.title import OFFICE_AND_DATE, find_title, is_lead, title_words
from pipeline.documents.numerals import FoundDate, find_dates
from pipeline.documents.patterns import DATE_LINE, FOOT, LABELS, RECORD_OPENER
from pipeline.documents.text.clean import RULE, Paper, Passage
from pipeline.documents.text.outline import Block
from pipeline.minutes import Meeting, Notice, Span
from pipeline.patterns import compiled


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
        if is_lead(flat):
            length = index + 1
            break
        if not is_heading_line(flat):
            break
    length = length or _heading_lines(blocks)
    while length < len(blocks) and blocks[length].mark is None and RECORD_OPENER.fullmatch(blocks[length].passage.flat):
        length += 1
    return length


def is_heading_line(flat: str) -> bool:
    """Tell whether a folded paragraph is a line of the head: a title, a labelled fact."""
    labelled = LABELS.match(flat) or _ASSURED.match(flat)
    return bool(labelled) or (is_short(flat) and not re.search(r"[。;]", flat))


# 「本公司董事会及全体董事保证本公告内容真实、准确、完整。」 above a listed company's resolution
_ASSURED = compiled(r"[> ]*本公司.{0,20}保证.{0,20}(?:内容|披露)|.{0,80}(?:现予?印发|印发|转发)给你们")


def foot_start(blocks: Sequence[Block]) -> int:
    """Return the index at which the foot starts: signature, date, who prepared it, to whom it goes."""
    start = len(blocks)
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 12), -1):
        flat = blocks[index].passage.flat
        label = LABELS.match(flat)
        foot = (
            FOOT.match(flat)
            or _DATED_FOOT.fullmatch(flat.strip())
            or (label and label.lastgroup in ("issued", "recorder"))
            or (start < len(blocks) and (BODY.fullmatch(flat) or RULE.fullmatch(flat.strip())))
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


def read_facts(
    paper: Paper, head: Sequence[Block], foot: Sequence[Block], *, is_meeting: bool, planned: bool = False
) -> Facts:
    """Read the record from the head, the foot and, failing these, the file's name."""
    passages = [block.passage for block in head]
    spans: dict[str, Span] = {}
    title = find_title(passages)
    if title:
        spans["title"] = title.span()
    number, counted = document_number(paper, passages), issue(paper, passages)
    leads = [is_lead(passage.flat) for passage in passages]
    body = issuing_body(paper, passages, [block.passage for block in foot], leads=leads)
    issued = _issued(paper, foot, passages, spans)
    meeting, notices = Meeting(), list[Notice]()
    if is_meeting:
        reader = MeetingReader(
            paper, passages, title and as_read(title), _numbered(number or counted), issued, planned, spans
        )
        meeting, notices = reader.read(), reader.notices
    if number is None and counted is not None and counted.value != meeting.number:
        number = counted
    for key, told in (("document_number", number), ("issuing_body", body)):
        if told is not None:
            spans[key] = told.place
    return Facts(
        title=title_words(paper, title) if title else None,
        document_number=number.wording if number else None,
        issuing_body=body.wording if body else None,
        meeting=meeting,
        issued_date=issued.iso if issued else None,
        spans=spans,
        notices=tuple(notices),
    )


def _numbered(told: Told | None) -> str | None:
    """Return a number as it tells of its year: 某政纪〔2024〕9号, 2024年第9期."""
    return f"{told.year}年{told.wording}" if told is not None and told.year else told.wording if told else None


# 「某某办公室    2019年7月15日」, 「发布时间：2024-04-19」
_PUBLISHED = compiled(
    rf"^{DATE_LINE.pattern}$|印发.*{DATE_LINE.pattern}|{DATE_LINE.pattern}印"
    rf"|{OFFICE_AND_DATE.pattern}|(?:整理|编印?|印制)[ ]*{DATE_LINE.pattern}$"
    rf"|[次期号)][ ]{{2,}}{DATE_LINE.pattern}$"
    rf"|签发人?[ ]*:.{{2,12}}[ ]{{2,}}{DATE_LINE.pattern}$"
    r"|(?:发布|发文|印发|公开|发稿|来源)[^:]{0,4}:[* ]*\d{4}[-./]\d{1,2}[-./]\d{1,2}"
)
_ON_THE_SITE = compiled(
    r"(?:发布|发文|发稿|公开|成文)(?:时间|日期)[^0-9\n]{1,8}(?P<date>\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)"
)
_DATED_FOOT = compiled(rf"{DATE_LINE.pattern}|^[ ]*\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}$")


def _issued(
    paper: Paper, foot: Sequence[Block], passages: Sequence[Passage], spans: dict[str, Span]
) -> FoundDate | None:
    for passage in [*(block.passage for block in foot), *passages[:12]]:
        if not is_short(passage.flat):
            continue
        if (_PUBLISHED if passage in passages else _DATED_FOOT).search(passage.flat):
            for date in find_dates(passage.flat):
                spans["issued_date"] = passage.span(date.span.start, date.span.end)
                return date
    for passage in passages[:6]:
        # 「2020年10月14日　来源：某报」
        if len(passage.flat) <= 80 and not re.search("召开|主持|召集|研究|审议|\\(", passage.flat):
            for date in find_dates(passage.flat):
                if (
                    date.year is not None
                    and date.day is not None
                    and re.search("来源|日报|第.{1,3}版|记者", passage.flat)
                ):
                    spans["issued_date"] = passage.span(date.span.start, date.span.end)
                    return date
    # the line beneath a web page's title, which is no part of the record
    for match in _ON_THE_SITE.finditer(paper.text[:1500]):
        for date in find_dates(match["date"]):
            spans["issued_date"] = Span(*match.span("date"))
            return date
    return None
