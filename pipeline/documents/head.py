"""What stands before the items: title, issuing body, document number, and the facts of the meeting itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from pipeline.documents.clean import Paper, Passage, fold
from pipeline.documents.names import FULL_ROLE, split_person
from pipeline.documents.numerals import (
    FoundDate,
    chinese_to_int,
    find_dates,
    find_document_numbers,
    iso_date,
    parse_document_number,
)
from pipeline.documents.outline import Block
from pipeline.documents.patterns import DATE_LINE, LABELS, MEETING_NAME, RECORD_OPENER, SESSION
from pipeline.minutes import DateSource, Meeting, Notice, Span

_TITLE_WORD = re.compile(r"纪要|决议|通报|记录|公告|公报|报告|通知|议程|纪实|决定|方案|意见|办法|规定|情况|函|公示|讲话|规划|细则|新闻|简报")
_BODY = re.compile(
    r"(?P<body>[\u4e00-\u9fff()]{2,28}?(?:人民政府|政府|委员会|常务委员会|办公室|办公厅|管委会|管理委员会|党组|党委|公司|大学|学院|学校|中学|小学|医院|党支部|党总支|街道办事处|村民委员会|村委会|居委会|集团|厅|局|协会|学会))(?:文件|\(.{1,12}\))?$"
)
_LEAD = re.compile(r"召开|主持|举行|会议|根据|按照")


@dataclass(frozen=True, slots=True)
class Facts:
    """The record of a document: its fields, and the place of each."""

    title: str | None = None
    document_number: str | None = None
    issuing_body: str | None = None
    meeting: Meeting = Meeting()
    issued_date: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


def head_length(blocks: Sequence[Block]) -> int:
    """Return how many blocks, from the first, belong to the head: all up to the end of the lead paragraph."""
    lead = None
    for index, block in enumerate(blocks[:25]):
        flat = block.passage.flat
        if LABELS.match(flat) or (block.mark is None and len(flat) <= 60 and not re.search(r"[。;]", flat) and not RECORD_OPENER.fullmatch(flat)):
            continue
        if block.mark is None and lead is None and _LEAD.search(flat) and not re.match(r"会议(?!于|由|在|时间)", flat):
            lead = index
        break
    length = lead + 1 if lead is not None else _heading_lines(blocks)
    while length < len(blocks) and blocks[length].mark is None and RECORD_OPENER.fullmatch(blocks[length].passage.flat):
        length += 1
    return length


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
    number = _document_number(passages, spans)
    body = _issuing_body(passages, foot, spans)
    issued = _issued(foot, passages, spans)
    meeting, notices = Meeting(), list[Notice]()
    if is_meeting:
        meeting = _meeting(paper, passages, title, spans)
        meeting = _date(paper, passages, meeting, number, issued, spans, notices)
    return Facts(
        title=title.flat if title is None else paper.text[title.start : title.end].replace("\n", "") if title else None,
        document_number=number,
        issuing_body=body,
        meeting=meeting,
        issued_date=issued.iso if issued else None,
        spans=spans,
        notices=tuple(notices),
    ) if title else Facts(None, number, body, meeting, issued.iso if issued else None, spans, tuple(notices))


def find_title(passages: Sequence[Passage]) -> Passage | None:
    """Return the title: the heading line that names the kind, the meeting's number before all."""
    best: tuple[float, Passage] | None = None
    for index, passage in enumerate(passages[:15]):
        flat = passage.flat
        if len(flat) > 80 or "。" in flat or LABELS.match(flat) or parse_document_number(flat) and len(flat) < 24:
            continue
        if DATE_LINE.fullmatch(flat) or RECORD_OPENER.fullmatch(flat) and flat.endswith(":"):
            continue
        score = (2.0 if _TITLE_WORD.search(flat) else 0.0) + (1.5 if SESSION.search(flat) else 0.0) + min(len(flat), 40) / 80 - index / 20
        if _BODY.fullmatch(flat) and not _TITLE_WORD.search(flat):
            score -= 1.0
        if best is None or score > best[0]:
            best = (score, passage)
    if best is None or best[0] < 0.1:
        return None
    flat = best[1].flat
    lead = len(flat) - len(flat.lstrip("#*> "))
    return best[1].part(lead, len(flat.rstrip("*# ")))


def _document_number(passages: Sequence[Passage], spans: dict[str, Span]) -> str | None:
    for passage in passages:
        for span, _ in find_document_numbers(passage.flat):
            if len(passage.flat) > 60 and not LABELS.match(passage.flat):
                continue
            start = span.start
            for prefix in ("文号:", "编号:"):
                if prefix in passage.flat[start : span.end]:
                    start = passage.flat.index(prefix) + len(prefix)
            spans["document_number"] = passage.span(start, span.end)
            return passage.flat[start : span.end].replace(" ", "") if False else _exact(passage, start, span.end)
    return None


def _exact(passage: Passage, start: int, end: int) -> str:
    return passage.flat[start:end]


def _issuing_body(passages: Sequence[Passage], foot: Sequence[Block], spans: dict[str, Span]) -> str | None:
    for passage in passages[:6]:
        match = _BODY.fullmatch(passage.flat)
        if match:
            spans["issuing_body"] = passage.span(*match.span("body"))
            return match["body"]
    for block in foot:
        match = _BODY.fullmatch(block.passage.flat)
        if match:
            spans["issuing_body"] = block.passage.span(*match.span("body"))
            return match["body"]
    return None


def _issued(foot: Sequence[Block], passages: Sequence[Passage], spans: dict[str, Span]) -> FoundDate | None:
    for passage in [*(block.passage for block in foot), *passages[:12]]:
        if len(passage.flat) > 60:
            continue
        if DATE_LINE.search(passage.flat) and (passage not in passages or DATE_LINE.fullmatch(passage.flat) or "印发" in passage.flat):
            for date in find_dates(passage.flat):
                spans["issued_date"] = passage.span(date.span.start, date.span.end)
                return date
    return None


def _labelled(passages: Sequence[Passage], name: str) -> Passage | None:
    for passage in passages:
        for match in re.finditer(r"(?:^|(?<=[ ]{2})|(?<=[;。]))" + LABELS.pattern, passage.flat):
            if match.lastgroup == name:
                following = re.compile(r"[ ]{2,}(?=" + LABELS.pattern + ")").search(passage.flat, match.end())
                part = passage.part(match.end(), following.start() if following else None)
                if part.flat:
                    return part
    return None


def _meeting(paper: Paper, passages: Sequence[Passage], title: Passage | None, spans: dict[str, Span]) -> Meeting:
    name: str | None = None
    if title and "会" in title.flat:
        match = re.match(r"(?P<name>.{2,60}?)(?:会议)?(?:纪要|决议|议程|记录|简报|公告)", title.flat)
        whole = re.match(r".{2,60}?会议?(?=纪要|决议|议程|记录|简报|公告|$|\()", title.flat)
        if whole and (SESSION.search(whole.group()) or match):
            name = whole.group()
            spans["meeting.name"] = title.span(*whole.span())
    for passage in passages:
        match = MEETING_NAME.search(passage.flat)
        if match and (name is None or (not SESSION.search(name) and SESSION.search(match["name"]))):
            name = match["name"]
            spans["meeting.name"] = passage.span(*match.span("name"))
            break
    meeting = Meeting(name=name)
    meeting = _session(passages, title, meeting, spans)
    chair = _chair(passages)
    if chair:
        meeting = replace(meeting, chair=chair[0])
        spans["meeting.chair"] = chair[1]
    place = _labelled(passages, "place")
    if place:
        spans["meeting.place"] = place.span()
        meeting = replace(meeting, place=place.flat)
    else:
        for passage in passages:
            match = re.search(r"在(?P<place>[^,。;在]{2,30}?(?:会议室|会议中心|礼堂|报告厅|会堂|宾馆|酒店|\d楼))", passage.flat)
            if match:
                spans["meeting.place"] = passage.span(*match.span("place"))
                meeting = replace(meeting, place=match["place"])
                break
    return meeting


def _session(passages: Sequence[Passage], title: Passage | None, meeting: Meeting, spans: dict[str, Span]) -> Meeting:
    for passage in [*([title] if title else []), *passages]:
        match = SESSION.search(passage.flat)
        if match is None:
            continue
        group = "n1" if match["n1"] else "n2"
        number = chinese_to_int(match[group])
        if number is None:
            continue
        spans["meeting.number"] = passage.span(*match.span(group))
        session = None
        if match["session"]:
            session = match.group()
            spans["meeting.session"] = passage.span(*match.span())
        return replace(meeting, number=number, session=session)
    return meeting


_CHAIRED = re.compile(r"(?P<who>[^。;:]{2,60}?)(?:同志)?(?:亲自)?主持(?!人|词|工作|下)")
_TIME = re.compile(r"^.*(?:[日号天]|上午|下午|晚上?|中午|[时点分])[ ]?(?:在[^,]{2,20})?")


def _chair(passages: Sequence[Passage]) -> tuple[str, Span] | None:
    labelled = _labelled(passages, "chair")
    if labelled:
        return _person_at_end(labelled, first=True)
    for passage in passages:
        for match in _CHAIRED.finditer(passage.flat):
            who = passage.part(*match.span("who"))
            found = _person_at_end(who)
            if found:
                return found
        under = re.search(r"在(?P<who>[^,。;]{2,40}?)(?:的)?主持下", passage.flat)
        if under and (found := _person_at_end(passage.part(*under.span("who")))):
            return found
    return None


def _person_at_end(who: Passage, *, first: bool = False) -> tuple[str, Span] | None:
    pieces = [match.span() for match in re.finditer(r"[^,、;: 由]+(?: [^,、;: 由](?![^,、;: ]))?" if first else r"[^,、;:由]+", who.flat)]
    for start, end in pieces if first else reversed(pieces):
        text = who.flat[start:end]
        time = _TIME.match(text)
        offset = time.end() if time and time.end() < len(text) - 1 else 0
        parts = split_person(text[offset:].replace(" ", ""))
        if parts:
            name = parts[2]
            place = who.flat.rfind(name, start, end)
            if place < 0:
                return name, who.span(start + offset, end)
            return name, who.span(place, place + len(name))
        if not first:
            return None
    return None


def _date(
    paper: Paper,
    passages: Sequence[Passage],
    meeting: Meeting,
    number: str | None,
    issued: FoundDate | None,
    spans: dict[str, Span],
    notices: list[Notice],
) -> Meeting:
    found = _meeting_date(passages)
    if found is None:
        return meeting
    passage, date = found
    place = passage.span(date.span.start, date.span.end)
    spans["meeting.date"] = place
    meeting = replace(meeting, date_text=date.text)
    if date.year is not None:
        return replace(meeting, date=date.iso, date_source="text")
    year, source = _year(paper, date, number, meeting.session, issued)
    if year is None or source is None:
        notices.append(Notice(code="year_not_stated", message="会议日期没有年份，也无从推得", start=place.start, end=place.start))
        return replace(meeting, date=date.iso, date_source="text")
    return replace(meeting, date=iso_date(year, date.month, date.day), date_source=source)


def _meeting_date(passages: Sequence[Passage]) -> tuple[Passage, FoundDate] | None:
    labelled = _labelled(passages, "date")
    ordered = [*([labelled] if labelled else []), *(p for p in passages if len(p.flat) > 20 and "召开" in p.flat), *passages]
    for passage in ordered:
        if DATE_LINE.fullmatch(passage.flat) and passage is not labelled:
            continue
        for date in find_dates(passage.flat):
            return passage, date
    return None


def _year(
    paper: Paper, date: FoundDate, number: str | None, session: str | None, issued: FoundDate | None
) -> tuple[int | None, DateSource | None]:
    parsed = parse_document_number(number or "")
    if issued and issued.year is not None and date.month is not None:
        year = issued.year - (1 if (date.month, date.day or 1) > (issued.month or 12, issued.day or 31) else 0)
        if parsed is None or year != parsed.year:
            return year, "text"
    if parsed is not None:
        if date.month == 12 and parsed.number <= 2:
            return None, None
        return parsed.year, "document_number"
    if session and (match := re.match(r"\d{4}", session)):
        return int(match.group()), "text"
    stem = fold(PurePath(paper.file).stem)
    if (named := parse_document_number(stem)) is not None:
        return named.year, "filename"
    if match := re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", stem):
        return int(match[1]), "filename"
    return None, None


def iter_names(passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the posts that a head mentions, for checks."""
    for passage in passages:
        yield from (match.group() for match in FULL_ROLE.finditer(passage.flat))
